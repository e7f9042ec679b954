package clerk

import (
	"strconv"
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
	rows := []components.Row{{Key: "Lead officer", Text: or(p.LeadOfficer, "Not known yet")}, {Key: "Directorate", Text: or(p.Directorate, "Not known yet")},
		{Key: "Purpose", Text: or(p.Purpose, "Not known yet")}, {Key: "Who can read it", Text: p.Access.Label()}}
	if len(p.Versions) == 0 {
		return rows
	}
	last := p.Versions[len(p.Versions)-1]
	rows = append(rows, components.Row{Key: "Newest version", Text: strconv.Itoa(last.No) + ", added on " + eqia.DayOf(last.At).Words()})
	if len(last.Recommendations) > 0 {
		rows = append(rows, components.Row{Key: "Recommendations", Text: points(last)})
	}
	if last.EqualityText != "" {
		rows = append(rows, components.Row{Key: "What it says about equality", Text: last.EqualityText})
	}
	return rows
}

// points is a version's recommendations, one to a line.
func points(v committee.ReportVersion) string {
	var out []string
	for _, p := range v.Recommendations {
		out = append(out, p.Label+". "+p.Text)
	}
	return strings.Join(out, "\n")
}

func journey(p committee.Report) components.Table {
	t := components.Table{ID: "journey", Caption: "Where it was and will be", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Meeting"}, {Text: "Item"}, {Text: "Report version"}, {Text: "Equality impact assessment"}, {Text: "How far it has come"}}}
	for _, i := range p.Journey {
		t.Rows = append(t.Rows, []components.Cell{{Text: called(i.Meeting), Href: toMeeting(i.Meeting.ID)}, {Text: numbered(i)},
			{Text: strconv.Itoa(i.Appearance.Version.No)}, {Content: assessmentsCell(i, true)}, {Content: sat{}.readinessCell(i)}})
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
