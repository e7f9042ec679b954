package eqia_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

func TestTheCalendarTakesOutTheCouncilsOwnDaysOff(t *testing.T) {
	now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	kept := []eqia.DayOff{{Name: "Christmas closure", From: "2026-12-29", Until: "2026-12-31"}}
	times := workflow.Timetable{}
	var fails error
	asked := 0
	w := &eqia.WorkCalendar{Now: func() time.Time { return now }, Rule: func(day time.Time) bool { return day.Weekday() != time.Sunday },
		Off: func(context.Context) ([]eqia.DayOff, error) {
			asked++
			return kept, fails
		}, Times: func(context.Context) (workflow.Timetable, error) { return times, fails }}
	works := func(day string) bool {
		d, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		return w.Deadlines().Works(d)
	}
	for day, want := range map[string]bool{"2026-12-28": true, "2026-12-29": false, "2026-12-31": false, "2027-01-02": true, "2027-01-03": false} {
		if works(day) != want {
			t.Errorf("%s is worked: %t", day, !want)
		}
	}
	if got := w.Deadlines().Timetable; got != workflow.UsualTimetable {
		t.Errorf("a council that set no timetable works to %+v", got)
	}
	if asked != 1 {
		t.Errorf("the store was asked %d times at one moment", asked)
	}
	times = workflow.UsualTimetable
	times.Agenda = 7
	kept, now = nil, now.Add(time.Minute)
	if !works("2026-12-30") {
		t.Error("a closure that was taken out still holds a minute later")
	}
	if got := w.Deadlines().Agenda; got != 7 {
		t.Errorf("an agenda that the council publishes 7 clear days before has %d a minute later", got)
	}
	kept, fails, now = []eqia.DayOff{{Name: "Storm", From: "2027-02-01", Until: "2027-02-01"}}, errors.New("no database"), now.Add(time.Minute)
	if !works("2027-02-01") {
		t.Error("days off are known that the store could not give")
	}
}

func TestDaysOffAreCountedOneByOneAcrossAChangeOfTheClocks(t *testing.T) {
	d := eqia.DayOff{From: "2027-03-27", Until: "2027-03-30"}
	if days := d.Days(); len(days) != 4 || days[0] != "2027-03-27" || days[3] != "2027-03-30" {
		t.Errorf("the days are %v", days)
	}
	if d.Words() != "27 March 2027 to 30 March 2027" || (eqia.DayOff{From: "2027-03-27", Until: "2027-03-27"}).Words() != "27 March 2027" {
		t.Errorf("in words: %s", d.Words())
	}
}
