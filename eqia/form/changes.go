package form

import (
	"slices"
	"strings"
)

// Change is one thing that two versions of a form say differently, under the name of what it is about. Before is empty for what is new,
// After for what is no longer there.
type Change struct {
	Subject string // "question/aims", "page/change" or "characteristic/age"
	Name    string // what people call it
	What    string // "Hint", "Required" and so on
	Before  string
	After   string
}

// Changes lists what a later version says differently from an earlier one, in the order of the later one; what is gone comes last.
func Changes(before, after Version) []Change {
	was, is := before.sayings(), after.sayings()
	old, now := bySubject(was), bySubject(is)
	var out []Change
	for _, s := range is {
		if before := old[s.at()]; before.differs(s) {
			out = append(out, Change{s.subject, s.name, s.what, before.text, s.text})
		}
	}
	for _, s := range was {
		if _, kept := now[s.at()]; !kept && s.text != "" {
			out = append(out, Change{s.subject, s.name, s.what, s.text, ""})
		}
	}
	return out
}

// saying is one thing that a version says about one of its parts. An order is of things with codes, in words for reading.
type saying struct {
	subject, name, what, text string
	order                     []string
}

func (s saying) at() string { return s.subject + "\n" + s.what }

// differs reports whether two sayings are not the same. An order is the same while what both have comes in the same order: what was added or
// taken away, or is called something else, is said where it belongs.
func (s saying) differs(o saying) bool {
	if len(s.order) == 0 || len(o.order) == 0 {
		return s.text != o.text
	}
	return !slices.Equal(common(s.order, o.order), common(o.order, s.order))
}

// common lists what is in both lists, in the order of the first.
func common(of, with []string) []string {
	return slices.DeleteFunc(slices.Clone(of), func(code string) bool { return !slices.Contains(with, code) })
}

func bySubject(list []saying) map[string]saying {
	out := make(map[string]saying, len(list))
	for _, s := range list {
		out[s.at()] = s
	}
	return out
}

// sayings lists everything a version says that an edit can change. A place is said by what comes before it.
func (v Version) sayings() []saying {
	var out []saying
	for _, p := range v.PagesInOrder() {
		subject := "page/" + p.Code
		out = append(out, named(subject, p.Title, []saying{{what: "Heading", text: p.Title}, {what: "Guidance", text: strings.Join(p.Guidance, "\n")},
			ordered("Order of the questions", p.Questions, func(q Question) (string, string) { return q.Code, q.Short })})...)
		for _, q := range p.Questions {
			out = append(out, q.sayings()...)
		}
	}
	for _, c := range v.Characteristics {
		out = append(out, c.sayings()...)
	}
	order := ordered("Order of the characteristics", v.Characteristics, func(c Characteristic) (string, string) { return c.Code, c.Label })
	return append(out, named("characteristics", "Characteristics", []saying{order})...)
}

// ordered is the order in which things come.
func ordered[T any](what string, list []T, of func(T) (code, name string)) saying {
	s := saying{what: what}
	var names []string
	for _, item := range list {
		code, name := of(item)
		s.order, names = append(s.order, code), append(names, name)
	}
	s.text = strings.Join(names, "\n")
	return s
}

func (q Question) sayings() []saying {
	required := "No"
	if q.Required {
		required = "Yes"
	}
	var choices []string
	for _, c := range q.Choices {
		choices = append(choices, c.Label)
	}
	all := []saying{{what: "Question", text: q.Label}, {what: "Short name", text: q.Short}, {what: "Hint", text: q.Hint}, {what: "How it is answered", text: q.Kind.Label()},
		{what: "Must be answered", text: required}, {what: "What it says when it is not answered", text: q.Error},
		{what: "Choices", text: strings.Join(choices, "\n")}}
	return named("question/"+q.Code, q.Short, all)
}

func (c Characteristic) sayings() []saying {
	return named("characteristic/"+c.Code, c.Label, []saying{{what: "Name", text: c.Label}, {what: "Definition", text: c.Definition},
		{what: "Source", text: c.Source}, {what: "Web address", text: c.Link}, {what: "Caveat", text: c.Caveat},
		{what: "Questions to ask yourself", text: strings.Join(c.Prompts, "\n")}, {what: "First day", text: c.From}, {what: "Last day", text: c.To}})
}

// named puts the subject and its name on what is said about it.
func named(subject, name string, all []saying) []saying {
	for i := range all {
		all[i].subject, all[i].name = subject, name
	}
	return all
}
