package store_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

func TestReferencesRunWithoutGapsThroughEachLondonYear(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		for _, c := range []struct {
			at   time.Time
			want string
		}{
			{time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC), "EQIA-2026-0001"},
			{time.Date(2026, 12, 31, 23, 59, 59, 0, time.UTC), "EQIA-2026-0002"},
			{time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC), "EQIA-2027-0001"},
			{time.Date(2026, 12, 31, 12, 0, 0, 0, time.UTC), "EQIA-2026-0003"},
		} {
			w.clock.Set(c.at)
			if got := w.started(); got != c.want {
				t.Errorf("at %v the reference is %s, want %s", c.at, got, c.want)
			}
		}
	})
}

func TestAnAssessmentThatWasNotKeptTakesNoReference(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		now := w.Now()
		family := eqia.Assessment{ID: eqia.AssessmentID(w.NewID()), Profile: eqiatest.Profile}
		change := &eqia.Change{Family: &family, Acts: []eqia.Act{{At: now, Kind: eqia.Started}},
			Made: &eqia.Version{Header: eqia.Header{ID: "v", AssessmentID: family.ID, Major: 1, State: "nowhere", StartedAt: now, SavedAt: now}}}
		if err := s.Write(t.Context(), change); !errors.Is(err, eqia.ErrNotSaved) {
			t.Fatalf("got %v, want not saved", err)
		}
		if family.Reference != "" {
			t.Errorf("it still carries the reference %s", family.Reference)
		}
		if got := w.started(); got != "EQIA-2026-0001" {
			t.Errorf("the next reference is %s", got)
		}
	})
}

func TestADiscardedDraftGoesWithAllItsPartsAndStaysInTheAudit(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.started()
		w.ok(w.SaveCard(t.Context(), w.as(eqiatest.Author(), reference), ageCard("Prices go up."), 0))
		w.ok(w.AddComment(t.Context(), w.as(eqiatest.Author(), reference), eqia.Remark{Text: "Ask the libraries."}))
		w.move(eqiatest.Author(), reference, eqia.MoveCommand{Event: workflow.Discard})
		if _, err := s.Version(t.Context(), reference, ""); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("reading it gave %v", err)
		}
		for _, table := range []string{"assessments", "versions", "parts", "effects", "parties", "comments"} {
			if n := count(t, s, table); n != 0 {
				t.Errorf("%d rows are left in %s", n, table)
			}
		}
		var kinds []string
		w.ok(s.Reader().Table("audit").Where("assessment_id <> ''").Order("seq").Pluck("kind", &kinds).Error)
		if got := strings.Join(kinds, " "); got != "start edit comment discard" {
			t.Errorf("the audit says %q", got)
		}
	})
}

func TestDiscardingANewVersionBringsTheOneBeforeItBack(t *testing.T) {
	cases := []struct {
		name      string
		meanwhile func(w world, reference string)
		state     workflow.State
	}{
		{"while the one before is in force", func(world, string) {}, workflow.SignedOff},
		{"after the one before was withdrawn", func(w world, reference string) {
			c, err := w.OpenVersion(w.t.Context(), eqiatest.Lead(), reference, "1.0")
			w.ok(err)
			w.ok(w.Move(w.t.Context(), c, eqia.MoveCommand{Event: workflow.Withdraw, Revision: c.Revision, Reason: "The decision was dropped."}))
		}, workflow.Withdrawn},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			onBoth(t, func(t *testing.T, s *store.Store) {
				w := worldOn(t, s)
				reference := w.signed()
				_, err := w.NewVersion(t.Context(), w.as(eqiatest.Author(), reference), eqia.NewVersionCommand{})
				w.ok(err)
				c.meanwhile(w, reference)
				w.move(eqiatest.Author(), reference, eqia.MoveCommand{Event: workflow.Discard})
				now := w.as(eqiatest.Author(), reference)
				if now.Number() != "1.0" || now.State != c.state {
					t.Errorf("the current version is %s, %s", now.Number(), now.State.Label())
				}
			})
		})
	}
}

func TestADraftThatWasSentIsNotDiscarded(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		stale := w.as(eqiatest.Author(), w.started())
		w.ok(w.Send(t.Context(), stale, eqia.SendCommand{Revision: stale.Revision}))
		err := w.Move(t.Context(), stale, eqia.MoveCommand{Event: workflow.Discard, Revision: stale.Revision})
		if !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("got %v, want moved", err)
		}
		if now := w.as(eqiatest.Author(), stale.Assessment.Reference); now.State != workflow.Submitted {
			t.Errorf("it is %s", now.State.Label())
		}
	})
}

func TestTwoPeopleCannotBothStartTheNextVersion(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		read := w.as(eqiatest.Lead(), w.signed())
		_, err := w.NewVersion(t.Context(), read, eqia.NewVersionCommand{})
		w.ok(err)
		before := dump(t, s)
		if _, err := w.NewVersion(t.Context(), read, eqia.NewVersionCommand{Purpose: eqia.Revises}); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("the second start gave %v, want moved", err)
		}
		if dump(t, s) != before {
			t.Error("the second start left something behind")
		}
	})
}

func TestNoVersionIsStartedFromAnOldPageOfOneThatWasReplaced(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		old := w.as(eqiatest.Author(), w.signed())
		w.next(old.Assessment.Reference, true)
		w.ok(eqiatest.Sign(t.Context(), w.Service, old.Assessment.Reference, eqiatest.Author(), eqiatest.Lead()))
		before := dump(t, s)
		for _, purpose := range []eqia.Purpose{eqia.Corrects, eqia.Revises, eqia.Reviews} {
			if _, err := w.NewVersion(t.Context(), old, eqia.NewVersionCommand{Purpose: purpose}); !errors.Is(err, eqia.ErrMoved) {
				t.Errorf("starting one that %s gave %v, want moved", purpose, err)
			}
		}
		if dump(t, s) != before {
			t.Error("it left something behind")
		}
	})
}

func TestAWithdrawalStaysWhenANewVersionIsStartedFromAnOldPage(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		old := w.as(eqiatest.Author(), w.signed())
		w.move(eqiatest.Lead(), old.Assessment.Reference, eqia.MoveCommand{Event: workflow.Withdraw, Reason: "The decision was dropped."})
		_, err := w.NewVersion(t.Context(), old, eqia.NewVersionCommand{Purpose: eqia.Revises})
		w.ok(err)
		if now := w.as(eqiatest.Author(), old.Assessment.Reference); now.Assessment.Signed != "" || now.Number() != "2.0" {
			t.Errorf("version %s is current and %q is taken for signed", now.Number(), now.Assessment.Signed)
		}
		w.ok(eqiatest.Sign(t.Context(), w.Service, old.Assessment.Reference, eqiatest.Author(), eqiatest.Lead()))
	})
}
