package document

import (
	"strings"
	"time"
	"unicode"

	"github.com/sergi/go-diff/diffmatchpatch"

	"dorset-eqia/web/components"
)

// Limits of a comparison word by word: pieces of text (words, and what is between them) in each version, and the time that one text and
// all texts of a page may take. A longer text, or one for which no time is left, is shown as a whole before and a whole after; one that
// takes longer is compared less finely.
const (
	mostPieces  = 40_000
	EachWithin  = 200 * time.Millisecond
	WholeWithin = 2 * time.Second
)

// Compare is the difference between two texts, word by word. Without the added runs it is the text before, byte for byte; without the
// removed ones it is the text after.
func Compare(before, after string, within time.Duration) []components.Run {
	was, is := pieces(before), pieces(after)
	if within <= 0 || len(was) > mostPieces || len(is) > mostPieces {
		return runs(components.Run{Kind: components.Removed, Text: before}, components.Run{Kind: components.Added, Text: after})
	}
	code := newCoding()
	differ := diffmatchpatch.New()
	differ.DiffTimeout = min(within, EachWithin)
	var found []components.Run
	for _, d := range differ.DiffMainRunes(code.letters(was), code.letters(is), false) {
		found = append(found, components.Run{Kind: fates[d.Type], Text: code.text(d.Text)})
	}
	return runs(bridged(found)...)
}

var fates = map[diffmatchpatch.Operation]components.RunKind{diffmatchpatch.DiffDelete: components.Removed,
	diffmatchpatch.DiffInsert: components.Added, diffmatchpatch.DiffEqual: components.Same}

// pieces cuts a text into words and what is between them; joined, they are the text.
func pieces(text string) []string {
	var out []string
	start, space := 0, false
	for i, r := range text {
		if now := unicode.IsSpace(r); i > start && (now != space || now) {
			out = append(out, text[start:i])
			start = i
		}
		space = unicode.IsSpace(r)
	}
	if start < len(text) {
		out = append(out, text[start:])
	}
	return out
}

// coding gives every different piece a letter of its own, so that a comparison of letters compares words.
type coding struct {
	letter map[string]rune
	piece  map[rune]string
	last   rune
}

func newCoding() *coding { return &coding{letter: map[string]rune{}, piece: map[rune]string{}} }

// letters writes pieces as letters. The letters that no text can hold, from 0xD800 to 0xDFFF, and the
// mark for a broken one are left out.
func (c *coding) letters(list []string) []rune {
	out := make([]rune, len(list))
	for i, p := range list {
		l, ok := c.letter[p]
		if !ok {
			if c.last++; c.last == 0xD800 {
				c.last = 0x10000
			}
			l = c.last
			c.letter[p], c.piece[l] = l, p
		}
		out[i] = l
	}
	return out
}

// text is what letters stand for.
func (c *coding) text(letters string) string {
	var b strings.Builder
	for _, l := range letters {
		b.WriteString(c.piece[l])
	}
	return b.String()
}

// bridged takes a lone space between two changes into them, so that a changed sentence reads as one change.
func bridged(list []components.Run) []components.Run {
	var out []components.Run
	for i, r := range list {
		between := i > 0 && i < len(list)-1 && list[i-1].Kind != components.Same && list[i+1].Kind != components.Same
		if r.Kind == components.Same && between && strings.Trim(r.Text, " ") == "" {
			out = append(out, components.Run{Kind: components.Removed, Text: r.Text}, components.Run{Kind: components.Added, Text: r.Text})
			continue
		}
		out = append(out, r)
	}
	return out
}

// runs joins neighbours of one fate. Between two stretches that stayed the same, what was removed comes before what was added.
func runs(list ...components.Run) []components.Run {
	var out []components.Run
	var removed, added strings.Builder
	flush := func() {
		for _, change := range []struct {
			kind components.RunKind
			text *strings.Builder
		}{{components.Removed, &removed}, {components.Added, &added}} {
			if change.text.Len() > 0 {
				out = append(out, components.Run{Kind: change.kind, Text: change.text.String()})
				change.text.Reset()
			}
		}
	}
	for _, r := range list {
		switch r.Kind {
		case components.Removed:
			removed.WriteString(r.Text)
		case components.Added:
			added.WriteString(r.Text)
		default:
			flush()
			out = append(out, r)
		}
	}
	flush()
	return out
}
