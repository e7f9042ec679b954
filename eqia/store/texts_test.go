package store_test

import (
	"errors"
	"strings"
	"testing"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
)

func TestAPublicPageSaysTheNewestWordsAndKeepsTheOthers(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		ctx, admin := t.Context(), eqiatest.Administrator()
		now := func() eqia.PublicText {
			t.Helper()
			text, err := s.Register().Text(ctx, eqia.ContactText)
			w.ok(err)
			return text
		}
		first := now()
		if first.No != 0 || first.Body != eqia.DefaultText(eqia.ContactText).Body {
			t.Errorf("before anyone changed it, it is wording %d", first.No)
		}
		change := func(no int, body string) error {
			return w.ChangeText(ctx, admin, eqia.PublicText{Name: eqia.ContactText, No: no, Body: body}, eqiatest.NewID())
		}
		w.ok(change(0, "Ring us.\r\n{contact}"))
		w.ok(change(1, "Write to us.\n{contact}"))
		if got := now(); got.No != 2 || got.Body != "Write to us.\n{contact}" || got.MadeBy != admin.ID {
			t.Errorf("it is wording %d by %s: %q", got.No, got.MadeBy, got.Body)
		}
		list, err := w.Texts(ctx, admin, eqia.ContactText)
		w.ok(err)
		if len(list) != 3 || list[1].Body != "Ring us.\n{contact}" || list[1].ByName != admin.Name || list[2].No != 0 {
			t.Errorf("the wordings are %+v", list)
		}
		if err := change(1, "Come by.\n{contact}"); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("a change of words that someone else changed since gave %v", err)
		}
		for rule, statement := range map[string]string{"a public text never changes": "UPDATE public_texts SET body = 'x'", "a public text is never removed": "DELETE FROM public_texts"} {
			if err := s.Batch(func(tx *gorm.DB) error { return tx.Exec(statement).Error })[0]; err == nil || !strings.Contains(err.Error(), rule) {
				t.Errorf("%s: got %v", rule, err)
			}
		}
	})
}

func TestWordsThatAPublicPageCannotHaveAreRefused(t *testing.T) {
	w := worldOn(t, opened(t, sqliteFile(t)))
	for name, c := range map[string]struct{ body, says string }{
		"none":                      {"{contact}", "Enter the words of the page"},
		"no place for the contact":  {"Ring us.", "Keep a line with {contact} alone in it. The service puts something there"},
		"a place that is not there": {"Ring us.\n{contact}\n{tests}", "There is nothing to put in the place of {tests}. Take the line out"},
		"a link that runs":          {"[Ring us](javascript:ring)\n{contact}", "The link “Ring us” leads nowhere. Begin its address with https:// or /, or with mailto: and an email address"},
		"too many":                  {strings.Repeat("Ring us.\n", 3000) + "{contact}", "This is too long. Keep it under 20,000 characters"},
		"the same":                  {eqia.DefaultText(eqia.ContactText).Body, "Change something first, or go back"},
	} {
		t.Run(name, func(t *testing.T) {
			var invalid *eqia.Invalid
			err := w.ChangeText(t.Context(), eqiatest.Administrator(), eqia.PublicText{Name: eqia.ContactText, Body: c.body}, "")
			if !errors.As(err, &invalid) || invalid.Says != c.says {
				t.Errorf("got %v, want %q", err, c.says)
			}
		})
	}
	for name, by := range map[string]eqia.Person{"the lead": eqiatest.Lead(), "nobody": {}} {
		if _, err := w.Texts(t.Context(), by, eqia.ContactText); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("%s is shown the wordings: %v", name, err)
		}
	}
}
