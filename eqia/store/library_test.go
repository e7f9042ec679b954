package store_test

import (
	"errors"
	"slices"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/library"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

const (
	older = library.ID("age-65-to-74-residents-all-2021")
	rural = library.ID("rural-isolation-residents-2019")
)

// shelved is a world with a filled library.
func shelved(t *testing.T, s *store.Store) world {
	t.Helper()
	w := worldOn(t, s)
	w.ok(w.SeedLibrary(t.Context()))
	return w
}

// newer is a fact that could take the place of the one on people aged 65 to 74.
func newer() library.Fact {
	return library.Fact{Characteristic: "age", Topic: "Age", Group: "Aged 65 to 74", Population: library.Residents, Measure: library.Known,
		Value: "16.2", Unit: library.Percent, Base: "all residents of the Dorset Council area", Date: "2025",
		Source: "Office for National Statistics", Area: "Dorset Council area"}
}

func (w world) cited(by eqia.Person, reference string, ids ...library.ID) {
	w.t.Helper()
	w.ok(w.CiteFacts(w.t.Context(), w.as(by, reference), ids))
}

func TestTheLibraryIsFilledOnceWithAnAct(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		if facts, err := w.Facts(t.Context()); err != nil || len(facts) != 0 {
			t.Fatalf("before it is filled it has %d facts (%v)", len(facts), err)
		}
		before := count(t, s, "audit")
		w.ok(w.SeedLibrary(t.Context()))
		w.ok(w.SeedLibrary(t.Context()))
		facts, err := w.Facts(t.Context())
		w.ok(err)
		file, err := library.Load("dorset-2024")
		w.ok(err)
		if !slices.Equal(facts, file) {
			t.Errorf("it holds %d facts, and the file %d", len(facts), len(file))
		}
		if acts := count(t, s, "audit") - before; acts != 1 {
			t.Errorf("filling it wrote %d acts", acts)
		}
	})
}

func TestADatabaseWithAFilledLibraryAloneIsStillUntouched(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		act := eqia.Act{At: eqiatest.NewClock().Now(), Kind: eqia.ActSeedLibrary, Subject: "library/dorset"}
		if err := s.Write(t.Context(), &eqia.Change{Library: &eqia.LibraryChange{Profile: "dorset"}, Acts: []eqia.Act{act}}); err != nil {
			t.Fatal(err)
		}
		if untouched, err := s.Untouched(t.Context()); err != nil || !untouched {
			t.Errorf("untouched: %v, %v", untouched, err)
		}
	})
}

func TestOnlyALeadChangesTheLibrary(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := shelved(t, s)
		was := dump(t, s)
		for _, p := range eqiatest.People() {
			if p.Holds(workflow.Lead) {
				continue
			}
			_, add := w.AddFact(t.Context(), p, newer(), "")
			_, change := w.ChangeFact(t.Context(), p, eqia.FactChange{Was: older, Now: newer()})
			_, list := w.OutdatedUses(t.Context(), p)
			for _, err := range []error{add, change, list, w.RetireFact(t.Context(), p, eqia.Retirement{Fact: older})} {
				var refused *workflow.Refusal
				if !errors.As(err, &refused) || refused.Why != workflow.NotYours {
					t.Errorf("%s: %v", p.Name, err)
				}
			}
		}
		if dump(t, s) != was {
			t.Error("what was refused left something behind")
		}
	})
}

func TestAChangedFactStandsInTheOldOnesPlaceAndTheOldOneStaysReadable(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := shelved(t, s)
		was, err := w.Fact(t.Context(), older)
		w.ok(err)
		id, err := w.ChangeFact(t.Context(), eqiatest.Lead(), eqia.FactChange{Was: older, Now: newer(), Once: "once"})
		w.ok(err)
		now, err := w.Fact(t.Context(), id)
		w.ok(err)
		if now.Value != "16.2" || now.Place != was.Place || now.Replaced() {
			t.Errorf("the new fact is %+v", now)
		}
		old, err := w.Fact(t.Context(), older)
		w.ok(err)
		if old.Value != "15.1" || old.ReplacedBy != id || old.ReplacedOn != string(eqia.DayOf(w.Now())) {
			t.Errorf("the old fact is %+v", old)
		}
		if _, err := w.ChangeFact(t.Context(), eqiatest.DeputyLead(), eqia.FactChange{Was: older, Now: newer()}); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("changing it again: %v", err)
		}
		var again *eqia.Repeat
		if _, err := w.ChangeFact(t.Context(), eqiatest.Lead(), eqia.FactChange{Was: older, Now: newer(), Once: "once"}); !errors.As(err, &again) || again.Result != string(id) {
			t.Errorf("pressing twice: %v", err)
		}
	})
}

func TestAFactIsTakenOutOfUseForAnotherThatHoldsOrForNone(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := shelved(t, s)
		const next = library.ID("age-60-to-64-residents-all-2021")
		var invalid *eqia.Invalid
		for _, with := range []library.ID{older, "no-such-fact"} {
			if err := w.RetireFact(t.Context(), eqiatest.Lead(), eqia.Retirement{Fact: older, With: with}); !errors.As(err, &invalid) {
				t.Errorf("with %s: %v", with, err)
			}
		}
		w.ok(w.RetireFact(t.Context(), eqiatest.Lead(), eqia.Retirement{Fact: older, With: next}))
		w.ok(w.RetireFact(t.Context(), eqiatest.Lead(), eqia.Retirement{Fact: rural}))
		if err := w.RetireFact(t.Context(), eqiatest.Lead(), eqia.Retirement{Fact: next, With: older}); !errors.As(err, &invalid) {
			t.Errorf("a replaced fact takes the place of another: %v", err)
		}
		if err := w.RetireFact(t.Context(), eqiatest.Lead(), eqia.Retirement{Fact: "no-such-fact"}); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("a fact that is not there: %v", err)
		}
	})
}

func TestAFactThatIsNotWholeIsNotKept(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := shelved(t, s)
		for name, spoil := range map[string]func(*library.Fact){
			"value":          func(f *library.Fact) { f.Value = "a lot" },
			"base":           func(f *library.Fact) { f.Base = "" },
			"characteristic": func(f *library.Fact) { f.Characteristic = "height" },
			"caveat":         func(f *library.Fact) { f.Caveat = "turned \u202e round" },
		} {
			f := newer()
			spoil(&f)
			var invalid *eqia.Invalid
			if _, err := w.AddFact(t.Context(), eqiatest.Lead(), f, ""); !errors.As(err, &invalid) || invalid.Field != name {
				t.Errorf("with a bad %s: %v", name, err)
			}
		}
		id, err := w.AddFact(t.Context(), eqiatest.Lead(), newer(), "")
		w.ok(err)
		facts, err := w.Facts(t.Context())
		w.ok(err)
		if last := facts[len(facts)-1]; last.ID != id {
			t.Errorf("an added fact is not last, but %s", last.ID)
		}
	})
}

func TestAFactIsCitedOnACardWithWhatWasTypedAndOnceHoweverOftenItIsPressed(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := shelved(t, s)
		reference := w.started()
		before := w.as(eqiatest.Author(), reference)
		w.ok(w.CiteOnCard(t.Context(), before, eqia.Citation{Card: ageCard("Prices go up."), Fact: older}))
		w.ok(w.CiteOnCard(t.Context(), before, eqia.Citation{Card: ageCard("Prices go up."), Fact: older})) // pressed twice, on the page as it was
		c := w.as(eqiatest.Author(), reference)
		w.ok(w.CiteOnCard(t.Context(), c, eqia.Citation{Card: c.Content.Card("age"), Base: 1, Fact: older}))
		c = w.as(eqiatest.Author(), reference)
		if len(c.Content.Evidence) != 1 {
			t.Fatalf("the evidence is %+v", c.Content.Evidence)
		}
		e, k := c.Content.Evidence[0], c.Content.Card("age")
		if e.Fact != string(older) || e.Says == "" || !slices.Equal(e.Characteristics, []string{"age"}) || e.Date != "2021" || e.Area == "" {
			t.Errorf("the evidence is %+v", e)
		}
		if k.Blocks[0].How != "Prices go up." || !slices.Equal(k.Blocks[0].Evidence, []int{e.No}) {
			t.Errorf("the card is %+v", k)
		}
	})
}

func TestAFactIsCitedUnderEveryBlockOfADividedCard(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := shelved(t, s)
		reference := w.started()
		w.ok(w.CiteOnCard(t.Context(), w.as(eqiatest.Author(), reference), eqia.Citation{Card: ageCard("Prices go up.").Divide([]string{"residents", "employees"}, nil), Fact: older}))
		for _, b := range w.as(eqiatest.Author(), reference).Content.Card("age").Blocks {
			if !slices.Equal(b.Evidence, []int{1}) {
				t.Errorf("the block about %s rests on %v", b.Audience, b.Evidence)
			}
		}
	})
}

func TestACardThatSomeoneElseSavedIsNotOverwrittenByCitingAndNothingIsCited(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := shelved(t, s)
		reference := w.started()
		old := w.as(eqiatest.Author(), reference)
		w.ok(w.SaveCard(t.Context(), old, ageCard("Their words."), 0))
		var conflict *eqia.Conflict
		if err := w.CiteOnCard(t.Context(), old, eqia.Citation{Card: ageCard("My words."), Fact: older}); !errors.As(err, &conflict) || len(conflict.Parts) != 1 {
			t.Fatalf("it is saved: %v", err)
		}
		if c := w.as(eqiatest.Author(), reference); c.Content.Card("age").Blocks[0].How != "Their words." || len(c.Content.Evidence) != 0 {
			t.Errorf("the content is %+v", c.Content)
		}
	})
}

func TestTwoPeopleWhoCiteAtOnceBothSucceed(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := shelved(t, s)
		reference := w.started()
		c := w.as(eqiatest.Author(), reference)
		w.ok(w.CiteFacts(t.Context(), c, []library.ID{older}))
		w.ok(w.CiteFacts(t.Context(), c, []library.ID{rural, "residents-number", rural}))
		var facts []string
		for _, e := range w.as(eqiatest.Author(), reference).Content.Evidence {
			facts = append(facts, e.Fact)
		}
		if !slices.Equal(facts, []string{string(older), string(rural), "residents-number"}) {
			t.Errorf("the facts are %v", facts)
		}
	})
}

func TestAReplacedFactNamesItsUsersAndIsExchangedInOnePress(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := shelved(t, s)
		reference := w.started()
		w.ok(w.CiteOnCard(t.Context(), w.as(eqiatest.Author(), reference), eqia.Citation{Card: ageCard("Prices go up."), Fact: older}))
		first, err := w.ChangeFact(t.Context(), eqiatest.Lead(), eqia.FactChange{Was: older, Now: newer()})
		w.ok(err)
		second, err := w.ChangeFact(t.Context(), eqiatest.Lead(), eqia.FactChange{Was: first, Now: newer()})
		w.ok(err)
		c := w.as(eqiatest.Author(), reference)
		old, err := w.Overtaken(t.Context(), c)
		w.ok(err)
		if len(old) != 1 || old[0].Was.ID != older || old[0].Now.ID != second {
			t.Fatalf("what was overtaken is %+v", old)
		}
		if uses, err := w.OutdatedUses(t.Context(), eqiatest.Lead()); err != nil || len(uses) != 1 || uses[0].Reference != reference || uses[0].Fact != older {
			t.Errorf("the lead sees %+v, %v", uses, err)
		}
		w.ok(w.UseNewFact(t.Context(), c, 1, 1))
		c = w.as(eqiatest.Author(), reference)
		if e := c.Content.Evidence[0]; e.Fact != string(second) || e.No != 1 || e.Date != "2025" || !slices.Equal(c.Content.Card("age").Blocks[0].Evidence, []int{1}) {
			t.Errorf("the evidence is %+v", e)
		}
		if err := w.UseNewFact(t.Context(), c, 1, 2); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("exchanged again: %v", err)
		}
		if uses, err := w.OutdatedUses(t.Context(), eqiatest.Lead()); err != nil || len(uses) != 0 {
			t.Errorf("the lead still sees %+v, %v", uses, err)
		}
	})
}

func TestAReplacedFactIsNotCitedAgain(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := shelved(t, s)
		reference := w.started()
		w.ok(w.RetireFact(t.Context(), eqiatest.Lead(), eqia.Retirement{Fact: older}))
		c := w.as(eqiatest.Author(), reference)
		if err := w.CiteFacts(t.Context(), c, []library.ID{older}); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("citing it: %v", err)
		}
		if err := w.CiteFacts(t.Context(), c, []library.ID{"no-such-fact"}); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("citing what is not there: %v", err)
		}
		var refused *workflow.Refusal
		if err := w.CiteFacts(t.Context(), w.as(eqiatest.Lead(), reference), []library.ID{rural}); !errors.As(err, &refused) {
			t.Errorf("someone who may not edit cites: %v", err)
		}
	})
}

func TestTheUsersOfAFactAreThoseThePersonMayReadAndFollowWhatIsSaved(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := shelved(t, s)
		signed, draft := w.started(), w.started()
		w.cited(eqiatest.Author(), signed, older, rural)
		w.cited(eqiatest.Author(), draft, older)
		w.ok(eqiatest.Sign(t.Context(), w.Service, signed, eqiatest.Author(), eqiatest.Lead()))
		sees := func(p eqia.Person, id library.ID) []string {
			uses, err := w.FactUses(t.Context(), p, id)
			w.ok(err)
			var out []string
			for _, u := range uses {
				out = append(out, u.Reference+" "+u.Number)
			}
			slices.Sort(out)
			return out
		}
		for _, want := range []struct {
			by   eqia.Person
			list []string
		}{
			{eqiatest.Author(), []string{signed + " 1.0", draft + " 1.0"}}, {eqiatest.Lead(), []string{signed + " 1.0", draft + " 1.0"}},
			{eqiatest.Clerk(), []string{signed + " 1.0"}}, {eqiatest.CoAuthor(), nil}, {eqiatest.Member(), nil},
		} {
			if got := sees(want.by, older); !slices.Equal(got, want.list) {
				t.Errorf("%s sees %v", want.by.Name, got)
			}
		}
		_, err := w.NewVersion(t.Context(), w.as(eqiatest.Author(), signed), eqia.NewVersionCommand{})
		w.ok(err)
		if got := sees(eqiatest.Author(), rural); !slices.Equal(got, []string{signed + " 1.0", signed + " 1.1"}) {
			t.Errorf("after a new version, the users are %v", got)
		}
		w.ok(w.RemoveEntry(t.Context(), w.as(eqiatest.Author(), draft), eqia.Entry(eqia.EvidencePart, 1), 1))
		w.move(eqiatest.Author(), signed, eqia.MoveCommand{Event: workflow.Discard})
		if got := sees(eqiatest.Author(), older); !slices.Equal(got, []string{signed + " 1.0"}) {
			t.Errorf("after removing and discarding, the users are %v", got)
		}
	})
}

func TestARestrictedAssessmentIsNoUserThatAClerkMayKnowOf(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := shelved(t, s)
		reference := w.started()
		w.cited(eqiatest.Author(), reference, older)
		w.ok(eqiatest.Sign(t.Context(), w.Service, reference, eqiatest.Author(), eqiatest.Lead()))
		uses, err := w.FactUses(t.Context(), eqiatest.Clerk(), older)
		w.ok(err)
		if len(uses) != 1 {
			t.Fatalf("the clerk sees %+v", uses)
		}
		w.ok(s.Writer().Exec("UPDATE assessments SET restricted = ?", true).Error)
		if uses, err = w.FactUses(t.Context(), eqiatest.Clerk(), older); err != nil || len(uses) != 0 {
			t.Errorf("once it is restricted, the clerk sees %+v, %v", uses, err)
		}
	})
}

func TestWhatIsRememberedOfTheLibraryIsWhatAFreshLookFinds(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := shelved(t, s)
		reference := w.started()
		c := w.as(eqiatest.Author(), reference)
		before, err := w.FactsFor(t.Context(), c)
		w.ok(err)
		_, err = w.ChangeFact(t.Context(), eqiatest.Lead(), eqia.FactChange{Was: older, Now: newer()})
		w.ok(err)
		after, err := w.FactsFor(t.Context(), w.as(eqiatest.Author(), reference))
		w.ok(err)
		if len(after) != len(before)+1 {
			t.Errorf("there were %d facts and are %d", len(before), len(after))
		}
	})
}
