package document

import (
	"slices"
	"strings"
	"testing"

	"dorset-eqia/web/components"
)

// without is the text that is left when the runs of one fate are taken out.
func without(list []components.Run, kind components.RunKind) string {
	var b strings.Builder
	for _, r := range list {
		if r.Kind != kind {
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

func TestCompareGoesWordByWord(t *testing.T) {
	same, removed, added := components.Same, components.Removed, components.Added
	cases := map[string]struct {
		before, after string
		want          []components.Run
	}{
		"nothing changed":    {"The same words", "The same words", []components.Run{{Kind: same, Text: "The same words"}}},
		"one word":           {"Older people lose out", "Younger people lose out", []components.Run{{Kind: removed, Text: "Older"}, {Kind: added, Text: "Younger"}, {Kind: same, Text: " people lose out"}}},
		"two words together": {"a b c", "a x y", []components.Run{{Kind: same, Text: "a "}, {Kind: removed, Text: "b c"}, {Kind: added, Text: "x y"}}},
		"a text added":       {"", "New text", []components.Run{{Kind: added, Text: "New text"}}},
		"a text removed":     {"Old text", "", []components.Run{{Kind: removed, Text: "Old text"}}},
		"part of a word":     {"disabled", "disability", []components.Run{{Kind: removed, Text: "disabled"}, {Kind: added, Text: "disability"}}},
	}
	for name, tc := range cases {
		t.Run(name, func(t *testing.T) {
			if got := Compare(tc.before, tc.after, WholeWithin); !slices.Equal(got, tc.want) {
				t.Errorf("compare = %v, want %v", got, tc.want)
			}
		})
	}
}

func TestAVeryLongTextIsShownWhole(t *testing.T) {
	long := strings.Repeat("word ", mostPieces)
	got := Compare(long, long+"more", WholeWithin)
	want := []components.RunKind{components.Removed, components.Added}
	if len(got) != 2 || got[0].Kind != want[0] || got[1].Kind != want[1] {
		t.Fatalf("got %d runs, want the whole before and the whole after", len(got))
	}
}

func TestATextForWhichNoTimeIsLeftIsShownWhole(t *testing.T) {
	want := []components.Run{{Kind: components.Removed, Text: "a b"}, {Kind: components.Added, Text: "a c"}}
	if got := Compare("a b", "a c", 0); !slices.Equal(got, want) {
		t.Errorf("compare = %v, want %v", got, want)
	}
}

func TestManyDifferentWordsKeepTheirOwn(t *testing.T) {
	var before, after strings.Builder
	for i := range mostPieces/2 - 1 {
		before.WriteString(strings.Repeat("a", i%7+1) + string(rune('b'+i%20)) + string(rune(0x4E00+i%20000)) + " ")
		after.WriteString(strings.Repeat("c", i%5+1) + string(rune(0x3000+i%20000)) + " ")
	}
	checkJoins(t, before.String(), after.String())
}

func checkJoins(t *testing.T, before, after string) {
	t.Helper()
	got := Compare(before, after, WholeWithin)
	if text := without(got, components.Added); text != before {
		t.Errorf("the runs that are not added make %.80q, want the text before %.80q", text, before)
	}
	if text := without(got, components.Removed); text != after {
		t.Errorf("the runs that are not removed make %.80q, want the text after %.80q", text, after)
	}
}

func FuzzRunsMakeBothTexts(f *testing.F) {
	f.Add("Older people lose out", "Younger people lose out")
	f.Add("", "a\n\nb  c")
	f.Add("\xff broken \xed\xa0\x80", "� mended")
	f.Add("é é é", "e\u0301 é")
	f.Fuzz(checkJoins)
}
