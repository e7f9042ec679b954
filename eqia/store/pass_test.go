package store_test

import (
	"errors"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// letPass gives the lead's reason for the block at sign-off.
func (w world) letPass(reference, text string) error {
	w.t.Helper()
	c := w.as(eqiatest.Lead(), reference)
	return w.Pass(w.t.Context(), c, eqia.GroundsCommand{Mark: w.markOf(reference, eqia.AtSignOff), Text: text, Revision: c.Revision})
}

func isNotFound(err error) bool { return errors.Is(err, eqia.ErrNotFound) }

func invalid(field string) func(error) bool {
	return func(err error) bool {
		var e *eqia.Invalid
		return errors.As(err, &e) && e.Field == field
	}
}

func refusedAs(why workflow.Why) func(error) bool {
	return func(err error) bool {
		var r *workflow.Refusal
		return errors.As(err, &r) && r.Why == why
	}
}

func unmet(c workflow.Condition) func(error) bool {
	return func(err error) bool {
		var r *workflow.Refusal
		return errors.As(err, &r) && r.Condition == c
	}
}

func TestALeadLetsABlockPassWithAReason(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.warned("People over 75 lose out.")
		w.sent(reference)
		w.move(eqiatest.Lead(), reference, eqia.MoveCommand{Event: workflow.Take})
		var blocked *eqia.Blocked
		if err := w.sign(eqiatest.Lead(), reference); !errors.As(err, &blocked) {
			t.Fatalf("the block was signed: %v", err)
		}
		before := w.as(eqiatest.Lead(), reference)
		w.ok(w.letPass(reference, "The leader decides next week."))
		c := w.as(eqiatest.Lead(), reference)
		given := c.Given()
		if len(given) != 1 || !given[0].Passes || given[0].Role != workflow.Lead || c.Revision != before.Revision+1 {
			t.Errorf("given %+v at revision %d", given, c.Revision)
		}
		err := w.Pass(t.Context(), before, eqia.GroundsCommand{Mark: given[0].Mark, Text: "From an old page.", Revision: before.Revision})
		if !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("from an old page: %v", err)
		}
		w.ok(w.Pass(t.Context(), c, eqia.GroundsCommand{Mark: given[0].Mark, TakeBack: true, Base: 1, Revision: c.Revision}))
		if err := w.sign(eqiatest.Lead(), reference); !errors.As(err, &blocked) {
			t.Errorf("what was taken back still lets it pass: %v", err)
		}
		c = w.as(eqiatest.Lead(), reference)
		w.ok(w.Pass(t.Context(), c, eqia.GroundsCommand{Mark: given[0].Mark, Text: "The leader decides next week.", Base: 2, Revision: c.Revision}))
		w.ok(w.sign(eqiatest.Lead(), reference))
		if got := w.as(eqiatest.Lead(), reference).Given(); len(got) != 1 {
			t.Errorf("the record holds %+v", got)
		}
		sound(t, s)
	})
}

func TestAPassForWhatWasPutRightIsNotSigned(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.warned("People over 75 lose out.")
		w.sent(reference)
		w.move(eqiatest.Lead(), reference, eqia.MoveCommand{Event: workflow.Take})
		w.ok(w.letPass(reference, "The leader decides next week."))
		w.move(eqiatest.Lead(), reference, eqia.MoveCommand{Event: workflow.RequestChanges, Reason: "Enter it all the same."})
		w.ok(w.SaveAnswers(t.Context(), w.as(eqiatest.Author(), reference), map[string]eqia.Answer{"decision_maker": {Text: "Cabinet"}}, nil))
		w.sent(reference)
		c := w.as(eqiatest.Lead(), reference)
		if got := c.SignedWith(w.Judge(c, eqia.AtSignOff)); len(got) != 0 || len(c.Given()) != 1 {
			t.Errorf("the page before signing shows %+v of %+v", got, c.Given())
		}
		w.ok(w.sign(eqiatest.Lead(), reference))
		if got := w.as(eqiatest.Lead(), reference).Given(); len(got) != 0 {
			t.Errorf("the record holds %+v", got)
		}
		sound(t, s)
	})
}

func TestNobodyButALeadWithNoPartInItLetsABlockPass(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.warned("People over 75 lose out.")
		w.invite(eqiatest.DeputyLead(), reference, eqia.Involved)
		w.sent(reference)
		w.move(eqiatest.Reviewer(), reference, eqia.MoveCommand{Event: workflow.Take})
		mark := w.markOf(reference, eqia.AtSignOff)
		for _, c := range []struct {
			name string
			by   eqia.Person
			fits func(error) bool
		}{
			{"the reviewer", eqiatest.Reviewer(), refusedAs(workflow.NotYours)},
			{"the author", eqiatest.Author(), refusedAs(workflow.NotYours)},
			{"the monitoring officer", eqiatest.MonitoringOfficer(), refusedAs(workflow.NotYours)},
			{"a lead who helped", eqiatest.DeputyLead(), unmet(workflow.NotContributor)},
		} {
			t.Run(c.name, func(t *testing.T) {
				at := w.as(c.by, reference)
				if err := w.Pass(t.Context(), at, eqia.GroundsCommand{Mark: mark, Text: "It is right so.", Revision: at.Revision}); !c.fits(err) {
					t.Errorf("got %v", err)
				}
			})
		}
		w.Checks = func(eqia.Case, eqia.Gate) []eqia.Finding {
			return []eqia.Finding{{Rule: "D2", Severity: eqia.Stop, MayPass: workflow.MonitoringOfficer}, {Rule: "X3", Severity: eqia.Stop}}
		}
		at := w.as(eqiatest.Lead(), reference)
		for _, f := range w.Judge(at, eqia.AtSignOff) {
			if err := w.Pass(t.Context(), at, eqia.GroundsCommand{Mark: f.Mark(), Text: "It is right so.", Revision: at.Revision}); !isNotFound(err) {
				t.Errorf("%s was let pass by a lead: %v", f.Rule, err)
			}
		}
	})
}

func TestANewVersionStartsWithoutReasonsAndADiscardedDraftLeavesNone(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.signedWithReasons()
		_, err := w.NewVersion(t.Context(), w.as(eqiatest.Author(), reference), eqia.NewVersionCommand{})
		w.ok(err)
		if got := w.as(eqiatest.Author(), reference).Grounds; len(got) != 0 {
			t.Errorf("the new version starts with %+v", got)
		}
		other := w.warned("Some older people lose out.")
		w.keepIt(other, "The table gives the ages.")
		rows := count(t, s, "grounds")
		w.move(eqiatest.Author(), other, eqia.MoveCommand{Event: workflow.Discard})
		if now := count(t, s, "grounds"); now != rows-1 {
			t.Errorf("there were %d reasons, and after the draft was deleted %d", rows, now)
		}
	})
}
