package form

import (
	"slices"
	"strings"
	"unicode"
)

// FindCharacteristic finds the one characteristic that a printed name stands for, by code, label or alias, whatever its case and
// punctuation. It answers false for an unknown name and for a merged row, which stands for several: ask Covered for those.
func (v Version) FindCharacteristic(name string) (Characteristic, bool) {
	covered := v.Covered(name)
	if len(covered) != 1 {
		return Characteristic{}, false
	}
	return covered[0], true
}

// Covered lists every characteristic that a row of an older form stood for: two for "Gender reassignment and gender identity".
func (v Version) Covered(label string) []Characteristic {
	wanted := plain(label)
	var covered []Characteristic
	for _, c := range v.Characteristics {
		if wanted != "" && slices.ContainsFunc(c.names(), func(name string) bool { return plain(name) == wanted }) {
			covered = append(covered, c)
		}
	}
	return covered
}

// names lists what a characteristic is or was called.
func (c Characteristic) names() []string {
	return append([]string{c.Code, c.Label}, c.Aliases...)
}

// plain keeps only the letters and digits of a name, in lower case, so that "Socio-economic" and "socio economic" meet.
func plain(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, strings.ReplaceAll(name, "&", " and "))
}
