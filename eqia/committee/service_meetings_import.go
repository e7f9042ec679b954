package committee

import (
	"context"
	"strconv"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// ActImportMeetings is the import of meetings from the committee system.
const ActImportMeetings workflow.Event = "committee.import_meetings"

// TryMeetings says what a file of meetings that waits would do, with the fields in which a clerk would take over what the source says.
func (s *Service) TryMeetings(ctx context.Context, by eqia.Person, w Waiting, take []string) (MeetingsImport, error) {
	if err := may(by, ActImportMeetings, workflow.Clerk); err != nil {
		return MeetingsImport{}, err
	}
	read, err := s.ReadMeetings(w.Raw)
	if err != nil {
		return MeetingsImport{}, &UnreadablePlan{Says: err.Error()}
	}
	h, err := s.hall(ctx, read)
	if err != nil {
		return MeetingsImport{}, err
	}
	h.take = take
	var out MeetingsImport
	out.bring(read, h)
	return out, nil
}

// hall is what is kept of the meetings that were read.
func (s *Service) hall(ctx context.Context, read ReadMeetings) (hall, error) {
	h := hall{heard: map[string]Imported{}, bySource: map[string]string{}, at: s.Now().UTC().Truncate(time.Microsecond), source: read.Source}
	var err error
	if h.committees, err = s.Store.Committees(ctx); err != nil {
		return h, err
	}
	for _, kind := range []ImportedKind{ImportedMeeting, ImportedAgendaItem} {
		heard, err := s.Store.Imported(ctx, kind, "")
		if err != nil {
			return h, err
		}
		for _, i := range heard {
			h.heard[string(kind)+"|"+i.Target], h.bySource[string(kind)+"|"+i.SourceID] = i, i.Target
		}
	}
	if h.meetings, err = s.Store.MeetingsKept(ctx); err != nil {
		return h, err
	}
	return h, s.agendas(ctx, read, &h)
}

// agendas adds the items of the meetings whose agenda was read.
func (s *Service) agendas(ctx context.Context, read ReadMeetings, h *hall) error {
	for _, r := range read.Meetings {
		for i, m := range h.meetings {
			if !r.Full || string(m.ID) != h.known(ImportedMeeting, r.SourceID) && m.Day() != eqia.DayOf(r.StartsAt) {
				continue
			}
			full, err := s.Store.Meeting(ctx, m.ID)
			if err != nil {
				return err
			}
			h.meetings[i] = full
		}
	}
	return nil
}

// MeetingsCommand is a file of meetings to be applied, with the fields in which the clerk takes over what the source says.
type MeetingsCommand struct {
	Once string
	File ImportID
	Take []string
}

// ApplyMeetings does what a file of meetings that waits would do, once for each key of a form.
func (s *Service) ApplyMeetings(ctx context.Context, by eqia.Person, cmd MeetingsCommand) error {
	if err := s.Store.Used(ctx, cmd.Once); err != nil {
		return err
	}
	w, err := s.waitingOf(ctx, by, MeetingsFile, cmd.File)
	if err != nil {
		return err
	}
	done, err := s.TryMeetings(ctx, by, w, cmd.Take)
	if err != nil {
		return err
	}
	act := s.act(by, ActImportMeetings, "import/"+string(w.ID))
	act.Facts["new"], act.Facts["changed"], act.Facts["hash"] = strconv.Itoa(done.New), strconv.Itoa(done.Changed), w.Hash
	change := &Change{Once: cmd.Once, Result: string(w.ID), Settled: settledBy(act, w.ID, Applied), Acts: []eqia.Act{act}}
	for _, c := range done.Changes {
		if err := s.meetingChange(c, change); err != nil {
			return err
		}
		if c.item != nil && c.item.Access.Closed() {
			if err := s.shut(ctx, by, change, c.item.appearance().pinned()); err != nil {
				return err
			}
		}
	}
	return s.Store.Write(ctx, change)
}

// meetingChange adds one meeting or item to a change. A new meeting gets its identifier first, so that its items know it.
func (s *Service) meetingChange(c MeetingChange, change *Change) error {
	switch {
	case c.meeting != nil:
		if c.New {
			c.meeting.ID = MeetingID(s.NewID())
		}
		c.heard.Target = string(c.meeting.ID)
		if err := c.meeting.validate(); err != nil {
			return err
		}
		change.Meetings = append(change.Meetings, *c.meeting)
	default:
		if c.New {
			c.item.ID = ItemID(s.NewID())
		}
		if c.item.Meeting.ID == "" {
			c.item.Meeting.ID = c.under.ID
		}
		c.heard.Target = string(c.item.ID)
		if err := c.item.validate(); err != nil {
			return err
		}
		change.Items = append(change.Items, *c.item)
	}
	change.Imported = append(change.Imported, c.heard)
	return nil
}
