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
		Legacy: f.Legacy, CurrentVersion: string(f.Current), SignedVersion: string(f.Signed), RestrictedBy: string(f.RestrictedBy)}).Error
}

// point changes what this change is about on an existing family, and nothing else: the rest of what the person read may be old by now.
func (b *batch) point(c *eqia.Change) error {
	f := c.Family
	as := b.tx.Model(&assessmentRow{}).Where("id = ?", string(f.ID))
	if c.After != "" {
		as = as.Where("current_version = ?", string(c.After))
	}
	done := as.Updates(pointers(c))
	if done.Error != nil || done.RowsAffected == 1 {
		return done.Error
	}
	if c.Made == nil || c.After != "" {
		return eqia.ErrMoved
	}
	err := b.newFamily(f)
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return &eqia.Invalid{Field: "reference", Says: "There is an assessment with the reference " + f.Reference + " already"}
	}
	return err
}

// pointers is what a change means for its family: a new version is the current one, a step says which one is signed, and anything else
// restricts it or lifts that.
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
		set["restricted"], set["restricted_by"] = c.Family.Restricted, string(c.Family.RestrictedBy)
		set["lifted_reason"] = c.Family.LiftedReason
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
	if err := b.unreleased(id); err != nil {
		return err
	}
	for _, rows := range []any{&partRow{}, &effectRow{}, &partyRow{}, &commentRow{}, &engagedRow{}, &groundsRow{}, &factUseRow{}, &unsavedRow{}, &copiedRow{},
		&consultationRow{}} {
		if err := b.tx.Where("version_id = ?", id).Delete(rows).Error; err != nil {
			return fmt.Errorf("discard the draft: %w", err)
		}
	}
	if err := b.tx.Where("id = ?", id).Delete(&versionRow{}).Error; err != nil {
		return fmt.Errorf("discard the draft: %w", err)
	}
	if err := b.unasked(v, c.Closed); err != nil {
		return err
	}
	return b.bereft(v.AssessmentID)
}

// unasked lifts a restriction that the discarded draft alone asked for: no signed version is of a kind that few may read about.
func (b *batch) unasked(v versionRow, closed []string) error {
	signed := b.tx.Model(&versionRow{}).Select("id").Where("assessment_id = ? AND kind IN ? AND state IN ?", v.AssessmentID, closed,
		states(workflow.State.Frozen))
	err := b.tx.Model(&assessmentRow{}).Where("id = ? AND restricted_by = ? AND NOT EXISTS (?)", v.AssessmentID, v.ID, signed).
		Updates(map[string]any{"restricted": false, "restricted_by": ""}).Error
	if err != nil {
		return fmt.Errorf("lift the restriction: %w", err)
	}
	return nil
}

// gone follows a version that was withdrawn: it is no longer the one in force, and the newest signed version that was not withdrawn becomes
// the current one again, so that a next one can follow it. Where there is none the withdrawn one stays current.
func (b *batch) gone(v versionRow) error {
	family := func(pointer string) *gorm.DB {
		return b.tx.Model(&assessmentRow{}).Where("id = ? AND ? = ?", v.AssessmentID, clause.Column{Name: pointer}, v.ID)
	}
	if err := family("signed_version").Update("signed_version", "").Error; err != nil {
		return fmt.Errorf("withdraw the version: %w", err)
	}
	newest := b.tx.Model(&versionRow{}).Select("id").Where("assessment_id = ? AND state IN ? AND purpose <> ?", v.AssessmentID, states(workflow.State.Frozen), string(eqia.Redacts)).
		Order("signed_at DESC, major DESC, minor DESC").Limit(1)
	err := family("current_version").Update("current_version", gorm.Expr("COALESCE((?), current_version)", newest)).Error
	if err != nil {
		return fmt.Errorf("withdraw the version: %w", err)
	}
	return nil
}

// bereft makes the version that is left the current one, the newest signed one before any that was withdrawn, and removes a family that has
// none.
func (b *batch) bereft(assessment string) error {
	newest := b.tx.Model(&versionRow{}).Select("id").Where("assessment_id = ? AND purpose <> ?", assessment, string(eqia.Redacts)).
		Order("CASE state WHEN 'withdrawn' THEN 1 ELSE 0 END, signed_at DESC, major DESC, minor DESC").Limit(1)
	err := b.tx.Model(&assessmentRow{}).Where("id = ?", assessment).
		Update("current_version", gorm.Expr("COALESCE((?), '')", newest)).Error
	if err != nil {
		return fmt.Errorf("discard the draft: %w", err)
	}
	return b.tx.Where("id = ? AND current_version = ?", assessment, "").Delete(&assessmentRow{}).Error
}
