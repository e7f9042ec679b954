package section

import (
	"slices"
	"strings"
	"unicode"
)

// letters is a text for comparing: small letters and digits, one space between words, no apostrophes.
func letters(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(strings.NewReplacer("'", "", "’", "").Replace(s)),
		func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// common are words of titles and promises that say nothing of what they are about.
var common = strings.Fields(`a an and are as at be been being but by can carry carried do for from had has have how if in into is it its may must new of on or out our over per shall should so than that the their them then there these
	they this to under up was we were which who will with within would council councils dorset county local service services policy strategy plan plans programme project proposal proposals proposed review report update annual final draft
	change changes future assessment eqia equality impact impacts approval decision decisions options phase stage year quarter officer officers member members committee cabinet meeting members provide provided take taken make made
	complete completed ensure further also any all each more other about before after next first second third during through not no`)

// telling is the words of a text that say what it is about, roughly in the singular.
func telling(s string) []string {
	var out []string
	for _, w := range strings.Fields(letters(s)) {
		stem := w
		if len(w) > 4 {
			stem = strings.TrimSuffix(w, "s")
		}
		if len(w) > 2 && !slices.Contains(common, w) && !slices.Contains(common, stem) && !slices.Contains(out, stem) {
			out = append(out, stem)
		}
	}
	return out
}

// Alike reports whether a title shares a telling word with any of others, or has none to share.
func Alike(title string, others ...string) bool {
	words := telling(title)
	for _, o := range others {
		for _, w := range telling(o) {
			if slices.ContainsFunc(words, func(v string) bool { return v == w || len(v) > 5 && len(w) > 5 && v[:5] == w[:5] }) {
				return true
			}
		}
	}
	return len(words) == 0
}

// Covers reports whether a text speaks of a promise: most of its telling words are there.
func Covers(text, promise string) bool {
	words, there := telling(promise), telling(clean(text))
	found := 0
	for _, w := range words {
		if slices.Contains(there, w) {
			found++
		}
	}
	return len(words) > 0 && 5*found >= 3*len(words)
}
