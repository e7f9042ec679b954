package store_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
)

// said publishes an assessment and gives its reference, with what someone said about it.
func (w world) said(text, email string) (string, eqia.FeedbackCommand) {
	w.t.Helper()
	reference := w.signed()
	w.publish(reference)
	p, err := w.store.Register().Published(w.t.Context(), reference, 0, 0)
	w.ok(err)
	cmd := eqia.FeedbackCommand{Once: "press", Text: text, Email: email}
	w.ok(w.GiveFeedback(w.t.Context(), p, cmd))
	wantRepeat(w.t, w.GiveFeedback(w.t.Context(), p, cmd), reference)
	return reference, cmd
}

// shown is what the public reads of what was said.
func (w world) shown(reference string) []eqia.Feedback {
	w.t.Helper()
	list, err := w.store.Register().Feedback(w.t.Context(), reference)
	w.ok(err)
	return list
}

func TestFeedbackIsReadByTheLeadAlone(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference, said := w.said("My bus goes on Tuesdays.", "a.person@mail.example")
		list, err := w.FeedbackList(t.Context(), eqiatest.Lead())
		w.ok(err)
		if len(list) != 1 || list[0].Reference != reference || list[0].Number != "1.0" || list[0].Email != said.Email || list[0].State != eqia.FeedbackWaiting {
			t.Fatalf("the lead reads %+v", list)
		}
		if _, err := w.FeedbackList(t.Context(), eqiatest.Reviewer()); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("a reviewer: %v", err)
		}
		if got := w.shown(reference); len(got) > 0 {
			t.Errorf("before it was decided on, the public reads %+v", got)
		}
	})
}

func TestFeedbackIsShownAsTheLeadDecides(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		ctx := t.Context()
		reference, _ := w.said("My bus goes on Tuesdays.", "a.person@mail.example")
		list, err := w.FeedbackList(ctx, eqiatest.Lead())
		w.ok(err)
		w.ok(w.DecideFeedback(ctx, eqiatest.Lead(), list[0], eqia.DecideCommand{State: eqia.FeedbackShown, Shown: "A bus goes on Tuesdays.", Answer: "We know."}))
		if got := w.shown(reference); len(got) != 1 || got[0].Shown != "A bus goes on Tuesdays." || got[0].Answer != "We know." || got[0].Text != "" || got[0].Email != "" {
			t.Errorf("the public reads %+v", got)
		}
		w.ok(w.DecideFeedback(ctx, eqiatest.Lead(), list[0], eqia.DecideCommand{State: eqia.FeedbackHidden, Shown: "Left behind"}))
		if got := w.shown(reference); len(got) > 0 {
			t.Errorf("once hidden the public reads %+v", got)
		}
		if rows := dump(t, s); strings.Contains(rows, "Left behind") || !strings.Contains(rows, "outbox: ") || !strings.Contains(rows, "give_feedback") {
			t.Error("hidden words are kept, or nobody was told")
		}
	})
}

func TestTheAddressThatCameWithFeedbackIsErasedInTime(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		ctx, reference := t.Context(), w.signed()
		w.publish(reference)
		p, err := s.Register().Published(ctx, reference, 0, 0)
		w.ok(err)
		w.ok(w.GiveFeedback(ctx, p, eqia.FeedbackCommand{Text: "Old", Email: "old@mail.example"}))
		w.clock.Pass(80 * 24 * time.Hour)
		w.ok(w.GiveFeedback(ctx, p, eqia.FeedbackCommand{Text: "New", Email: "new@mail.example"}))
		for _, want := range []int{0, 1, 0} {
			n, err := w.ForgetEmails(ctx, 90)
			w.ok(err)
			if n != want {
				t.Errorf("%d addresses were erased, want %d", n, want)
			}
			if want == 0 {
				w.clock.Pass(11 * 24 * time.Hour)
			}
		}
		if rows := dump(t, s); strings.Contains(rows, "old@mail") || !strings.Contains(rows, "new@mail") {
			t.Error("the wrong addresses are kept")
		}
	})
}

func TestFeedbackIsRefusedWhereItCannotBeKeptOrIsAboutNothingPublic(t *testing.T) {
	w := worldOn(t, opened(t, sqliteFile(t)))
	reference := w.signed()
	w.publish(reference)
	p, err := w.Register.Published(t.Context(), reference, 0, 0)
	w.ok(err)
	for name, c := range map[string]struct {
		cmd   eqia.FeedbackCommand
		field string
	}{
		"nothing": {eqia.FeedbackCommand{Text: " \n"}, "text"}, "too much": {eqia.FeedbackCommand{Text: strings.Repeat("a", 2001)}, "text"},
		"no address": {eqia.FeedbackCommand{Text: "Words", Email: "me"}, "email"}, "two addresses": {eqia.FeedbackCommand{Text: "Words", Email: "Me <me@mail.example>"}, "email"},
	} {
		var wrong *eqia.Invalid
		if err := w.GiveFeedback(t.Context(), p, c.cmd); !errors.As(err, &wrong) || wrong.Field != c.field {
			t.Errorf("%s: %v", name, err)
		}
	}
	p.Standing = eqia.TakenAway
	if err := w.GiveFeedback(t.Context(), p, eqia.FeedbackCommand{Text: "Words"}); !errors.Is(err, eqia.ErrNotFound) {
		t.Errorf("on what was withdrawn: %v", err)
	}
}
