package pdftext

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia/pdftext/pdftest"
)

// needs skips a test on a machine without a program; where every check counts, that is a failure.
func needs(t *testing.T, program string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("%s is not installed", program)
	}
}

func TestEachPageGivesItsWordsInTheOrderTheyWerePut(t *testing.T) {
	needs(t, "pdftotext")
	pages, err := New(Usual).Pages(t.Context(), pdftest.File([]string{"Annual update", "p 1 of 2"}, nil, []string{"Café · Łódź (part)"}))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"Annual update\np 1 of 2\n\f", "\f", "Café · ?ód? (part)\n\f"}
	if !slices.Equal(pages, want) {
		t.Errorf("got %q", pages)
	}
}

func TestHostileFilesAreRefusedWithWords(t *testing.T) {
	needs(t, "pdftotext")
	small := pdftest.File([]string{"One"}, []string{"Two"}, []string{"Three"})
	tight := func(change func(*Limits)) Limits {
		limits := Usual
		change(&limits)
		return limits
	}
	for name, c := range map[string]struct {
		file   []byte
		limits Limits
		want   string
	}{
		"nothing":                 {nil, Usual, "it is empty"},
		"not a PDF":               {[]byte("PK\x03\x04 a zip file"), Usual, "it is not a PDF"},
		"a PDF cut short":         {small[:60], Usual, "it is damaged"},
		"locked":                  {locked(t, small), Usual, "it is locked with a password"},
		"a bomb, by its memory":   {pdftest.Bomb(), tight(func(l *Limits) { l.Memory = 200 << 10 }), "it takes too much time or memory"},
		"a bomb, by its time":     {pdftest.Bomb(), tight(func(l *Limits) { l.Time = 50 * time.Millisecond }), "it takes too much time or memory"},
		"more pages than allowed": {small, tight(func(l *Limits) { l.Pages = 2 }), "it has more than 2 pages"},
		"more text than allowed":  {pdftest.File(slices.Repeat([]string{"word after word"}, 20)), tight(func(l *Limits) { l.Text = 100 }), "it holds too much text"},
	} {
		t.Run(name, func(t *testing.T) {
			begun := time.Now()
			_, err := New(c.limits).Pages(t.Context(), c.file)
			var unreadable *Unreadable
			if !errors.As(err, &unreadable) || unreadable.Says != c.want {
				t.Errorf("got %v", err)
			}
			if took := time.Since(begun); took > 20*time.Second {
				t.Errorf("it took %s", took)
			}
		})
	}
}

// locked is a file that asks for a password.
func locked(t *testing.T, file []byte) []byte {
	t.Helper()
	needs(t, "qpdf")
	name := filepath.Join(t.TempDir(), "open.pdf")
	if err := os.WriteFile(name, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), "qpdf", "--encrypt", "word", "owner", "256", "--", name, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestTheProgramIsKilledWhenNobodyWaitsAnyMore(t *testing.T) {
	needs(t, "pdftotext")
	ctx, stop := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer stop()
	if _, err := New(Usual).Pages(ctx, pdftest.Bomb()); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestTheProgramHasNoSettingsOfTheServiceAndWritesNoFile(t *testing.T) {
	t.Setenv("EQIA_SECRET_FILE", "/somewhere")
	dir := t.TempDir()
	script := "#!/bin/sh\nif [ -n \"$EQIA_SECRET_FILE\" ]; then echo told; fi\nif echo x > " + dir + "/file; then echo wrote; fi\nprintf '\\f'\n"
	if err := os.WriteFile(dir+"/program", []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	r := New(Usual)
	r.program = dir + "/program"
	pages, err := r.Pages(t.Context(), []byte("%PDF-1.7"))
	written, _ := os.ReadFile(dir + "/file")
	if err == nil && !slices.Equal(pages, []string{"\f"}) || len(written) > 0 {
		t.Errorf("got %q, %v, and the file %q", pages, err, written)
	}
}

func TestAFileWaitsItsTurnAndNotForEver(t *testing.T) {
	limits := Usual
	limits.Time = 20 * time.Millisecond
	r := New(limits)
	for range atOnce {
		r.turns <- struct{}{}
	}
	if _, err := r.Pages(t.Context(), []byte("%PDF-1.7")); !errors.Is(err, ErrBusy) {
		t.Errorf("got %v", err)
	}
}

func TestAMachineWithoutTheProgramSaysSo(t *testing.T) {
	r := New(Usual)
	r.program = "no-such-program"
	_, err := r.Pages(t.Context(), []byte("%PDF-1.7"))
	var unreadable *Unreadable
	if !errors.As(err, &unreadable) || !strings.Contains(unreadable.Says, "not installed") {
		t.Errorf("got %v", err)
	}
}

func FuzzAFileIsReadWithinItsLimitsOrRefused(f *testing.F) {
	f.Add([]byte("%PDF-1.7\n"))
	f.Add(pdftest.File([]string{"words"}))
	f.Fuzz(func(t *testing.T, raw []byte) {
		pages, err := New(Limits{Time: 2 * time.Second, Memory: 200 << 10, Text: 1 << 10, Pages: 2}).Pages(t.Context(), raw)
		var unreadable *Unreadable
		if err != nil && !errors.As(err, &unreadable) {
			t.Errorf("%v is no answer about a file", err)
		}
		if len(pages) > 2 || len(strings.Join(pages, "")) > 3<<10 {
			t.Errorf("%d pages", len(pages))
		}
	})
}
