package committee

import (
	"slices"
	"strconv"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// CalendarLinkID identifies a calendar link.
type CalendarLinkID string

// CalendarLink is the secret address at which a person's own deadlines can be read without signing in. The address itself is kept nowhere.
type CalendarLink struct {
	ID      CalendarLinkID
	Person  eqia.PersonID
	Hash    string
	MadeAt  time.Time
	EndedAt time.Time // zero while it opens
}

// Diary is the meetings that matter to a person, and what they have to have done before them.
type Diary struct {
	Person   eqia.Person
	Meetings []Meeting // without items; for those who work with meetings, and councillors
	Papers   []Paper
	Reviews  []eqia.DueLine
}

// Paper is an assessment that a person works on and that goes to a meeting.
type Paper struct {
	Reference string
	Meeting   Meeting // without items
}

// Entry is one thing in a diary: a meeting at its time, or a deadline on its day. It never names what is decided.
type Entry struct {
	UID       string // the same for as long as it is the same thing
	What      string
	Starts    time.Time // of a meeting; zero for a deadline
	Day       eqia.Day  // of a deadline
	Place     string
	Meeting   MeetingID // empty for a review
	Sequence  int       // how often it changed
	Changed   time.Time
	Cancelled bool
}

// Entry is the meeting itself. One that was called off or moved is cancelled and not left out, so that calendars take it away.
func (m Meeting) Entry() Entry {
	return Entry{UID: "meeting-" + string(m.ID), What: m.Committee.Name, Starts: m.StartsAt, Place: m.Venue, Meeting: m.ID, Sequence: max(m.Counter-1, 0),
		Changed: m.ChangedAt, Cancelled: m.Status == Cancelled || m.Status == Rescheduled}
}

// deadline is one day before or after the meeting, for an assessment where there is a reference.
func (m Meeting) deadline(kind, what, reference string, day time.Time) Entry {
	e := m.Entry()
	e.UID, e.What, e.Starts, e.Place = kind+"-"+string(m.ID), what+": "+m.Committee.Name+", "+m.Day().Words(), time.Time{}, ""
	if reference != "" {
		e.UID += "-" + reference
		e.What = what + ": " + reference + " for " + m.Committee.Name + ", " + m.Day().Words()
	}
	e.Day = eqia.Day(day.Format(time.DateOnly))
	return e
}

// day is the day of the meeting as deadlines are counted from it.
func (m Meeting) day() time.Time { return workflow.Date(m.StartsAt.In(eqia.London())) }

// Entries lists what is in the diary, each person's own: authors their papers, the equality team when papers must reach it, clerks what the law asks
// of an agenda.
func (d Diary) Entries(days workflow.Deadlines) []Entry {
	var out []Entry
	for _, m := range d.Meetings {
		out = append(append(out, m.Entry()), d.before(m, days)...)
		out = append(out, d.after(m, days)...)
	}
	for _, p := range d.Papers {
		plan := days.PlanBack(p.Meeting.day())
		out = append(out, p.Meeting.deadline("to-lead", "EqIA to equality lead", p.Reference, plan.ToEqualityLead),
			p.Meeting.deadline("lock", "Lock", p.Reference, plan.Lock))
		if !slices.ContainsFunc(out, func(e Entry) bool { return e.UID == p.Meeting.Entry().UID }) {
			out = append(out, p.Meeting.Entry())
		}
	}
	for _, r := range d.Reviews {
		out = append(out, Entry{UID: "review-" + string(r.ID), What: "Review due: " + r.Reference, Day: r.ReviewDue, Changed: r.SignedAt})
	}
	return out
}

// before is what has to be done before a meeting, by those who do it.
func (d Diary) before(m Meeting, days workflow.Deadlines) []Entry {
	var out []Entry
	plan := days.PlanBack(m.day())
	if d.Person.Holds(workflow.Lead, workflow.Reviewer, workflow.Clerk) {
		out = append(out, m.deadline("to-lead", "EqIA to equality lead", "", plan.ToEqualityLead), m.deadline("lock", "Lock", "", plan.Lock))
	}
	if d.Person.Holds(workflow.Clerk, workflow.MonitoringOfficer, workflow.Member) {
		out = append(out, m.deadline("agenda", "Agenda must be public", "", plan.Agenda))
	}
	if m.Committee.Regime == Exec2012 && d.Person.Holds(workflow.Clerk, workflow.MonitoringOfficer) {
		_, notice := days.LatestNotice(m.day())
		out = append(out, m.deadline("notice", strconv.Itoa(days.Notice)+"-day notice", "", notice))
	}
	return out
}

// after is when what an executive body decided can no longer be called in, once its decisions are published.
func (d Diary) after(m Meeting, days workflow.Deadlines) []Entry {
	i := slices.IndexFunc(m.Editions, func(e Edition) bool { return e.Kind == Decisions })
	if i < 0 || m.Committee.Regime != Exec2012 || !d.Person.Holds(workflow.Clerk, workflow.MonitoringOfficer, workflow.Member) {
		return nil
	}
	ends := days.CallInEnds(days.PublishedOn(m.Editions[i].At().In(eqia.London())))
	return []Entry{m.deadline("call-in", "Call-in ends", "", ends)}
}
