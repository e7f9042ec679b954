package store_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

func TestAnUrgentVersionIsSignedAndReviewedAfterwards(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.inReview()
		c := w.as(eqiatest.Author(), reference)
		w.ok(w.MarkUrgent(t.Context(), c, eqia.UrgentCommand{Reason: "The bridge closes tonight.", Agreed: "Head of Highways", Revision: c.Revision}))
		w.ok(w.sign(eqiatest.Lead(), reference))
		c = w.as(eqiatest.Lead(), reference)
		if want := w.Pace.UrgentBy(w.Now()); c.Urgent.Due != want || !c.Urgent.Outstanding() {
			t.Errorf("the review is due by %q, want %q", c.Urgent.Due, want)
		}
		listed := func() int {
			lines, err := s.List(t.Context(), eqia.Filter{Urgent: true, Now: w.Now()}, eqia.Page{Size: 5})
			w.ok(err)
			_, n, err := s.Counts(t.Context())
			w.ok(err)
			if n != len(lines) {
				t.Errorf("%d are counted and %d listed", n, len(lines))
			}
			return len(lines)
		}
		if listed() != 1 {
			t.Error("it is not listed as urgent and still to be reviewed")
		}
		var no *workflow.Refusal
		if err := w.RecordReview(t.Context(), c, eqia.MoveCommand{Event: workflow.ReviewDone, Revision: c.Revision}); !errors.As(err, &no) {
			t.Errorf("without a word on what it found: %v", err)
		}
		w.clock.Pass(24 * time.Hour)
		w.ok(w.RecordReview(t.Context(), c, eqia.MoveCommand{Event: workflow.ReviewDone, Revision: c.Revision, Reason: "Nothing has to change."}))
		if c = w.as(eqiatest.Lead(), reference); c.Urgent.Found != "Nothing has to change." || listed() != 0 {
			t.Errorf("the record says %+v", c.Urgent)
		}
		if got := w.as(eqiatest.Clerk(), reference).Urgent; got.Reason != "" || got.Agreed != "" || got.Found != "" || !got.Is() {
			t.Errorf("a clerk reads %+v", got)
		}
		if err := s.Writer().Exec("UPDATE versions SET urgent_reason = 'Another'").Error; err == nil || !strings.Contains(err.Error(), "an urgent mark stays") {
			t.Errorf("the database lets the mark change: %v", err)
		}
	})
}

func TestAnUrgentMarkNeedsAReasonAndWhoAgreedAndIsMadeOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		c := w.as(eqiatest.Author(), w.started())
		mark := func(reason, agreed string) error {
			return w.MarkUrgent(t.Context(), c, eqia.UrgentCommand{Reason: reason, Agreed: agreed, Revision: c.Revision})
		}
		var no *workflow.Refusal
		if err := mark(" ", "Head"); !errors.As(err, &no) || no.Condition != workflow.ReasonGiven {
			t.Errorf("without a reason: %v", err)
		}
		var bad *eqia.Invalid
		if err := mark("Tonight", ""); !errors.As(err, &bad) || bad.Field != "agreed" {
			t.Errorf("without who agreed: %v", err)
		}
		w.ok(mark("Tonight", "Head of service"))
		c = w.as(eqiatest.Author(), c.Assessment.Reference)
		if err := mark("Tonight", "Head of service"); !errors.As(err, &no) || no.Condition != workflow.NotUrgent {
			t.Errorf("a second time: %v", err)
		}
	})
}

func TestAnUrgentMarkIsTakenBackByItsAuthorInADraftAndElseByALeadWhoSaysWhy(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.started()
		mark := func() {
			c := w.as(eqiatest.Author(), reference)
			w.ok(w.MarkUrgent(t.Context(), c, eqia.UrgentCommand{Reason: "Tonight", Agreed: "Head of service", Revision: c.Revision}))
		}
		back := func(by eqia.Person, why string) error {
			c := w.as(by, reference)
			return w.Move(t.Context(), c, eqia.MoveCommand{Event: workflow.TakeBackUrgent, Revision: c.Revision, Reason: why})
		}
		var no *workflow.Refusal
		if err := back(eqiatest.Author(), ""); !errors.As(err, &no) || no.Condition != workflow.MarkedUrgent {
			t.Errorf("where there is no mark: %v", err)
		}
		mark()
		w.ok(back(eqiatest.Author(), ""))
		if got := w.as(eqiatest.Author(), reference).Urgent; got != (eqia.Urgency{}) {
			t.Errorf("taken back, it is %+v", got)
		}
		mark()
		if err := back(eqiatest.Lead(), " "); !errors.As(err, &no) || no.Condition != workflow.ReasonGiven {
			t.Errorf("a lead without a reason: %v", err)
		}
		w.ok(back(eqiatest.Lead(), "The meeting was put off."))
		if got := w.as(eqiatest.Author(), reference).Urgent; got.Is() || got.Ended != "The meeting was put off." {
			t.Errorf("the author reads %+v", got)
		}
		history, err := w.History(t.Context(), w.as(eqiatest.Lead(), reference))
		w.ok(err)
		if history[0].Kind != workflow.TakeBackUrgent || history[0].By != eqiatest.Lead().ID || strings.Contains(fmt.Sprint(history[0].Facts), "put off") {
			t.Errorf("the record says %+v", history[0])
		}
		mark()
		if got := w.as(eqiatest.Author(), reference).Urgent; !got.Is() || got.Ended != "" {
			t.Errorf("marked once more, it is %+v", got)
		}
	})
}
