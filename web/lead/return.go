package lead

import (
	"errors"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// sending is the form that returns an assessment to its author.
type sending struct {
	Reason   string `form:"reason,lines" label:"What should the author change?" rule:"max=200000"`
	Errors   form.Errors
	c        eqia.Case
	revision int // the revision that the person read
}

// Return asks to confirm that the assessment goes back to its author, with the comments that go with it.
func (Pages) Return(r *page.Request) error {
	c, err := opened(r)
	if err != nil {
		return err
	}
	return sending{c: c, revision: wasRead(r, c)}.show(r)
}

func (f sending) show(r *page.Request) error {
	if err := may(f.c, workflow.RequestChanges, workflow.SomethingToChange); err != nil {
		return err
	}
	if err := unmoved(f.c, f.revision); err != nil {
		return err
	}
	p := page.Failed(frame(r, f.c, "Return it with comments", toReview(f.c)), f.Errors)
	return r.Show(p, returnPage(f, []components.Hidden{page.Counter(f.revision), r.Key()}))
}

// PostReturn returns the assessment. It needs an open comment or a reason.
func (Pages) PostReturn(r *page.Request) error {
	c, err := opened(r)
	if err != nil {
		return err
	}
	f := sending{c: c, revision: wasRead(r, c)}
	if f.Errors = r.Read(&f); len(f.Errors) > 0 {
		return f.show(r)
	}
	cmd := moving(r, workflow.RequestChanges)
	cmd.Reason = f.Reason
	err = page.Done(r.Kit.Eqia.Move(r.Ctx(), c, cmd))
	var refusal *workflow.Refusal
	if errors.As(err, &refusal) && refusal.Condition == workflow.SomethingToChange {
		f.Errors = form.Errors{{Field: "reason", ID: "reason", Message: "Enter what the author should change, or go back and add a comment"}}
		return f.show(r)
	}
	if errs, ok := page.Wrong(err); ok {
		f.Errors = errs
		return f.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(to(c).Do("read"), "returned")
}

// rows lists the open comments, each with the part it is on.
func (f sending) rows() []components.Row {
	var out []components.Row
	for _, m := range f.c.Open() {
		out = append(out, components.Row{Key: document.PartName(f.c, m.Part), Text: m.Text})
	}
	return out
}

// reasonHint says when the reason can be left out.
func reasonHint(f sending) string {
	if len(f.c.Open()) > 0 {
		return "You can leave this empty, because there are open comments."
	}
	return "Say it in a few sentences. The author sees it as a comment on the whole assessment."
}
