package committee

import (
	"slices"

	"dorset-eqia/eqia"
)

// Readiness is how far an agenda item has come.
type Readiness string

// The states of readiness.
const (
	NotStarted         Readiness = "not_started"
	Blocked            Readiness = "blocked"
	Warnings           Readiness = "warnings"
	NothingOutstanding Readiness = "nothing_outstanding"
)

// Readinesses lists the states, those that need most work first.
func Readinesses() []Readiness { return []Readiness{NotStarted, Blocked, Warnings, NothingOutstanding} }

// Label is the state in the words shown on pages.
func (r Readiness) Label() string {
	return map[Readiness]string{NotStarted: "Not started", Blocked: "Blocked", Warnings: "Warnings",
		NothingOutstanding: "Nothing outstanding"}[r]
}

// Judge works out how far an item has come, and every finding about it, blocks first. It is the only place where this is worked out.
// An item of a kind that asks for nothing has nothing outstanding.
func Judge(item Item) (Readiness, []eqia.Finding) {
	if !item.Kind.Asks() {
		return NothingOutstanding, nil
	}
	a := item.appearance()
	var found []eqia.Finding
	for _, r := range rules() {
		for _, message := range r.finds(item, a) {
			found = append(found, r.finding(message))
		}
	}
	slices.SortStableFunc(found, func(x, y eqia.Finding) int { return weight(x.Severity) - weight(y.Severity) })
	switch {
	case len(a.Live()) == 0 && len(a.Expected) == 0 && len(a.Given()) == 0:
		return NotStarted, found
	case len(eqia.Blocks(found)) > 0:
		return Blocked, found
	case slices.ContainsFunc(found, func(f eqia.Finding) bool { return f.Severity == eqia.Warn }):
		return Warnings, found
	default:
		return NothingOutstanding, found
	}
}

func weight(s eqia.Severity) int {
	return slices.Index([]eqia.Severity{eqia.Stop, eqia.Warn, eqia.Prompt, eqia.Inform}, s)
}

// appearance is the report at the item; an empty one when there is none, about which the same rules can speak.
func (i Item) appearance() Appearance {
	if i.Appearance == nil {
		return Appearance{}
	}
	return *i.Appearance
}

// Tally counts the items of a meeting that need an assessment or a reason, by how far they have come.
func (m Meeting) Tally() map[Readiness]int {
	out := map[Readiness]int{}
	for _, i := range m.Items {
		if i.Kind.Asks() {
			state, _ := Judge(i)
			out[state]++
		}
	}
	return out
}
