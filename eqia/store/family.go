package store

import (
	"errors"
	"fmt"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// family makes a new family with the next reference of the year, or with its own when it is brought in with one; or it moves an existing
// one's pointers.
func (b *batch) family(c *eqia.Change) error {
	f := c.Family
	if f == nil {
		return nil
	}
	if f.Reference != "" {
		return b.point(c)
	}
	var err error
	if f.Reference, err = b.nextReference(c.Acts[0].At.In(eqia.London()).Year()); err != nil {
		return fmt.Errorf("take the next reference: %w", err)
	}
	return b.newFamily(f)
}

// nextReference is the year's next reference, leaving out those that were brought in from outside.
func (b *batch) nextReference(year int) (string, error) {
	for {
		next := referenceRow{Year: int64(year), Last: 1}
		err := b.tx.Clauses(clause.OnConflict{
			Columns: []clause.Column{{Name: "year"}}, DoUpdates: clause.Assignments(map[string]any{"last": gorm.Expr("references_used.last + 1")}),
		}, clause.Returning{}).Create(&next).Error
		if err != nil {
			return "", err
		}
		reference := fmt.Sprintf("EQIA-%04d-%04d", year, next.Last)
		var taken int64
		err = b.tx.Model(&assessmentRow{}).Where("reference = ?", reference).Count(&taken).Error
		if err != nil || taken == 0 {
			return reference, err
		}
	}
}

func (b *batch) newFamily(f *eqia.Assessment) error {
	return b.tx.Create(&assessmentRow{ID: string(f.ID), Reference: f.Reference, Profile: f.Profile, Restricted: f.Restricted,
		Legacy: f.Legacy, CurrentVersion: string(f.Current), SignedVersion: string(f.Signed)}).Error
}

// point changes what this change is about on an existing family, and nothing else: the rest of what the person read may be old by now.
func (b *batch) point(c *eqia.Change) error {
	f := c.Family
	done := b.tx.Model(&assessmentRow{}).Where("id = ?", string(f.ID)).Updates(pointers(c))
	if done.Error != nil || done.RowsAffected == 1 {
		return done.Error
	}
	if c.Made == nil {
		return eqia.ErrMoved
	}
	err := b.newFamily(f)
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return &eqia.Invalid{Field: "reference", Says: "There is an assessment with the reference " + f.Reference + " already"}
	}
	return err
}

// pointers is what a change means for its family: a new version is the current one, a step says which one is signed, and a save may restrict.
func pointers(c *eqia.Change) map[string]any {
	set := map[string]any{}
	switch {
	case c.Made != nil:
		set["current_version"] = string(c.Family.Current)
		if c.Made.State == workflow.SignedOff {
			set["signed_version"] = string(c.Family.Signed)
		}
	case len(c.Steps) > 0:
		set["signed_version"] = string(c.Family.Signed)
	default:
		set["restricted"] = c.Family.Restricted
	}
	return set
}

// discard removes a draft that was never sent, and its family when that has no other version. What happened stays in the audit.
func (b *batch) discard(c *eqia.Change) error {
	if c.Discard == "" {
		return nil
	}
	id := string(c.Discard)
	var v versionRow
	err := b.tx.Where("id = ? AND state = ? AND submissions = ?", id, string(workflow.Draft), 0).Take(&v).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return eqia.ErrMoved
	}
	if err != nil {
		return fmt.Errorf("discard the draft: %w", err)
	}
	for _, rows := range []any{&partRow{}, &effectRow{}, &partyRow{}, &commentRow{}} {
		if err := b.tx.Where("version_id = ?", id).Delete(rows).Error; err != nil {
			return fmt.Errorf("discard the draft: %w", err)
		}
	}
	if err := b.tx.Where("id = ?", id).Delete(&versionRow{}).Error; err != nil {
		return fmt.Errorf("discard the draft: %w", err)
	}
	return b.bereft(v.AssessmentID)
}

// bereft makes the newest version that is left the current one, and removes a family that has none.
func (b *batch) bereft(assessment string) error {
	newest := b.tx.Model(&versionRow{}).Select("id").Where("assessment_id = ?", assessment).Order("major DESC, minor DESC").Limit(1)
	err := b.tx.Model(&assessmentRow{}).Where("id = ?", assessment).
		Update("current_version", gorm.Expr("COALESCE((?), '')", newest)).Error
	if err != nil {
		return fmt.Errorf("discard the draft: %w", err)
	}
	return b.tx.Where("id = ? AND current_version = ?", assessment, "").Delete(&assessmentRow{}).Error
}
