package document

import (
	"strings"

	"dorset-eqia/eqia"
)

// since says what became of what the version before predicted and promised, in a section of its own; none where the version is no review.
func (w writer) since() []Section {
	if len(w.content.Outcomes) == 0 {
		return nil
	}
	s := Section{Code: "since", Title: "What happened since version " + w.content.Outcomes[0].Of}
	for _, o := range w.content.Outcomes {
		name := w.predicted(o)
		s.Questions = append(s.Questions, Question{Part: eqia.Entry(eqia.OutcomePart, o.No), Label: name, Short: name, Lines: outcomeLines(o)})
	}
	return []Section{s}
}

// predicted names what an outcome is about: a group with the effects predicted, or an action.
func (w writer) predicted(o eqia.Outcome) string {
	if o.IsAction() {
		return "Action: " + Short(o.Said)
	}
	name := o.Label
	if name == "" {
		name = w.label(o.Card)
	}
	if about := w.about(eqia.Block{Audience: o.Audience, Option: o.Option}); about != "" {
		name += ", " + strings.ToLower(about[:1]) + about[1:]
	}
	return name + ": " + strings.ToLower(strings.ReplaceAll(effects(o.Effects), ", ", " and "))
}

// Predicted names what an outcome is about, in the words of the form that the case is on.
func Predicted(c eqia.Case, o eqia.Outcome) string {
	return writer{c.Content, c.Form, string(eqia.DayOf(c.StartedAt))}.predicted(o)
}

func outcomeLines(o eqia.Outcome) []Line {
	came := o.Came.Label()
	if came == "" {
		came = "Not said yet"
	}
	if o.IsAction() {
		return said(Line{Name: "What was to be done", Text: o.Said}, Line{Name: "By whom, and when", Text: o.Planned}, Line{Name: "Was it done?", Text: came},
			Line{Name: "In more words", Text: o.Text})
	}
	return said(Line{Name: "What was predicted", Text: o.Said}, Line{Name: "What was to be done about it", Text: o.Planned},
		Line{Name: "What happened", Text: came}, Line{Name: "In more words", Text: o.Text})
}

// responsible names who does an action, and who of several reports on it.
func responsible(a eqia.Action) string {
	if len(a.Others) == 0 || a.Who == "" {
		return a.Responsible()
	}
	return a.Who + " (reports on it), " + strings.Join(a.Others, ", ")
}
