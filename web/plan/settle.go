package plan

import (
	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// PostMatch records whether a report is the matter of the item.
func (Pages) PostMatch(r *page.Request) error {
	p, err := known(r, workflow.Clerk)
	if err != nil {
		return err
	}
	reference, err := committee.ParseReportReference(r.Posted("report"))
	if err != nil {
		return err
	}
	verdict := committee.Verdict(r.Posted("verdict"))
	if err := r.Kit.Committee.SayMatch(r.Ctx(), r.Person, committee.MatchCommand{Item: p.ID, Reference: reference, Verdict: verdict}); err != nil {
		return err
	}
	return r.Go(toItem(p.ID), map[committee.Verdict]string{committee.SameMatter: "matched", committee.OtherMatter: "not-matched"}[verdict])
}

// PostLink links an assessment to the item.
func (Pages) PostLink(r *page.Request) error {
	p, err := known(r, workflow.Clerk)
	if err != nil {
		return err
	}
	typed := r.Posted("reference")
	err = page.Done(r.Kit.Committee.LinkPlan(r.Ctx(), r.Person, committee.PlanLinkCommand{Item: p.ID, Reference: typed}))
	if errs, ok := page.Wrong(err); ok {
		return (&item{Planned: p, Errors: errs, typed: typed}).show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(toItem(p.ID), "linked")
}

// PostUnlink takes an assessment off the item.
func (Pages) PostUnlink(r *page.Request) error {
	p, err := known(r, workflow.Clerk)
	if err != nil {
		return err
	}
	cmd := committee.PlanLinkCommand{Item: p.ID, Reference: r.Posted("reference"), Not: true}
	if err := r.Kit.Committee.LinkPlan(r.Ctx(), r.Person, cmd); err != nil {
		return err
	}
	return r.Go(toItem(p.ID), "removed")
}

// PostExpect notes that an assessment of the item is expected with its report at a meeting.
func (Pages) PostExpect(r *page.Request) error {
	p, err := known(r, workflow.Clerk)
	if err != nil {
		return err
	}
	at, err := eqia.ParseID[committee.AppearanceID](r.Posted("appearance"))
	if err != nil {
		return err
	}
	cmd := committee.ExpectCommand{Once: r.Once(), Appearance: at, Reference: r.Posted("reference")}
	if err := page.Done(r.Kit.Committee.Expect(r.Ctx(), r.Person, cmd)); err != nil {
		return err
	}
	return r.Go(toItem(p.ID), "expected")
}

// PostTakeOver puts what the plan says of a field in the place of what was written here.
func (Pages) PostTakeOver(r *page.Request) error {
	p, err := known(r, workflow.Clerk)
	if err != nil {
		return err
	}
	cmd := committee.TakeOverCommand{Once: r.Once(), Item: p.ID, Field: r.Posted("field"), Counter: r.Seen()}
	if err := page.Done(r.Kit.Committee.TakeOver(r.Ctx(), r.Person, cmd)); err != nil {
		return err
	}
	return r.Go(toItem(p.ID), "taken-over")
}
