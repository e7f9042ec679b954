package clerk

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// promises is what was promised to members about an item, with the form for another promise.
type promises struct {
	Text   string         `form:"text,lines" label:"What was promised?" rule:"required,max=20000" error:"Enter what was promised"`
	Owner  string         `form:"owner" label:"Who will do it?" rule:"required,max=500" error:"Enter who will do it"`
	Due    form.DateParts `form:"due" label:"By when?" rule:"required" error:"Enter the date by which it will be done"`
	Errors form.Errors

	item   committee.Item
	writes bool
	closes bool
	hidden []components.Hidden
}

// Promises lists what was promised, and asks for more.
func (Pages) Promises(r *page.Request) error {
	i, err := appeared(r, staff...)
	if err != nil {
		return err
	}
	return promises{item: i}.show(r)
}

func (v promises) show(r *page.Request) error {
	v.writes, v.closes, v.hidden = r.Person.Holds(workflow.Clerk), r.Person.Holds(workflow.Clerk, workflow.Lead), []components.Hidden{r.Key()}
	return r.Show(page.Failed(meetingFrame(r, v.item.Meeting, "What was promised"), v.Errors), promisesPage(v))
}

// PostPromise records another promise.
func (Pages) PostPromise(r *page.Request) error {
	i, err := appeared(r, workflow.Clerk)
	if err != nil {
		return err
	}
	v := promises{item: i}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	m := committee.Commitment{AppearanceID: i.Appearance.ID, Text: v.Text, Owner: v.Owner, DueOn: eqia.Day(v.Due.ISO())}
	if err := page.Done(r.Kit.Committee.Promise(r.Ctx(), r.Person, m, r.Once())); err != nil {
		return err
	}
	return r.Go(toItem(i, "promises"), "promise")
}

// closing is the form that says what was done about a promise.
type closing struct {
	Closing string `form:"closing,lines" label:"What was done?" rule:"required,max=20000" error:"Enter what was done"`
	Errors  form.Errors

	item   committee.Item
	now    committee.Commitment
	hidden []components.Hidden
}

// Close asks what was done about a promise.
func (Pages) Close(r *page.Request) error {
	v, err := theClosing(r)
	if err != nil {
		return err
	}
	if !v.now.ClosedAt.IsZero() {
		return eqia.ErrMoved
	}
	return v.show(r)
}

func theClosing(r *page.Request) (v closing, err error) {
	if v.item, err = appeared(r, workflow.Clerk, workflow.Lead); err != nil {
		return v, err
	}
	all := v.item.Appearance.Commitments
	n := slices.IndexFunc(all, func(m committee.Commitment) bool { return string(m.ID) == r.Param("promise") })
	if n < 0 {
		return v, eqia.ErrNotFound
	}
	v.now = all[n]
	return v, nil
}

func (v closing) show(r *page.Request) error {
	v.hidden = []components.Hidden{page.Counter(v.now.Counter), r.Key()}
	return r.Show(page.Failed(meetingFrame(r, v.item.Meeting, "Record what was done"), v.Errors), closePage(v))
}

// PostClose records it.
func (Pages) PostClose(r *page.Request) error {
	v, err := theClosing(r)
	if err != nil {
		return err
	}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	m := v.now
	m.Closing = v.Closing
	at := committee.Settling{Once: r.Once(), Counter: r.Seen()}
	if err := page.Done(r.Kit.Committee.ClosePromise(r.Ctx(), r.Person, m, at)); err != nil {
		return err
	}
	return r.Go(toItem(v.item, "promises"), "promise-closed")
}
