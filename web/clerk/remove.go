package clerk

import (
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// removal asks to confirm that something goes.
type removal struct {
	Errors form.Errors

	item                       committee.Item
	title, says, button, where string
	hidden                     []components.Hidden
}

func takingOff(i committee.Item) removal {
	return removal{item: i, title: "Take the report off", where: "take-off", button: "Take the report off",
		says: "Report " + i.Appearance.Report.Reference + " stays in the record and can be put on another item. What was expected here is forgotten."}
}

func removing(i committee.Item) removal {
	return removal{item: i, title: "Remove the item", where: "remove", button: "Remove the item",
		says: "The item goes from the agenda. If the agenda is published, the change is listed until members are told."}
}

func (v removal) show(r *page.Request) error {
	v.hidden = []components.Hidden{page.Counter(v.item.Counter), r.Key()}
	return r.Show(page.Failed(meetingFrame(r, v.item.Meeting, v.title), v.Errors), removalPage(v))
}

// done answers a removal: back to the meeting, or the page again with why not.
func (v removal) done(r *page.Request, err error, flash string) error {
	if errs, ok := page.Wrong(err); ok {
		for n := range errs {
			errs[n].ID = "removal"
		}
		v.Errors = errs
		return v.show(r)
	}
	if err := page.Done(err); err != nil {
		return err
	}
	return r.Go(toMeeting(v.item.Meeting.ID), flash)
}

// TakeOff asks to confirm that a report is taken off an item it was put at by mistake.
func (Pages) TakeOff(r *page.Request) error {
	i, err := appeared(r, workflow.Clerk)
	if err != nil {
		return err
	}
	return takingOff(i).show(r)
}

// PostTakeOff takes it off.
func (Pages) PostTakeOff(r *page.Request) error {
	i, err := appeared(r, workflow.Clerk)
	if err != nil {
		return err
	}
	return takingOff(i).done(r, r.Kit.Committee.TakeOff(r.Ctx(), r.Person, i.Appearance.ID, r.Once()), "taken-off")
}

// Remove asks to confirm that an item goes from an agenda.
func (Pages) Remove(r *page.Request) error {
	i, err := item(r, workflow.Clerk)
	if err != nil {
		return err
	}
	return removing(i).show(r)
}

// PostRemove removes the item.
func (Pages) PostRemove(r *page.Request) error {
	i, err := item(r, workflow.Clerk)
	if err != nil {
		return err
	}
	at := committee.Settling{Once: r.Once(), Counter: r.Seen()}
	return removing(i).done(r, r.Kit.Committee.RemoveItem(r.Ctx(), r.Person, i.ID, at), "item-removed")
}
