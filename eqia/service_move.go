package eqia

import (
	"context"
	"errors"
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
	Looked   bool     // at what the rules found before publication
	Person   PersonID // whom the monitoring officer allows to sign, or the lead gives the review to
}

// simple are the events that Move makes. Others need more than a case and a reason, and have a method of their own.
var simple = []workflow.Event{workflow.Recall, workflow.Take, workflow.Assign, workflow.Release, workflow.RequestChanges, workflow.DeclineScreening, workflow.AllowSigner,
	workflow.TakeBackUrgent, workflow.Withdraw, workflow.Discard}

// Move makes a move that needs nothing but the case and a reason: recall, take, assign, release, request changes, decline a screening, allow
// a signer, take back an urgent mark, withdraw or discard. Sending, signing and publishing have methods of their own.
func (s *Service) Move(ctx context.Context, c Case, cmd MoveCommand) error {
	if !slices.Contains(simple, cmd.Event) {
		return ErrNotFound
	}
	var err error
	if c.Comments, err = s.Store.Comments(ctx, c.ID); err != nil {
		return err
	}
	cmd.Reason = Lines(cmd.Reason)
	m, err := s.permitted(ctx, c, cmd)
	if err != nil {
		return err
	}
	change, now := s.stepping(c, m, cmd)
	s.follow(c, cmd, change, now)
	if change.Discard == "" {
		change.Steps = []Step{{Was: c.State, At: cmd.Revision, Now: *now}}
	}
	if cmd.Event == workflow.Withdraw && c.State.Frozen() {
		if err := s.withdrawCopies(ctx, c, change, cmd.Reason); err != nil {
			return err
		}
	}
	return s.Store.Write(ctx, change)
}

// permitted is the move that the table has for this person and this request. Nobody allows themselves to sign.
func (s *Service) permitted(ctx context.Context, c Case, cmd MoveCommand) (workflow.Move, error) {
	helped, err := s.contributor(ctx, c, cmd)
	if err != nil {
		return workflow.Move{}, err
	}
	m, err := s.find(c, cmd.Event, workflow.Facts{
		workflow.SomethingToChange: cmd.Reason != "" || slices.ContainsFunc(c.Comments, Comment.asks),
		workflow.ReasonGiven:       cmd.Reason != "",
		workflow.Contributor:       helped,
	})
	if err != nil {
		return m, s.again(ctx, cmd.Once, err)
	}
	if cmd.Event == workflow.Assign {
		if err := s.reviews(ctx, cmd.Person); err != nil {
			return m, err
		}
	}
	if cmd.Event == workflow.AllowSigner && cmd.Person == c.Person.ID {
		return m, &workflow.Refusal{Event: cmd.Event, State: c.State, Why: workflow.NotYours}
	}
	return m, ValidText("reason", cmd.Reason)
}

// follow adds what a move brings with it beyond its state.
func (s *Service) follow(c Case, cmd MoveCommand, change *Change, now *Header) {
	switch cmd.Event {
	case workflow.Take:
		now.Reviewer = c.Person.ID
	case workflow.Assign:
		now.Reviewer = cmd.Person
		change.Acts[0].Facts["reviewer"] = string(cmd.Person)
		if cmd.Person != c.Person.ID {
			change.Notices = append(change.Notices, Notice{To: cmd.Person, Kind: cmd.Event, Reference: c.Assessment.Reference})
		}
	case workflow.Release:
		now.Reviewer = ""
	case workflow.AllowSigner:
		now.Allowed, now.AllowedReason = cmd.Person, cmd.Reason
		change.Acts[0].Facts["allowed"] = string(cmd.Person)
	case workflow.RequestChanges:
		change.Send = c.ID
		if cmd.Reason != "" {
			change.Comments = append(change.Comments, s.comment(c, PartKey{}, cmd.Reason, true))
		}
	case workflow.DeclineScreening:
		s.decline(c, cmd.Reason, change, now)
	case workflow.TakeBackUrgent:
		now.Urgent = Urgency{Ended: cmd.Reason}
	case workflow.Withdraw:
		withdraw(c, now, change, cmd.Reason)
	case workflow.Discard:
		s.discard(c, change)
	default: // a recall changes the state alone
	}
}

// contributor reports whether whom the monitoring officer would allow did help to write it; false for any other move.
func (s *Service) contributor(ctx context.Context, c Case, cmd MoveCommand) (bool, error) {
	if cmd.Event != workflow.AllowSigner || cmd.Person == "" {
		return false, nil
	}
	p, err := s.Store.Person(ctx, cmd.Person)
	if errors.Is(err, ErrNotFound) {
		return false, nil
	}
	return c.ContributedTo(p), err
}

// reviews refuses to give a review to someone who is not of the equality team.
func (s *Service) reviews(ctx context.Context, id PersonID) error {
	p, err := s.Store.Person(ctx, id)
	if err != nil && !errors.Is(err, ErrNotFound) {
		return err
	}
	if err != nil || p.Disabled || !p.Holds(workflow.Reviewer, workflow.Lead) {
		return &Invalid{Field: "person", Says: "Select someone of the equality team"}
	}
	return nil
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
	if m.To != "" && (m.To != workflow.SignedOff || now.Allowed != c.Person.ID) && c.State == workflow.InReview {
		now.Allowed, now.AllowedReason = "", "" // a permission is for this review and this person
	}
	change := &Change{Once: cmd.Once, Result: c.Assessment.Reference, Acts: []Act{s.act(c, m.Event, map[string]string{"revision": strconv.Itoa(cmd.Revision)})}}
	change.Notices = c.tell(m)
	return change, &now
}

// tell lists the notices of a move for people of this assessment. The equality team's queue is told through its members' roles, which
// the store looks up when it sends.
func (c Case) tell(m workflow.Move) []Notice {
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

func withdraw(c Case, now *Header, change *Change, reason string) {
	now.Reason = reason
	if c.Published() {
		p := Publication{Version: c.ID, Standing: TakenAway, WithdrawnOn: c.Today, Notice: reason}
		change.Withdrew = append(change.Withdrew, p)
	}
}

// withdrawCopies takes the public versions of a withdrawn one away with it, for the same reason.
func (s *Service) withdrawCopies(ctx context.Context, c Case, change *Change, reason string) error {
	copies, err := s.copiesOf(ctx, c, workflow.State.Frozen)
	for _, h := range copies {
		now, act := h, s.act(c, workflow.Withdraw, map[string]string{"with": c.Number()})
		now.State, now.Reason, act.Version = workflow.Withdrawn, reason, h.ID
		change.Steps = append(change.Steps, Step{Was: h.State, At: h.Revision, Now: now})
		change.Withdrew = append(change.Withdrew, Publication{Version: h.ID, Standing: TakenAway, WithdrawnOn: c.Today, Notice: reason})
		change.Acts = append(change.Acts, act)
	}
	return err
}

func (s *Service) discard(c Case, change *Change) {
	change.Discard, change.Closed = c.ID, c.Form.RestrictedKinds()
	change.Acts[0].Facts["reference"] = c.Assessment.Reference
}
