package form

import (
	"fmt"
	"net/url"
	"reflect"
	"strconv"
	"strings"
)

// Read fills the struct that into points to from posted values, never from an address's query, and lists what to put right in the
// order of the struct's fields. Fields nobody declared are ignored. A string takes one answer; a list of strings takes them all; a bool
// is true when anything was posted; an int takes a whole number; DateParts takes three parts. A type with a method Valid() bool is a
// closed set of choices. Read panics when into is no pointer to a struct or a field has a type it cannot fill, which is a mistake in
// the page, not in the answer.
func (r Reader) Read(values url.Values, into any) Errors {
	target := reflect.ValueOf(into).Elem()
	var problems Errors
	for place := range target.NumField() {
		declared := target.Type().Field(place)
		if name := declared.Tag.Get("form"); name != "" {
			problems = append(problems, r.fill(values, fieldOf(declared), target.Field(place))...)
		}
	}
	return problems
}

// fieldOf reads the tags of a struct's field.
func fieldOf(declared reflect.StructField) Field {
	name, options, _ := strings.Cut(declared.Tag.Get("form"), ",")
	return Field{
		Name:  name,
		ID:    declared.Tag.Get("id"),
		Label: declared.Tag.Get("label"),
		Rule:  declared.Tag.Get("rule"),
		Error: declared.Tag.Get("error"),
		Lines: options == "lines",
		Exact: options == "exact",
	}
}

// closed is a type with a fixed list of values.
type closed interface{ Valid() bool }

// fill reads one field's answer into its place.
func (r Reader) fill(values url.Values, field Field, place reflect.Value) Errors {
	if date, ok := place.Addr().Interface().(*DateParts); ok {
		var problems Errors
		*date, problems = r.Date(values, field)
		return problems
	}
	switch {
	case place.Kind() == reflect.String:
		return r.fillText(values, field, place)
	case place.Kind() == reflect.Bool:
		return r.fillBool(values, field, place)
	case place.Kind() == reflect.Int || place.Kind() == reflect.Int64:
		return r.fillNumber(values, field, place)
	case place.Kind() == reflect.Slice && place.Type().Elem().Kind() == reflect.String:
		return r.fillChoices(values, field, place)
	}
	panic(fmt.Sprintf("form: field %q has type %s, which cannot be read from a page", field.Name, place.Type()))
}

// fillText reads one answer into a string, or into a closed set's type.
func (r Reader) fillText(values url.Values, field Field, place reflect.Value) Errors {
	_, field.Choice = place.Interface().(closed)
	text, problems := r.Text(values, field)
	place.SetString(text)
	if text != "" && len(problems) == 0 && !valid(place) {
		return field.problem(field.unlisted())
	}
	return problems
}

// fillBool reads whether a single box was ticked.
func (r Reader) fillBool(values url.Values, field Field, place reflect.Value) Errors {
	chosen, problems := r.Choices(values, Field{Name: field.Name, ID: field.ID, Label: field.Label, Error: field.Error, Rule: field.Rule})
	place.SetBool(len(chosen) > 0)
	return problems
}

// fillNumber reads a whole number; an answer that was left out is 0.
func (r Reader) fillNumber(values url.Values, field Field, place reflect.Value) Errors {
	text, problems := r.Text(values, field)
	if text == "" || len(problems) > 0 {
		return problems
	}
	number, err := strconv.ParseInt(text, 10, place.Type().Bits())
	if err != nil {
		return field.problem(field.subject() + " must be a whole number")
	}
	place.SetInt(number)
	return nil
}

// fillChoices reads every answer into a list of strings, or of a closed set's type.
func (r Reader) fillChoices(values url.Values, field Field, place reflect.Value) Errors {
	chosen, problems := r.Choices(values, field)
	list := reflect.MakeSlice(place.Type(), len(chosen), len(chosen))
	for at, text := range chosen {
		list.Index(at).SetString(text)
		if len(problems) == 0 && !valid(list.Index(at)) {
			problems = field.problem(field.unlisted())
		}
	}
	place.Set(list)
	return problems
}

// valid reports whether a value belongs to its closed set; types that are no closed set take any value.
func valid(value reflect.Value) bool {
	set, ok := value.Interface().(closed)
	return !ok || set.Valid()
}
