package lead

import (
	"cmp"
	"slices"

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
