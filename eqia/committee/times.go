package committee

import (
	"fmt"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// Step is one number of the timetable, as it is asked for.
type Step struct {
	Code        string // in forms and addresses
	Label, Hint string
	Least, Most int
	Of          func(*workflow.Timetable) *int
}

// Steps lists the numbers of the timetable in the order in which they are asked for. The limits only keep slips of the pen out.
func Steps() []Step {
	return []Step{
		{"notice", "Notice of a key decision or a private meeting", "Clear days before the meeting, every day of the week counted. The law asks for 28 (SI 2012/2089, regulations 5 and 9).", 1, 120,
			func(t *workflow.Timetable) *int { return &t.Notice }},
		{"exception", "Notice when full notice was not possible", "Clear working days before the decision. The law asks for 5 (SI 2012/2089, regulation 10).", 1, 60,
			func(t *workflow.Timetable) *int { return &t.Exception }},
		{"ahead", "Assessment of a planned key decision has begun", "Days before the decision.", 1, 365, func(t *workflow.Timetable) *int { return &t.Ahead }},
		{"to_lead", "Assessment is with the equality lead", "Working days before the agenda is published.", 0, 120,
			func(t *workflow.Timetable) *int { return &t.ToLead }},
		{"clearance", "Clearance of the report begins", "Working days before the agenda is published.", 0, 120,
			func(t *workflow.Timetable) *int { return &t.Clearance }},
		{"lock", "Report and assessment no longer change", "Working days before the agenda is published.", 0, 60,
			func(t *workflow.Timetable) *int { return &t.Lock }},
		{"agenda", "Agenda is published", "Clear working days before the meeting. The law asks for 5 (Local Government Act 1972, section 100B).", 1, 60,
			func(t *workflow.Timetable) *int { return &t.Agenda }},
		{"cutoff", "Hour from which a publication counts as the next working day’s", "A full hour from 1 to 23, such as 17 for 5pm. 0 if the time of day makes no difference.", 0, 23,
			func(t *workflow.Timetable) *int { return &t.Cutoff }},
		{"call_in", "A decision can be called in", "Working days after it is published. The council’s constitution says how many.", 1, 60,
			func(t *workflow.Timetable) *int { return &t.CallIn }},
		{"follow_up", "Assessment of an urgent item follows", "Days after the meeting.", 1, 120, func(t *workflow.Timetable) *int { return &t.FollowUp }},
	}
}

// validTimes refuses a number out of its limits, and steps that come in another order than they happen.
func validTimes(t workflow.Timetable) error {
	for _, s := range Steps() {
		if n := *s.Of(&t); n < s.Least || n > s.Most {
			return &eqia.Invalid{Field: s.Code, Says: fmt.Sprintf("%s: enter a number from %d to %d", s.Label, s.Least, s.Most)}
		}
	}
	switch {
	case t.Clearance > t.ToLead:
		return &eqia.Invalid{Field: "clearance", Says: "Clearance begins after the equality lead has the assessment: enter no more days than there"}
	case t.Lock > t.Clearance:
		return &eqia.Invalid{Field: "lock", Says: "Reports stop changing after their clearance began: enter no more days than there"}
	}
	return nil
}
