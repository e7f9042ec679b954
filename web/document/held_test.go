package document_test

import (
	"slices"
	"strings"
	"testing"

	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/document/paper"
)

// printed is what a copy says on paper, its answers alone.
func printed(c document.Copy) string {
	var all []string
	for text := range (paper.Document{Blocks: c.Doc().Blocks(2)}).Texts() {
		all = append(all, text)
	}
	return strings.Join(all, "\n")
}

func TestACopyIsHeldAgainstWhatWasSignedWordByWord(t *testing.T) {
	c := signedCopy(t)
	c.Public = true
	whole := printed(c)
	lines := strings.Split(whole, "\n")
	half := len(lines) / 2
	turn := slices.Index(lines, "Evidence")
	for name, tc := range map[string]struct {
		copy      string
		places    int
		says      string // in the first place, with what was taken out in [] and what was put in in {}
		far       bool
		order     bool
		hasBefore bool
	}{
		"the same":                           {copy: whole},
		"set out in another way":             {copy: strings.ReplaceAll(strings.ReplaceAll(whole, "\n", "\n\n•  "), " ", "\n")},
		"a word broken at the end of a line": {copy: strings.Replace(whole, "telephone", "tele\nphone", 1)},
		"with what its pages repeat":         {copy: "Not for publication\n" + strings.Replace(whole, "Disability\n", "\n\fNot for publication\nGroup\nEffect\nDisability\n", 1)},
		"with a cover sheet":                 {copy: "Appendix 3\nCabinet, 4 May\n" + whole, hasBefore: true},
		"one word changed":                   {copy: strings.Replace(whole, "A telephone line", "A telephone queue", 1), places: 1, says: "[line] {queue}"},
		"an effect changed":                  {copy: strings.Replace(whole, "Negative", "Neutral", 1), places: 1, says: "[Negative,] {Neutral,}"},
		"a sentence put in":                  {copy: strings.Join(lines[:half], "\n") + "\nNobody will be worse off at all.\n" + strings.Join(lines[half:], "\n"), places: 1, says: "{Nobody will be worse off at all.}"},
		"a sentence after the end":           {copy: whole + "\nAgreed by everyone.", places: 1, says: "{Agreed by everyone.}"},
		"a paragraph taken out":              {copy: strings.Replace(whole, "who do not use the web", "", 1), places: 1, says: "[who do not use the web]"},
		"two changes far apart":              {copy: "Changed " + strings.Replace(strings.Replace(whole, "A telephone line", "A letter", 1), "Better for both", "Worse for both", 1), places: 2, says: "[telephone line] {letter}"},
		"parts in another order":             {copy: strings.Join(lines[turn:], "\n") + "\n" + strings.Join(lines[:turn], "\n"), order: true},
		"something else":                     {copy: "A letter about something else altogether, with words of its own.", far: true},
		"nothing":                            {copy: "", far: true},
	} {
		t.Run(name, func(t *testing.T) {
			h := c.Hold(tc.copy)
			if len(h.Places) != tc.places || h.Far != tc.far || h.Order != tc.order || h.Same() != (tc.places == 0 && !tc.order && !tc.far) {
				t.Fatalf("%d places, far %v, order %v, same %v: %v", len(h.Places), h.Far, h.Order, h.Same(), h.Places)
			}
			if tc.places > 0 && !strings.Contains(marked(h.Places[0].Runs), tc.says) {
				t.Errorf("it says %q", marked(h.Places[0].Runs))
			}
			if tc.hasBefore && h.Before != "Appendix 3 Cabinet, 4 May" {
				t.Errorf("before it: %q", h.Before)
			}
		})
	}
}

// marked writes a comparison as text.
func marked(runs []components.Run) string {
	var b strings.Builder
	for _, r := range runs {
		text := strings.TrimSpace(r.Text)
		switch r.Kind {
		case components.Removed:
			text = "[" + text + "] "
		case components.Added:
			text = "{" + text + "} "
		default:
			text += " "
		}
		b.WriteString(text)
	}
	return b.String()
}

func FuzzHoldingAnyCopyShowsItsOwnWordsAlone(f *testing.F) {
	f.Add("A telephone line")
	f.Add("\x00 \u00ad • Negative\n\fNeutral")
	f.Fuzz(func(t *testing.T, copied string) {
		c := document.Copy{}
		for _, p := range c.Hold(copied).Places {
			for _, r := range p.Runs {
				if r.Kind == components.Added && len(r.Text) > len(copied)+1 {
					t.Errorf("it shows %q of %q", r.Text, copied)
				}
			}
		}
	})
}
