package check

import (
	"fmt"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// minLead is the fewest working days between the start of an assessment and the decision. Audit Wales found in 2022 that public bodies
// often start too late to change anything ("Equality Impact Assessments: more than a tick box exercise?"); the number is the council's.
const minLead = 20

func timingRules() []Rule {
	return []Rule{
		{
			ID: "T1", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.Law, Screening: true,
			Title:  "It comes before the decision",
			Why:    "Courts have said that the people deciding think about equality before they decide and while they do, and not afterwards.",
			Weak:   "Cabinet decided on 4 March. The assessment was signed off on 20 March.",
			Better: "The assessment was signed off on 12 February, in time for the papers of the Cabinet meeting on 4 March.",
			Judge:  tooLate,
		},
		{
			ID: "T2", Severity: eqia.Inform, Gates: atDraft, Basis: eqia.GoodPractice,
			Title:  "There is time to change the proposal",
			Why:    "What an assessment finds is of use while the proposal can still change. People need time to answer questions, too.",
			Weak:   "Started a week before the meeting, with the report already written.",
			Better: "Started in spring, beside the first options, for a meeting in autumn.",
			Judge:  shortNotice,
		},
		{
			ID: "T6", Severity: eqia.Warn, Gates: atSignOff, Basis: eqia.Policy, Screening: true,
			Title:  "It is linked to the meeting that will decide",
			Why:    "Councillors can only take this into account if it reaches the meeting. A link makes the clerk expect it.",
			Weak:   "How it will be decided: at a meeting. Meeting: none.",
			Better: "How it will be decided: at a meeting. Meeting: Cabinet, 27 March 2027, with the report on library hours.",
			Judge:  noMeeting,
		},
	}
}

// asOf is the day that an assessment is judged on: the day it was signed off, and today until then.
func asOf(c *reading) eqia.Day {
	if !c.SignedAt.IsZero() {
		return eqia.DayOf(c.SignedAt)
	}
	return c.Today
}

// tooLate compares days alone, and says no more than what they are.
func tooLate(c *reading) []Remark {
	decided := c.Content.Answers[form.QuestionDecisionDate].Day
	switch {
	case decided == "" || asOf(c) <= decided:
		return nil
	case c.SignedAt.IsZero():
		return atAnswer(form.QuestionDecisionDate, fmt.Sprintf(
			"Enter the new date if the decision has moved. The one given here is %s, and this is not signed off yet.", decided.Words()))
	default:
		return atAnswer(form.QuestionDecisionDate, fmt.Sprintf(
			"Enter the new date if the decision moved. This was signed off on %s, and the decision was expected on %s.", asOf(c).Words(), decided.Words()))
	}
}

// shortNotice counts a bank holiday as a working day, so it rather stays silent than speaks too soon. When a record from elsewhere was
// started is not known.
func shortNotice(c *reading) []Remark {
	decided := c.Content.Answers[form.QuestionDecisionDate].Day
	started := eqia.DayOf(c.StartedAt)
	if decided == "" || decided <= started || c.Legacy || c.StartedAt.IsZero() {
		return nil
	}
	days := workflow.WorkingDays(started.Time(), decided.Time(), func(time.Time) bool { return false })
	if days >= minLead {
		return nil
	}
	return atAnswer(form.QuestionDecisionDate, fmt.Sprintf(
		"Say in the report what could still change. This was started about %d working days before the decision, and %d or more give time to act on what you find.", days, minLead))
}

func noMeeting(c *reading) []Remark {
	if c.Content.Answers[form.QuestionRoute].Choice() != form.RouteCommittee || c.Placed || c.State.Frozen() {
		return nil
	}
	return atAnswer(form.QuestionRoute, "Ask the clerk to expect this assessment at the meeting that will decide. It is not linked to any report yet.")
}
