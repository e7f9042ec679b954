package eqia

import (
	"context"
	"time"

	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/record"
	"dorset-eqia/workflow"
)

// SignCommand signs a version off at the revision and with the digest the lead read.
type SignCommand struct {
	Revision int
	Digest   string
	Once     string
}

// SignOff agrees a version, freezes it with its digest and check code, and marks the one before it as replaced.
func (s *Service) SignOff(ctx context.Context, c Case, cmd SignCommand) error {
	blocks := s.InTheWay(c)
	m, err := s.find(c, workflow.SignOff, workflow.Facts{workflow.ReadyToSign: len(blocks) == 0})
	if err != nil {
		return blockedBy(err, blocks)
	}
	conditions := c.ToSign()
	kept, err := s.snapshot(c, workflow.SignOff, 0, conditions)
	if err != nil {
		return err
	}
	if kept.Digest != cmd.Digest {
		return ErrMoved
	}
	change, now := s.stepping(c, m, MoveCommand{Event: workflow.SignOff, Revision: cmd.Revision, Once: cmd.Once})
	if err := s.signed(ctx, c, now, kept); err != nil {
		return err
	}
	change.Acts[0].Facts["digest"] = kept.Digest
	change.Keep, change.Agreed = []Snapshot{kept}, []Agreement{{Version: c.ID, Conditions: conditions}}
	change.Grounds = c.lapsed(s.Judge(c, AtSignOff), true)
	family := c.Assessment
	family.Signed = c.ID
	change.Family = &family
	change.Steps = []Step{{Was: c.State, At: cmd.Revision, Now: *now}}
	if err := s.supersede(ctx, c, change); err != nil {
		return err
	}
	return s.Store.Write(ctx, change)
}

// mostCodes is how many check codes are tried before a signature is given up.
const mostCodes = 5

// signed puts the signature in the header, with the first check code that no other version has.
func (s *Service) signed(ctx context.Context, c Case, now *Header, kept Snapshot) error {
	now.ReviewDue = c.Content.ReviewDay(DayOf(kept.At))
	now.SignedAt, now.SignedBy, now.SignerRole, now.Digest = kept.At, c.Person.ID, workflow.Lead.Label(), kept.Digest
	if now.Urgent.Is() {
		now.Urgent.Due = s.Pace.UrgentBy(kept.At)
	}
	for attempt := range mostCodes {
		code := string(record.NewCode(s.Key, c.Assessment.Reference, c.Number(), kept.Digest, kept.At.Format(time.RFC3339Nano), attempt))
		if taken, err := s.Store.CheckCodeTaken(ctx, code); err != nil || !taken {
			now.CheckCode = code
			return err
		}
	}
	return ErrNoCode
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
		Directorate: c.Directorate, Service: c.Service, Screening: c.Screening, Legacy: c.Legacy, Profile: c.Assessment.Profile,
		Form: c.Header.Form, StartedOn: DayOf(c.StartedAt), DecisionOn: c.DecisionOn, ReviewDue: c.ReviewDue, SignerRole: c.SignerRole, Digest: c.Digest,
		CheckCode: c.CheckCode, Conditions: Words(c.Conditions), Content: c.Content, Standing: InForce, Summary: c.Content.Answers[form.QuestionSummary].Text}
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
