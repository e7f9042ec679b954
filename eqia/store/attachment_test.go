package store_test

import (
	"errors"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

func TestAnotherFormatIsPublicWhileItsVersionIs(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		ctx, reference := t.Context(), w.signed()
		c := w.as(eqiatest.Lead(), reference)
		easy := eqia.AttachCommand{Kind: eqia.EasyRead, Language: "English", File: []byte("%PDF-1.7 easy")}
		w.ok(w.Attach(ctx, c, easy))
		list, err := w.Attachments(ctx, c)
		w.ok(err)
		public := func() (string, error) {
			_, _, raw, err := s.Register().Format(ctx, reference, list[0].ID)
			return string(raw), err
		}
		if _, err := public(); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("before publication: %v", err)
		}
		w.publish(reference)
		if got, err := public(); err != nil || got != "%PDF-1.7 easy" {
			t.Errorf("%q, %v", got, err)
		}
		if formats, err := s.Register().Formats(ctx, c.ID); err != nil || len(formats) != 1 || formats[0].Type != eqia.PDFFile {
			t.Errorf("the register has %+v, %v", formats, err)
		}
		if _, _, _, err := s.Register().Format(ctx, "EQIA-2026-0099", list[0].ID); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("under another reference: %v", err)
		}
		w.withdraw(reference, "1.0")
		if _, err := public(); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("after it was withdrawn: %v", err)
		}
		if formats, err := s.Register().Formats(ctx, c.ID); err != nil || len(formats) > 0 {
			t.Errorf("the register still has %+v, %v", formats, err)
		}
	})
}

func TestTheBytesOfAFileAreKeptOnceAndGoWithTheLastThatHasThem(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		ctx, reference := t.Context(), w.signed()
		c := w.as(eqiatest.Lead(), reference)
		for _, language := range []string{"English", "Polish"} {
			w.ok(w.Attach(ctx, c, eqia.AttachCommand{Kind: eqia.Translated, Language: language, File: []byte("Same words")}))
		}
		w.ok(w.Attach(ctx, c, eqia.AttachCommand{Kind: eqia.SignFilm, Link: "https://films.example/1"}))
		list, err := w.Attachments(ctx, c)
		w.ok(err)
		for i, want := range []int{1, 0, 0} {
			w.ok(w.Detach(ctx, c, list[i].ID))
			w.ok(w.Detach(ctx, c, list[i].ID))
			if got := count(t, s, "files"); got != want {
				t.Errorf("after %d were taken away there are %d files, want %d", i+1, got, want)
			}
		}
	})
}

func TestAFormatIsAddedByTheLeadAndIsOneOfThoseThatAreTaken(t *testing.T) {
	w := worldOn(t, opened(t, sqliteFile(t)))
	reference := w.signed()
	c := w.as(eqiatest.Lead(), reference)
	file := []byte("%PDF-1.7")
	for field, cmds := range map[string][]eqia.AttachCommand{
		"kind":     {{Language: "English", File: file}, {Kind: "audio", Language: "English", File: file}},
		"language": {{Kind: eqia.EasyRead, File: file}, {Kind: eqia.EasyRead, Language: "English\nand Polish", File: file}},
		"file": {{Kind: eqia.EasyRead, Language: "English"}, {Kind: eqia.EasyRead, Language: "English", File: []byte("MZ\x90\x00")},
			{Kind: eqia.EasyRead, Language: "English", File: append(file, make([]byte, eqia.MostAttachment)...)}},
		"link": {{Kind: eqia.SignFilm}, {Kind: eqia.SignFilm, Link: "http://films.example/1"}, {Kind: eqia.SignFilm, Link: "javascript:alert(1)"},
			{Kind: eqia.SignFilm, Link: "https://films.example/1", File: file}, {Kind: eqia.Translated, Language: "Polish", Link: "https://films.example/1"}},
	} {
		for i, cmd := range cmds {
			var wrong *eqia.Invalid
			if err := w.Attach(t.Context(), c, cmd); !errors.As(err, &wrong) || wrong.Field != field {
				t.Errorf("%s, case %d: %v", field, i+1, err)
			}
		}
	}
	var refused *workflow.Refusal
	if err := w.Attach(t.Context(), w.as(eqiatest.Author(), reference), eqia.AttachCommand{Kind: eqia.EasyRead, Language: "English", File: file}); !errors.As(err, &refused) {
		t.Errorf("by the author: %v", err)
	}
}
