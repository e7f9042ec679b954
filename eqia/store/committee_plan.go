package store

import (
	"context"
	"errors"
	"fmt"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

type planItemRow struct {
	ID           string `gorm:"primaryKey"`
	IdentityKey  string
	PlanBody     string
	Ref          string
	Title        string
	Summary      string
	IsKey        bool
	Access       string
	Maker        string
	DecidedOn    string
	Period       string
	Consulted    string
	Portfolio    string
	LeadOfficer  string
	Documents    string
	Edition      string
	Counter      int
	Kind         string
	FirstEdition string
	Paragraphs   string
	LeadEmail    string
	Director     string
	Wards        string
	Assessments  string
	NoReason     string
	Report       string
	Address      string
	Aims         string
	Other        string
}

type planMatchRow struct {
	PlanItemID string `gorm:"primaryKey"`
	ReportID   string `gorm:"primaryKey"`
	Verdict    string
	MadeAt     int64
	MadeBy     string
}

type planAssessmentRow struct {
	PlanItemID   string `gorm:"primaryKey"`
	AssessmentID string `gorm:"primaryKey"`
	MadeAt       int64
	MadeBy       string
}

func (planItemRow) TableName() string       { return "plan_items" }
func (planMatchRow) TableName() string      { return "plan_matches" }
func (planAssessmentRow) TableName() string { return "plan_assessments" }

func planRow(p committee.PlanItem) planItemRow {
	return planItemRow{ID: string(p.ID), IdentityKey: p.Identity(), PlanBody: p.Plan, Ref: p.Ref, Title: p.Title, Summary: p.Summary, IsKey: p.Key,
		Access: string(p.Access), Maker: p.Maker, DecidedOn: string(p.On), Period: p.Period, Consulted: p.Consulted, Portfolio: p.Portfolio,
		LeadOfficer: p.Lead, Documents: p.Documents, Edition: string(p.Edition), Counter: p.Counter + 1, Kind: string(p.Kind),
		FirstEdition: string(p.FirstSeen), Paragraphs: p.Paragraphs, LeadEmail: p.LeadEmail, Director: p.Director, Wards: p.Wards,
		Assessments: p.Named, NoReason: p.NoReason, Report: p.NamedReport, Address: p.Address, Aims: p.Aims, Other: p.Other}
}

func (r planItemRow) item() committee.PlanItem {
	return committee.PlanItem{ID: committee.PlanItemID(r.ID), Kind: committee.PlanKind(r.Kind), Plan: r.PlanBody, Ref: r.Ref, Title: r.Title,
		Summary: r.Summary, Key: r.IsKey, Access: committee.Access(r.Access), Paragraphs: r.Paragraphs, Maker: r.Maker, On: eqia.Day(r.DecidedOn),
		Period: r.Period, Consulted: r.Consulted, Portfolio: r.Portfolio, Lead: r.LeadOfficer, LeadEmail: r.LeadEmail, Director: r.Director,
		Wards: r.Wards, Documents: r.Documents, Named: r.Assessments, NoReason: r.NoReason, NamedReport: r.Report, Address: r.Address, Aims: r.Aims,
		Other: r.Other, Edition: eqia.Day(r.Edition), FirstSeen: eqia.Day(r.FirstEdition), Counter: r.Counter}
}

// PlanItems is every item of every plan, soonest first.
func (c *Committees) PlanItems(ctx context.Context) ([]committee.PlanItem, error) {
	var rows []planItemRow
	err := c.s.read.WithContext(ctx).Order("decided_on, id").Find(&rows).Error
	out := make([]committee.PlanItem, len(rows))
	for i, r := range rows {
		out[i] = r.item()
	}
	return out, err
}

// planned keeps items of plans, each against the counter it was read with.
func (b *batch) planned(c *committee.Change) error {
	for _, p := range c.Planned {
		row := planRow(p)
		if p.Counter == 0 {
			if err := b.addedPlanItem(&row); err != nil {
				return err
			}
			continue
		}
		done := b.tx.Model(&planItemRow{}).Where("id = ? AND counter = ?", row.ID, p.Counter).Select("*").Omit("id").Updates(&row)
		if errors.Is(done.Error, gorm.ErrDuplicatedKey) {
			return sameItem()
		}
		if err := onlyOne(done, fmt.Sprintf("change item %s of the plan", row.ID)); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) addedPlanItem(row *planItemRow) error {
	err := b.added(row, "keep an item of the plan")
	if errors.Is(err, eqia.ErrMoved) {
		return sameItem()
	}
	return err
}

func sameItem() error {
	return &eqia.Invalid{Field: "title", Says: "There is an item with this title and date in this plan already"}
}

// matched keeps a clerk's verdict on an item and a report, in place of any before it.
func (b *batch) matched(c *committee.Change) error {
	if c.Match == nil {
		return nil
	}
	row := planMatchRow{PlanItemID: string(c.Match.Item), ReportID: string(c.Match.Report), Verdict: string(c.Match.Verdict),
		MadeAt: micros(c.Acts[0].At), MadeBy: string(c.Acts[0].By)}
	return b.tx.Clauses(clause.OnConflict{Columns: []clause.Column{{Name: "plan_item_id"}, {Name: "report_id"}},
		DoUpdates: clause.AssignmentColumns([]string{"verdict", "made_at", "made_by"})}).Create(&row).Error
}

// planLinked notes that an assessment is for an item, or that it is not; doing either twice changes nothing.
func (b *batch) planLinked(c *committee.Change) error {
	if l := c.PlanUnlink; l != nil {
		return b.tx.Where("plan_item_id = ? AND assessment_id = ?", string(l.Item), string(l.Assessment)).Delete(&planAssessmentRow{}).Error
	}
	if c.PlanLink == nil {
		return nil
	}
	row := planAssessmentRow{PlanItemID: string(c.PlanLink.Item), AssessmentID: string(c.PlanLink.Assessment), MadeAt: micros(c.Acts[0].At),
		MadeBy: string(c.Acts[0].By)}
	return b.tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&row).Error
}
