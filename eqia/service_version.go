package eqia

import (
	"context"
	"slices"

	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// NewVersionCommand says why there is to be a new version. Without a purpose it puts small things right.
type NewVersionCommand struct {
	Once    string
	Purpose Purpose
}

// event is what the workflow calls starting a version for this purpose.
func (p Purpose) event() workflow.Event {
	if p == Reviews {
		return workflow.StartReview
	}
	return workflow.NewVersion
}

// Valid reports whether p is one of the purposes.
func (p Purpose) Valid() bool { return p == Corrects || p == Revises || p == Reviews }

// NewVersion starts the next version of a signed one and gives its number. A correction stays on the form it was signed on; any other starts
// on the newest, with the answers carried over. A review asks first what became of all that was predicted.
func (s *Service) NewVersion(ctx context.Context, c Case, cmd NewVersionCommand) (string, error) {
	if cmd.Purpose == "" {
		cmd.Purpose = Corrects
	}
	if !cmd.Purpose.Valid() {
		return "", &Invalid{Field: "purpose", Says: "Select why there is a new version"}
	}
	if _, err := s.find(c, cmd.Purpose.event(), nil); err != nil {
		return "", s.again(ctx, cmd.Once, err)
	}
	now := s.Now().UTC()
	var err error
	if c.Council, err = s.council(ctx, c.Assessment.Profile, 0); err != nil {
		return "", err
	}
	fv := c.nextForm(cmd.Purpose, DayOf(now))
	next := Version{Content: carry(c.Content, fv), Header: Header{ID: VersionID(s.NewID()), AssessmentID: c.AssessmentID, Purpose: cmd.Purpose,
		FromNumber: c.Number(), FromForm: c.Header.Form, Form: fv.Code, State: workflow.Draft, Revision: 1, StartedAt: now, SavedAt: now}}
	if next.Major, next.Minor, err = s.nextNumber(ctx, c, cmd.Purpose != Corrects); err != nil {
		return "", err
	}
	next.Content.Form = FormRef{c.Assessment.Profile, fv.Code}
	next.Content.Outcomes = c.outcomesFor(cmd.Purpose)
	next.Lists()
	family := c.Assessment
	family.Current = next.ID
	act := s.act(c, cmd.Purpose.event(), map[string]string{"from": c.Number(), "to": next.Number()})
	act.Version = next.ID
	change := &Change{Once: cmd.Once, Result: family.Reference, Family: &family, Made: &next, After: c.ID, Parties: carriedParties(c, next.ID),
		Acts: []Act{act}}
	return next.Number(), s.Store.Write(ctx, change)
}

// nextForm is the form that the next version is written on: the newest, but for a correction, which asks nothing that was not asked before.
func (c Case) nextForm(p Purpose, today Day) form.Version {
	if same, known := c.Council.Version(c.Header.Form); p == Corrects && known {
		return same
	}
	if newest, ok := c.Council.Latest(string(today)); ok {
		return newest
	}
	return c.Form
}

// outcomesFor is what the next version starts with about what happened: a correction keeps what was said, a review asks anew.
func (c Case) outcomesFor(p Purpose) []Outcome {
	switch p {
	case Corrects:
		return c.Content.Clone().Outcomes
	case Reviews:
		return c.Predictions()
	default:
		return nil
	}
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
// words and evidence but no effect and no aim, since nobody said what they were for each group. Actions that dealt with such a row deal
// with each of those groups.
func carry(old Content, fv form.Version) Content {
	next := old.whole()
	next.Answers, next.Cards, next.Outcomes = map[string]Answer{}, []Card{}, nil
	for code, a := range old.Answers {
		if _, ok := fv.Question(code); ok || code == SharedReason {
			next.Answers[code] = a
		}
	}
	for _, k := range old.Cards {
		for _, part := range k.parted() {
			if _, ok := fv.Group(part.Code); ok {
				next.Cards = append(next.Cards, part)
			}
		}
	}
	for i, a := range next.Actions {
		next.Actions[i].Answers = old.carriedRefs(a.Answers, next)
	}
	next.Sort()
	return next
}

// carriedRefs is what an action deals with on the next form: the same blocks where they are still there, and the parts of a merged row.
func (c Content) carriedRefs(refs []BlockRef, next Content) []BlockRef {
	out := []BlockRef{}
	for _, ref := range refs {
		for _, part := range c.Card(ref.Card).parted() {
			moved := ref
			if part.Code != ref.Card {
				moved = BlockRef{Card: part.Code}
			}
			there := slices.ContainsFunc(next.Card(moved.Card).Blocks, func(b Block) bool { return b.Ref(moved.Card) == moved })
			if there && !slices.Contains(out, moved) {
				out = append(out, moved)
			}
		}
	}
	return out
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
			b.How, b.Mitigation = joined(b.How, was.How), joined(b.Mitigation, was.Mitigation)
			b.Justification, b.FindOut = joined(b.Justification, was.Justification), joined(b.FindOut, was.FindOut)
			b.Evidence = union(b.Evidence, was.Evidence)
		}
		out = append(out, Card{Code: code, Blocks: []Block{b}})
	}
	return out
}
