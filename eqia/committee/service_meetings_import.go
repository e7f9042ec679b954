package committee

import (
	"context"
	"errors"
	"strconv"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/record"
	"dorset-eqia/workflow"
)

// ActImportMeetings is the import of meetings from the committee system.
const ActImportMeetings workflow.Event = "committee.import_meetings"

// TryMeetings says what a file of meetings that waits would do, with the fields in which a clerk would take over what the source says.
func (s *Service) TryMeetings(ctx context.Context, by eqia.Person, w Waiting, take []string) (MeetingsImport, error) {
	if err := may(by, ActImportMeetings, workflow.Clerk); err != nil {
		return MeetingsImport{}, err
	}
	return s.tryMeetings(ctx, w.Raw, take)
}

func (s *Service) tryMeetings(ctx context.Context, raw []byte, take []string) (out MeetingsImport, err error) {
	read, err := s.readFile(raw)
	if err != nil {
		return out, &UnreadablePlan{Says: err.Error()}
	}
	h, err := s.hall(ctx, read)
	h.take = take
	if err == nil {
		out.bring(read, h)
	}
	return out, err
}

// hall is what is kept of the meetings that were read.
func (s *Service) hall(ctx context.Context, read ReadMeetings) (hall, error) {
	h := hall{heard: map[string]Imported{}, reports: map[string]Report{}, bySource: map[string]string{}, at: s.Now().UTC().Truncate(time.Microsecond), source: read.Source}
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
	if err := s.named(ctx, read, &h); err != nil {
		return h, err
	}
	return h, s.agendas(ctx, read, &h)
}

// named adds the reports that a file names. One that there is not is left out.
func (s *Service) named(ctx context.Context, read ReadMeetings, h *hall) error {
	for _, r := range read.Meetings {
		for _, i := range r.Items {
			if _, known := h.reports[i.Report]; i.Report == "" || known {
				continue
			}
			report, err := s.Store.Report(ctx, i.Report)
			if errors.Is(err, eqia.ErrNotFound) {
				continue
			}
			if err != nil {
				return err
			}
			h.reports[i.Report] = report
		}
	}
	return nil
}

// agendas adds the items of the meetings whose agenda was read.
func (s *Service) agendas(ctx context.Context, read ReadMeetings, h *hall) error {
	for _, r := range read.Meetings {
		at, _ := h.place(r)
		if !r.Full || at < 0 {
			continue
		}
		full, err := s.Store.Meeting(ctx, h.meetings[at].ID)
		if err != nil {
			return err
		}
		h.meetings[at] = full
	}
	return nil
}

// MeetingsCommand is a file of meetings to be applied, with the fields in which the clerk takes over what the source says, and the items that the clerk
// says are exempt parts of others.
type MeetingsCommand struct {
	Once string
	File ImportID
	Take []string
	Twin []string
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
	act.Facts["hash"] = w.Hash
	done.twins(cmd.Twin)
	change, err := s.meetingsChange(ctx, by, done, act)
	if err != nil {
		return err
	}
	change.Once, change.Result, change.Settled = cmd.Once, string(w.ID), settledBy(act, w.ID, Applied)
	return s.Store.Write(ctx, change)
}

// BringInMeetings brings a file of meetings or of agenda items in, for the command line, where whoever can reach the database may. A dry run says
// what would happen and keeps nothing.
func (s *Service) BringInMeetings(ctx context.Context, by eqia.Person, raw []byte, dry bool) (MeetingsImport, error) {
	done, err := s.tryMeetings(ctx, raw, nil)
	if err != nil || dry || len(done.Changes) == 0 {
		return done, err
	}
	act := s.act(by, ActImportMeetings, "meetings")
	act.Facts["hash"] = record.Digest(raw)
	change, err := s.meetingsChange(ctx, by, done, act)
	if err != nil {
		return done, err
	}
	return done, s.Store.Write(ctx, change)
}

// meetingsChange is the change that keeps what was brought in, whole.
func (s *Service) meetingsChange(ctx context.Context, by eqia.Person, done MeetingsImport, act eqia.Act) (*Change, error) {
	act.Facts["new"], act.Facts["changed"] = strconv.Itoa(done.New), strconv.Itoa(done.Changed)
	change := &Change{Acts: []eqia.Act{act}}
	for _, c := range done.Changes {
		if c.New && c.item != nil {
			c.item.ID = ItemID(s.NewID())
		}
	}
	for _, c := range done.Changes {
		if err := s.meetingChange(by, c, change); err != nil {
			return nil, err
		}
		if c.item != nil && c.item.Access.Closed() {
			if err := s.shut(ctx, by, change, c.item.appearance().pinned()); err != nil {
				return nil, err
			}
		}
	}
	return change, nil
}

// meetingChange adds one meeting or item to a change. A new meeting gets its identifier first, so that its items know it.
func (s *Service) meetingChange(by eqia.Person, c MeetingChange, change *Change) error {
	if c.meeting != nil {
		if c.New {
			c.meeting.ID = MeetingID(s.NewID())
		}
		c.heard.Target = string(c.meeting.ID)
		change.Meetings, change.Imported = append(change.Meetings, *c.meeting), append(change.Imported, c.heard)
		return nil
	}
	if c.joined {
		c.item.TwinOf = c.twin.ID
	}
	if c.item.Meeting.ID == "" {
		c.item.Meeting.ID = c.under.ID
	}
	c.heard.Target = string(c.item.ID)
	change.Items, change.Imported = append(change.Items, *c.item), append(change.Imported, c.heard)
	if c.report == nil {
		return nil
	}
	appears, err := s.appearing(by, *c.item, *c.report, 0)
	change.Also = append(change.Also, appears)
	return err
}
