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
	Days    int      `help:"Clear working days that the agenda must be open to inspection." default:"5"`
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
	meeting, works, err := c.read()
	if err != nil {
		return usageError{err}
	}
	if c.Data != "" {
		err = a.with(c.Data, func(o *opened) error {
			works, err = c.kept(a.ctx, o)
			return err
		})
	}
	if err != nil {
		return err
	}
	latest, counted := workflow.LatestPublication(meeting, c.Days, works)
	notice := workflow.LatestNotice(meeting)
	d := deadlines{Meeting: iso(meeting), Latest: iso(latest), Notice28: iso(notice), PublishBy: iso(workflow.WorkingOnOrBefore(notice, works))}
	for _, day := range counted {
		d.Counted = append(d.Counted, iso(day))
	}
	if c.JSON {
		return json.NewEncoder(a.out).Encode(d)
	}
	_, err = fmt.Fprintf(a.out, "Meeting: %s\nPublish the agenda by: %s\nClear days counted: %s\n28 days' notice by: %s\nOn a working day: %s\n",
		d.Meeting, d.Latest, strings.Join(d.Counted, ", "), d.Notice28, d.PublishBy)
	return err
}

func (c *deadlineCommand) read() (time.Time, workflow.Works, error) {
	for _, closed := range c.Closed {
		if _, err := day(closed); err != nil {
			return time.Time{}, nil, err
		}
	}
	if c.Days < 1 || c.Days > mostClearDays {
		return time.Time{}, nil, fmt.Errorf("%d is no number of clear days: give one from 1 to %d", c.Days, mostClearDays)
	}
	meeting, err := day(c.Meeting)
	return meeting, calendar.Except(c.Closed), err
}

// kept is the working days without those that were named, nor those that the database has.
func (c *deadlineCommand) kept(ctx context.Context, o *opened) (workflow.Works, error) {
	off, err := o.service.DaysOff(ctx, "")
	closed := slices.Clone(c.Closed)
	for _, d := range off {
		for _, day := range d.Days() {
			closed = append(closed, string(day))
		}
	}
	return calendar.Except(closed), err
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
