package store

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm/clause"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// verdictRow is what a reviewer asks of one part of a version.
type verdictRow struct {
	VersionID string `gorm:"primaryKey"`
	PartKind  string `gorm:"primaryKey"`
	PartName  string `gorm:"primaryKey"`
	Says      string
	Body      string
	Round     int
	MadeAt    int64
	MadeBy    string
}

// conditionRow is one condition of a version's sign-off.
type conditionRow struct {
	VersionID string `gorm:"primaryKey"`
	No        int    `gorm:"primaryKey"`
	PartKind  string
	PartName  string
	Body      string
}

func (verdictRow) TableName() string   { return "verdicts" }
func (conditionRow) TableName() string { return "sign_off_conditions" }

// verdicts keeps verdicts, each in place of the one before it, and takes lifted ones away.
func (b *batch) verdicts(c *eqia.Change) error {
	for _, v := range c.Verdicts {
		row := verdictRow{VersionID: string(v.Version), PartKind: string(v.Verdict.Part.Kind), PartName: v.Verdict.Part.Key, Says: string(v.Verdict.Says),
			Body: v.Verdict.Text, Round: v.Verdict.Round, MadeAt: micros(v.Verdict.At), MadeBy: string(v.Verdict.By)}
		if err := b.verdict(row, v.Lifted); err != nil {
			return fmt.Errorf("keep the verdict: %w", err)
		}
	}
	return nil
}

func (b *batch) verdict(row verdictRow, lifted bool) error {
	if lifted {
		return onlyOne(b.tx.Where("version_id = ? AND part_kind = ? AND part_name = ?", row.VersionID, row.PartKind, row.PartName).
			Delete(&verdictRow{}), "lift the verdict")
	}
	return b.tx.Clauses(clause.OnConflict{Columns: []clause.Column{{Name: "version_id"}, {Name: "part_kind"}, {Name: "part_name"}},
		DoUpdates: clause.AssignmentColumns([]string{"says", "body", "round", "made_at", "made_by"})}).Create(&row).Error
}

// agreed keeps the conditions of a sign-off, before the signature that covers them.
func (b *batch) agreed(c *eqia.Change) error {
	for _, a := range c.Agreed {
		for i, d := range a.Conditions {
			row := conditionRow{VersionID: string(a.Version), No: i + 1, PartKind: string(d.Part.Kind), PartName: d.Part.Key, Body: d.Text}
			if err := b.tx.Create(&row).Error; err != nil {
				return fmt.Errorf("keep the condition: %w", err)
			}
		}
	}
	return nil
}

// reworded changes the words of a comment that was not sent yet, for its writer alone.
func (b *batch) reworded(c *eqia.Change) error {
	m := c.Reworded
	if m == nil {
		return nil
	}
	if err := b.in(m.Version, func(s workflow.State) bool { return s == workflow.InReview }); err != nil {
		return err
	}
	done := b.tx.Model(&commentRow{}).Where("id = ? AND version_id = ? AND person_id = ? AND sent_at = 0", string(m.ID), string(m.Version), string(m.By)).
		Updates(map[string]any{"body": m.Text, "edited_at": micros(m.Edited)})
	return onlyOne(done, "change the comment")
}

// verdictList is what is asked of a version's parts, as JSON.
func (s *Store) verdictList() string {
	list, one := s.jsonNames()
	return "(SELECT COALESCE(" + list + "(" + one + "('kind', d.part_kind, 'name', d.part_name, 'says', d.says, 'body', d.body, 'round', d.round, " +
		"'made_at', d.made_at, 'made_by', d.made_by, 'called', COALESCE(who.name, ''))), '[]') FROM verdicts d " +
		"LEFT JOIN people who ON who.id = d.made_by WHERE d.version_id = versions.id)"
}

// conditionList is the conditions of a version's sign-off, and of the one in force, as JSON.
func (s *Store) conditionList() string {
	list, one := s.jsonNames()
	return "(SELECT COALESCE(" + list + "(" + one + "('version', d.version_id, 'no', d.no, 'kind', d.part_kind, 'name', d.part_name, 'body', d.body)), '[]') " +
		"FROM sign_off_conditions d WHERE d.version_id IN (versions.id, assessments.signed_version))"
}

// judged reads the verdicts back, in the order of their parts.
func judged(list string, v *eqia.Version) error {
	var rows []struct {
		Kind   eqia.PartKind
		Name   string
		Says   eqia.Judgement
		Body   string
		Round  int
		MadeAt int64         `json:"made_at"`
		MadeBy eqia.PersonID `json:"made_by"`
		Called string
	}
	if err := json.Unmarshal([]byte(list), &rows); err != nil {
		return fmt.Errorf("read what the reviewer asks for: %w", err)
	}
	for _, r := range rows {
		v.Verdicts = append(v.Verdicts, eqia.Verdict{Part: eqia.PartKey{Kind: r.Kind, Key: r.Name}, Says: r.Says, Text: r.Body, Round: r.Round,
			At: instant(r.MadeAt), By: r.MadeBy, ByName: r.Called})
	}
	slices.SortFunc(v.Verdicts, func(a, b eqia.Verdict) int { return strings.Compare(a.Part.String(), b.Part.String()) })
	return nil
}

// agreed reads the conditions back: the version's own, and those of the version in force for one that is being written after it.
func agreed(list string, v *eqia.Version) error {
	type condition struct {
		Version eqia.VersionID
		No      int
		Kind    eqia.PartKind
		Name    string
		Body    string
	}
	var rows []condition
	if err := json.Unmarshal([]byte(list), &rows); err != nil {
		return fmt.Errorf("read the conditions: %w", err)
	}
	slices.SortFunc(rows, func(a, b condition) int { return a.No - b.No })
	for _, r := range rows {
		c := eqia.Condition{Part: eqia.PartKey{Kind: r.Kind, Key: r.Name}, Text: r.Body}
		if r.Version == v.ID {
			v.Conditions = append(v.Conditions, c)
		} else if v.State.Open() {
			v.Carried = append(v.Carried, c)
		}
	}
	return nil
}
