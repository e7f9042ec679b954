package store

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm/clause"
)

// leaseRow says until when a piece of timed work is somebody's.
type leaseRow struct {
	Name      string `gorm:"primaryKey"`
	HeldUntil int64
}

func (leaseRow) TableName() string { return "leases" }

// Lease takes a piece of timed work for a while, and reports whether it did: of all copies of the service, one has it at a time. Nobody gives
// it back, so the while is also how long the work rests, and how long it waits for a copy that died over it.
func (s *Store) Lease(_ context.Context, name string, now time.Time, rest time.Duration) (bool, error) {
	taken := false
	err := s.queue.write(func(b *batch) error {
		row := leaseRow{Name: name, HeldUntil: micros(now.Add(rest))}
		done := b.tx.Clauses(clause.OnConflict{
			Columns:   []clause.Column{{Name: "name"}},
			Where:     clause.Where{Exprs: []clause.Expression{clause.Lte{Column: "leases.held_until", Value: micros(now)}}},
			DoUpdates: clause.AssignmentColumns([]string{"held_until"}),
		}).Create(&row)
		if done.Error != nil {
			return fmt.Errorf("take the lease: %w", done.Error)
		}
		taken = done.RowsAffected == 1
		return nil
	})
	return taken && err == nil, err
}
