package document

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dorset-eqia/web/components"
	"dorset-eqia/web/document/paper"
)

// Held is what comes of holding a copy against what was signed.
type Held struct {
	Places []Differs // where they differ, in the order of what was signed
	Moved  []string  // texts that are there as they were signed, in another place
	Before string    // what the copy says before the answers begin, such as a cover sheet
	Far    bool      // they have so little in common that it is hardly a copy
}

// Differs is one place where a copy says something else, with a few words around it.
type Differs struct {
	Runs []components.Run
}

// Same reports whether the copy says what was signed, word for word.
func (h Held) Same() bool { return len(h.Places) == 0 && len(h.Moved) == 0 && !h.Far }

// Limits of what is shown of a comparison: words around a difference; words of a text that is taken for the same text in another place; and
// places.
const (
	wordsAround = 8
	wordsAlike  = 6
	mostPlaces  = 100
)

// Hold compares the words of a copy with those of the answers that were signed. How it was set out makes no difference, nor where a line, a word
// or an address was broken.
func (c Copy) Hold(copied string) Held {
	var signed []string
	for text := range (paper.Document{Blocks: c.Doc().Blocks(2)}).Texts() {
		signed = append(signed, plainWords(text)...)
	}
	runs := Compare(strings.Join(signed, " "), strings.Join(plainWords(copied), " "), EachWithin)
	h := Held{}
	runs = closed(runs)
	if h.Far = far(runs); h.Far {
		return h
	}
	runs = h.unmoved(runs)
	h.Places = places(h.trimmed(runs))
	return h
}

// plainWords is the words of a text without what only sets them out: bullets, soft hyphens and the marks that part pages.
func plainWords(text string) []string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\u00AD' || r == '\u200B' || r == utf8.RuneError:
			return -1
		case r == '\u00A0' || r == '\f' || strings.ContainsRune("•◦▪☐☑☒", r):
			return ' '
		default:
			return r
		}
	}, text)
	return strings.Fields(text)
}

// trimmed takes off what a copy says before everything that was signed.
func (h *Held) trimmed(runs []components.Run) []components.Run {
	if len(runs) > 0 && runs[0].Kind == components.Added {
		h.Before, runs = strings.TrimSpace(runs[0].Text), runs[1:]
	}
	return runs
}

// closed takes a change for none where only the spaces differ, as where a long word was broken at the end of a line.
func closed(runs []components.Run) []components.Run {
	var out []components.Run
	for i := 0; i < len(runs); i++ {
		r := runs[i]
		if i+1 < len(runs) && r.Kind == components.Removed && runs[i+1].Kind == components.Added && unspaced(r.Text) == unspaced(runs[i+1].Text) {
			r.Kind = components.Same
			i++
		}
		if last := len(out) - 1; last >= 0 && r.Kind == components.Same && out[last].Kind == components.Same {
			out[last].Text += r.Text
			continue
		}
		out = append(out, r)
	}
	return out
}

func unspaced(text string) string { return strings.Join(strings.Fields(text), "") }

// far reports whether more of what was signed is missing than is there.
func far(runs []components.Run) bool {
	there, gone := 0, 0
	for _, r := range runs {
		switch n := len(strings.Fields(r.Text)); r.Kind {
		case components.Same:
			there += n
		case components.Removed:
			gone += n
		}
	}
	return gone > there
}

// unmoved takes out texts that are in the copy as they were signed, in another place, and notes them.
func (h *Held) unmoved(runs []components.Run) []components.Run {
	added := map[string]int{}
	for _, r := range runs {
		if r.Kind == components.Added && len(strings.Fields(r.Text)) >= wordsAlike {
			added[unspaced(r.Text)]++
		}
	}
	moved := map[string]int{}
	gone := slices.DeleteFunc(slices.Clone(runs), func(r components.Run) bool {
		key := unspaced(r.Text)
		if r.Kind != components.Removed || added[key] == 0 {
			return false
		}
		added[key]--
		moved[key]++
		h.Moved = append(h.Moved, r.Text)
		return true
	})
	return slices.DeleteFunc(gone, func(r components.Run) bool {
		key := unspaced(r.Text)
		if r.Kind != components.Added || moved[key] == 0 {
			return false
		}
		moved[key]--
		return true
	})
}

// places parts a comparison into the places where something differs. Differences with few words between them are one place.
func places(runs []components.Run) []Differs {
	var out []Differs
	var now []components.Run
	for i, r := range runs {
		words := strings.Fields(r.Text)
		if r.Kind != components.Same {
			now = append(now, r)
			continue
		}
		last := i == len(runs)-1
		if !last && len(now) > 0 && len(words) <= 2*wordsAround {
			now = append(now, r)
			continue
		}
		if len(now) > 0 {
			out = append(out, Differs{append(now, components.Run{Kind: components.Same, Text: opening(words)})})
			now = nil
		}
		if !last {
			now = []components.Run{{Kind: components.Same, Text: closing(words)}}
		}
	}
	if slices.ContainsFunc(now, func(r components.Run) bool { return r.Kind != components.Same }) {
		out = append(out, Differs{now})
	}
	return out[:min(len(out), mostPlaces)]
}

// opening is the first words of a stretch that is the same, and closing its last ones.
func opening(words []string) string {
	if len(words) <= wordsAround {
		return " " + strings.Join(words, " ")
	}
	return " " + strings.Join(words[:wordsAround], " ") + " …"
}

func closing(words []string) string {
	if len(words) <= wordsAround {
		return strings.TrimLeftFunc(strings.Join(words, " ")+" ", unicode.IsSpace)
	}
	return "… " + strings.Join(words[len(words)-wordsAround:], " ") + " "
}
