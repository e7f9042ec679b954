package store_test

import (
	"slices"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// askedOf adds people who were asked to a draft.
func (w world) askedOf(reference, who string) {
	w.t.Helper()
	e := eqia.Engagement{Who: who, How: "A drop-in", Depth: "asked", When: "May 2026", HowMany: "40", Said: "Parking is dear", Changed: "A lower price"}
	_, err := w.AddEntry(w.t.Context(), w.as(eqiatest.Author(), reference), e, "")
	w.ok(err)
}

// found is who was asked before, as a person finds it by words, read two at a time to the end.
func (w world) found(by eqia.Person, text string) []string {
	w.t.Helper()
	out := []string{}
	for after := ""; ; {
		list, err := w.AskedBefore(w.t.Context(), by, text, eqia.Page{After: after, Size: 2})
		w.ok(err)
		for _, a := range list {
			out, after = append(out, a.Who), a.Cursor
		}
		if len(list) < 2 {
			return out
		}
	}
}

func TestWhoWasAskedBeforeIsFoundByThoseWhoMaySeeIt(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		published, signed, draft := w.started(), w.started(), w.started()
		w.askedOf(published, "Library users")
		w.askedOf(published, "Parents of young children")
		w.askedOf(signed, "Market traders")
		w.askedOf(draft, "Bus drivers")
		for _, reference := range []string{published, signed} {
			w.ok(eqiatest.Sign(t.Context(), w.Service, reference, eqiatest.Author(), eqiatest.Lead()))
		}
		c := w.as(eqiatest.Lead(), published)
		w.ok(w.Publish(t.Context(), c, eqia.MoveCommand{Revision: c.Revision}))
		everyone := []string{"Bus drivers", "Market traders", "Library users", "Parents of young children"}
		for _, look := range []struct {
			name string
			by   eqia.Person
			text string
			want []string
		}{
			{"the author", eqiatest.Author(), "", everyone},
			{"the lead", eqiatest.Lead(), "", everyone},
			{"the monitoring officer", eqiatest.MonitoringOfficer(), "", everyone},
			{"a clerk, what is signed", eqiatest.Clerk(), "", everyone[1:]},
			{"a councillor, what is published", eqiatest.Member(), "", everyone[2:]},
			{"by a word in another form", eqiatest.Lead(), "libraries", []string{"Library users"}},
			{"by two words", eqiatest.Lead(), "children PARENTS", []string{"Parents of young children"}},
			{"by what they said", eqiatest.Author(), "parking", everyone},
			{"by words that are not there", eqiatest.Lead(), "ferries", []string{}},
			{"by signs of a query", eqiatest.Lead(), "%_' OR 1=1", []string{}},
		} {
			if got := w.found(look.by, look.text); !slices.Equal(got, look.want) {
				t.Errorf("%s finds %v, and should find %v", look.name, got, look.want)
			}
		}
	})
}

func TestWhoWasAskedLeavesTheSearchWithItsEntryItsDraftAndARestriction(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		removed, discarded, restricted := w.started(), w.started(), w.started()
		for _, reference := range []string{removed, discarded, restricted} {
			w.askedOf(reference, "Market traders")
		}
		w.ok(w.RemoveEntry(t.Context(), w.as(eqiatest.Author(), removed), eqia.Entry(eqia.EngagementPart, 1), 1))
		w.move(eqiatest.Author(), discarded, eqia.MoveCommand{Event: workflow.Discard})
		kind := map[string]eqia.Answer{form.QuestionKind: {Choices: []string{eqiatest.Restructure}}}
		w.ok(w.SaveAnswers(t.Context(), w.as(eqiatest.Author(), restricted), kind, map[string]int{form.QuestionKind: 1}))
		if got := w.found(eqiatest.Lead(), "traders"); len(got) > 0 {
			t.Errorf("%v are still found", got)
		}
		if n := count(t, s, "engaged"); n != 1 {
			t.Errorf("%d are kept for the search, want the restricted one", n)
		}
	})
}

func TestAChangedEntryIsFoundByItsNewWords(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.started()
		w.askedOf(reference, "Market traders")
		w.ok(w.ChangeEntry(t.Context(), w.as(eqiatest.Author(), reference), eqia.Engagement{No: 1, Who: "Ferry passengers"}, 1))
		if got := w.found(eqiatest.Author(), "traders"); len(got) > 0 {
			t.Errorf("the old words find %v", got)
		}
		if got := w.found(eqiatest.Author(), "ferry"); !slices.Equal(got, []string{"Ferry passengers"}) {
			t.Errorf("the new words find %v", got)
		}
	})
}

func TestOfAnAssessmentWithTwoVersionsEachPersonFindsOne(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.started()
		w.askedOf(reference, "Market traders")
		w.ok(eqiatest.Sign(t.Context(), w.Service, reference, eqiatest.Author(), eqiatest.Lead()))
		_, err := w.NewVersion(t.Context(), w.as(eqiatest.Author(), reference), eqia.NewVersionCommand{Purpose: eqia.Revises})
		w.ok(err)
		for _, by := range []eqia.Person{eqiatest.Author(), eqiatest.Lead(), eqiatest.Clerk()} {
			if got := w.found(by, ""); !slices.Equal(got, []string{"Market traders"}) {
				t.Errorf("%s finds %v", by.Name, got)
			}
		}
	})
}
