package store

import (
	"context"
	"fmt"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

type planItemRow struct {
	ID          string `gorm:"primaryKey"`
	IdentityKey string
	PlanBody    string
	Ref         string
	Title       string
	Summary     string
	IsKey       bool
	Access      string
	Maker       string
	DecidedOn   string
	Period      string
	Consulted   string
	Portfolio   string
	LeadOfficer string
	Documents   string
	Edition     string
	Counter     int
}

func (planItemRow) TableName() string { return "plan_items" }

func planRow(p committee.PlanItem) planItemRow {
	return planItemRow{ID: string(p.ID), IdentityKey: p.Identity(), PlanBody: p.Plan, Ref: p.Ref, Title: p.Title, Summary: p.Summary, IsKey: p.Key,
		Access: string(p.Access), Maker: p.Maker, DecidedOn: string(p.On), Period: p.Period, Consulted: p.Consulted, Portfolio: p.Portfolio,
		LeadOfficer: p.Lead, Documents: p.Documents, Edition: string(p.Edition), Counter: p.Counter + 1}
}

func (r planItemRow) item() committee.PlanItem {
	return committee.PlanItem{ID: committee.PlanItemID(r.ID), Plan: r.PlanBody, Ref: r.Ref, Title: r.Title, Summary: r.Summary, Key: r.IsKey,
		Access: committee.Access(r.Access), Maker: r.Maker, On: eqia.Day(r.DecidedOn), Period: r.Period, Consulted: r.Consulted, Portfolio: r.Portfolio,
		Lead: r.LeadOfficer, Documents: r.Documents, Edition: eqia.Day(r.Edition), Counter: r.Counter}
}

// PlanItems is every item of every forward plan, soonest first.
func (c *Committees) PlanItems(ctx context.Context) ([]committee.PlanItem, error) {
	var rows []planItemRow
	err := c.s.read.WithContext(ctx).Order("decided_on, id").Find(&rows).Error
	out := make([]committee.PlanItem, len(rows))
	for i, r := range rows {
		out[i] = r.item()
	}
	return out, err
}

// planned keeps items of a forward plan, each against the counter it was read with.
func (b *batch) planned(c *committee.Change) error {
	for _, p := range c.Planned {
		row := planRow(p)
		if p.Counter == 0 {
			if err := b.added(&row, "keep an item of the forward plan"); err != nil {
				return err
			}
			continue
		}
		done := b.tx.Model(&planItemRow{}).Where("id = ? AND counter = ?", row.ID, p.Counter).Select("*").Omit("id").Updates(&row)
		if err := onlyOne(done, fmt.Sprintf("change item %s of the forward plan", row.ID)); err != nil {
			return err
		}
	}
	return nil
}
