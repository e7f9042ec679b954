package eqia

import (
	"context"
	"slices"
	"strconv"

	"dorset-eqia/workflow"
)

// MoveCommand is a move as a person asks for it: the revision they saw, the form's key, and the reason where one is asked for.
type MoveCommand struct {
	Event    workflow.Event
	Revision int
	Once     string
	Reason   string
	Person   PersonID // whom the monitoring officer allows to sign
}

// Move makes a move that needs nothing but the case and a reason: recall, take, release, request changes, allow a signer, withdraw or
// discard. Sending, signing and publishing have methods of their own.
func (s *Service) Move(ctx context.Context, c Case, cmd MoveCommand) error {
	c, err := s.WithComments(ctx, c)
	if err != nil {
		return err
	}
	reason := Lines(cmd.Reason)
	m, err := s.find(c, cmd.Event, workflow.Facts{
		workflow.SomethingToChange: reason != "" || slices.ContainsFunc(c.Comments, Comment.asks),
		workflow.ReasonGiven:       reason != "",
		workflow.Contributor:       c.ContributedTo(cmd.Person),
	})
	if err != nil {
		return s.again(ctx, cmd.Once, err)
	}
	if cmd.Event == workflow.AllowSigner && cmd.Person == c.Person.ID { // nobody allows themselves
		return &workflow.Refusal{Event: cmd.Event, State: c.State, Why: workflow.NotYours}
	}
	if err := ValidText("reason", reason); err != nil {
		return err
	}
	change, now := s.stepping(c, m, cmd)
	switch cmd.Event {
	case workflow.Take:
		now.Reviewer = c.Person.ID
	case workflow.Release:
		now.Reviewer = ""
	case workflow.AllowSigner:
		now.Allowed = cmd.Person
		change.Acts[0].Facts["allowed"] = string(cmd.Person)
	case workflow.RequestChanges:
		change.Send = c.ID
	case workflow.Withdraw:
		s.withdraw(c, now, change, reason)
	case workflow.Discard:
		s.discard(c, change)
		return s.Store.Write(ctx, change)
	default: // a recall changes the state alone
	}
	if reason != "" && cmd.Event != workflow.Withdraw {
		change.Comments = append(change.Comments, s.comment(c, PartKey{}, reason, true))
	}
	change.Steps = []Step{{Was: c.State, At: cmd.Revision, Now: *now}}
	return s.Store.Write(ctx, change)
}

// again is the answer to a move that can't be made: when this very form made it before, that it was done; else why not.
func (s *Service) again(ctx context.Context, once string, refused error) error {
	if once == "" {
		return refused
	}
	result, used, err := s.Store.Repeated(ctx, once)
	if err != nil {
		return err
	}
	if used {
		return &Repeat{Result: result}
	}
	return refused
}

// stepping is the start of a change that makes a move: the header in its new state, the act and the notices.
func (s *Service) stepping(c Case, m workflow.Move, cmd MoveCommand) (*Change, *Header) {
	now := c.Header
	if m.To != "" {
		now.State = m.To
	}
	change := &Change{Once: cmd.Once, Result: c.Assessment.Reference, Acts: []Act{s.act(c, m.Event, map[string]string{"revision": strconv.Itoa(cmd.Revision)})}}
	change.Notices = s.tell(c, m)
	return change, &now
}

// tell lists the notices of a move for people of this assessment. The equality team's queue is told through its members' roles, which
// the store looks up when it sends.
func (s *Service) tell(c Case, m workflow.Move) []Notice {
	var out []Notice
	to := func(p PersonID) {
		if p != "" && p != c.Person.ID && !slices.ContainsFunc(out, func(n Notice) bool { return n.To == p }) {
			out = append(out, Notice{To: p, Kind: m.Event, Reference: c.Assessment.Reference})
		}
	}
	for _, a := range m.Tell {
		switch {
		case a == workflow.Holder:
			to(c.Reviewer)
		case a.IsRole():
			to(PersonID("role:" + string(a)))
		}
		for _, p := range c.Parties {
			if p.Active && p.Relation == a && p.VersionID == c.ID {
				to(p.Person)
			}
		}
	}
	return out
}

// asks reports whether a comment still waits for the author.
func (m Comment) asks() bool { return m.State == CommentOpen && m.ReplyTo == "" }

func (s *Service) withdraw(c Case, now *Header, change *Change, reason string) {
	now.Reason = reason
	family := c.Assessment
	if family.Signed == c.ID {
		family.Signed = ""
	}
	change.Family = &family
	if c.Published() {
		p := Publication{Version: c.ID, Standing: TakenAway, WithdrawnOn: c.Today, Notice: reason}
		change.Withdrew = &p
	}
}

func (s *Service) discard(c Case, change *Change) {
	change.Discard = c.ID
	change.Acts[0].Facts["reference"] = c.Assessment.Reference
}
