package eqia

import (
	"context"

	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// Restructure is the kind of proposal that is restricted from the start: its assessment may say things about few people.
const Restructure = "restructure"

// StartCommand is the first page of the form, answered.
type StartCommand struct {
	Once    string
	Answers map[string]Answer
}

// Start makes a new assessment at version 1.0 and gives its reference. Any officer may.
func (s *Service) Start(ctx context.Context, by Person, cmd StartCommand) (string, error) {
	council := s.Profiles[s.Profile]
	now := s.Now().UTC()
	fv, ok := council.Latest(string(DayOf(now)))
	if !ok {
		return "", &Invalid{Field: "title", Says: "There is no form in force today. Ask the equality team"}
	}
	if err := validAnswers(fv, cmd.Answers); err != nil {
		return "", err
	}
	family := Assessment{ID: AssessmentID(s.NewID()), Profile: s.Profile, Current: VersionID(s.NewID())}
	if cmd.Answers[form.QuestionKind].Choice() == Restructure {
		family.Restricted, family.RestrictedBy = true, family.Current
	}
	v := Version{Assessment: family, Content: NewContent(FormRef{s.Profile, fv.Code}), Header: Header{ID: family.Current,
		AssessmentID: family.ID, Major: 1, Form: fv.Code, State: workflow.Draft, Revision: 1, StartedAt: now, SavedAt: now}}
	v.Content.Answers = cmd.Answers
	v.Lists()
	change := &Change{Once: cmd.Once, Family: &family, Made: &v,
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
	v.Screening = a[form.QuestionAssessmentNeeded].Choice() == form.AssessmentNo
}

// NewVersionCommand says how much the new version changes: a minor one puts small things right, a material one asks again.
type NewVersionCommand struct {
	Once     string
	Material bool
}

// NewVersion starts the next version of a signed one, with its answers carried onto the newest form, and gives its number.
func (s *Service) NewVersion(ctx context.Context, c Case, cmd NewVersionCommand) (string, error) {
	if _, err := s.find(c, workflow.NewVersion, nil); err != nil {
		return "", err
	}
	now := s.Now().UTC()
	fv, ok := c.Council.Latest(string(DayOf(now)))
	if !ok {
		fv = c.Form
	}
	next := Version{Content: carry(c.Content, fv), Header: Header{ID: VersionID(s.NewID()), AssessmentID: c.AssessmentID,
		Form: fv.Code, State: workflow.Draft, Revision: 1, StartedAt: now, SavedAt: now}}
	var err error
	if next.Major, next.Minor, err = s.nextNumber(ctx, c, cmd.Material); err != nil {
		return "", err
	}
	next.Content.Form = FormRef{c.Assessment.Profile, fv.Code}
	next.Lists()
	family := c.Assessment
	family.Current = next.ID
	act := s.act(c, workflow.NewVersion, map[string]string{"from": c.Number(), "to": next.Number()})
	act.Version = next.ID
	change := &Change{Once: cmd.Once, Result: family.Reference, Family: &family, Made: &next, Parties: carriedParties(c, next.ID), Acts: []Act{act}}
	return next.Number(), s.Store.Write(ctx, change)
}

// nextNumber is the first number after this version's that no version of the family has had, also one that was withdrawn.
func (s *Service) nextNumber(ctx context.Context, c Case, material bool) (major, minor int, err error) {
	versions, err := s.Store.Versions(ctx, c.AssessmentID)
	major, minor = c.Major, c.Minor
	for _, v := range versions {
		if v.Major == c.Major {
			minor = max(minor, v.Minor)
		}
		if material {
			major = max(major, v.Major)
		}
	}
	if material {
		return major + 1, 0, err
	}
	return major, minor + 1, err
}

// carriedParties keeps those who worked on the last version at hand for the next: the one who starts it is its author.
func carriedParties(c Case, next VersionID) []Party {
	out := []Party{{VersionID: next, Person: c.Person.ID, Relation: workflow.Author, Active: true, Contributed: true}}
	for _, p := range c.Parties {
		if p.VersionID != c.ID || !p.Active || p.Person == c.Person.ID || p.Person == "" {
			continue
		}
		p.VersionID, p.Contributed = next, false
		if p.Relation == workflow.Author {
			p.Relation = workflow.Editor
		}
		if p.Relation != Involved {
			out = append(out, p)
		}
	}
	return out
}

// carry brings answers onto a form: what it still asks is kept, and a merged row becomes one card for each group it covered, with its
// words but no effect, since nobody said what the effect on each group was.
func carry(old Content, fv form.Version) Content {
	next := old.whole()
	next.Answers, next.Cards = map[string]Answer{}, []Card{}
	for code, a := range old.Answers {
		if _, ok := fv.Question(code); ok || code == SharedReason {
			next.Answers[code] = a
		}
	}
	for _, k := range old.Cards {
		for _, part := range k.parted() {
			if _, ok := fv.Characteristic(part.Code); ok {
				next.Cards = append(next.Cards, part)
			}
		}
	}
	next.Sort()
	return next
}

// parted is the card itself, or one card for each characteristic that a merged row covered.
func (c Card) parted() []Card {
	if !c.Merged() {
		c.Label = ""
		return []Card{c}
	}
	var out []Card
	for _, code := range c.Covers {
		b := BlankBlock()
		for _, was := range c.Blocks {
			b.How = joined(b.How, was.How)
		}
		out = append(out, Card{Code: code, Blocks: []Block{b}})
	}
	return out
}
