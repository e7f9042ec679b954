package committee

import (
	"context"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// SavePlanItem adds an item, or changes one from the counter it was read with, and gives its identifier. Clerks may. What a clerk writes
// stays when the plan is brought in again, until a clerk takes over what the plan says.
func (s *Service) SavePlanItem(ctx context.Context, by eqia.Person, p PlanItem, once string) (PlanItemID, error) {
	if err := may(by, ActPlanItem, workflow.Clerk); err != nil {
		return "", err
	}
	if err := p.validate(); err != nil {
		return "", err
	}
	if p.ID == "" {
		p.ID, p.Counter = PlanItemID(s.NewID()), 0
	} else {
		now, err := s.planned(ctx, p.ID)
		if err != nil {
			return "", err
		}
		if p.Counter < 1 {
			return "", eqia.ErrMoved
		}
		p.Edition, p.FirstSeen = now.Edition, now.FirstSeen
	}
	act := s.act(by, ActPlanItem, "plan-item/"+string(p.ID))
	return p.ID, s.Store.Write(ctx, &Change{Once: once, Result: string(p.ID), Planned: []PlanItem{p}, Acts: []eqia.Act{act}})
}

// HeldBack lists the fields of an item in which a clerk's words stand where the plan says something else. What a clerk added where the plan says
// nothing is not among them.
func (s *Service) HeldBack(ctx context.Context, by eqia.Person, p PlanItem) ([]FieldChange, error) {
	if err := may(by, actRead, readers...); err != nil {
		return nil, err
	}
	heard, err := s.heard(ctx, p.ID)
	if err != nil {
		return nil, err
	}
	ours := p.said()
	held := heard.heldBack(ours)
	var out []FieldChange
	for _, c := range differing(ours, heard.Said, held) {
		if c.Held && c.Is != "" {
			out = append(out, c)
		}
	}
	return out, nil
}

// heard is what the plan last said of an item; nothing for one that was never brought in.
func (s *Service) heard(ctx context.Context, id PlanItemID) (Imported, error) {
	list, err := s.Store.Imported(ctx, ImportedPlanItem, string(id))
	if err != nil || len(list) == 0 {
		return Imported{}, err
	}
	return list[0], nil
}

// TakeOverCommand names a field of an item in which what the plan says is taken over, and how often the item had been saved.
type TakeOverCommand struct {
	Once    string
	Item    PlanItemID
	Field   string
	Counter int
}

// TakeOver puts what the plan says of one field in the place of a clerk's words. Clerks may.
func (s *Service) TakeOver(ctx context.Context, by eqia.Person, cmd TakeOverCommand) error {
	if err := may(by, ActTakeOver, workflow.Clerk); err != nil {
		return err
	}
	if err := s.Store.Used(ctx, cmd.Once); err != nil {
		return err
	}
	p, err := s.planned(ctx, cmd.Item)
	if err != nil {
		return err
	}
	heard, err := s.heard(ctx, cmd.Item)
	if err != nil {
		return err
	}
	if !slices.Contains(heard.heldBack(p.said()), cmd.Field) {
		return eqia.ErrNotFound
	}
	item := p.with(map[string]string{cmd.Field: heard.Said[cmd.Field]})
	item.Counter = cmd.Counter
	act := s.act(by, ActTakeOver, "plan-item/"+string(p.ID))
	act.Facts["field"] = cmd.Field
	return s.Store.Write(ctx, &Change{Once: cmd.Once, Result: string(p.ID), Planned: []PlanItem{item}, Acts: []eqia.Act{act}})
}

// Likely suggests the reports that may be the matter of an item; those of which a clerk has said that they are not are left out.
func (s *Service) Likely(ctx context.Context, by eqia.Person, p Planned) ([]Likely, error) {
	if err := may(by, actRead, readers...); err != nil {
		return nil, err
	}
	pool, err := s.Store.MatchPool(ctx, p.ID)
	if err != nil {
		return nil, err
	}
	return LikelyReports(p, pool.Reports, pool.Titles), nil
}

// MatchCommand is a clerk's verdict on an item and a report.
type MatchCommand struct {
	Item      PlanItemID
	Reference string
	Verdict   Verdict
}

// SayMatch records a clerk's verdict on whether a report is the matter of an item.
func (s *Service) SayMatch(ctx context.Context, by eqia.Person, cmd MatchCommand) error {
	if err := may(by, ActMatch, workflow.Clerk); err != nil {
		return err
	}
	if !cmd.Verdict.Valid() {
		return &eqia.Invalid{Field: "verdict", Says: "Select whether it is the same matter"}
	}
	if _, err := s.planned(ctx, cmd.Item); err != nil {
		return err
	}
	r, err := s.Store.Report(ctx, cmd.Reference)
	if err != nil {
		return err
	}
	act := s.act(by, ActMatch, "plan-item/"+string(cmd.Item))
	act.Facts["report"], act.Facts["verdict"] = r.Reference, string(cmd.Verdict)
	return s.Store.Write(ctx, &Change{Match: &Match{cmd.Item, r.ID, cmd.Verdict}, Acts: []eqia.Act{act}})
}

// PlanLink names an assessment that is for an item.
type PlanLink struct {
	Item       PlanItemID
	Assessment eqia.AssessmentID
}

// PlanLinkCommand names an assessment that is for an item, or with Not is not.
type PlanLinkCommand struct {
	Item      PlanItemID
	Reference string
	Not       bool
}

// LinkPlan notes that an assessment is for an item, or that it is not. Clerks may.
func (s *Service) LinkPlan(ctx context.Context, by eqia.Person, cmd PlanLinkCommand) error {
	kind := ActPlanLink
	if cmd.Not {
		kind = ActPlanUnlink
	}
	if err := may(by, kind, workflow.Clerk); err != nil {
		return err
	}
	if _, err := s.planned(ctx, cmd.Item); err != nil {
		return err
	}
	v, err := s.assessment(ctx, LinkCommand{Reference: cmd.Reference})
	if err != nil {
		return err
	}
	act := s.about(s.act(by, kind, "plan-item/"+string(cmd.Item)), v)
	change := &Change{Acts: []eqia.Act{act}}
	if link := (&PlanLink{cmd.Item, v.AssessmentID}); cmd.Not {
		change.PlanUnlink = link
	} else {
		change.PlanLink = link
	}
	return s.Store.Write(ctx, change)
}
