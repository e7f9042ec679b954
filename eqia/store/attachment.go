package store

import (
	"context"
	"fmt"

	"gorm.io/gorm/clause"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

type fileRow struct {
	Sha256 string `gorm:"primaryKey"`
	Bytes  []byte
}

type attachmentRow struct {
	ID        string `gorm:"primaryKey"`
	VersionID string
	Kind      string
	Language  string
	Link      string
	Type      string
	Size      int
	Sha256    string
	MadeAt    int64
	MadeBy    string
}

func (fileRow) TableName() string       { return "files" }
func (attachmentRow) TableName() string { return "attachments" }

func (r attachmentRow) attachment() eqia.Attachment {
	return eqia.Attachment{ID: eqia.AttachmentID(r.ID), Version: eqia.VersionID(r.VersionID), Kind: eqia.AttachmentKind(r.Kind), Language: r.Language,
		Link: r.Link, Type: eqia.FileType(r.Type), Size: r.Size, Digest: r.Sha256, At: instant(r.MadeAt), By: eqia.PersonID(r.MadeBy)}
}

func attachments(rows []attachmentRow) []eqia.Attachment {
	var out []eqia.Attachment
	for _, r := range rows {
		out = append(out, r.attachment())
	}
	return out
}

// attached keeps another format of a version with the bytes of its file, each file once; or takes one away, and its bytes where no other
// format has them.
func (b *batch) attached(c *eqia.Change) error {
	a := c.Attach
	if a == nil {
		return nil
	}
	if a.Gone {
		if err := b.tx.Where("id = ?", string(a.ID)).Delete(&attachmentRow{}).Error; err != nil {
			return fmt.Errorf("take the format away: %w", err)
		}
		used := b.tx.Model(&attachmentRow{}).Select("1").Where("sha256 = ?", a.Digest)
		return b.tx.Where("sha256 = ? AND NOT EXISTS (?)", a.Digest, used).Delete(&fileRow{}).Error
	}
	if err := b.in(a.Version, workflow.State.Frozen); err != nil {
		return err
	}
	if a.Digest != "" {
		if err := b.tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&fileRow{Sha256: a.Digest, Bytes: a.File}).Error; err != nil {
			return fmt.Errorf("keep the file: %w", err)
		}
	}
	row := attachmentRow{ID: string(a.ID), VersionID: string(a.Version), Kind: string(a.Kind), Language: a.Language, Link: a.Link, Type: string(a.Type),
		Size: a.Size, Sha256: a.Digest, MadeAt: micros(a.At), MadeBy: string(a.By)}
	if err := b.tx.Create(&row).Error; err != nil {
		return fmt.Errorf("keep the format: %w", err)
	}
	return nil
}

// Attachments lists the other formats of a version, in the order they were added.
func (s *Store) Attachments(ctx context.Context, version eqia.VersionID) ([]eqia.Attachment, error) {
	var rows []attachmentRow
	err := s.read.WithContext(ctx).Where("version_id = ?", string(version)).Order("id").Find(&rows).Error
	return attachments(rows), err
}

// File is the bytes of a file by its SHA-256.
func (s *Store) File(ctx context.Context, digest string) ([]byte, error) {
	var row fileRow
	err := s.read.WithContext(ctx).Where("sha256 = ?", digest).Take(&row).Error
	return row.Bytes, missing(err)
}

// Formats lists the other formats of a published version that was not withdrawn.
func (r *Register) Formats(ctx context.Context, version eqia.VersionID) ([]eqia.Attachment, error) {
	var rows []attachmentRow
	err := r.read.WithContext(ctx).Table("attachments").Select("attachments.*").
		Joins("JOIN published ON published.version_id = attachments.version_id AND published.standing <> ?", eqia.TakenAway).
		Where("attachments.version_id = ?", string(version)).Order("attachments.id").Find(&rows).Error
	return attachments(rows), err
}

// Format is another format of a version that is public now, with its bytes.
func (r *Register) Format(ctx context.Context, reference string, id eqia.AttachmentID) (eqia.Attachment, eqia.Publication, []byte, error) {
	var row struct {
		Row   attachmentRow `gorm:"embedded"`
		Major int
		Minor int
		Bytes []byte
	}
	err := r.read.WithContext(ctx).Table("attachments").Select("attachments.*, published.major, published.minor, files.bytes").
		Joins("JOIN published ON published.version_id = attachments.version_id AND published.standing <> ?", eqia.TakenAway).
		Joins("JOIN files ON files.sha256 = attachments.sha256").
		Where("attachments.id = ? AND published.reference = ?", string(id), reference).Take(&row).Error
	return row.Row.attachment(), eqia.Publication{Reference: reference, Major: row.Major, Minor: row.Minor}, row.Bytes, missing(err)
}
