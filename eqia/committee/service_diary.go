package committee

import (
	"context"
	"errors"
	"slices"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// How far back and ahead calendars look, in days, and how many reviews of one person they show.
const (
	diaryBack   = 60
	diaryAhead  = 550
	diaryReview = 200
)

func (s *Service) diarySpan() Span {
	today := eqia.DayOf(s.Now()).Time()
	return Span{From: today.AddDate(0, 0, -diaryBack).UTC(), To: today.AddDate(0, 0, diaryAhead).UTC()}
}

// PublicDiary is the meetings the public may know of: none that is provisional, and those called off or moved as such.
func (s *Service) PublicDiary(ctx context.Context) ([]Meeting, error) {
	list, err := s.Store.Diary(ctx, s.diarySpan())
	return slices.DeleteFunc(list, func(m Meeting) bool { return !m.Public() }), err
}

// PublicMeeting is one meeting as anyone may read it. ErrNotFound when the public may not know of it.
func (s *Service) PublicMeeting(ctx context.Context, id MeetingID) (Meeting, error) {
	m, err := s.Store.Meeting(ctx, id)
	if err != nil {
		return m, err
	}
	if !m.Public() {
		return Meeting{}, eqia.ErrNotFound
	}
	var linked []eqia.VersionID
	for _, i := range m.Items {
		for _, l := range i.appearance().Live() {
			linked = append(linked, l.Pinned.VersionID)
		}
	}
	public, err := s.Store.Public(ctx, linked)
	return m.forPublic(public, eqia.DayOf(s.Now())), err
}

// PublicBodies is every committee that meets, by name, for anyone.
func (s *Service) PublicBodies(ctx context.Context) ([]Committee, error) {
	all, err := s.Store.Bodies(ctx)
	return slices.DeleteFunc(slices.Clone(all), func(c Committee) bool { return !c.Kind.Sits() }), err
}

// Public reports whether the public may know of the meeting. What one person decides alone is no meeting.
func (m Meeting) Public() bool { return m.Status != Provisional && m.Committee.Kind.Sits() }

// Diary is what is in a person's own calendar. A person with no role sees their own papers and reviews alone.
func (s *Service) Diary(ctx context.Context, by eqia.Person) (Diary, error) {
	d := Diary{Person: by}
	var err error
	if by.Holds(visitors...) || by.Holds(workflow.Reviewer) {
		if d.Meetings, err = s.Store.Diary(ctx, s.diarySpan()); err != nil {
			return d, err
		}
	}
	if d.Papers, err = s.Store.OwnPapers(ctx, by.ID, s.diarySpan()); err != nil {
		return d, err
	}
	until := eqia.DayOf(s.diarySpan().To)
	d.Reviews, err = s.Assessments.DueForReview(ctx, eqia.DueFilter{By: until, Person: by.ID}, eqia.Page{Size: diaryReview})
	return d, err
}

// MakeCalendarLink gives a person a secret address for their calendar, which is shown once. One they had before ends.
func (s *Service) MakeCalendarLink(ctx context.Context, by eqia.Person, once string) (string, error) {
	if err := s.Store.Used(ctx, once); err != nil {
		return "", err
	}
	link, hash, err := eqia.NewLink()
	if err != nil {
		return "", err
	}
	now := s.Now().UTC().Truncate(time.Microsecond)
	made := CalendarLink{ID: CalendarLinkID(s.NewID()), Person: by.ID, Hash: hash, MadeAt: now}
	act := s.act(by, ActCalendarLink, "person/"+string(by.ID))
	act.Facts["link"] = string(made.ID)
	change := &Change{Once: once, Result: string(made.ID), Calendar: &made, Acts: []eqia.Act{act}}
	return link, s.Store.Write(ctx, change)
}

// EndCalendarLink ends a person's secret address at once. Ending none is no error.
func (s *Service) EndCalendarLink(ctx context.Context, by eqia.Person) error {
	l, err := s.Store.CalendarLink(ctx, LinkKey{Person: by.ID})
	if errors.Is(err, eqia.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	act := s.act(by, ActEndCalendarLink, "person/"+string(by.ID))
	act.Facts["link"] = string(l.ID)
	l.EndedAt = act.At
	return s.Store.Write(ctx, &Change{Calendar: &l, Acts: []eqia.Act{act}})
}

// CalendarLink is the address that a person has; ErrNotFound when they have none.
func (s *Service) CalendarLink(ctx context.Context, by eqia.Person) (CalendarLink, error) {
	return s.Store.CalendarLink(ctx, LinkKey{Person: by.ID})
}

// OpenCalendar is the diary that a secret address leads to. One that was never given or has ended, and that of someone who has left, is
// ErrNotFound.
func (s *Service) OpenCalendar(ctx context.Context, secret string) (Diary, error) {
	l, err := s.Store.CalendarLink(ctx, LinkKey{Hash: eqia.HashOfLink(secret)})
	if err != nil {
		return Diary{}, err
	}
	p, err := s.Assessments.Person(ctx, l.Person)
	if err != nil {
		return Diary{}, err
	}
	if p.Disabled {
		return Diary{}, eqia.ErrNotFound
	}
	return s.Diary(ctx, p)
}
