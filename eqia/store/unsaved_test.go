package store_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

const onChange = "page/change"

// typed is a page's fields as a person typed them on one showing of it.
func typed(drawn, text string) eqia.Unsaved {
	return eqia.Unsaved{UnsavedKey: eqia.UnsavedKey{Drawn: eqia.DrawnID(drawn)}, Page: onChange, Fields: "change=" + text}
}

// kept is the fields that the store keeps for a person on one showing of a page; "" when there are none.
func (w world) kept(by eqia.Person, reference, drawn string) string {
	w.t.Helper()
	u, err := w.UnsavedOf(w.t.Context(), w.as(by, reference), eqia.DrawnID(drawn))
	if errors.Is(err, eqia.ErrNotFound) {
		return ""
	}
	w.ok(err)
	return u.Fields
}

func (w world) keeps(by eqia.Person, reference string, u eqia.Unsaved) {
	w.t.Helper()
	w.ok(w.PutAside(w.t.Context(), by, reference, u))
}

// shared is a draft that the author and a co-author write together.
func (w world) shared() string {
	w.t.Helper()
	reference := w.started()
	w.ok(w.Invite(w.t.Context(), w.as(eqiatest.Author(), reference), eqia.Invitation{Email: eqiatest.CoAuthor().Email, Relation: workflow.Editor}))
	return reference
}

func TestTypedTextIsKeptWithoutTouchingTheRecord(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.started()
		before, acts := w.as(eqiatest.Author(), reference), count(t, s, "audit")
		w.keeps(eqiatest.Author(), reference, typed("a", "one"))
		w.keeps(eqiatest.Author(), reference, typed("a", "two"))
		after := w.as(eqiatest.Author(), reference)
		if after.Revision != before.Revision || after.Content.Answers["change"].Text != "" || count(t, s, "audit") != acts {
			t.Errorf("the record moved: revision %d to %d, %d acts more", before.Revision, after.Revision, count(t, s, "audit")-acts)
		}
		if got := w.kept(eqiatest.Author(), reference, "a"); got != "change=two" {
			t.Errorf("%q is kept, want what was typed last", got)
		}
		if left := after.Left(onChange); len(left) != 1 || left[0].Fields != "" {
			t.Errorf("the page is told of %+v", left)
		}
	})
}

func TestTwoWindowsOnOnePageKeepTheirTextApart(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.started()
		w.keeps(eqiatest.Author(), reference, typed("a", "one"))
		w.clock.Pass(time.Minute)
		w.keeps(eqiatest.Author(), reference, typed("b", "two"))
		left := w.as(eqiatest.Author(), reference).Left(onChange)
		if len(left) != 2 || left[0].Drawn != "b" || w.kept(eqiatest.Author(), reference, "a") != "change=one" {
			t.Errorf("left: %+v", left)
		}
	})
}

func TestNobodyElseIsGivenWhatAPersonTyped(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.shared()
		w.keeps(eqiatest.Author(), reference, typed("a", "one"))
		if got := w.kept(eqiatest.CoAuthor(), reference, "a"); got != "" {
			t.Errorf("the co-author is given %q", got)
		}
		if left := w.as(eqiatest.CoAuthor(), reference).Left(onChange); len(left) != 0 {
			t.Errorf("the co-author is told of %+v", left)
		}
		w.ok(w.DropUnsaved(t.Context(), w.as(eqiatest.CoAuthor(), reference), "a"))
		if got := w.kept(eqiatest.Author(), reference, "a"); got != "change=one" {
			t.Errorf("the co-author dropped it: %q is left", got)
		}
	})
}

func TestTypedTextGoesWhenItIsOfNoMoreUse(t *testing.T) {
	for name, does := range map[string]func(w world, reference string){
		"its page is saved": func(w world, reference string) {
			c := w.as(eqiatest.Author(), reference)
			c.Drawn = "a"
			w.ok(w.SaveAnswers(w.t.Context(), c, map[string]eqia.Answer{"aims": {Text: "Safer roads."}}, nil))
		},
		"its page is saved without a change": func(w world, reference string) {
			c := w.as(eqiatest.Author(), reference)
			c.Drawn = "a"
			w.ok(w.SaveAnswers(w.t.Context(), c, nil, nil))
		},
		"the person drops it": func(w world, reference string) {
			w.ok(w.DropUnsaved(w.t.Context(), w.as(eqiatest.Author(), reference), "a"))
		},
		"the version is sent": func(w world, reference string) {
			c := w.as(eqiatest.Author(), reference)
			w.ok(w.Send(w.t.Context(), c, eqia.SendCommand{Revision: c.Revision}))
		},
		"the draft is deleted": func(w world, reference string) {
			w.move(eqiatest.Author(), reference, eqia.MoveCommand{Event: workflow.Discard})
		},
		"thirty days have passed and anyone signs in": func(w world, _ string) {
			w.ok(w.store.SaveSession(w.t.Context(), session("later", eqiatest.Clerk(), w.clock.Pass(eqia.KeepUnsaved+time.Hour))))
		},
	} {
		t.Run(name, func(t *testing.T) {
			onBoth(t, func(t *testing.T, s *store.Store) {
				w := worldOn(t, s)
				reference := w.started()
				w.keeps(eqiatest.Author(), reference, typed("a", "one"))
				does(w, reference)
				if n := count(t, s, "unsaved"); n != 0 {
					t.Errorf("%d are left", n)
				}
			})
		})
	}
}

func TestSavingOnePageLeavesWhatWasTypedOnAnother(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.started()
		w.keeps(eqiatest.Author(), reference, typed("a", "one"))
		c := w.as(eqiatest.Author(), reference)
		c.Drawn = "b"
		w.ok(w.SaveAnswers(t.Context(), c, map[string]eqia.Answer{"aims": {Text: "Safer roads."}}, nil))
		if got := w.kept(eqiatest.Author(), reference, "a"); got != "change=one" {
			t.Errorf("%q is left", got)
		}
	})
}

func TestTextIsNotKeptForThoseWhoMayNotWriteNorWithoutLimit(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.shared()
		elsewhere, huge := typed("a", "one"), typed("a", strings.Repeat("x", eqia.MostUnsaved))
		elsewhere.Page = "send"
		for name, c := range map[string]struct {
			by   eqia.Person
			what eqia.Unsaved
			want func(error) bool
		}{
			"someone who may not see it": {eqiatest.Administrator(), typed("a", "one"), func(err error) bool { return errors.Is(err, eqia.ErrNotFound) }},
			"someone who only reads it":  {eqiatest.Lead(), typed("a", "one"), func(err error) bool { return errors.As(err, new(*workflow.Refusal)) }},
			"a page that is none":        {eqiatest.Author(), elsewhere, func(err error) bool { return errors.Is(err, eqia.ErrNotFound) }},
			"too much":                   {eqiatest.Author(), huge, func(err error) bool { return errors.As(err, new(*eqia.Invalid)) }},
		} {
			if err := w.PutAside(t.Context(), c.by, reference, c.what); !c.want(err) {
				t.Errorf("%s: %v", name, err)
			}
		}
		for i := range eqia.UnsavedEach + 3 {
			w.clock.Pass(time.Second)
			w.keeps(eqiatest.Author(), reference, typed(fmt.Sprint("n", i), "one"))
		}
		if n := count(t, s, "unsaved"); n != eqia.UnsavedEach {
			t.Errorf("%d are kept, want %d", n, eqia.UnsavedEach)
		}
		if got := w.kept(eqiatest.Author(), reference, "n2"); got != "" {
			t.Error("the oldest did not give way")
		}
	})
}

func TestTextForAVersionThatWasSentMeanwhileIsNotKept(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.started()
		c := w.as(eqiatest.Author(), reference)
		w.ok(w.Send(t.Context(), c, eqia.SendCommand{Revision: c.Revision}))
		u := typed("a", "one")
		u.Version, u.Person, u.At = c.ID, eqiatest.Author().ID, w.Now()
		if err := s.KeepUnsaved(t.Context(), u); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("it answers %v", err)
		}
	})
}

func TestThoseAtWorkAreNamedForAQuarterOfAnHour(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.shared()
		w.clock.Pass(time.Hour)
		w.keeps(eqiatest.CoAuthor(), reference, typed("a", "one"))
		w.clock.Pass(5 * time.Minute)
		at := w.as(eqiatest.Author(), reference).AtWork(nil)
		if len(at) != 1 || at[0] != (eqia.AtWork{Name: eqiatest.CoAuthor().Name, Minutes: 5}) {
			t.Errorf("at work: %+v", at)
		}
		if own := w.as(eqiatest.CoAuthor(), reference).AtWork(nil); len(own) != 0 {
			t.Errorf("they are told of themselves: %+v", own)
		}
		w.ok(w.SaveCard(t.Context(), w.as(eqiatest.CoAuthor(), reference), ageCard("Prices go up."), 0))
		onAge := func(k eqia.PartKey, _ string) bool { return k.Key == "age" }
		if at := w.as(eqiatest.Author(), reference).AtWork(onAge); len(at) != 1 || at[0].Minutes != 0 {
			t.Errorf("at work on age: %+v", at)
		}
		w.clock.Pass(16 * time.Minute)
		if at := w.as(eqiatest.Author(), reference).AtWork(nil); len(at) != 0 {
			t.Errorf("after a quarter of an hour: %+v", at)
		}
	})
}

func TestAnEndedSessionSaysWhoseItWasForADay(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		w.ok(s.SaveSession(t.Context(), session("old", eqiatest.Author(), w.Now())))
		w.ok(s.SaveSession(t.Context(), session("next day", eqiatest.Clerk(), w.clock.Pass(eqia.SessionKept-time.Minute))))
		if _, p, err := s.Session(t.Context(), "old"); err != nil || p.ID != eqiatest.Author().ID {
			t.Errorf("within a day: %v, %v", p.ID, err)
		}
		w.ok(s.SaveSession(t.Context(), session("later", eqiatest.Clerk(), w.clock.Pass(2*time.Minute))))
		if _, _, err := s.Session(t.Context(), "old"); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("after a day: %v", err)
		}
	})
}
