package clerk

import (
	"fmt"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/moderngov"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// agenda is the form that takes a pasted agenda, and the preview of what was recognised in it.
type agenda struct {
	Text   string `form:"agenda,lines" label:"Agenda items" rule:"required,max=1000000" error:"Paste at least one agenda item"`
	Errors form.Errors

	meeting committee.Meeting
	items   []committee.Item
	fits    []committee.Fitting // what may belong with each of the items
	hidden  []components.Hidden
	request *page.Request
}

// Agenda asks for the items of an agenda, one to a line.
func (Pages) Agenda(r *page.Request) error {
	m, err := meeting(r, workflow.Clerk)
	if err != nil {
		return err
	}
	return agenda{meeting: m}.show(r)
}

func (v agenda) show(r *page.Request) error {
	return r.Show(page.Failed(meetingFrame(r, v.meeting, "Add agenda items"), v.Errors), agendaPage(v))
}

// PostAgenda shows what was recognised in the pasted lines; once that is confirmed, it adds the items.
func (Pages) PostAgenda(r *page.Request) error {
	m, err := meeting(r, workflow.Clerk)
	if err != nil {
		return err
	}
	v := agenda{meeting: m, request: r}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	if v.items, err = recognised(m, v.Text); err != nil {
		v.Errors = form.Errors{{Field: "agenda", ID: "agenda", Message: err.Error()}}
		return v.show(r)
	}
	v.chosen(r)
	if v.fits, err = r.Kit.Committee.Fitting(r.Ctx(), r.Person, m, v.items); err != nil {
		return err
	}
	if r.Posted("confirm") == "" {
		return v.preview(r)
	}
	err = page.Done(r.Kit.Committee.AddItems(r.Ctx(), r.Person, committee.AgendaCommand{Once: r.Once(), Meeting: m.ID, Items: v.items, With: v.with(r)}))
	if errs, ok := page.Wrong(err); ok {
		return v.refused(r, errs)
	}
	if err != nil {
		return err
	}
	return r.Go(toMeeting(m.ID), "agenda")
}

// refused shows what has to be put right: beside the assessment that it is about, or else about the agenda as it was pasted.
func (v agenda) refused(r *page.Request, errs form.Errors) error {
	v.Errors = errs
	if strings.HasPrefix(errs[0].Field, "link-") {
		return v.preview(r)
	}
	v.Errors = form.Errors{{Field: "agenda", ID: "agenda", Message: errs[0].Message}}
	return v.show(r)
}

// recognised is the items of pasted lines, or of an answer of the committee system that was pasted whole. Its headings are left out.
func recognised(m committee.Meeting, text string) ([]committee.Item, error) {
	if !strings.HasPrefix(strings.TrimPrefix(text, "\ufeff"), "<") {
		return committee.ParseAgenda(text), nil
	}
	read, err := moderngov.ReadMeeting(strings.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("Paste the lines of the agenda, or the whole of a meeting from ModernGov: %w", err)
	}
	if day := eqia.DayOf(read.StartsAt); day != m.Day() {
		return nil, fmt.Errorf("This file is of a meeting on %s. Paste the one of %s", day.Words(), m.Day().Words())
	}
	var out []committee.Item
	for _, i := range read.Items {
		if !i.Heading && i.Title != "" {
			out = append(out, committee.Item{Order: len(out) + 1, Number: i.Number, Title: i.Title, Kind: i.Kind, Access: i.Access})
		}
	}
	return out, nil
}

func (v agenda) preview(r *page.Request) error {
	v.hidden = []components.Hidden{r.Key(), {Name: "agenda", Value: v.Text}, {Name: "confirm", Value: "yes"}}
	f := meetingFrame(r, v.meeting, "Check the agenda items")
	return r.Show(page.Failed(f, v.Errors), previewPage(v))
}

// chosen takes over what the clerk said of each item; anything that was not offered leaves the item as it was recognised.
func (v agenda) chosen(r *page.Request) {
	for n := range v.items {
		if k := committee.ItemKind(r.Posted(kindName(n))); k.Valid() && k != committee.Urgent {
			v.items[n].Kind = k
		}
		if a := committee.Access(r.Posted(accessName(n))); a.Valid() {
			v.items[n].Access = a
		}
	}
}

func kindName(n int) string   { return "kind-" + strconv.Itoa(n+1) }
func accessName(n int) string { return "access-" + strconv.Itoa(n+1) }

func (v agenda) table() components.Table {
	t := components.Table{ID: "preview", Caption: "What was recognised", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Item"}, {Text: "What it is"}, {Text: "Who can read it"}}}
	for n, i := range v.items {
		kind := components.Select{Name: kindName(n), Label: "What item “" + i.Title + "” is", Size: components.Unseen,
			Items: itemKinds(committee.Urgent), Value: string(i.Kind)}
		access := components.Select{Name: accessName(n), Label: "Who can read item “" + i.Title + "”", Size: components.Unseen,
			Items: accesses(), Value: string(i.Access)}
		t.Rows = append(t.Rows, []components.Cell{{Text: numbered(i)}, {Content: kind.View()}, {Content: access.View()}})
	}
	return t
}

// itemKinds lists the kinds of item to choose from, but one.
func itemKinds(but committee.ItemKind) []components.Item {
	var out []components.Item
	for _, k := range committee.ItemKinds() {
		if k != but {
			out = append(out, components.Item{Value: string(k), Text: k.Label()})
		}
	}
	return out
}

func accesses() []components.Item {
	var out []components.Item
	for _, a := range committee.Accesses() {
		out = append(out, components.Item{Value: string(a), Text: a.Label()})
	}
	return out
}

// already says how many items the agenda has now.
func (v agenda) already() string {
	if len(v.meeting.Items) == 0 {
		return "There is nothing on the agenda yet."
	}
	return "The agenda has " + components.Count(len(v.meeting.Items), "item", "items") + " now. New ones go after those."
}
