package clerk

import (
	"net/url"
	"slices"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// meetingsOnPage is how many meetings one page of the list shows; mostTrail is how many pages on the list goes.
const (
	meetingsOnPage = 20
	mostTrail      = 200
)

// meetings is the list of meetings, those to come or those before today.
type meetings struct {
	Earlier  bool
	List     []committee.Meeting
	More     bool
	Trail    []string // cursors of the pages before this one, and of this one
	Counts   bool     // how far the items have come is for those who work with meetings
	Clerk    bool
	Confirms bool // confirms what clerks recorded for the monitoring officer
}

// Meetings lists meetings by date with how far their items have come.
func (Pages) Meetings(r *page.Request) error {
	if err := only(r, append(slices.Clone(staff), workflow.Member)...); err != nil {
		return err
	}
	v := meetings{Earlier: r.Query("earlier") == "yes", Trail: r.QueryArray("after"), Counts: r.Person.Holds(staff...),
		Clerk: r.Person.Holds(workflow.Clerk), Confirms: r.Person.Holds(workflow.MonitoringOfficer)}
	if len(v.Trail) > mostTrail {
		return eqia.ErrNotFound
	}
	list := committee.MeetingList{Earlier: v.Earlier, Page: eqia.Page{Size: meetingsOnPage + 1}}
	if len(v.Trail) > 0 {
		list.Page.After = v.Trail[len(v.Trail)-1]
	}
	var err error
	if v.List, err = r.Kit.Committee.Meetings(r.Ctx(), r.Person, list); err != nil {
		return err
	}
	if v.More = len(v.List) > meetingsOnPage; v.More {
		v.List = v.List[:meetingsOnPage]
	}
	f := r.Frame(v.title(), "")
	f.Wide = true
	return r.Show(f, meetingsPage(v))
}

func (v meetings) heading() string {
	if v.Earlier {
		return "Earlier meetings"
	}
	return "Meetings"
}

func (v meetings) title() string {
	if len(v.Trail) > 0 {
		return v.heading() + " (page " + strconv.Itoa(len(v.Trail)+1) + ")"
	}
	return v.heading()
}

// other leads to the other half of the list.
func (v meetings) other() components.Link {
	if v.Earlier {
		return components.Link{Text: "See meetings to come", Href: "/meetings"}
	}
	return components.Link{Text: "See earlier meetings", Href: "/meetings?earlier=yes"}
}

func (v meetings) table() components.Table {
	t := components.Table{ID: "meetings", Caption: "Meetings to come, soonest first", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Meeting"}, {Text: "Date and time"}, {Text: "Status"}}}
	if v.Earlier {
		t.Caption = "Meetings before today, newest first"
	}
	if v.Counts {
		t.Head = append(t.Head, components.Cell{Text: "Agenda date"}, components.Cell{Text: "Reports and other items to check"})
	}
	for _, m := range v.List {
		row := []components.Cell{{Content: meetingName(m)}, {Text: eqia.Moment(m.StartsAt)}, {Text: m.Status.Label()}}
		if v.Counts {
			row = append(row, components.Cell{Text: or(m.AgendaOn.Words(), "Not known yet")}, components.Cell{Content: tally(m)})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// address is the list at the page that a trail leads to.
func (v meetings) address(trail []string) string {
	q := url.Values{}
	if v.Earlier {
		q.Set("earlier", "yes")
	}
	if len(trail) > 0 {
		q["after"] = trail
	}
	if len(q) == 0 {
		return "/meetings"
	}
	return "/meetings?" + q.Encode()
}

func (v meetings) pages() components.Pagination {
	var p components.Pagination
	if len(v.Trail) > 0 {
		p.Previous = v.address(v.Trail[:len(v.Trail)-1])
	}
	if v.More {
		p.Next = v.address(append(slices.Clone(v.Trail), v.List[len(v.List)-1].Cursor))
	}
	return p
}
