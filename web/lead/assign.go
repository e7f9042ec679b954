package lead

import (
	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// assigning is the lead's form to give a review to someone of the team.
type assigning struct {
	Person   string `form:"person" label:"Who reviews it?" rule:"required" error:"Select who reviews it"`
	Errors   form.Errors
	c        eqia.Case
	revision int // the revision that the lead read
	people   []components.Item
}

// Assign asks who is to review the assessment.
func (Pages) Assign(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	return assigning{c: c, revision: wasRead(r, c)}.show(r)
}

func (f assigning) show(r *page.Request) error {
	if err := may(f.c, workflow.Assign); err != nil {
		return err
	}
	if err := unmoved(f.c, f.revision); err != nil {
		return err
	}
	team, err := r.Kit.Eqia.Team(r.Ctx(), r.Person)
	if err != nil {
		return err
	}
	away, err := r.Kit.Eqia.Absences(r.Ctx(), r.Person)
	if err != nil {
		return err
	}
	for _, p := range team {
		f.people = append(f.people, components.Item{Value: string(p.ID), Text: p.Name, Hint: f.hint(p, away)})
	}
	p := page.Failed(frame(r, f.c, "Give the review to someone", toReview(f.c)), f.Errors)
	return r.Show(p, assignPage(f, []components.Hidden{page.Counter(f.revision), r.Key()}))
}

// hint is what the lead should know before choosing someone.
func (f assigning) hint(p eqia.Person, away []eqia.Absence) string {
	for _, a := range away {
		if a.Person == p.ID && a.Now(f.c.Today) {
			return "Away until " + a.Until.Words() + ". " + a.DeputyName + " stands in."
		}
	}
	switch {
	case f.c.Reviewer == p.ID && f.c.State == workflow.InReview:
		return "Reviews it now."
	case f.c.ContributedTo(p):
		return "Helped to write it, so cannot sign it off."
	}
	return ""
}

// PostAssign gives the review to the person chosen.
func (Pages) PostAssign(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	f := assigning{c: c, revision: wasRead(r, c)}
	if f.Errors = r.Read(&f); len(f.Errors) > 0 {
		return f.show(r)
	}
	cmd := moving(r, workflow.Assign)
	if cmd.Person, err = eqia.ParseID[eqia.PersonID](f.Person); err != nil {
		f.Errors = form.Errors{{Field: "person", ID: "person", Message: "Select someone from the list"}}
		return f.show(r)
	}
	err = page.Done(r.Kit.Eqia.Move(r.Ctx(), c, cmd))
	if errs, ok := page.Wrong(err); ok {
		f.Errors = errs
		return f.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go("/review", "assigned")
}
