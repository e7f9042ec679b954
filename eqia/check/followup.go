package check

import (
	"fmt"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// The review comes within a year of the decision: council policy, as the form's own guidance says. Fewer words than this name no measure.
const (
	reviewMonths  = 12
	minMonitoring = 4
)

func followUpRules() []Rule {
	return []Rule{
		{
			ID: "F4", Severity: eqia.Stop, Gates: bothGates, Basis: eqia.Policy, MayPass: workflow.Lead, Waits: true,
			Title:  "Each harm has an action or a reason",
			Why:    "A promise with no action behind it is easily lost. An action has a person and a date, so others can ask how it went.",
			Weak:   "We will try to help people who find it harder.",
			Better: "Action: keep the Tuesday bus until the new route opens. Head of transport, by 31 March 2027.",
			Judge:  noAction,
		},
		{
			ID: "F5", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.Law,
			Title:  "It says how the real effects will be watched",
			Why:    "Courts have said that the duty goes on after the decision. What is counted, and a day to look at it, are how anyone would know.",
			Weak:   "Monitoring: as usual. Review: in three years.",
			Better: "We count visits by age each month. The service manager looks at them on 1 March 2027 and reviews this assessment.",
			Judge:  notWatched,
		},
	}
}

// notWatched leaves a question that was not answered at all to the rule about those.
func notWatched(c *reading) []Remark {
	var out []Remark
	if m := c.Content.Answers[form.QuestionMonitoring].Text; m != "" && (blank(m) || count(m) < minMonitoring) {
		out = atAnswer(form.QuestionMonitoring, "Say what you will count or ask, how often, and who will look at it.")
	}
	from := max(asOf(c), c.Content.Answers[form.QuestionDecisionDate].Day)
	if review := c.Content.Answers[form.QuestionReviewDate].Day; review > from.AddMonths(reviewMonths) {
		out = append(out, atAnswer(form.QuestionReviewDate, fmt.Sprintf(
			"Enter a review date within %d months of the decision. The one given, %s, is later.", reviewMonths, review.Words()))...)
	}
	return out
}

// noAction questions blocks with a harm; A8 asks the same, and more, where an effect is unclear.
func noAction(c *reading) []Remark {
	var out []Remark
	for b := range blocks(c) {
		if b.Effects.Has(eqia.Negative) && !b.Effects.Has(eqia.Unclear) && blank(b.Justification) && len(b.actions(c)) == 0 {
			out = append(out, b.remark("Add an action that lowers the harm, or say why it is right to go ahead without one."))
		}
	}
	return out
}

// actions lists what will be done about a block: the actions that name it, its whole card, or a part of it from before it was joined.
func (b block) actions(c *reading) []eqia.Action {
	var out []eqia.Action
	for _, a := range c.Content.Actions {
		if !blank(a.What) && slices.ContainsFunc(a.Answers, b.named) {
			out = append(out, a)
		}
	}
	return out
}

func (b block) named(r eqia.BlockRef) bool {
	meets := func(x, y string) bool { return x == y || x == "" || y == "" }
	return r.Card == b.characteristic.Code && meets(r.Audience, b.Audience) && meets(r.Option, b.Option)
}
