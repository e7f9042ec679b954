package committee

import (
	"context"

	"dorset-eqia/eqia"
)

// Briefing is one item as members read it before they decide: what is asked of them, and what the assessments with it say.
type Briefing struct {
	Item
	With []Accounted
}

// Briefing is one item as members read it. Councillors may, once the meeting is confirmed and unless the item is closed; so may those who work
// with meetings.
func (s *Service) Briefing(ctx context.Context, by eqia.Person, id ItemID) (Briefing, error) {
	if !by.Holds(visitors...) {
		return Briefing{}, eqia.ErrNotFound
	}
	item, err := s.Store.Item(ctx, ItemKey{Item: id})
	if err != nil {
		return Briefing{}, err
	}
	works := by.Holds(readers...)
	if item.Appearance == nil || !works && (item.Closed() || !item.Meeting.GoesAhead()) {
		return Briefing{}, eqia.ErrNotFound
	}
	s.judge(&item)
	b := Briefing{Item: item}
	if b.With, err = s.accounted(ctx, item); err != nil {
		return Briefing{}, err
	}
	if !works {
		found := item.Findings
		b.Item = item.forMembers()
		b.Findings = found
	}
	return b, nil
}

// Questions are those that members may want to ask about the item, with the fact that gives rise to each: what the rules found in each
// assessment, then about the item itself.
func (b Briefing) Questions(judge func(eqia.Case) []eqia.Finding) []Question {
	var out []Question
	for _, w := range b.With {
		if !w.Restricted {
			out = append(out, questionsOn(w, judge(w.Case))...)
		}
	}
	var own []eqia.Finding
	for _, f := range b.Findings {
		own = append(own, f.Finding)
	}
	out = append(out, ask(own, func(eqia.PartKey) string { return "" })...)
	return out[:min(len(out), mostQuestions)]
}
