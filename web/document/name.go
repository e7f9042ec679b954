package document

import (
	"strconv"
	"unicode/utf8"

	"dorset-eqia/eqia"
)

// PartName is what a part of an assessment is called in a sentence and in lists.
func PartName(c eqia.Case, k eqia.PartKey) string {
	switch k.Kind {
	case "":
		return "The whole assessment"
	case eqia.CardPart:
		if ch, ok := c.Form.Group(k.Key); ok {
			return ch.Label
		}
		return named(k.Key)
	case eqia.AnswerPart:
		if k.Key == eqia.SharedReason {
			return "Reason shared by groups with no effect"
		}
		if q, ok := c.Form.Question(k.Key); ok {
			return q.Short
		}
		return named(k.Key)
	default:
		return entryName(c, k)
	}
}

// entryName names an entry of a list by its number and what it is called.
func entryName(c eqia.Case, k eqia.PartKey) string {
	name := map[eqia.PartKind]string{eqia.OptionPart: "Option", eqia.EvidencePart: "Evidence", eqia.EngagementPart: "Engagement",
		eqia.ActionPart: "Action", eqia.OutcomePart: "What happened"}[k.Kind] + " " + k.Key
	no, err := strconv.Atoi(k.Key)
	if err != nil {
		return name
	}
	e, err := c.Content.EntryOf(k.Kind, no)
	if err != nil {
		return name + " (removed)"
	}
	return name + ": " + Short(e.Name())
}

// mostLetters is how long a text may be in a list before it is cut.
const mostLetters = 60

// Short is a text as lists show it, cut where it is long.
func Short(text string) string {
	if utf8.RuneCountInString(text) <= mostLetters {
		return text
	}
	return string([]rune(text)[:mostLetters-1]) + "…"
}
