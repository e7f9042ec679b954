package clerk

import (
	"slices"
	"strconv"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/calendar"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// deadlines is the form of the calculator, and what follows from it once a day was given.
type deadlines struct {
	Date   form.DateParts `form:"meeting" label:"Date of the meeting" rule:"required" error:"Enter the date of the meeting"`
	Errors form.Errors

	off     []eqia.DayOff
	staff   bool
	days    workflow.Deadlines
	plan    workflow.BackPlan
	counted map[time.Time]bool
}

// Deadlines works out, for anyone who is signed in, by when things must be done before a meeting, and explains each day that it counted or skipped.
func (Pages) Deadlines(r *page.Request) error {
	v := deadlines{days: r.Kit.Committee.Calendar.Deadlines(), staff: r.Person.Holds(append(slices.Clone(staff), workflow.Administrator)...)}
	if r.Request.URL.RawQuery != "" {
		v.Errors = r.Kit.Reader.Read(r.Request.URL.Query(), &v)
		var err error
		if v.off, err = r.Kit.Eqia.DaysOff(r.Ctx(), ""); err != nil {
			return err
		}
		if len(v.Errors) == 0 {
			v.work(v.Date)
		}
	}
	f := r.Frame("Work out deadlines", "Meetings")
	if r.Person.Holds(staff...) {
		f.Back = &components.BackLink{Href: "/meetings", Text: "Back to meetings"}
	}
	return r.Show(page.Failed(f, v.Errors), deadlinesPage(v))
}

func (v *deadlines) work(on form.DateParts) {
	meeting, err := time.Parse(time.DateOnly, on.ISO())
	if err != nil || meeting.Year() < 2000 || meeting.Year() > 2099 {
		v.Errors = form.Errors{{Field: "meeting", ID: "meeting-year", Message: "Date of the meeting must have a year from 2000 to 2099"}}
		return
	}
	v.plan = v.days.PlanBack(meeting)
	_, days := v.days.LatestAgenda(meeting)
	v.counted = map[time.Time]bool{}
	for _, d := range days {
		v.counted[d] = true
	}
}

// unsure reports whether the meeting is after the last day whose bank holidays are published.
func (v deadlines) unsure() bool { return dayOf(v.plan.Meeting) > calendar.KnownUntil }

// worked reports whether there is something to show.
func (v deadlines) worked() bool { return !v.plan.Meeting.IsZero() }

// each explains each day from the publication of the agenda to the meeting.
func (v deadlines) each() components.Table {
	t := components.Table{ID: "days", Caption: "Each day from the agenda to the meeting", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Day"}, {Text: "Does it count?"}}}
	n := 0
	for d := v.plan.Agenda; !d.After(v.plan.Meeting); d = d.AddDate(0, 0, 1) {
		why := v.why(d)
		if v.counted[d] {
			n++
			why = "Yes, clear day " + strconv.Itoa(n)
		}
		t.Rows = append(t.Rows, []components.Cell{{Text: inFull(d)}, {Text: why}})
	}
	return t
}

func (v deadlines) why(d time.Time) string {
	switch {
	case d.Equal(v.plan.Agenda):
		return "No, the agenda is published on this day"
	case d.Equal(v.plan.Meeting):
		return "No, this is the day of the meeting"
	case calendar.Holiday(d) != "":
		return "No, a bank holiday: " + calendar.Holiday(d)
	case eqia.OffOn(v.off, dayOf(d)) != "":
		return "No, the council does not work: " + eqia.OffOn(v.off, dayOf(d))
	default:
		return "No, a weekend"
	}
}

func inFull(d time.Time) string {
	return d.Format("Monday ") + dayOf(d).Words()
}

func dayOf(d time.Time) eqia.Day { return eqia.Day(d.Format(time.DateOnly)) }
