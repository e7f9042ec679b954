package store

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

type calendarLinkRow struct {
	ID        string `gorm:"primaryKey"`
	PersonID  string
	TokenHash string
	MadeAt    int64
	EndedAt   int64
}

func (calendarLinkRow) TableName() string { return "calendar_links" }

// calendar keeps a new address in place of any other of the person, or ends one.
func (b *batch) calendar(c *committee.Change) error {
	l := c.Calendar
	if l == nil {
		return nil
	}
	ends := map[string]any{"ended_at": micros(c.Acts[0].At)}
	if err := b.tx.Model(&calendarLinkRow{}).Where("person_id = ? AND ended_at = 0", string(l.Person)).Updates(ends).Error; err != nil || !l.EndedAt.IsZero() {
		return err
	}
	return b.tx.Create(&calendarLinkRow{ID: string(l.ID), PersonID: string(l.Person), TokenHash: l.Hash, MadeAt: micros(l.MadeAt)}).Error
}

// CalendarLink is the calendar address that opens, found by whose it is or by the digest of its secret part.
func (c *Committees) CalendarLink(ctx context.Context, by committee.LinkKey) (committee.CalendarLink, error) {
	var row calendarLinkRow
	q := c.s.read.WithContext(ctx).Where("ended_at = 0")
	if by.Person != "" {
		q = q.Where("person_id = ?", string(by.Person))
	} else {
		q = q.Where("token_hash = ?", by.Hash)
	}
	err := q.Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return committee.CalendarLink{}, eqia.ErrNotFound
	}
	return committee.CalendarLink{ID: committee.CalendarLinkID(row.ID), Person: eqia.PersonID(row.PersonID), Hash: row.TokenHash, MadeAt: instant(row.MadeAt),
		EndedAt: instant(row.EndedAt)}, err
}

// mostInDiary is how many meetings or papers one calendar holds.
const mostInDiary = 1000

// Diary lists the meetings in a span of time, soonest first, without items; one query.
func (c *Committees) Diary(ctx context.Context, span committee.Span) ([]committee.Meeting, error) {
	return meetings(c.s.known(c.s.read.WithContext(ctx)).Where("meetings.starts_at >= ? AND meetings.starts_at < ?", micros(span.From), micros(span.To)).
		Order("meetings.starts_at, meetings.id").Limit(mostInDiary))
}

// paperRow is an assessment beside a meeting it goes to.
type paperRow struct {
	Sat       satRow `gorm:"embedded"`
	Reference string
}

// OwnPapers lists the assessments a person works on that are linked to or expected at a meeting in a span of time; one query.
func (c *Committees) OwnPapers(ctx context.Context, person eqia.PersonID, span committee.Span) ([]committee.Paper, error) {
	var rows []paperRow
	db := c.s.read.WithContext(ctx)
	goes := "EXISTS (SELECT 1 FROM appearances a JOIN agenda_items i ON i.id = a.agenda_item_id WHERE i.meeting_id = meetings.id AND " +
		"(EXISTS (SELECT 1 FROM assessment_links l WHERE l.appearance_id = a.id AND l.assessment_id = s.id AND l.ended_at = 0) OR " +
		"EXISTS (SELECT 1 FROM expected_assessments e WHERE e.appearance_id = a.id AND e.assessment_id = s.id)))"
	err := sat(db).Select(satColumns+", s.reference").
		Joins("JOIN parties p ON p.person_id = ? AND p.active AND p.relation <> ?", string(person), string(eqia.Involved)).
		Joins("JOIN assessments s ON s.current_version = p.version_id").
		Where("meetings.starts_at >= ? AND meetings.starts_at < ? AND "+goes, micros(span.From), micros(span.To)).
		Group("s.reference, meetings.id, committees.id").Order("meetings.starts_at, s.reference").Limit(mostInDiary).Find(&rows).Error
	out := make([]committee.Paper, len(rows))
	for i, r := range rows {
		out[i] = committee.Paper{Reference: r.Reference, Meeting: r.Sat.meeting()}
	}
	return out, err
}

// Public says which of these versions anyone can read in the register; one query.
func (c *Committees) Public(ctx context.Context, versions []eqia.VersionID) (map[eqia.VersionID]bool, error) {
	out := map[eqia.VersionID]bool{}
	if len(versions) == 0 {
		return out, nil
	}
	var found []string
	err := c.s.read.WithContext(ctx).Model(&publishedRow{}).Where("version_id IN ?", versions).Pluck("version_id", &found).Error
	for _, id := range found {
		out[eqia.VersionID(id)] = true
	}
	return out, err
}
