package eqia

import (
	"context"
	"errors"
	"time"

	"dorset-eqia/eqia/record"
	"dorset-eqia/workflow"
)

// SendCommand sends a version for review, at the revision its author read on the check page.
type SendCommand struct {
	Revision int
	Once     string
}

// Send submits a draft, or sends a returned version back to its reviewer. *Blocked lists the rules that stand in the way: blocks, and
// warnings that nobody has given a reason for.
func (s *Service) Send(ctx context.Context, c Case, cmd SendCommand) error {
	event := workflow.Submit
	if c.State == workflow.ChangesRequested {
		event = workflow.Resubmit
	}
	found := s.Judge(c, AtSubmit)
	unsettled := c.Unsettled(found)
	m, err := s.find(c, event, workflow.Facts{workflow.ReadyToSend: len(unsettled) == 0})
	if err != nil {
		return blockedBy(err, unsettled)
	}
	change, now := s.stepping(c, m, MoveCommand{Event: event, Revision: cmd.Revision, Once: cmd.Once})
	if now.SubmittedAt.IsZero() || event == workflow.Submit {
		now.SubmittedAt = s.Now().UTC()
	}
	now.Submissions++
	kept, err := s.snapshot(c, workflow.Submit, now.Submissions, nil)
	if err != nil {
		return err
	}
	change.Keep, change.Grounds = []Snapshot{kept}, c.lapsed(found, false)
	change.Acts[0].Facts["digest"] = kept.Digest
	change.Steps = []Step{{Was: c.State, At: cmd.Revision, Now: *now}}
	return s.Store.Write(ctx, change)
}

// blockedBy names the findings where rules were what a refusal was about.
func blockedBy(err error, blocks []Finding) error {
	var r *workflow.Refusal
	if errors.As(err, &r) && r.Why == workflow.Unmet && len(blocks) > 0 {
		return &Blocked{Findings: blocks}
	}
	return err
}

func (s *Service) snapshot(c Case, kind workflow.Event, no int, conditions []Condition) (Snapshot, error) {
	raw, digest, err := Seal(c.Content, Words(conditions))
	return Snapshot{Version: c.ID, Kind: kind, No: no, Content: raw, Digest: digest, At: s.Now().UTC().Truncate(time.Microsecond)}, err
}

// Seal is a record in its canonical form and the digest of what is signed: the record and the conditions of sign-off.
func Seal(c Content, conditions []string) (canonical []byte, digest string, err error) {
	canonical, err = c.Canonical()
	if err != nil {
		return nil, "", err
	}
	whole, err := Sealed(c, conditions)
	return canonical, record.Digest(whole), err
}

// Sealed is what the digest of a signature is made from, byte for byte.
func Sealed(c Content, conditions []string) ([]byte, error) {
	return record.Canonical(struct {
		Conditions []string `json:"conditions"`
		Content    Content  `json:"content"`
	}{full(conditions), c.whole()})
}
