package document

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document/paper"
)

// Held is what comes of holding a copy against what was signed.
type Held struct {
	Places []Difference // where they differ, in the order of what was signed
	Order  bool         // what was signed is there in another order, as where a page of the register was printed
	Before string       // what the copy says before the answers begin, such as a cover sheet
	Far    bool         // they have so little in common that it is hardly a copy
}

// Difference is one place where a copy says something else, with a few words around it.
type Difference struct {
	Runs []components.Run
}

// Same reports whether the copy says what was signed, word for word and in the same order.
func (h Held) Same() bool { return len(h.Places) == 0 && !h.Order && !h.Far }

// Limits of a comparison: words around a difference; the words of a text that is looked for in another place; the share of what was signed,
// one in so many, that has to be gone before another order is tried; and places that are shown.
const (
	wordsAround = 8
	wordsSought = 6
	shareGone   = 4
	mostPlaces  = 100
)

// Hold compares the words of a copy with those of the answers that were signed. How it was set out makes no difference, nor where a line, a word
// or an address was broken.
func (c Copy) Hold(copied string) Held {
	blocks := c.Doc().Blocks(2)
	var signed []string
	for text := range (paper.Document{Blocks: blocks}).Texts() {
		signed = append(signed, plain(text))
	}
	copied = unrepeated(copied, blocks)
	h := heldAs(signed, copied)
	if there, gone := h.kept(); gone*shareGone > there {
		other := heldAs(inOrderOf(signed, copied), copied)
		if _, less := other.kept(); less < gone {
			h, h.Order = other, true
		}
	}
	there, gone := h.kept()
	if h.Far = gone > there || there == 0; h.Far {
		h.Order = false
		return h.Held
	}
	h.trim()
	h.Places = parted(h.runs)
	return h.Held
}

// Differs counts the places where the words of a copy are not those of a version of a service; all of them together are one where they have
// little in common. A copy for the public leaves out answers that may name a person, and one for members has them.
func Differs(s *eqia.Service) func(ctx context.Context, reference, number, words string) (int, error) {
	return func(ctx context.Context, reference, number, words string) (int, error) {
		v, err := s.Store.Version(ctx, reference, number)
		if err != nil {
			return 0, err
		}
		d, err := s.Export(ctx, v)
		if err != nil {
			return 0, err
		}
		council, err := s.CouncilWith(ctx, v.Assessment.Profile, v.Form)
		if err != nil {
			return 0, err
		}
		fv, ok := council.Version(v.Form)
		if !ok { // a form this service never had is read beside the newest one
			fv, _ = council.Newest()
		}
		c := Copy{Document: d, Form: fv, Day: string(eqia.DayOf(v.StartedAt))}
		members := c.Hold(words).places()
		c.Public = true
		return min(members, c.Hold(words).places()), nil
	}
}

// places counts what differs.
func (h Held) places() int {
	if h.Far || h.Order {
		return max(1, len(h.Places))
	}
	return len(h.Places)
}

// holding is a comparison with its runs.
type holding struct {
	Held
	runs []components.Run
}

func heldAs(signed []string, copied string) holding {
	return holding{runs: closed(Compare(strings.Join(signed, " "), copied, EachWithin))}
}

// kept counts the words of what was signed that are there, and those that are gone.
func (h holding) kept() (there, gone int) {
	for _, r := range h.runs {
		switch n := len(strings.Fields(r.Text)); r.Kind {
		case components.Same:
			there += n
		case components.Removed:
			gone += n
		case components.Added:
		}
	}
	return there, gone
}

// trim takes off what the copy says before everything that was signed.
func (h *holding) trim() {
	if len(h.runs) > 0 && h.runs[0].Kind == components.Added {
		h.Before, h.runs = strings.TrimSpace(h.runs[0].Text), h.runs[1:]
	}
}

// inOrderOf puts texts in the order in which a copy has them. A short text, as a label is, and one that is not there stays before the next one
// that is.
func inOrderOf(signed []string, copied string) []string {
	type placed struct {
		text string
		at   int
	}
	all, first, at := make([]placed, len(signed)), 0, 0
	for i, text := range signed {
		all[i] = placed{text, at} // until the next one is found
		found := foundFrom(copied, text, at)
		if found < 0 {
			continue
		}
		at = found
		for ; first <= i; first++ {
			all[first].at = at
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int { return cmp.Compare(a.at, b.at) })
	out := make([]string, len(all))
	for i, p := range all {
		out[i] = p.text
	}
	return out
}

// foundFrom is where a copy has a text that is long enough to be looked for, behind a place if it can be; -1 when it has not.
func foundFrom(copied, text string, at int) int {
	if len(strings.Fields(text)) < wordsSought {
		return -1
	}
	if found := strings.Index(copied[at:], text); found >= 0 {
		return at + found
	}
	return strings.Index(copied, text)
}

// plain is the words of a text without what only sets them out: bullets and other signs that stand alone, soft hyphens and the marks that part
// lines and pages.
func plain(text string) string {
	text = strings.Map(func(r rune) rune {
		switch r {
		case '\u00AD', '\u200B', utf8.RuneError:
			return -1
		case '\u00A0', '\f':
			return ' '
		default:
			return r
		}
	}, text)
	signs := func(word string) bool {
		return !strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	}
	return strings.Join(slices.DeleteFunc(strings.Fields(text), signs), " ")
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

// parted parts a comparison into the places where something differs. Differences with few words between them are one place.
func parted(runs []components.Run) []Difference {
	var out []Difference
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
			out = append(out, Difference{append(now, components.Run{Kind: components.Same, Text: opening(words)})})
			now = nil
		}
		if !last {
			now = []components.Run{{Kind: components.Same, Text: closing(words)}}
		}
	}
	if slices.ContainsFunc(now, func(r components.Run) bool { return r.Kind != components.Same }) {
		out = append(out, Difference{now})
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
