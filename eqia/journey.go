package eqia

import (
	"slices"

	"dorset-eqia/eqia/form"
)

// StepKind is what sort of page a step of the author's journey is.
type StepKind string

// The kinds of step.
const (
	PageStep   StepKind = "page"   // questions of the form
	TableStep  StepKind = "table"  // all effects at once
	CardStep   StepKind = "card"   // one characteristic
	SharedStep StepKind = "shared" // the one reason for neutral groups
	CheckStep  StepKind = "check"
	// OutcomeStep asks what became of the last version's predictions. A review begins with it.
	OutcomeStep StepKind = "outcomes"
)

// Place is one step of the journey: a page of the form, or a page that the characteristics make.
type Place struct {
	Kind  StepKind
	Code  string // of the page or the characteristic
	Title string
	Aside bool
}

// Progress is how far a step has come; it is worked out, never ticked.
type Progress string

// The states of a step.
const (
	NotStarted Progress = "not_started"
	Begun      Progress = "in_progress"
	Complete   Progress = "complete"
)

// Label is the progress in the words of the task list.
func (p Progress) Label() string {
	return map[Progress]string{NotStarted: "Not yet started", Begun: "In progress", Complete: "Completed"}[p]
}

// Journey lists the steps in order, for the answers given so far: pages that don't apply are left out, and a group has a page of its own
// when its effects need more words, when the answers about the decision point to it, or when it is split.
func (c Case) Journey() []Place {
	var out []Place
	if len(c.Content.Outcomes) > 0 {
		out = append(out, OutcomePlace())
	}
	for _, sec := range c.Form.Sections {
		if sec.Code == "summary" && !c.Screens() {
			out = append(out, c.impactSteps()...)
		}
		for _, p := range sec.Pages {
			if c.Met(p.If) {
				out = append(out, Place{PageStep, p.Code, p.Title, p.Aside})
			}
		}
	}
	return append(out, Place{CheckStep, "", "Check your answers", false})
}

// OutcomePlace is the step that asks what happened since the last version.
func OutcomePlace() Place { return Place{OutcomeStep, "", "What happened since", false} }

func (c Case) impactSteps() []Place {
	out := []Place{{TableStep, "", "What the effects are", false}}
	for _, ch := range c.Groups() {
		if c.OwnPage(ch.Code) || ch.Kind == form.Combined {
			out = append(out, Place{CardStep, ch.Code, ch.Label, false})
		}
	}
	if len(c.SharesReason()) > 0 {
		out = append(out, Place{SharedStep, "", "Why there is no effect on other groups", false})
	}
	return out
}

// OwnPage reports whether a group's card needs its own page on the way through.
func (c Case) OwnPage(code string) bool {
	k := c.Content.Card(code)
	effects := k.Effects()
	if len(effects) == 0 {
		return false
	}
	return k.Split() || !effects.Only(Neutral) || k.Blocks[0].How != "" || slices.Contains(c.Pointed(), code)
}

// After is the step that follows one, leaving out those that are offered on the task list only.
func (c Case) After(kind StepKind, code string) Place {
	steps := c.Journey()
	i := slices.IndexFunc(steps, func(p Place) bool { return p.Kind == kind && p.Code == code })
	for _, p := range steps[i+1:] {
		if !p.Aside {
			return p
		}
	}
	return steps[len(steps)-1]
}

// ProgressOf says how far a step has come.
func (c Case) ProgressOf(p Place) Progress {
	switch p.Kind {
	case PageStep:
		page, _ := c.Form.Page(p.Code)
		return c.pageProgress(page)
	case CardStep:
		return c.CardProgress(p.Code)
	case OutcomeStep:
		left := len(c.Content.Unreported())
		return done(left == 0, left < len(c.Content.Outcomes))
	case SharedStep:
		return done(c.Content.Answers[SharedReason].Text != "", false)
	case TableStep:
		return c.tableProgress()
	default:
		return done(len(c.Missing()) == 0, false)
	}
}

func (c Case) pageProgress(page form.Page) Progress {
	answered, missing := false, false
	for _, q := range page.Questions {
		has := c.Answered(q)
		answered = answered || has
		missing = missing || c.Needs(q) && !has
	}
	return done(answered && !missing, answered)
}

func (c Case) tableProgress() Progress {
	answered := 0
	all := c.Characteristics()
	for _, ch := range all {
		if c.Content.Card(ch.Code).Answered() {
			answered++
		}
	}
	return done(answered == len(all), answered > 0)
}

// CardProgress says how far one group's card has come.
func (c Case) CardProgress(code string) Progress {
	k := c.Content.Card(code)
	if len(k.Effects()) == 0 {
		return NotStarted
	}
	k.Blocks, _ = c.Asked(k)
	whole := k.Answered() && !slices.ContainsFunc(k.Blocks, func(b Block) bool { return !c.Explained(code, b) || !c.Treated(code, b) })
	return done(whole, true)
}

// Explained reports whether a block says how, itself or through the shared reason. A group that the answers about the decision point to
// needs a reason of its own.
func (c Case) Explained(card string, b Block) bool {
	if b.How != "" {
		return true
	}
	return b.Shared && c.Content.Answers[SharedReason].Text != "" && !slices.Contains(c.Pointed(), card)
}

// Treated reports whether a negative or unclear block says what will be done about it and has an action for it, or says why it goes ahead
// all the same.
func (c Case) Treated(card string, b Block) bool {
	if !b.NeedsAnswer() || b.Justification != "" {
		return true
	}
	if b.Effects.Has(Negative) && b.Mitigation == "" {
		return false
	}
	return slices.ContainsFunc(c.Content.Actions, func(a Action) bool { return slices.Contains(a.Answers, b.Ref(card)) })
}

func done(whole, some bool) Progress {
	switch {
	case whole:
		return Complete
	case some:
		return Begun
	default:
		return NotStarted
	}
}

// Needs reports whether a question has to be answered before sending, for the answers given so far: a required one, and the reason why
// nobody was asked where nobody was.
func (c Case) Needs(q form.Question) bool {
	if q.Code == form.QuestionNoEngagement {
		return len(c.Content.Engagement) == 0
	}
	return q.Required && c.Met(q.If)
}

// Answered reports whether a question has an answer; a list has one when it has an entry.
func (c Case) Answered(q form.Question) bool {
	switch q.Kind {
	case form.Evidence:
		return len(c.Content.Evidence) > 0
	case form.Engagement:
		return len(c.Content.Engagement) > 0
	case form.Options:
		return len(c.Content.Options) > 0
	case form.Actions:
		return len(c.Content.Actions) > 0
	default:
		return !c.Content.Answers[q.Code].Empty()
	}
}

// Missing lists the questions that still need an answer before sending, in the order of the form.
func (c Case) Missing() []form.Question {
	var out []form.Question
	for page, q := range c.Form.Questions() {
		if !page.Aside && c.Met(page.If) && c.Needs(q) && !c.Answered(q) {
			out = append(out, q)
		}
	}
	return out
}
