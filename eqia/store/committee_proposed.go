package store

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// proposedRow is a candidate with what its author said of the decision.
type proposedRow struct {
	Row        candidateRow `gorm:"embedded"`
	DecisionOn string
	Maker      string
}

// Proposed lists assessments that are not restricted, with what their authors said of the decision; one query.
func (c *Committees) Proposed(ctx context.Context, from, to eqia.Day, limit int) ([]committee.Proposed, error) {
	db := c.s.read.WithContext(ctx)
	current := func() *gorm.DB {
		return db.Table("versions v").Select(candidateColumns+", v.decision_on, COALESCE(p.body, '') AS maker").
			Joins("JOIN assessments s ON s.id = v.assessment_id AND s.current_version = v.id").Joins("LEFT JOIN versions n ON n.id = s.signed_version").
			Joins("LEFT JOIN parts p ON p.version_id = v.id AND p.kind = ? AND p.name = ?", string(eqia.AnswerPart), form.QuestionDecisionMaker).
			Where("s.restricted = ? AND v.state <> ?", false, string(workflow.Withdrawn)).Limit(limit)
	}
	dated := current().Where("v.decision_on BETWEEN ? AND ?", string(from), string(to)).Order("v.decision_on, v.id")
	newest := current().Order("s.id DESC")
	var rows []proposedRow
	err := db.Raw("SELECT * FROM (?) AS dated UNION SELECT * FROM (?) AS newest ORDER BY id DESC", dated, newest).Find(&rows).Error
	if err != nil {
		return nil, err
	}
	out := make([]committee.Proposed, len(rows))
	for i, r := range rows {
		var maker eqia.Answer
		if err := json.Unmarshal([]byte(cmp.Or(r.Maker, "{}")), &maker); err != nil {
			return nil, fmt.Errorf("read who decides %s: %w", r.Row.Reference, err)
		}
		out[i] = committee.Proposed{Candidate: r.Row.candidate(), Maker: maker.Text, On: eqia.Day(r.DecisionOn)}
	}
	return out, nil
}
