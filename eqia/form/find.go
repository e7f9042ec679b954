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
	var covered []Characteristic
	for _, c := range v.Characteristics {
		if Named(label, c.names()...) {
			covered = append(covered, c)
		}
	}
	return covered
}

// names lists what a characteristic is or was called.
func (c Characteristic) names() []string {
	return append([]string{c.Code, c.Label}, c.Aliases...)
}

// QuestionsNamed finds the questions that a printed one stands for, by label, short name or alias, whatever its case and punctuation. An
// older form may have asked two of ours in one.
func (v Version) QuestionsNamed(label string) []Question {
	var found []Question
	for _, q := range v.Questions() {
		if Named(label, append([]string{q.Label, q.Short}, q.Aliases...)...) {
			found = append(found, q)
		}
	}
	return found
}

// ChoiceNamed finds the one choice that a printed word stands for, by code, label or alias; false when it is none or more than one.
func ChoiceNamed(choices []Choice, label string) (Choice, bool) {
	var found []Choice
	for _, c := range choices {
		if Named(label, append([]string{c.Code, c.Label}, c.Aliases...)...) {
			found = append(found, c)
		}
	}
	if len(found) != 1 {
		return Choice{}, false
	}
	return found[0], true
}

// Named reports whether a printed name is one of these, whatever its case and punctuation.
func Named(printed string, names ...string) bool {
	wanted := plain(printed)
	return wanted != "" && slices.ContainsFunc(names, func(name string) bool { return plain(name) == wanted })
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
