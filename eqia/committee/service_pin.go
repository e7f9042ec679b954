package committee

import (
	"context"
	"errors"
	"slices"

	"dorset-eqia/eqia"
)

// signed is the version that a link or a reason names, refused unless it is signed and the item may carry it.
func (s *Service) signed(ctx context.Context, item Item, cmd LinkCommand) (eqia.Version, error) {
	v, err := s.assessment(ctx, cmd)
	if err != nil {
		return v, err
	}
	if v.Assessment.Restricted && item.Access == Open {
		return v, &eqia.Invalid{Field: "reference", Says: "This assessment is restricted and the item is open to the public. Close the item, or ask the equality lead"}
	}
	if cmd.Number == "" && !v.State.Frozen() && v.Assessment.Signed != "" {
		if v, err = s.inForce(ctx, v); err != nil {
			return v, err
		}
	}
	if !v.State.Frozen() {
		return v, &eqia.Invalid{Field: "reference", Says: "This assessment is not signed off. Note that it is expected, and link it once it is signed"}
	}
	return v, nil
}

// assessment is the version a command names; the current one when it names no number.
func (s *Service) assessment(ctx context.Context, cmd LinkCommand) (eqia.Version, error) {
	wrong := &eqia.Invalid{Field: "reference", Says: "Enter the reference of an assessment, for example EQIA-2026-0001"}
	reference, err := eqia.ParseReference(cmd.Reference)
	if err != nil {
		return eqia.Version{}, wrong
	}
	v, err := s.Assessments.Version(ctx, reference, cmd.Number)
	if errors.Is(err, eqia.ErrNotFound) {
		return v, wrong
	}
	return v, err
}

// inForce is the signed version that holds while a newer one is being written.
func (s *Service) inForce(ctx context.Context, v eqia.Version) (eqia.Version, error) {
	all, err := s.Assessments.Versions(ctx, v.AssessmentID)
	if err != nil {
		return v, err
	}
	for _, h := range all {
		if h.ID == v.Assessment.Signed {
			return s.Assessments.Version(ctx, v.Assessment.Reference, h.Number())
		}
	}
	return v, nil
}

func (s *Service) about(a eqia.Act, v eqia.Version) eqia.Act {
	a.Assessment, a.Version = v.AssessmentID, v.ID
	return a
}

// unrated lists the characteristics of a version's form for which it records no effect. A record from outside is held against today's
// form, where a merged row speaks for each group it covers; a screening asks about none.
func (s *Service) unrated(ctx context.Context, v eqia.Version) ([]string, error) {
	if v.Screening {
		return nil, nil
	}
	council, err := s.Forms(ctx, v.Assessment.Profile, v.Form)
	if err != nil {
		return nil, err
	}
	day := string(eqia.DayOf(v.StartedAt))
	fv, ok := council.Version(v.Form)
	if v.Legacy || !ok {
		day = string(eqia.DayOf(s.Now()))
		fv, _ = council.Latest(day)
	}
	var out []string
	for _, ch := range fv.CharacteristicsInForce(day) {
		rated := slices.ContainsFunc(v.Content.Cards, func(k eqia.Card) bool {
			return (k.Code == ch.Code || slices.Contains(k.Covers, ch.Code)) && len(k.Effects()) > 0
		})
		if !rated {
			out = append(out, ch.Label)
		}
	}
	return out, nil
}
