package record

import (
	"iter"
	"strconv"
	"unicode/utf8"
)

// shortEscapes are the control characters with an escape of their own in RFC 8785, section 3.2.2.2.
var shortEscapes = map[byte]string{
	'\b': `\b`, '\t': `\t`, '\n': `\n`, '\f': `\f`, '\r': `\r`, '"': `\"`, '\\': `\\`,
}

// appendString appends s as a JSON string with only the escapes that RFC 8785 asks for.
func appendString(dst []byte, s string) []byte {
	const hex = "0123456789abcdef"
	dst = append(dst, '"')
	for i := range len(s) {
		c := s[i]
		switch escape, short := shortEscapes[c]; {
		case short:
			dst = append(dst, escape...)
		case c < ' ':
			dst = append(dst, '\\', 'u', '0', '0', hex[c>>4], hex[c&0xf])
		default:
			dst = append(dst, c)
		}
	}
	return append(dst, '"')
}

// unicodeEscapes yields the place and the UTF-16 code unit of every \uXXXX in well-formed JSON.
func unicodeEscapes(raw []byte) iter.Seq2[int, uint16] {
	return func(yield func(int, uint16) bool) {
		for at := 0; at < len(raw)-1; at++ {
			if raw[at] != '\\' {
				continue
			}
			if raw[at+1] != 'u' {
				at++ // The escaped character may itself be a backslash.
				continue
			}
			unit, err := strconv.ParseUint(string(raw[at+2:at+6]), 16, 16)
			if err != nil || !yield(at, uint16(unit)) {
				return
			}
		}
	}
}

// loneSurrogate reports whether well-formed JSON escapes half a surrogate pair, which stands for no character.
func loneSurrogate(raw []byte) bool {
	const escapeLength = len(`\uXXXX`)
	pending, lowAt := false, 0
	for at, unit := range unicodeEscapes(raw) {
		low := unit >= 0xDC00 && unit <= 0xDFFF
		if low != pending || low && at != lowAt {
			return true
		}
		pending, lowAt = unit >= 0xD800 && unit <= 0xDBFF, at+escapeLength
	}
	return pending
}

// replacedText reports whether encoding/json met a string that is not UTF-8: it then writes U+FFFD as an escape,
// while a U+FFFD that was there all along is written as the character.
func replacedText(marshalled []byte) bool {
	for _, unit := range unicodeEscapes(marshalled) {
		if rune(unit) == utf8.RuneError {
			return true
		}
	}
	return false
}
