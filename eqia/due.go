package eqia

import (
	"context"
	"fmt"
	"time"

	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// reviewMonths is how many months after sign-off a version is looked at again, where it does not say.
const reviewMonths = 12

// ReviewDay is the day by which a version signed on a day is looked at again: the day it gives, the day its words come to, or twelve months
// on.
func (c Content) ReviewDay(signed Day) Day {
	a := c.Answers[form.QuestionReviewDate]
	if a.Day != "" {
		return a.Day
	}
	if w, ok := ReadWhen(a.Text); ok && w.NextDue(signed) != "" {
		return w.NextDue(signed)
	}
	return signed.AddMonths(reviewMonths)
}

// SuggestedReview is the day to offer for a review: twelve months after the expected decision, or after today where that is not known or
// past.
func (c Case) SuggestedReview() Day { return max(c.DecisionOn, c.Today).AddMonths(reviewMonths) }

// DueStage is how near a review is, in the steps at which people are reminded.
type DueStage int

// The stages, in days before and after the day a review is due.
const (
	DueLater  DueStage = iota
	Due60              // within 60 days
	Due30              // within 30 days
	Due7               // within 7 days
	Overdue            // up to 7 days over
	Overdue7           // more than 7 days over
	Overdue30          // more than 30 days over
	Overdue60          // more than 60 days over
)

// DueStageOf is the stage of a review due on a day, as seen today; DueLater where there is no day.
func DueStageOf(due, today Day) DueStage {
	if due == "" {
		return DueLater
	}
	steps := []struct {
		most  int
		stage DueStage
	}{{-61, Overdue60}, {-31, Overdue30}, {-8, Overdue7}, {-1, Overdue}, {7, Due7}, {30, Due30}, {60, Due60}}
	left := today.Until(due)
	for _, s := range steps {
		if left <= s.most {
			return s.stage
		}
	}
	return DueLater
}

// Reminds reports whether people are reminded when a review comes to this stage: 60, 30 and 7 days before its day, and as long after.
func (s DueStage) Reminds() bool { return s != DueLater && s != Overdue }

// Late reports whether the day has passed.
func (s DueStage) Late() bool { return s >= Overdue }

// Label is the stage in the words of a tag.
func (s DueStage) Label() string {
	return map[DueStage]string{DueLater: "Not due yet", Due60: "Due within 60 days", Due30: "Due within 30 days", Due7: "Due within 7 days",
		Overdue: "Overdue", Overdue7: "Overdue by more than 7 days", Overdue30: "Overdue by more than 30 days",
		Overdue60: "Overdue by more than 60 days"}[s]
}

// DueWords says how long there is until a day, or how long ago it was: "in 12 days", "today", "3 days ago".
func DueWords(due, today Day) string {
	n := today.Until(due)
	switch {
	case n == 0:
		return "today"
	case n == 1:
		return "tomorrow"
	case n == -1:
		return "yesterday"
	case n < 0:
		return fmt.Sprintf("%d days ago", -n)
	default:
		return fmt.Sprintf("in %d days", n)
	}
}

// Until is how many days lie between a day and another, below zero when that one is past.
func (d Day) Until(other Day) int {
	from, _ := time.Parse(time.DateOnly, string(d))
	to, _ := time.Parse(time.DateOnly, string(other))
	return int(to.Sub(from) / (24 * time.Hour))
}

// DueLine is one signed version whose review falls due, as a list shows it.
type DueLine struct {
	Header
	Reference  string
	Author     PersonID // empty for a version from outside this service
	AuthorName string
	UnderWay   bool // a new version has been started
	Cursor     string
}

// DueFilter narrows the list of reviews: those due by a day, of one person's assessments or of all.
type DueFilter struct {
	By     Day
	Person PersonID // empty for everyone's
}

// reviewsAhead is how many days ahead the list of reviews looks.
const reviewsAhead = 60

// DueForReview lists signed versions in force whose review is due within 60 days or overdue, the longest overdue first: everyone's for the
// equality team, and else those the person works on.
func (s *Service) DueForReview(ctx context.Context, by Person, page Page) ([]DueLine, error) {
	today := DayOf(s.Now())
	f := DueFilter{By: DayOf(today.Time().AddDate(0, 0, reviewsAhead)), Person: by.ID}
	if by.Holds(workflow.Reviewer, workflow.Lead) {
		f.Person = ""
	}
	return s.Store.DueForReview(ctx, f, page)
}
