package store

import (
	"fmt"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// parties keeps who worked on a version. Whoever contributed stays a contributor; a save only marks that they did, and changes nobody's place.
func (b *batch) parties(c *eqia.Change) error {
	set := clause.Assignments(map[string]any{"contributed": gorm.Expr("parties.contributed OR excluded.contributed")})
	if len(c.Saves) == 0 {
		set = append(set, clause.AssignmentColumns([]string{"relation", "active"})...)
	}
	for _, p := range c.Parties {
		if !p.Active && c.Made == nil && len(c.Saves) == 0 {
			if err := b.leaves(p); err != nil {
				return err
			}
			continue
		}
		if err := b.beingWritten(c, p.VersionID); err != nil {
			return err
		}
		row := partyRow{VersionID: string(p.VersionID), PersonID: string(p.Person), Name: p.Name, Relation: string(p.Relation),
			Active: p.Active, Contributed: p.Contributed}
		if p.Person != "" {
			row.Name = "" // an account's name is looked up where it is shown
		}
		err := b.tx.Clauses(clause.OnConflict{
			Columns: []clause.Column{{Name: "version_id"}, {Name: "person_id"}, {Name: "name"}}, DoUpdates: set,
		}).Create(&row).Error
		if err != nil {
			return fmt.Errorf("keep who worked on it: %w", err)
		}
	}
	return nil
}

// leaves ends someone's access to a version that is worked on or signed, and changes nothing else about them.
func (b *batch) leaves(p eqia.Party) error {
	if err := b.in(p.VersionID, func(s workflow.State) bool { return s.Open() || s == workflow.SignedOff }); err != nil {
		return err
	}
	named := p.Name
	if p.Person != "" {
		named = ""
	}
	done := b.tx.Model(&partyRow{}).Where("version_id = ? AND person_id = ? AND name = ?", string(p.VersionID), string(p.Person), named).
		Update("active", false)
	return onlyOne(done, "end someone's access")
}

// beingWritten refuses to change who works on a version that was sent meanwhile: a signer must not become a contributor afterwards. A new
// version is being written, and a save asks for itself.
func (b *batch) beingWritten(c *eqia.Change, id eqia.VersionID) error {
	if c.Made != nil || len(c.Saves) > 0 {
		return nil
	}
	return b.in(id, workflow.State.Editable)
}

// in refuses a change to a version that is gone, or no longer in a state for which something holds.
func (b *batch) in(id eqia.VersionID, holds func(workflow.State) bool) error {
	var found int64
	err := b.tx.Model(&versionRow{}).Where("id = ? AND state IN ?", string(id), states(holds)).Count(&found).Error
	if err == nil && found == 0 {
		return eqia.ErrMoved
	}
	return err
}
