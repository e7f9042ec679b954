package store

import (
	"context"
	"errors"
	"fmt"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

type formDraftRow struct {
	Profile string `gorm:"primaryKey"`
	BasedOn string
	Body    string
	Counter int
	SavedAt int64
	SavedBy string
}

type publishedFormRow struct {
	No          int64 `gorm:"primaryKey"`
	Profile     string
	Code        string
	BasedOn     string
	Body        string
	Digest      string
	PublishedAt int64
	PublishedBy string
}

func (formDraftRow) TableName() string     { return "form_drafts" }
func (publishedFormRow) TableName() string { return "published_forms" }

// formDraft keeps the version of a form that is being prepared, when it is still as it was before this change, or throws it away.
func (b *batch) formDraft(c *eqia.Change) error {
	if c.Dropped != nil {
		done := b.tx.Where("profile = ? AND counter = ?", c.Dropped.Profile, c.Dropped.Counter).Delete(&formDraftRow{})
		return onlyOne(done, "drop the form")
	}
	if c.Draft == nil {
		return nil
	}
	body, err := encode(c.Draft.Version)
	if err != nil {
		return err
	}
	row := formDraftRow{Profile: c.Draft.Profile, BasedOn: c.Draft.BasedOn, Body: body, Counter: c.Draft.Counter, SavedAt: micros(c.Draft.SavedAt),
		SavedBy: string(c.Draft.SavedBy)}
	if row.Counter == 1 {
		err := b.tx.Create(&row).Error
		if errors.Is(err, gorm.ErrDuplicatedKey) {
			return eqia.ErrMoved
		}
		return err
	}
	done := b.tx.Model(&formDraftRow{}).Where("profile = ? AND counter = ?", row.Profile, row.Counter-1).
		Select("body", "counter", "saved_at", "saved_by").Updates(&row)
	return onlyOne(done, "keep the form")
}

// formPublished keeps a version of a form for ever, after all others.
func (b *batch) formPublished(c *eqia.Change) error {
	if c.Form == nil {
		return nil
	}
	body, err := encode(c.Form.Version)
	if err != nil {
		return err
	}
	var last int64
	if err := b.tx.Model(&publishedFormRow{}).Select("COALESCE(MAX(no), 0)").Scan(&last).Error; err != nil {
		return err
	}
	row := publishedFormRow{No: last + 1, Profile: c.Form.Profile, Code: c.Form.Version.Code, BasedOn: c.Form.BasedOn, Body: body,
		Digest: c.Form.Digest, PublishedAt: micros(c.Form.PublishedAt), PublishedBy: string(c.Form.PublishedBy)}
	if err := b.tx.Create(&row).Error; err != nil {
		return fmt.Errorf("publish the form: %w", err)
	}
	return nil
}

// FormDraft is the version of a form that is being prepared.
func (s *Store) FormDraft(ctx context.Context, profile string) (eqia.FormDraft, error) {
	var row struct {
		Row    formDraftRow `gorm:"embedded"`
		ByName string
	}
	err := s.read.WithContext(ctx).Table("form_drafts").Select("form_drafts.*, COALESCE(people.name, '') AS by_name").
		Joins("LEFT JOIN people ON people.id = form_drafts.saved_by").Where("profile = ?", profile).Take(&row).Error
	if err != nil {
		return eqia.FormDraft{}, missing(err)
	}
	v, err := form.ReadVersion([]byte(row.Row.Body))
	return eqia.FormDraft{Profile: profile, BasedOn: row.Row.BasedOn, Version: v, Counter: row.Row.Counter, SavedAt: instant(row.Row.SavedAt),
		SavedBy: eqia.PersonID(row.Row.SavedBy), ByName: row.ByName}, err
}

// PublishedForms lists the versions that were published after one, in the order of publication.
func (s *Store) PublishedForms(ctx context.Context, after int64) ([]eqia.PublishedForm, error) {
	var rows []struct {
		Row    publishedFormRow `gorm:"embedded"`
		ByName string
	}
	err := s.read.WithContext(ctx).Table("published_forms").Select("published_forms.*, COALESCE(people.name, '') AS by_name").
		Joins("LEFT JOIN people ON people.id = published_forms.published_by").Where("no > ?", after).Order("no").Find(&rows).Error
	if err != nil {
		return nil, err
	}
	out := make([]eqia.PublishedForm, len(rows))
	for i, found := range rows {
		r := found.Row
		v, err := form.ReadVersion([]byte(r.Body))
		if err != nil {
			return nil, fmt.Errorf("form %s %s: %w", r.Profile, r.Code, err)
		}
		out[i] = eqia.PublishedForm{No: r.No, Profile: r.Profile, BasedOn: r.BasedOn, Version: v, Digest: r.Digest,
			PublishedAt: instant(r.PublishedAt), PublishedBy: eqia.PersonID(r.PublishedBy), ByName: found.ByName}
	}
	return out, nil
}
