package form

import (
	"slices"
	"strings"
)

// PageWords changes a page's heading and guidance.
type PageWords struct {
	Page, Title string
	Guidance    string // a paragraph to a line
}

// Subject names the page.
func (e PageWords) Subject() string { return "page/" + e.Page }

func (e PageWords) apply(d *Draft) error {
	p := d.page(e.Page)
	if p == nil {
		return errGone
	}
	if err := words("title", e.Title, "Enter the page’s heading", mostWords); err != nil {
		return err
	}
	if err := words("guidance", e.Guidance, "", mostGuidance); err != nil {
		return err
	}
	p.Title, p.Guidance = e.Title, linesOf(e.Guidance)
	return nil
}

// QuestionWords changes how a question is put, whether it must be answered, and what its choices are called. Labels hold the words for each
// choice by its code; those it does not name keep theirs. More holds the labels of new choices, one to a line.
type QuestionWords struct {
	Code, Label, Short, Hint, Error string
	Required                        bool
	Labels                          map[string]string
	More                            string
}

// Subject names the question.
func (e QuestionWords) Subject() string { return "question/" + e.Code }

func (e QuestionWords) apply(d *Draft) error {
	p, i := d.question(e.Code)
	if p == nil {
		return errGone
	}
	q := &p.Questions[i]
	if Relied(q.Code) && q.Required != e.Required {
		return &Wrong{"required", "The service relies on this question, so whether it must be answered cannot change"}
	}
	if err := e.sound(*p, q.Kind); err != nil {
		return err
	}
	for j := range q.Choices {
		label, named := e.Labels[q.Choices[j].Code]
		if !named {
			continue
		}
		if err := words("choice-"+q.Choices[j].Code, label, "Enter the words for this choice", mostWords); err != nil {
			return err
		}
		q.Choices[j].Label = label
	}
	q.Label, q.Short, q.Hint, q.Error, q.Required = e.Label, e.Short, e.Hint, e.Error, e.Required
	return e.extend(q)
}

// sound checks the words that every question has.
func (e QuestionWords) sound(p Page, k Kind) error {
	for _, t := range []struct{ field, text, missing string }{
		{"label", e.Label, "Enter the question"}, {"short", e.Short, "Enter a short name for the question"}, {"hint", e.Hint, ""}, {"error", e.Error, ""},
	} {
		if err := words(t.field, t.text, t.missing, mostWords); err != nil {
			return err
		}
	}
	start := "Enter "
	if k.Closed() {
		start = "Select "
	}
	switch {
	case e.Required && p.Aside:
		return &Wrong{"required", "Nothing on this page can be made required: people may leave all of it out"}
	case e.Required && e.Error == "":
		return &Wrong{"error", "Enter what to say when the question is not answered"}
	case e.Error != "" && !strings.HasPrefix(e.Error, "Enter ") && !strings.HasPrefix(e.Error, "Select "):
		return &Wrong{"error", "Start what it says with “" + strings.TrimSpace(start) + "”, so that people know what to do"}
	}
	return nil
}

// extend adds the new choices. What the triggers point to is not asked here, so that question keeps those it has.
func (e QuestionWords) extend(q *Question) error {
	more := linesOf(e.More)
	if len(more) == 0 {
		return nil
	}
	if !q.Kind.Closed() || q.Code == QuestionTriggers {
		return &Wrong{"more", "This question takes no more choices"}
	}
	for _, label := range more {
		if err := words("more", label, "", mostWords); err != nil {
			return err
		}
		code := codeFor("", label, func(code string) bool {
			_, taken := q.Choice(code)
			return taken
		})
		q.Choices = append(q.Choices, Choice{Code: code, Label: label})
	}
	return nil
}

// AddedKinds lists the kinds of answer that a question added to a form may have. The lists that hold entries of their own are there once.
func AddedKinds() []Kind { return []Kind{Line, Text, OneOf, PickOne, AnyOf, Day, DayOrNot} }

// Label is what a kind of answer is called when someone chooses one.
func (k Kind) Label() string {
	return map[Kind]string{Line: "One line of text", Text: "Paragraphs of text", OneOf: "One choice, shown as radios",
		PickOne: "One choice from a long list", AnyOf: "Any number of choices", Day: "A date", DayOrNot: "A date, or not known yet",
		Evidence: "A list of evidence", Engagement: "A list of people who were asked", Options: "A list of options", Actions: "A list of actions"}[k]
}

// NewQuestion adds a question at the end of a page. Choices hold the labels of its choices, one to a line.
type NewQuestion struct {
	Page, Label, Short, Hint, Error string
	Kind                            Kind
	Required                        bool
	Choices                         string
}

// Subject names the page it goes on.
func (e NewQuestion) Subject() string { return "page/" + e.Page }

func (e NewQuestion) apply(d *Draft) error {
	p := d.page(e.Page)
	if p == nil {
		return errGone
	}
	if slices.ContainsFunc(p.Questions, func(q Question) bool { return q.Code == QuestionTitle }) {
		return &Wrong{"label", "Questions cannot be added to the page that starts an assessment. Choose another page"}
	}
	if !slices.Contains(AddedKinds(), e.Kind) {
		return &Wrong{"kind", "Select how it is answered"}
	}
	said := QuestionWords{Label: e.Label, Short: e.Short, Hint: e.Hint, Error: e.Error, Required: e.Required, More: e.Choices}
	if err := said.sound(*p, e.Kind); err != nil {
		return err
	}
	if e.Kind.Closed() != (len(linesOf(e.Choices)) > 0) {
		if e.Kind.Closed() {
			return &Wrong{"choices", "Enter the choices, one on each line"}
		}
		return &Wrong{"choices", "Leave the choices out: this kind of question has none"}
	}
	q := Question{Code: codeFor("q_", e.Short, d.usedQuestion), Kind: e.Kind, Label: e.Label, Short: e.Short, Hint: e.Hint, Error: e.Error,
		Required: e.Required, MaxChars: map[Kind]int{Line: 200, Text: 4000}[e.Kind]}
	if err := said.extend(&q); err != nil {
		return err
	}
	p.Questions = append(p.Questions, q)
	return nil
}

// usedQuestion reports whether a code is not free for a new question: some version asked another one under it.
func (d *Draft) usedQuestion(code string) bool {
	return slices.ContainsFunc(append([]Version{d.Version, d.BasedOn}, d.Used...), func(v Version) bool {
		_, asked := v.Question(code)
		return asked
	})
}
