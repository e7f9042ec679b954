package store

import (
	"context"
	"fmt"

	"dorset-eqia/eqia"
)

// broughtRow is a file that waits for the person who brought it. Its content is packed.
type broughtRow struct {
	ID     string `gorm:"primaryKey"`
	Raw    string
	MadeAt int64
	MadeBy string
}

func (broughtRow) TableName() string { return "brought_files" }

// brought keeps a file, and deletes those that have waited too long.
func (b *batch) brought(c *eqia.Change) error {
	f := c.Brought
	if f == nil {
		return nil
	}
	raw, err := packed(f.Raw)
	if err != nil {
		return err
	}
	if err := b.tx.Where("made_at < ?", micros(f.At.Add(-eqia.BroughtKept))).Delete(&broughtRow{}).Error; err != nil {
		return fmt.Errorf("delete old files: %w", err)
	}
	return b.added(&broughtRow{ID: string(f.ID), Raw: raw, MadeAt: micros(f.At), MadeBy: string(f.By)}, "keep the file")
}

// takes deletes a file that was settled. It is ErrNotFound when it is not there any more, or is another person's.
func (b *batch) takes(c *eqia.Change) error {
	if c.Takes.ID == "" {
		return nil
	}
	done := b.tx.Where("id = ? AND made_by = ?", string(c.Takes.ID), string(c.Takes.By)).Delete(&broughtRow{})
	if done.Error == nil && done.RowsAffected == 0 {
		return eqia.ErrNotFound
	}
	return done.Error
}

// Brought is a file that a person brought.
func (s *Store) Brought(ctx context.Context, id eqia.BroughtID, by eqia.PersonID) (eqia.Brought, error) {
	var row broughtRow
	if err := s.read.WithContext(ctx).Where("id = ? AND made_by = ?", string(id), string(by)).Take(&row).Error; err != nil {
		return eqia.Brought{}, missing(err)
	}
	raw, err := unpacked(row.Raw)
	return eqia.Brought{ID: id, Raw: raw, At: instant(row.MadeAt), By: by}, err
}
