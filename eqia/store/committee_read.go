package store

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

func (r committeeRow) committee() committee.Committee {
	return committee.Committee{ID: committee.ID(r.ID), Name: r.Name, Kind: committee.Kind(r.Kind), Regime: committee.Regime(r.Regime),
		Active: r.Active, Counter: r.Counter}
}

// Committees is every committee, by name.
func (c *Committees) Committees(ctx context.Context) ([]committee.Committee, error) {
	var rows []committeeRow
	err := c.s.read.WithContext(ctx).Order("name_key").Find(&rows).Error
	out := make([]committee.Committee, len(rows))
	for i, r := range rows {
		out[i] = r.committee()
	}
	return out, err
}

// satRow is a meeting beside its committee.
type satRow struct {
	Row              meetingRow `gorm:"embedded"`
	CommitteeName    string
	CommitteeKind    string
	CommitteeRegime  string
	CommitteeActive  bool
	CommitteeCounter int
}

// knownRow is a meeting with its editions and the rule book, as JSON lists.
type knownRow struct {
	Sat         satRow `gorm:"embedded"`
	EditionList string
	BookList    string
}

const satColumns = "meetings.*, committees.name AS committee_name, committees.kind AS committee_kind, committees.regime AS committee_regime, " +
	"committees.active AS committee_active, committees.counter AS committee_counter"

func sat(db *gorm.DB) *gorm.DB {
	return db.Table("meetings").Select(satColumns).Joins("JOIN committees ON committees.id = meetings.committee_id")
}

// known is meetings as knownRow reads them.
func (s *Store) known(db *gorm.DB) *gorm.DB {
	return sat(db).Select(satColumns + ", " + s.editionList() + " AS edition_list, " + s.bookList() + " AS book_list")
}

func (r satRow) meeting() committee.Meeting {
	m := r.Row
	return committee.Meeting{ID: committee.MeetingID(m.ID), StartsAt: instant(m.StartsAt), Venue: m.Venue, Status: committee.Status(m.Status),
		AgendaOn: eqia.Day(m.AgendaOn), Counter: m.Counter, Cursor: cursorOf(m.StartsAt, m.ID),
		Committee: committeeRow{ID: m.CommitteeID, Name: r.CommitteeName, Kind: r.CommitteeKind, Regime: r.CommitteeRegime,
			Active: r.CommitteeActive, Counter: r.CommitteeCounter}.committee(),
		ShortNotice: m.ShortNotice, Source: m.Source, SourceID: m.SourceID, ChangedAt: instant(m.ChangedAt)}
}

func (r knownRow) meeting() (committee.Meeting, error) {
	m := r.Sat.meeting()
	var err1, err2 error
	m.Editions, err1 = editionsOf(r.EditionList)
	m.Book, err2 = bookOf(r.BookList)
	return m, errors.Join(err1, err2)
}

func meetings(q *gorm.DB) ([]committee.Meeting, error) {
	var rows []knownRow
	if err := q.Find(&rows).Error; err != nil {
		return nil, err
	}
	out := make([]committee.Meeting, len(rows))
	for i, r := range rows {
		var err error
		if out[i], err = r.meeting(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Meetings lists meetings with their items: upcoming ones soonest first, earlier ones newest first; five queries, however many.
func (c *Committees) Meetings(ctx context.Context, f committee.MeetingFilter, page eqia.Page) ([]committee.Meeting, error) {
	db := c.s.read.WithContext(ctx)
	q := c.s.known(db)
	if f.Committee != "" {
		q = q.Where("meetings.committee_id = ?", string(f.Committee))
	}
	n, id, ok := after(page.After)
	switch {
	case f.Earlier && ok:
		q = q.Where("meetings.starts_at < ? OR (meetings.starts_at = ? AND meetings.id < ?)", n, n, id)
	case ok:
		q = q.Where("meetings.starts_at > ? OR (meetings.starts_at = ? AND meetings.id > ?)", n, n, id)
	}
	if f.Earlier {
		q = q.Where("meetings.starts_at < ?", micros(f.From)).Order("meetings.starts_at DESC, meetings.id DESC")
	} else {
		q = q.Where("meetings.starts_at >= ?", micros(f.From)).Order("meetings.starts_at, meetings.id")
		if !f.Until.IsZero() {
			q = q.Where("meetings.starts_at < ?", micros(f.Until))
		}
	}
	list, err := meetings(q.Limit(page.Size))
	if err != nil || len(list) == 0 {
		return list, err
	}
	return list, c.s.withItems(db, list)
}

// withItems gives meetings their items.
func (s *Store) withItems(db *gorm.DB, list []committee.Meeting) error {
	ids := make([]string, len(list))
	for i, m := range list {
		ids[i] = string(m.ID)
	}
	items, err := s.items(db, db.Where("agenda_items.meeting_id IN ?", ids))
	if err != nil {
		return err
	}
	for i := range list {
		sitting := list[i]
		for _, item := range items {
			if item.Meeting.ID == sitting.ID {
				item.Meeting = sitting
				list[i].Items = append(list[i].Items, item)
			}
		}
	}
	return nil
}

// Meeting is one meeting with its items and all that is with those; five queries, whatever its size.
func (c *Committees) Meeting(ctx context.Context, id committee.MeetingID) (committee.Meeting, error) {
	return c.s.meeting(c.s.read.WithContext(ctx), id)
}

func (s *Store) meeting(db *gorm.DB, id committee.MeetingID) (committee.Meeting, error) {
	list, err := meetings(s.known(db).Where("meetings.id = ?", string(id)))
	if err != nil {
		return committee.Meeting{}, err
	}
	if len(list) == 0 {
		return committee.Meeting{}, eqia.ErrNotFound
	}
	err = s.withItems(db, list)
	return list[0], err
}

// Item is one item with its meeting and all that is with it, found by any one identifier.
func (c *Committees) Item(ctx context.Context, by committee.ItemKey) (committee.Item, error) {
	db := c.s.read.WithContext(ctx)
	var where *gorm.DB
	switch {
	case by.Item != "":
		where = db.Where("agenda_items.id = ?", string(by.Item))
	case by.Appearance != "":
		where = db.Where("agenda_items.id = (SELECT w.agenda_item_id FROM appearances w WHERE w.id = ?)", string(by.Appearance))
	case by.Link != "":
		where = db.Where("agenda_items.id = (SELECT w.agenda_item_id FROM appearances w JOIN assessment_links l ON l.appearance_id = w.id WHERE l.id = ?)",
			string(by.Link))
	case by.Override != "":
		where = db.Where("agenda_items.id = (SELECT w.agenda_item_id FROM appearances w JOIN overrides o ON o.appearance_id = w.id WHERE o.id = ?)",
			string(by.Override))
	default:
		where = db.Where("agenda_items.id = (SELECT w.agenda_item_id FROM appearances w JOIN no_assessment_reasons r ON r.appearance_id = w.id WHERE r.id = ?)",
			string(by.Reason))
	}
	found, err := c.s.items(db, where)
	if err != nil {
		return committee.Item{}, err
	}
	if len(found) == 0 {
		return committee.Item{}, eqia.ErrNotFound
	}
	err = c.s.placed(db, found)
	return found[0], err
}

// placed gives items their meetings.
func (s *Store) placed(db *gorm.DB, found []committee.Item) error {
	var ids []string
	for _, i := range found {
		ids = append(ids, string(i.Meeting.ID))
	}
	list, err := meetings(s.known(db).Where("meetings.id IN ?", ids))
	for n, i := range found {
		for _, m := range list {
			if m.ID == i.Meeting.ID {
				found[n].Meeting = m
			}
		}
	}
	return err
}
