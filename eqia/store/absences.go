package store

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
)

// absenceRow is a time in which someone is away, and who stands in.
type absenceRow struct {
	ID       string `gorm:"primaryKey"`
	PersonID string
	DeputyID string
	FromOn   string
	UntilOn  string
	MadeAt   int64
	MadeBy   string
	EndedAt  int64
}

func (absenceRow) TableName() string { return "absences" }

// away keeps an absence, or ends one. What else is recorded is looked at inside the transaction, so that two people can't make each other
// their deputy at the same moment.
func (b *batch) away(c *eqia.Change) error {
	a := c.Away
	if a == nil {
		return nil
	}
	if !a.EndedAt.IsZero() {
		return onlyOne(b.tx.Model(&absenceRow{}).Where("id = ? AND ended_at = 0", string(a.ID)).Update("ended_at", micros(a.EndedAt)), "end the absence")
	}
	others, err := absences(b.tx, a.From)
	if err != nil {
		return err
	}
	if err := a.Among(others); err != nil {
		return err
	}
	row := absenceRow{ID: string(a.ID), PersonID: string(a.Person), DeputyID: string(a.Deputy), FromOn: string(a.From), UntilOn: string(a.Until),
		MadeAt: micros(a.MadeAt), MadeBy: string(a.MadeBy)}
	if err := b.tx.Create(&row).Error; err != nil {
		return fmt.Errorf("keep the absence: %w", err)
	}
	return nil
}

// Absences lists the absences that end on a day or later and were not ended before, the first to begin first.
func (s *Store) Absences(ctx context.Context, since eqia.Day) ([]eqia.Absence, error) {
	return absences(s.read.WithContext(ctx), since)
}

func absences(db *gorm.DB, since eqia.Day) ([]eqia.Absence, error) {
	var rows []struct {
		Row    absenceRow `gorm:"embedded"`
		Person string
		Deputy string
	}
	err := db.Table("absences").Select("absences.*, who.name AS person, deputy.name AS deputy").
		Joins("JOIN people who ON who.id = absences.person_id").Joins("JOIN people deputy ON deputy.id = absences.deputy_id").
		Where("absences.until_on >= ? AND absences.ended_at = 0", string(since)).Order("absences.from_on, absences.id").Find(&rows).Error
	out := make([]eqia.Absence, len(rows))
	for i, r := range rows {
		out[i] = eqia.Absence{ID: eqia.AbsenceID(r.Row.ID), Person: eqia.PersonID(r.Row.PersonID), PersonName: r.Person,
			Deputy: eqia.PersonID(r.Row.DeputyID), DeputyName: r.Deputy, From: eqia.Day(r.Row.FromOn), Until: eqia.Day(r.Row.UntilOn),
			MadeAt: instant(r.Row.MadeAt), MadeBy: eqia.PersonID(r.Row.MadeBy)}
	}
	return out, err
}

// StoodInFor lists those whom a person stands in for on a day.
func (s *Store) StoodInFor(ctx context.Context, deputy eqia.PersonID, on eqia.Day) ([]eqia.PersonID, error) {
	var out []eqia.PersonID
	err := s.read.WithContext(ctx).Table("absences").Where("deputy_id = ? AND until_on >= ? AND from_on <= ? AND ended_at = 0",
		string(deputy), string(on), string(on)).Order("person_id").Pluck("person_id", &out).Error
	return out, err
}
