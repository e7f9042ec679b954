package committee

import (
	"context"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// Candidates finds up to twenty assessments by words in the title or by reference, newest first. Clerks, leads and the monitoring
// officer may; a restricted one is found by its whole reference alone, and comes without its title.
func (s *Service) Candidates(ctx context.Context, by eqia.Person, words string) ([]Candidate, error) {
	if err := may(by, actRead, readers...); err != nil {
		return nil, err
	}
	return s.Store.Candidates(ctx, line(words), found)
}

// ExpectCommand names an assessment that should be before members at an appearance.
type ExpectCommand struct {
	Once       string
	Appearance AppearanceID
	Reference  string
}

// Expect notes that an assessment should be before members and is not linked yet. Clerks may. Noting it twice is *eqia.Repeat.
func (s *Service) Expect(ctx context.Context, by eqia.Person, cmd ExpectCommand) error {
	if err := may(by, ActExpect, workflow.Clerk); err != nil {
		return err
	}
	if _, err := s.Store.Item(ctx, ItemKey{Appearance: cmd.Appearance}); err != nil {
		return err
	}
	change, err := s.expecting(ctx, by, cmd.Appearance, cmd.Reference)
	if err != nil {
		return err
	}
	change.Once, change.Result = cmd.Once, change.Expected.Reference
	return s.Store.Write(ctx, change)
}

// expecting is the change that notes an assessment as expected at an appearance.
func (s *Service) expecting(ctx context.Context, by eqia.Person, at AppearanceID, reference string) (*Change, error) {
	v, err := s.assessment(ctx, LinkCommand{Reference: reference})
	if err != nil {
		return nil, err
	}
	e := Expected{AppearanceID: at, AssessmentID: v.AssessmentID, Reference: v.Assessment.Reference}
	return &Change{Expected: &e, Acts: []eqia.Act{s.about(s.act(by, ActExpect, "appearance/"+string(at)), v)}}, nil
}

// NotExpect takes an assessment off the list of what is expected. Clerks may.
func (s *Service) NotExpect(ctx context.Context, by eqia.Person, cmd ExpectCommand) error {
	if err := may(by, ActNotExpect, workflow.Clerk); err != nil {
		return err
	}
	if err := s.Store.Used(ctx, cmd.Once); err != nil {
		return err
	}
	item, err := s.Store.Item(ctx, ItemKey{Appearance: cmd.Appearance})
	if err != nil {
		return err
	}
	expected := item.Appearance.Expected
	i := slices.IndexFunc(expected, func(e Expected) bool { return e.Reference == cmd.Reference })
	if i < 0 {
		return eqia.ErrNotFound
	}
	act := s.act(by, ActNotExpect, "appearance/"+string(cmd.Appearance))
	act.Assessment = expected[i].AssessmentID
	return s.Store.Write(ctx, &Change{Once: cmd.Once, Result: cmd.Reference, Unexpected: &expected[i], Acts: []eqia.Act{act}})
}

// Appearances is every place an assessment is linked to or expected at, newest meeting first, for someone who may read it.
func (s *Service) Appearances(ctx context.Context, c eqia.Case) ([]Appeared, error) {
	if !c.May(workflow.See) {
		return nil, eqia.ErrNotFound
	}
	return s.Store.Appearances(ctx, c.AssessmentID)
}

// PublicAppearances is every meeting a published assessment is linked to that the public may know of, newest first. An item that is not
// open comes without its title.
func (s *Service) PublicAppearances(ctx context.Context, reference string) ([]PublicAppeared, error) {
	return s.Store.PublicAppearances(ctx, reference, eqia.DayOf(s.Now()))
}

// Linked reports whether an assessment is before a meeting, so that councillors may read it; it fits eqia.Service.Linked.
func (s *Service) Linked(ctx context.Context, a eqia.AssessmentID) (bool, error) {
	return s.Store.Linked(ctx, a)
}
