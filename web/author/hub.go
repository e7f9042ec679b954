package author

import (
	"cmp"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// hub is an assessment's own page: what state it is in, what this person can do, and the task list while it is being written.
type hub struct {
	Case   eqia.Case
	Groups []taskGroup
	Steps  components.Progress
	Places []components.Row // the meetings it goes to
	Moves  []components.Button
	Open   int
	AtWork []string
}

type taskGroup struct {
	Title string
	Tasks []components.Task
	ID    string
	More  components.Link // to what is rarely wanted; none without an address
}

// Hub shows an assessment's own page.
func (Pages) Hub(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	if c.State == workflow.ChangesRequested {
		c = c.WithComments()
	}
	v := hub{Case: c, Moves: moveButtons(c), Steps: tracker(c), Open: len(c.Open()), AtWork: workingWords(c.AtWork(nil))}
	if c.May(workflow.Edit) {
		v.Groups = tasks(c)
	}
	if v.Places, err = meetingRows(r, c); err != nil {
		return err
	}
	f := r.Frame(cmp.Or(c.Title, "Assessment"), section(c))
	f.Back = &components.BackLink{Href: "/casework", Text: "Back to your assessments"}
	return r.Show(f, hubPage(v))
}

// declined reports whether the lead asked for a full assessment, and the author has not dealt with it yet.
func declined(c eqia.Case) bool {
	return !c.Screens() && slices.ContainsFunc(c.Open(), func(m eqia.Comment) bool {
		return m.Role == workflow.Lead && m.Part == eqia.PartKey{Kind: eqia.AnswerPart, Key: form.QuestionAssessmentNeeded}
	})
}

// moveButtons are the moves that this person has a button for, each leading to the page that asks.
func moveButtons(c eqia.Case) []components.Button {
	to := page.ToCase(c.Assessment.Reference)
	pages := map[workflow.Event]string{workflow.Submit: "check", workflow.Resubmit: "check", workflow.Recall: "move/recall", workflow.Take: "move/take",
		workflow.Release: "move/release", workflow.Discard: "move/discard", workflow.Withdraw: "move/withdraw", workflow.SignOff: "review",
		workflow.Publish: "publish", workflow.NewVersion: "new-version", workflow.StartReview: "start-review", workflow.LiftRestriction: "move/lift_restriction",
		workflow.Consult: "consultation"}
	var out []components.Button
	for _, m := range c.Offers() {
		at, ok := pages[m.Event]
		if !ok || m.Event == workflow.Publish && c.Published() || m.Event == workflow.Discard && c.Submissions > 0 ||
			m.Event == workflow.LiftRestriction && !c.Assessment.Restricted || m.Event == workflow.Consult && c.Assessment.Restricted {
			continue
		}
		b := components.Button{Text: m.Button, Href: to.Do(at), Style: components.Secondary}
		if m.Event == workflow.SignOff { // what is decided on is read first
			b.Text = "Review it"
		}
		out = append(out, b)
	}
	return out
}

// tracker is the fixed steps of an assessment, and where this one is.
func tracker(c eqia.Case) components.Progress {
	order := []struct {
		state workflow.State
		text  string
	}{{workflow.Draft, "Being written"}, {workflow.Submitted, "Waiting for review"}, {workflow.InReview, "In review"}, {workflow.SignedOff, "Signed off"}}
	at := map[workflow.State]int{workflow.Draft: 0, workflow.ChangesRequested: 0, workflow.Submitted: 1, workflow.InReview: 2, workflow.SignedOff: 4,
		workflow.Superseded: 4}
	p := components.Progress{Label: "Progress"}
	for i, step := range order {
		s := components.Step{Text: step.text}
		switch {
		case i < at[c.State]:
			s.State = components.StepDone
		case i == at[c.State]:
			s.State = components.StepNow
		}
		p.Steps = append(p.Steps, s)
	}
	return p
}

// facts are what everyone who may read the assessment is told of it; its author's name is for those who work on it.
func (v hub) facts() []components.Row {
	rows := []components.Row{{Key: "Started", Text: eqia.Moment(v.Case.StartedAt)}, {Key: "Last saved", Text: eqia.Moment(v.Case.SavedAt)},
		{Key: "Decision expected", Text: cmp.Or(v.Case.DecisionOn.Words(), "Not known yet")}}
	if v.Case.State == workflow.SignedOff && v.Case.ReviewDue != "" {
		rows = append(rows, components.Row{Key: "Next review", Text: v.Case.ReviewDue.Words()})
	}
	if v.Case.Urgent.Is() {
		rows = append(rows, components.Row{Key: "Urgent", Text: "Marked urgent on " + eqia.Moment(v.Case.Urgent.At)})
	}
	if why := v.Case.Urgent.Ended; why != "" {
		rows = append(rows, components.Row{Key: "Why it is not urgent", Text: why})
	}
	if !v.Case.Insider() {
		return rows
	}
	return append([]components.Row{{Key: "Author", Text: cmp.Or(v.Case.AuthorOf().Name, "Outside this service")}}, rows...)
}

// urgentable reports whether this person may mark the version urgent, once they say why.
func (v hub) urgentable() bool {
	return !v.Case.Urgent.Is() && slices.ContainsFunc(v.Case.Offers(), func(m workflow.Move) bool { return m.Event == workflow.MarkUrgent })
}

// calmed leads to where this person may take the urgent mark back; it has no address when they may not.
func (v hub) calmed() components.Link {
	offers := v.Case.Offers()
	i := slices.IndexFunc(offers, func(m workflow.Move) bool { return m.Event == workflow.TakeBackUrgent })
	if i < 0 || !v.Case.Urgent.Is() {
		return components.Link{}
	}
	return components.Link{Text: offers[i].Button, Href: page.ToCase(v.Case.Assessment.Reference).Do("move/take_back_urgent")}
}
