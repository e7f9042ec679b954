package admin

import (
	"errors"

	"dorset-eqia/eqia"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// publishing is the form that puts the new version in force.
type publishing struct {
	From webform.DateParts `form:"from" label:"First day" rule:"required" error:"Enter the first day on which new assessments use it"`
	drafting
}

// Publish asks from which day on the new version is used.
func (Pages) Publish(r *page.Request) error {
	d, err := opened(r)
	if err != nil {
		return err
	}
	return d.show(r, "Publish the new version", publishPage(publishing{drafting: d}))
}

// PostPublish publishes the new version.
func (Pages) PostPublish(r *page.Request) error {
	d, err := opened(r)
	if errors.Is(err, eqia.ErrNotFound) { // pressed twice, there is no draft any more; the service says whether this form published it
		if _, err = r.Kit.Eqia.PublishForm(r.Ctx(), r.Person, eqia.PublishFormCommand{Once: r.Once()}); page.Done(err) == nil {
			return r.Go(home, "form-published")
		}
	}
	if err != nil {
		return err
	}
	f := publishing{drafting: d}
	again := func(errs webform.Errors) error {
		f.Errors = dayOf(errs)
		return f.show(r, "Publish the new version", publishPage(f))
	}
	if errs := r.Read(&f); len(errs) > 0 {
		return again(errs)
	}
	_, err = r.Kit.Eqia.PublishForm(r.Ctx(), r.Person, eqia.PublishFormCommand{Counter: r.Seen(), From: eqia.Day(f.From.ISO()), Once: r.Once()})
	if errs, ok := page.Wrong(err); ok {
		return again(errs)
	}
	if page.Done(err) != nil {
		return err
	}
	return r.Go(home, "form-published")
}

// Drop asks whether to throw the new version away.
func (Pages) Drop(r *page.Request) error {
	d, err := opened(r)
	if err != nil {
		return err
	}
	return d.show(r, "Delete the new version", dropPage(d))
}

// PostDrop throws the new version away.
func (Pages) PostDrop(r *page.Request) error {
	if err := r.Kit.Eqia.DropForm(r.Ctx(), r.Person, r.Seen()); err != nil {
		return err
	}
	return r.Go(home, "form-dropped")
}
