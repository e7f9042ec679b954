package committee

import (
	"cmp"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// RuleSet is how strictly the rules of the committee gate weigh.
type RuleSet string

// The sets of rules. In the introductory one everything warns but a restricted assessment in the open.
const (
	Strict       RuleSet = "strict"
	Introductory RuleSet = "introductory"
)

// RuleSets lists the sets in the order they are offered.
func RuleSets() []RuleSet { return []RuleSet{Strict, Introductory} }

// Label is the set in the words shown on pages.
func (s RuleSet) Label() string {
	return map[RuleSet]string{Strict: "Strict: what blocks has to be put right, or passed by the monitoring officer",
		Introductory: "Introductory: everything warns, but for restricted assessments in open papers"}[s]
}

// Off is the weight of a rule that a council does not use.
const Off eqia.Severity = "off"

// RuleBook is what a council has settled for the committee gate: how it weighs the rules, who may let one pass, who agrees reasons, and the
// timetable it works to. The zero value is the strict set with
// everything as it comes.
type RuleBook struct {
	Set     RuleSet                   `json:"set,omitempty"`
	Weights map[string]eqia.Severity  `json:"weights,omitempty"` // by rule; Off for one that is not used
	Shown   bool                      `json:"shown,omitempty"`   // publications say which rules were outstanding
	Passers map[string]workflow.Actor `json:"passers,omitempty"` // by rule: who may let it pass, where that is not as it comes
	Agreers map[Code]workflow.Actor   `json:"agreers,omitempty"` // by code: whose agreement makes a reason hold, where that is not as it comes
	Times   workflow.Timetable        `json:"times,omitzero"`    // the zero value for the usual timetable
	Counter int                       `json:"-"`
}

// fixed are the rules that can't be switched off.
var fixed = []string{"EQ-01", "EQ-06", "AG-02"}

// Fixed reports whether a rule can't be switched off.
func Fixed(rule string) bool { return slices.Contains(fixed, rule) }

// set is the set of rules in use.
func (b RuleBook) set() RuleSet { return cmp.Or(b.Set, Strict) }

// weighs is how much a rule weighs here. A council may soften a rule; it can't make it weigh more than it does.
func (b RuleBook) weighs(r Rule) eqia.Severity {
	out := r.Severity
	if own, ok := b.Weights[r.ID]; ok && (own != Off || !Fixed(r.ID)) && (own == Off || weight(own) > weight(out)) {
		out = own
	}
	if b.Set == Introductory && out == eqia.Stop && r.ID != "EQ-06" {
		out = eqia.Warn
	}
	return out
}

// settlers are who a council can choose from where somebody has to let a rule pass, or agree a reason.
var settlers = []workflow.Actor{workflow.Clerk, workflow.Lead, workflow.MonitoringOfficer}

// Settlers lists who can be chosen to let a rule pass, or to agree a reason.
func Settlers() []workflow.Actor { return slices.Clone(settlers) }

// PassedBy is who may let a rule pass; empty where nobody may, which a council can't change.
func (b RuleBook) PassedBy(r Rule) workflow.Actor {
	if own, ok := b.Passers[r.ID]; ok && r.MayPass != "" {
		return own
	}
	return r.MayPass
}

// Agrees is whose agreement makes a reason of a code hold.
func (b RuleBook) Agrees(c Code) workflow.Actor {
	if own, ok := b.Agreers[c]; ok {
		return own
	}
	return c.Agrees()
}

// Agrees is whose agreement makes a reason of a code hold at the item.
func (i Item) Agrees(c Code) workflow.Actor { return i.Meeting.Book.Agrees(c) }
