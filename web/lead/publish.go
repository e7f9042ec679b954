package lead

import (
	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// publishing is the page that asks to publish a version, with what someone should look at first.
type publishing struct {
	Looked bool `form:"looked" label:"Before you publish"`
	Errors form.Errors

	c      eqia.Case
	found  []flag
	hidden []components.Hidden
}

// Publish says what will be public and what to look at before, and asks to confirm it.
func (Pages) Publish(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	if err := may(c, workflow.Publish); err != nil {
		return err
	}
	return publishing{c: c}.show(r)
}

func (f publishing) show(r *page.Request) error {
	f.found = flags(f.c, r.Kit.Eqia.BeforePublic(f.c))
	f.hidden = []components.Hidden{page.Counter(f.c.Revision), r.Key()}
	back := &components.BackLink{Href: to(f.c).Do("read"), Text: "Back to the assessment"}
	return r.Show(page.Failed(frame(r, f.c, "Publish", back), f.Errors), publishPage(f))
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
	f := publishing{c: c}
	f.Errors = r.Read(&f)
	cmd := moving(r, workflow.Publish)
	cmd.Looked = f.Looked
	err = page.Done(r.Kit.Eqia.Publish(r.Ctx(), c, cmd))
	if errs, ok := page.Wrong(err); ok {
		f.Errors = errs
		return f.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(to(c).Do("read"), "published")
}

// leavingOut leads to leaving words out, for someone who may.
func (f publishing) leavingOut() string {
	if !f.c.May(workflow.Redact) {
		return ""
	}
	return leaveOutAt(f.c)
}

// lookedItems is the one box that says that someone looked at what was found.
func lookedItems() []components.Item {
	return []components.Item{{Value: "yes", Text: "I have looked at each of these, and it can be public"}}
}

// ticked is the values of a box of one choice.
func ticked(yes bool) []string {
	if yes {
		return []string{"yes"}
	}
	return nil
}

// publication says what the public will see about a version besides its answers.
func publication(c eqia.Case) []components.Row {
	p := c.Publication()
	return []components.Row{{Key: "Title", Text: p.Title}, {Key: "Reference and version", Text: p.Reference + ", version " + p.Number()},
		{Key: "Signed off", Text: p.SignedOn.Words() + signedBy(c.Header)}, {Key: "Check code", Text: p.CheckCode}}
}
