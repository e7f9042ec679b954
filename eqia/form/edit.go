package form

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Draft is a version being prepared: what it is so far, the version it started from, and every version the council has used, whose codes
// are not given to anything else.
type Draft struct {
	Version
	BasedOn Version
	Used    []Version
}

// Edit is one change to a draft. Subject names what it changes by its code, such as "question/aims".
type Edit interface {
	Subject() string
	apply(d *Draft) error
}

// Wrong is one thing to put right before an edit can be made, with the field it concerns; the field is empty when it is about the form.
type Wrong struct{ Field, Says string }

func (e *Wrong) Error() string { return e.Says }

// Limits of the words of a form, in characters.
const (
	mostWords    = 500
	mostGuidance = 4000
	mostCode     = 40
)

// After is the draft after an edit, with nothing shared between the two. The error is *Wrong when the edit cannot be made, or when the form
// could not be used after it.
func (d Draft) After(e Edit) (Version, error) {
	next := Draft{Version: d.Clone(), BasedOn: d.BasedOn, Used: d.Used}
	if err := e.apply(&next); err != nil {
		return Version{}, err
	}
	if err := next.Validate(); err != nil {
		first, _, _ := strings.Cut(err.Error(), "\n")
		return Version{}, &Wrong{Says: "The form could not be used like that: " + first}
	}
	return next.Version, nil
}

// Clone is the same version with nothing shared: changing one leaves the other as it was.
func (v Version) Clone() Version {
	v.Sections = cloned(v.Sections, func(s Section) Section {
		s.Pages = cloned(s.Pages, func(p Page) Page {
			p.Guidance, p.If = slices.Clone(p.Guidance), p.If.clone()
			p.Questions = cloned(p.Questions, func(q Question) Question {
				q.Choices, q.If, q.Aliases = clonedChoices(q.Choices), q.If.clone(), slices.Clone(q.Aliases)
				return q
			})
			return p
		})
		return s
	})
	v.Characteristics = cloned(v.Characteristics, func(c Characteristic) Characteristic {
		c.Aliases, c.Prompts, c.Aims = slices.Clone(c.Aliases), slices.Clone(c.Prompts), slices.Clone(c.Aims)
		return c
	})
	v.Triggers = cloned(v.Triggers, func(t Trigger) Trigger {
		t.Points = slices.Clone(t.Points)
		return t
	})
	v.Depths = cloned(v.Depths, func(d Depth) Depth {
		d.Kinds, d.Audiences, d.Care = slices.Clone(d.Kinds), slices.Clone(d.Audiences), slices.Clone(d.Care)
		return d
	})
	v.Advice.Questions = slices.Clone(v.Advice.Questions)
	v.Advice.Reasons = cloned(v.Advice.Reasons, func(r Reason) Reason {
		r.If = *r.If.clone()
		return r
	})
	v.Audiences, v.Aims, v.Together.Prompts = clonedChoices(v.Audiences), slices.Clone(v.Aims), slices.Clone(v.Together.Prompts)
	return v
}

func (c *Condition) clone() *Condition {
	if c == nil {
		return nil
	}
	return &Condition{c.Question, slices.Clone(c.Is), slices.Clone(c.Not)}
}

func clonedChoices(choices []Choice) []Choice {
	return cloned(choices, func(c Choice) Choice {
		c.Aliases = slices.Clone(c.Aliases)
		return c
	})
}

func cloned[T any](list []T, one func(T) T) []T {
	out := slices.Clone(list)
	for i := range out {
		out[i] = one(out[i])
	}
	return out
}

// page and question find what an edit is about, to be changed in place; nil when the form has none such.
func (v *Version) page(code string) *Page {
	for i := range v.Sections {
		for j := range v.Sections[i].Pages {
			if v.Sections[i].Pages[j].Code == code {
				return &v.Sections[i].Pages[j]
			}
		}
	}
	return nil
}

func (v *Version) question(code string) (*Page, int) {
	for _, p := range v.PagesInOrder() {
		if i := slices.IndexFunc(p.Questions, func(q Question) bool { return q.Code == code }); i >= 0 {
			return v.page(p.Code), i
		}
	}
	return nil, 0
}

// errGone is the answer to an edit of something that the form does not have.
var errGone = &Wrong{Says: "This is not in the form any more. Go back and look at it as it is now"}

// words checks typed words: that they are there where they have to be, and not too long.
func words(field, text, missing string, most int) error {
	if text == "" && missing != "" {
		return &Wrong{field, missing}
	}
	if utf8.RuneCountInString(text) > most {
		return &Wrong{field, fmt.Sprintf("Keep this to %d characters or fewer", most)}
	}
	return nil
}

// linesOf are the lines of a text that say something.
func linesOf(text string) []string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// codeFor makes a code of words in the shape of every code, which no other thing has.
func codeFor(start, words string, taken func(string) bool) string {
	var b strings.Builder
	for _, r := range strings.ToLower(words) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "_"):
			b.WriteByte('_')
		}
	}
	code := start + b.String()
	code = strings.Trim(code[:min(len(code), mostCode)], "_")
	if !isCode(code) { // words that start with a number, or have no letter of ours
		code = strings.Trim("x_"+code, "_")
	}
	for n, one := 2, code; taken(code); n++ {
		code = one + "_" + strconv.Itoa(n)
	}
	return code
}

// reliesOn reports whether the service itself reads a question, so that it is always asked and in the same way.
func reliesOn(code string) (reliedOn, bool) {
	return find(reliedOnQuestions(), func(r reliedOn) bool { return r.code == code })
}

// Relied reports whether the service itself reads a question: its words may change, but it cannot be turned off or made optional.
func Relied(code string) bool {
	_, ok := reliesOn(code)
	return ok
}
