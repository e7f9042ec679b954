package eqia

import (
	"context"
	"slices"

	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// SharedReason is the code of the answer that holds the one reason given for groups that are all neutral.
const SharedReason = "shared_reason"

// SaveAnswers keeps the answers of one page. Base holds the counter each answer was read with. A page may be saved incomplete.
func (s *Service) SaveAnswers(ctx context.Context, c Case, answers map[string]Answer, base map[string]int) error {
	if err := s.mayEdit(c); err != nil {
		return err
	}
	if err := validAnswers(c.Form, answers); err != nil {
		return err
	}
	var parts []Part
	for _, q := range c.Form.Questions() {
		a, ok := answers[q.Code]
		if ok && (!a.Equal(c.Content.Answers[q.Code]) || c.Unchecked(PartKey{AnswerPart, q.Code})) {
			parts = append(parts, Part{Key: PartKey{AnswerPart, q.Code}, Base: base[q.Code], Body: a})
		}
	}
	return s.save(ctx, c, parts)
}

// SaveCard keeps one characteristic's card.
func (s *Service) SaveCard(ctx context.Context, c Case, k Card, base int) error {
	if err := s.mayEdit(c); err != nil {
		return err
	}
	if err := c.validCard(k); err != nil {
		return err
	}
	return s.save(ctx, c, []Part{CardSave(k, base)})
}

// Chosen is one row of the whole table: the effects ticked for one characteristic.
type Chosen struct {
	Code    string
	Effects Effects
	Base    int
}

// SaveTable keeps the effects of many cards at once, each against its own counter. Cards that were split are left as they are.
func (s *Service) SaveTable(ctx context.Context, c Case, rows []Chosen) error {
	if err := s.mayEdit(c); err != nil {
		return err
	}
	var parts []Part
	for _, row := range rows {
		k := c.Content.Card(row.Code)
		if len(k.Blocks) == 0 {
			k.Blocks = []Block{BlankBlock()}
		}
		if k.Split() || slices.Equal(k.Blocks[0].Effects, row.Effects) && (!c.Unchecked(PartKey{CardPart, k.Code}) || k.Blocks[0].worded()) {
			continue
		}
		k.Blocks = slices.Clone(k.Blocks)
		k.Blocks[0].Effects = row.Effects
		k.Blocks[0].Shared = k.Blocks[0].Shared && row.Effects.Only(Neutral)
		if err := c.validCard(k); err != nil {
			return err
		}
		parts = append(parts, CardSave(k, row.Base))
	}
	return s.save(ctx, c, parts)
}

// SaveSharedReason keeps the one reason for groups that are neutral, and marks the cards that use it: neutral, with no reason of their
// own, and not pointed to by the answers about the decision.
func (s *Service) SaveSharedReason(ctx context.Context, c Case, reason string, base int) error {
	if err := s.mayEdit(c); err != nil {
		return err
	}
	var parts []Part
	a := Answer{Text: Lines(reason)}
	if !a.Equal(c.Content.Answers[SharedReason]) || c.Unchecked(PartKey{AnswerPart, SharedReason}) {
		parts = append(parts, Part{Key: PartKey{AnswerPart, SharedReason}, Base: base, Body: a})
	}
	for _, k := range c.SharesReason() {
		if k.Blocks[0].Shared == (reason != "") {
			continue
		}
		k.Blocks = slices.Clone(k.Blocks)
		k.Blocks[0].Shared = reason != ""
		parts = append(parts, CardSave(k, c.Stamps[PartKey{CardPart, k.Code}].Counter))
	}
	return s.save(ctx, c, parts)
}

// SharesReason lists the cards that one shared reason can speak for.
func (c Case) SharesReason() []Card {
	pointed := c.Pointed()
	var out []Card
	for _, ch := range c.Characteristics() {
		k := c.Content.Card(ch.Code)
		if len(k.Blocks) == 1 && k.Blocks[0].Effects.Only(Neutral) && k.Blocks[0].How == "" && !slices.Contains(pointed, ch.Code) {
			out = append(out, k)
		}
	}
	return out
}

func (s *Service) mayEdit(c Case) error {
	_, err := s.find(c, workflow.Edit, nil)
	return err
}

// save writes the parts with their acts, fresh copies for lists, and the person among those who contributed; no parts is no change.
func (s *Service) save(ctx context.Context, c Case, parts []Part) error {
	if len(parts) == 0 {
		return s.spend(ctx, c)
	}
	return s.Store.Write(ctx, s.saving(c, parts, ""))
}

// saving is the change that keeps these parts.
func (s *Service) saving(c Case, parts []Part, once string) *Change {
	now := s.Now().UTC()
	change := &Change{Once: once, Result: c.Assessment.Reference, Spent: c.spent(), Saves: []Save{{Version: c.ID, Parts: parts, Lists: c.listsAfter(parts), At: now, By: c.Person.ID}}}
	for _, p := range parts {
		facts := map[string]string{"part": p.Key.String()}
		if p.Body == nil {
			facts["removed"] = "yes"
		}
		change.Acts = append(change.Acts, s.act(c, workflow.Edit, facts))
	}
	if p, ok := c.firstEdit(); ok {
		change.Parties = []Party{p}
	}
	if !c.Assessment.Restricted && c.asksToRestrict(parts) {
		family := c.Assessment
		family.Restricted, family.RestrictedBy, family.LiftedReason = true, c.ID, ""
		change.Family = &family
	}
	return change
}

// asksToRestrict reports whether one of the parts says that the proposal is of a kind that few may read about.
func (c Case) asksToRestrict(parts []Part) bool {
	return slices.ContainsFunc(parts, func(p Part) bool {
		a, ok := p.Body.(Answer)
		return ok && p.Key == PartKey{AnswerPart, form.QuestionKind} && c.Form.DepthOf(a.Choice()).Restricted
	})
}

// listsAfter is the header with fresh copies of the answers that lists use; nil when none of them is among the parts.
func (c Case) listsAfter(parts []Part) *Header {
	listed := []string{form.QuestionTitle, form.QuestionKind, "directorate", "service", form.QuestionDecisionDate, form.QuestionReviewDate,
		form.QuestionBudgetRound, form.QuestionAssessmentNeeded}
	v := Version{Header: c.Header, Content: Content{Answers: map[string]Answer{}}}
	for code, a := range c.Content.Answers {
		v.Content.Answers[code] = a
	}
	changed := false
	for _, p := range parts {
		if a, ok := p.Body.(Answer); ok {
			v.Content.Answers[p.Key.Key] = a
			changed = changed || slices.Contains(listed, p.Key.Key)
		}
	}
	if !changed {
		return nil
	}
	v.Lists()
	return &v.Header
}

// firstEdit is the person's party with the mark that they contributed, when it is not there yet.
func (c Case) firstEdit() (Party, bool) {
	for _, p := range c.Parties {
		if p.VersionID == c.ID && p.Person == c.Person.ID {
			done := p.Contributed
			p.Contributed = true
			return p, !done
		}
	}
	return Party{VersionID: c.ID, Person: c.Person.ID, Relation: workflow.Editor, Active: true, Contributed: true}, true
}
