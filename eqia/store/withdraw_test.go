package store_test

import (
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// next starts the next version and gives its number.
func (w world) next(reference string, material bool) string {
	w.t.Helper()
	purpose := eqia.Corrects
	if material {
		purpose = eqia.Revises
	}
	number, err := w.NewVersion(w.t.Context(), w.as(eqiatest.Author(), reference), eqia.NewVersionCommand{Purpose: purpose})
	w.ok(err)
	return number
}

// version opens one version by its number as the lead.
func (w world) version(reference, number string) eqia.Case {
	w.t.Helper()
	c, err := w.OpenVersion(w.t.Context(), eqiatest.Lead(), reference, number)
	w.ok(err)
	return c
}

// withdraw takes one version away, as the lead.
func (w world) withdraw(reference, number string) {
	w.t.Helper()
	c := w.version(reference, number)
	w.ok(w.Move(w.t.Context(), c, eqia.MoveCommand{Event: workflow.Withdraw, Revision: c.Revision, Reason: "It is wrong."}))
}

// standing is how the register has a version.
func (w world) standing(reference string, major int) string {
	w.t.Helper()
	p, err := w.store.Register().Published(w.t.Context(), reference, major, 0)
	w.ok(err)
	return p.Standing
}

func TestAPublishedVersionIsWithdrawnWhileANewOneIsWritten(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.signed()
		w.publish(reference)
		w.next(reference, true)
		w.withdraw(reference, "1.0")
		now := w.as(eqiatest.Lead(), reference)
		if now.Number() != "2.0" || now.State != workflow.Draft || now.Assessment.Signed != "" {
			t.Errorf("version %s (%s) is current and %q is in force", now.Number(), now.State, now.Assessment.Signed)
		}
		if got := w.standing(reference, 1); got != eqia.TakenAway {
			t.Errorf("the register has version 1.0 as %s", got)
		}
		w.ok(eqiatest.Sign(t.Context(), w.Service, reference, eqiatest.Author(), eqiatest.Lead()))
		w.publish(reference)
		if got := w.standing(reference, 0); got != eqia.InForce {
			t.Errorf("after version 2.0 was published the register has %s", got)
		}
	})
}

func TestANewVersionCanFollowOneThatWasWithdrawn(t *testing.T) {
	cases := []struct {
		name     string
		material bool
		signed   bool // before it was withdrawn
		numbers  [2]string
	}{
		{"a minor draft", false, false, [2]string{"1.1", "1.2"}},
		{"a material draft", true, false, [2]string{"2.0", "3.0"}},
		{"a minor one that was signed", false, true, [2]string{"1.1", "1.2"}},
		{"a material one that was signed", true, true, [2]string{"2.0", "3.0"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			onBoth(t, func(t *testing.T, s *store.Store) {
				w := worldOn(t, s)
				reference := w.signed()
				first := w.next(reference, c.material)
				if c.signed {
					w.ok(eqiatest.Sign(t.Context(), w.Service, reference, eqiatest.Author(), eqiatest.Lead()))
					w.withdraw(reference, first)
				} else {
					w.move(eqiatest.Author(), reference, eqia.MoveCommand{Event: workflow.Withdraw, Reason: "Not needed."})
				}
				back := w.as(eqiatest.Author(), reference)
				if back.Number() != "1.0" || (back.Assessment.Signed == back.ID) == c.signed {
					t.Fatalf("version %s is current and %q is in force", back.Number(), back.Assessment.Signed)
				}
				if second := w.next(reference, c.material); [2]string{first, second} != c.numbers {
					t.Errorf("the versions are %s and %s, want %v", first, second, c.numbers)
				}
				w.ok(eqiatest.Sign(t.Context(), w.Service, reference, eqiatest.Author(), eqiatest.Lead()))
				if now := w.as(eqiatest.Lead(), reference); now.Assessment.Signed != now.ID {
					t.Errorf("%q is in force, want %q", now.Assessment.Signed, now.ID)
				}
			})
		})
	}
}

func TestWhatThePublicReadsCanBeWithdrawnAfterItWasReplaced(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.signed()
		w.publish(reference)
		w.next(reference, true)
		w.ok(eqiatest.Sign(t.Context(), w.Service, reference, eqiatest.Author(), eqiatest.Lead()))
		w.withdraw(reference, "2.0")
		if c := w.version(reference, "1.0"); c.State != workflow.Superseded || c.Assessment.Signed != "" {
			t.Errorf("version 1.0 is %s and %q is in force", c.State, c.Assessment.Signed)
		}
		w.withdraw(reference, "1.0")
		if got := w.standing(reference, 1); got != eqia.TakenAway {
			t.Errorf("the register has version 1.0 as %s", got)
		}
	})
}

func TestDiscardingADraftGoesBackToTheSignedVersionAndNotToAWithdrawnOne(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.signed()
		w.next(reference, true)
		w.move(eqiatest.Author(), reference, eqia.MoveCommand{Event: workflow.Withdraw, Reason: "Not needed."})
		w.next(reference, false)
		w.move(eqiatest.Author(), reference, eqia.MoveCommand{Event: workflow.Discard})
		if got := w.as(eqiatest.Author(), reference).Number(); got != "1.0" {
			t.Errorf("version %s is current", got)
		}
	})
}
