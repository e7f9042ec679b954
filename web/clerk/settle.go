package clerk

import (
	"context"
	"errors"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// withdrawal is the form that ends a link, which is kept with the reason.
type withdrawal struct {
	Reason string `form:"reason,lines" label:"Why is the link withdrawn?" rule:"required,max=5000" error:"Enter why the link is withdrawn"`
	Errors form.Errors

	item   committee.Item
	link   committee.Link
	hidden []components.Hidden
}

// Withdraw asks to confirm that a link is withdrawn, and why.
func (Pages) Withdraw(r *page.Request) error {
	v, err := withdrawing(r)
	if err != nil {
		return err
	}
	if !v.link.Live() {
		return eqia.ErrMoved
	}
	return v.show(r)
}

// withdrawing finds the link that the address names on its item.
func withdrawing(r *page.Request) (v withdrawal, err error) {
	if v.item, err = appeared(r, workflow.Clerk); err != nil {
		return v, err
	}
	for _, l := range v.item.Appearance.Links {
		if string(l.ID) == r.Param("link") {
			v.link = l
			return v, nil
		}
	}
	return v, eqia.ErrNotFound
}

func (v withdrawal) show(r *page.Request) error {
	v.hidden = []components.Hidden{r.Key()}
	return r.Show(page.Failed(meetingFrame(r, v.item.Meeting, "Withdraw a link"), v.Errors), withdrawPage(v))
}

// PostWithdraw withdraws the link.
func (Pages) PostWithdraw(r *page.Request) error {
	v, err := withdrawing(r)
	if err != nil {
		return err
	}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	err = page.Done(r.Kit.Committee.WithdrawLink(r.Ctx(), r.Person, v.link.ID, committee.WithdrawCommand{Once: r.Once(), Reason: v.Reason}))
	if err != nil {
		return err
	}
	return r.Go(toMeeting(v.item.Meeting.ID), "unlinked")
}

func (v withdrawal) facts() []components.Row {
	return []components.Row{{Key: "Assessment", Text: v.link.Pinned.Reference + " version " + v.link.Pinned.Number},
		{Key: "Title", Text: titleOf(v.link.Pinned.Title)}, {Key: "How members find it", Text: linkWords(v.link)}}
}

// PostAgree agrees a reason that waits for the person's role.
func (Pages) PostAgree(r *page.Request) error {
	return settle(r, r.Kit.Committee.AgreeReason, "agreed")
}

// PostWithdrawReason ends a reason, which is kept.
func (Pages) PostWithdrawReason(r *page.Request) error {
	return settle(r, r.Kit.Committee.WithdrawReason, "reason-withdrawn")
}

// settle does something to the reason that the address names on its item.
func settle(r *page.Request, do func(context.Context, eqia.Person, committee.ReasonID, committee.Settling) error, flash string) error {
	i, err := appeared(r, staff...)
	if err != nil {
		return err
	}
	n := slices.IndexFunc(i.Appearance.Reasons, func(n committee.Reason) bool { return string(n.ID) == r.Param("reason") })
	if n < 0 {
		return eqia.ErrNotFound
	}
	at := committee.Settling{Once: r.Once(), Counter: r.Seen()}
	if err := page.Done(do(r.Ctx(), r.Person, i.Appearance.Reasons[n].ID, at)); err != nil {
		return err
	}
	return r.Go(filtered(r, i.Meeting.ID), flash)
}

// PostNotExpected takes an assessment off what is expected on an item.
func (Pages) PostNotExpected(r *page.Request) error {
	i, err := appeared(r, workflow.Clerk)
	if err != nil {
		return err
	}
	cmd := committee.ExpectCommand{Once: r.Once(), Appearance: i.Appearance.ID, Reference: r.Posted("reference")}
	err = page.Done(r.Kit.Committee.NotExpect(r.Ctx(), r.Person, cmd))
	if err != nil && !errors.Is(err, eqia.ErrNotFound) { // one that is gone was taken off already
		return err
	}
	return r.Go(toMeeting(i.Meeting.ID), "not-expected")
}
