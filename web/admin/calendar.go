package admin

import (
	"strconv"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/calendar"
	"dorset-eqia/web/components"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// closing is the form that adds days off, under those that the council has.
type closing struct {
	Name   string            `form:"name" label:"Name of the days" rule:"required,max=200" error:"Enter what the days are called, for example Christmas closure"`
	Kind   eqia.OffKind      `form:"kind" label:"Why does the council not work?" rule:"required" error:"Select why the council does not work on these days"`
	From   webform.DateParts `form:"from" label:"First day" rule:"required" error:"Enter the first day"`
	Until  webform.DateParts `form:"until" label:"Last day"`
	Errors webform.Errors

	list     []eqia.DayOff
	holidays []holiday
	admin    bool
	key      components.Hidden
}

// holiday is one bank holiday to come.
type holiday struct {
	Day  eqia.Day
	Name string
}

// Calendar shows which days are not worked: bank holidays to come, and the council's own, which administrators add and take out.
func (Pages) Calendar(r *page.Request) error { return (&closing{}).show(r) }

func (f *closing) show(r *page.Request) error {
	today := eqia.DayOf(r.Kit.Now())
	list, err := r.Kit.Eqia.DaysOff(r.Ctx(), today)
	if err != nil {
		return err
	}
	f.list, f.holidays, f.key = list, holidays(workflow.Date(r.Kit.Now().In(eqia.London()))), r.Key()
	f.admin = r.Person.Holds(workflow.Administrator)
	return r.Show(page.Failed(r.Frame("Days off", ""), f.Errors), calendarPage(*f))
}

// holidays lists the bank holidays of the twelve months from a day on.
func holidays(from time.Time) []holiday {
	var out []holiday
	for d := from; d.Before(from.AddDate(1, 0, 0)); d = d.AddDate(0, 0, 1) {
		if name := calendar.Holiday(d); name != "" {
			out = append(out, holiday{eqia.Day(d.Format(time.DateOnly)), name})
		}
	}
	return out
}

// PostDayOff adds days off.
func (Pages) PostDayOff(r *page.Request) error {
	if !r.Person.Holds(workflow.Administrator) {
		return eqia.ErrNotFound
	}
	f := &closing{}
	if f.Errors = r.Read(f); len(f.Errors) > 0 {
		return f.show(r)
	}
	d := eqia.DayOff{Name: f.Name, Kind: f.Kind, From: eqia.Day(f.From.ISO()), Until: eqia.Day(f.Until.ISO())}
	if d.Until == "" {
		d.Until = d.From
	}
	err := page.Done(r.Kit.Eqia.AddDayOff(r.Ctx(), r.Person, d, r.Once()))
	if errs, ok := page.Wrong(err); ok {
		f.Errors = dated(errs)
		return f.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go("/calendar", "day-off")
}

// dated leads errors about a date to its first part.
func dated(errs webform.Errors) webform.Errors {
	for i, e := range errs {
		if e.Field == "from" || e.Field == "until" {
			errs[i].ID = e.Field + "-day"
		}
	}
	return errs
}

// PostRemoveDayOff takes days off out of the calendar.
func (Pages) PostRemoveDayOff(r *page.Request) error {
	id, err := eqia.ParseID[eqia.DayOffID](r.Param("day"))
	if err != nil {
		return err
	}
	if err := r.Kit.Eqia.RemoveDayOff(r.Ctx(), r.Person, id); err != nil {
		return err
	}
	return r.Go("/calendar", "day-off-removed")
}

// off is the council's own days off as a table.
func (f closing) off() components.Table {
	t := components.Table{ID: "off", Caption: "The council’s own days off", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Name"}, {Text: "Days"}, {Text: "Why"}}}
	if f.admin {
		t.Head = append(t.Head, components.Cell{Text: "Next step"})
	}
	for _, d := range f.list {
		row := []components.Cell{{Text: d.Name}, {Text: d.Words() + ", " + days(len(d.Days()))}, {Text: d.Kind.Label()}}
		if f.admin {
			row = append(row, components.Cell{Content: f.removal(d)})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func days(n int) string {
	if n == 1 {
		return "1 day"
	}
	return strconv.Itoa(n) + " days"
}

// bank is the bank holidays to come as a table.
func (f closing) bank() components.Table {
	t := components.Table{ID: "bank", Caption: "Bank holidays in England in the next 12 months", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Day"}, {Text: "Bank holiday"}}}
	for _, h := range f.holidays {
		t.Rows = append(t.Rows, []components.Cell{{Text: h.Day.Time().Format("Monday ") + h.Day.Words()}, {Text: h.Name}})
	}
	return t
}

// known says up to when bank holidays are sure.
func known() string {
	return "Bank holidays were compared with those that the government has published, until " + eqia.Day(calendar.KnownUntil).Words() + ". Later ones are worked out by rule. " +
		"When a holiday is moved, or is added for one year, add it here."
}

func kinds() []components.Item {
	var out []components.Item
	for _, k := range eqia.OffKinds() {
		out = append(out, components.Item{Value: string(k), Text: k.Label()})
	}
	return out
}
