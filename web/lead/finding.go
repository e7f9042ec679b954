package lead

import (
	"cmp"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/workflow"
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

// flag is a finding as the team meets it: with the reason for which it is let stand, or the way to give one.
type flag struct {
	eqia.Finding
	given   eqia.Grounds
	settled bool
	pass    string // where the person can let it pass, or take that back; empty when they can't
}

func flagged(c eqia.Case, f eqia.Finding) flag {
	out := flag{Finding: f}
	out.given, out.settled = c.GroundsFor(f)
	if f.Severity == eqia.Stop && f.MayPass == workflow.Lead && may(c, workflow.PassRule, workflow.ReasonGiven) == nil {
		out.pass = to(c).Do("pass") + "/" + f.Mark()
	}
	return out
}

// flags are findings as the team meets them, in order.
func flags(c eqia.Case, found []eqia.Finding) []flag {
	var out []flag
	for _, f := range found {
		out = append(out, flagged(c, f))
	}
	return inOrder(out)
}

// tag says how much the finding matters. What was let pass no longer has to be put right.
func (f flag) tag() components.Tag {
	if f.settled && f.Severity == eqia.Stop {
		return components.Tag{Text: "Let pass", Colour: components.Grey}
	}
	return severityTag(f.Severity)
}

// passLink leads to the page where a lead lets it pass.
func (f flag) passLink() components.Link {
	if f.settled {
		return components.Link{Text: "Change or take back the reason", Href: f.pass, Unseen: "for: " + f.Message}
	}
	return components.Link{Text: "Let this pass, with a reason", Href: f.pass, Unseen: f.Message}
}

// inOrder puts findings heaviest first, then by their place and rule.
func inOrder(list []flag) []flag {
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(a, b flag) int {
		return cmp.Or(weight(a.Severity)-weight(b.Severity), cmp.Compare(a.Where.String(), b.Where.String()), cmp.Compare(a.Rule, b.Rule))
	})
	return out
}
