package eqia

import (
	"time"

	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/library"
	"dorset-eqia/workflow"
)

// Case is a version as one person meets it: the form it is on, what they are to it, and what holds.
type Case struct {
	Version
	Form     form.Version
	Council  form.Profile
	Person   Person
	Standing workflow.Standing
	Facts    workflow.Facts
	Today    Day
	Now      time.Time
	Drawn    DrawnID        // the showing of the page that is being saved: what was kept of it is spent by the save
	Comments []Comment      // loaded where the page shows them
	Known    []library.Fact // the council's library; shared, and not to be changed
	Replaced []Overtaken    // sources of evidence whose fact was replaced; loaded where the page shows them
	Pace     Standards
}

// May reports whether the person may do this now, as far as state, standing and the facts at hand go.
func (c Case) May(e workflow.Event) bool {
	_, err := workflow.Find(c.State, e, c.Standing, c.Facts)
	return err == nil
}

// Offers lists the moves the person has a button for, whether or not every condition holds yet.
func (c Case) Offers() []workflow.Move { return workflow.Offers(c.State, c.Standing) }

// Characteristics lists those the form asks about on the day the version was started.
func (c Case) Characteristics() []form.Characteristic {
	return c.Form.CharacteristicsInForce(string(DayOf(c.StartedAt)))
}

// Met reports whether a condition of the form holds for the answers given; no condition always does.
func (c Case) Met(cond *form.Condition) bool {
	return cond.Met(func(q string) []string { return c.Content.Answers[q].Choices })
}

// Pointed lists the characteristics that the trigger answers point to: they need a reason of their own.
func (c Case) Pointed() []string {
	return c.Form.Pointed(c.Content.Answers[form.QuestionTriggers].Choices)
}

// Screens reports whether the version records why no assessment is needed.
func (c Case) Screens() bool {
	return c.Content.Answers[form.QuestionAssessmentNeeded].Choice() == form.AssessmentNo
}

// Open lists the comments that still ask for something, as this person may see them.
func (c Case) Open() []Comment {
	var out []Comment
	for _, m := range c.Seen() {
		if m.State == CommentOpen && m.ReplyTo == "" {
			out = append(out, m)
		}
	}
	return out
}

// Seen lists the comments this person may see: the equality team sees all, the author and others those that were sent.
func (c Case) Seen() []Comment {
	team := c.Standing.Has(workflow.Reviewer, workflow.Lead, workflow.Holder, workflow.MonitoringOfficer)
	var out []Comment
	for _, m := range c.Comments {
		if team || m.Sent() || m.By == c.Person.ID {
			out = append(out, m)
		}
	}
	return out
}

// On lists the comments on one part, of those this person may see.
func (c Case) On(part PartKey) []Comment {
	var out []Comment
	for _, m := range c.Seen() {
		if m.Part == part {
			out = append(out, m)
		}
	}
	return out
}
