package lead

import (
	"errors"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// urgent is the form that marks a version urgent.
type urgent struct {
	Reason string `form:"reason,lines" label:"Why can it not wait?" rule:"required,max=200000" error:"Enter why it cannot wait"`
	Agreed string `form:"agreed" label:"Who agreed?" rule:"required,max=200" error:"Enter who agreed that it cannot wait"`
	Errors form.Errors

	c        eqia.Case
	revision int
}

// Urgent asks why the decision can't wait, and who agreed.
func (Pages) Urgent(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	return urgent{c: c, revision: wasRead(r, c)}.show(r)
}

func (f urgent) show(r *page.Request) error {
	if err := may(f.c, workflow.MarkUrgent, workflow.ReasonGiven); err != nil {
		return err
	}
	if err := unmoved(f.c, f.revision); err != nil {
		return err
	}
	p := page.Failed(frame(r, f.c, "Mark as urgent", toCase(f.c)), f.Errors)
	return r.Show(p, urgentPage(f, []components.Hidden{page.Counter(f.revision), r.Key()}))
}

// toCase leads back to the review for whoever reviews, and to the assessment's own page for others.
func toCase(c eqia.Case) *components.BackLink {
	if reviewing(c) {
		return toReview(c)
	}
	return &components.BackLink{Href: to(c).Hub(), Text: "Back to the assessment"}
}

// PostUrgent marks the version urgent.
func (Pages) PostUrgent(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	f := urgent{c: c, revision: wasRead(r, c)}
	if f.Errors = r.Read(&f); len(f.Errors) > 0 {
		return f.show(r)
	}
	err = page.Done(r.Kit.Eqia.MarkUrgent(r.Ctx(), c, eqia.UrgentCommand{Reason: f.Reason, Agreed: f.Agreed, Revision: r.Seen(), Once: r.Once()}))
	if errs, ok := page.Wrong(err); ok {
		f.Errors = errs
		return f.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(toCase(c).Href, "urgent")
}

// afterwards is the form that records the review that followed an urgent sign-off.
type afterwards struct {
	Found  string `form:"reason,lines" label:"What did the review find?" rule:"required,max=200000" error:"Enter what the review found"`
	Errors form.Errors

	c        eqia.Case
	revision int
}

// Afterwards asks what the review found that followed an urgent sign-off.
func (Pages) Afterwards(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	return afterwards{c: c, revision: wasRead(r, c)}.show(r)
}

func (f afterwards) show(r *page.Request) error {
	if err := may(f.c, workflow.ReviewDone, workflow.ReasonGiven); err != nil {
		return err
	}
	back := &components.BackLink{Href: to(f.c).Version(f.c.Number()), Text: "Back to the assessment"}
	p := page.Failed(frame(r, f.c, "Record the review", back), f.Errors)
	return r.Show(p, afterwardsPage(f, []components.Hidden{page.Counter(f.revision), r.Key()}))
}

// PostAfterwards records the review.
func (Pages) PostAfterwards(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	f := afterwards{c: c, revision: wasRead(r, c)}
	if f.Errors = r.Read(&f); len(f.Errors) > 0 {
		return f.show(r)
	}
	cmd := moving(r, workflow.ReviewDone)
	cmd.Reason = f.Found
	err = page.Done(r.Kit.Eqia.RecordReview(r.Ctx(), c, cmd))
	var refusal *workflow.Refusal
	if errors.As(err, &refusal) && refusal.Condition == workflow.ReasonGiven {
		f.Errors = form.Errors{{Field: "reason", ID: "reason", Message: "Enter what the review found"}}
		return f.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(to(c).Version(c.Number()), "reviewed")
}

// urgency says what is known of an urgent version. Why, and who agreed, are left out by the service for those who may not read them.
func urgency(c eqia.Case) []components.Row {
	u := c.Urgent
	if !u.Is() && u.Ended != "" {
		return []components.Row{{Key: "Why it is not urgent", Text: u.Ended}}
	}
	if !u.Is() {
		return nil
	}
	rows := []components.Row{{Key: "Urgent", Text: "Marked urgent on " + eqia.Moment(u.At)}}
	add := func(key, text string) {
		if text != "" {
			rows = append(rows, components.Row{Key: key, Text: text})
		}
	}
	add("Why it could not wait", u.Reason)
	add("Who agreed", u.Agreed)
	if u.DoneAt.IsZero() {
		add("Full review due by", u.Due.Words())
	} else {
		add("Full review done", eqia.Moment(u.DoneAt))
	}
	add("What the review found", u.Found)
	return rows
}
