package check

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

func evidenceRules() []Rule {
	return []Rule{{
		ID: "E1", Severity: eqia.Stop, Gates: bothGates, Basis: eqia.Law, MayPass: workflow.Lead,
		Title:  "It names the evidence it rests on",
		Why:    "Courts have said that the people deciding must have enough information, and must make reasonable enquiries where they do not.",
		Weak:   "We know our users well.",
		Better: "Library survey, Dorset Council, March 2025: 412 of 1,030 users answered, and 96 of them come by bus.",
		Judge:  noEvidence,
	}}
}

func noEvidence(c eqia.Case) []Remark {
	named := func(e eqia.Evidence) bool { return !blank(e.Title) || !blank(e.Source) || !blank(e.Link) }
	if slices.ContainsFunc(c.Content.Evidence, named) || !asks(c, form.QuestionEvidence) {
		return nil
	}
	return atAnswer(form.QuestionEvidence, "Enter at least one source that you used: figures, research, or what people have told the council.")
}
