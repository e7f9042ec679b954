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

// mostMeetings is how many published agendas the queue of changes looks through.
const mostMeetings = 50

// queue is what changed about agendas that are published, meeting by meeting.
type queue struct {
	list   []committee.Changed
	writes bool
}

// Changes lists what changed about agendas after they were published.
func (Pages) Changes(r *page.Request) error {
	if err := only(r, staff...); err != nil {
		return err
	}
	list, err := r.Kit.Committee.Since(r.Ctx(), r.Person, eqia.Page{Size: mostMeetings})
	if err != nil {
		return err
	}
	v := queue{writes: r.Person.Holds(workflow.Clerk)}
	v.list = slices.DeleteFunc(list, func(c committee.Changed) bool { return len(c.List) == 0 })
	f := r.Frame("Changes since publication", "Meetings")
	f.Back = &components.BackLink{Href: "/meetings", Text: "Back to meetings"}
	return r.Show(f, changesPage(v))
}

// offers lists what can be done about a change that nobody was told of.
func offers(c committee.Changed, d committee.Difference) []components.Link {
	return []components.Link{{Text: "Publish a supplement", Href: toMeeting(c.Meeting.ID) + "/publish?kind=" + string(committee.Supplement)},
		{Text: "Record how members were told", Href: toMeeting(c.Meeting.ID) + "/changes/" + d.Mark}}
}

// toldWords says how and when members were told.
func toldWords(t committee.Notified) string {
	return t.Way.Label() + ", on " + eqia.Moment(t.ToldAt) + ". Recorded here on " + eqia.Moment(t.At) + "."
}

// telling is the form that records how members were told of one change.
type telling struct {
	Way    committee.Way  `form:"way" label:"What was done?" rule:"required" error:"Select what was done"`
	Date   form.DateParts `form:"date" label:"Date" rule:"required" error:"Enter the date on which members were told"`
	Time   string         `form:"time" label:"Time" rule:"required,max=20" error:"Enter the time at which members were told"`
	Note   string         `form:"note,lines" label:"What were they told?" rule:"max=5000"`
	Errors form.Errors

	changed committee.Changed
	change  committee.Difference
	hidden  []components.Hidden
}

// Telling asks how members were told of a change.
func (Pages) Telling(r *page.Request) error {
	v, err := newTelling(r)
	if err != nil {
		return err
	}
	return v.show(r)
}

func newTelling(r *page.Request) (v telling, err error) {
	if err := only(r, workflow.Clerk); err != nil {
		return v, err
	}
	id, err := eqia.ParseID[committee.MeetingID](r.Param("meeting"))
	if err != nil {
		return v, err
	}
	if v.changed, err = r.Kit.Committee.SinceAt(r.Ctx(), r.Person, id); err != nil {
		return v, err
	}
	n := slices.IndexFunc(v.changed.List, func(d committee.Difference) bool { return d.Mark == r.Param("mark") })
	if n < 0 {
		return v, eqia.ErrNotFound
	}
	v.change = v.changed.List[n]
	return v, nil
}

func (v telling) show(r *page.Request) error {
	v.hidden = []components.Hidden{r.Key()}
	f := meetingFrame(r, v.changed.Meeting, "Record how members were told")
	f.Back = &components.BackLink{Href: "/meetings/changes", Text: "Back to changes since publication"}
	return r.Show(page.Failed(f, v.Errors), tellingPage(v))
}

// PostTelling records it.
func (Pages) PostTelling(r *page.Request) error {
	v, err := newTelling(r)
	if err != nil {
		return err
	}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	at, errs := statedTime(v.Date, v.Time)
	if v.Errors = errs; len(errs) > 0 {
		return v.show(r)
	}
	err = page.Done(r.Kit.Committee.Tell(r.Ctx(), r.Person, v.changed.Meeting.ID, committee.TellCommand{Once: r.Once(), Mark: v.change.Mark, Way: v.Way, At: at, Note: v.Note}))
	if problems, ok := wrong(err, map[string]form.FieldError{"told": {Field: "date", ID: "date-day"}}); ok {
		v.Errors = problems
		return v.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go("/meetings/changes", "told")
}

func ways() []components.Item {
	var out []components.Item
	for _, w := range committee.Ways() {
		out = append(out, components.Item{Value: string(w), Text: w.Label()})
	}
	return out
}
