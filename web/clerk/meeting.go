package clerk

import (
	"cmp"
	"slices"
	"strconv"
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
	due     committee.AgendaDue
	naming  []committee.Offered // assessments whose authors named this meeting, and that are with no item yet
	show    committee.Readiness // the items that are shown; empty for all
	person  eqia.Person
	request *page.Request
}

// Meeting shows a meeting: one row for each item, with how far it has come and what to do next.
func (Pages) Meeting(r *page.Request) error {
	m, err := meeting(r, append(slices.Clone(staff), workflow.Member)...)
	if err != nil {
		return err
	}
	v := sat{Meeting: m, due: r.Kit.Committee.AgendaDue(m), show: committee.Readiness(r.Query("show")), person: r.Person, request: r}
	if v.show != "" && !slices.Contains(committee.Readinesses(), v.show) {
		return eqia.ErrNotFound
	}
	if v.works() {
		if v.naming, err = r.Kit.Committee.Naming(r.Ctx(), r.Person, m); err != nil {
			return err
		}
	}
	f := r.Frame(called(m), "Meetings")
	f.Back, f.Wide = &components.BackLink{Href: "/meetings", Text: "Back to meetings"}, true
	return r.Show(f, meetingPage(v))
}

func (v sat) clerk() bool { return v.person.Holds(workflow.Clerk) }

// works reports whether the person works with meetings; a councillor reads what is before members and nothing about how it came there.
func (v sat) works() bool { return v.person.Holds(staff...) }

func (v sat) facts() []components.Row {
	if !v.Committee.Kind.Sits() {
		return []components.Row{{Key: "Who decides", Text: v.Committee.Name}, {Key: "Date of the decision", Text: v.Day().Words()}}
	}
	rows := []components.Row{{Key: "Date and time", Text: eqia.Moment(v.StartsAt)}, {Key: "Venue", Text: cmp.Or(v.Venue, "Not known yet")},
		{Key: "Status", Text: v.Status.Label()}, {Key: "Agenda date", Text: cmp.Or(v.AgendaOn.Words(), "Not known yet")}}
	if v.works() {
		rows[3].Text = dueWords(v.due)
	}
	return rows
}

// shown is the items that the filter leaves.
func (v sat) shown() []committee.Item {
	if v.show == "" || !v.works() {
		return v.Items
	}
	return slices.DeleteFunc(slices.Clone(v.Items), func(i committee.Item) bool { return !i.Kind.Asks() || i.Readiness != v.show })
}

// filters lead to the items that have come so far, with how many those are; the one that is on leads nowhere.
func (v sat) filters() []components.Link {
	out := []components.Link{{Text: "All (" + strconv.Itoa(len(v.Items)) + ")", Href: toMeeting(v.ID)}}
	for _, state := range committee.Readinesses() {
		if n := v.Tally()[state]; n > 0 {
			out = append(out, components.Link{Text: state.Label() + " (" + strconv.Itoa(n) + ")", Href: toMeeting(v.ID) + "?show=" + string(state)})
		}
	}
	for n, link := range out {
		if link.Href == v.at() {
			out[n].Href = ""
		}
	}
	return out
}

// at is the address of this page as it is filtered now.
func (v sat) at() string {
	if v.show == "" {
		return toMeeting(v.ID)
	}
	return toMeeting(v.ID) + "?show=" + string(v.show)
}

// filtered is the address of a meeting's page as it was filtered when something was posted from it.
func filtered(r *page.Request, id committee.MeetingID) string {
	v := sat{Meeting: committee.Meeting{ID: id}, show: committee.Readiness(r.Posted("show"))}
	if !slices.Contains(committee.Readinesses(), v.show) {
		v.show = ""
	}
	return v.at()
}

// heldUp is the first item, after a place in the list, that can't go ahead as it is; false when there is none.
func (v sat) heldUp(after int) (committee.Item, bool) {
	for n, i := range v.shown() {
		if n > after && i.Kind.Asks() && (i.Readiness == committee.Blocked || i.Readiness == committee.NotStarted) {
			return i, true
		}
	}
	return committee.Item{}, false
}

// mark is where an item is on the page.
func mark(i committee.Item) string { return "item-" + string(i.ID) }

func (v sat) table() components.Table {
	t := components.Table{ID: "agenda", Caption: "Agenda", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Item"}, {Text: "Equality impact assessment"}}}
	if v.works() {
		t.Head = append(t.Head, components.Cell{Text: "Covers and pages"}, components.Cell{Text: "How far it has come"}, components.Cell{Text: "Next steps"})
	}
	for n, i := range v.shown() {
		row := []components.Cell{{Content: itemCell(i, v.works())}, {Content: assessmentsCell(i, v.works())}}
		if v.works() {
			row = append(row, components.Cell{Text: coverWords(i)}, components.Cell{Content: v.resultCell(n, i)}, components.Cell{Content: v.nextCell(i)})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// coverWords says how much of a report is covered, and where it is in the pack.
func coverWords(i committee.Item) string {
	var out []string
	if a := i.Appearance; a != nil && i.Kind.Asks() {
		switch n, all := a.Covered(); {
		case all > 0:
			out = append(out, "Covers "+strconv.Itoa(n)+" of "+strconv.Itoa(all))
		case n > 0:
			out = append(out, "Covers all of it")
		}
	}
	if i.PageFrom > 0 {
		out = append(out, "Pages "+strconv.Itoa(i.PageFrom)+" to "+strconv.Itoa(max(i.PageTo, i.PageFrom)))
	}
	return strings.Join(out, ". ")
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

// twinWords says of which item this one is the exempt part.
func twinWords(i committee.Item) string {
	return "Exempt part of item " + cmp.Or(i.Twin.Number, i.Twin.Title)
}

// privately is what a councillor is told of an item that is closed.
func privately(i committee.Item) string {
	if i.Stated {
		return committee.StatedWords
	}
	return "Taken in private"
}

// titleOf is an assessment's title; a restricted one has none here.
func titleOf(title string) string { return cmp.Or(title, committee.RestrictedTitle) }

// reasonWords says whether a reason holds, or who has to agree it.
func reasonWords(i committee.Item, n committee.Reason) string {
	if n.Agreed() {
		return "Agreed by: " + lower(n.AgreedRole.Label())
	}
	return "Not agreed yet. It waits for: " + lower(i.Agrees(n.Code).Label())
}

// relied names the assessment that a reason relies on.
func relied(n committee.Reason) components.Link {
	return components.Link{Text: n.RelyOn.Reference + " version " + n.RelyOn.Number, Href: toVersion(n.RelyOn.Reference, n.RelyOn.Number)}
}
