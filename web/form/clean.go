package form

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// marker stands in a page where a character was that cannot be saved, so that people see which to replace.
const marker = utf8.RuneError

// clean makes line breaks "\n" and puts the marker in place of bytes that are not text and of control characters other than line break
// and tab, those that turn the direction of text among them. It reports whether the text was fit to be saved as it came.
func clean(text string) (string, bool) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	fit := utf8.ValidString(text)
	cleaned := strings.Map(func(char rune) rune {
		if char == '\n' || char == '\t' || !unicode.IsControl(char) && !turns(char) {
			return char
		}
		fit = false
		return marker
	}, text)
	return strings.ToValidUTF8(cleaned, string(marker)), fit
}

// turns reports whether a character turns the direction of the text that follows it, so that it reads as something it is not.
func turns(char rune) bool {
	return char >= '\u202a' && char <= '\u202e' || char >= '\u2066' && char <= '\u2069'
}

// trim takes the spaces and line breaks off both ends of a text.
func trim(text string) string { return strings.TrimSpace(text) }
