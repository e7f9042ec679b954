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

func TestALegacyRecordKeepsRowsAndWordsThatOurFormHasNoPlaceFor(t *testing.T) {
	got := read(t, wt.Table(wt.Texts("Title of proposal", "Swimming lessons"), wt.Texts("Gender reassignment and gender identity", "Neutral", "Rooms stay."),
		wt.Texts("EqIA review date", "End of March 2025"), wt.Texts("Version number", "2"), wt.Texts("Officers involved", "Pool manager; Equality officer"),
		wt.Texts("Equality lead sign off", "Equality manager"), wt.Texts("Date of sign off", "4 June 2024")), eqia.ImportOptions{Legacy: true})
	r := got.Document.Record
	if r.Version != "2.0" || r.SignedOff != (eqia.Signature{By: "Equality manager", On: "2024-06-04"}) || len(r.People) != 3 {
		t.Errorf("the record is %+v", r)
	}
	c := got.Document.Content
	k := c.Card("gender_reassignment+gender_identity")
	if !k.Merged() || k.Label != "Gender reassignment and gender identity" || !k.Effects().Only(eqia.Neutral) || k.Blocks[0].How != "Rooms stay." {
		t.Errorf("the merged row is %+v", k)
	}
	if c.Answers["review_date"].Text != "End of March 2025" || len(got.Puzzles) > 0 {
		t.Errorf("the review is %+v, and not understood: %q", c.Answers["review_date"], got.Puzzles)
	}
}

func TestALabelThatStandsTwiceIsNotEmptyWhenItIsAnsweredOnce(t *testing.T) {
	got := read(t, wt.H("Action plan")+wt.Para(wt.B("Action plan"))+wt.Table(wt.Texts("Action", "By whom"), wt.Texts("Tell people", "Libraries")), eqia.ImportOptions{})
	if len(got.Empty) > 0 || len(got.Document.Content.Actions) != 1 {
		t.Errorf("left empty: %q, actions %+v", got.Empty, got.Document.Content.Actions)
	}
}

func TestALabelThatOnlyLooksLikeOneEndsTheAnswerBefore(t *testing.T) {
	for name, body := range map[string]string{
		"bold":                 wt.Para(wt.B("Aims")) + wt.P("Fewer falls.") + wt.Para(wt.B("Risk rating")) + wt.P("Low"),
		"a heading":            wt.H("Aims") + wt.P("Fewer falls.") + wt.H("Risk rating") + wt.P("Low"),
		"bold before the text": wt.Para(wt.B("Aims: "), wt.R("Fewer falls.")) + wt.Para(wt.B("Risk rating: "), wt.R("Low")),
		"numbered":             wt.P("4. What are the aims and objectives?") + wt.P("Fewer falls.") + wt.P("5. What is the risk rating?") + wt.P("Low"),
		"in a table":           wt.Table(wt.Texts("Aims", "Fewer falls."), wt.Texts("Risk rating", "Low")),
		"plain, beside":        wt.P("Aims and objectives: Fewer falls.") + wt.P("Risk rating: Low"),
	} {
		t.Run(name, func(t *testing.T) {
			got := read(t, body, eqia.ImportOptions{})
			if a := got.Document.Content.Answers["aims"].Text; a != "Fewer falls." || len(got.Puzzles) != 1 || got.Puzzles[0].Text != "Low" {
				t.Errorf("aims are %q, and not understood %q", a, got.Puzzles)
			}
		})
	}
}

func TestWhatARecordCantHoldIsLeftOutAndSaid(t *testing.T) {
	got := read(t, wt.Table(wt.Texts("Date of completion", "4 June 2099"), wt.Texts("Officers involved", strings.Repeat("A long story. ", 30)), wt.Texts("Completed by", "Pool manager")), eqia.ImportOptions{})
	if r := got.Document.Record; r.CompletedOn != "" || len(r.People) != 1 || len(got.Puzzles) != 2 {
		t.Errorf("the record is %+v, and not understood: %q", r, got.Puzzles)
	}
}
