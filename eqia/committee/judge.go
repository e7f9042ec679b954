package committee

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
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

// Sight is what the rules look at beside the item itself.
type Sight struct {
	Today eqia.Day
	workflow.Deadlines
}

// matter is one item as a rule looks at it.
type matter struct {
	Item
	Appearance // the report at it; an empty one when there is none, about which the same rules can speak
	Sight
}

// Judge works out how far an item has come, and every finding about it, blocks first. It is the only place where this is worked out.
// An item of a kind that asks for nothing has nothing outstanding.
func Judge(item Item, sight Sight) (Readiness, []Finding) {
	if !item.Kind.Asks() {
		return NothingOutstanding, nil
	}
	m := matter{item, item.appearance(), sight}
	var found []Finding
	for _, r := range rules() {
		severity := item.Meeting.Book.weighs(r.Rule)
		if severity == Off {
			continue
		}
		for _, message := range r.finds(m) {
			found = append(found, m.passed(item.Meeting.Book.finding(r.Rule, severity, message)))
		}
	}
	slices.SortStableFunc(found, func(x, y Finding) int { return weight(x.Severity) - weight(y.Severity) })
	return m.readiness(Outstanding(found)), found
}

// passed is a finding with what lets it pass.
func (m matter) passed(f eqia.Finding) Finding {
	out := Finding{Finding: f}
	for _, o := range m.Overrides {
		if o.Mark == f.Mark() && o.Holds(m.Today) {
			out.Override = &o
		}
	}
	return out
}

func (m matter) readiness(left []Finding) Readiness {
	has := func(s eqia.Severity) bool {
		return slices.ContainsFunc(left, func(f Finding) bool { return f.Severity == s })
	}
	switch {
	case len(m.Live()) == 0 && len(m.Expected) == 0 && len(m.Given()) == 0 && !m.Follows():
		return NotStarted
	case has(eqia.Stop):
		return Blocked
	case has(eqia.Warn):
		return Warnings
	default:
		return NothingOutstanding
	}
}

// sight is what the rules look at today beside an item.
func (s *Service) sight() Sight { return Sight{eqia.DayOf(s.Now()), s.Calendar.Deadlines()} }

// judge judges every item of meetings.
func (s *Service) judge(list ...*Item) {
	sight := s.sight()
	for _, i := range list {
		i.Readiness, i.Findings = Judge(*i, sight)
	}
}

func (s *Service) judgeAll(items []Item) []Item {
	for n := range items {
		s.judge(&items[n])
	}
	return items
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

// Tally counts the items of a judged meeting that need an assessment or a reason, by how far they have come. An item and its exempt part are one
// matter.
func (m Meeting) Tally() map[Readiness]int {
	out := map[Readiness]int{}
	for _, i := range m.Items {
		if i.Kind.Asks() && !i.Follows() {
			out[i.Readiness]++
		}
	}
	return out
}
