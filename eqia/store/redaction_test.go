package store_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// leaving is the decision that the tests publish words left out by.
func leaving(c eqia.Case) eqia.RedactCommand {
	return eqia.RedactCommand{Revision: c.Revision, Grounds: []string{"personal", "3"}, Reason: "It names a bidder.", ReviewOn: c.Today.AddMonths(1), Looked: true}
}

// leavesOut publishes the signed version without these words, and gives the number of the public one.
func (w world) leavesOut(reference, words string) string {
	w.t.Helper()
	c := w.version(reference, "1.0")
	w.ok(w.LeaveOut(w.t.Context(), c, "", eqia.Marked{Words: words}))
	number, err := w.PublishWithout(w.t.Context(), c, leaving(c))
	w.ok(err)
	return number
}

// publicly is how the register has each version of a reference, newest first.
func (w world) publicly(reference string) string {
	w.t.Helper()
	list, err := w.store.Register().PublishedVersions(w.t.Context(), reference)
	w.ok(err)
	var out []string
	for _, p := range list {
		out = append(out, p.Number()+" "+p.Standing)
	}
	return strings.Join(out, ", ")
}

// withoutTitle is a restricted assessment whose public version leaves its title out: its reference, and the whole one as it was signed.
func (w world) withoutTitle() (string, eqia.Case) {
	w.t.Helper()
	reference := w.started()
	w.restructure(reference)
	w.ok(eqiatest.Sign(w.t.Context(), w.Service, reference, eqiatest.Author(), eqiatest.Lead()))
	whole := w.as(eqiatest.Lead(), reference)
	if number := w.leavesOut(reference, whole.Title); number != "1.1" {
		w.t.Fatalf("it is version %s", number)
	}
	return reference, whole
}

func TestAPublicVersionWithWordsLeftOutIsAVersionOfItsOwn(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference, whole := w.withoutTitle()
		now, public := w.as(eqiatest.Lead(), reference), w.version(reference, "1.1")
		if now.Number() != "1.0" || now.Assessment.Signed != whole.ID || now.Published() || now.Title != whole.Title {
			t.Errorf("the whole one: version %s, in force %q, published %t, %q", now.Number(), now.Assessment.Signed, now.Published(), now.Title)
		}
		_, digest, err := eqia.Seal(public.Content, nil)
		w.ok(err)
		if public.Title != eqia.LeftOut || public.Digest != digest || public.Digest == whole.Digest || public.CheckCode == whole.CheckCode {
			t.Errorf("the public one is %+v", public.Header)
		}
		if public.SignedBy != whole.SignedBy || !public.SignedAt.Equal(whole.SignedAt) || public.FromNumber != "1.0" {
			t.Errorf("it carries the signature of %q on %s, from version %s", public.SignedBy, public.SignedAt, public.FromNumber)
		}
	})
}

func TestTheRegisterHasThePublicVersionAloneAndWhatItLeavesOutIsKept(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference, whole := w.withoutTitle()
		p, err := s.Register().Published(t.Context(), reference, 0, 0)
		w.ok(err)
		if p.Number() != "1.1" || p.CopyOf != "1.0" || p.Content.Answers[form.QuestionTitle].Text != eqia.LeftOut || !slices.Equal(p.Grounds, []string{"personal", "3"}) {
			t.Errorf("the register has %s of %q, %q on %q", p.Number(), p.CopyOf, p.Title, p.Grounds)
		}
		if _, err := s.Register().Published(t.Context(), reference, 1, 0); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("the whole one in the register: %v", err)
		}
		kept, there, err := w.Redaction(t.Context(), w.version(reference, "1.1"))
		w.ok(err)
		if !there || kept.Reason != "It names a bidder." || kept.Marks[0].Words != whole.Title || kept.From != "1.0" || kept.Over {
			t.Errorf("what is kept is %+v", kept)
		}
		for _, statement := range []string{"UPDATE redactions SET reason = ''", "DELETE FROM redactions", "UPDATE published SET copy_of = ''", "UPDATE parts SET body = '{}'"} {
			if err := s.Writer().Exec(statement).Error; err == nil {
				t.Errorf("%s is let through", statement)
			}
		}
	})
}

func TestWhatThePublicReadGivesWayToWhatTakesItsPlace(t *testing.T) {
	const words = "Prices go up"
	cases := []struct {
		name string
		do   func(w world, reference string)
		want string
		over bool
	}{
		{"the whole one was public before", func(w world, reference string) {
			w.publish(reference)
			w.leavesOut(reference, words)
		}, "1.1 current, 1.0 withdrawn", false},
		{"more words are left out", func(w world, reference string) {
			w.leavesOut(reference, words)
			w.leavesOut(reference, "Keep a lower price")
		}, "1.2 current, 1.1 withdrawn", false},
		{"the whole one is published after all", func(w world, reference string) {
			w.leavesOut(reference, words)
			w.publish(reference)
		}, "1.1 superseded, 1.0 current", true},
		{"the whole one is withdrawn", func(w world, reference string) {
			w.leavesOut(reference, words)
			w.withdraw(reference, "1.0")
		}, "1.1 withdrawn", true},
		{"the public one alone is withdrawn", func(w world, reference string) {
			w.leavesOut(reference, words)
			w.withdraw(reference, "1.1")
		}, "1.1 withdrawn", true},
		{"a later version is published", func(w world, reference string) {
			w.leavesOut(reference, words)
			w.next(reference, true)
			w.ok(eqiatest.Sign(w.t.Context(), w.Service, reference, eqiatest.Author(), eqiatest.Lead()))
			w.publish(reference)
		}, "2.0 current, 1.1 superseded", true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			onBoth(t, func(t *testing.T, s *store.Store) {
				w := worldOn(t, s)
				reference := w.signed()
				c.do(w, reference)
				if got := w.publicly(reference); got != c.want {
					t.Errorf("the register has %s, want %s", got, c.want)
				}
				list, err := w.Redactions(t.Context(), eqiatest.MonitoringOfficer())
				w.ok(err)
				if list[0].Over != c.over {
					t.Errorf("the decision is over: %t", list[0].Over)
				}
				if now := w.as(eqiatest.Lead(), reference); now.Purpose == eqia.Redacts {
					t.Errorf("version %s is current", now.Number())
				}
			})
		})
	}
}

func TestAnAgendaDoesNotPublishWhatThePublicReadsWithWordsLeftOut(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		reference := h.linked()
		h.leavesOut(reference, h.version(reference, "1.0").Title)
		h.publishes(first)
		if got := h.publicly(reference); got != "1.1 current" {
			t.Errorf("the register has %s", got)
		}
	})
}

func TestWordsAreLeftOutByTheLeadAloneAndOnlyWhereTheyAre(t *testing.T) {
	w := worldOn(t, opened(t, sqliteFile(t)))
	reference := w.signed()
	c := w.version(reference, "1.0")
	for name, m := range map[string]eqia.Marked{"nothing": {Words: " "}, "what is not there": {Words: "Unicorns"}, "control characters": {Words: "a\x00b"}} {
		var wrong *eqia.Invalid
		if err := w.LeaveOut(t.Context(), c, "", m); !errors.As(err, &wrong) || wrong.Field != "words" {
			t.Errorf("%s: %v", name, err)
		}
	}
	var refused *workflow.Refusal
	if err := w.LeaveOut(t.Context(), w.as(eqiatest.Author(), reference), "", eqia.Marked{Words: "Prices"}); !errors.As(err, &refused) {
		t.Errorf("by the author: %v", err)
	}
	if _, err := w.Redactions(t.Context(), eqiatest.Reviewer()); !errors.Is(err, eqia.ErrNotFound) {
		t.Errorf("the decisions for a reviewer: %v", err)
	}
	if _, err := w.PublishWithout(t.Context(), c, leaving(c)); err == nil {
		t.Error("nothing was marked, and it was published")
	}
	w.ok(w.LeaveOut(t.Context(), c, "", eqia.Marked{Words: "Prices go up"}))
	var wrong *eqia.Invalid
	if err := w.LeaveOut(t.Context(), c, "", eqia.Marked{Words: "prices go UP"}); !errors.As(err, &wrong) {
		t.Errorf("the same words again: %v", err)
	}
	marks, err := w.Marks(t.Context(), c)
	w.ok(err)
	w.ok(w.PutBack(t.Context(), c, marks[0].ID))
	w.ok(w.PutBack(t.Context(), c, marks[0].ID))
	if left, err := w.Marks(t.Context(), c); err != nil || len(left) > 0 {
		t.Errorf("%v is left, %v", left, err)
	}
	w.leavesOut(reference, "Prices go up")
	if err := w.LeaveOut(t.Context(), w.version(reference, "1.1"), "", eqia.Marked{Words: "lower"}); !errors.As(err, &refused) || refused.Condition != workflow.WholeText {
		t.Errorf("on the public one: %v", err)
	}
}
