package store

import (
	"context"
	"fmt"

	"dorset-eqia/eqia"
)

// dayOffRow is days on which the council does not work besides weekends and the bank holidays of the rules.
type dayOffRow struct {
	ID      string `gorm:"primaryKey"`
	Name    string
	Kind    string
	FromOn  string
	UntilOn string
	MadeAt  int64
	MadeBy  string
	EndedAt int64
}

func (dayOffRow) TableName() string { return "days_off" }

// off keeps days off, or takes them out of the calendar again.
func (b *batch) off(c *eqia.Change) error {
	d := c.Off
	if d == nil {
		return nil
	}
	if !d.EndedAt.IsZero() {
		return onlyOne(b.tx.Model(&dayOffRow{}).Where("id = ? AND ended_at = 0", string(d.ID)).Update("ended_at", micros(d.EndedAt)), "take the days out")
	}
	row := dayOffRow{ID: string(d.ID), Name: d.Name, Kind: string(d.Kind), FromOn: string(d.From), UntilOn: string(d.Until),
		MadeAt: micros(d.MadeAt), MadeBy: string(d.MadeBy)}
	if err := b.tx.Create(&row).Error; err != nil {
		return fmt.Errorf("keep the days off: %w", err)
	}
	return nil
}

// DaysOff lists the council's own days off that hold, the first to begin first.
func (s *Store) DaysOff(ctx context.Context) ([]eqia.DayOff, error) {
	var rows []dayOffRow
	err := s.read.WithContext(ctx).Where("ended_at = 0").Order("from_on, id").Find(&rows).Error
	out := make([]eqia.DayOff, len(rows))
	for i, r := range rows {
		out[i] = eqia.DayOff{ID: eqia.DayOffID(r.ID), Name: r.Name, Kind: eqia.OffKind(r.Kind), From: eqia.Day(r.FromOn), Until: eqia.Day(r.UntilOn),
			MadeAt: instant(r.MadeAt), MadeBy: eqia.PersonID(r.MadeBy)}
	}
	return out, err
}
