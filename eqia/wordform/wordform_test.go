package wordform_test

import (
	"slices"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	wt "dorset-eqia/eqia/word/wordtest"
	"dorset-eqia/eqia/wordform"
)

const today = eqia.Day("2026-11-22")

func council(t testing.TB) form.Profile {
	t.Helper()
	p, err := form.Load(eqiatest.Profile)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func read(t testing.TB, body string, o eqia.ImportOptions) eqia.Transcript {
	t.Helper()
	got, err := wordform.Read(wt.File(body), council(t), today, o)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func canonical(t testing.TB, c eqia.Content) string {
	t.Helper()
	raw, err := c.Canonical()
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(raw), `},`, "},\n")
}

func TestAnOlderFormIsReadWithoutAWrongValue(t *testing.T) {
	for _, o := range olderForms() {
		t.Run(o.name, func(t *testing.T) {
			got := read(t, o.body, eqia.ImportOptions{})
			want := blank()
			o.want(&want)
			if a, b := canonical(t, got.Document.Content), canonical(t, want); a != b {
				t.Errorf("the content is\n%s\nnot\n%s", a, b)
			}
			if !slices.Equal(got.Document.Record.People, o.people) {
				t.Errorf("the people are %v", got.Document.Record.People)
			}
			if !slices.Equal(got.Empty, o.empty) {
				t.Errorf("left empty: %q, not %q", got.Empty, o.empty)
			}
			for i, p := range got.Puzzles {
				if i >= len(o.puzzles) || !strings.Contains(said(p), o.puzzles[i]) || p.Note == "" {
					t.Errorf("puzzle %d is %q", i+1, p)
				}
			}
			if len(got.Puzzles) < len(o.puzzles) {
				t.Errorf("%d puzzles, not %d", len(got.Puzzles), len(o.puzzles))
			}
		})
	}
}
