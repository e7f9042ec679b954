package eqiatest

import (
	"context"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// Write fills an assessment with content, as the person who may edit it: entries first, since cards name them.
func Write(ctx context.Context, s *eqia.Service, by eqia.Person, reference string, content eqia.Content) error { //nolint:revive // tests read it as a sentence: who writes what, and where
	for _, part := range []func(context.Context, *eqia.Service, eqia.Case, eqia.Content) error{answers, entries, cards, deeds} {
		c, err := s.Open(ctx, by, reference)
		if err != nil {
			return err
		}
		if err := part(ctx, s, c, content); err != nil {
			return err
		}
	}
	return nil
}

func answers(ctx context.Context, s *eqia.Service, c eqia.Case, content eqia.Content) error {
	said, base := map[string]eqia.Answer{}, map[string]int{}
	for code, a := range content.Answers {
		base[code] = c.Stamps[eqia.PartKey{Kind: eqia.AnswerPart, Key: code}].Counter
		if code != eqia.SharedReason {
			said[code] = a
		}
	}
	return s.SaveAnswers(ctx, c, said, base)
}

func entries(ctx context.Context, s *eqia.Service, c eqia.Case, content eqia.Content) error {
	for _, kind := range []eqia.PartKind{eqia.OptionPart, eqia.EvidencePart, eqia.EngagementPart} {
		if err := add(ctx, s, c, content.Entries(kind)); err != nil {
			return err
		}
	}
	return nil
}

func add(ctx context.Context, s *eqia.Service, c eqia.Case, list []eqia.Numbered) error {
	for _, e := range list {
		if _, err := s.AddEntry(ctx, c, e, ""); err != nil {
			return err
		}
	}
	return nil
}

func cards(ctx context.Context, s *eqia.Service, c eqia.Case, content eqia.Content) error {
	for _, k := range content.Cards {
		base := c.Stamps[eqia.PartKey{Kind: eqia.CardPart, Key: k.Code}].Counter
		if err := s.SaveCard(ctx, c, k, base); err != nil {
			return err
		}
	}
	return nil
}

// deeds adds what points to the cards: the actions that answer them and the reason that they share.
func deeds(ctx context.Context, s *eqia.Service, c eqia.Case, content eqia.Content) error {
	if err := add(ctx, s, c, content.Entries(eqia.ActionPart)); err != nil {
		return err
	}
	base := c.Stamps[eqia.PartKey{Kind: eqia.AnswerPart, Key: eqia.SharedReason}].Counter
	return s.SaveSharedReason(ctx, c, content.Answers[eqia.SharedReason].Text, base)
}

// Sign takes an assessment from the author's hands to the lead's signature, through the queue and the reviewer.
func Sign(ctx context.Context, s *eqia.Service, reference string, author, lead eqia.Person) error { //nolint:revive // tests read it as a sentence: what, whose, and who signs
	c, err := s.Open(ctx, author, reference)
	if err != nil {
		return err
	}
	if err := s.Send(ctx, c, eqia.SendCommand{Revision: c.Revision}); err != nil {
		return err
	}
	if c, err = s.Open(ctx, lead, reference); err != nil {
		return err
	}
	if err := s.Move(ctx, c, eqia.MoveCommand{Event: workflow.Take, Revision: c.Revision}); err != nil {
		return err
	}
	if c, err = s.Open(ctx, lead, reference); err != nil {
		return err
	}
	_, digest, err := eqia.Seal(c.Content, eqia.Words(c.ToSign()))
	if err != nil {
		return err
	}
	return s.SignOff(ctx, c, eqia.SignCommand{Revision: c.Revision, Digest: digest})
}
