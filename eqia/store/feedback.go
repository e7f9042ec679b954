package store

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

type feedbackRow struct {
	ID        string `gorm:"primaryKey"`
	VersionID string
	Body      string
	Email     string
	MadeAt    int64
	State     string
	Shown     string
	Answer    string
	DecidedAt int64
	DecidedBy string
}

func (feedbackRow) TableName() string { return "feedback" }

// feedback keeps what someone said about a published version, or what was decided on it.
func (b *batch) feedback(c *eqia.Change) error {
	f := c.Feedback
	if f == nil {
		return nil
	}
	if !f.DecidedAt.IsZero() {
		done := b.tx.Model(&feedbackRow{}).Where("id = ?", string(f.ID)).Updates(map[string]any{"state": string(f.State), "shown": f.Shown,
			"answer": f.Answer, "decided_at": micros(f.DecidedAt), "decided_by": string(f.DecidedBy)})
		return onlyOne(done, "decide on feedback")
	}
	if err := b.in(f.Version, workflow.State.Frozen); err != nil {
		return err
	}
	row := feedbackRow{ID: string(f.ID), VersionID: string(f.Version), Body: f.Text, Email: f.Email, MadeAt: micros(f.At), State: string(f.State)}
	if err := b.tx.Create(&row).Error; err != nil {
		return fmt.Errorf("keep the feedback: %w", err)
	}
	return nil
}

// forget erases the addresses that came with feedback before a time.
func (b *batch) forget(c *eqia.Change) error {
	if c.Forget.IsZero() {
		return nil
	}
	return addressed(b.tx, c.Forget).Update("email", "").Error
}

// addressed is the feedback from before a time that has an address.
func addressed(db *gorm.DB, before time.Time) *gorm.DB {
	return db.Model(&feedbackRow{}).Where("email <> '' AND made_at < ?", micros(before))
}

// EmailsBefore counts the addresses that came with feedback before a time.
func (s *Store) EmailsBefore(ctx context.Context, before time.Time) (int, error) {
	var n int64
	err := addressed(s.read.WithContext(ctx), before).Count(&n).Error
	return int(n), err
}

// saidRow is feedback with the version that it is about.
type saidRow struct {
	Row       feedbackRow `gorm:"embedded"`
	Reference string
	Title     string
	Major     int
	Minor     int
}

func (r saidRow) feedback() eqia.Feedback {
	f := r.Row
	return eqia.Feedback{ID: eqia.FeedbackID(f.ID), Version: eqia.VersionID(f.VersionID), Reference: r.Reference, Number: number(r.Major, r.Minor), Title: r.Title,
		Text: f.Body, Email: f.Email, At: instant(f.MadeAt), State: eqia.FeedbackState(f.State), Shown: f.Shown, Answer: f.Answer,
		DecidedAt: instant(f.DecidedAt), DecidedBy: eqia.PersonID(f.DecidedBy)}
}

// Feedback lists feedback, what waits first and then the newest; one alone when it is named.
func (s *Store) Feedback(ctx context.Context, id eqia.FeedbackID, size int) ([]eqia.Feedback, error) {
	q := s.read.WithContext(ctx).Table("feedback").Select("feedback.*, assessments.reference, versions.title, versions.major, versions.minor").
		Joins("JOIN versions ON versions.id = feedback.version_id").Joins("JOIN assessments ON assessments.id = versions.assessment_id")
	if id != "" {
		q = q.Where("feedback.id = ?", string(id))
	}
	var rows []saidRow
	err := q.Order("CASE feedback.state WHEN 'waiting' THEN 0 ELSE 1 END, feedback.id DESC").Limit(size).Find(&rows).Error
	var out []eqia.Feedback
	for _, r := range rows {
		out = append(out, r.feedback())
	}
	return out, err
}

// Feedback lists what the public may read of what was said about the versions of a reference, newest first, 50 at most. What was typed, and
// the addresses, are not read.
func (r *Register) Feedback(ctx context.Context, reference string) ([]eqia.Feedback, error) {
	const mostShown = 50
	var rows []saidRow
	err := r.read.WithContext(ctx).Table("feedback").Select("feedback.id, feedback.version_id, feedback.made_at, feedback.shown, feedback.answer, feedback.state, "+
		"feedback.decided_at, published.reference, published.major, published.minor").
		Joins("JOIN published ON published.version_id = feedback.version_id AND published.standing <> ?", eqia.TakenAway).
		Where("published.reference = ? AND feedback.state = ?", reference, string(eqia.FeedbackShown)).Order("feedback.id DESC").Limit(mostShown).Find(&rows).Error
	var out []eqia.Feedback
	for _, row := range rows {
		out = append(out, row.feedback())
	}
	return out, err
}
