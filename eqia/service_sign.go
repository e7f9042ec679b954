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
	code, err := s.freeCode(ctx, c.Assessment.Reference, *now)
	now.CheckCode = code
	return err
}

// freeCode is the first check code for a signed version that no other version has.
func (s *Service) freeCode(ctx context.Context, reference string, h Header) (string, error) {
	for attempt := range mostCodes {
		code := string(record.NewCode(s.Key, reference, h.Number(), h.Digest, h.SignedAt.Format(time.RFC3339Nano), attempt))
		if taken, err := s.Store.CheckCodeTaken(ctx, code); err != nil || !taken {
			return code, err
		}
	}
	return "", ErrNoCode
}

// supersede marks the version that was in force as replaced by this one, and what the public was given in its place.
func (s *Service) supersede(ctx context.Context, c Case, change *Change) error {
	if c.Assessment.Signed == "" || c.Assessment.Signed == c.ID {
		return nil
	}
	versions, err := s.Store.Versions(ctx, c.AssessmentID)
	if err != nil {
		return err
	}
	old := slices.DeleteFunc(versions, func(h Header) bool {
		return h.ID != c.Assessment.Signed && (h.Purpose != Redacts || h.State != workflow.SignedOff)
	})
	return s.replaced(change, old, c.Number())
}

// BeforePublic is what someone should look at before a version can be read by anyone: personal details, small numbers and names.
func (s *Service) BeforePublic(c Case) []Finding { return s.Judge(c, AtPublish) }

// Exposes is the same for a version alone, as the committee side asks it of one that is linked.
func (s *Service) Exposes(ctx context.Context, v Version) ([]Finding, error) {
	council, err := s.CouncilWith(ctx, v.Assessment.Profile, v.Form)
	if err != nil {
		return nil, err
	}
	return s.BeforePublic(Case{Version: v, Form: formOf(council, v.Form), Council: council, Today: DayOf(s.Now()), Now: s.Now().UTC(), Pace: s.Pace}), nil
}

// notLooked asks to look at what was found before something goes public.
var notLooked = &Invalid{Field: "looked", Says: "Select that you have looked at each of these"}

// Publish puts a signed version in the public register, where it replaces an earlier one of the family. One with words left out that stood for
// it gives way.
func (s *Service) Publish(ctx context.Context, c Case, cmd MoveCommand) error {
	m, err := s.find(c, workflow.Publish, nil)
	if err != nil {
		return err
	}
	found := s.BeforePublic(c)
	if len(found) > 0 && !cmd.Looked {
		return notLooked
	}
	change, now := s.stepping(c, m, cmd)
	change.Acts[0].Facts["findings"] = strconv.Itoa(len(found))
	now.PublishedAt = s.Now().UTC()
	p := c.Publication()
	p.PublishedAt = now.PublishedAt
	change.Public = &p
	change.Steps = []Step{{Was: c.State, At: cmd.Revision, Now: *now}}
	copies, err := s.copiesOf(ctx, c, stands)
	if err != nil {
		return err
	}
	if err := s.replaced(change, copies, c.Number()); err != nil {
		return err
	}
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
