package form

import (
	"errors"
	"net/url"
	"slices"
	"strings"

	"github.com/go-playground/validator/v10"
)

// mostChoices is how many answers to one question are ever read; pages offer far fewer.
const mostChoices = 200

// Reader reads posted forms and checks them. It is safe for use by several requests at once; make one with NewReader.
type Reader struct {
	validate *validator.Validate
}

// NewReader makes a reader with the validator's own rules.
func NewReader() Reader {
	return Reader{validate: validator.New()}
}

// Text reads one answer: the first value posted under the field's name. The text is given back even when there is something to put
// right, so that the page can show it.
func (r Reader) Text(values url.Values, field Field) (string, Errors) {
	text, fit := clean(values.Get(field.Name))
	if !field.Exact {
		text = trim(text)
	}
	switch {
	case !fit:
		return text, field.problem(field.unfit())
	case text == "" && !field.required():
		return "", nil
	case text == "":
		return "", field.problem(field.missing())
	case !field.Lines && strings.Contains(text, "\n"):
		return text, field.problem(field.subject() + " must be on one line")
	case len(field.Options) > 0 && !slices.Contains(field.Options, text):
		return text, field.problem(field.unlisted())
	}
	return text, r.check(text, field, false)
}

// Choices reads every answer posted under the field's name, each once and in the order posted.
func (r Reader) Choices(values url.Values, field Field) ([]string, Errors) {
	field.Choice = true
	posted := values[field.Name]
	if len(posted) > mostChoices {
		return nil, field.problem(field.unlisted())
	}
	chosen := []string{}
	for _, value := range posted {
		text, fit := clean(value)
		text = trim(text)
		if !fit || len(field.Options) > 0 && text != "" && !slices.Contains(field.Options, text) {
			return chosen, field.problem(field.unlisted())
		}
		if text != "" && !slices.Contains(chosen, text) {
			chosen = append(chosen, text)
		}
	}
	if len(chosen) == 0 {
		if field.required() {
			return chosen, field.problem(field.missing())
		}
		return chosen, nil
	}
	return chosen, r.check(chosen, field, true)
}

// Date reads a day, month and year posted under the field's name with -day, -month and -year. The error's id is that of the first part
// to put right.
func (r Reader) Date(values url.Values, field Field) (DateParts, Errors) {
	var date DateParts
	fit := true
	for suffix, part := range map[string]*string{"-day": &date.Day, "-month": &date.Month, "-year": &date.Year} {
		text, ok := clean(values.Get(field.Name + suffix))
		*part, fit = trim(text), fit && ok
	}
	if !fit {
		return date, field.dateProblem(field.subject()+" must be a real date", "day")
	}
	if date.Empty() {
		if field.required() {
			return date, field.dateProblem(field.missing(), "day")
		}
		return date, nil
	}
	if message, part := date.check(field.subject()); message != "" {
		return date, field.dateProblem(message, part)
	}
	return date, nil
}

// dateProblem gives the errors of a date with one part to put right.
func (f Field) dateProblem(message, part string) Errors {
	return Errors{{Field: f.Name, ID: f.id() + "-" + part, Message: message}}
}

// check applies the field's rules to an answer that is there.
func (r Reader) check(answer any, field Field, many bool) Errors {
	if field.Rule == "" {
		return nil
	}
	err := r.validate.Var(answer, field.Rule)
	if err == nil {
		return nil
	}
	var broken validator.ValidationErrors
	if !errors.As(err, &broken) {
		return field.problem(field.unmet("", "", many))
	}
	// An error inside a list has a place in its name, and is about one choice, not about how many there are.
	each := strings.HasPrefix(broken[0].Field(), "[")
	return field.problem(field.unmet(broken[0].Tag(), broken[0].Param(), many && !each))
}
