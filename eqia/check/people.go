package check

import (
	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

func peopleRules() []Rule {
	return []Rule{
		{
			ID: "D1", Severity: eqia.Stop, Gates: bothGates, Basis: eqia.Law, MayPass: workflow.Lead, Screening: true, Waits: true,
			Title:  "It says who will decide",
			Why:    "The duty in section 149 of the Equality Act 2010 belongs to whoever makes the decision. They must read this themselves.",
			Weak:   "To be confirmed",
			Better: "Cabinet, on the advice of the executive director for place",
			Judge:  decisionMaker,
		},
		{
			ID: "D2", Severity: eqia.Stop, Gates: []eqia.Gate{eqia.AtSignOff}, Basis: eqia.Policy, MayPass: workflow.MonitoringOfficer, Screening: true,
			Title:  "Someone who did not write it signs it off",
			Why:    "A second pair of eyes sees what the people who wrote it can miss. The council asks for this every time.",
			Weak:   "The equality lead writes half of the answers and then signs the assessment off.",
			Better: "The equality lead comments, the author makes the changes, and the lead signs the assessment off.",
			Judge:  signer,
		},
		{
			ID: "D3", Severity: eqia.Inform, Gates: atSubmit, Basis: eqia.GoodPractice, Waits: true,
			Title:  "More than one person worked on it",
			Why:    "People from other teams, and people who are affected, think of things that one author cannot.",
			Weak:   "The project manager wrote it alone.",
			Better: "The project manager wrote it with two bus drivers and the travel training team.",
			Judge:  alone,
		},
		{
			ID: "D4", Severity: eqia.Stop, Gates: []eqia.Gate{eqia.AtSignOff}, Basis: eqia.GoodPractice, MayPass: workflow.MonitoringOfficer, Screening: true,
			Title:  "It says when it was signed off",
			Why:    "A date shows that the assessment was there before the decision was made.",
			Weak:   "Signed off by the equality lead.",
			Better: "Signed off by the equality lead on 12 July 2024.",
			Judge:  signedWhen,
		},
	}
}

func decisionMaker(c *reading) []Remark {
	if !blank(c.Content.Answers[form.QuestionDecisionMaker].Text) {
		return nil
	}
	return atAnswer(form.QuestionDecisionMaker, "Enter who will decide. A role or a committee is enough, and the date can follow later.")
}

func signer(c *reading) []Remark {
	if c.Facts[workflow.NotContributor] {
		return nil
	}
	if c.State.Frozen() {
		return atWhole("Ask another equality lead to read this record as well. Whoever signed it off is also named as having helped to write it.")
	}
	return atWhole("You helped to write this assessment. Ask another equality lead to sign it off, or ask the monitoring officer to allow it and say why.")
}

// alone asks of a record with one contributor; a record that names nobody says nothing of how many there were.
func alone(c *reading) []Remark {
	if len(c.Contributors()) != 1 {
		return nil
	}
	return atWhole("Ask someone from another team, or someone who is affected, to read this with you. One person has worked on it so far.")
}

// signedWhen questions records that came in signed: the service dates its own signatures itself.
func signedWhen(c *reading) []Remark {
	if !c.State.Frozen() || !c.SignedAt.IsZero() {
		return nil
	}
	return atWhole("Enter the date on which this assessment was signed off. Look for it on the document, or ask the person who signed it.")
}
