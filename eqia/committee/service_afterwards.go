package committee

import (
	"context"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// RecordChallenge records a point that a councillor raised, or from its counter what was answered and what came of it. Clerks may.
func (s *Service) RecordChallenge(ctx context.Context, by eqia.Person, h Challenge, once string) error {
	if err := may(by, ActChallenge, workflow.Clerk); err != nil {
		return err
	}
	if err := h.validate(eqia.DayOf(s.Now())); err != nil {
		return err
	}
	i, err := s.Store.Item(ctx, ItemKey{Appearance: h.AppearanceID})
	if err != nil {
		return err
	}
	kind := ActChallenge
	if h.Counter > 0 {
		kind = ActAnswerChallenge
		if !slices.ContainsFunc(i.Appearance.Challenges, func(o Challenge) bool { return o.ID == h.ID }) {
			return eqia.ErrNotFound
		}
	} else {
		h.ID = ChallengeID(s.NewID())
	}
	act := s.act(by, kind, "appearance/"+string(h.AppearanceID))
	act.Facts["challenge"], act.Facts["channel"], act.Facts["led_to"] = string(h.ID), string(h.Channel), string(h.LedTo)
	h.At, h.By = act.At, by.ID
	return s.Store.Write(ctx, &Change{Once: once, Result: string(h.ID), Challenge: &h, Acts: []eqia.Act{act}})
}

func (h *Challenge) validate(today eqia.Day) error {
	h.Councillor, h.Text, h.Answer = line(h.Councillor), eqia.Lines(h.Text), eqia.Lines(h.Answer)
	switch {
	case h.Councillor == "":
		return &eqia.Invalid{Field: "councillor", Says: "Enter who raised it"}
	case !slices.Contains(Channels(), h.Channel):
		return &eqia.Invalid{Field: "channel", Says: "Select how it was raised"}
	case h.Text == "":
		return &eqia.Invalid{Field: "text", Says: "Enter what was asked or said"}
	case h.AskedOn == "" || h.AskedOn > today:
		return &eqia.Invalid{Field: "asked", Says: "Enter the date on which it was raised, today or earlier"}
	case h.LedTo != "" && !slices.Contains(LedToWays(), h.LedTo):
		return &eqia.Invalid{Field: "led_to", Says: "Select what came of it"}
	}
	if err := short("councillor", h.Councillor); err != nil {
		return err
	}
	if err := eqia.ValidText("answer", h.Answer); err != nil {
		return err
	}
	return eqia.ValidText("text", h.Text)
}

// Promise records something promised to members at a meeting. Clerks may.
func (s *Service) Promise(ctx context.Context, by eqia.Person, m Commitment, once string) error {
	if err := may(by, ActPromise, workflow.Clerk); err != nil {
		return err
	}
	if err := m.validate(); err != nil {
		return err
	}
	if _, err := s.Store.Item(ctx, ItemKey{Appearance: m.AppearanceID}); err != nil {
		return err
	}
	m.ID, m.Counter = CommitmentID(s.NewID()), 0
	act := s.act(by, ActPromise, "appearance/"+string(m.AppearanceID))
	act.Facts["commitment"], act.Facts["due_on"] = string(m.ID), string(m.DueOn)
	m.At, m.By = act.At, by.ID
	return s.Store.Write(ctx, &Change{Once: once, Result: string(m.ID), Commitment: &m, Acts: []eqia.Act{act}})
}

func (m *Commitment) validate() error {
	m.Text, m.Owner = eqia.Lines(m.Text), line(m.Owner)
	switch {
	case m.Text == "":
		return &eqia.Invalid{Field: "text", Says: "Enter what was promised"}
	case m.Owner == "":
		return &eqia.Invalid{Field: "owner", Says: "Enter who will do it"}
	case m.DueOn == "":
		return &eqia.Invalid{Field: "due", Says: "Enter the date by which it will be done"}
	}
	if _, err := eqia.ParseDay(string(m.DueOn)); err != nil {
		return &eqia.Invalid{Field: "due", Says: "The date must be a real date"}
	}
	if err := short("owner", m.Owner); err != nil {
		return err
	}
	return eqia.ValidText("text", m.Text)
}

// ClosePromise records what was done about a commitment. Clerks and the equality lead may. One that is closed is ErrMoved.
func (s *Service) ClosePromise(ctx context.Context, by eqia.Person, m Commitment, at Settling) error {
	if err := may(by, ActClosePromise, workflow.Clerk, workflow.Lead); err != nil {
		return err
	}
	if err := s.Store.Used(ctx, at.Once); err != nil {
		return err
	}
	if !m.ClosedAt.IsZero() {
		return eqia.ErrMoved
	}
	m.Closing = eqia.Lines(m.Closing)
	if m.Closing == "" {
		return &eqia.Invalid{Field: "closing", Says: "Enter what was done"}
	}
	if err := eqia.ValidText("closing", m.Closing); err != nil {
		return err
	}
	act := s.act(by, ActClosePromise, "appearance/"+string(m.AppearanceID))
	act.Facts["commitment"] = string(m.ID)
	m.ClosedAt, m.ClosedBy, m.Counter = act.At, by.ID, at.Counter
	return s.Store.Write(ctx, &Change{Once: at.Once, Result: string(m.ID), Commitment: &m, Acts: []eqia.Act{act}})
}
