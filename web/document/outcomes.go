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
	names := [4]string{"What was predicted", "What was to be done about it", "What happened", "In more words"}
	if o.IsAction() {
		names = [4]string{"What was to be done", "By whom, and when", "Was it done?", "In more words"}
	}
	return said(Line{Name: names[0], Text: o.Said, Field: "said"}, Line{Name: names[1], Text: o.Planned, Field: "planned"},
		Line{Name: names[2], Text: came, Field: "came"}, Line{Name: names[3], Text: o.Text, Field: "text"})
}

// responsible names who does an action, and who of several reports on it.
func responsible(a eqia.Action) string {
	if len(a.Others) == 0 || a.Who == "" {
		return a.Responsible()
	}
	return a.Who + " (reports on it), " + strings.Join(a.Others, ", ")
}
