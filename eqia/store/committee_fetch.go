package store

import (
	"context"

	"dorset-eqia/eqia/committee"
)

// fetchRow is one time that the committee system was asked.
type fetchRow struct {
	ID       string `gorm:"primaryKey"`
	BegunAt  int64
	EndedAt  int64
	Good     bool
	Says     string
	Meetings int
}

func (fetchRow) TableName() string { return "fetches" }

// fetched notes that the committee system was asked, and drops what waits from an earlier time.
func (b *batch) fetched(c *committee.Change) error {
	f := c.Fetch
	if f == nil {
		return nil
	}
	if c.Outdated {
		err := b.tx.Model(&importRow{}).Where("source = ? AND settled_at = 0", "fetch").
			Updates(map[string]any{"settled_at": micros(f.EndedAt), "outcome": string(committee.Dropped), "raw": ""}).Error
		if err != nil {
			return err
		}
	}
	return b.added(&fetchRow{ID: string(f.ID), BegunAt: micros(f.At), EndedAt: micros(f.EndedAt), Good: f.Good, Says: f.Says, Meetings: f.Meetings}, "note the fetch")
}

// Fetches lists the last times that the committee system was asked, the newest first, and the last good one.
func (c *Committees) Fetches(ctx context.Context, limit int) (list []committee.Fetch, good committee.Fetch, err error) {
	db := c.s.read.WithContext(ctx)
	var rows, best []fetchRow
	if err := db.Order("begun_at DESC, id DESC").Limit(limit).Find(&rows).Error; err != nil {
		return nil, good, err
	}
	for _, r := range rows {
		list = append(list, r.fetch())
	}
	if err := db.Where("good").Order("begun_at DESC, id DESC").Limit(1).Find(&best).Error; err != nil || len(best) == 0 {
		return list, good, err
	}
	return list, best[0].fetch(), nil
}

func (r fetchRow) fetch() committee.Fetch {
	return committee.Fetch{ID: committee.FetchID(r.ID), At: instant(r.BegunAt), EndedAt: instant(r.EndedAt), Good: r.Good, Says: r.Says, Meetings: r.Meetings}
}
