package store

import (
	"context"

	"gorm.io/gorm/clause"

	"dorset-eqia/eqia"
)

// Setting is a setting of the database itself, by its name; empty when it was never set.
func (s *Store) Setting(ctx context.Context, name string) (string, error) {
	var rows []settingRow
	err := s.read.WithContext(ctx).Where("name = ?", name).Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return "", err
	}
	return rows[0].Value, nil
}

// SetSetting keeps a setting of the database itself.
func (s *Store) SetSetting(ctx context.Context, name, value string) error {
	return s.queue.write(func(b *batch) error {
		update := clause.OnConflict{Columns: []clause.Column{{Name: "name"}}, DoUpdates: clause.AssignmentColumns([]string{"value"})}
		return b.tx.WithContext(ctx).Clauses(update).Create(&settingRow{Name: name, Value: value}).Error
	})
}

// Untouched reports whether nothing was ever recorded here: no person, no assessment and no act but the filling of the library.
func (s *Store) Untouched(ctx context.Context) (bool, error) {
	var acts []auditRow
	err := s.read.WithContext(ctx).Select("seq").Where("kind <> ?", string(eqia.ActSeedLibrary)).Limit(1).Find(&acts).Error
	return len(acts) == 0, err
}
