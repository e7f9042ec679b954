package check

import (
	"slices"
	"strings"
	"unicode"
)

// plain is text for comparing: lower case, letters and digits only, one space between words, no apostrophes.
func plain(s string) string {
	s = strings.NewReplacer("'", "", "’", "").Replace(strings.ToLower(s))
	apart := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	return strings.Join(strings.FieldsFunc(s, apart), " ")
}

// count is how many words a text has.
func count(s string) int { return len(strings.Fields(plain(s))) }

// fillers are what people write in a box they have no answer for.
var fillers = []string{"", "none", "nil", "na", "n a", "not applicable", "tbc", "tbd", "to be confirmed", "to be decided", "not known",
	"not known yet", "not yet known", "unknown"}

// blank reports whether a text says nothing: empty, marks alone, or a filler.
func blank(s string) bool { return slices.Contains(fillers, plain(s)) }

// mentions reports whether a text holds a name as whole words.
func mentions(text, name string) bool {
	return strings.Contains(" "+plain(text)+" ", " "+plain(name)+" ")
}

// listed joins names as a sentence would: "Age, Sex and Race".
func listed(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
