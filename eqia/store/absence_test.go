package store_test

import (
	"errors"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// reviewerTwo is a second reviewer, who can stand in for the first.
func (w world) reviewerTwo() eqia.Person {
	w.t.Helper()
	p := eqia.Person{ID: eqia.PersonID("01JD0000000000000000000099"), Email: "second.reviewer@council.example", Name: "Second reviewer, Equality Team",
		Roles: []workflow.Actor{workflow.Reviewer}}
	w.ok(w.Store.SavePerson(w.t.Context(), p, "", eqia.Act{At: w.Now(), Kind: eqiatest.PersonAdded}))
	return p
}

// away records an absence of ten days from a day in November 2026.
func (w world) away(by, person, deputy eqia.Person, from eqia.Day) error {
	w.t.Helper()
	return w.RecordAbsence(w.t.Context(), by, eqia.Absence{Person: person.ID, Deputy: deputy.ID, From: from, Until: from[:8] + eqia.Day("28")}, "")
}

func TestAnAbsenceIsRefusedWhereItDoesNotFit(t *testing.T) {
	lead, deputy, reviewer := eqiatest.Lead(), eqiatest.DeputyLead(), eqiatest.Reviewer()
	cases := []struct {
		name               string
		by, person, deputy eqia.Person
		from, until        eqia.Day
		field              string // "" for a refusal
	}{
		{"a reviewer cannot stand in for a lead", lead, lead, reviewer, "2026-11-10", "2026-11-12", "deputy"},
		{"nobody stands in for themselves", lead, lead, lead, "2026-11-10", "2026-11-12", "deputy"},
		{"a clerk cannot stand in", lead, reviewer, eqiatest.Clerk(), "2026-11-10", "2026-11-12", "deputy"},
		{"a clerk is not of the team", lead, eqiatest.Clerk(), deputy, "2026-11-10", "2026-11-12", "person"},
		{"no days", lead, lead, deputy, "", "", "from"},
		{"it ends before it begins", lead, lead, deputy, "2026-11-12", "2026-11-10", "until"},
		{"it is over", lead, lead, deputy, "2026-10-01", "2026-10-10", "until"},
		{"it is longer than a year", lead, lead, deputy, "2026-11-10", "2027-11-11", "until"},
		{"a reviewer records another's", reviewer, lead, deputy, "2026-11-10", "2026-11-12", ""},
	}
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		for _, c := range cases {
			err := w.RecordAbsence(t.Context(), c.by, eqia.Absence{Person: c.person.ID, Deputy: c.deputy.ID, From: c.from, Until: c.until}, "")
			var bad *eqia.Invalid
			var no *workflow.Refusal
			if errors.As(err, &bad) && bad.Field == c.field || c.field == "" && errors.As(err, &no) {
				continue
			}
			t.Errorf("%s: %v", c.name, err)
		}
		if err := w.away(eqiatest.Author(), eqiatest.Author(), lead, "2026-11-10"); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("an author's absence: %v", err)
		}
	})
}

func TestDeputiesNeverFormAChain(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		lead, deputy, reviewer, two := eqiatest.Lead(), eqiatest.DeputyLead(), eqiatest.Reviewer(), w.reviewerTwo()
		w.ok(w.away(lead, lead, deputy, "2026-11-10"))
		refused := func(name string, err error, field string) {
			t.Helper()
			var bad *eqia.Invalid
			if !errors.As(err, &bad) || bad.Field != field {
				t.Errorf("%s: %v", name, err)
			}
		}
		refused("back to the one who is away", w.away(deputy, deputy, lead, "2026-11-12"), "deputy")
		refused("a deputy who is away hands it on", w.away(deputy, deputy, lead, "2026-11-20"), "deputy")
		refused("away twice", w.away(lead, lead, deputy, "2026-11-25"), "from")
		refused("to someone who is away", w.away(reviewer, reviewer, lead, "2026-11-25"), "deputy")
		w.ok(w.away(reviewer, reviewer, two, "2026-11-10"))
		refused("who stands in is not away", w.away(two, two, deputy, "2026-11-15"), "from")
		w.ok(w.away(deputy, deputy, lead, "2026-12-10"))
		list, err := w.Absences(t.Context(), lead)
		w.ok(err)
		if len(list) != 3 || list[0].PersonName == "" || list[0].DeputyName == "" {
			t.Fatalf("there are %+v", list)
		}
		w.ok(w.EndAbsence(t.Context(), lead, list[1].ID))
		if list, err = w.Absences(t.Context(), lead); err != nil || len(list) != 2 {
			t.Errorf("after one was ended there are %d: %v", len(list), err)
		}
	})
}

func TestADeputyActsAsTheHolderWhileTheOtherIsAway(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		two, reference := w.reviewerTwo(), w.inReview()
		holds := func() bool { return w.as(two, reference).Standing.Has(workflow.Holder) }
		if holds() {
			t.Error("a reviewer holds what someone else holds")
		}
		w.ok(w.away(eqiatest.Reviewer(), eqiatest.Reviewer(), two, "2026-11-02"))
		if !holds() {
			t.Error("the deputy does not hold what the absent reviewer holds")
		}
		w.ok(w.AddComment(t.Context(), w.as(two, reference), eqia.Remark{Text: "In the reviewer's place"}))
		w.move(two, reference, eqia.MoveCommand{Event: workflow.RequestChanges})
		w.sent(reference)
		list, err := w.Absences(t.Context(), two)
		w.ok(err)
		var no *workflow.Refusal
		if err := w.EndAbsence(t.Context(), two, list[0].ID); !errors.As(err, &no) {
			t.Errorf("ended by the deputy: %v", err)
		}
		w.ok(w.EndAbsence(t.Context(), eqiatest.Reviewer(), list[0].ID))
		if holds() {
			t.Error("the deputy still holds it after the absence was ended")
		}
	})
}

func TestADeputyWhoHelpedToWriteItStillCannotSign(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.started()
		w.invite(eqiatest.DeputyLead(), reference, workflow.Editor)
		w.ok(w.SaveAnswers(t.Context(), w.as(eqiatest.DeputyLead(), reference), map[string]eqia.Answer{"aims": {Text: "Ours"}}, nil))
		w.sent(reference)
		w.move(eqiatest.Lead(), reference, eqia.MoveCommand{Event: workflow.Take})
		w.ok(w.away(eqiatest.Lead(), eqiatest.Lead(), eqiatest.DeputyLead(), "2026-11-02"))
		isContributor(t, w.sign(eqiatest.DeputyLead(), reference))
	})
}
