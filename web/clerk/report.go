package clerk

import (
	"cmp"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
)

// Report shows a report: what is known of it, and its journey from meeting to meeting with the version of each assessment used there.
func (Pages) Report(r *page.Request) error {
	if err := only(r, staff...); err != nil {
		return err
	}
	reference, err := committee.ParseReportReference(r.Param("report"))
	if err != nil {
		return err
	}
	p, err := r.Kit.Committee.Report(r.Ctx(), r.Person, reference)
	if err != nil {
		return err
	}
	f := r.Frame(p.Title, p.Reference)
	f.Back, f.Wide = &components.BackLink{Href: "/meetings", Text: "Back to meetings"}, true
	return r.Show(f, reportPage(p, r.Person))
}

func reportFacts(p committee.Report) []components.Row {
	rows := []components.Row{{Key: "Lead officer", Text: cmp.Or(p.LeadOfficer, "Not known yet")}, {Key: "Directorate", Text: cmp.Or(p.Directorate, "Not known yet")},
		{Key: "Purpose", Text: cmp.Or(p.Purpose, "Not known yet")}, {Key: "Who can read it", Text: p.Access.Label()}}
	for _, row := range []components.Row{{Key: "Other titles", Text: strings.Join(p.Aliases, "\n")}, {Key: "Author", Text: p.AuthorName},
		{Key: "Executive director", Text: p.Director}, {Key: "Cabinet members", Text: eqia.Listed(p.CabinetMembers)}, {Key: "Wards", Text: eqia.Listed(p.Wards)},
		{Key: "Paragraphs of Schedule 12A", Text: eqia.Listed(p.Paragraphs)}, {Key: "Key decision", Text: keyWords(p)}, {Key: "What it spends or saves", Text: valueWords(p)},
		{Key: "Policy framework", Text: map[bool]string{true: "Yes, Full Council decides"}[p.PolicyFramework]}} {
		if row.Text != "" {
			rows = append(rows, row)
		}
	}
	return rows
}

// valueWords is what a report spends or saves; empty when nobody has said.
func valueWords(p committee.Report) string {
	if p.ValuePence == 0 {
		return ""
	}
	return "£" + committee.Pounds(p.ValuePence)
}

// keyWords says whether a report asks for a key decision, and what makes it one; empty when nobody has said.
func keyWords(p committee.Report) string {
	switch {
	case p.Key == committee.KeyYes && p.KeyLimb != "":
		return "Yes: " + lower(p.KeyLimb.Label())
	case p.Key == committee.KeyYes:
		return "Yes"
	case p.Key == committee.KeyNo:
		return "No"
	default:
		return ""
	}
}

func journey(p committee.Report) components.Table {
	t := components.Table{ID: "journey", Caption: "Where it was and will be", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Meeting"}, {Text: "Item"}, {Text: "Report version"}, {Text: "Equality impact assessment"}, {Text: "How far it has come"}}}
	for n, i := range p.Journey {
		t.Rows = append(t.Rows, []components.Cell{{Text: called(i.Meeting), Href: toMeeting(i.Meeting.ID)}, {Text: numbered(i)},
			{Content: versionCell(p, n)}, {Content: assessmentsCell(i, true)}, {Content: sat{}.readinessCell(i)}})
	}
	return t
}

// endedLinks lists the links that were replaced or withdrawn along the way, which are kept.
func endedLinks(p committee.Report) []string {
	var out []string
	for _, i := range p.Journey {
		for _, l := range i.Appearance.Links {
			if l.Live() {
				continue
			}
			said := l.Pinned.Reference + " version " + l.Pinned.Number + " at " + called(i.Meeting) + ": ended on " + eqia.DayOf(l.EndedAt).Words() + "."
			if l.WithdrawnReason != "" {
				said += " " + l.WithdrawnReason
			}
			out = append(out, said)
		}
	}
	return out
}
