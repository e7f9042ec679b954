package store_test

import (
	"errors"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// partyOf is someone's part in the current version, as the author sees it.
func (w world) partyOf(p eqia.Person, reference string) eqia.Party {
	w.t.Helper()
	for _, party := range w.as(eqiatest.Author(), reference).Parties {
		if party.Person == p.ID {
			return party
		}
	}
	return eqia.Party{}
}

func (w world) invite(p eqia.Person, reference string, as workflow.Actor) {
	w.t.Helper()
	w.ok(w.Invite(w.t.Context(), w.as(eqiatest.Author(), reference), eqia.Invitation{Email: p.Email, Relation: as}))
}

func TestWhoeverContributedStaysAContributorWhenRemoved(t *testing.T) {
	cases := []struct {
		name   string
		remove func(w world, before eqia.Case)
	}{
		{"from a page read after they wrote", func(w world, before eqia.Case) {
			now := w.as(eqiatest.Author(), before.Assessment.Reference)
			w.ok(w.RemoveParty(w.t.Context(), now, eqiatest.CoAuthor().ID, ""))
		}},
		{"from a page read before they wrote", func(w world, before eqia.Case) {
			w.ok(w.RemoveParty(w.t.Context(), before, eqiatest.CoAuthor().ID, ""))
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			onBoth(t, func(t *testing.T, s *store.Store) {
				w := worldOn(t, s)
				reference := w.started()
				w.invite(eqiatest.CoAuthor(), reference, workflow.Editor)
				before := w.as(eqiatest.Author(), reference)
				w.ok(w.SaveAnswers(t.Context(), w.as(eqiatest.CoAuthor(), reference), map[string]eqia.Answer{"aims": {Text: "Ours"}}, nil))
				c.remove(w, before)
				if p := w.partyOf(eqiatest.CoAuthor(), reference); p.Active || !p.Contributed {
					t.Errorf("active %v, contributed %v; want removed and still a contributor", p.Active, p.Contributed)
				}
			})
		})
	}
}

func TestASaveFromAnOldPageDoesNotBringARemovedPersonBack(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.started()
		w.invite(eqiatest.CoAuthor(), reference, workflow.Editor)
		old := w.as(eqiatest.CoAuthor(), reference)
		w.ok(w.RemoveParty(t.Context(), w.as(eqiatest.Author(), reference), eqiatest.CoAuthor().ID, ""))
		w.ok(w.SaveAnswers(t.Context(), old, map[string]eqia.Answer{"aims": {Text: "Ours"}}, nil))
		if p := w.partyOf(eqiatest.CoAuthor(), reference); p.Active || !p.Contributed {
			t.Errorf("active %v, contributed %v; want removed and a contributor", p.Active, p.Contributed)
		}
	})
}

func TestNobodyIsNamedAsInvolvedAfterItWasSent(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		old := w.as(eqiatest.Author(), w.started())
		w.ok(eqiatest.Sign(t.Context(), w.Service, old.Assessment.Reference, eqiatest.Author(), eqiatest.Lead()))
		err := w.Invite(t.Context(), old, eqia.Invitation{Email: eqiatest.Lead().Email, Relation: eqia.Involved})
		if !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("naming the signer as involved gave %v, want moved", err)
		}
		if p := w.partyOf(eqiatest.Lead(), old.Assessment.Reference); p.Contributed {
			t.Error("the signer is a contributor now")
		}
	})
}

func TestContributorsOfAMinorVersionIncludeThoseOfTheWholeCycle(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.signed()
		_, err := w.NewVersion(t.Context(), w.as(eqiatest.Lead(), reference), eqia.NewVersionCommand{})
		w.ok(err)
		c := w.as(eqiatest.Lead(), reference)
		if c.Number() != "1.1" || !c.ContributedTo(eqiatest.Author()) || !c.ContributedTo(eqiatest.Lead()) {
			t.Errorf("version %s names as contributors %v", c.Number(), c.Contributors())
		}
	})
}

func TestALaterVersionAddsNobodyToTheContributorsOfASignedOne(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.signed()
		_, err := w.NewVersion(t.Context(), w.as(eqiatest.Lead(), reference), eqia.NewVersionCommand{})
		w.ok(err)
		signed, err := w.OpenVersion(t.Context(), eqiatest.Lead(), reference, "1.0")
		w.ok(err)
		if signed.ContributedTo(eqiatest.Lead()) || !signed.ContributedTo(eqiatest.Author()) {
			t.Errorf("version 1.0 names as contributors %v", signed.Contributors())
		}
	})
}

func TestSomeoneOutsideTheServiceIsKeptByName(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.started()
		w.ok(w.Invite(t.Context(), w.as(eqiatest.Author(), reference), eqia.Invitation{Name: "Adviser, Charity", Relation: eqia.Involved}))
		var names []string
		for _, p := range w.as(eqiatest.Author(), reference).Contributors() {
			names = append(names, p.Name)
		}
		if len(names) != 2 || names[1] != "Adviser, Charity" && names[0] != "Adviser, Charity" {
			t.Errorf("the contributors are %v", names)
		}
	})
}
