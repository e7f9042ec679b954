package document

import (
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
)

// origin says where a rule comes from, in words that follow "It comes from".
func origin(b eqia.Basis) string {
	return map[eqia.Basis]string{eqia.Law: "the law", eqia.Policy: "council policy", eqia.GoodPractice: "good practice"}[b]
}

// Says is what a finding says beside the name of its part, which it does not repeat.
func Says(c eqia.Case, f eqia.Finding) string {
	return strings.TrimPrefix(f.Message, PartName(c, f.Where)+": ")
}

// givenBy says who gave a reason, as what, and when.
func givenBy(g eqia.Grounds) string {
	text := g.ByName
	if label := g.Role.Label(); label != "" {
		text += " (" + label + ")"
	}
	return text + ", " + eqia.Moment(g.At)
}

// verdict says what a reason does with what the rule said.
func verdict(g eqia.Grounds) string {
	if g.Passes {
		return "The equality team let this pass, because:"
	}
	return "Kept as it is, because:"
}

// ReasonRows are reasons given for a version, each with what it is about.
func ReasonRows(c eqia.Case, list []eqia.Grounds) []components.Row {
	var out []components.Row
	for _, g := range list {
		out = append(out, components.Row{Key: PartName(c, g.Where), Content: answered(g)})
	}
	return out
}
