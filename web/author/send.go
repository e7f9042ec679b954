package author

import (
	"errors"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

type sending struct {
	Declared []string `form:"declared" label:"Declaration" rule:"required,min=1" error:"Confirm that the answers are right as far as you know"`
	Revision int      `form:"revision" label:"Revision" rule:"min=1"`
	Errors   form.Errors
	Case     eqia.Case
	Once     components.Hidden
	Again    bool
}

// sendable opens the case for its sender.
func sendable(r *page.Request) (sending, error) {
	c, err := editing(r)
	if err != nil {
		return sending{}, err
	}
	if !c.Standing.Has(workflow.Author) {
		return sending{}, &workflow.Refusal{Event: workflow.Submit, State: c.State, Why: workflow.NotYours}
	}
	return sending{Case: c, Once: r.Key(), Again: c.State == workflow.ChangesRequested}, nil
}

// Send shows the declaration.
func (Pages) Send(r *page.Request) error {
	v, err := sendable(r)
	if err != nil {
		return err
	}
	v.Revision = v.Case.Revision
	if n, err := strconv.Atoi(r.Query("revision")); err == nil && n > 0 {
		v.Revision = n
	}
	return r.Show(frame(r, v.Case, "Send to the equality team"), sendPage(v))
}

// PostSend sends the assessment, once however often it is pressed.
func (Pages) PostSend(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	sent := page.ToCase(c.Assessment.Reference).Do("sent")
	v, err := sendable(r)
	if err != nil {
		if c.Submissions > 0 && c.Standing.Has(workflow.Author) { // pressed twice: the first one did it
			return r.Go(sent, "")
		}
		return err
	}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return r.Show(page.Failed(frame(r, v.Case, "Send to the equality team"), v.Errors), sendPage(v))
	}
	err = r.Kit.Eqia.Send(r.Ctx(), v.Case, eqia.SendCommand{Revision: v.Revision, Once: r.Once()})
	var blocked *eqia.Blocked
	if errors.As(err, &blocked) {
		return r.Go(page.ToCase(c.Assessment.Reference).Do("check"), "")
	}
	if err := page.Done(err); err != nil {
		return err
	}
	return r.Go(sent, "")
}

// Sent confirms that the assessment was sent, and says what happens next.
func (Pages) Sent(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	if c.Submissions == 0 {
		return eqia.ErrNotFound
	}
	return r.Show(r.Frame("Sent", section(c)), sentPage(c, r.Kit.Settings.Contact))
}

func (v sending) hidden() []components.Hidden {
	return []components.Hidden{v.Once, {Name: "revision", Value: strconv.Itoa(v.Revision)}}
}
