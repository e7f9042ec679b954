package store

import (
	"context"
	"encoding/json"
	"fmt"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

type markedRow struct {
	ID        string `gorm:"primaryKey"`
	VersionID string
	Words     string
	Instead   string
}

type redactionRow struct {
	PublicID string `gorm:"primaryKey"`
	WholeID  string
	Marks    string
	Grounds  string
	Reason   string
	ReviewOn string
	MadeAt   int64
	MadeBy   string
}

func (markedRow) TableName() string    { return "redaction_marks" }
func (redactionRow) TableName() string { return "redactions" }

// marked puts words on a version's list of what its public version leaves out, or takes them off it.
func (b *batch) marked(c *eqia.Change) error {
	m := c.Mark
	if m == nil {
		return nil
	}
	if err := b.in(m.Version, func(s workflow.State) bool { return s == workflow.SignedOff }); err != nil {
		return err
	}
	if m.Gone {
		return b.tx.Where("id = ? AND version_id = ?", m.ID, string(m.Version)).Delete(&markedRow{}).Error
	}
	return b.tx.Create(&markedRow{ID: m.ID, VersionID: string(m.Version), Words: m.Words, Instead: m.Instead}).Error
}

// redacted keeps the decision with the version that was made, when the whole one still holds.
func (b *batch) redacted(c *eqia.Change) error {
	r := c.Redaction
	if r == nil {
		return nil
	}
	if err := b.in(r.Whole, func(s workflow.State) bool { return s == workflow.SignedOff }); err != nil {
		return err
	}
	marks, err := encode(r.Marks)
	if err != nil {
		return err
	}
	row := redactionRow{PublicID: string(r.Public), WholeID: string(r.Whole), Marks: marks, Grounds: spaced(r.Grounds), Reason: r.Reason,
		ReviewOn: string(r.ReviewOn), MadeAt: micros(r.At), MadeBy: string(r.By)}
	if err := b.tx.Create(&row).Error; err != nil {
		return fmt.Errorf("keep what was left out: %w", err)
	}
	return nil
}

// Marks lists the words to leave out of a public version of this one, in the order they were put on the list.
func (s *Store) Marks(ctx context.Context, version eqia.VersionID) ([]eqia.Marked, error) {
	var rows []markedRow
	err := s.read.WithContext(ctx).Where("version_id = ?", string(version)).Order("id").Find(&rows).Error
	var out []eqia.Marked
	for _, r := range rows {
		out = append(out, eqia.Marked{ID: r.ID, Words: r.Words, Instead: r.Instead})
	}
	return out, err
}

// Redactions lists the decisions to leave words out, the first to be looked at again first and those that are over last.
func (s *Store) Redactions(ctx context.Context, public eqia.VersionID) ([]eqia.Redaction, error) {
	const over = "(pub.state <> 'signed_off' OR EXISTS (SELECT 1 FROM published p WHERE p.version_id = r.whole_id AND p.standing <> 'withdrawn'))"
	var rows []struct {
		Row        redactionRow `gorm:"embedded"`
		Reference  string
		Title      string
		Restricted bool
		Major      int
		Minor      int
		FromNumber string
		ByName     string
		IsOver     bool
	}
	q := s.read.WithContext(ctx).Table("redactions r").Select("r.*, a.reference, whole.title, a.restricted, pub.major, pub.minor, pub.from_number, " +
		"COALESCE(people.name, '') AS by_name, " + over + " AS is_over").
		Joins("JOIN versions pub ON pub.id = r.public_id").Joins("JOIN versions whole ON whole.id = r.whole_id").
		Joins("JOIN assessments a ON a.id = whole.assessment_id").Joins("LEFT JOIN people ON people.id = r.made_by")
	if public != "" {
		q = q.Where("r.public_id = ?", string(public))
	}
	if err := q.Order("is_over, r.review_on, r.public_id").Find(&rows).Error; err != nil {
		return nil, err
	}
	var out []eqia.Redaction
	for _, r := range rows {
		d := eqia.Redaction{Public: eqia.VersionID(r.Row.PublicID), Whole: eqia.VersionID(r.Row.WholeID), Reference: r.Reference, Title: r.Title,
			Restricted: r.Restricted, Number: number(r.Major, r.Minor), From: r.FromNumber, Grounds: unspaced[string](r.Row.Grounds), Reason: r.Row.Reason,
			ReviewOn: eqia.Day(r.Row.ReviewOn), At: instant(r.Row.MadeAt), By: eqia.PersonID(r.Row.MadeBy), ByName: r.ByName, Over: r.IsOver}
		if err := json.Unmarshal([]byte(r.Row.Marks), &d.Marks); err != nil {
			return nil, fmt.Errorf("read what was left out: %w", err)
		}
		out = append(out, d)
	}
	return out, nil
}
