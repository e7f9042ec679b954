package committee

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// Rule is one thing to look for on an agenda. The same number may have several rows, where it weighs differently for different cases.
type Rule struct {
	ID       string
	Severity eqia.Severity
	Basis    eqia.Basis
	Title    string         // what the rule hopes to find
	Why      string         // why that matters
	MayPass  workflow.Actor // who may let it pass with a recorded reason; empty when nobody may
}

// rule is a rule of one agenda item with what it finds there, each in words that say what to do.
type rule struct {
	Rule
	finds func(matter) []string
}

// Ruleset names the rules and wordings of this release; results say by which they were made.
const Ruleset = "2026-2"

// rules lists every rule that is asked of an item. A new family is another function of rules, added here.
func rules() []rule {
	return slices.Concat(recordedRules(), signedRules(), paperRules(), wordRules(), againRules(), decidedRules(), agendaRules())
}

// Rules lists every rule of the committee gate in the order of their numbers, those of a whole agenda and of plans among them.
func Rules() []Rule {
	var out []Rule
	for _, r := range rules() {
		out = append(out, r.Rule)
	}
	for _, r := range wholeRules() {
		out = append(out, r.Rule)
	}
	for _, r := range planRules() {
		out = append(out, r.Rule)
	}
	slices.SortStableFunc(out, func(a, b Rule) int { return compareIDs(a.ID, b.ID) })
	return out
}

// families is the order in which the rules are listed.
var families = []string{"EQ", "AG", "JR", "FP"}

func compareIDs(a, b string) int {
	if x, y := slices.Index(families, a[:2]), slices.Index(families, b[:2]); x != y {
		return x - y
	}
	if a < b {
		return -1
	}
	if a > b {
		return 1
	}
	return 0
}

// finding is what the rule found, as the rule book has it.
func (b RuleBook) finding(r Rule, severity eqia.Severity, message string) eqia.Finding {
	return eqia.Finding{Rule: r.ID, Title: r.Title, Severity: severity, Gate: eqia.AtCommittee, Basis: r.Basis, Message: message, Why: r.Why,
		MayPass: b.PassedBy(r), Ruleset: Ruleset}
}
