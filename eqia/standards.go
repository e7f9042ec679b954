package eqia

import (
	"time"

	"dorset-eqia/workflow"
)

// Standards are how long the equality team gives itself, in working days, and the calendar that it works by.
type Standards struct {
	ReviewWithin int // for a review, from the day it was sent; 0 for the usual
	UrgentWithin int // for the full review after an urgent sign-off; 0 for the usual
	Calendar     *WorkCalendar
}

// What is usual, in working days.
const (
	usualReview = 10
	usualUrgent = 10
)

func orUsual(n, usual int) int {
	if n > 0 {
		return n
	}
	return usual
}

// dateOf is the day of an instant in London, as deadlines are counted.
func dateOf(t time.Time) time.Time { return workflow.Date(t.In(London())) }

func asDay(t time.Time) Day { return Day(t.Format(time.DateOnly)) }

// Waited counts the working days since something was sent, today included.
func (s Standards) Waited(since, now time.Time) int {
	return workflow.ClearDays(dateOf(since), dateOf(now).AddDate(0, 0, 1), s.Calendar.Deadlines().Works)
}

// ReviewBy is the day by which a review is due that was sent at an instant.
func (s Standards) ReviewBy(sent time.Time) Day {
	return asDay(workflow.WorkingAfter(dateOf(sent), orUsual(s.ReviewWithin, usualReview), s.Calendar.Deadlines().Works))
}

// UrgentBy is the day by which the full review has to follow an urgent sign-off.
func (s Standards) UrgentBy(signed time.Time) Day {
	return asDay(workflow.WorkingAfter(dateOf(signed), orUsual(s.UrgentWithin, usualUrgent), s.Calendar.Deadlines().Works))
}

// SignBy is the day by which an assessment has to be signed to go with the papers of a meeting: reports and assessments are locked some
// working days before the agenda is published. That day is the one the clerk states, or the last that leaves the clear days.
func (s Standards) SignBy(meeting time.Time, agenda Day) Day {
	days := s.Calendar.Deadlines()
	if agenda == "" {
		return asDay(days.PlanBack(dateOf(meeting)).Lock)
	}
	return asDay(days.LockedFrom(dateOf(agenda.Time())))
}

// Overdue is the instant such that a review sent before it is overdue now.
func (s Standards) Overdue(now time.Time) time.Time {
	return asDay(workflow.WorkingBefore(dateOf(now), orUsual(s.ReviewWithin, usualReview), s.Calendar.Deadlines().Works)).Time()
}
