package store_test

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
)

func TestOfFiftyWhoSaveTheSameCardExactlyOneWins(t *testing.T) {
	const writers = 50
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		c := w.as(eqiatest.Author(), w.started())
		cards := c.Characteristics()
		if len(cards) != 16 {
			t.Fatalf("the form has %d cards, want 16", len(cards))
		}
		wins := make([]atomic.Int32, len(cards))
		winners := make([]atomic.Int32, len(cards))
		var all sync.WaitGroup
		for writer := range writers {
			all.Go(func() {
				for i := range cards {
					at := (i + writer) % len(cards) // so that they meet on every card at the same time
					k := ageCard(fmt.Sprintf("Words of writer %d", writer))
					k.Code = cards[at].Code
					err := w.SaveCard(t.Context(), c, k, 0)
					var conflict *eqia.Conflict
					switch {
					case err == nil:
						wins[at].Add(1)
						winners[at].Store(int32(writer))
					case !errors.As(err, &conflict) || len(conflict.Parts) != 1 || conflict.Parts[0].Key != k.Code:
						t.Errorf("writer %d met %v", writer, err)
					}
				}
			})
		}
		all.Wait()
		now := w.as(eqiatest.Author(), c.Assessment.Reference)
		for i, ch := range cards {
			if n := wins[i].Load(); n != 1 {
				t.Errorf("%d writers won %s", n, ch.Code)
			}
			want := fmt.Sprintf("Words of writer %d", winners[i].Load())
			if got := now.Content.Card(ch.Code).Blocks[0].How; got != want {
				t.Errorf("%s says %q and the winner was told %q", ch.Code, got, want)
			}
		}
		if now.Revision != c.Revision+len(cards) {
			t.Errorf("the revision moved from %d to %d for %d saves", c.Revision, now.Revision, len(cards))
		}
		sound(t, s)
	})
}

func TestManySavesOnTopOfEachOtherAreAllKept(t *testing.T) {
	const writers, rounds = 16, 5
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.started()
		var all sync.WaitGroup
		for writer := range writers {
			all.Go(func() {
				for range rounds {
					for {
						c, err := w.Open(t.Context(), eqiatest.Author(), reference)
						if err != nil {
							t.Error(err)
							return
						}
						said := map[string]eqia.Answer{"aims": {Text: c.Content.Answers["aims"].Text + fmt.Sprintf("%x", writer)}}
						err = w.SaveAnswers(t.Context(), c, said, map[string]int{"aims": c.Stamps[aims].Counter})
						var conflict *eqia.Conflict
						if err == nil {
							break
						}
						if !errors.As(err, &conflict) {
							t.Error(err)
							return
						}
					}
				}
			})
		}
		all.Wait()
		now := w.as(eqiatest.Author(), reference)
		if got := len(now.Content.Answers["aims"].Text); got != writers*rounds || now.Stamps[aims].Counter != writers*rounds {
			t.Errorf("%d of %d confirmed saves are in the answer, at counter %d", got, writers*rounds, now.Stamps[aims].Counter)
		}
	})
}

func TestPressingSubmitTwiceAtOnceSendsItOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		c := w.as(eqiatest.Author(), w.started())
		var sent, repeated atomic.Int32
		var all sync.WaitGroup
		for range 8 {
			all.Go(func() {
				err := w.Send(t.Context(), c, eqia.SendCommand{Revision: c.Revision, Once: "one press"})
				var repeat *eqia.Repeat
				switch {
				case err == nil:
					sent.Add(1)
				case errors.As(err, &repeat) && repeat.Result == c.Assessment.Reference:
					repeated.Add(1)
				default:
					t.Error(err)
				}
			})
		}
		all.Wait()
		if sent.Load() != 1 || repeated.Load() != 7 || count(t, s, "snapshots") != 1 {
			t.Errorf("%d were sent, %d were told it was done, %d snapshots are kept", sent.Load(), repeated.Load(), count(t, s, "snapshots"))
		}
		if got := count(t, s, "outbox"); got != 2 {
			t.Errorf("%d notices wait, want one for each role of the equality team", got)
		}
	})
}
