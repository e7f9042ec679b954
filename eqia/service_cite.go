package eqia

import (
	"context"
	"errors"
	"slices"

	"dorset-eqia/eqia/library"
)

// Citation is a card as it was typed, the counter it was read with, and the fact it shall rest on.
type Citation struct {
	Card Card
	Base int
	Fact library.ID
}

// CiteOnCard saves a card as it was typed, with a fact of the library among the evidence of the version and of each of the card's blocks.
// A fact that is among the evidence already is used again.
func (s *Service) CiteOnCard(ctx context.Context, c Case, cmd Citation) error {
	if err := s.mayEdit(c); err != nil {
		return err
	}
	if err := c.validCard(cmd.Card); err != nil {
		return err
	}
	facts, err := s.holding(ctx, c, []library.ID{cmd.Fact})
	if err != nil {
		return err
	}
	return s.cite(ctx, c, facts, func(no int) []Part { return []Part{CardSave(cmd.Card.resting(no), cmd.Base)} })
}

// CiteFacts puts facts of the library among the evidence, those that are not there yet.
func (s *Service) CiteFacts(ctx context.Context, c Case, ids []library.ID) error {
	if err := s.mayEdit(c); err != nil {
		return err
	}
	if len(ids) == 0 {
		return &Invalid{Field: "fact", Says: "Select the figures to cite"}
	}
	facts, err := s.holding(ctx, c, ids)
	if err != nil {
		return err
	}
	return s.cite(ctx, c, facts, nil)
}

// holding finds facts that hold, each once. ErrMoved when one was replaced since it was offered.
func (s *Service) holding(ctx context.Context, c Case, ids []library.ID) ([]library.Fact, error) {
	all, err := s.FactsFor(ctx, c)
	if err != nil {
		return nil, err
	}
	var out []library.Fact
	for i, id := range ids {
		f, ok := library.Find(all, id)
		if !ok {
			return nil, ErrNotFound
		}
		if f.Replaced() {
			return nil, ErrMoved
		}
		if !slices.Contains(ids[:i], id) {
			out = append(out, f)
		}
	}
	return out, nil
}

// cite saves what is not among the evidence yet, and with it what rests on the last of it. Where someone else took the next number, it
// takes a later one.
func (s *Service) cite(ctx context.Context, c Case, facts []library.Fact, with func(no int) []Part) error {
	next := c.nextNumber(EvidencePart)
	for range 20 {
		parts, no, err := c.citing(facts, next)
		if err != nil {
			return err
		}
		if with != nil {
			parts = append(parts, with(no)...)
		}
		err = s.save(ctx, c, parts)
		var conflict *Conflict
		taken := func(k PartKey) bool { return k.Kind == EvidencePart }
		if !errors.As(err, &conflict) || !slices.ContainsFunc(conflict.Parts, taken) {
			return err
		}
		next++
	}
	return ErrNotSaved
}

// citing is the sources of evidence that facts become, numbered from next on, and the number of the last one.
func (c Case) citing(facts []library.Fact, next int) (parts []Part, no int, err error) {
	for _, f := range facts {
		if no = c.Content.Cites(f.ID); no > 0 {
			continue
		}
		e := c.evidenceOf(f)
		e.No, no = next, next
		next++
		parts = append(parts, Part{Key: Entry(EvidencePart, e.No), Body: e})
		if err := validEntry(c, e); err != nil {
			return nil, 0, err
		}
	}
	if len(c.Content.Evidence)+len(parts) > maxEntries {
		return nil, 0, &Invalid{Field: "fact", Says: "The list of evidence is full. Remove a source first"}
	}
	return parts, no, nil
}

// resting is the card with a source of evidence under each of its blocks.
func (c Card) resting(no int) Card {
	c.Blocks = slices.Clone(c.Blocks)
	for i, b := range c.Blocks {
		if !slices.Contains(b.Evidence, no) {
			c.Blocks[i].Evidence = append(slices.Clone(b.Evidence), no)
		}
	}
	return c
}

// Overtaken lists the sources of evidence whose fact was replaced.
func (s *Service) Overtaken(ctx context.Context, c Case) ([]Overtaken, error) {
	facts, err := s.FactsFor(ctx, c)
	if err != nil {
		return nil, err
	}
	var out []Overtaken
	for _, e := range c.Content.Evidence {
		if f, ok := library.Find(facts, library.ID(e.Fact)); ok && f.Replaced() {
			now, _ := library.Current(facts, f)
			out = append(out, Overtaken{No: e.No, Was: f, Now: now})
		}
	}
	return out, nil
}

// WithReplaced is the case with the sources of evidence whose fact was replaced.
func (s *Service) WithReplaced(ctx context.Context, c Case) (Case, error) {
	var err error
	c.Replaced, err = s.Overtaken(ctx, c)
	return c, err
}

// UseNewFact puts the fact that holds now in the place of a replaced one, under the same number, so that the cards that rest on it rest on
// the new one. Base is the counter the source was read with.
func (s *Service) UseNewFact(ctx context.Context, c Case, no, base int) error {
	if err := s.mayEdit(c); err != nil {
		return err
	}
	old, err := s.Overtaken(ctx, c)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(old, func(o Overtaken) bool { return o.No == no && o.HasNew() })
	if i < 0 {
		return ErrMoved
	}
	was, err := c.Content.EntryOf(EvidencePart, no)
	if err != nil {
		return err
	}
	e := c.evidenceOf(old[i].Now)
	e.No, e.Characteristics = no, was.(Evidence).Characteristics
	return s.save(ctx, c, []Part{{Key: Entry(EvidencePart, no), Base: base, Body: e}})
}
