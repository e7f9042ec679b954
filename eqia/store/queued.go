package store

import (
	"context"
	"math"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// nearestMeeting finds the next meeting that an assessment is expected at or linked to: one that is not over and not cancelled. It starts
// from the assessment, of which few meetings know.
const nearestMeeting = "LEFT JOIN meetings nearest ON nearest.id = (SELECT m.id FROM " +
	"(SELECT e.appearance_id FROM expected_assessments e WHERE e.assessment_id = versions.assessment_id UNION " +
	"SELECT l.appearance_id FROM assessment_links l WHERE l.assessment_id = versions.assessment_id AND l.ended_at = 0) AS placed " +
	"JOIN appearances p ON p.id = placed.appearance_id JOIN agenda_items i ON i.id = p.agenda_item_id " +
	"JOIN meetings m ON m.id = i.meeting_id WHERE m.starts_at >= ? AND m.status <> 'cancelled' ORDER BY m.starts_at, m.id LIMIT 1)"

// never is where assessments stand, by their nearest meeting, that go to none.
const never = math.MaxInt64 / 2

// outstanding is whether a version was signed as urgent and is still to be reviewed.
const outstanding = "versions.urgent_due <> '' AND versions.urgent_done_at = 0 AND versions.state = 'signed_off'"

// List lists current versions that match the filter: those that wait longest first, or those whose meeting is nearest. What an urgent
// sign-off left to be reviewed is listed although a new version may have been started since.
func (s *Store) List(ctx context.Context, f eqia.Filter, page eqia.Page) ([]eqia.Line, error) {
	q := lines(s.read.WithContext(ctx)).
		Select(lineColumns+", COALESCE(committees.name, '') AS committee, COALESCE(nearest.starts_at, 0) AS starts_at, COALESCE(nearest.agenda_on, '') AS agenda_on").
		Joins(nearestMeeting, micros(f.Now)).Joins("LEFT JOIN committees ON committees.id = nearest.committee_id")
	if f.Urgent {
		q = q.Where(outstanding)
	} else {
		q = q.Where("versions.id = assessments.current_version")
	}
	q = narrowed(q, f)
	by, place := "versions.submitted_at", func(r lineRow) int64 { return r.Row.SubmittedAt }
	if f.ByMeeting {
		by, place = "COALESCE(nearest.starts_at, 4611686018427387903)", func(r lineRow) int64 {
			if r.StartsAt == 0 {
				return never
			}
			return r.StartsAt
		}
	}
	if n, id, ok := after(page.After); ok {
		q = q.Where(by+" > ? OR ("+by+" = ? AND versions.id > ?)", n, n, id)
	}
	return found(q.Order(by+", versions.id").Limit(page.Size), func(r lineRow) string { return cursorOf(place(r), r.Row.ID) })
}

// narrowed keeps what matches the filter.
func narrowed(q *gorm.DB, f eqia.Filter) *gorm.DB {
	if len(f.States) > 0 {
		q = q.Where("versions.state IN ?", f.States)
	}
	if f.Directorate != "" {
		q = q.Where("versions.directorate = ?", f.Directorate)
	}
	if f.Kind != "" {
		q = q.Where("versions.kind = ?", f.Kind)
	}
	if len(f.Reviewers) > 0 {
		q = q.Where("versions.reviewer IN ?", f.Reviewers)
	}
	if f.Unassigned {
		q = q.Where("versions.reviewer = ''")
	}
	if f.Negative != "" {
		q = q.Where("EXISTS (SELECT 1 FROM effects WHERE effects.version_id = versions.id AND effects.characteristic = ? AND effects.effect = ?)",
			f.Negative, string(eqia.Negative))
	}
	if f.NotNeeded {
		q = q.Where("versions.screening")
	}
	if f.BudgetRound != "" {
		q = q.Where("versions.budget_round = ? AND versions.kind IN ? AND NOT versions.screening", f.BudgetRound, f.Kinds)
	}
	if !f.SentBefore.IsZero() {
		q = q.Where("versions.submitted_at > 0 AND versions.submitted_at < ?", micros(f.SentBefore))
	}
	if !f.MeetsBefore.IsZero() {
		q = q.Where("nearest.starts_at < ?", micros(f.MeetsBefore))
	}
	if f.Text != "" {
		like := "%" + likeEscape.Replace(f.Text) + "%"
		q = q.Where(`(LOWER(versions.title) LIKE LOWER(?) ESCAPE '\' OR LOWER(assessments.reference) LIKE LOWER(?) ESCAPE '\')`, like, like)
	}
	return q
}

// Counts says how many current versions are in each state, and how many an urgent sign-off left to be reviewed.
func (s *Store) Counts(ctx context.Context) (counted map[workflow.State]int, urgent int, err error) {
	var rows []struct {
		State  string
		N      int
		Urgent int
	}
	err = s.read.WithContext(ctx).Table("versions").
		Select("versions.state, SUM(CASE WHEN versions.id = assessments.current_version THEN 1 ELSE 0 END) AS n, " +
			"SUM(CASE WHEN " + outstanding + " THEN 1 ELSE 0 END) AS urgent").
		Joins("JOIN assessments ON assessments.id = versions.assessment_id").Group("versions.state").Find(&rows).Error
	counted = make(map[workflow.State]int, len(rows))
	for _, r := range rows {
		if r.N > 0 {
			counted[workflow.State(r.State)] = r.N
		}
		urgent += r.Urgent
	}
	return counted, urgent, err
}
