package lead

import (
	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// The decisions, as the form carries them.
const (
	signOff  = "sign_off"
	sendBack = "return"
	decline  = "decline"
)

type decision struct {
	Choice   string `form:"decision" label:"What have you decided?" rule:"required,oneof=sign_off return decline" error:"Select what you have decided"`
	Errors   form.Errors
	items    []components.Item
	to       page.To
	revision int // the revision that the person read
}

// decisions lists what the person can decide now, in the words of the choice.
func decisions(c eqia.Case) []components.Item {
	var out []components.Item
	for _, m := range c.Offers() {
		switch m.Event {
		case workflow.SignOff:
			item := components.Item{Value: signOff, Text: "Sign it off"}
			if c.Screening {
				item.Text = "Sign off that no full assessment is needed"
			}
			out = append(out, item)
		case workflow.RequestChanges:
			out = append(out, components.Item{Value: sendBack, Text: "Return it with comments", Hint: "The author can change it and send it back."})
		case workflow.DeclineScreening:
			if c.Screens() {
				out = append(out, components.Item{Value: decline, Text: "Ask for a full assessment", Hint: "It goes back to the author with your reason. What they wrote is kept."})
			}
		default: // the other moves decide nothing
		}
	}
	return out
}

// Decision asks what the reviewer has decided.
func (Pages) Decision(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	return decision{revision: wasRead(r, c)}.show(r, c)
}

func (f decision) show(r *page.Request, c eqia.Case) error {
	f.items, f.to = decisions(c), to(c)
	if len(f.items) == 0 {
		return may(c, workflow.RequestChanges, workflow.SomethingToChange)
	}
	if err := unmoved(c, f.revision); err != nil {
		return err
	}
	return r.Show(page.Failed(frame(r, c, "Make a decision", toReview(c)), f.Errors), decisionPage(f))
}

// PostDecision goes on to the page that makes the decision, with the revision that it is about.
func (Pages) PostDecision(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	f := decision{revision: wasRead(r, c)}
	if f.Errors = r.Read(&f); len(f.Errors) > 0 {
		return f.show(r, c)
	}
	if err := unmoved(c, f.revision); err != nil {
		return err
	}
	next := map[string]string{signOff: "sign-off", sendBack: "return", decline: "move/" + string(workflow.DeclineScreening)}[f.Choice]
	return r.Go(atRevision(to(c).Do(next), f.revision), "")
}
