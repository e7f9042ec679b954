package store_test

import (
	"slices"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// reviewed is the reference of an assessment that was signed with a review date.
func (w world) reviewed(on eqia.Day) string {
	w.t.Helper()
	reference := w.started()
	w.ok(w.SaveAnswers(w.t.Context(), w.as(eqiatest.Author(), reference), map[string]eqia.Answer{form.QuestionReviewDate: {Day: on}}, nil))
	w.ok(eqiatest.Sign(w.t.Context(), w.Service, reference, eqiatest.Author(), eqiatest.Lead()))
	return reference
}

// due is the list of reviews as a person sees it, read two at a time to the end.
func (w world) due(by eqia.Person) []string {
	w.t.Helper()
	var out []string
	for after := ""; ; {
		lines, err := w.DueForReview(w.t.Context(), by, eqia.Page{After: after, Size: 2})
		w.ok(err)
		for _, l := range lines {
			out, after = append(out, l.Reference), l.Cursor
		}
		if len(lines) < 2 {
			return out
		}
	}
}

func TestReviewsFallDueInOrderForThoseWhoAnswerForThem(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		today := eqia.DayOf(w.Now())
		ahead := func(days int) eqia.Day { return eqia.DayOf(today.Time().AddDate(0, 0, days)) }
		later, near, over, same, edge := w.reviewed(ahead(61)), w.reviewed(ahead(5)), w.reviewed(ahead(-40)), w.reviewed(ahead(5)), w.reviewed(ahead(60))
		undated := w.signed()
		gone := w.reviewed(ahead(-1))
		w.move(eqiatest.Lead(), gone, eqia.MoveCommand{Event: workflow.Withdraw, Reason: "It will not go ahead."})
		w.started()
		want := []string{over, near, same, edge}
		for _, by := range []eqia.Person{eqiatest.Lead(), eqiatest.Reviewer(), eqiatest.Author()} {
			if got := w.due(by); !slices.Equal(got, want) {
				t.Errorf("for %s %v are due, and should be %v", by.Name, got, want)
			}
		}
		if got := w.due(eqiatest.Clerk()); len(got) > 0 {
			t.Errorf("a clerk, who works on none, has %v", got)
		}
		w.clock.Pass(400 * 24 * time.Hour)
		if got := w.due(eqiatest.Lead()); !slices.Contains(got, undated) || !slices.Contains(got, later) {
			t.Errorf("13 months on %v are due, without %s or %s", got, undated, later)
		}
	})
}

func TestAReviewUnderWayIsShownAsSuch(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.reviewed(eqia.DayOf(w.Now()))
		_, err := w.NewVersion(t.Context(), w.as(eqiatest.Author(), reference), eqia.NewVersionCommand{Purpose: eqia.Reviews})
		w.ok(err)
		lines, err := w.DueForReview(t.Context(), eqiatest.Author(), eqia.Page{Size: 5})
		if err != nil || len(lines) != 1 || !lines[0].UnderWay || lines[0].Number() != "1.0" {
			t.Errorf("it is listed as %+v (%v)", lines, err)
		}
	})
}

func TestWhatAVersionCameFromIsKept(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.signed()
		_, err := w.NewVersion(t.Context(), w.as(eqiatest.Author(), reference), eqia.NewVersionCommand{Purpose: eqia.Reviews})
		w.ok(err)
		c := w.as(eqiatest.Author(), reference)
		w.ok(w.SaveOutcomes(t.Context(), c, []eqia.Reported{{No: 1, Came: eqia.MoreSo, Text: "More than we feared.", Base: 1}}))
		w.ok(eqiatest.Sign(t.Context(), w.Service, reference, eqiatest.Author(), eqiatest.Lead()))
		c = w.as(eqiatest.Author(), reference)
		if c.Purpose != eqia.Reviews || c.FromNumber != "1.0" || c.FromForm == "" || c.State != workflow.SignedOff {
			t.Errorf("it is a %q of %q on %q", c.Purpose, c.FromNumber, c.FromForm)
		}
		if o := c.Content.Outcomes; len(o) != 1 || o[0].Came != eqia.MoreSo || o[0].Card != "age" {
			t.Errorf("what happened is kept as %+v", o)
		}
	})
}
