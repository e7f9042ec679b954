package eqia

import (
	"time"

	"dorset-eqia/workflow"
)

// Standards are how long the equality team gives itself, in working days, and which days are worked.
type Standards struct {
	ReviewWithin int // for a review, from the day it was sent; 0 for the usual
	UrgentWithin int // for the full review after an urgent sign-off; 0 for the usual
	Works        workflow.Works
}

// What is usual, in working days. Five clear days are what the Local Government Act 1972, section 100B, asks for.
const (
	usualReview = 10
	usualUrgent = 10
	clearDays   = 5
)

// Working reports whether a day is worked: every weekday where no calendar was given.
func (s Standards) Working(day time.Time) bool {
	if s.Works != nil {
		return s.Works(day)
	}
	return day.Weekday() != time.Saturday && day.Weekday() != time.Sunday
}

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
	n := 0
	for day, last := dateOf(since).AddDate(0, 0, 1), dateOf(now); !day.After(last); day = day.AddDate(0, 0, 1) {
		if s.Working(day) {
			n++
		}
	}
	return n
}

// ReviewBy is the day by which a review is due that was sent at an instant.
func (s Standards) ReviewBy(sent time.Time) Day {
	return asDay(workflow.WorkingAfter(dateOf(sent), orUsual(s.ReviewWithin, usualReview), s.Working))
}

// UrgentBy is the day by which the full review has to follow an urgent sign-off.
func (s Standards) UrgentBy(signed time.Time) Day {
	return asDay(workflow.WorkingAfter(dateOf(signed), orUsual(s.UrgentWithin, usualUrgent), s.Working))
}

// SignBy is the day by which an assessment has to be signed to go with the papers of a meeting: reports and assessments are locked some
// working days before the agenda is published. That day is the one the clerk states, or the last that leaves the clear days.
func (s Standards) SignBy(meeting time.Time, agenda Day) Day {
	if agenda == "" {
		return asDay(workflow.PlanBack(dateOf(meeting), clearDays, workflow.UsualLeadTimes, s.Working).Lock)
	}
	return asDay(workflow.WorkingBefore(dateOf(agenda.Time()), workflow.UsualLeadTimes.Lock, s.Working))
}

// Overdue is the instant such that a review sent before it is overdue now.
func (s Standards) Overdue(now time.Time) time.Time {
	return asDay(workflow.WorkingBefore(dateOf(now), orUsual(s.ReviewWithin, usualReview), s.Working)).Time()
}
