package store

import (
	"context"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// DueForReview lists signed versions in force whose review is due by a day, the earliest first.
func (s *Store) DueForReview(ctx context.Context, f eqia.DueFilter, page eqia.Page) ([]eqia.DueLine, error) {
	q := s.read.WithContext(ctx).Table("versions").
		Select("versions.*, assessments.reference, COALESCE(author.id, '') AS author, COALESCE(author.name, '') AS author_name, assessments.current_version <> versions.id AS under_way").
		Joins("JOIN assessments ON assessments.signed_version = versions.id").
		Joins("LEFT JOIN parties a ON a.version_id = versions.id AND a.relation = 'author' AND a.active").
		Joins("LEFT JOIN people author ON author.id = a.person_id").
		Where("versions.state = ? AND versions.review_due > '' AND versions.review_due <= ?", string(workflow.SignedOff), string(f.By))
	if f.Person != "" {
		q = q.Where("EXISTS (SELECT 1 FROM parties me WHERE me.version_id = versions.id AND me.person_id = ? AND me.active AND me.relation <> ?)",
			string(f.Person), string(eqia.Involved))
	}
	if n, id, ok := after(page.After); ok {
		day := dayOfNumber(n)
		q = q.Where("versions.review_due > ? OR (versions.review_due = ? AND versions.id > ?)", day, day, id)
	}
	var rows []struct {
		Row        versionRow `gorm:"embedded"`
		Reference  string
		Author     string
		AuthorName string
		UnderWay   bool
	}
	err := q.Order("versions.review_due, versions.id").Limit(page.Size).Find(&rows).Error
	out := make([]eqia.DueLine, len(rows))
	for i, r := range rows {
		out[i] = eqia.DueLine{Header: r.Row.header(), Reference: r.Reference, Author: eqia.PersonID(r.Author), AuthorName: r.AuthorName, UnderWay: r.UnderWay,
			Cursor: cursorOf(numberOfDay(r.Row.ReviewDue), r.Row.ID)}
	}
	return out, err
}

// numberOfDay is a day's digits as a number, for a cursor; dayOfNumber is the day again.
func numberOfDay(day string) int64 {
	n, err := strconv.ParseInt(strings.ReplaceAll(day, "-", ""), 10, 64)
	if err != nil {
		return 0
	}
	return n
}

func dayOfNumber(n int64) string {
	digits := strconv.FormatInt(n, 10)
	if len(digits) != 8 {
		return ""
	}
	return digits[:4] + "-" + digits[4:6] + "-" + digits[6:]
}
