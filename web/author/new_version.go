package author

import (
	"errors"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

type newVersion struct {
	Size   string `form:"size" label:"Size of the change" rule:"required,oneof=correction change" error:"Select how much has changed"`
	Errors form.Errors
	Case   eqia.Case
	Once   components.Hidden
}

func newVersionPage(r *page.Request, e workflow.Event) (newVersion, error) {
	c, err := r.Case()
	if err != nil {
		return newVersion{}, err
	}
	_, err = workflow.Find(c.State, e, c.Standing, c.Facts)
	return newVersion{Case: c, Once: r.Key()}, err
}

// NewVersion asks how much has changed.
func (Pages) NewVersion(r *page.Request) error {
	v, err := newVersionPage(r, workflow.NewVersion)
	if err != nil {
		return err
	}
	return r.Show(frame(r, v.Case, "Start a new version"), newVersionView(v))
}

// PostNewVersion starts the next version with the answers of the last one.
func (Pages) PostNewVersion(r *page.Request) error {
	v, err := newVersionPage(r, workflow.NewVersion)
	var refusal *workflow.Refusal
	if errors.As(err, &refusal) { // the service knows whether this very form was sent before
		return v.start(r, eqia.Corrects)
	}
	if err != nil {
		return err
	}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return r.Show(page.Failed(frame(r, v.Case, "Start a new version"), v.Errors), newVersionView(v))
	}
	return v.start(r, eqia.Purpose(v.Size))
}

// StartReview says what a review asks, before one is started.
func (Pages) StartReview(r *page.Request) error {
	v, err := newVersionPage(r, workflow.StartReview)
	if err != nil {
		return err
	}
	return r.Show(frame(r, v.Case, "Review what happened"), startReviewView(v))
}

// PostStartReview starts a review.
func (Pages) PostStartReview(r *page.Request) error {
	v, err := newVersionPage(r, workflow.StartReview)
	var refusal *workflow.Refusal
	if err != nil && !errors.As(err, &refusal) { // the service knows whether this very form was sent before
		return err
	}
	return v.start(r, eqia.Reviews)
}

// start makes the next version and goes to its task list.
func (v newVersion) start(r *page.Request, purpose eqia.Purpose) error {
	_, err := r.Kit.Eqia.NewVersion(r.Ctx(), v.Case, eqia.NewVersionCommand{Once: r.Once(), Purpose: purpose})
	if err := page.Done(err); err != nil {
		return err
	}
	return r.Go(page.ToCase(v.Case.Assessment.Reference).Hub(), "version")
}

// next is the number that the next version has, unless one with that number was withdrawn.
func (v newVersion) next() string { return eqia.Header{Major: v.Case.Major + 1}.Number() }
