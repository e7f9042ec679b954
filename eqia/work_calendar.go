package eqia

import (
	"context"
	"sync"
	"time"

	"dorset-eqia/workflow"
)

// WorkCalendar is which days are worked, those of a rule without the council's own days off, and the timetable that the council works to. It
// asks the store for these again when they were read some seconds ago; while the store does not answer, it goes by what it knew. A nil
// calendar works every weekday, to the usual timetable.
type WorkCalendar struct {
	Rule  workflow.Works
	Off   func(context.Context) ([]DayOff, error) // nil for none, and the usual timetable
	Times func(context.Context) (workflow.Timetable, error)
	Now   func() time.Time

	mu    sync.Mutex
	asked time.Time
	off   []DayOff
	times workflow.Timetable
}

// calendarKept is how long a copy of the service takes what it read of the calendar to be all there is.
const calendarKept = 5 * time.Second

// Deadlines works out days by the calendar and the timetable as they are now.
func (w *WorkCalendar) Deadlines() workflow.Deadlines {
	if w == nil {
		return workflow.Deadlines{Timetable: workflow.UsualTimetable, Works: weekday}
	}
	off, times := w.known()
	return workflow.Deadlines{Timetable: times.OrUsual(), Works: func(day time.Time) bool { return w.Rule(day) && OffOn(off, asDay(day)) == "" }}
}

// Forget makes the calendar ask the store again, after it was changed here. Other copies of the service ask within seconds.
func (w *WorkCalendar) Forget() {
	if w == nil {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.asked = time.Time{}
}

func (w *WorkCalendar) known() ([]DayOff, workflow.Timetable) {
	if w.Off == nil {
		return nil, workflow.Timetable{}
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	now := w.Now()
	if age := now.Sub(w.asked); !w.asked.IsZero() && age >= 0 && age < calendarKept {
		return w.off, w.times
	}
	w.asked = now
	w.ask()
	return w.off, w.times
}

// ask reads what can be read; what can't stays as it was.
func (w *WorkCalendar) ask() {
	ctx, stop := context.WithTimeout(context.Background(), time.Second)
	defer stop()
	if off, err := w.Off(ctx); err == nil {
		w.off = off
	}
	if times, err := w.Times(ctx); err == nil {
		w.times = times
	}
}

func weekday(day time.Time) bool {
	return day.Weekday() != time.Saturday && day.Weekday() != time.Sunday
}
