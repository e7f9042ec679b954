package committee

import (
	"context"
	"errors"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/section"
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

// pinned is what is kept with a link of the version it points at. Its answers can't change any more.
func (s *Service) pinned(ctx context.Context, v eqia.Version) (Pinned, error) {
	p := Pinned{AssessmentID: v.AssessmentID, VersionID: v.ID, SignerContributed: eqia.SignerContributed(v), Facts: LinkFacts{Digest: v.Digest}}
	if !v.Assessment.Restricted {
		p.Facts.Proposal = v.Title
	}
	var err error
	if p.Facts.Look, err = s.lookAt(ctx, v); err != nil || v.Screening {
		return p, err
	}
	fv, day, err := s.formOf(ctx, v)
	if err != nil {
		return p, err
	}
	p.Facts.Effects = map[string][]string{}
	for _, ch := range fv.CharacteristicsInForce(day) {
		effects := effectsOn(v.Content, ch.Code)
		if len(effects) == 0 {
			p.Unrated = append(p.Unrated, ch.Label)
			continue
		}
		p.Facts.Effects[ch.Label] = effects
	}
	for _, k := range v.Content.Cards {
		if ch, ok := fv.Group(k.Code); ok && ch.Kind == form.Combined && len(k.Effects()) > 0 {
			p.Facts.Effects[ch.Label] = k.Effects().Codes()
		}
	}
	p.Facts.explain(v.Content)
	return p, nil
}

// lookAt is what someone should look at before a version becomes public with a meeting's papers.
func (s *Service) lookAt(ctx context.Context, v eqia.Version) ([]string, error) {
	if s.Exposes == nil {
		return nil, nil
	}
	found, err := s.Exposes(ctx, v)
	var out []string
	for _, f := range found {
		if !slices.Contains(out, f.Message) {
			out = append(out, f.Message)
		}
	}
	return out, err
}

// formOf is the form that a version is held against, and the day whose characteristics count. For a record from outside that is today's.
func (s *Service) formOf(ctx context.Context, v eqia.Version) (form.Version, string, error) {
	council, err := s.Forms(ctx, v.Assessment.Profile, v.Form)
	if err != nil {
		return form.Version{}, "", err
	}
	day := string(eqia.DayOf(v.StartedAt))
	fv, ok := council.Version(v.Form)
	if v.Legacy || !ok {
		day = string(eqia.DayOf(s.Now()))
		fv, _ = council.Latest(day)
	}
	return fv, day, nil
}

// effectsOn is every effect found on a characteristic, by a card of its own or a merged row that speaks for it.
func effectsOn(c eqia.Content, code string) []string {
	var out []string
	for _, k := range c.Cards {
		if k.Code != code && !slices.Contains(k.Covers, code) {
			continue
		}
		for _, e := range k.Effects().Codes() {
			if !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
	}
	return out
}

// explain counts the groups that have an explanation, the most of them that have the same, and those whose explanation only points elsewhere.
func (f *LinkFacts) explain(c eqia.Content) {
	same := map[string]int{}
	for _, k := range c.Cards {
		texts := map[string]bool{}
		for _, b := range k.Blocks {
			if how := plainly(b.How); how != "" {
				texts[how] = true
			}
		}
		if len(texts) == 0 {
			continue
		}
		f.Explained++
		pointing := true
		for how := range texts {
			same[how]++
			f.Repeated = max(f.Repeated, same[how])
			pointing = pointing && section.OnlyPoints(how)
		}
		if pointing {
			f.Pointing++
		}
	}
}
