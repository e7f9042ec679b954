package store

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/record"
	"dorset-eqia/workflow"
)

// acts seals what happened onto the chain, and queues the notices it causes under the first act's number.
func (b *batch) acts(c *eqia.Change) error {
	if len(c.Acts) == 0 {
		return errors.New("a change without an act is never made")
	}
	first := b.head.Seq + 1
	for _, a := range c.Acts {
		if err := b.seal(a); err != nil {
			return fmt.Errorf("write the audit: %w", err)
		}
	}
	for _, n := range c.Notices {
		row := outboxRow{Seq: first, Recipient: string(n.To), Kind: string(n.Kind), Reference: n.Reference, MadeAt: micros(c.Acts[0].At)}
		if row.Reference == "" && c.Family != nil {
			row.Reference = c.Family.Reference
		}
		if err := b.tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&row).Error; err != nil {
			return fmt.Errorf("queue the notice: %w", err)
		}
	}
	return nil
}

func (b *batch) seal(a eqia.Act) error {
	detail, err := record.Canonical(orEmpty(a.Facts))
	if err != nil {
		return err
	}
	sealed := b.head.Seal(record.Entry{At: a.At, Actor: string(a.By), Kind: string(a.Kind), Subject: subject(a), Detail: string(detail)})
	row := auditRow{Seq: sealed.Seq, MadeAt: micros(sealed.At), Actor: sealed.Actor, Kind: sealed.Kind, AssessmentID: string(a.Assessment),
		VersionID: string(a.Version), Subject: a.Subject, Detail: sealed.Detail, Prev: sealed.Prev, Hash: sealed.Hash}
	if err := b.tx.Create(&row).Error; err != nil {
		return err
	}
	b.head = sealed.Link()
	return nil
}

// subject is everything an act concerns in one sealed text, so that none of the three can be changed alone.
func subject(a eqia.Act) string {
	return strings.Join([]string{string(a.Assessment), string(a.Version), a.Subject}, "|")
}

func orEmpty(facts map[string]string) map[string]string {
	if facts == nil {
		return map[string]string{}
	}
	return facts
}

func lastLink(tx *gorm.DB) (record.Link, error) {
	var rows []auditRow
	err := tx.Select("seq", "prev", "hash").Order("seq DESC").Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return record.Link{}, err
	}
	return record.Link{Seq: rows[0].Seq, Prev: rows[0].Prev, Hash: rows[0].Hash}, nil
}

// Chain reads the whole audit in order, a thousand entries at a time, for record.Verify.
func (s *Store) Chain(ctx context.Context) iter.Seq2[record.Sealed, error] {
	return func(yield func(record.Sealed, error) bool) {
		for after := int64(0); ; {
			var rows []auditRow
			if err := s.read.WithContext(ctx).Where("seq > ?", after).Order("seq").Limit(1000).Find(&rows).Error; err != nil {
				yield(record.Sealed{}, err)
				return
			}
			for _, r := range rows {
				if !yield(r.sealed(), nil) {
					return
				}
				after = r.Seq
			}
			if len(rows) < 1000 {
				return
			}
		}
	}
}

func (r auditRow) sealed() record.Sealed {
	return record.Sealed{
		Entry: record.Entry{Seq: r.Seq, At: instant(r.MadeAt), Actor: r.Actor, Kind: r.Kind, Detail: r.Detail,
			Subject: strings.Join([]string{r.AssessmentID, r.VersionID, r.Subject}, "|")},
		Prev: r.Prev, Hash: r.Hash,
	}
}

// History is everything that happened to a family, newest first.
func (s *Store) History(ctx context.Context, assessment eqia.AssessmentID) ([]eqia.Recorded, error) {
	var rows []struct {
		Row       auditRow `gorm:"embedded"`
		ActorName string
		Major     int
		Minor     int
	}
	err := s.read.WithContext(ctx).Table("audit").
		Select("audit.*, COALESCE(people.name, '') AS actor_name, COALESCE(versions.major, 0) AS major, COALESCE(versions.minor, 0) AS minor").
		Joins("LEFT JOIN people ON people.id = audit.actor").Joins("LEFT JOIN versions ON versions.id = audit.version_id").
		Where("audit.assessment_id = ?", string(assessment)).Order("audit.seq DESC").Limit(2000).Find(&rows).Error
	out := make([]eqia.Recorded, len(rows))
	for i, found := range rows {
		r := found.Row
		out[i] = eqia.Recorded{Seq: r.Seq, At: instant(r.MadeAt), By: eqia.PersonID(r.Actor), ByName: found.ActorName, Kind: workflow.Event(r.Kind),
			Assessment: assessment, Version: eqia.VersionID(r.VersionID), Number: eqia.Header{Major: found.Major, Minor: found.Minor}.Number(),
			Facts: facts(r.Detail)}
	}
	return out, err
}
