package verify

import (
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/record"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
)

const unknownTitle = "This code is not recognised"

// title says how the version stands.
func (v checked) title() string {
	return map[eqia.CodeStanding]string{eqia.CodeCurrent: "This assessment is current", eqia.CodeOverdue: "This assessment is due for review",
		eqia.CodeSuperseded: "A later version replaced this one", eqia.CodeWithdrawn: "This assessment was withdrawn",
		eqia.CodeRestricted: "This assessment is not public"}[v.standing]
}

// tag is how it stands in a word or two.
func (v checked) tag() components.Tag {
	return components.Tag{Text: v.standing.Label(), Colour: map[eqia.CodeStanding]components.Colour{eqia.CodeCurrent: components.Green,
		eqia.CodeOverdue: components.Yellow, eqia.CodeSuperseded: components.Orange, eqia.CodeWithdrawn: components.Red}[v.standing]}
}

// lead says what the standing means for whoever holds the copy.
func (v checked) lead() string {
	switch v.standing {
	case eqia.CodeOverdue:
		return "It is signed off and in force. Its review was due by " + v.ReviewDue.Words() + ", so some of it may be out of date."
	case eqia.CodeSuperseded:
		if v.inForce.Reference == "" {
			return "A later version replaced version " + v.Number() + ", and was then withdrawn."
		}
		return "Version " + v.inForce.Number() + " replaced version " + v.Number() + " on " + eqia.DayOf(v.inForce.PublishedAt).Words() + "."
	case eqia.CodeWithdrawn:
		return "The council withdrew it on " + v.WithdrawnOn.Words() + "."
	default:
		return "It is signed off, and no later version has replaced it."
	}
}

// facts is what a copy can be held against.
func (v checked) facts() []components.Row {
	rows := []components.Row{{Key: "Title", Text: v.Title}, {Key: "Reference", Text: v.Reference}, {Key: "Version", Text: v.Number()}}
	add := func(key, text string) {
		if text != "" {
			rows = append(rows, components.Row{Key: key, Text: text})
		}
	}
	if v.CopyOf != "" {
		add("Made from", "Version "+v.CopyOf+", with some words left out")
	}
	add("Signed off by", v.SignerRole)
	add("Signed off on", v.SignedOn.Words())
	add("Next review", v.ReviewDue.Words())
	add("Why it was withdrawn", v.Notice)
	add("Digest, first 16 characters", record.Short(v.Digest))
	add("Meetings", strings.Join(v.before, "\n"))
	return rows
}

// links lead on to the version itself, and to a comparison with a whole copy.
func (v checked) links() []components.Link {
	out := []components.Link{{Text: "Read version " + v.Number(), Href: "/assessments/" + v.Reference + "/v/" + v.Number()}}
	if v.standing == eqia.CodeSuperseded && v.inForce.Reference != "" {
		out = append(out, components.Link{Text: "Read version " + v.inForce.Number() + ", which is in force", Href: "/assessments/" + v.Reference})
	}
	if v.standing != eqia.CodeWithdrawn {
		out = append(out, components.Link{Text: "Compare your copy with what was signed", Href: page.CheckCopy + "?code=" + string(v.code)})
	}
	return out
}

// sittings says where a version was or will be before members, and who has considered it.
func sittings(list []committee.PublicAppeared, number string) (before, seen []string) {
	for _, m := range list {
		if m.Number != number {
			continue
		}
		day := eqia.DayOf(m.StartsAt).Words()
		line, considered := m.Committee+", "+day, ""
		if m.Held {
			considered = "Members of " + m.Committee + " considered version " + number + " on " + day + "."
		}
		if !slices.Contains(before, line) {
			before = append(before, line)
		}
		if considered != "" && !slices.Contains(seen, considered) {
			seen = append(seen, considered)
		}
	}
	return before, seen
}
