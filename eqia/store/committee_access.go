package store

import (
	"context"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/workflow"
)

type accessDecisionRow struct {
	ID           string `gorm:"primaryKey"`
	AssessmentID string
	Outcome      string
	Paragraphs   string
	Reason       string
	ReviewOn     string
	Role         string
	MadeAt       int64
	MadeBy       string
}

func (accessDecisionRow) TableName() string { return "access_decisions" }

// closes restricts assessments, by no version's doing, so that discarding a draft does not lift it.
func (b *batch) closes(c *committee.Change) error {
	if len(c.Closes) == 0 {
		return nil
	}
	return b.tx.Model(&assessmentRow{}).Where("id IN ?", c.Closes).Updates(map[string]any{"restricted": true, "restricted_by": "", "lifted_reason": ""}).Error
}

// access keeps a decision; one that opens an assessment lifts its restriction.
func (b *batch) access(c *committee.Change) error {
	d := c.Access
	if d == nil {
		return nil
	}
	row := accessDecisionRow{ID: d.ID, AssessmentID: string(d.Assessment), Outcome: string(d.Outcome), Paragraphs: spaced(d.Paragraphs), Reason: d.Reason,
		ReviewOn: string(d.ReviewOn), Role: string(d.Role), MadeAt: micros(d.At), MadeBy: string(d.By)}
	if err := b.tx.Create(&row).Error; err != nil || d.Outcome != committee.OpenedUp {
		return err
	}
	return b.tx.Model(&assessmentRow{}).Where("id = ?", string(d.Assessment)).
		Updates(map[string]any{"restricted": false, "restricted_by": "", "lifted_reason": d.Reason}).Error
}

// decisionRow is a decision with the name of whoever made it.
type decisionRow struct {
	Row    accessDecisionRow `gorm:"embedded"`
	ByName string
}

func (r decisionRow) decision() *committee.AccessDecision {
	d := r.Row
	return &committee.AccessDecision{ID: d.ID, Assessment: eqia.AssessmentID(d.AssessmentID), Outcome: committee.AccessOutcome(d.Outcome),
		Paragraphs: unspaced[string](d.Paragraphs), Reason: d.Reason, ReviewOn: eqia.Day(d.ReviewOn), Role: workflow.Actor(d.Role), At: instant(d.MadeAt),
		By: eqia.PersonID(d.MadeBy), ByName: r.ByName}
}

func decisions(db *gorm.DB) *gorm.DB {
	return db.Table("access_decisions d").Select("d.*, people.name AS by_name").Joins("JOIN people ON people.id = d.made_by").Order("d.made_at, d.id")
}

// AccessDecision is the newest decision on who may read an assessment.
func (c *Committees) AccessDecision(ctx context.Context, assessment eqia.AssessmentID) (*committee.AccessDecision, error) {
	var rows []decisionRow
	err := decisions(c.s.read.WithContext(ctx)).Where("d.assessment_id = ?", string(assessment)).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return rows[len(rows)-1].decision(), nil
}

// closedRow is a closed item that a restricted assessment is or was linked to.
type closedRow struct {
	Sat          satRow `gorm:"embedded"`
	AssessmentID string
	Reference    string
	Title        string
	ItemNumber   string
	Access       string
	Paragraphs   string
	Silent       bool
	EndedAt      int64
}

// ClosedPapers lists the restricted assessments that were ever linked to a closed item; two queries.
func (c *Committees) ClosedPapers(ctx context.Context, assessment eqia.AssessmentID) ([]committee.ClosedPaper, error) {
	db := c.s.read.WithContext(ctx)
	closed := []string{string(committee.FullyExempt), string(committee.Confidential)}
	q := sat(db).Select(satColumns+", s.id AS assessment_id, s.reference, v.title, i.number_text AS item_number, i.paragraphs, i.silent, l.ended_at, "+
		"CASE WHEN i.access IN ? THEN i.access ELSE r.access END AS access", closed).
		Joins("JOIN agenda_items i ON i.meeting_id = meetings.id").Joins("JOIN appearances a ON a.agenda_item_id = i.id").
		Joins("JOIN report_versions rv ON rv.id = a.report_version_id").Joins("JOIN reports r ON r.id = rv.report_id").
		Joins("JOIN assessment_links l ON l.appearance_id = a.id").Joins("JOIN assessments s ON s.id = l.assessment_id AND s.restricted").
		Joins("JOIN versions v ON v.id = s.current_version").
		Where("(i.access IN ? OR r.access IN ?)", closed, closed).Order("s.id DESC, meetings.starts_at")
	if assessment != "" {
		q = q.Where("s.id = ?", string(assessment))
	}
	var rows []closedRow
	if err := q.Find(&rows).Error; err != nil {
		return nil, err
	}
	out := papersOf(rows)
	return out, decided(db, out)
}

// papersOf gathers rows that come by assessment.
func papersOf(rows []closedRow) []committee.ClosedPaper {
	var out []committee.ClosedPaper
	for _, r := range rows {
		if len(out) == 0 || string(out[len(out)-1].AssessmentID) != r.AssessmentID {
			out = append(out, committee.ClosedPaper{AssessmentID: eqia.AssessmentID(r.AssessmentID), Reference: r.Reference, Title: r.Title})
		}
		m := r.Sat.meeting()
		last := &out[len(out)-1]
		last.Places = append(last.Places, committee.ClosedPlace{Meeting: m, Number: r.ItemNumber, Access: committee.Access(r.Access),
			Paragraphs: unspaced[string](r.Paragraphs), Silent: r.Silent, Live: r.EndedAt == 0 && m.Status != committee.Cancelled})
	}
	return out
}

// decided gives each the newest decision about it.
func decided(db *gorm.DB, list []committee.ClosedPaper) error {
	if len(list) == 0 {
		return nil
	}
	var ids []string
	for _, p := range list {
		ids = append(ids, string(p.AssessmentID))
	}
	var rows []decisionRow
	err := decisions(db).Where("d.assessment_id IN ?", ids).Find(&rows).Error
	for _, r := range rows {
		for i := range list {
			if string(list[i].AssessmentID) == r.Row.AssessmentID {
				list[i].Decision = r.decision()
			}
		}
	}
	return err
}
