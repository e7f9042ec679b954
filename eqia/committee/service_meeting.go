package committee

import (
	"context"
	"errors"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// MeetingList asks for a list of meetings: those from today on, or earlier ones.
type MeetingList struct {
	Earlier   bool
	Soon      bool // of those from today on, only those of the next six weeks
	Committee ID   // empty: all
	Page      eqia.Page
}

// soonDays is how far ahead democratic services look from day to day.
const soonDays = 42

// Meetings lists meetings with their items: those from today on, soonest first, or earlier ones, newest first. Councillors may, and are
// shown what is before members.
func (s *Service) Meetings(ctx context.Context, by eqia.Person, list MeetingList) ([]Meeting, error) {
	if err := may(by, actRead, visitors...); err != nil {
		return nil, err
	}
	filter := MeetingFilter{From: eqia.DayOf(s.Now()).Time().UTC(), Earlier: list.Earlier, Committee: list.Committee}
	if list.Soon {
		filter.Until = filter.From.AddDate(0, 0, soonDays)
	}
	found, err := s.Store.Meetings(ctx, filter, list.Page)
	for i, m := range found {
		s.judgeAll(m.Items)
		found[i] = m.shownTo(by)
	}
	return found, err
}

// Meeting is one meeting with its items and all that is with them, judged. Councillors may, and are shown
// what is before members.
func (s *Service) Meeting(ctx context.Context, by eqia.Person, id MeetingID) (Meeting, error) {
	if err := may(by, actRead, visitors...); err != nil {
		return Meeting{}, err
	}
	m, err := s.Store.Meeting(ctx, id)
	s.judgeAll(m.Items)
	m.Findings = JudgeAgenda(m)
	return m.shownTo(by), err
}

// Item is one item with its meeting and all that is with it.
func (s *Service) Item(ctx context.Context, by eqia.Person, id ItemID) (Item, error) {
	if err := may(by, actRead, readers...); err != nil {
		return Item{}, err
	}
	i, err := s.Store.Item(ctx, ItemKey{Item: id})
	s.judge(&i)
	return i, err
}

// AddMeeting adds a meeting of a committee and gives its identifier. Clerks may.
func (s *Service) AddMeeting(ctx context.Context, by eqia.Person, m Meeting, once string) (MeetingID, error) {
	if err := may(by, ActMeeting, workflow.Clerk); err != nil {
		return "", err
	}
	if err := m.validate(); err != nil {
		return "", err
	}
	m.ID, m.Counter = MeetingID(s.NewID()), 0
	act := s.act(by, ActMeeting, "meeting/"+string(m.ID))
	return m.ID, s.Store.Write(ctx, &Change{Once: once, Result: string(m.ID), Meeting: &m, Acts: []eqia.Act{act}})
}

// EditMeeting changes a meeting's time, venue, status or agenda date, from the counter it was read with. Clerks may. A meeting stays
// with its committee.
func (s *Service) EditMeeting(ctx context.Context, by eqia.Person, m Meeting) error {
	if err := may(by, ActEditMeeting, workflow.Clerk); err != nil {
		return err
	}
	if err := m.validate(); err != nil {
		return err
	}
	if m.Counter < 1 {
		return eqia.ErrMoved
	}
	act := s.act(by, ActEditMeeting, "meeting/"+string(m.ID))
	act.Facts["status"], act.Facts["agenda_on"] = string(m.Status), string(m.AgendaOn)
	change := &Change{Meeting: &m, Acts: []eqia.Act{act}}
	if m.Status == Held {
		s.asMet(by, m, change)
	}
	return s.Store.Write(ctx, change)
}

// EditItem changes an item's place, number, title, kind, access or urgency, from the counter it was read with. Clerks may. An item
// that carries a restricted assessment can't be opened.
func (s *Service) EditItem(ctx context.Context, by eqia.Person, i Item) error {
	if err := may(by, ActEditItem, workflow.Clerk); err != nil {
		return err
	}
	if err := i.validate(); err != nil {
		return err
	}
	now, err := s.Store.Item(ctx, ItemKey{Item: i.ID})
	if err != nil {
		return err
	}
	if i.Counter < 1 {
		return eqia.ErrMoved
	}
	for _, l := range now.appearance().Live() {
		if l.Pinned.Restricted && i.Access == Open {
			return &eqia.Invalid{Field: "access", Says: "A restricted assessment is linked to this item. Withdraw the link first"}
		}
	}
	if err := s.twin(ctx, now, i.TwinOf); err != nil {
		return err
	}
	i.Meeting = now.Meeting
	if i.Order < 1 {
		i.Order = now.Order
	}
	act := s.act(by, ActEditItem, "item/"+string(i.ID))
	act.Facts["kind"], act.Facts["access"] = string(i.Kind), string(i.Access)
	change := &Change{Items: []Item{i}, Acts: []eqia.Act{act}}
	if i.Access.Closed() {
		if err := s.shut(ctx, by, change, now.appearance().pinned()); err != nil {
			return err
		}
	}
	return s.Store.Write(ctx, change)
}

// twin refuses an item that can't have an exempt part of its own: another meeting's, the item itself, or one that is such a part or asks for nothing.
func (s *Service) twin(ctx context.Context, i Item, of ItemID) error {
	if of == "" {
		return nil
	}
	open, err := s.Store.Item(ctx, ItemKey{Item: of})
	if err != nil && !errors.Is(err, eqia.ErrNotFound) {
		return err
	}
	if err != nil || open.ID == i.ID || open.Meeting.ID != i.Meeting.ID || open.TwinOf != "" || !open.Kind.Asks() {
		return &eqia.Invalid{Field: "twin_of", Says: "Select an item from the list"}
	}
	return nil
}

// Settling is a change to something that is there: the form's key, and the counter it was read with.
type Settling struct {
	Once    string
	Counter int
}

// RemoveItem takes an item off an agenda. Clerks may, while no report is on it.
func (s *Service) RemoveItem(ctx context.Context, by eqia.Person, id ItemID, at Settling) error {
	if err := may(by, ActRemoveItem, workflow.Clerk); err != nil {
		return err
	}
	if err := s.Store.Used(ctx, at.Once); err != nil {
		return err
	}
	i, err := s.Store.Item(ctx, ItemKey{Item: id})
	if err != nil {
		return err
	}
	if i.Appearance != nil {
		return &eqia.Invalid{Field: "item", Says: "Take the report off this item first"}
	}
	i.Counter = at.Counter
	act := s.act(by, ActRemoveItem, "item/"+string(id))
	return s.Store.Write(ctx, &Change{Once: at.Once, Result: string(i.Meeting.ID), Removed: &i, Acts: []eqia.Act{act}})
}
