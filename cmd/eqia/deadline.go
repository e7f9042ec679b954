package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"dorset-eqia/eqia/calendar"
	"dorset-eqia/workflow"
)

type deadlineCommand struct {
	Data    string   `help:"Folder of a database, whose days off are left out as well." type:"path" placeholder:"DIR"`
	Meeting string   `help:"Day of the meeting, for example 2024-07-23." required:"" placeholder:"DAY"`
	Days    *int     `help:"Clear working days that the agenda must be open to inspection. The usual is 5, or what the database has." placeholder:"N"`
	Closed  []string `help:"Day on which the offices are closed besides; may be given several times." placeholder:"DAY"`
	JSON    bool     `help:"Print as JSON."`
}

// mostClearDays is more clear days than any council asks for.
const mostClearDays = 60

// deadlines is what follows from the day of a meeting. Days are written YYYY-MM-DD.
type deadlines struct {
	Meeting   string   `json:"meeting"`
	Latest    string   `json:"latest_publication"`
	Counted   []string `json:"counted"`
	Notice28  string   `json:"notice_28"`
	PublishBy string   `json:"publish_by"`
}

// Run says by when the agenda of a meeting and notice of its key decisions must be out.
func (c *deadlineCommand) Run(a *app) error {
	meeting, days, err := c.read()
	if err != nil {
		return usageError{err}
	}
	if c.Data != "" {
		err = a.with(c.Data, func(o *opened) error {
			days, err = c.kept(a.ctx, o)
			return err
		})
	}
	if err != nil {
		return err
	}
	if c.Days != nil {
		days.Agenda = *c.Days
	}
	latest, counted := days.LatestAgenda(meeting)
	notice, working := days.LatestNotice(meeting)
	d := deadlines{Meeting: iso(meeting), Latest: iso(latest), Notice28: iso(notice), PublishBy: iso(working)}
	for _, day := range counted {
		d.Counted = append(d.Counted, iso(day))
	}
	if c.JSON {
		return json.NewEncoder(a.out).Encode(d)
	}
	_, err = fmt.Fprintf(a.out, "Meeting: %s\nPublish the agenda by: %s\nClear days counted: %s\nNotice of key decisions by: %s\nOn a working day: %s\n",
		d.Meeting, d.Latest, strings.Join(d.Counted, ", "), d.Notice28, d.PublishBy)
	return err
}

func (c *deadlineCommand) read() (time.Time, workflow.Deadlines, error) {
	days := workflow.Deadlines{Timetable: workflow.UsualTimetable, Works: calendar.Except(c.Closed)}
	for _, closed := range c.Closed {
		if _, err := day(closed); err != nil {
			return time.Time{}, days, err
		}
	}
	if c.Days != nil && (*c.Days < 1 || *c.Days > mostClearDays) {
		return time.Time{}, days, fmt.Errorf("%d is no number of clear days: give one from 1 to %d", *c.Days, mostClearDays)
	}
	meeting, err := day(c.Meeting)
	return meeting, days, err
}

// kept is the timetable of the database, and the working days without those that were named, nor those that it has.
func (c *deadlineCommand) kept(ctx context.Context, o *opened) (workflow.Deadlines, error) {
	off, err := o.service.DaysOff(ctx, "")
	closed := slices.Clone(c.Closed)
	for _, d := range off {
		for _, day := range d.Days() {
			closed = append(closed, string(day))
		}
	}
	return workflow.Deadlines{Timetable: o.committees.Calendar.Deadlines().Timetable, Works: calendar.Except(closed)}, err
}

// day reads a day of this century.
func day(written string) (time.Time, error) {
	d, err := time.Parse(time.DateOnly, written)
	if err != nil || d.Year() < 2000 || d.Year() > 2099 {
		return d, fmt.Errorf("%q is not a day: write it as 2024-07-23", written)
	}
	return d, nil
}

func iso(day time.Time) string { return day.Format(time.DateOnly) }
