package store_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

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
		if now := w.as(eqiatest.Author(), old.Assessment.Reference); now.Service != "Waste" || now.State != workflow.Draft {
			t.Errorf("it is %s, of the service %q", now.State.Label(), now.Service)
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
