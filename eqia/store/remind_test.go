package store_test

import (
	"slices"
	"sync"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// notified lists who has a notice of an assessment's review, in order.
func (w world) notified(reference string) []string {
	w.t.Helper()
	var out []string
	w.ok(w.store.Reader().Table("outbox").Where("reference = ? AND kind = ?", reference, string(workflow.RemindReview)).Order("seq, recipient").
		Pluck("recipient", &out).Error)
	return out
}

func TestPeopleAreRemindedOfAReviewOnceAtEachStage(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		due := eqia.DayOf(w.Now().AddDate(0, 0, 100))
		reference := w.reviewed(due)
		want := []string{}
		for _, c := range []struct {
			left int // days until the review is due
			told bool
		}{{61, false}, {60, true}, {59, false}, {31, false}, {30, true}, {8, false}, {7, true}, {0, false}, {-7, false}, {-8, true}, {-90, true}, {-91, false}} {
			w.clock.Set(due.Time().AddDate(0, 0, -c.left).Add(12 * time.Hour))
			if c.told {
				want = append(want, string(eqiatest.Author().ID), "role:lead")
			}
			for range 2 {
				_, err := w.RemindOfReviews(t.Context())
				w.ok(err)
			}
			if got := w.notified(reference); !slices.Equal(got, want) {
				t.Errorf("%d days before, %v were told, want %v", c.left, got, want)
			}
		}
		if at := w.as(eqiatest.Lead(), reference); at.ReviewDue != due || at.State != workflow.SignedOff {
			t.Errorf("it is %s and due on %s", at.State, at.ReviewDue)
		}
		sound(t, s)
	})
}

func TestManyCopiesOfTheServiceRemindOnce(t *testing.T) {
	for _, d := range databases {
		t.Run(d.name, func(t *testing.T) {
			source := d.source(t)
			w := worldOn(t, opened(t, source))
			reference := w.reviewed(eqia.DayOf(w.Now().AddDate(0, 0, 20)))
			other := *w.Service
			other.Store = opened(t, source)
			var all sync.WaitGroup
			for i := range 8 {
				all.Go(func() {
					if _, err := []*eqia.Service{w.Service, &other}[i%2].RemindOfReviews(t.Context()); err != nil {
						t.Error(err)
					}
				})
			}
			all.Wait()
			if got := w.notified(reference); len(got) != 2 {
				t.Errorf("told: %v", got)
			}
		})
	}
}

func TestNobodyIsRemindedOfWhatIsNoLongerInForce(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		soon := eqia.DayOf(w.Now().AddDate(0, 0, 5))
		gone, replaced := w.reviewed(soon), w.reviewed(soon)
		w.move(eqiatest.Lead(), gone, eqia.MoveCommand{Event: workflow.Withdraw, Reason: "It will not go ahead."})
		_, err := w.NewVersion(t.Context(), w.as(eqiatest.Author(), replaced), eqia.NewVersionCommand{Purpose: eqia.Reviews})
		w.ok(err)
		w.ok(w.SaveAnswers(t.Context(), w.as(eqiatest.Author(), replaced), map[string]eqia.Answer{"review_date": {Day: eqia.DayOf(w.Now().AddDate(1, 0, 0))}}, map[string]int{"review_date": 1}))
		w.ok(eqiatest.Sign(t.Context(), w.Service, replaced, eqiatest.Author(), eqiatest.Lead()))
		if n, err := w.RemindOfReviews(t.Context()); err != nil || n != 0 {
			t.Errorf("reminded of %d: %v", n, err)
		}
	})
}
