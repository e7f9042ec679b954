package workflow

import "time"

// Timetable is how many days a council leaves for each step before and after a meeting. They are settings; the law's own numbers, where it has
// any, are in UsualTimetable.
type Timetable struct {
	Agenda    int `json:"agenda"`           // clear working days that an agenda is open to inspection
	Notice    int `json:"notice"`           // clear days of notice of a key decision or a private meeting, every day of the week counted
	Exception int `json:"exception"`        // clear working days after a notice that full notice was impracticable
	CallIn    int `json:"call_in"`          // working days in which a decision can be called in
	ToLead    int `json:"to_lead"`          // working days before the agenda: the assessment reaches the equality lead
	Clearance int `json:"clearance"`        // working days before the agenda: officers and the cabinet member begin to clear the report
	Lock      int `json:"lock"`             // working days before the agenda: report and assessment no longer change
	Ahead     int `json:"ahead"`            // days before a planned decision in which there should be an assessment
	FollowUp  int `json:"follow_up"`        // days after the meeting by which the assessment of an urgent item follows
	Cutoff    int `json:"cutoff,omitempty"` // hour of the day from which a publication counts as the next working day's; 0 for none
}

// UsualTimetable is the timetable to start from. Five clear days: Local Government Act 1972, section 100B; 28 clear days: SI 2012/2089,
// regulations 5 and 9; the exception: regulation 10. The others are what is common.
var UsualTimetable = Timetable{Agenda: 5, Notice: 28, Exception: 5, CallIn: 5, ToLead: 15, Clearance: 10, Lock: 2, Ahead: 60, FollowUp: 28}

// OrUsual is the timetable itself, or the usual one where a council has set none.
func (t Timetable) OrUsual() Timetable {
	if t == (Timetable{}) {
		return UsualTimetable
	}
	return t
}

// Deadlines works out days by a council's timetable and the days that it works.
type Deadlines struct {
	Timetable
	Works Works
}

// BackPlan is the days by which each step must have happened for one meeting.
type BackPlan struct {
	ToEqualityLead, Clearance, Lock, Agenda, Meeting time.Time
}

// PlanBack counts back from a meeting.
func (d Deadlines) PlanBack(meeting time.Time) BackPlan {
	agenda, _ := d.LatestAgenda(meeting)
	return BackPlan{ToEqualityLead: WorkingBefore(agenda, d.ToLead, d.Works), Clearance: WorkingBefore(agenda, d.Clearance, d.Works),
		Lock: d.LockedFrom(agenda), Agenda: agenda, Meeting: meeting}
}

// LatestAgenda is the last day to publish the agenda of a meeting, and the clear days that are counted for it.
func (d Deadlines) LatestAgenda(meeting time.Time) (latest time.Time, counted []time.Time) {
	return LatestPublication(meeting, d.Agenda, d.Works)
}

// LockedFrom is the day from which reports and assessments no longer change before an agenda.
func (d Deadlines) LockedFrom(agenda time.Time) time.Time {
	return WorkingBefore(agenda, d.Lock, d.Works)
}

// LatestNotice is the last day, worked or not, to give notice before a meeting, and the last working day up to it.
func (d Deadlines) LatestNotice(meeting time.Time) (latest, working time.Time) {
	latest = LatestNotice(meeting, d.Notice)
	return latest, WorkingOnOrBefore(latest, d.Works)
}

// LatestException is the last day to publish that full notice was impracticable, so that a meeting can still decide.
func (d Deadlines) LatestException(meeting time.Time) time.Time {
	latest, _ := LatestPublication(meeting, d.Exception, d.Works)
	return latest
}

// CallInEnds is the last day on which a decision can be called in that was published on a day.
func (d Deadlines) CallInEnds(published time.Time) time.Time {
	ends, _ := CallIn(published, d.CallIn, d.Works)
	return ends
}

// PublishedOn is the day that a publication counts for: its date, or the next working day when it came at or after the hour that the
// council has set. At is in the council's own time zone.
func (d Deadlines) PublishedOn(at time.Time) time.Time {
	if d.Cutoff > 0 && at.Hour() >= d.Cutoff {
		return WorkingAfter(Date(at), 1, d.Works)
	}
	return Date(at)
}
