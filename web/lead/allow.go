package lead

import (
	"errors"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// allowing is the monitoring officer's form to let one contributor sign.
type allowing struct {
	Person   string `form:"person" label:"Who may sign it off?" rule:"required" error:"Select who may sign it off"`
	Reason   string `form:"reason,lines" label:"Reason" rule:"required,max=200000" error:"Enter why nobody else can sign it off"`
	Errors   form.Errors
	c        eqia.Case
	revision int // the revision that the monitoring officer read
	people   []components.Item
}

// show lists the equality leads who helped to write the assessment. The monitoring officer is never among them.
func (f allowing) show(r *page.Request) error {
	if err := unmoved(f.c, f.revision); err != nil {
		return err
	}
	all, err := r.Kit.Eqia.People(r.Ctx())
	if err != nil {
		return err
	}
	for _, p := range all {
		if p.Holds(workflow.Lead) && !p.Disabled && p.ID != r.Person.ID && f.c.ContributedTo(p) {
			f.people = append(f.people, components.Item{Value: string(p.ID), Text: p.Name})
		}
	}
	p := page.Failed(frame(r, f.c, "Allow a contributor to sign off", toReview(f.c)), f.Errors)
	return r.Show(p, allowPage(f, []components.Hidden{{Name: "do", Value: "allow"}, page.Counter(f.revision), r.Key()}))
}

// allow records the permission with its reason.
func allow(r *page.Request, c eqia.Case) error {
	f := allowing{c: c, revision: wasRead(r, c)}
	f.Errors = r.Read(&f)
	if err := may(c, workflow.AllowSigner, workflow.Contributor, workflow.ReasonGiven); err != nil {
		return err
	}
	if len(f.Errors) > 0 {
		return f.show(r)
	}
	id, err := eqia.ParseID[eqia.PersonID](f.Person)
	if err != nil || id == r.Person.ID {
		f.Errors = form.Errors{{Field: "person", ID: "person", Message: "Select someone from the list"}}
		return f.show(r)
	}
	cmd := moving(r, workflow.AllowSigner)
	cmd.Person, cmd.Reason = id, f.Reason
	err = page.Done(r.Kit.Eqia.Move(r.Ctx(), c, cmd))
	var refusal *workflow.Refusal
	if errors.As(err, &refusal) && refusal.Condition == workflow.Contributor {
		f.Errors = form.Errors{{Field: "person", ID: "person", Message: refusal.Condition.Says()}}
		return f.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(to(c).Do("read"), "allowed")
}
