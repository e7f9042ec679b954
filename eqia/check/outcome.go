package check

import (
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// outcomeRules are about a review: what became of what the version before predicted and promised. A version that is no review has no
// outcomes, so they say nothing of it.
func outcomeRules() []Rule {
	return []Rule{
		{
			ID: "F7", Severity: eqia.Stop, Gates: bothGates, Basis: eqia.Policy, MayPass: workflow.Lead, Waits: true, Screening: true,
			Title:  "A review says what really happened",
			Why:    "A review is the moment to learn whether the assessment was right. What was predicted and never looked at teaches nobody anything.",
			Weak:   "As predicted.",
			Better: "Less than predicted: 40 of 310 older members left, and 25 of those came back when the Tuesday bus began.",
			Judge:  unsaidPredictions,
		},
		{
			ID: "F8", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.GoodPractice, Waits: true, Screening: true,
			Title:  "A review reports on each action",
			Why:    "Readers want to know whether what was promised was done. If it was not, the reason matters as much as the promise did.",
			Weak:   "Not done.",
			Better: "Not done: the trainer left in May. The library manager has booked another for October.",
			Judge:  unsaidActions,
		},
	}
}

// unsaidPredictions questions predictions with no outcome, or with an outcome and no words. "Not known yet" is an answer when it says why.
func unsaidPredictions(c *reading) []Remark {
	var out []Remark
	for _, o := range c.Content.Outcomes {
		switch {
		case o.IsAction():
		case o.Came == "":
			out = append(out, atOutcome(o, predictedFor(c, o)+": Say what really happened."))
		case blank(o.Text):
			out = append(out, atOutcome(o, predictedFor(c, o)+": Say in a few words how you know what happened, or why you do not know yet."))
		}
	}
	return out
}

// unsaidActions questions actions nobody reports on, and those that were not done for no reason given.
func unsaidActions(c *reading) []Remark {
	var out []Remark
	for _, o := range c.Content.Outcomes {
		switch {
		case !o.IsAction():
		case o.Came == "":
			out = append(out, atOutcome(o, "Say whether this was done: “"+opening(o.Said)+"”."))
		case o.Came == eqia.NotDone && blank(o.Text):
			out = append(out, atOutcome(o, "Say why this was not done: “"+opening(o.Said)+"”."))
		}
	}
	return out
}

func atOutcome(o eqia.Outcome, message string) Remark {
	return Remark{Where: eqia.Entry(eqia.OutcomePart, o.No), Message: message}
}

// predictedFor names the group that a prediction was about.
func predictedFor(c *reading, o eqia.Outcome) string {
	if ch, ok := c.Form.Group(o.Card); ok {
		return ch.Label
	}
	if o.Label != "" {
		return o.Label
	}
	return strings.ReplaceAll(o.Card, "_", " ")
}

// opening is the start of a text, for a message.
func opening(text string) string {
	const most = 60
	if r := []rune(text); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return text
}
