package store_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// copyOf is the reference of a copy of an assessment, made by a person.
func (w world) copyOf(by eqia.Person, reference string) string {
	w.t.Helper()
	made, err := w.Copy(w.t.Context(), by, eqia.CopyCommand{From: reference, Title: "Fares of next year"})
	w.ok(err)
	return made
}

func TestACopyHasTheAnswersAndNothingElseOfTheOldOne(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.signed()
		old := w.as(eqiatest.Author(), reference)
		w.clock.Pass(430 * 24 * time.Hour)
		c := w.as(eqiatest.Author(), w.copyOf(eqiatest.Author(), reference))
		if c.AssessmentID == old.AssessmentID || c.State != workflow.Draft || c.SignedBy != "" || c.Digest != "" || c.Number() != "1.0" {
			t.Errorf("the copy is %+v", c.Header)
		}
		if got := c.Content.Card("age").Blocks[0].How; got != "Prices go up." || c.Title != "Fares of next year" {
			t.Errorf("the copy of %q says %q", c.Title, got)
		}
		if comments, err := s.Comments(t.Context(), c.ID); err != nil || len(comments) != 0 {
			t.Errorf("comments came along: %v, %v", comments, err)
		}
		if len(c.Parties) != 1 || c.AuthorOf().Person != eqiatest.Author().ID {
			t.Errorf("on the copy work %+v", c.Parties)
		}
	})
}

func TestTheDatesOfTheOldDecisionAreNotCopied(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		source := w.started()
		full := eqiatest.Full(eqiatest.Profile, w.as(eqiatest.Author(), source).Form)
		w.ok(eqiatest.Write(t.Context(), w.Service, eqiatest.Author(), source, full))
		old := w.as(eqiatest.Author(), source).Content
		made := w.as(eqiatest.Author(), w.copyOf(eqiatest.Author(), source)).Content
		if old.Answers["decision_date"].Empty() || old.Answers["review_date"].Empty() || old.Actions[0].When.Empty() {
			t.Fatal("there is no date to leave behind")
		}
		if !made.Answers["decision_date"].Empty() || !made.Answers["review_date"].Empty() || !made.Actions[0].When.Empty() {
			t.Error("a date of the old decision came along")
		}
		if made.Actions[0].What != old.Actions[0].What || len(made.Engagement) != len(old.Engagement) || len(made.Evidence) != len(old.Evidence) {
			t.Error("something that was written did not come along")
		}
		if made.Answers["decision_maker"].Text != old.Answers["decision_maker"].Text {
			t.Error("an answer did not come along")
		}
	})
}

func TestACopiedPartIsMarkedUntilItIsSavedOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		source := w.signed()
		signedAt := w.as(eqiatest.Author(), source).SignedAt
		w.clock.Pass(430 * 24 * time.Hour)
		reference := w.copyOf(eqiatest.Author(), source)
		c := w.as(eqiatest.Author(), reference)
		age, kind, title := eqia.PartKey{Kind: eqia.CardPart, Key: "age"}, eqia.PartKey{Kind: eqia.AnswerPart, Key: "kind"},
			eqia.PartKey{Kind: eqia.AnswerPart, Key: "title"}
		if !c.Unchecked(age) || !c.Unchecked(kind) || c.Unchecked(title) {
			t.Errorf("marked: age %v, kind %v, title %v", c.Unchecked(age), c.Unchecked(kind), c.Unchecked(title))
		}
		if from := c.Copied[age]; from.Source != source || !from.WrittenAt.Equal(signedAt) || from.Age(c.Today) != "14 months ago" {
			t.Errorf("age was copied from %+v, %s", from, from.Age(c.Today))
		}
		w.ok(w.SaveCard(t.Context(), c, c.Content.Card("age"), 1))
		w.ok(w.SaveAnswers(t.Context(), c, map[string]eqia.Answer{"kind": c.Content.Answers["kind"]}, map[string]int{"kind": 1}))
		now := w.as(eqiatest.Author(), reference)
		if now.Unchecked(age) || now.Unchecked(kind) {
			t.Error("saved as they were, they are still marked")
		}
		if now.Content.Card("age").Blocks[0].How != "Prices go up." {
			t.Error("saving it as it was changed it")
		}
	})
}

func TestTheWholeTableChecksCopiedGroupsWithoutWords(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		source := w.started()
		plain := eqia.BlankBlock()
		plain.Effects = eqia.Effects{eqia.Neutral}
		w.ok(w.SaveCard(t.Context(), w.as(eqiatest.Author(), source), eqia.Card{Code: "sex", Blocks: []eqia.Block{plain}}, 0))
		w.ok(w.SaveCard(t.Context(), w.as(eqiatest.Author(), source), ageCard("Prices go up."), 0))
		reference := w.copyOf(eqiatest.Author(), source)
		c := w.as(eqiatest.Author(), reference)
		w.ok(w.SaveTable(t.Context(), c, []eqia.Chosen{{Code: "sex", Effects: eqia.Effects{eqia.Neutral}, Base: 1},
			{Code: "age", Effects: eqia.Effects{eqia.Negative}, Base: 1}}))
		now := w.as(eqiatest.Author(), reference)
		if now.Unchecked(eqia.PartKey{Kind: eqia.CardPart, Key: "sex"}) || !now.Unchecked(eqia.PartKey{Kind: eqia.CardPart, Key: "age"}) {
			t.Error("a group that only has its effect is checked in the table; one with words is checked on its own page")
		}
	})
}

func TestOnlyWhatAPersonMayReadCanBeCopied(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.signed()
		command := eqia.CopyCommand{From: reference, Title: "Fares of next year"}
		if _, err := w.Copy(t.Context(), eqiatest.CoAuthor(), command); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("before it is published: %v", err)
		}
		c := w.as(eqiatest.Lead(), reference)
		w.ok(w.Publish(t.Context(), c, eqia.MoveCommand{Event: workflow.Publish, Revision: c.Revision}))
		if _, err := w.Copy(t.Context(), eqiatest.CoAuthor(), command); err != nil {
			t.Errorf("once it is published: %v", err)
		}
	})
}

func TestTheCopyOfARestrictedAssessmentIsRestricted(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		first := eqiatest.FirstPage()
		first["kind"] = eqia.Answer{Choices: []string{eqiatest.Restructure}}
		source, err := w.Start(t.Context(), eqiatest.Author(), eqia.StartCommand{Answers: first})
		w.ok(err)
		if c := w.as(eqiatest.Author(), w.copyOf(eqiatest.Author(), source)); !c.Assessment.Restricted || c.Assessment.RestrictedBy != c.ID {
			t.Errorf("the copy is %+v", c.Assessment)
		}
	})
}

func TestDiscardingACopyLeavesNothingOfIt(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.copyOf(eqiatest.Author(), w.signed())
		if count(t, s, "copied") == 0 {
			t.Fatal("nothing is marked as copied")
		}
		w.move(eqiatest.Author(), reference, eqia.MoveCommand{Event: workflow.Discard})
		if n := count(t, s, "copied"); n != 0 {
			t.Errorf("%d marks are left", n)
		}
	})
}

func TestSimilarAssessmentsAreThoseThatThePersonMayRead(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		named := func(by eqia.Person, title, directorate string) string {
			first := eqiatest.FirstPage()
			first["title"] = eqia.Answer{Text: title}
			reference, err := w.Start(t.Context(), by, eqia.StartCommand{Answers: first})
			w.ok(err)
			w.ok(w.SaveAnswers(t.Context(), w.as(by, reference), map[string]eqia.Answer{"directorate": {Choices: []string{directorate}}}, nil))
			return reference
		}
		published := func(by eqia.Person, title, directorate string) string {
			reference := named(by, title, directorate)
			w.ok(eqiatest.Sign(t.Context(), w.Service, reference, by, eqiatest.Lead()))
			c := w.as(eqiatest.Lead(), reference)
			w.ok(w.Publish(t.Context(), c, eqia.MoveCommand{Event: workflow.Publish, Revision: c.Revision}))
			return reference
		}
		mine := named(eqiatest.Author(), "Opening hours of libraries", "place")
		other := published(eqiatest.CoAuthor(), "Library vans", "corporate")
		near := published(eqiatest.CoAuthor(), "A library for the north", "place")
		hidden := named(eqiatest.CoAuthor(), "Library fines", "place")
		_ = named(eqiatest.Author(), "Road salt for the winter", "place")
		find := func(by eqia.Person, text string) []string {
			found, err := w.Alike(t.Context(), by, text, "place")
			w.ok(err)
			var out []string
			for _, a := range found {
				out = append(out, a.Reference)
			}
			return out
		}
		got := find(eqiatest.Author(), "The new libraries of the county")
		if !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values([]string{mine, other, near}))) || got[2] != other {
			t.Errorf("found %v, want %s and %s, then %s, and never %s", got, mine, near, other, hidden)
		}
		if got := find(eqiatest.Author(), other); !slices.Equal(got, []string{other}) {
			t.Errorf("by its reference: %v", got)
		}
		if got := find(eqiatest.Author(), "the of and"); len(got) != 0 {
			t.Errorf("words that say nothing find %v", got)
		}
		if got := find(eqiatest.Author(), ""); len(got) != 2 {
			t.Errorf("with nothing asked, the person's own are listed: %v", got)
		}
		if got := find(eqiatest.Reviewer(), "library fines"); !slices.Contains(got, hidden) {
			t.Errorf("the equality team finds %v", got)
		}
	})
}
