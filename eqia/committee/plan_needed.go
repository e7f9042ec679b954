package committee

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// Planned is an item of a plan with what belongs to it.
type Planned struct {
	PlanItem
	Reports     []Report    // those that a clerk said are the same matter
	Assessments []Candidate // those that a clerk linked, and those of its reports
	Own         []string    // references of those that a clerk linked to the item itself
	Book        RuleBook    // how the council weighs the rules, where the service gives the item out
}

// PlanState is how far the assessments of an item have come.
type PlanState string

// The states, those that need most work first.
const (
	PlanNone      PlanState = "none"
	PlanDraft     PlanState = "draft"
	PlanInReview  PlanState = "in_review"
	PlanSigned    PlanState = "signed"
	PlanNotNeeded PlanState = "not_needed"
)

// PlanStates lists the states, those that need most work first.
func PlanStates() []PlanState {
	return []PlanState{PlanNone, PlanDraft, PlanInReview, PlanSigned, PlanNotNeeded}
}

// Valid reports whether s is one of the states.
func (s PlanState) Valid() bool { return slices.Contains(PlanStates(), s) }

// Label is the state in the words shown on pages.
func (s PlanState) Label() string {
	return map[PlanState]string{PlanNone: "No assessment", PlanDraft: "Draft", PlanInReview: "In review", PlanSigned: "Signed off",
		PlanNotNeeded: "Not needed"}[s]
}

// StateOf is how far one assessment has come, as far as a plan is concerned. A signed version counts while another is being written.
func StateOf(c Candidate) PlanState {
	switch {
	case c.SignedNumber != "" || c.State == workflow.SignedOff:
		return PlanSigned
	case c.State == workflow.Submitted || c.State == workflow.InReview:
		return PlanInReview
	case c.State == workflow.Draft || c.State == workflow.ChangesRequested:
		return PlanDraft
	default:
		return PlanNone
	}
}

// State is the state of the assessment that has come least far; where there is none, whether someone said that none is needed.
func (p Planned) State() PlanState {
	state := PlanNone
	for i, c := range p.Assessments {
		if s := StateOf(c); i == 0 || slices.Index(PlanStates(), s) < slices.Index(PlanStates(), state) {
			state = s
		}
	}
	if len(p.Assessments) == 0 && p.NoReason != "" {
		return PlanNotNeeded
	}
	return state
}

// Needed is by when an assessment is needed for an item, and what that is worked out from. Days are empty where the plan gives no date.
type Needed struct {
	First  eqia.Day // the first day on which it goes to any body
	Notice eqia.Day // the last working day on which 28 clear days of notice can be given; for an item that needs such notice
	ToLead eqia.Day // when the equality lead has to have it, counted back from the first agenda
	Agenda eqia.Day // the last day to publish the agenda of the first body
	By     eqia.Day // the earlier of notice and lead: when the assessment is needed
}

// NeedsNotice reports whether 28 clear days of notice must be given: a key decision, or one to be taken in private (SI 2012/2089, regulations
// 5 and 9).
func (p PlanItem) NeedsNotice() bool {
	return p.Kind == ForwardPlan && (p.Key || p.Access != Open)
}

// Needed works out by when an assessment is needed. The plan lists the documents that those who decide will have, so an item that needs
// notice needs its assessment by then; every item needs it before the clearance of its first report.
func (p PlanItem) Needed(days workflow.Deadlines) Needed {
	n := Needed{First: p.FirstMeeting()}
	if n.First == "" {
		return n
	}
	back := days.PlanBack(date(n.First))
	n.Agenda, n.ToLead = dayOf(back.Agenda), dayOf(back.ToEqualityLead)
	n.By = n.ToLead
	if p.NeedsNotice() && p.On != "" {
		_, notice := days.LatestNotice(date(p.On))
		n.Notice = dayOf(notice)
		n.By = min(n.ToLead, n.Notice)
	}
	return n
}
