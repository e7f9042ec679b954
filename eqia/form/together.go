package form

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Together is what a form says of any people who are in several groups at once.
type Together struct {
	Definition string   `json:"definition"`
	Source     string   `json:"source"`
	Link       string   `json:"link,omitempty"`
	Prompts    []string `json:"prompts"`
}

// joint stands between the codes of characteristics that are looked at together.
const joint = "+"

// MostTogether is how many characteristics can be looked at together.
const MostTogether = 5

// Combine is the people who have all of these characteristics, from two to MostTogether of them, as one group. Its code is theirs in the
// order of the form, and it can touch only the aims that each of them can. False when one is unknown or given twice.
func (v Version) Combine(codes []string) (Characteristic, bool) {
	var parts []Characteristic
	for _, c := range v.Characteristics {
		if slices.Contains(codes, c.Code) {
			parts = append(parts, c)
		}
	}
	if len(parts) != len(codes) || len(parts) < 2 || len(parts) > MostTogether {
		return Characteristic{}, false
	}
	said := v.Together
	whole := Characteristic{Kind: Combined, Definition: said.Definition, Source: said.Source, Link: said.Link, Prompts: said.Prompts,
		Aims: parts[0].Aims, From: parts[0].From, Label: labelled(parts),
		Code: strings.Join(codesOf(parts, func(c Characteristic) string { return c.Code }), joint)}
	for _, c := range parts[1:] {
		whole.From = max(whole.From, c.From)
		whole.Aims = slices.DeleteFunc(slices.Clone(whole.Aims), func(aim string) bool { return !slices.Contains(c.Aims, aim) })
	}
	return whole, true
}

// labelled joins labels as a sentence does: "Age, disability and sex".
func labelled(parts []Characteristic) string {
	text := parts[0].Label
	for i, c := range parts[1:] {
		between := ", "
		if i == len(parts)-2 {
			between = " and "
		}
		first, size := utf8.DecodeRuneInString(c.Label)
		text += between + string(unicode.ToLower(first)) + c.Label[size:]
	}
	return text
}

// Group finds whom a card is about by its code: one characteristic, or several together; false when the form has none such.
func (v Version) Group(code string) (Characteristic, bool) {
	if c, ok := v.Characteristic(code); ok {
		return c, true
	}
	c, ok := v.Combine(PartsOf(code))
	return c, ok && c.Code == code
}

// PartsOf lists the characteristics that a group's code stands for: one, or several together.
func PartsOf(code string) []string { return strings.Split(code, joint) }
