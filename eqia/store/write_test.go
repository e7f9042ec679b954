package store_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/record"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

func TestAStaleSaveNamesEveryPartThatSomeoneElseChanged(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		stale := w.as(eqiatest.Author(), w.started())
		said := map[string]eqia.Answer{"aims": {Text: "First aims"}, "change": {Text: "First change"}}
		w.ok(w.SaveAnswers(t.Context(), stale, said, nil))
		before := dump(t, s)
		mine := map[string]eqia.Answer{"aims": {Text: "Second aims"}, "change": {Text: "Second change"}, "service": {Text: "Waste"}}
		err := w.SaveAnswers(t.Context(), stale, mine, nil)
		var conflict *eqia.Conflict
		if !errors.As(err, &conflict) {
			t.Fatalf("got %v, want a conflict", err)
		}
		slices.SortFunc(conflict.Parts, func(a, b eqia.PartKey) int { return strings.Compare(a.Key, b.Key) })
		if got := fmt.Sprint(conflict.Parts); got != "[answer/aims answer/change]" {
			t.Errorf("it names %s", got)
		}
		if dump(t, s) != before {
			t.Error("part of the stale save was kept")
		}
	})
}

func TestPressingSaveTwiceIsNoConflict(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		c := w.as(eqiatest.Author(), w.started())
		said := map[string]eqia.Answer{"aims": {Text: "The same words"}}
		w.ok(w.SaveAnswers(t.Context(), c, said, nil))
		w.ok(w.SaveAnswers(t.Context(), c, said, nil))
		if got := w.as(eqiatest.Author(), c.Assessment.Reference).Stamps[aims].Counter; got != 1 {
			t.Errorf("the answer was saved %d times, want once", got)
		}
	})
}

var aims = eqia.PartKey{Kind: eqia.AnswerPart, Key: "aims"}

func TestAMoveFromAnOldRevisionOrStateIsRefused(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		read := w.as(eqiatest.Author(), w.started())
		w.ok(w.SaveAnswers(t.Context(), read, map[string]eqia.Answer{"aims": {Text: "Later words"}}, nil))
		if err := w.Send(t.Context(), read, eqia.SendCommand{Revision: read.Revision}); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("sending an old revision gave %v", err)
		}
		now := w.as(eqiatest.Author(), read.Assessment.Reference)
		w.ok(w.Send(t.Context(), now, eqia.SendCommand{Revision: now.Revision}))
		if err := w.Send(t.Context(), now, eqia.SendCommand{Revision: now.Revision}); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("sending from a state that is past gave %v", err)
		}
		before := dump(t, s)
		if err := w.SaveAnswers(t.Context(), now, map[string]eqia.Answer{"aims": {Text: "Too late"}}, nil); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("saving after sending gave %v", err)
		}
		if dump(t, s) != before {
			t.Error("a refused save left something behind")
		}
	})
}

func TestANumberGuessedInAdvanceDoesNotSendAnOldRecord(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		old := w.as(eqiatest.Author(), w.started())
		w.ok(w.SaveAnswers(t.Context(), old, map[string]eqia.Answer{"service": {Text: "Waste"}}, nil))
		if err := w.Send(t.Context(), old, eqia.SendCommand{Revision: old.Revision + 1}); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("got %v, want moved", err)
		}
		if now := w.as(eqiatest.Author(), old.Assessment.Reference); now.Header.Service != "Waste" || now.State != workflow.Draft {
			t.Errorf("it is %s, of the service %q", now.State.Label(), now.Header.Service)
		}
	})
}

func TestAFormSentTwiceIsDoneOnceAndAnswersTheSame(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		cmd := eqia.StartCommand{Once: "the form's key", Answers: eqiatest.FirstPage()}
		first, err := w.Start(t.Context(), eqiatest.Author(), cmd)
		w.ok(err)
		before := dump(t, s)
		_, err = w.Start(t.Context(), eqiatest.Author(), cmd)
		var repeat *eqia.Repeat
		if !errors.As(err, &repeat) || repeat.Result != first {
			t.Errorf("the second press gave %v, want a repeat of %s", err, first)
		}
		if dump(t, s) != before {
			t.Error("the second press left something behind")
		}
	})
}

func TestAStaleSaveFailsAloneAmongOthersOfItsBatch(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		errs := s.Batch(
			func(tx *gorm.DB) error { return insertSetting(tx, "first") },
			func(tx *gorm.DB) error {
				return errors.Join(insertSetting(tx, "second"), eqia.ErrMoved)
			},
			func(tx *gorm.DB) error { return insertSetting(tx, "first") },
			func(*gorm.DB) error { panic("a fault in one save") },
			func(tx *gorm.DB) error { return insertSetting(tx, "last") },
		)
		for i, want := range []error{nil, eqia.ErrMoved, eqia.ErrNotSaved, eqia.ErrNotSaved, nil} {
			if !errors.Is(errs[i], want) {
				t.Errorf("save %d gave %v, want %v", i+1, errs[i], want)
			}
		}
		var kept []string
		if err := s.Reader().Table("settings").Order("name").Pluck("name", &kept).Error; err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(kept, " "); got != "first last" {
			t.Errorf("kept %q, want the first and the last", got)
		}
	})
}

func insertSetting(tx *gorm.DB, name string) error {
	return tx.Exec("INSERT INTO settings (name, value) VALUES (?, '')", name).Error
}

func TestATransactionThatEndsEarlyKeepsNothingOfItsBatch(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		errs := s.Batch(
			func(tx *gorm.DB) error { return insertSetting(tx, "before") },
			func(tx *gorm.DB) error { return errors.Join(tx.Exec("ROLLBACK").Error, errors.New("the disk is full")) },
			func(tx *gorm.DB) error { return insertSetting(tx, "after") },
		)
		for i, err := range errs {
			if !errors.Is(err, eqia.ErrNotSaved) {
				t.Errorf("save %d gave %v, want not saved", i+1, err)
			}
		}
		if got := count(t, s, "settings"); got != 0 {
			t.Errorf("%d saves were kept all the same", got)
		}
		if err := s.Ping(t.Context()); err != nil {
			t.Errorf("the next save gave %v", err)
		}
	})
}

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
		if _, err := s.Version(t.Context(), reference, 0, 0); !errors.Is(err, eqia.ErrNotFound) {
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
			c, err := w.OpenVersion(w.t.Context(), eqiatest.Lead(), reference, 1, 0)
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
		if _, err := w.NewVersion(t.Context(), read, eqia.NewVersionCommand{Material: true}); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("the second start gave %v, want moved", err)
		}
		if dump(t, s) != before {
			t.Error("the second start left something behind")
		}
	})
}

func TestAWithdrawalStaysWhenANewVersionIsStartedFromAnOldPage(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		old := w.as(eqiatest.Author(), w.signed())
		w.move(eqiatest.Lead(), old.Assessment.Reference, eqia.MoveCommand{Event: workflow.Withdraw, Reason: "The decision was dropped."})
		_, err := w.NewVersion(t.Context(), old, eqia.NewVersionCommand{Material: true})
		w.ok(err)
		if now := w.as(eqiatest.Author(), old.Assessment.Reference); now.Assessment.Signed != "" || now.Number() != "2.0" {
			t.Errorf("version %s is current and %q is taken for signed", now.Number(), now.Assessment.Signed)
		}
		w.ok(eqiatest.Sign(t.Context(), w.Service, old.Assessment.Reference, eqiatest.Author(), eqiatest.Lead()))
	})
}

func TestACommentFromAnOldPageIsRefusedOnceTheVersionIsSignedOrGone(t *testing.T) {
	cases := []struct {
		name string
		end  func(world, string)
	}{
		{"signed", func(w world, reference string) {
			w.ok(eqiatest.Sign(w.t.Context(), w.Service, reference, eqiatest.Author(), eqiatest.Lead()))
		}},
		{"discarded", func(w world, reference string) {
			w.move(eqiatest.Author(), reference, eqia.MoveCommand{Event: workflow.Discard})
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			onBoth(t, func(t *testing.T, s *store.Store) {
				w := worldOn(t, s)
				old := w.as(eqiatest.Author(), w.started())
				c.end(w, old.Assessment.Reference)
				if err := w.AddComment(t.Context(), old, eqia.Remark{Text: "One more thing"}); !errors.Is(err, eqia.ErrMoved) {
					t.Errorf("got %v, want moved", err)
				}
			})
		})
	}
}

func TestTheChainHoldsAfterAWholeJourney(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		w.signed()
		n, _, err := record.Verify(s.Chain(t.Context()))
		if err != nil || int(n) != count(t, s, "audit") {
			t.Errorf("%d of %d entries hold: %v", n, count(t, s, "audit"), err)
		}
	})
}
