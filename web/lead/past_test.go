package lead_test

import (
	"context"
	"net/http"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/workflow"
)

// aims changes one answer of an assessment.
func (s site) aims(ref, text string) {
	s.t.Helper()
	key := eqia.PartKey{Kind: eqia.AnswerPart, Key: "aims"}
	s.as(eqiatest.Author(), ref, func(ctx context.Context, c eqia.Case) error {
		return s.SaveAnswers(ctx, c, map[string]eqia.Answer{"aims": {Text: text}}, map[string]int{"aims": c.Stamps[key].Counter})
	})
}

func TestOnlyWhatChangedSinceItWasSentIsShown(t *testing.T) {
	s := open(t)
	ref := s.written()
	s.aims(ref, "Safer roads for all")
	s.as(eqiatest.Author(), ref, func(ctx context.Context, c eqia.Case) error {
		return s.Send(ctx, c, eqia.SendCommand{Revision: c.Revision})
	})
	s.get(eqiatest.Lead(), "/casework/"+ref+"/changes").sound(t).says(t, "There is nothing to compare with yet")
	s.move(eqiatest.Reviewer(), ref, workflow.Take, "")
	s.move(eqiatest.Reviewer(), ref, workflow.RequestChanges, "Say calmer")
	s.aims(ref, "Calmer roads for all")
	for _, step := range []func(){func() {}, func() {
		s.as(eqiatest.Author(), ref, func(ctx context.Context, c eqia.Case) error {
			return s.Send(ctx, c, eqia.SendCommand{Revision: c.Revision})
		})
	}} {
		step()
		got := s.get(eqiatest.Lead(), "/casework/"+ref+"/changes").sound(t)
		if n := got.Find("main h2[id^=change-]").Length(); n != 1 {
			t.Fatalf("%d changed answers, want 1", n)
		}
		if removed, added := got.Find("del").Text(), got.Find("ins").Text(); removed != "Start of removed text SaferEnd of removed text " || added != "Start of added text CalmerEnd of added text " {
			t.Errorf("removed %q, added %q", removed, added)
		}
	}
}

func TestANewVersionIsComparedWithTheOneBefore(t *testing.T) {
	s := open(t)
	ref := s.written()
	s.aims(ref, "Safer roads")
	s.ok(eqiatest.Sign(t.Context(), s.Service, ref, eqiatest.Author(), eqiatest.Lead()))
	s.as(eqiatest.Author(), ref, func(ctx context.Context, c eqia.Case) error {
		_, err := s.NewVersion(ctx, c, eqia.NewVersionCommand{})
		return err
	})
	s.aims(ref, "Safer paths")
	got := s.get(eqiatest.Author(), "/casework/"+ref+"/changes").sound(t)
	got.says(t, "Between version 1.0 and version 1.1.")
	got.says(t, "Start of added text paths")
}

func TestTheHistoryTellsWhoDidWhatNewestFirst(t *testing.T) {
	s := open(t)
	ref := s.taken()
	got := s.get(eqiatest.Author(), "/casework/"+ref+"/history").sound(t)
	got.says(t, "Started the review")
	got.says(t, "by "+eqiatest.Reviewer().Name)
	got.says(t, "Started the assessment")
	if n := got.Find("main li h2").Length(); n > 6 {
		t.Errorf("%d lines: answers changed one after another are not one line", n)
	}
}

func TestTheHistoryIsForThoseWhoWorkOnIt(t *testing.T) {
	s := open(t)
	ref := s.signed()
	for _, p := range []eqia.Person{eqiatest.Clerk(), eqiatest.Member(), eqiatest.CoAuthor(), eqiatest.Administrator()} {
		if got := s.get(p, "/casework/"+ref+"/history").Status; got != http.StatusNotFound {
			t.Errorf("%s: %d, want 404", p.Name, got)
		}
	}
}
