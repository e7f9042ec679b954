package store

import (
	"context"
	"fmt"

	"gorm.io/gorm/clause"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

type consultationRow struct {
	ID         string `gorm:"primaryKey"`
	VersionID  string
	Revision   int
	Content    string
	Digest     string
	ReleasedAt int64
	ReleasedBy string
}

type readerRow struct {
	ID             string `gorm:"primaryKey"`
	ConsultationID string
	Name           string
	Position       string
	Email          string
	TokenHash      string
	ClosesOn       string
	InvitedAt      int64
	EndedAt        int64
}

func (consultationRow) TableName() string { return "consultations" }
func (readerRow) TableName() string       { return "consultation_readers" }

// released keeps a draft as it was shown to outside readers, when the version is still as the lead read it.
func (b *batch) released(c *eqia.Change) error {
	if c.Release == nil {
		return nil
	}
	r := c.Release
	var found int64
	err := b.tx.Model(&versionRow{}).Where("id = ? AND revision = ? AND state IN ?", string(r.Version), r.Revision, states(workflow.State.Open)).
		Count(&found).Error
	if err == nil && found == 0 {
		return eqia.ErrMoved
	}
	if err != nil {
		return err
	}
	content, err := encode(r.Content)
	if err != nil {
		return err
	}
	row := consultationRow{ID: string(r.ID), VersionID: string(r.Version), Revision: r.Revision, Content: content, Digest: r.Digest,
		ReleasedAt: micros(r.ReleasedAt), ReleasedBy: string(r.ReleasedBy)}
	if err := b.tx.Create(&row).Error; err != nil {
		return fmt.Errorf("keep the released draft: %w", err)
	}
	return nil
}

// readers keeps new readers, and ends the links of others. Nothing else about a reader changes.
func (b *batch) readers(c *eqia.Change) error {
	for _, r := range c.Readers {
		row := readerRow{ID: string(r.ID), ConsultationID: string(r.Consultation), Name: r.Name, Position: r.Position, Email: r.Email,
			TokenHash: r.LinkHash, ClosesOn: string(r.ClosesOn), InvitedAt: micros(r.InvitedAt), EndedAt: micros(r.EndedAt)}
		if r.EndedAt.IsZero() {
			if err := b.tx.Create(&row).Error; err != nil {
				return fmt.Errorf("keep the outside reader: %w", err)
			}
			continue
		}
		done := b.tx.Model(&readerRow{}).Where("id = ? AND ended_at = 0", row.ID).Update("ended_at", row.EndedAt)
		if err := onlyOne(done, "end the link"); err != nil {
			return err
		}
	}
	return nil
}

// stillOpen refuses a comment through a link that was ended, or on an assessment that was restricted, while it was being written.
func (b *batch) stillOpen(m eqia.Comment) error {
	if m.Reader == "" {
		return nil
	}
	var found int64
	err := b.tx.Model(&readerRow{}).Where("consultation_readers.id = ? AND ended_at = 0", string(m.Reader)).
		Joins("JOIN consultations ON consultations.id = consultation_readers.consultation_id").
		Joins("JOIN versions ON versions.id = consultations.version_id AND versions.id = ?", string(m.Version)).
		Joins("JOIN assessments ON assessments.id = versions.assessment_id AND NOT assessments.restricted").Count(&found).Error
	if err == nil && found == 0 {
		return eqia.ErrMoved
	}
	return err
}

// unreleased removes the readers of a draft that is discarded.
func (b *batch) unreleased(version string) error {
	of := b.tx.Model(&consultationRow{}).Select("id").Where("version_id = ?", version)
	if err := b.tx.Where("consultation_id IN (?)", of).Delete(&readerRow{}).Error; err != nil {
		return fmt.Errorf("discard the draft: %w", err)
	}
	return nil
}

// Consultations lists the drafts of an assessment that were released, newest first, with their readers and without their content.
func (s *Store) Consultations(ctx context.Context, assessment eqia.AssessmentID) ([]eqia.Consultation, error) {
	var rows []struct {
		ID, VersionID, Digest, ReleasedBy string
		Major, Minor, Revision            int
		ReleasedAt                        int64
		Reader                            readerRow `gorm:"embedded;embeddedPrefix:reader_"`
	}
	err := s.read.WithContext(ctx).Table("consultations").
		Select("consultations.id, consultations.version_id, consultations.digest, consultations.released_by, consultations.revision, "+
			"consultations.released_at, versions.major, versions.minor, r.id AS reader_id, r.name AS reader_name, r.position AS reader_position, "+
			"r.email AS reader_email, r.token_hash AS reader_token_hash, r.closes_on AS reader_closes_on, r.invited_at AS reader_invited_at, "+
			"r.ended_at AS reader_ended_at").
		Joins("JOIN versions ON versions.id = consultations.version_id").
		Joins("LEFT JOIN consultation_readers r ON r.consultation_id = consultations.id").
		Where("versions.assessment_id = ?", string(assessment)).Order("consultations.id DESC, r.id").Find(&rows).Error
	var out []eqia.Consultation
	for _, r := range rows {
		if len(out) == 0 || string(out[len(out)-1].ID) != r.ID {
			out = append(out, eqia.Consultation{ID: eqia.ConsultationID(r.ID), Version: eqia.VersionID(r.VersionID),
				Number: eqia.Header{Major: r.Major, Minor: r.Minor}.Number(), Revision: r.Revision, Digest: r.Digest,
				ReleasedAt: instant(r.ReleasedAt), ReleasedBy: eqia.PersonID(r.ReleasedBy)})
		}
		if r.Reader.ID != "" {
			r.Reader.ConsultationID = r.ID
			last := &out[len(out)-1]
			last.Readers = append(last.Readers, r.Reader.reader())
		}
	}
	return out, err
}

func (r readerRow) reader() eqia.Reader {
	return eqia.Reader{ID: eqia.ReaderID(r.ID), Consultation: eqia.ConsultationID(r.ConsultationID), Name: r.Name, Position: r.Position,
		Email: r.Email, LinkHash: r.TokenHash, ClosesOn: eqia.Day(r.ClosesOn), InvitedAt: instant(r.InvitedAt), EndedAt: instant(r.EndedAt)}
}

// Reading is what a link shows: the reader, the draft they were given and how its version stands now.
func (s *Store) Reading(ctx context.Context, linkHash string) (eqia.Reading, error) {
	var reader readerRow
	err := s.read.WithContext(ctx).Where(clause.Eq{Column: "token_hash", Value: linkHash}).Take(&reader).Error
	if err != nil {
		return eqia.Reading{}, missing(err)
	}
	var kept consultationRow
	if err := s.read.WithContext(ctx).Where("id = ?", reader.ConsultationID).Take(&kept).Error; err != nil {
		return eqia.Reading{}, missing(err)
	}
	var v wholeVersion
	err = s.withFamily(ctx).Select("versions.*, assessments.reference, assessments.profile, assessments.restricted, "+
		"assessments.legacy AS family_legacy, assessments.current_version, assessments.signed_version").
		Where("versions.id = ?", kept.VersionID).Take(&v).Error
	if err != nil {
		return eqia.Reading{}, missing(err)
	}
	content, err := eqia.ReadContent([]byte(kept.Content))
	h := v.Row.header()
	return eqia.Reading{Reader: reader.reader(), Assessment: v.family(), Header: h, Consultation: eqia.Consultation{ID: eqia.ConsultationID(kept.ID),
		Version: h.ID, Number: h.Number(), Revision: kept.Revision, Content: content, Digest: kept.Digest, ReleasedAt: instant(kept.ReleasedAt),
		ReleasedBy: eqia.PersonID(kept.ReleasedBy)}}, err
}
