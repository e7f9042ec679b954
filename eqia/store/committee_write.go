package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

// Committees is the store as the committee side uses it. It writes through the same queue.
type Committees struct {
	s *Store
}

// Committees is the committee side of the record.
func (s *Store) Committees() *Committees { return &Committees{s} }

// Write makes one change, whole or not at all; see the contract in committee.Store.
func (c *Committees) Write(_ context.Context, change *committee.Change) error {
	return c.s.queue.write(func(b *batch) error { return b.meet(change, c.s) })
}

// Used is *eqia.Repeat when a form's key was used before.
func (c *Committees) Used(ctx context.Context, once string) error {
	var rows []onceRow
	if once == "" {
		return nil
	}
	err := c.s.read.WithContext(ctx).Where("form_key = ?", once).Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return err
	}
	return &eqia.Repeat{Result: rows[0].Result}
}

// meet does the parts of a change in the order in which they need each other: a link ends before another takes its place.
func (b *batch) meet(c *committee.Change, s *Store) error {
	steps := []func(*committee.Change) error{b.report, b.onceMet, s.freezes(b), b.published, b.committee, b.meeting, b.items, b.removed, b.reportVersion,
		b.appearance, b.uses, b.takenOff, b.expected, b.ended, b.link, b.reason, b.settled, b.fetched, b.waiting, b.planned, b.imported, b.matched, b.planLinked,
		b.edition, b.stated, b.told, b.decided, b.clearance, b.override, b.challenge, b.commitment, b.book, b.pack, b.calendar, b.closes, b.access, b.text}
	for _, step := range steps {
		if err := step(c); err != nil {
			return err
		}
	}
	if err := b.acts(&eqia.Change{Acts: c.Acts, Notices: c.Notices}); err != nil {
		return err
	}
	for _, also := range c.Also {
		if err := b.meet(also, s); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) onceMet(c *committee.Change) error {
	if len(c.Acts) == 0 {
		return errors.New("a change without an act is never made")
	}
	result := c.Result
	if result == "" && c.Report != nil {
		result = c.Report.Reference
	}
	return b.once(&eqia.Change{Once: c.Once, Result: result, Acts: c.Acts})
}

// edit changes a row from the counter it was read with. Finding exactly this there already, one save on, means that the button was
// pressed twice.
func (b *batch) edit(row any, id string, base int, set map[string]any) error {
	with := map[string]any{"counter": base + 1}
	for k, v := range set {
		with[k] = v
	}
	done := b.tx.Model(row).Where("id = ? AND counter = ?", id, base).Updates(with)
	if done.Error != nil || done.RowsAffected == 1 {
		return done.Error
	}
	var same int64
	if err := b.tx.Model(row).Where("id = ?", id).Where(with).Count(&same).Error; err != nil {
		return err
	}
	if same == 1 {
		return &eqia.Repeat{Result: id}
	}
	return eqia.ErrMoved
}

// added makes a row; one that stands in its way already means that someone else was first.
func (b *batch) added(row any, what string) error {
	err := b.tx.Create(row).Error
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return eqia.ErrMoved
	}
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}

func (b *batch) committee(c *committee.Change) error {
	if c.Committee == nil {
		return nil
	}
	k := c.Committee
	err := b.added(&committeeRow{ID: string(k.ID), Name: k.Name, NameKey: strings.ToLower(k.Name), Kind: string(k.Kind), Regime: string(k.Regime),
		Active: k.Active, Counter: 1}, "add the committee")
	if errors.Is(err, eqia.ErrMoved) {
		return &eqia.Invalid{Field: "name", Says: "There is a committee with this name already"}
	}
	return err
}

func (b *batch) meeting(c *committee.Change) error {
	if c.Meeting != nil {
		return b.sitting(*c.Meeting, c.Acts[0].At)
	}
	for _, m := range c.Meetings {
		if err := b.sitting(m, c.Acts[0].At); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) sitting(m committee.Meeting, when time.Time) error {
	at := micros(when)
	if m.Counter > 0 {
		err := b.edit(&meetingRow{}, string(m.ID), m.Counter, map[string]any{"starts_at": micros(m.StartsAt), "venue": m.Venue,
			"status": string(m.Status), "agenda_on": string(m.AgendaOn), "short_notice": m.ShortNotice})
		if err != nil {
			return err
		}
		return b.tx.Model(&meetingRow{}).Where("id = ?", string(m.ID)).Update("changed_at", at).Error
	}
	var known int64
	if err := b.tx.Model(&committeeRow{}).Where("id = ?", string(m.Committee.ID)).Count(&known).Error; err != nil {
		return fmt.Errorf("look for the committee: %w", err)
	}
	if known == 0 {
		return eqia.ErrNotFound
	}
	return b.added(&meetingRow{ID: string(m.ID), CommitteeID: string(m.Committee.ID), StartsAt: micros(m.StartsAt), Venue: m.Venue,
		Status: string(m.Status), AgendaOn: string(m.AgendaOn), Counter: 1, ShortNotice: m.ShortNotice, Source: m.Source, SourceID: m.SourceID, ChangedAt: at},
		"add the meeting")
}

func (b *batch) items(c *committee.Change) error {
	for _, i := range c.Items {
		if err := b.item(i); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) item(i committee.Item) error {
	if i.Counter > 0 {
		return b.edit(&agendaItemRow{}, string(i.ID), i.Counter, map[string]any{"position": i.Order, "number_text": i.Number, "title": i.Title,
			"kind": string(i.Kind), "access": string(i.Access), "urgent_reason": i.UrgentReason, "paragraphs": spaced(i.Paragraphs),
			"page_from": i.PageFrom, "page_to": i.PageTo, "twin_of": string(i.TwinOf), "silent": i.Silent})
	}
	return b.added(&agendaItemRow{ID: string(i.ID), MeetingID: string(i.Meeting.ID), Position: i.Order, NumberText: i.Number, Title: i.Title,
		Kind: string(i.Kind), Access: string(i.Access), UrgentReason: i.UrgentReason, Counter: 1, Paragraphs: spaced(i.Paragraphs),
		PageFrom: i.PageFrom, PageTo: i.PageTo, Source: i.Source, SourceID: i.SourceID, TwinOf: string(i.TwinOf), AddedAt: micros(i.AddedAt), Silent: i.Silent},
		"add the agenda item")
}

func (b *batch) removed(c *committee.Change) error {
	if c.Removed == nil {
		return nil
	}
	done := b.tx.Where("id = ? AND counter = ? AND NOT EXISTS (SELECT 1 FROM appearances a WHERE a.agenda_item_id = agenda_items.id)",
		string(c.Removed.ID), c.Removed.Counter).Delete(&agendaItemRow{})
	return onlyOne(done, "remove the agenda item")
}

// onlyOne is ErrMoved unless exactly one row was touched.
func onlyOne(done *gorm.DB, what string) error {
	if done.Error != nil {
		return fmt.Errorf("%s: %w", what, done.Error)
	}
	if done.RowsAffected != 1 {
		return eqia.ErrMoved
	}
	return nil
}
