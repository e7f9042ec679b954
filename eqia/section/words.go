package section

import (
	"strings"
	"unicode"
)

// letters is a text for comparing: small letters and digits, one space between words, no apostrophes.
func letters(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(strings.NewReplacer("'", "", "’", "").Replace(s)),
		func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}
