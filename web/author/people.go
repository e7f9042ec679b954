package author

import (
	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

type inviting struct {
	Relation string `form:"relation" label:"What they will do" rule:"required,oneof=editor commenter involved" error:"Select what they will do"`
	Email    string `form:"email" label:"Email address" rule:"omitempty,max=200,email" error:"Enter an email address in the right form, like name@example.gov.uk"`
	Name     string `form:"name" label:"Name or role" rule:"max=200"`
	Errors   form.Errors
	Case     eqia.Case
}

// People shows who is working on an assessment.
func (Pages) People(r *page.Request) error {
	c, err := inside(r)
	if err != nil {
		return err
	}
	return r.Show(frame(r, c, "Who is working on this"), peoplePage(inviting{Case: c}))
}

// PostPeople adds someone.
func (Pages) PostPeople(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	if _, err := workflow.Find(c.State, workflow.Invite, c.Standing, c.Facts); err != nil {
		return err
	}
	v := inviting{Case: c}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return r.Show(page.Failed(frame(r, c, "Who is working on this"), v.Errors), peoplePage(v))
	}
	err = r.Kit.Eqia.Invite(r.Ctx(), c, eqia.Invitation{Email: v.Email, Name: v.Name, Relation: workflow.Actor(v.Relation)})
	if errs, ok := page.Wrong(err); ok {
		v.Errors = errs
		return r.Show(page.Failed(frame(r, c, "Who is working on this"), v.Errors), peoplePage(v))
	}
	if err != nil {
		return err
	}
	return r.Go(page.ToCase(c.Assessment.Reference).Do("people"), "added")
}

// PostRemovePerson ends someone's access.
func (Pages) PostRemovePerson(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	person := eqia.PersonID("")
	if id := r.Posted("person"); id != "" {
		if person, err = eqia.ParseID[eqia.PersonID](id); err != nil {
			return err
		}
	}
	if err := r.Kit.Eqia.RemoveParty(r.Ctx(), c, person, r.Posted("name")); err != nil {
		return err
	}
	return r.Go(page.ToCase(c.Assessment.Reference).Do("people"), "removed")
}

// here lists everyone on this version who has not been removed.
func (v inviting) here() []eqia.Party {
	var out []eqia.Party
	for _, p := range v.Case.Parties {
		if p.VersionID == v.Case.ID && p.Active {
			out = append(out, p)
		}
	}
	return out
}

// may reports whether this person can add and remove people now.
func (v inviting) may() bool { return v.Case.May(workflow.Invite) }

// mayRemove reports whether this person can end someone's access now, which goes on after the assessment is sent.
func (v inviting) mayRemove() bool { return v.Case.May(workflow.RemovePerson) }

func relationLabel(a workflow.Actor) string {
	if a == eqia.Involved {
		return "Named as having helped"
	}
	return a.Label()
}

func relationItems() []components.Item {
	return []components.Item{
		{Value: string(workflow.Editor), Text: "Change answers", Hint: "They count as having helped to write it once they change something"},
		{Value: string(workflow.Commenter), Text: "Comment only"},
		{Value: string(eqia.Involved), Text: "Be named as having helped, with no access", Hint: "They cannot sign it off"},
	}
}
