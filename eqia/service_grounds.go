package eqia

import (
	"context"
	"slices"

	"dorset-eqia/workflow"
)

// GroundsCommand gives grounds for one finding, changes them or takes them back.
type GroundsCommand struct {
	Mark     string // of the finding
	Text     string
	TakeBack bool
	Base     int // the counter they were read with; 0 where there were none
	Revision int // of the version that the lead read, for a pass
	Once     string
}

// Keepable finds a warning of sending by its mark; ErrNotFound when the rules no longer make it.
func (s *Service) Keepable(c Case, mark string) (Finding, error) {
	return s.marked(c, AtSubmit, mark, func(f Finding) bool { return f.Severity == Warn })
}

// Passable finds a block of sign-off that an equality lead may let pass, by its mark; ErrNotFound when there is none such.
func (s *Service) Passable(c Case, mark string) (Finding, error) {
	return s.marked(c, AtSignOff, mark, Finding.passable)
}

// passable reports whether the finding is a block that an equality lead may let pass.
func (f Finding) passable() bool { return f.Severity == Stop && f.MayPass == workflow.Lead }

func (s *Service) marked(c Case, gate Gate, mark string, fits func(Finding) bool) (Finding, error) {
	found := s.Judge(c, gate)
	i := slices.IndexFunc(found, func(f Finding) bool { return fits(f) && f.Mark() == mark })
	if i < 0 {
		return Finding{}, ErrNotFound
	}
	return found[i], nil
}

// Keep says why an answer is right as it is although a rule warns about it. It is a save: the revision moves on, and whoever speaks for
// the assessment has contributed to it. *Conflict means that someone else gave or took back a reason first.
func (s *Service) Keep(ctx context.Context, c Case, cmd GroundsCommand) error {
	event := workflow.KeepFinding
	if cmd.TakeBack {
		event = workflow.DropReason
	}
	g, err := s.grounds(c, event, cmd, s.Keepable)
	if err != nil {
		return err
	}
	change := s.grounding(c, event, cmd, g)
	change.Saves = []Save{{Version: c.ID, At: g.At, By: g.By}}
	if p, ok := c.firstEdit(); ok {
		change.Parties = []Party{p}
	}
	return s.Store.Write(ctx, change)
}

// Pass lets a block stand at sign-off, on grounds that the equality lead gives. It moves the revision on, so that whoever was about to
// sign reads it first.
func (s *Service) Pass(ctx context.Context, c Case, cmd GroundsCommand) error {
	event := workflow.PassRule
	if cmd.TakeBack {
		event = workflow.DropPass
	}
	g, err := s.grounds(c, event, cmd, s.Passable)
	if err != nil {
		return err
	}
	g.Passes = true
	change := s.grounding(c, event, cmd, g)
	change.Steps = []Step{{Was: c.State, At: cmd.Revision, Now: c.Header}}
	return s.Store.Write(ctx, change)
}

// grounds asks whether this person may do this, looks at the text and finds what it is about. Taking back leaves no text.
func (s *Service) grounds(c Case, event workflow.Event, cmd GroundsCommand, find func(Case, string) (Finding, error)) (Grounds, error) {
	text := Lines(cmd.Text)
	if cmd.TakeBack {
		text = ""
	}
	if _, err := s.find(c, event, workflow.Facts{workflow.ReasonGiven: text != ""}); err != nil {
		return Grounds{}, err
	}
	if err := validGrounds(text); err != nil && !cmd.TakeBack {
		return Grounds{}, err
	}
	f, err := find(c, cmd.Mark)
	if err != nil {
		return Grounds{}, err
	}
	return Grounds{Version: c.ID, Mark: cmd.Mark, Rule: f.Rule, Where: f.Where, Message: f.Message, Ruleset: f.Ruleset, Text: text,
		By: c.Person.ID, Role: c.speaksAs(), At: s.Now().UTC(), Counter: cmd.Base}, nil
}

func (s *Service) grounding(c Case, event workflow.Event, cmd GroundsCommand, g Grounds) *Change {
	facts := map[string]string{"rule": g.Rule, "part": g.Where.String(), "mark": g.Mark, "ruleset": g.Ruleset}
	return &Change{Once: cmd.Once, Result: c.Assessment.Reference, Grounds: []Grounds{g}, Acts: []Act{s.act(c, event, facts)}}
}

// lapsed takes back the reasons for what the rules no longer say: those to keep an answer when a version is sent, and those to let a block
// pass when it is signed. What is left is what it was sent and signed with.
func (c Case) lapsed(found []Finding, passes bool) []Grounds {
	var out []Grounds
	for _, g := range c.Given() {
		if g.Passes == passes && !g.livesIn(found) {
			g.Text = ""
			out = append(out, g)
		}
	}
	return out
}
