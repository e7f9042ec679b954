package check

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

func followUpRules() []Rule {
	return []Rule{{
		ID: "F4", Severity: eqia.Stop, Gates: bothGates, Basis: eqia.Policy, MayPass: workflow.Lead,
		Title:  "Each harm has an action or a reason",
		Why:    "A promise with no action behind it is easily lost. An action has a person and a date, so others can ask how it went.",
		Weak:   "We will try to help people who find it harder.",
		Better: "Action: keep the Tuesday bus until the new route opens. Head of transport, by 31 March 2027.",
		Judge:  noAction,
	}}
}

// noAction questions blocks with a harm; A8 asks the same, and more, where an effect is unclear.
func noAction(c eqia.Case) []Remark {
	var out []Remark
	for b := range blocks(c) {
		if b.Effects.Has(eqia.Negative) && !b.Effects.Has(eqia.Unclear) && blank(b.Justification) && len(b.actions(c)) == 0 {
			out = append(out, b.remark("Add an action that lowers the harm, or say why it is right to go ahead without one."))
		}
	}
	return out
}

// actions lists what will be done about a block: the actions that name it, its whole card, or a part of it from before it was joined.
func (b block) actions(c eqia.Case) []eqia.Action {
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
