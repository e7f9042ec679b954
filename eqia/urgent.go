package eqia

import (
	"context"
	"time"

	"dorset-eqia/workflow"
)

// Urgency is what is known of a version whose decision can't wait for the full review. It is a fact beside the state.
type Urgency struct {
	At     time.Time // zero when it is not urgent
	By     PersonID
	Reason string
	Agreed string // who agreed that it can't wait
	Due    Day    // the day by which the full review has to follow; empty until it is signed
	DoneAt time.Time
	DoneBy PersonID
	Found  string // what the review found
	Ended  string // why a lead took the mark back; empty while there is one, or when its author took it back
}

// Is reports whether the version was marked urgent.
func (u Urgency) Is() bool { return !u.At.IsZero() }

// Outstanding reports whether it was signed as urgent and the review that has to follow is not done.
func (u Urgency) Outstanding() bool { return u.Is() && u.Due != "" && u.DoneAt.IsZero() }

// UrgentCommand marks a version urgent: why, and who agreed.
type UrgentCommand struct {
	Reason   string
	Agreed   string
	Revision int
	Once     string
}

// MarkUrgent records that the decision can't wait, why, and who agreed. It changes no rule of who may sign.
func (s *Service) MarkUrgent(ctx context.Context, c Case, cmd UrgentCommand) error {
	reason, agreed := Lines(cmd.Reason), Lines(cmd.Agreed)
	m, err := s.find(c, workflow.MarkUrgent, workflow.Facts{workflow.ReasonGiven: reason != ""})
	if err != nil {
		return s.again(ctx, cmd.Once, err)
	}
	if agreed == "" {
		return &Invalid{Field: "agreed", Says: "Enter who agreed that it cannot wait"}
	}
	for field, text := range map[string]string{"reason": reason, "agreed": agreed} {
		if err := ValidText(field, text); err != nil {
			return err
		}
	}
	change, now := s.stepping(c, m, MoveCommand{Event: workflow.MarkUrgent, Revision: cmd.Revision, Once: cmd.Once})
	now.Urgent = Urgency{At: s.Now().UTC().Truncate(time.Microsecond), By: c.Person.ID, Reason: reason, Agreed: agreed}
	change.Steps = []Step{{Was: c.State, At: cmd.Revision, Now: *now}}
	return s.Store.Write(ctx, change)
}

// RecordReview records the review that followed an urgent sign-off, and what it found. The signed version stays as it is: what has to
// change is a new version.
func (s *Service) RecordReview(ctx context.Context, c Case, cmd MoveCommand) error {
	found := Lines(cmd.Reason)
	m, err := s.find(c, workflow.ReviewDone, workflow.Facts{workflow.ReasonGiven: found != ""})
	if err != nil {
		return s.again(ctx, cmd.Once, err)
	}
	if err := ValidText("reason", found); err != nil {
		return err
	}
	change, now := s.stepping(c, m, cmd)
	now.Urgent.DoneAt, now.Urgent.DoneBy, now.Urgent.Found = s.Now().UTC().Truncate(time.Microsecond), c.Person.ID, found
	change.Steps = []Step{{Was: c.State, At: cmd.Revision, Now: *now}}
	return s.Store.Write(ctx, change)
}
