package store

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strconv"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// Versions lists a family's versions, newest first.
func (s *Store) Versions(ctx context.Context, assessment eqia.AssessmentID) ([]eqia.Header, error) {
	var rows []versionRow
	err := s.read.WithContext(ctx).Where("assessment_id = ?", string(assessment)).Order("major DESC, minor DESC").Find(&rows).Error
	out := make([]eqia.Header, len(rows))
	for i, r := range rows {
		out[i] = r.header()
	}
	return out, err
}

// CheckCodeTaken reports whether a signed version has this check code.
func (s *Store) CheckCodeTaken(ctx context.Context, code string) (bool, error) {
	var n int64
	err := s.read.WithContext(ctx).Model(&versionRow{}).Where("check_code = ? AND check_code <> ''", code).Count(&n).Error
	return n > 0, err
}

// Comments is every comment on a version, oldest first.
func (s *Store) Comments(ctx context.Context, version eqia.VersionID) ([]eqia.Comment, error) {
	var rows []struct {
		Row    commentRow `gorm:"embedded"`
		ByName string
	}
	err := s.read.WithContext(ctx).Table("comments").
		Select("comments.*, COALESCE(people.name, consultation_readers.name, '') AS by_name").
		Joins("LEFT JOIN people ON people.id = comments.person_id").
		Joins("LEFT JOIN consultation_readers ON consultation_readers.id = comments.reader_id").Where("version_id = ?", string(version)).Order("comments.id").Find(&rows).Error
	out := make([]eqia.Comment, len(rows))
	for i, found := range rows {
		r := found.Row
		out[i] = eqia.Comment{ID: eqia.CommentID(r.ID), Version: version, Part: eqia.PartKey{Kind: eqia.PartKind(r.PartKind), Key: r.PartName},
			ReplyTo: eqia.CommentID(r.ReplyTo), By: eqia.PersonID(r.PersonID), Reader: eqia.ReaderID(r.ReaderID), ByName: found.ByName,
			Role: workflow.Actor(r.PersonRole), Text: r.Body,
			At: instant(r.MadeAt), SentAt: instant(r.SentAt), State: eqia.CommentState(r.State), Edited: instant(r.EditedAt),
			Wording: eqia.Suggestion{For: r.WordingFor, Text: r.Wording, Base: r.WordingBase, UsedAt: instant(r.WordingUsedAt)}}
	}
	return out, err
}

// Submitted is the content as it was at a version's nth submission.
func (s *Store) Submitted(ctx context.Context, version eqia.VersionID, n int) (eqia.Content, error) {
	var row snapshotRow
	err := s.read.WithContext(ctx).Where("version_id = ? AND kind = ? AND no = ?", string(version), string(workflow.Submit), n).Take(&row).Error
	if err != nil {
		return eqia.Content{}, missing(err)
	}
	return eqia.ReadContent([]byte(row.Content))
}

// missing is ErrNotFound for a row that is not there.
func missing(err error) error {
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return eqia.ErrNotFound
	}
	return err
}

func facts(detail string) map[string]string {
	out := map[string]string{}
	if err := json.Unmarshal([]byte(detail), &out); err != nil {
		return map[string]string{}
	}
	return out
}

// cursorOf makes a cursor of a number and an identifier; after reads it back. A cursor that can't be read starts from the beginning.
func cursorOf(n int64, id string) string { return strconv.FormatInt(n, 36) + "." + id }

func after(cursor string) (n int64, id string, ok bool) {
	i := slices.Index([]byte(cursor), '.')
	if i < 1 {
		return 0, "", false
	}
	n, err := strconv.ParseInt(cursor[:i], 36, 64)
	return n, cursor[i+1:], err == nil
}
