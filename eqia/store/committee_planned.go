package store

import (
	"context"

	"gorm.io/gorm"

	"dorset-eqia/eqia/committee"
)

// Limits of what is read at once: items of plans, and reports that an item could be the same as.
const (
	mostPlanned = 5000
	mostPool    = 300
)

// Planned lists items of plans that match, with the reports and assessments that belong to them; three queries, however many.
func (c *Committees) Planned(ctx context.Context, f committee.PlanFilter) ([]committee.Planned, error) {
	db := c.s.read.WithContext(ctx)
	var rows []planItemRow
	if err := plannedBy(db, f).Limit(mostPlanned).Find(&rows).Error; err != nil || len(rows) == 0 {
		return nil, err
	}
	out := make([]committee.Planned, len(rows))
	at, ids := map[string]*committee.Planned{}, make([]string, len(rows))
	for i, r := range rows {
		out[i].PlanItem, ids[i] = r.item(), r.ID
		at[r.ID] = &out[i]
	}
	if err := matchedReports(db, ids, at); err != nil {
		return nil, err
	}
	return out, plannedAssessments(db, ids, at)
}

func plannedBy(db *gorm.DB, f committee.PlanFilter) *gorm.DB {
	q := db.Order("CASE WHEN decided_on = '' THEN 1 ELSE 0 END, decided_on, id")
	switch {
	case f.ID != "":
		return db.Where("id = ?", string(f.ID))
	case f.All:
		return q
	case f.Earlier:
		q = db.Where("decided_on <> '' AND decided_on < ?", string(f.Today)).Order("decided_on DESC, id")
	default:
		q = q.Where("decided_on = '' OR decided_on >= ?", string(f.Today))
	}
	if f.Kind != "" {
		q = q.Where("kind = ?", string(f.Kind))
	}
	if f.Plan != "" {
		q = q.Where("plan_body = ?", f.Plan)
	}
	return q
}

// matchedReports gives items the reports that a clerk said are the same matter.
func matchedReports(db *gorm.DB, ids []string, at map[string]*committee.Planned) error {
	var rows []struct {
		Row        reportRow `gorm:"embedded"`
		PlanItemID string
	}
	err := db.Table("reports").Select("reports.*, m.plan_item_id").Joins("JOIN plan_matches m ON m.report_id = reports.id").
		Where("m.verdict = ? AND m.plan_item_id IN ?", string(committee.SameMatter), ids).Order("reports.id").Find(&rows).Error
	for _, r := range rows {
		p := at[r.PlanItemID]
		p.Reports = append(p.Reports, r.Row.report())
	}
	return err
}

// plannedAssessments gives items the assessments that were linked to them, and those that are linked to their reports or expected with them.
func plannedAssessments(db *gorm.DB, ids []string, at map[string]*committee.Planned) error {
	const reported = "SELECT m.plan_item_id, x.assessment_id, 0 AS own FROM plan_matches m JOIN report_versions rv ON rv.report_id = m.report_id " +
		"JOIN appearances a ON a.report_version_id = rv.id JOIN "
	var rows []struct {
		Row        candidateRow `gorm:"embedded"`
		PlanItemID string
		Own        int
	}
	err := candidates(db).Select(candidateColumns+", p.plan_item_id, p.own").
		Joins("JOIN (SELECT plan_item_id, assessment_id, MAX(own) AS own FROM (SELECT plan_item_id, assessment_id, 1 AS own FROM plan_assessments "+
			"WHERE plan_item_id IN ? UNION "+
			reported+"assessment_links x ON x.appearance_id = a.id WHERE m.verdict = ? AND x.ended_at = 0 AND m.plan_item_id IN ? UNION "+
			reported+"expected_assessments x ON x.appearance_id = a.id WHERE m.verdict = ? AND m.plan_item_id IN ?) found "+
			"GROUP BY plan_item_id, assessment_id) p ON p.assessment_id = s.id", ids, string(committee.SameMatter), ids, string(committee.SameMatter), ids).
		Order("s.reference").Find(&rows).Error
	for _, r := range rows {
		p := at[r.PlanItemID]
		p.Assessments = append(p.Assessments, r.Row.candidate())
		if r.Own > 0 {
			p.Own = append(p.Own, r.Row.Reference)
		}
	}
	return err
}

// PlanBodies lists whose plans there are, by name.
func (c *Committees) PlanBodies(ctx context.Context) ([]string, error) {
	var out []string
	err := c.s.read.WithContext(ctx).Model(&planItemRow{}).Distinct("plan_body").Order("plan_body").Pluck("plan_body", &out).Error
	return out, err
}

// MatchPool is what reports an item could be the same as, newest first, with their meetings, and the titles of all items and reports.
func (c *Committees) MatchPool(ctx context.Context, item committee.PlanItemID) (committee.MatchPool, error) {
	db := c.s.read.WithContext(ctx)
	var pool committee.MatchPool
	err := db.Raw("SELECT title FROM plan_items UNION ALL SELECT title FROM reports").Scan(&pool.Titles).Error
	if err != nil {
		return pool, err
	}
	var rows []reportRow
	err = db.Where("NOT EXISTS (SELECT 1 FROM plan_matches m WHERE m.report_id = reports.id AND m.plan_item_id = ?)", string(item)).
		Order("id DESC").Limit(mostPool).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return pool, err
	}
	at, ids := map[string]int{}, make([]string, len(rows))
	for i, r := range rows {
		pool.Reports = append(pool.Reports, r.report())
		at[r.ID], ids[i] = i, r.ID
	}
	var sats []struct {
		Sat      satRow `gorm:"embedded"`
		ReportID string
	}
	err = sat(db).Select(satColumns+", rv.report_id").Joins("JOIN agenda_items i ON i.meeting_id = meetings.id").
		Joins("JOIN appearances a ON a.agenda_item_id = i.id").Joins("JOIN report_versions rv ON rv.id = a.report_version_id").
		Where("rv.report_id IN ?", ids).Order("meetings.starts_at").Find(&sats).Error
	for _, s := range sats {
		r := &pool.Reports[at[s.ReportID]]
		r.Journey = append(r.Journey, committee.Item{Meeting: s.Sat.meeting()})
	}
	return pool, err
}
