package clerk

import (
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// sat is one meeting with its agenda, as one person meets it.
type sat struct {
	committee.Meeting
	person  eqia.Person
	request *page.Request
}

// Meeting shows a meeting: one row for each item, with how far it has come and what to do next.
func (Pages) Meeting(r *page.Request) error {
	m, err := meeting(r, append(slices.Clone(staff), workflow.Member)...)
	if err != nil {
		return err
	}
	f := r.Frame(called(m), "Meetings")
	f.Back, f.Wide = &components.BackLink{Href: "/meetings", Text: "Back to meetings"}, true
	return r.Show(f, meetingPage(sat{m, r.Person, r}))
}

func (v sat) clerk() bool { return v.person.Holds(workflow.Clerk) }

// works reports whether the person works with meetings; a councillor reads what is before members and nothing about how it came there.
func (v sat) works() bool { return v.person.Holds(staff...) }

func (v sat) facts() []components.Row {
	return []components.Row{{Key: "Date and time", Text: eqia.Moment(v.StartsAt)}, {Key: "Venue", Text: or(v.Venue, "Not known yet")},
		{Key: "Status", Text: v.Status.Label()}, {Key: "Agenda date", Text: or(v.AgendaOn.Words(), "Not known yet")}}
}

func (v sat) table() components.Table {
	t := components.Table{ID: "agenda", Caption: "Agenda", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Item"}, {Text: "Equality impact assessment"}}}
	if v.works() {
		t.Head = append(t.Head, components.Cell{Text: "How far it has come"}, components.Cell{Text: "Next steps"})
	}
	for _, i := range v.Items {
		row := []components.Cell{{Content: itemCell(i, v.works())}, {Content: assessmentsCell(i, v.works())}}
		if v.works() {
			row = append(row, components.Cell{Content: v.readinessCell(i)}, components.Cell{Content: v.nextCell(i)})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// officer is who answers for the report on an item.
func officer(i committee.Item) string {
	if i.Appearance == nil {
		return ""
	}
	return or(i.Appearance.Report.LeadOfficer, i.Appearance.Report.AuthorName)
}

// linkWords says how an assessment is with a report, under its name.
func linkWords(l committee.Link) string {
	out := []string{l.Relation.Label()}
	if l.Appendix != "" {
		out = append(out, l.Appendix)
	}
	return strings.Join(append(out, strings.ToLower(l.Covers.Label()[:1])+l.Covers.Label()[1:]), ", ")
}

// standing is how a linked version stands now, and when it was signed.
func standing(p committee.Pinned) string {
	if p.SignedAt.IsZero() {
		return p.State.Label()
	}
	signed := "Signed off on " + eqia.DayOf(p.SignedAt).Words()
	if p.State == workflow.SignedOff {
		return signed
	}
	return p.State.Label() + ". " + signed
}

// titleOf is an assessment's title; a restricted one has none here.
func titleOf(title string) string { return or(title, committee.RestrictedTitle) }

// expected lists the assessments that should be before members and are not linked.
func expected(i committee.Item) []committee.Expected {
	var out []committee.Expected
	if i.Appearance == nil {
		return nil
	}
	for _, e := range i.Appearance.Expected {
		if !slices.ContainsFunc(i.Appearance.Live(), func(l committee.Link) bool { return l.Pinned.AssessmentID == e.AssessmentID }) {
			out = append(out, e)
		}
	}
	return out
}

// reasonWords says whether a reason holds, or who has to agree it.
func reasonWords(n committee.Reason) string {
	if n.Agreed() {
		return "Agreed by: " + lower(n.AgreedRole.Label())
	}
	return "Not agreed yet. It waits for: " + lower(n.Code.Agrees().Label())
}

// relied names the assessment that a reason relies on.
func relied(n committee.Reason) components.Link {
	return components.Link{Text: n.RelyOn.Reference + " version " + n.RelyOn.Number, Href: toVersion(n.RelyOn.Reference, n.RelyOn.Number)}
}

// next lists what the person can do about an item, most useful first.
func (v sat) next(i committee.Item) []components.Link {
	about := "for item " + numbered(i)
	var out []components.Link
	add := func(text, unseen, href string) {
		out = append(out, components.Link{Text: text, Unseen: unseen, Href: href})
	}
	a := i.Appearance
	switch {
	case i.Kind.Asks() && a == nil && v.clerk():
		add("Add the report", about, toItem(i, "report"))
	case i.Kind.Asks() && a != nil:
		if v.clerk() {
			for _, e := range expected(i) {
				if e.SignedNumber != "" {
					add("Link "+e.Reference, about, toItem(i, "link")+"?q="+e.Reference)
				}
			}
			add("Link an assessment", about, toItem(i, "link"))
		}
		add("Record a reason for none", about, toItem(i, "reason"))
		add("Text for the report", about, toItem(i, "report-text"))
		if v.clerk() {
			for _, l := range a.Live() {
				add("Change the link to "+l.Pinned.Reference, about, toItem(i, "link")+"?q="+l.Pinned.Reference+"&replace="+string(l.ID))
				add("Withdraw the link to "+l.Pinned.Reference, about, toItem(i, "links/"+string(l.ID)+"/withdraw"))
			}
		}
	}
	for _, l := range v.removals(i) {
		add(l.Text, about, l.Href)
	}
	if v.clerk() {
		add("Change item", numbered(i), toItem(i, "edit"))
	}
	return out
}

// agreeable lists the reasons on an item that wait for this person.
func (v sat) agreeable(i committee.Item) []committee.Reason {
	return given(i, func(n committee.Reason) bool { return !n.Agreed() && v.person.Holds(n.Code.Agrees()) })
}

// endable lists the reasons on an item that this person may withdraw.
func (v sat) endable(i committee.Item) []committee.Reason {
	return given(i, func(n committee.Reason) bool { return v.person.Holds(workflow.Clerk, n.Code.Agrees()) })
}

func given(i committee.Item, fits func(committee.Reason) bool) []committee.Reason {
	if i.Appearance == nil {
		return nil
	}
	return slices.DeleteFunc(i.Appearance.Given(), func(n committee.Reason) bool { return !fits(n) })
}

// droppable lists what was expected on an item and can be said not to be.
func (v sat) droppable(i committee.Item) []committee.Expected {
	if !v.clerk() {
		return nil
	}
	return expected(i)
}
