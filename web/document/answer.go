package document

import (
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

// writer puts one record into words.
type writer struct {
	content eqia.Content
	form    form.Version
	day     string
}

func (w writer) met(c *form.Condition) bool {
	return c.Met(func(q string) []string { return w.content.Answers[q].Choices })
}

// sections lists the questions that were asked. One that no longer applies, or that the author was free to leave out, is there when it
// was answered.
func (w writer) sections() []Section {
	var out []Section
	for _, sec := range w.form.Sections {
		s := Section{Code: sec.Code, Title: sec.Title}
		for _, p := range sec.Pages {
			for _, asked := range p.Questions {
				q := w.question(asked)
				if !q.Missing || !p.Aside && w.met(p.If) && w.met(asked.If) {
					s.Questions = append(s.Questions, q)
				}
			}
		}
		if len(s.Questions) > 0 {
			out = append(out, s)
		}
	}
	return out
}

func (w writer) question(asked form.Question) Question {
	q := Question{Part: eqia.PartKey{Kind: eqia.AnswerPart, Key: asked.Code}, Label: asked.Label, Short: asked.Short}
	switch asked.Kind {
	case form.Evidence:
		q.Entries = w.evidence()
	case form.Engagement:
		q.Entries = w.engagement()
	case form.Options:
		q.Entries = w.options()
	case form.Actions:
		q.IsAction = true
	default:
		q.Text = Words(asked, w.content.Answers[asked.Code])
	}
	q.Missing = q.Text == "" && len(q.Entries) == 0 && (!q.IsAction || len(w.content.Actions) == 0)
	return q
}

// Words is an answer as it is read, whatever its kind: choices by their labels, days in full.
func Words(q form.Question, a eqia.Answer) string {
	var said []string
	if a.NotKnown {
		said = append(said, "Not known yet")
	}
	for _, code := range a.Choices {
		c, ok := q.Choice(code)
		if !ok {
			c.Label = named(code)
		}
		said = append(said, c.Label)
	}
	if a.Day != "" {
		said = append(said, a.Day.Words())
	}
	if a.Text != "" {
		said = append(said, a.Text)
	}
	return strings.Join(said, "\n")
}

// others holds answers to questions that this form does not have, so that nothing of an older record is lost.
func (w writer) others() []Section {
	s := Section{Code: "other", Title: "Other answers"}
	for code, a := range w.content.Answers {
		if _, asked := w.form.Question(code); asked || code == eqia.SharedReason || a.Empty() {
			continue
		}
		name := named(code)
		s.Questions = append(s.Questions, Question{Part: eqia.PartKey{Kind: eqia.AnswerPart, Key: code}, Label: name, Short: name,
			Text: Words(form.Question{}, a)})
	}
	if len(s.Questions) == 0 {
		return nil
	}
	slices.SortFunc(s.Questions, func(a, b Question) int { return strings.Compare(a.Part.Key, b.Part.Key) })
	return []Section{s}
}

// named makes words of a code that has no label.
func named(code string) string {
	text := strings.ReplaceAll(code, "_", " ")
	if text == "" {
		return text
	}
	return strings.ToUpper(text[:1]) + text[1:]
}
