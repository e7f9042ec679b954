package store

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"

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

// namedComment is a comment with the name of whoever wrote it.
type namedComment struct {
	commentRow
	ByName string
}

// commentList is every comment on a version, as JSON.
func (s *Store) commentList() string {
	return s.listOf(commentRow{}, "x.version_id = versions.id", "'ByName', COALESCE((SELECT p.name FROM people p WHERE p.id = x.person_id), "+
		"(SELECT r.name FROM consultation_readers r WHERE r.id = x.reader_id), '')")
}

// comments reads the list back, oldest first.
func comments(list string) ([]eqia.Comment, error) {
	rows, err := rowsOf[namedComment](list)
	slices.SortFunc(rows, func(a, b namedComment) int { return strings.Compare(a.ID, b.ID) })
	var out []eqia.Comment
	for _, r := range rows {
		out = append(out, r.comment())
	}
	return out, err
}

func (r namedComment) comment() eqia.Comment {
	return eqia.Comment{ID: eqia.CommentID(r.ID), Version: eqia.VersionID(r.VersionID), Part: eqia.PartKey{Kind: eqia.PartKind(r.PartKind), Key: r.PartName},
		ReplyTo: eqia.CommentID(r.ReplyTo), By: eqia.PersonID(r.PersonID), Reader: eqia.ReaderID(r.ReaderID), ByName: r.ByName,
		Role: workflow.Actor(r.PersonRole), Text: r.Body,
		At: instant(r.MadeAt), SentAt: instant(r.SentAt), State: eqia.CommentState(r.State), Edited: instant(r.EditedAt),
		Wording: eqia.Suggestion{For: r.WordingFor, Text: r.Wording, Base: r.WordingBase, UsedAt: instant(r.WordingUsedAt)}}
}

// Comments is every comment on a version, oldest first.
func (s *Store) Comments(ctx context.Context, version eqia.VersionID) ([]eqia.Comment, error) {
	var row struct{ CommentList string }
	err := s.read.WithContext(ctx).Table("versions").Select(s.commentList()+" AS comment_list").Where("versions.id = ?", string(version)).Take(&row).Error
	if err != nil {
		return nil, missing(err)
	}
	return comments(row.CommentList)
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
