package eqia

import (
	"context"
	"errors"

	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// StartCommand is the first page of the form, answered.
type StartCommand struct {
	Once    string
	Drawn   DrawnID // the showing of the page, whose kept text is spent; empty for none
	Answers map[string]Answer
}

// Start makes a new assessment at version 1.0 and gives its reference. Any officer may.
func (s *Service) Start(ctx context.Context, by Person, cmd StartCommand) (string, error) {
	now := s.Now().UTC()
	fv, err := s.formToday(ctx, s.Profile, now)
	if errors.Is(err, ErrNotFound) {
		return "", &Invalid{Field: "title", Says: "There is no form in force today. Ask the equality team"}
	}
	if err != nil {
		return "", err
	}
	if err := validAnswers(fv, cmd.Answers); err != nil {
		return "", err
	}
	family := Assessment{ID: AssessmentID(s.NewID()), Profile: s.Profile, Current: VersionID(s.NewID())}
	if fv.DepthOf(cmd.Answers[form.QuestionKind].Choice()).Restricted {
		family.Restricted, family.RestrictedBy = true, family.Current
	}
	v := Version{Assessment: family, Content: NewContent(FormRef{s.Profile, fv.Code}), Header: Header{ID: family.Current,
		AssessmentID: family.ID, Major: 1, Form: fv.Code, State: workflow.Draft, Revision: 1, StartedAt: now, SavedAt: now}}
	v.Content.Answers = cmd.Answers
	v.Lists()
	change := &Change{Once: cmd.Once, Family: &family, Made: &v, Spent: UnsavedKey{Person: by.ID, Drawn: cmd.Drawn},
		Parties: []Party{{VersionID: v.ID, Person: by.ID, Relation: workflow.Author, Active: true, Contributed: true}},
		Acts:    []Act{{At: now, By: by.ID, Kind: Started, Assessment: family.ID, Version: v.ID}}}
	if err := s.Store.Write(ctx, change); err != nil {
		return "", err
	}
	return family.Reference, nil
}

// Lists copies the answers that lists and filters use into the header.
func (v *Version) Lists() {
	a := v.Content.Answers
	v.Title = a[form.QuestionTitle].Text
	v.Kind = a[form.QuestionKind].Choice()
	v.Directorate = a["directorate"].Choice()
	v.Service = a["service"].Text
	v.DecisionOn = a[form.QuestionDecisionDate].Day
	v.ReviewDue = a[form.QuestionReviewDate].Day
	v.BudgetRound = a[form.QuestionBudgetRound].Choice()
	v.Screening = a[form.QuestionAssessmentNeeded].Choice() == form.AssessmentNo
}
