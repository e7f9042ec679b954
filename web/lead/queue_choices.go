package lead

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
)

// queueChoices are what the filter offers that comes from the form in force.
type queueChoices struct {
	directorates, kinds, rounds, groups []components.Item
	saving                              []string // the kinds of proposal that are asked for a budget round
}

// choices lists what the form in force knows, each after "all of them".
func choices(r *page.Request) queueChoices {
	c := queueChoices{directorates: []components.Item{{Text: "All directorates"}}, kinds: []components.Item{{Text: "All kinds"}},
		rounds: []components.Item{{Text: "Any, or none"}}, groups: []components.Item{{Text: "Any group, or none"}}}
	today := string(eqia.DayOf(r.Kit.Now()))
	fv, ok := r.Council().Latest(today)
	if !ok {
		return c
	}
	c.saving = fv.KindsInRounds()
	for code, list := range map[string]*[]components.Item{"directorate": &c.directorates, form.QuestionKind: &c.kinds, form.QuestionBudgetRound: &c.rounds} {
		asked, _ := fv.Question(code)
		for _, choice := range asked.Choices {
			*list = append(*list, components.Item{Value: choice.Code, Text: choice.Label})
		}
	}
	for _, ch := range fv.CharacteristicsInForce(today) {
		c.groups = append(c.groups, components.Item{Value: ch.Code, Text: ch.Label})
	}
	return c
}

func stages() []components.Item {
	items := []components.Item{{Text: "Waiting for review or in review"}}
	for _, s := range current() {
		items = append(items, components.Item{Value: string(s), Text: s.Label()})
	}
	return append(items, components.Item{Value: everyStage, Text: "Every stage"})
}

// reviewers are whose reviews can be asked for: the person's own, nobody's, and someone else's where a link led to theirs.
func (q queue) reviewers() []components.Item {
	items := []components.Item{{Text: "Anyone"}, {Value: withMe, Text: "Me, and those I stand in for"}, {Value: withNobody, Text: "Nobody yet"}}
	if slices.ContainsFunc(items, func(i components.Item) bool { return i.Value == q.With }) {
		return items
	}
	name := "One other reviewer"
	if len(q.lines) > 0 {
		name = q.lines[0].ReviewerName
	}
	return append(items, components.Item{Value: q.With, Text: name})
}

func onlyItems() []components.Item {
	return []components.Item{{Value: "overdue", Text: "Overdue"}, {Value: "meeting", Text: "With a meeting in the next 4 weeks"},
		{Value: "not_needed", Text: "That say no assessment is needed"}, {Value: "urgent", Text: "Urgent, signed and still to be reviewed"}}
}

// filtered reports whether one of the rarer filters is used, so that they are not hidden.
func (q queue) filtered() bool {
	return q.Kind != "" || q.Round != "" || q.Negative != "" || len(q.Only) > 0 || len(q.Errors) > 0
}
