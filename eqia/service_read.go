package eqia

import (
	"context"

	"dorset-eqia/workflow"
)

// History is everything that happened to the assessment, newest first, for those who work on it and the team; ErrNotFound for others.
// What concerns a comment that the person may not see yet is left out.
func (s *Service) History(ctx context.Context, c Case) ([]Recorded, error) {
	if !c.Insider() {
		return nil, ErrNotFound
	}
	return s.Store.History(ctx, c.AssessmentID)
}

// Versions lists the versions of the assessment that the person may see, newest first. A first version that is still the current one is
// the only one.
func (s *Service) Versions(ctx context.Context, c Case) ([]Header, error) {
	if c.Number() == "1.0" && c.Assessment.Current == c.ID {
		return []Header{c.Header}, nil
	}
	all, err := s.Store.Versions(ctx, c.AssessmentID)
	var out []Header
	for _, h := range all {
		if _, refused := workflow.Find(h.State, workflow.See, c.Standing, c.Facts); refused == nil {
			out = append(out, h)
		}
	}
	return out, err
}

// Mine lists the versions that a person works on, those returned to them first.
func (s *Service) Mine(ctx context.Context, by Person, page Page) ([]Line, error) {
	return s.Store.Mine(ctx, by.ID, page)
}

// Queue lists current versions for the equality team; ErrNotFound for anyone else.
func (s *Service) Queue(ctx context.Context, by Person, filter Filter, page Page) ([]Line, error) {
	if !by.Holds(workflow.Reviewer, workflow.Lead) {
		return nil, ErrNotFound
	}
	return s.Store.List(ctx, filter, page)
}

// Counts says how many current versions are in each state and how many an urgent sign-off left to be reviewed, for the equality team;
// ErrNotFound for anyone else.
func (s *Service) Counts(ctx context.Context, by Person) (states map[workflow.State]int, outstanding int, err error) {
	if !by.Holds(workflow.Reviewer, workflow.Lead) {
		return nil, 0, ErrNotFound
	}
	return s.Store.Counts(ctx)
}

// People is every account by name, for choosing someone.
func (s *Service) People(ctx context.Context) ([]Person, error) { return s.Store.PeopleList(ctx) }
