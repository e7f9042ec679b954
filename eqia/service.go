package eqia

import (
	"context"
	"slices"
	"time"

	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// Service is everything people can do with assessments. It opens a case, asks the workflow whether the person may, and makes one change.
type Service struct {
	Store     Store
	Register  Register
	Checks    Checks
	Profiles  map[string]form.Profile                                 // the councils' forms that come with the service, by code; Council has those published since as well
	Published *FormCache                                              // nil to ask the store each time
	Profile   string                                                  // the one new assessments are written on
	Linked    func(ctx context.Context, a AssessmentID) (bool, error) // whether it is before a meeting, so that councillors may read it
	Closed    func(ctx context.Context, a AssessmentID) (bool, error) // whether a meeting takes it in private, so that its restriction asks for a decision on that
	Word      WordReader                                              // reads Word files; nil where none are brought
	Now       func() time.Time
	NewID     func() string
	Key       []byte // makes check codes
	Pace      Standards
}

// Open is the current version of an assessment as this person meets it. Something they may not see is ErrNotFound.
func (s *Service) Open(ctx context.Context, by Person, reference string) (Case, error) {
	return s.OpenVersion(ctx, by, reference, "")
}

// OpenVersion is one version, by its number, as this person meets it; the current one when there is no number.
func (s *Service) OpenVersion(ctx context.Context, by Person, reference, number string) (Case, error) {
	c, err := s.load(ctx, by, reference, number)
	if err != nil {
		return Case{}, err
	}
	if _, err := workflow.Find(c.State, workflow.See, c.Standing, c.Facts); err != nil {
		return Case{}, ErrNotFound
	}
	return c, nil
}

// Outline is what a clerk may know of an assessment that is not signed yet: reference, title and state.
func (s *Service) Outline(ctx context.Context, by Person, reference string) (Line, error) {
	c, err := s.load(ctx, by, reference, "")
	if err != nil {
		return Line{}, err
	}
	if !c.May(workflow.Outline) {
		return Line{}, ErrNotFound
	}
	return Line{Header: Header{ID: c.ID, AssessmentID: c.AssessmentID, Major: c.Major, Minor: c.Minor, State: c.State, Title: c.Title,
		SignedAt: c.SignedAt, PublishedAt: c.PublishedAt}, Reference: c.Assessment.Reference, AuthorName: c.AuthorOf().Name}, nil
}

func (s *Service) load(ctx context.Context, by Person, reference, number string) (Case, error) {
	v, err := s.Store.Version(ctx, reference, number)
	if err != nil {
		return Case{}, err
	}
	council, err := s.CouncilWith(ctx, v.Assessment.Profile, v.Form)
	if err != nil {
		return Case{}, err
	}
	c := Case{Version: v, Form: formOf(council, v.Form), Council: council, Person: by, Standing: v.StandingOf(by), Today: DayOf(s.Now()),
		Now: s.Now().UTC(), Pace: s.Pace}
	if err := s.standIn(ctx, &c); err != nil {
		return Case{}, err
	}
	c.keepBack()
	if c.Known, err = s.FactsFor(ctx, c); err != nil {
		return Case{}, err
	}
	c.Facts, err = s.facts(ctx, c)
	return c, err
}

// keepBack leaves out what this person may not read: the monitoring officer's and the lead's reasons, and what a review asks for until it is
// sent, for anyone who is not of the equality team; why findings were let stand, and why it is urgent, for anyone who has no part in it.
func (c *Case) keepBack() {
	if c.Standing.Has(workflow.Reviewer, workflow.Lead, workflow.Holder, workflow.MonitoringOfficer) {
		return
	}
	c.AllowedReason, c.Assessment.LiftedReason = "", ""
	if c.State != workflow.ChangesRequested {
		c.Verdicts = nil
	}
	if !c.Insider() {
		c.Urgent.Reason, c.Urgent.Agreed, c.Urgent.Found, c.Urgent.Ended, c.Carried, c.Grounds = "", "", "", "", nil, nil
	}
}

// facts works out the conditions that hold for this person, leaving those that a request brings with it.
func (s *Service) facts(ctx context.Context, c Case) (workflow.Facts, error) {
	f := workflow.Facts{
		workflow.NeverSubmitted:    c.Submissions == 0,
		workflow.NotContributor:    !c.ContributedTo(c.Person) || c.Allowed == c.Person.ID,
		workflow.NotYetPublished:   !c.Published(),
		workflow.NoVersionUnderWay: c.Assessment.Current == c.ID,
		workflow.Unrestricted:      !c.Assessment.Restricted,
		workflow.Restricted:        c.Assessment.Restricted,
		workflow.NotUrgent:         !c.Urgent.Is(),
		workflow.MarkedUrgent:      c.Urgent.Is(),
		workflow.ReviewOutstanding: c.Urgent.Outstanding(),
		workflow.ScreenedOut:       c.Screens(),
		workflow.WholeText:         c.Purpose != Redacts,
	}
	if s.Linked == nil || !c.Person.Holds(workflow.Member) {
		return f, nil
	}
	linked, err := s.Linked(ctx, c.AssessmentID)
	f[workflow.BeforeTheirMeeting] = linked
	return f, err
}

// WithComments is the case with its comments, as they were when it was opened. What writes asks for them anew.
func (c Case) WithComments() Case {
	c.Comments = slices.Clone(c.Said)
	return c
}

// Judge runs the rules of a gate on a case.
func (s *Service) Judge(c Case, gate Gate) []Finding {
	if s.Checks == nil {
		return nil
	}
	return s.Checks(c, gate)
}

// act is the audit's note of an event on this case.
func (s *Service) act(c Case, e workflow.Event, facts map[string]string) Act {
	return Act{At: s.Now().UTC(), By: c.Person.ID, Kind: e, Assessment: c.AssessmentID, Version: c.ID, Facts: facts}
}

// find asks the table for a move, with the conditions that the request brings added to those of the case.
func (s *Service) find(c Case, e workflow.Event, brings workflow.Facts) (workflow.Move, error) {
	facts := workflow.Facts{}
	for k, v := range c.Facts {
		facts[k] = v
	}
	for k, v := range brings {
		facts[k] = v
	}
	return workflow.Find(c.State, e, c.Standing, facts)
}
