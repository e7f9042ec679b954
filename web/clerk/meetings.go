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

// meetings is the list of meetings: those of the next six weeks, all that are to come, or those before today.
type meetings struct {
	When      string // "" for the next six weeks, "all" or "earlier"
	Committee committee.ID
	List      []committee.Meeting
	More      bool
	Trail     []string // cursors of the pages before this one, and of this one
	Counts    bool     // how far the items have come is for those who work with meetings
	Clerk     bool
	Confirms  bool // confirms what clerks recorded for the monitoring officer

	committees []committee.Committee
	due        func(committee.Meeting) committee.AgendaDue
}

// The ways to look at the list besides the next six weeks.
const (
	allToCome = "all"
	earlier   = "earlier"
)

// Meetings lists meetings by date with how far their items have come, what is left of the time, and whom each waits for.
func (Pages) Meetings(r *page.Request) error {
	if err := only(r, append(slices.Clone(staff), workflow.Member)...); err != nil {
		return err
	}
	v := meetings{When: r.Query("when"), Trail: r.QueryArray("after"), Counts: r.Person.Holds(staff...),
		Clerk: r.Person.Holds(workflow.Clerk), Confirms: r.Person.Holds(workflow.MonitoringOfficer), due: r.Kit.Committee.AgendaDue}
	if len(v.Trail) > mostTrail || !slices.Contains([]string{"", allToCome, earlier}, v.When) {
		return eqia.ErrNotFound
	}
	if err := v.load(r); err != nil {
		return err
	}
	f := r.Frame(v.title(), "")
	f.Wide = true
	return r.Show(f, meetingsPage(v))
}

func (v *meetings) load(r *page.Request) (err error) {
	if r.Query("committee") != "" {
		if v.Committee, err = eqia.ParseID[committee.ID](r.Query("committee")); err != nil {
			return err
		}
	}
	list := committee.MeetingList{Earlier: v.When == earlier, Soon: v.When == "", Committee: v.Committee, Page: eqia.Page{Size: meetingsOnPage + 1}}
	if len(v.Trail) > 0 {
		list.Page.After = v.Trail[len(v.Trail)-1]
	}
	if v.List, err = r.Kit.Committee.Meetings(r.Ctx(), r.Person, list); err != nil {
		return err
	}
	if v.More = len(v.List) > meetingsOnPage; v.More {
		v.List = v.List[:meetingsOnPage]
	}
	if v.Counts {
		v.committees, err = r.Kit.Committee.Committees(r.Ctx(), r.Person)
	}
	return err
}

func (v meetings) heading() string {
	if v.When == earlier {
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

// others lead to the other ways to look at the list, for the same committee.
func (v meetings) others() []components.Link {
	var out []components.Link
	for _, o := range []struct{ when, text string }{{"", "See the next six weeks"}, {allToCome, "See all meetings to come"}, {earlier, "See earlier meetings"}} {
		if o.when != v.When {
			out = append(out, components.Link{Text: o.text, Href: meetings{When: o.when, Committee: v.Committee}.address(nil)})
		}
	}
	return out
}

func (v meetings) caption() string {
	return map[string]string{"": "Meetings of the next six weeks, soonest first", allToCome: "Meetings to come, soonest first",
		earlier: "Meetings before today, newest first"}[v.When]
}

func (v meetings) table() components.Table {
	t := components.Table{ID: "meetings", Caption: v.caption(), CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Meeting"}, {Text: "Date and status"}}}
	if v.Counts {
		t.Head = append(t.Head, components.Cell{Text: "Agenda"}, components.Cell{Text: "Reports and other items to check"}, components.Cell{Text: "Waiting for"})
	}
	for _, m := range v.List {
		row := []components.Cell{{Content: meetingName(m)}, {Text: whenWords(m) + ". " + m.Status.Label()}}
		if v.Counts {
			row = append(row, components.Cell{Text: v.agendaWords(m)}, components.Cell{Content: tally(m)}, components.Cell{Content: waiting(holders(m))})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// whenWords is when a meeting begins, or the day of a decision that one person takes.
func whenWords(m committee.Meeting) string {
	if !m.Committee.Kind.Sits() {
		return m.Day().Words()
	}
	return eqia.Moment(m.StartsAt)
}

// agendaWords says by when the agenda of a meeting has to be published; a decision of one person has none.
func (v meetings) agendaWords(m committee.Meeting) string {
	if !m.Committee.Kind.Sits() {
		return "None: one person decides"
	}
	return dueWords(v.due(m))
}

// dueWords says by when an agenda has to be published, and how many working days are left.
func dueWords(d committee.AgendaDue) string {
	switch {
	case d.Done:
		return "Published on " + d.On.Words()
	case d.Left == 0:
		return "To be published today"
	case d.Left < 0:
		return "Was to be published by " + d.On.Words() + ". Nothing is recorded here"
	case d.Left == 1:
		return "To be published by " + d.On.Words() + ": 1 working day left"
	default:
		return "To be published by " + d.On.Words() + ": " + strconv.Itoa(d.Left) + " working days left"
	}
}

// holder is one item that waits, and whom for.
type holder struct {
	item committee.Item
	committee.Holding
}

// holders lists the items of a meeting that wait for someone.
func holders(m committee.Meeting) []holder {
	var out []holder
	for _, i := range m.Items {
		if h, ok := i.Holding(); ok {
			out = append(out, holder{i, h})
		}
	}
	return out
}

// says is whom an item waits for and since when, in words.
func (h holder) says() string {
	item := "Item " + h.item.Number
	if h.item.Number == "" {
		item = h.item.Title
	}
	return item + ": " + h.words()
}

func (h holder) words() string {
	if h.Since.IsZero() {
		return h.Who
	}
	return h.Who + ", since " + eqia.DayOf(h.Since).Words()
}

// address is the list at the page that a trail leads to.
func (v meetings) address(trail []string) string {
	q := url.Values{}
	if v.When != "" {
		q.Set("when", v.When)
	}
	if v.Committee != "" {
		q.Set("committee", string(v.Committee))
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

// choices lists the committees to narrow the list to.
func (v meetings) choices() []components.Item {
	out := []components.Item{{Text: "All committees"}}
	for _, c := range v.committees {
		out = append(out, components.Item{Value: string(c.ID), Text: c.Name})
	}
	return out
}

// bar draws how far the items of a meeting have come.
func bar(m committee.Meeting) components.Stack {
	var s components.Stack
	for n, state := range committee.Readinesses() {
		s.Shares = append(s.Shares, components.Share{N: m.Tally()[state], Fill: n + 1})
	}
	return s
}
