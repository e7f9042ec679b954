package eqia

import (
	"context"
	"slices"
	"time"

	"dorset-eqia/workflow"
)

// AwayFrom and Back are the acts of an absence: it is recorded, and it is ended before its time.
const (
	AwayFrom workflow.Event = "absence.add"
	Back     workflow.Event = "absence.end"
)

// Absence is a time in which someone of the equality team is away, and who acts for them. The deputy reviews in their place; who may sign
// off stays as it is.
type Absence struct {
	ID         AbsenceID
	Person     PersonID
	PersonName string
	Deputy     PersonID
	DeputyName string
	From       Day
	Until      Day // the last day away
	MadeAt     time.Time
	MadeBy     PersonID
	EndedAt    time.Time // zero unless it was ended before its time
}

// Now reports whether the person is away on a day.
func (a Absence) Now(today Day) bool {
	return a.EndedAt.IsZero() && a.From <= today && today <= a.Until
}

// meets reports whether two absences share a day.
func (a Absence) meets(b Absence) bool { return a.From <= b.Until && b.From <= a.Until }

// Among refuses an absence that does not go with others: someone is away once at a time, a deputy is not away, and someone who stands in
// for another does not hand that on.
func (a Absence) Among(others []Absence) error {
	for _, o := range others {
		if !o.EndedAt.IsZero() || o.ID == a.ID || !a.meets(o) {
			continue
		}
		switch {
		case o.Person == a.Person:
			return &Invalid{Field: "from", Says: "There is an absence in these days already. End it first, or choose other days"}
		case o.Person == a.Deputy:
			return &Invalid{Field: "deputy", Says: "Select someone else: this person is away in these days too"}
		case o.Deputy == a.Person:
			return &Invalid{Field: "from", Says: "This person stands in for someone else in these days. End that first"}
		}
	}
	return nil
}

// fits refuses a deputy who could not act in the person's place.
func (a Absence) fits(person, deputy Person, today Day) error {
	switch {
	case a.From == "" || a.Until == "":
		return &Invalid{Field: "from", Says: "Enter the first and the last day away"}
	case a.Until < a.From:
		return &Invalid{Field: "until", Says: "The last day away must be the same as or after the first"}
	case a.Until < today:
		return &Invalid{Field: "until", Says: "The last day away must be today or later"}
	case a.Until > a.From.AddMonths(maxAway):
		return &Invalid{Field: "until", Says: "An absence can be a year at most"}
	case person.Disabled || !person.Holds(workflow.Reviewer, workflow.Lead):
		return &Invalid{Field: "person", Says: "Select someone of the equality team"}
	case deputy.ID == person.ID || deputy.Disabled || !deputy.Holds(workflow.Reviewer, workflow.Lead):
		return &Invalid{Field: "deputy", Says: "Select someone else of the equality team"}
	case person.Holds(workflow.Lead) && !deputy.Holds(workflow.Lead):
		return &Invalid{Field: "deputy", Says: "Select an equality lead: only a lead can stand in for a lead"}
	}
	return nil
}

// maxAway is how many months an absence can last.
const maxAway = 12

// RecordAbsence records that someone is away and who stands in. People of the equality team record their own; a lead records anyone's.
func (s *Service) RecordAbsence(ctx context.Context, by Person, a Absence, once string) error {
	if !by.Holds(workflow.Reviewer, workflow.Lead) {
		return ErrNotFound
	}
	if a.Person != by.ID && !by.Holds(workflow.Lead) {
		return &workflow.Refusal{Event: AwayFrom, Why: workflow.NotYours}
	}
	team, err := s.Team(ctx, by)
	if err != nil {
		return err
	}
	if err := a.fits(among(team, a.Person), among(team, a.Deputy), DayOf(s.Now())); err != nil {
		return err
	}
	a.ID, a.MadeAt, a.MadeBy = AbsenceID(s.NewID()), s.Now().UTC().Truncate(time.Microsecond), by.ID
	return s.Store.Write(ctx, &Change{Once: once, Result: string(a.ID), Away: &a, Acts: []Act{s.awayAct(by, AwayFrom, a)}})
}

// EndAbsence ends an absence before its time.
func (s *Service) EndAbsence(ctx context.Context, by Person, id AbsenceID) error {
	list, err := s.Absences(ctx, by)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(list, func(a Absence) bool { return a.ID == id })
	if i < 0 {
		return ErrNotFound
	}
	a := list[i]
	if a.Person != by.ID && !by.Holds(workflow.Lead) {
		return &workflow.Refusal{Event: Back, Why: workflow.NotYours}
	}
	a.EndedAt = s.Now().UTC().Truncate(time.Microsecond)
	return s.Store.Write(ctx, &Change{Away: &a, Acts: []Act{s.awayAct(by, Back, a)}})
}

func (s *Service) awayAct(by Person, kind workflow.Event, a Absence) Act {
	return Act{At: s.Now().UTC(), By: by.ID, Kind: kind, Subject: "absence/" + string(a.ID), Facts: map[string]string{"person": string(a.Person),
		"deputy": string(a.Deputy), "from": string(a.From), "until": string(a.Until)}}
}

// Absences lists those that are going on or to come, for the equality team; ErrNotFound for anyone else.
func (s *Service) Absences(ctx context.Context, by Person) ([]Absence, error) {
	if !by.Holds(workflow.Reviewer, workflow.Lead) {
		return nil, ErrNotFound
	}
	return s.Store.Absences(ctx, DayOf(s.Now()))
}

// Team lists those who review and sign off, by name, for the equality team; ErrNotFound for anyone else.
func (s *Service) Team(ctx context.Context, by Person) ([]Person, error) {
	if !by.Holds(workflow.Reviewer, workflow.Lead) {
		return nil, ErrNotFound
	}
	all, err := s.Store.PeopleList(ctx)
	return slices.DeleteFunc(all, func(p Person) bool { return p.Disabled || !p.Holds(workflow.Reviewer, workflow.Lead) }), err
}

// among finds someone by their identifier; nobody when they are not there.
func among(people []Person, id PersonID) Person {
	i := slices.IndexFunc(people, func(p Person) bool { return p.ID == id })
	if i < 0 {
		return Person{}
	}
	return people[i]
}

// StandsInFor lists those whom a person stands in for today.
func (s *Service) StandsInFor(ctx context.Context, by Person) ([]PersonID, error) {
	return s.Store.StoodInFor(ctx, by.ID, DayOf(s.Now()))
}

// standIn makes a reviewer the holder of what someone holds whom they stand in for. A lead may do all that a holder may already.
func (s *Service) standIn(ctx context.Context, c *Case) error {
	holds := c.Standing.Has(workflow.Lead, workflow.Holder) || !c.Standing.Has(workflow.Reviewer)
	if holds || c.State != workflow.InReview || c.Reviewer == "" {
		return nil
	}
	away, err := s.StandsInFor(ctx, c.Person)
	if slices.Contains(away, c.Reviewer) {
		c.Standing = append(c.Standing, workflow.Holder)
	}
	return err
}
