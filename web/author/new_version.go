package author

import (
	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

type newVersion struct {
	Size   string `form:"size" label:"Size of the change" rule:"required,oneof=minor material" error:"Select how much has changed"`
	Errors form.Errors
	Case   eqia.Case
	Once   components.Hidden
}

func newVersionPage(r *page.Request) (newVersion, error) {
	c, err := r.Case()
	if err != nil {
		return newVersion{}, err
	}
	_, err = workflow.Find(c.State, workflow.NewVersion, c.Standing, c.Facts)
	return newVersion{Case: c, Once: r.Key()}, err
}

// NewVersion asks how much has changed.
func (Pages) NewVersion(r *page.Request) error {
	v, err := newVersionPage(r)
	if err != nil {
		return err
	}
	return r.Show(frame(r, v.Case, "Start a new version"), newVersionView(v))
}

// PostNewVersion starts the next version with the answers of the last one.
func (Pages) PostNewVersion(r *page.Request) error {
	v, err := newVersionPage(r)
	if err != nil {
		return err
	}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return r.Show(page.Failed(frame(r, v.Case, "Start a new version"), v.Errors), newVersionView(v))
	}
	_, err = r.Kit.Eqia.NewVersion(r.Ctx(), v.Case, eqia.NewVersionCommand{Once: r.Once(), Purpose: eqia.Purpose(v.Size)})
	if err := page.Done(err); err != nil {
		return err
	}
	return r.Go(page.ToCase(v.Case.Assessment.Reference).Hub(), "version")
}
