package clerk

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// sitting is the form of a meeting: a new one, or one that changes.
type sitting struct {
	Committee committee.ID     `form:"committee" label:"Committee" rule:"required" error:"Select a committee"`
	Date      form.DateParts   `form:"date" label:"Date of the meeting" rule:"required" error:"Enter the date of the meeting"`
	Time      string           `form:"time" label:"Start time" rule:"required" error:"Enter the start time, for example 10:00am"`
	Venue     string           `form:"venue" label:"Venue" rule:"max=200"`
	Status    committee.Status `form:"status" label:"Is the meeting confirmed?" rule:"required" error:"Select whether the meeting is confirmed"`
	Agenda    form.DateParts   `form:"agenda" label:"Date the agenda is published"`
	Short     string           `form:"short_notice" label:"Why it is called at short notice" rule:"max=2000"`
	Errors    form.Errors

	now        committee.Meeting // as it is; zero for a new one
	committees []committee.Committee
	hidden     []components.Hidden
}

// Add asks about a new meeting.
func (Pages) Add(r *page.Request) error {
	v, err := newSitting(r)
	if err != nil {
		return err
	}
	return v.show(r)
}

func newSitting(r *page.Request) (v sitting, err error) {
	if err := only(r, workflow.Clerk); err != nil {
		return v, err
	}
	v.committees, err = r.Kit.Committee.Committees(r.Ctx(), r.Person)
	return v, err
}

// PostAdd adds the meeting.
func (Pages) PostAdd(r *page.Request) error {
	v, err := newSitting(r)
	if err != nil {
		return err
	}
	m, ok := v.read(r)
	if !ok {
		return v.show(r)
	}
	id, err := r.Kit.Committee.AddMeeting(r.Ctx(), r.Person, m, r.Once())
	if v.refused(err) {
		return v.show(r)
	}
	if done := repeated(err); done != "" {
		id = committee.MeetingID(done)
	} else if err != nil {
		return err
	}
	return r.Go(toMeeting(id)+"/agenda", "meeting")
}

// Edit asks what changes about a meeting.
func (Pages) Edit(r *page.Request) error {
	m, err := meeting(r, workflow.Clerk)
	if err != nil {
		return err
	}
	start := m.StartsAt.In(eqia.London())
	v := sitting{Committee: m.Committee.ID, Date: form.PartsOf(string(m.Day())), Time: start.Format("3:04pm"), Venue: m.Venue, Status: m.Status,
		Agenda: form.PartsOf(string(m.AgendaOn)), Short: m.ShortNotice, now: m}
	return v.show(r)
}

// PostEdit changes the meeting. It stays with its committee.
func (Pages) PostEdit(r *page.Request) error {
	now, err := meeting(r, workflow.Clerk)
	if err != nil {
		return err
	}
	v := sitting{now: now, committees: []committee.Committee{now.Committee}}
	m, ok := v.read(r)
	if !ok {
		return v.show(r)
	}
	m.ID, m.Counter = now.ID, r.Seen()
	err = page.Done(r.Kit.Committee.EditMeeting(r.Ctx(), r.Person, m))
	if v.refused(err) {
		return v.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(toMeeting(m.ID), "saved")
}

// read fills the form in and makes a meeting of it; false when there is something to put right.
func (v *sitting) read(r *page.Request) (committee.Meeting, bool) {
	v.Errors = r.Read(v)
	if v.now.ID != "" {
		v.Committee = v.now.Committee.ID
		v.Errors = slices.DeleteFunc(v.Errors, func(e form.FieldError) bool { return e.Field == "committee" })
	}
	listed := slices.ContainsFunc(v.committees, func(c committee.Committee) bool { return c.ID == v.Committee })
	if v.Committee != "" && !listed {
		v.Errors = append(form.Errors{{Field: "committee", ID: "committee", Message: "Select a committee from the list"}}, v.Errors...)
	}
	clock, ok := committee.ReadClock(v.Time)
	if v.Time != "" && !ok {
		v.Errors = append(v.Errors, form.FieldError{Field: "time", ID: "time", Message: "Enter a real start time, for example 10:00am or 18:30"})
	}
	if len(v.Errors) > 0 {
		return committee.Meeting{}, false
	}
	starts := committee.InLondon(eqia.Day(v.Date.ISO()), clock)
	return committee.Meeting{Committee: committee.Committee{ID: v.Committee}, StartsAt: starts, Venue: v.Venue, Status: v.Status,
		AgendaOn: eqia.Day(v.Agenda.ISO()), ShortNotice: v.Short}, true
}

// refused notes what the service says has to be put right; false when it said nothing of the kind.
func (v *sitting) refused(err error) (found bool) {
	v.Errors, found = wrong(err, map[string]form.FieldError{"starts": {Field: "date", ID: "date-day"}, "agenda": {Field: "agenda", ID: "agenda-day"}})
	return found
}

func (v sitting) show(r *page.Request) error {
	f := r.Frame("Add a meeting", "Meetings")
	f.Back = &components.BackLink{Href: "/meetings", Text: "Back to meetings"}
	v.hidden = []components.Hidden{r.Key()}
	if v.now.ID != "" {
		f = meetingFrame(r, v.now, "Change the meeting")
		v.hidden = []components.Hidden{page.Counter(v.now.Counter)}
	}
	return r.Show(page.Failed(f, v.Errors), sittingPage(v))
}

// action is where the form is posted.
func (v sitting) action() string {
	if v.now.ID == "" {
		return "/meetings/add"
	}
	return toMeeting(v.now.ID) + "/edit"
}

func (v sitting) choices() []components.Item {
	out := []components.Item{{Text: "Select a committee"}}
	for _, c := range v.committees {
		out = append(out, components.Item{Value: string(c.ID), Text: c.Name})
	}
	return out
}

func statuses() []components.Item {
	var out []components.Item
	for _, s := range committee.Statuses() {
		out = append(out, components.Item{Value: string(s), Text: s.Label()})
	}
	return out
}
