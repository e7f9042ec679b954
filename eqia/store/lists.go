package store

import (
	"context"
	"strings"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// lineRow is one version as a list shows it, in one query with its family and the names of its people.
type lineRow struct {
	Row          versionRow `gorm:"embedded"`
	Reference    string
	Restricted   bool
	AuthorName   string
	ReviewerName string
	OpenComments int
	Committee    string // of the nearest meeting, where the list asks for it
	StartsAt     int64
	AgendaOn     string
}

const lineColumns = "versions.*, assessments.reference, assessments.restricted, COALESCE(author.name, '') AS author_name, " +
	"COALESCE(reviewer.name, '') AS reviewer_name, " +
	"(SELECT COUNT(*) FROM comments c WHERE c.version_id = versions.id AND c.state = 'open' AND c.sent_at > 0 AND c.reply_to = '') AS open_comments"

func lines(db *gorm.DB) *gorm.DB {
	return db.Table("versions").Select(lineColumns).
		Joins("JOIN assessments ON assessments.id = versions.assessment_id").
		Joins("LEFT JOIN parties a ON a.version_id = versions.id AND a.relation = 'author' AND a.active").
		Joins("LEFT JOIN people author ON author.id = a.person_id").
		Joins("LEFT JOIN people reviewer ON reviewer.id = versions.reviewer")
}

// Mine lists versions a person works on: those returned to them first, then by when they were saved last.
func (s *Store) Mine(ctx context.Context, person eqia.PersonID, page eqia.Page) ([]eqia.Line, error) {
	q := lines(s.read.WithContext(ctx)).
		Joins("JOIN parties me ON me.version_id = versions.id AND me.person_id = ? AND me.active AND me.relation <> ?",
			string(person), string(eqia.Involved)).
		Where("versions.id = assessments.current_version")
	const returned = "(CASE WHEN versions.state = 'changes_requested' THEN 1 ELSE 0 END)"
	if n, id, ok := after(page.After); ok {
		first, saved := n%2, n/2
		q = q.Where("("+returned+" < ?) OR ("+returned+" = ? AND (versions.saved_at < ? OR (versions.saved_at = ? AND versions.id < ?)))",
			first, first, saved, saved, id)
	}
	return found(q.Order(returned+" DESC, versions.saved_at DESC, versions.id DESC").Limit(page.Size), func(r lineRow) string {
		n := r.Row.SavedAt * 2
		if r.Row.State == string(workflow.ChangesRequested) {
			n++
		}
		return cursorOf(n, r.Row.ID)
	})
}

var likeEscape = strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`)

func found(q *gorm.DB, cursor func(lineRow) string) ([]eqia.Line, error) {
	var rows []lineRow
	err := q.Find(&rows).Error
	out := make([]eqia.Line, len(rows))
	for i, r := range rows {
		out[i] = eqia.Line{Header: r.Row.header(), Reference: r.Reference, Restricted: r.Restricted, AuthorName: r.AuthorName,
			ReviewerName: r.ReviewerName, OpenComments: r.OpenComments, Cursor: cursor(r),
			Meeting: eqia.Sitting{Committee: r.Committee, StartsAt: instant(r.StartsAt), AgendaOn: eqia.Day(r.AgendaOn)}}
	}
	return out, err
}
