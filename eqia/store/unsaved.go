package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"gorm.io/gorm/clause"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

type unsavedRow struct {
	VersionID string `gorm:"primaryKey"`
	PersonID  string `gorm:"primaryKey"`
	Drawn     string `gorm:"primaryKey"`
	Page      string
	Fields    string
	Posted    bool
	KeptAt    int64
}

func (unsavedRow) TableName() string { return "unsaved" }

// unsavedList is who typed something on which page of a version and did not save it, as JSON, without what they typed.
func (s *Store) unsavedList() string {
	list, one := s.jsonNames()
	return "(SELECT COALESCE(" + list + "(" + one + "('person', u.person_id, 'name', who.name, 'drawn', u.drawn, 'page', u.page, " +
		"'posted', CASE WHEN u.posted THEN 'yes' ELSE '' END, 'at', u.kept_at)), '[]') FROM unsaved u JOIN people who ON who.id = u.person_id " +
		"WHERE u.version_id = versions.id)"
}

// unsaved reads the list back.
func unsaved(list, version string) ([]eqia.Unsaved, error) {
	if list == "[]" {
		return nil, nil
	}
	var rows []struct {
		Person, Name, Drawn, Page, Posted string
		At                                int64
	}
	if err := json.Unmarshal([]byte(list), &rows); err != nil {
		return nil, fmt.Errorf("read what was not saved: %w", err)
	}
	out := make([]eqia.Unsaved, len(rows))
	for i, r := range rows {
		out[i] = eqia.Unsaved{UnsavedKey: eqia.UnsavedKey{Version: eqia.VersionID(version), Person: eqia.PersonID(r.Person), Drawn: eqia.DrawnID(r.Drawn)}, Name: r.Name, Page: r.Page,
			Posted: r.Posted != "", At: instant(r.At)}
	}
	return out, nil
}

// KeepUnsaved keeps what a person typed on one showing of a page.
func (s *Store) KeepUnsaved(_ context.Context, u eqia.Unsaved) error {
	return s.queue.write(func(b *batch) error {
		row := unsavedRow{VersionID: string(u.Version), PersonID: string(u.Person), Drawn: string(u.Drawn), Page: u.Page, Fields: u.Fields,
			Posted: u.Posted, KeptAt: micros(u.At)}
		if err := b.stillWritten(row.VersionID); err != nil {
			return err
		}
		err := b.tx.Clauses(clause.OnConflict{Columns: []clause.Column{{Name: "version_id"}, {Name: "person_id"}, {Name: "drawn"}},
			DoUpdates: clause.AssignmentColumns([]string{"page", "fields", "posted", "kept_at"})}).Create(&row).Error
		if err != nil {
			return fmt.Errorf("keep what was typed: %w", err)
		}
		eldest := b.tx.Model(&unsavedRow{}).Select("kept_at").Where("person_id = ?", row.PersonID).Order("kept_at DESC").
			Offset(eqia.UnsavedEach - 1).Limit(1)
		return b.tx.Where("person_id = ? AND kept_at < (?)", row.PersonID, eldest).Delete(&unsavedRow{}).Error
	})
}

// stillWritten refuses to keep text for a version that has been sent, or is gone, since it was opened. Text to start with has no version.
func (b *batch) stillWritten(version string) error {
	if version == "" {
		return nil
	}
	var n int64
	err := b.tx.Model(&versionRow{}).Where("id = ? AND state IN ?", version, states(workflow.State.Editable)).Count(&n).Error
	if err == nil && n == 0 {
		return eqia.ErrMoved
	}
	return err
}

// Unsaved is what a person typed on one showing of a page.
func (s *Store) Unsaved(ctx context.Context, key eqia.UnsavedKey) (eqia.Unsaved, error) {
	var row unsavedRow
	err := s.read.WithContext(ctx).Where("version_id = ? AND person_id = ? AND drawn = ?", string(key.Version), string(key.Person), string(key.Drawn)).
		Take(&row).Error
	if err != nil {
		return eqia.Unsaved{}, missing(err)
	}
	return eqia.Unsaved{UnsavedKey: key, Page: row.Page, Fields: row.Fields, Posted: row.Posted, At: instant(row.KeptAt)}, nil
}

// UnsavedStarts lists what a person typed to start an assessment with, newest first, without the fields.
func (s *Store) UnsavedStarts(ctx context.Context, person eqia.PersonID) ([]eqia.Unsaved, error) {
	var rows []unsavedRow
	err := s.read.WithContext(ctx).Omit("fields").Where("person_id = ? AND version_id = ''", string(person)).Order("kept_at DESC, drawn").Find(&rows).Error
	out := make([]eqia.Unsaved, len(rows))
	for i, r := range rows {
		out[i] = eqia.Unsaved{UnsavedKey: eqia.UnsavedKey{Person: person, Drawn: eqia.DrawnID(r.Drawn)}, Page: r.Page, Posted: r.Posted, At: instant(r.KeptAt)}
	}
	return out, err
}

// DropUnsaved deletes what a person typed on one showing of a page.
func (s *Store) DropUnsaved(_ context.Context, key eqia.UnsavedKey) error {
	return s.queue.write(func(b *batch) error { return b.drop(key) })
}

// spent deletes typed text that a change makes of no more use.
func (b *batch) spent(c *eqia.Change) error {
	if c.Spent.Drawn == "" {
		return nil
	}
	return b.drop(c.Spent)
}

func (b *batch) drop(key eqia.UnsavedKey) error {
	return b.tx.Where("version_id = ? AND person_id = ? AND drawn = ?", string(key.Version), string(key.Person), string(key.Drawn)).
		Delete(&unsavedRow{}).Error
}

// outlived deletes what is kept for a time only and has had it: sessions that ended, and text that was never saved.
func (b *batch) outlived(now time.Time) error {
	if err := b.tx.Where("made_at < ?", micros(now.Add(-eqia.SessionKept))).Delete(&sessionRow{}).Error; err != nil {
		return err
	}
	return b.tx.Where("kept_at < ?", micros(now.Add(-eqia.KeepUnsaved))).Delete(&unsavedRow{}).Error
}

type copiedRow struct {
	VersionID string `gorm:"primaryKey"`
	Kind      string `gorm:"primaryKey"`
	Name      string `gorm:"primaryKey"`
	Source    string
	WrittenAt int64
}

func (copiedRow) TableName() string { return "copied" }

// copies notes which parts of a new version were copied, and from where.
func (b *batch) copies(c *eqia.Change) error {
	if len(c.Copied) == 0 || c.Made == nil {
		return nil
	}
	rows := make([]copiedRow, len(c.Copied))
	for i, p := range c.Copied {
		rows[i] = copiedRow{string(c.Made.ID), string(p.Key.Kind), p.Key.Key, p.Source, micros(p.WrittenAt)}
	}
	return b.tx.Create(&rows).Error
}

// copyList is which parts of a version were copied, as JSON.
func (s *Store) copyList() string {
	list, one := s.jsonNames()
	return "(SELECT COALESCE(" + list + "(" + one + "('kind', c.kind, 'name', c.name, 'source', c.source, 'written_at', c.written_at)), '[]') " +
		"FROM copied c WHERE c.version_id = versions.id)"
}

// copies reads the list back; nil for a version that was not copied.
func copies(list string) (map[eqia.PartKey]eqia.Copied, error) {
	if list == "[]" {
		return nil, nil
	}
	var rows []struct {
		Kind         eqia.PartKind
		Name, Source string
		WrittenAt    int64 `json:"written_at"`
	}
	if err := json.Unmarshal([]byte(list), &rows); err != nil {
		return nil, fmt.Errorf("read what was copied: %w", err)
	}
	out := make(map[eqia.PartKey]eqia.Copied, len(rows))
	for _, r := range rows {
		out[eqia.PartKey{Kind: r.Kind, Key: r.Name}] = eqia.Copied{Source: r.Source, WrittenAt: instant(r.WrittenAt)}
	}
	return out, nil
}
