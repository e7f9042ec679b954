package eqia

import (
	"context"
	"slices"
	"strconv"
	"time"

	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/record"
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
	if c.Assessment.Signed != "" {
		family := c.Assessment
		family.Current = family.Signed
		change.Family = &family
	}
}

// SendCommand sends a version for review, at the revision its author read on the check page.
type SendCommand struct {
	Revision int
	Once     string
}

// Send submits a draft, or sends a returned version back to its reviewer. *Blocked lists the rules that stand in the way.
func (s *Service) Send(ctx context.Context, c Case, cmd SendCommand) error {
	event := workflow.Submit
	if c.State == workflow.ChangesRequested {
		event = workflow.Resubmit
	}
	blocks := Blocks(s.Judge(c, AtSubmit))
	m, err := s.find(c, event, workflow.Facts{workflow.ReadyToSend: len(blocks) == 0})
	if err != nil {
		return blockedBy(err, blocks)
	}
	change, now := s.stepping(c, m, MoveCommand{Event: event, Revision: cmd.Revision, Once: cmd.Once})
	if now.SubmittedAt.IsZero() || event == workflow.Submit {
		now.SubmittedAt = s.Now().UTC()
	}
	now.Submissions++
	if event == workflow.Resubmit && now.Reviewer == "" {
		now.State = workflow.Submitted
	}
	kept, err := s.snapshot(c, workflow.Submit, now.Submissions)
	if err != nil {
		return err
	}
	change.Keep = []Snapshot{kept}
	change.Acts[0].Facts["digest"] = kept.Digest
	change.Steps = []Step{{Was: c.State, At: cmd.Revision, Now: *now}}
	return s.Store.Write(ctx, change)
}

// blockedBy names the findings where rules were what a refusal was about.
func blockedBy(err error, blocks []Finding) error {
	if r, ok := err.(*workflow.Refusal); ok && r.Why == workflow.Unmet && len(blocks) > 0 {
		return &Blocked{Findings: blocks}
	}
	return err
}

func (s *Service) snapshot(c Case, kind workflow.Event, no int) (Snapshot, error) {
	raw, digest, err := Seal(c.Content, nil)
	return Snapshot{Version: c.ID, Kind: kind, No: no, Content: raw, Digest: digest, At: s.Now().UTC().Truncate(time.Microsecond)}, err
}

// Seal is a record in its canonical form and the digest of what is signed: the record and the conditions of sign-off.
func Seal(c Content, conditions []string) (canonical []byte, digest string, err error) {
	canonical, err = c.Canonical()
	if err != nil {
		return nil, "", err
	}
	whole, err := record.Canonical(struct {
		Conditions []string `json:"conditions"`
		Content    Content  `json:"content"`
	}{full(conditions), c.whole()})
	return canonical, record.Digest(whole), err
}

// SignCommand signs a version off at the revision and with the digest the lead read.
type SignCommand struct {
	Revision int
	Digest   string
	Once     string
}

// SignOff agrees a version, freezes it with its digest and check code, and marks the one before it as replaced.
func (s *Service) SignOff(ctx context.Context, c Case, cmd SignCommand) error {
	blocks := Blocks(s.Judge(c, AtSignOff))
	m, err := s.find(c, workflow.SignOff, workflow.Facts{workflow.ReadyToSign: len(blocks) == 0})
	if err != nil {
		return blockedBy(err, blocks)
	}
	kept, err := s.snapshot(c, workflow.SignOff, 0)
	if err != nil {
		return err
	}
	if kept.Digest != cmd.Digest {
		return ErrMoved
	}
	change, now := s.stepping(c, m, MoveCommand{Event: workflow.SignOff, Revision: cmd.Revision, Once: cmd.Once})
	s.signed(c, now, kept)
	change.Acts[0].Facts["digest"] = kept.Digest
	change.Keep = []Snapshot{kept}
	family := c.Assessment
	family.Signed = c.ID
	change.Family = &family
	change.Steps = []Step{{Was: c.State, At: cmd.Revision, Now: *now}}
	if err := s.supersede(ctx, c, change); err != nil {
		return err
	}
	return s.Store.Write(ctx, change)
}

func (s *Service) signed(c Case, now *Header, kept Snapshot) {
	now.SignedAt, now.SignedBy, now.SignerRole, now.Digest = kept.At, c.Person.ID, workflow.Lead.Label(), kept.Digest
	code := record.NewCode(s.Key, c.Assessment.Reference, c.Number(), kept.Digest, kept.At.Format(time.RFC3339Nano), 0)
	now.CheckCode = string(code)
}

// supersede marks the version that was in force as replaced by this one.
func (s *Service) supersede(ctx context.Context, c Case, change *Change) error {
	if c.Assessment.Signed == "" || c.Assessment.Signed == c.ID {
		return nil
	}
	versions, err := s.Store.Versions(ctx, c.AssessmentID)
	if err != nil {
		return err
	}
	for _, old := range versions {
		if old.ID != c.Assessment.Signed {
			continue
		}
		m, err := workflow.Find(old.State, workflow.Supersede, workflow.Standing{workflow.Service}, nil)
		if err != nil {
			return err
		}
		now := old
		now.State = m.To
		change.Steps = append(change.Steps, Step{Was: old.State, At: old.Revision, Now: now})
		change.Acts = append(change.Acts, Act{At: s.Now().UTC(), Kind: workflow.Supersede, Assessment: c.AssessmentID, Version: old.ID,
			Facts: map[string]string{"by": c.Number()}})
	}
	return nil
}

// Publish puts a signed version in the public register, where it replaces an earlier one of the family.
func (s *Service) Publish(ctx context.Context, c Case, cmd MoveCommand) error {
	m, err := s.find(c, workflow.Publish, nil)
	if err != nil {
		return err
	}
	change, now := s.stepping(c, m, cmd)
	now.PublishedAt = s.Now().UTC()
	p := c.Publication()
	p.PublishedAt = now.PublishedAt
	change.Public = &p
	change.Steps = []Step{{Was: c.State, At: cmd.Revision, Now: *now}}
	return s.Store.Write(ctx, change)
}

// Publication is the version as the public will read it.
func (c Case) Publication() Publication {
	p := Publication{Version: c.ID, Reference: c.Assessment.Reference, Major: c.Major, Minor: c.Minor, Title: c.Title, Kind: c.Kind,
		Directorate: c.Directorate, Service: c.Header.Service, Screening: c.Screening, Legacy: c.Legacy, Profile: c.Assessment.Profile,
		Form: c.Header.Form, StartedOn: DayOf(c.StartedAt), DecisionOn: c.DecisionOn, ReviewDue: c.ReviewDue, SignerRole: c.SignerRole, Digest: c.Digest,
		CheckCode: c.CheckCode, Content: c.Content, Standing: InForce, Summary: c.Content.Answers[form.QuestionSummary].Text}
	if c.Legacy { // an outside signer is a person; the public reads their role alone
		_, p.SignerRole = c.OutsideSigner()
	}
	if !c.SignedAt.IsZero() {
		p.SignedOn = DayOf(c.SignedAt)
	}
	if c.Screening {
		p.Summary = c.Content.Answers[form.QuestionScreeningReason].Text
	}
	for _, k := range c.Content.Cards {
		p.Effects = append(p.Effects, CardSave(k, 0).Effects...)
	}
	return p
}
