package clerk

import (
	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// reason is the form that records why no assessment is with a report, or with some of its recommendations.
type reason struct {
	Code            committee.Code      `form:"code" label:"Why is there no assessment?" rule:"required" error:"Select why there is no assessment"`
	Public          string              `form:"public,lines" label:"The reason, in words the public can read" rule:"required,max=5000" error:"Enter the reason, in words the public can read"`
	Reference       string              `form:"reference" label:"Reference of the assessment it relies on" rule:"max=40"`
	Due             form.DateParts      `form:"due" label:"Date of the later decision or assessment"`
	Recommendations []committee.PointID `form:"recommendations" label:"Which recommendations is it for?"`
	Private         string              `form:"private,lines" label:"Private note" rule:"max=5000"`
	Errors          form.Errors

	item   committee.Item
	person eqia.Person
	hidden []components.Hidden
}

// Reason asks why no assessment is with a report.
func (Pages) Reason(r *page.Request) error {
	v, err := newReason(r)
	if err != nil {
		return err
	}
	return v.show(r)
}

func newReason(r *page.Request) (v reason, err error) {
	v.person = r.Person
	v.item, err = appeared(r, staff...)
	return v, err
}

func (v reason) show(r *page.Request) error {
	v.hidden = []components.Hidden{r.Key()}
	return r.Show(page.Failed(meetingFrame(r, v.item.Meeting, "Record why there is no assessment"), v.Errors), reasonPage(v))
}

// PostReason records the reason. It waits where someone else has to agree it.
func (Pages) PostReason(r *page.Request) error {
	v, err := newReason(r)
	if err != nil {
		return err
	}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	_, err = r.Kit.Committee.GiveReason(r.Ctx(), r.Person, v.item.Appearance.ID, committee.ReasonCommand{Once: r.Once(), Code: v.Code,
		Recommendations: v.Recommendations, Public: v.Public, Private: v.Private, Reference: v.Reference, DueOn: eqia.Day(v.Due.ISO())})
	if errs, ok := wrong(err, map[string]form.FieldError{"due": {Field: "due", ID: "due-day"}}); ok {
		v.Errors = errs
		return v.show(r)
	}
	if err := page.Done(err); err != nil {
		return err
	}
	return r.Go(toMeeting(v.item.Meeting.ID), "reason")
}

// codes lists the reasons that the person may give, each with what to write and who agrees it.
func (v reason) codes() []components.Item {
	var out []components.Item
	for _, c := range committee.Codes() {
		if !v.person.Holds(workflow.Clerk, v.item.Agrees(c)) {
			continue
		}
		agreed := " It holds at once."
		if !v.person.Holds(v.item.Agrees(c)) {
			agreed = " It has to be agreed by: " + lower(v.item.Agrees(c).Label()) + "."
		}
		out = append(out, components.Item{Value: string(c), Text: c.Label(), Hint: c.Hint() + agreed})
	}
	return out
}
