package lead

import (
	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// Publish says what will be public, and asks to confirm it.
func (Pages) Publish(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	if err := may(c, workflow.Publish); err != nil {
		return err
	}
	back := &components.BackLink{Href: to(c).Do("read"), Text: "Back to the assessment"}
	return r.Show(frame(r, c, "Publish", back), publishPage(c, []components.Hidden{page.Counter(c.Revision), r.Key()}))
}

// PostPublish puts the signed version in the public register.
func (Pages) PostPublish(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	if c.Published() && c.Standing.Has(workflow.Lead) { // pressed twice: it was done the first time
		return r.Go(to(c).Do("read"), "published")
	}
	if err := page.Done(r.Kit.Eqia.Publish(r.Ctx(), c, moving(r, workflow.Publish))); err != nil {
		return err
	}
	return r.Go(to(c).Do("read"), "published")
}

// publication says what the public will see about a version besides its answers.
func publication(c eqia.Case) []components.Row {
	p := c.Publication()
	return []components.Row{{Key: "Title", Text: p.Title}, {Key: "Reference and version", Text: p.Reference + ", version " + p.Number()},
		{Key: "Signed off", Text: p.SignedOn.Words() + signedBy(c.Header)}, {Key: "Check code", Text: p.CheckCode}}
}
