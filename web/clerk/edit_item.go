package clerk

import (
	"cmp"
	"strconv"

	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// itemForm is an agenda item as it changes.
type itemForm struct {
	Number     string             `form:"number" label:"Item number" rule:"max=20"`
	Title      string             `form:"title" label:"Title of the item" rule:"required,max=500"`
	Kind       committee.ItemKind `form:"kind" label:"What is it?" rule:"required" error:"Select what kind of item it is"`
	Access     committee.Access   `form:"access" label:"Who can read it?" rule:"required" error:"Select who can read it"`
	Urgent     string             `form:"urgent_reason,lines" label:"Why it is urgent" rule:"max=5000"`
	Paragraphs []string           `form:"paragraphs" label:"Paragraphs of Schedule 12A that close it"`
	From       string             `form:"page_from" label:"First page in the pack" rule:"omitempty,numeric,max=5" error:"Enter the first page as a number"`
	To         string             `form:"page_to" label:"Last page in the pack" rule:"omitempty,numeric,max=5" error:"Enter the last page as a number"`
	TwinOf     committee.ItemID   `form:"twin_of" label:"Which item is it the exempt part of?"`
	Silent     []string           `form:"silent" label:"What the public may know"`
	Errors     form.Errors

	item   committee.Item
	others []committee.Item // of the meeting, that it could be a part of
	hidden []components.Hidden
}

// EditItem asks what changes about an agenda item.
func (Pages) EditItem(r *page.Request) error {
	i, err := item(r, workflow.Clerk)
	if err != nil {
		return err
	}
	v := itemForm{Number: i.Number, Title: i.Title, Kind: i.Kind, Access: i.Access, Urgent: i.UrgentReason, Paragraphs: i.Paragraphs,
		From: pageNumber(i.PageFrom), To: pageNumber(i.PageTo), TwinOf: i.TwinOf, item: i}
	if i.Silent {
		v.Silent = []string{notNamed}
	}
	return v.show(r)
}

// notNamed is the one box of what the public may know.
const notNamed = "yes"

func (v itemForm) show(r *page.Request) error {
	m, err := r.Kit.Committee.Meeting(r.Ctx(), r.Person, v.item.Meeting.ID)
	if err != nil {
		return err
	}
	v.others = m.Halves(v.item)
	v.hidden = []components.Hidden{page.Counter(v.item.Counter)}
	return r.Show(page.Failed(meetingFrame(r, v.item.Meeting, "Change an agenda item"), v.Errors), itemPage(v))
}

// PostEditItem changes the item.
func (Pages) PostEditItem(r *page.Request) error {
	i, err := item(r, workflow.Clerk)
	if err != nil {
		return err
	}
	v := itemForm{item: i}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	changed := committee.Item{ID: i.ID, Number: v.Number, Title: v.Title, Kind: v.Kind, Access: v.Access, UrgentReason: v.Urgent, Counter: r.Seen(),
		Paragraphs: v.Paragraphs, PageFrom: pageOf(v.From), PageTo: pageOf(cmp.Or(v.To, v.From)), TwinOf: v.TwinOf, Silent: len(v.Silent) > 0}
	err = page.Done(r.Kit.Committee.EditItem(r.Ctx(), r.Person, changed))
	if errs, ok := page.WrongIn(err, map[string]string{"pages": "page_from"}); ok {
		v.Errors = errs
		return v.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(toMeeting(i.Meeting.ID), "saved")
}

// halves lists the items that this one could be the exempt part of.
func (v itemForm) halves() []components.Item {
	out := []components.Item{{Text: "None"}}
	for _, i := range v.others {
		out = append(out, components.Item{Value: string(i.ID), Text: numbered(i)})
	}
	return out
}

// private reports whether what is about items that are not open is to be seen at once.
func (v itemForm) private() bool {
	return v.item.Access != committee.Open || v.Errors.For("twin_of")+v.Errors.For("silent")+v.Errors.For("paragraphs") != ""
}

// pageNumber is a page as it is typed; empty when it is not known.
func pageNumber(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// pageOf is a page that was typed; 0 when none was.
func pageOf(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	return n
}
