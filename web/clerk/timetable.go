package clerk

import (
	"slices"
	"strconv"
	"strings"

	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// timetable is the page of the days that the council leaves for each step before and after a meeting.
type timetable struct {
	ruleBook
	typed map[string]string // what was typed, by step, where it was not kept
}

// Timetable shows the council's timetable to those who work with meetings, and to administrators.
func (Pages) Timetable(r *page.Request) error {
	book, err := newRuleBook(r, append(slices.Clone(staff), workflow.Administrator)...)
	if err != nil {
		return err
	}
	return timetable{ruleBook: book}.show(r)
}

func (v timetable) show(r *page.Request) error {
	v.hidden = []components.Hidden{r.Key(), page.Counter(v.Counter)}
	f := r.Frame("The council’s timetable", "Meetings")
	f.Back = &components.BackLink{Href: "/meetings/deadlines", Text: "Back to deadlines"}
	return r.Show(page.Failed(f, v.Errors), timetablePage(v))
}

// PostTimetable keeps the timetable as it was filled in.
func (Pages) PostTimetable(r *page.Request) error {
	book, err := newRuleBook(r, keepers...)
	if err != nil {
		return err
	}
	v := timetable{ruleBook: book}
	v.Counter = r.Seen()
	if v.read(r); len(v.Errors) > 0 {
		return v.show(r)
	}
	err = r.Kit.Committee.KeepBook(r.Ctx(), r.Person, v.RuleBook, r.Once())
	if errs, ok := page.Wrong(err); ok {
		v.Errors = errs
		return v.show(r)
	}
	if err := page.Done(err); err != nil {
		return err
	}
	return r.Go("/meetings/timetable", "timetable")
}

// read takes the numbers; what is no number is told at its field.
func (v *timetable) read(r *page.Request) {
	v.typed = map[string]string{}
	for _, s := range committee.Steps() {
		v.typed[s.Code] = strings.TrimSpace(r.Posted(s.Code))
		n, err := strconv.Atoi(v.typed[s.Code])
		if err != nil {
			v.Errors = append(v.Errors, form.FieldError{Field: s.Code, ID: s.Code, Message: s.Label + ": enter a whole number"})
		}
		*s.Of(&v.Times) = n
	}
}

// value is what the field of a step holds.
func (v timetable) value(s committee.Step) string {
	if typed, ok := v.typed[s.Code]; ok {
		return typed
	}
	times := v.Times.OrUsual()
	return strconv.Itoa(*s.Of(&times))
}

// hint says what the number counts, and what is usual where the council differs from it.
func (v timetable) hint(s committee.Step) string {
	usual, times := workflow.UsualTimetable, v.Times.OrUsual()
	if n := *s.Of(&usual); n != *s.Of(&times) {
		return s.Hint + " Usual: " + strconv.Itoa(n) + "."
	}
	return s.Hint
}

// rows are the timetable for those who only read it.
func (v timetable) rows() []components.Row {
	var out []components.Row
	for _, s := range committee.Steps() {
		out = append(out, components.Row{Key: s.Label, Text: v.value(s) + ". " + v.hint(s)})
	}
	return out
}

// stepsOf are the days of the timetable that are counted from a meeting, for the calculator.
func stepsOf(days workflow.Deadlines, back workflow.BackPlan) []components.Row {
	latest, working := days.LatestNotice(back.Meeting)
	notice := inFull(latest)
	if working != latest {
		notice += ". That is not a working day, so publish it by " + inFull(working)
	}
	return []components.Row{{Key: "Notice of a key decision, " + strconv.Itoa(days.Notice) + " clear days", Text: notice},
		{Key: "Assessment to the equality lead", Text: inFull(back.ToEqualityLead)}, {Key: "Clearance starts", Text: inFull(back.Clearance)},
		{Key: "Report and assessment no longer change", Text: inFull(back.Lock)},
		{Key: "Notice when full notice was not possible", Text: inFull(days.LatestException(back.Meeting))},
		{Key: "Last day to publish the agenda", Text: inFull(back.Agenda)}, {Key: "Meeting", Text: inFull(back.Meeting)}}
}
