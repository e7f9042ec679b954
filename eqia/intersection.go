package eqia

import (
	"context"
	"slices"

	"dorset-eqia/eqia/form"
)

// Intersections lists the groups that are looked at together: those that someone added a card for, in the order of the form.
func (c Case) Intersections() []form.Characteristic {
	var out []form.Characteristic
	for _, k := range c.Content.Cards {
		if ch, ok := c.Form.Group(k.Code); ok && ch.Kind == form.Combined && !k.Merged() {
			out = append(out, ch)
		}
	}
	place := func(ch form.Characteristic) []int {
		var at []int
		for _, part := range form.PartsOf(ch.Code) {
			at = append(at, slices.IndexFunc(c.Form.Characteristics, func(o form.Characteristic) bool { return o.Code == part }))
		}
		return at
	}
	slices.SortFunc(out, func(a, b form.Characteristic) int { return slices.Compare(place(a), place(b)) })
	return out
}

// Groups lists everyone the assessment has a card for: the characteristics the form asks about, then those looked at together.
func (c Case) Groups() []form.Characteristic {
	return slices.Concat(c.Characteristics(), c.Intersections())
}

// Compares reports whether there are options whose effects can be looked at side by side.
func (c Case) Compares() bool { return len(c.Content.Options) > 1 && !c.Screens() }

// AddIntersection adds a card for people who are in several groups at once, and gives its code. One that is there already is left as it is.
func (s *Service) AddIntersection(ctx context.Context, c Case, codes []string) (string, error) {
	if err := s.mayEdit(c); err != nil {
		return "", err
	}
	for _, code := range codes {
		if !slices.ContainsFunc(c.Characteristics(), func(ch form.Characteristic) bool { return ch.Code == code }) {
			return "", &Invalid{Field: "groups", Says: "Select groups from the list"}
		}
	}
	ch, ok := c.Form.Combine(codes)
	switch {
	case len(codes) < 2:
		return "", &Invalid{Field: "groups", Says: "Select two or more groups"}
	case !ok:
		return "", &Invalid{Field: "groups", Says: "Select five groups or fewer"}
	case slices.ContainsFunc(c.Intersections(), func(o form.Characteristic) bool { return o.Code == ch.Code }):
		return ch.Code, nil
	}
	k := Card{Code: ch.Code, Blocks: []Block{BlankBlock()}}
	return ch.Code, s.save(ctx, c, []Part{CardSave(k, c.Stamps[PartKey{CardPart, ch.Code}].Counter)})
}

// RemoveIntersection takes the card of groups that were looked at together away, against the counter it was read with. Actions no longer
// point to it.
func (s *Service) RemoveIntersection(ctx context.Context, c Case, code string, base int) error {
	if err := s.mayEdit(c); err != nil {
		return err
	}
	if !slices.ContainsFunc(c.Intersections(), func(ch form.Characteristic) bool { return ch.Code == code }) {
		return ErrNotFound
	}
	gone := Part{Key: PartKey{CardPart, code}, Base: base}
	return s.save(ctx, c, append([]Part{gone}, c.repointed([]Card{{Code: code}})...))
}
