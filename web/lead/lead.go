// Package lead holds the equality team's pages: the queue, reading and reviewing an assessment, comments, the decision, signing off and
// publishing; and, for everyone who may see an assessment, what changed and what happened.
package lead

import (
	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// Pages are the equality team's pages. Confirm reports whether the person who is signed in typed their own password.
type Pages struct {
	Confirm func(*page.Request, string) (bool, error)
}

// opened is the assessment that the address names, with its comments.
func opened(r *page.Request) (eqia.Case, error) {
	c, err := r.Case()
	if err != nil {
		return eqia.Case{}, err
	}
	return c.WithComments(), nil
}

// frame is the frame of a page about an assessment, with a link back to where the person came from.
func frame(r *page.Request, c eqia.Case, title string, back *components.BackLink) components.Page {
	f := r.Frame(title, c.Assessment.Reference+" "+document.Short(c.Title))
	f.Back = back
	return f
}

func to(c eqia.Case) page.To { return page.ToCase(c.Assessment.Reference) }

// toReview leads back to the review while there is one, and to the record otherwise.
func toReview(c eqia.Case) *components.BackLink {
	if reviewing(c) {
		return &components.BackLink{Href: to(c).Do("review"), Text: "Back to the review"}
	}
	return &components.BackLink{Href: to(c).Do("read"), Text: "Back to the assessment"}
}

// reviewing reports whether the person may read the assessment as its reviewer now.
func reviewing(c eqia.Case) bool {
	return team(c) && (c.State == workflow.Submitted || c.State == workflow.InReview)
}

// team reports whether the person is one of those who review, or watches over them.
func team(c eqia.Case) bool {
	return c.Standing.Has(workflow.Reviewer, workflow.Lead, workflow.Holder, workflow.MonitoringOfficer)
}

// insider reports whether the person works on the assessment or is of the team, and so may see how it came about.
func insider(c eqia.Case) bool {
	return team(c) || c.Standing.Has(workflow.Author, workflow.Editor, workflow.Commenter)
}

// doc is the assessment in words.
func doc(c eqia.Case) document.Doc {
	return document.Of(c.Content, c.Form, string(eqia.DayOf(c.StartedAt)))
}

// may is the refusal that the table gives for a move, on the conditions known before the form is filled in; nil when there is none.
func may(c eqia.Case, e workflow.Event, granted ...workflow.Condition) error {
	facts := workflow.Facts{}
	for k, v := range c.Facts {
		facts[k] = v
	}
	for _, k := range granted {
		facts[k] = true
	}
	_, err := workflow.Find(c.State, e, c.Standing, facts)
	return err
}
