package committee

import (
	"context"
	"strconv"
	"strings"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/record"
	"dorset-eqia/workflow"
)

// FetchID identifies one time that the committee system was asked.
type FetchID string

// Fetch is one time that the committee system was asked, and what came of it.
type Fetch struct {
	ID       FetchID
	At       time.Time // when it was begun
	EndedAt  time.Time
	Good     bool
	Says     string // what failed, or what could not be read
	Meetings int
}

// ActFetch is a round of questions to the committee system.
const ActFetch workflow.Event = "committee.fetch"

// mostFetches is how many fetches the page about them shows.
const mostFetches = 20

// Fetches lists the last times that the committee system was asked, the newest first, and the last good one, which may be older.
func (s *Service) Fetches(ctx context.Context, by eqia.Person) (list []Fetch, good Fetch, err error) {
	if err := may(by, actRead, readers...); err != nil {
		return nil, Fetch{}, err
	}
	return s.Store.Fetches(ctx, mostFetches)
}

// KeepFetch notes a round of questions that was begun at a moment. What it brought waits for a clerk, in place of what waited from the round
// before; when it says nothing new, nothing waits. Failed is why there is nothing to keep.
func (s *Service) KeepFetch(ctx context.Context, raw []byte, begun time.Time, failed error) (Fetch, error) {
	f := Fetch{ID: FetchID(s.NewID()), At: begun.UTC().Truncate(time.Microsecond), EndedAt: s.Now().UTC().Truncate(time.Microsecond), Good: failed == nil}
	service := eqia.Person{}
	change := &Change{Fetch: &f}
	if failed != nil {
		f.Says = failed.Error()
	} else if err := s.fetched(ctx, raw, &f, change); err != nil {
		return f, err
	}
	act := s.act(service, ActFetch, "fetch/"+string(f.ID))
	act.Facts["good"], act.Facts["meetings"] = strconv.FormatBool(f.Good), strconv.Itoa(f.Meetings)
	change.Acts = []eqia.Act{act}
	if change.Waiting != nil {
		change.Waiting.At = act.At
		act.Facts["hash"] = change.Waiting.Hash
	}
	return f, s.Store.Write(ctx, change)
}

// fetched looks at what a round brought, and lets it wait when it says something new.
func (s *Service) fetched(ctx context.Context, raw []byte, f *Fetch, change *Change) error {
	read, unread := s.ReadMeetings(raw)
	if unread != nil {
		f.Good, f.Says = false, unread.Error()
		return nil //nolint:nilerr // what can't be read is noted as such
	}
	h, err := s.hall(ctx, read)
	if err != nil {
		return err
	}
	var would MeetingsImport
	would.bring(read, h)
	f.Meetings, f.Says = len(read.Meetings), strings.Join(would.Bad, "\n")
	change.Outdated = true
	if len(would.Changes) == 0 {
		return nil
	}
	change.Waiting = &Waiting{ID: ImportID(s.NewID()), Kind: MeetingsFile, Source: "fetch", Raw: raw, Hash: record.Digest(raw)}
	return nil
}
