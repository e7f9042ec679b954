package lead

import (
	"cmp"
	"slices"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
)

// severities says how a finding's weight is shown, the heaviest first.
var severities = []struct {
	of     eqia.Severity
	words  string
	colour components.Colour
}{
	{eqia.Stop, "Must be put right", components.Red},
	{eqia.Warn, "Check this", components.Orange},
	{eqia.Prompt, "For you to judge", components.Blue},
	{eqia.Inform, "Note", components.Grey},
}

func severityTag(s eqia.Severity) components.Tag {
	for _, row := range severities {
		if row.of == s {
			return components.Tag{Text: row.words, Colour: row.colour}
		}
	}
	return components.Tag{Text: string(s)}
}

func weight(s eqia.Severity) int {
	for i, row := range severities {
		if row.of == s {
			return i
		}
	}
	return len(severities)
}

// inOrder puts findings heaviest first, then by their place and rule.
func inOrder(list []eqia.Finding) []eqia.Finding {
	out := slices.Clone(list)
	slices.SortFunc(out, func(a, b eqia.Finding) int {
		return cmp.Or(weight(a.Severity)-weight(b.Severity), cmp.Compare(a.Where.String(), b.Where.String()), cmp.Compare(a.Rule, b.Rule))
	})
	return out
}

// partName is what a part is called in a sentence and in lists.
func partName(c eqia.Case, k eqia.PartKey) string {
	if k == (eqia.PartKey{}) {
		return "The whole assessment"
	}
	if ch, ok := c.Form.Characteristic(k.Key); ok && k.Kind == eqia.CardPart {
		return ch.Label
	}
	if q, ok := c.Form.Question(k.Key); ok && k.Kind == eqia.AnswerPart {
		return q.Short
	}
	if k.Kind == eqia.AnswerPart && k.Key == eqia.SharedReason {
		return "Reason shared by groups with no effect"
	}
	return entryName(c, k)
}

var kindNames = map[eqia.PartKind]string{eqia.OptionPart: "Option", eqia.EvidencePart: "Evidence", eqia.EngagementPart: "Engagement",
	eqia.ActionPart: "Action", eqia.CardPart: "Group", eqia.AnswerPart: "Answer"}

// entryName names an entry of a list by its number and what it is called.
func entryName(c eqia.Case, k eqia.PartKey) string {
	name := kindNames[k.Kind] + " " + k.Key
	no, err := strconv.Atoi(k.Key)
	if err != nil {
		return name
	}
	e, err := c.Content.EntryOf(k.Kind, no)
	if err != nil {
		return name + " (removed)"
	}
	switch e := e.(type) {
	case eqia.Option:
		return name + ": " + short(e.Label)
	case eqia.Evidence:
		return name + ": " + short(e.Title)
	case eqia.Engagement:
		return name + ": " + short(e.Who)
	case eqia.Action:
		return name + ": " + short(e.What)
	}
	return name
}
