package clerk

import (
	"strconv"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/calendar"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// clearDays are the clear days that an agenda must be open to inspection, and that days of notice are worked out with.
const clearDays = 5

// deadlines is the form of the calculator, and what follows from it once a day was given.
type deadlines struct {
	Date   form.DateParts `form:"meeting" label:"Date of the meeting" rule:"required" error:"Enter the date of the meeting"`
	Errors form.Errors

	off     []eqia.DayOff
	plan    workflow.BackPlan
	notice  time.Time
	counted map[time.Time]bool
}

// Deadlines works out, for anyone who is signed in, by when things must be done before a meeting, and explains each day that it counted or skipped.
func (Pages) Deadlines(r *page.Request) error {
	var v deadlines
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
	v.plan = workflow.PlanBack(meeting, clearDays, workflow.UsualLeadTimes, v.working)
	v.notice = workflow.LatestNotice(meeting)
	_, days := workflow.LatestPublication(meeting, clearDays, v.working)
	v.counted = map[time.Time]bool{}
	for _, d := range days {
		v.counted[d] = true
	}
}

// working is the days that are worked in England, without the council's own days off.
func (v deadlines) working(d time.Time) bool {
	return calendar.Working(d) && eqia.OffOn(v.off, dayOf(d)) == ""
}

// unsure reports whether the meeting is after the last day whose bank holidays are published.
func (v deadlines) unsure() bool { return dayOf(v.plan.Meeting) > calendar.KnownUntil }

// worked reports whether there is something to show.
func (v deadlines) worked() bool { return !v.plan.Meeting.IsZero() }

// rows are the days by which things must be done, the first one first.
func (v deadlines) rows() []components.Row {
	by := workflow.WorkingOnOrBefore(v.notice, v.working)
	notice := inFull(v.notice)
	if by != v.notice {
		notice += ". That is not a working day, so publish it by " + inFull(by)
	}
	return []components.Row{{Key: "Notice of a key decision, 28 clear days", Text: notice},
		{Key: "Assessment to the equality lead", Text: inFull(v.plan.ToEqualityLead)}, {Key: "Clearance starts", Text: inFull(v.plan.Clearance)},
		{Key: "Report and assessment no longer change", Text: inFull(v.plan.Lock)},
		{Key: "Last day to publish the agenda", Text: inFull(v.plan.Agenda)}, {Key: "Meeting", Text: inFull(v.plan.Meeting)}}
}

// days explains each day from the publication of the agenda to the meeting.
func (v deadlines) days() components.Table {
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
