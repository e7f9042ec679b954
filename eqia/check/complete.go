package check

import (
	"fmt"
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

func completeRules() []Rule {
	return []Rule{
		{
			ID: "Q1", Severity: eqia.Stop, Gates: bothGates, Basis: eqia.Policy, MayPass: workflow.Lead, Screening: true, Waits: true,
			Title:  "Every question that is needed has an answer",
			Why:    "The council asks the same questions of every proposal, so that people who read many assessments know where to look.",
			Weak:   "The page about who was asked is empty.",
			Better: "Nobody has been asked yet: the survey of library users opens on 4 May and this assessment will be updated after it.",
			Judge:  unanswered,
		},
		{
			ID: "A22", Severity: eqia.Inform, Gates: bothGates, Basis: eqia.Policy, Waits: true,
			Title:  "An older form leaves a group out",
			Why:    "The council has since chosen to ask about more groups. Readers will look for them here too.",
			Weak:   "The form does not ask about care experience, and no answer speaks of it.",
			Better: "Summary: 12 young people with care experience use the scheme, and they keep their places.",
			Judge:  leftOut,
		},
	}
}

// judgedElsewhere lists questions whose own rule says more than that an answer is missing.
var judgedElsewhere = []string{form.QuestionDecisionMaker, form.QuestionEvidence, form.QuestionScreeningReason, form.QuestionNoEngagement}

func unanswered(c *reading) []Remark {
	var out []Remark
	for _, q := range c.Missing() {
		if !slices.Contains(judgedElsewhere, q.Code) {
			out = append(out, atAnswer(q.Code, q.Error+".")...)
		}
	}
	return append(out, nobodyAsked(c)...)
}

// nobodyAsked wants either someone who was asked, or the reason why nobody was.
func nobodyAsked(c *reading) []Remark {
	asked := slices.ContainsFunc(c.Content.Engagement, func(e eqia.Engagement) bool { return !blank(e.Who) })
	if asked || !asks(c, form.QuestionNoEngagement) || !blank(c.Content.Answers[form.QuestionNoEngagement].Text) {
		return nil
	}
	return atAnswer(form.QuestionNoEngagement, "Enter why nobody has been asked yet, or add someone you asked.")
}

// asks reports whether the form puts a question, for the answers given so far.
func asks(c *reading, question string) bool {
	for page, q := range c.Form.Questions() {
		if q.Code == question {
			return c.Met(page.If) && c.Met(q.If)
		}
	}
	return false
}

// leftOut names groups that the newest form asks about and this older one does not, unless the summary speaks of them.
func leftOut(c *reading) []Remark {
	newest, _ := c.Council.Latest(string(c.Today))
	var out []Remark
	for _, ch := range newest.CharacteristicsInForce(string(c.Today)) {
		asked := slices.ContainsFunc(c.Characteristics(), func(o form.Characteristic) bool { return o.Code == ch.Code })
		if asked || coveredBy(c, ch) || spokenOf(c, ch) {
			continue
		}
		out = append(out, atAnswer(form.QuestionSummary, fmt.Sprintf(
			"Say in the summary what the proposal means for this group: %s. The older form of this assessment does not ask about it.", strings.ToLower(ch.Label)))...)
	}
	return out
}

// coveredBy reports whether a merged row of an outside form asked about the group together with others.
func coveredBy(c *reading, ch form.Characteristic) bool {
	return slices.ContainsFunc(c.Content.Cards, func(k eqia.Card) bool { return slices.Contains(k.Covers, ch.Code) })
}

func spokenOf(c *reading, ch form.Characteristic) bool {
	summary := c.Content.Answers[form.QuestionSummary].Text
	return slices.ContainsFunc(append([]string{ch.Label}, ch.Aliases...), func(n string) bool { return mentions(summary, n) })
}
