// Package eqiatest has ready-made people, assessments and services for tests, seed data and demos.
package eqiatest

import (
	"context"
	"fmt"
	"testing"

	"github.com/oklog/ulid/v2"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/calendar"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/store"
	"dorset-eqia/eqia/store/storetest"
	"dorset-eqia/eqia/wordform"
	"dorset-eqia/workflow"
)

// Profile is the council's form that the service of On writes new assessments on.
const Profile = "dorset"

// PersonAdded is the event under which the ready-made people were added.
const PersonAdded workflow.Event = "person_added"

// New is a service with everyone of People on a fresh SQLite file, which goes when the test ends. Its clock stands still until its Now is
// replaced, and it judges by no rules until its Checks are set.
func New(tb testing.TB) *eqia.Service {
	tb.Helper()
	s, err := store.Open(tb.Context(), storetest.SQLite(tb, migrated))
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := s.Close(); err != nil {
			tb.Error(err)
		}
	})
	service, err := On(tb.Context(), s, NewClock())
	if err != nil {
		tb.Fatal(err)
	}
	return service
}

func migrated(path string) error {
	s, err := store.Open(context.Background(), path)
	if err != nil {
		return err
	}
	return s.Close()
}

// On is a service on a store, with everyone of People, by a clock. The error says which profile or person could not be had.
func On(ctx context.Context, s *store.Store, clock *Clock) (*eqia.Service, error) {
	council, err := form.Load(Profile)
	if err != nil {
		return nil, err
	}
	for _, p := range People() {
		act := eqia.Act{At: clock.Now(), Kind: PersonAdded, Subject: "person/" + string(p.ID)}
		if err := s.SavePerson(ctx, p, "", act); err != nil {
			return nil, fmt.Errorf("add %s: %w", p.Name, err)
		}
	}
	days := &eqia.WorkCalendar{Rule: calendar.Working, Off: s.DaysOff, Times: s.Committees().Times, Now: clock.Now}
	return &eqia.Service{Store: s, Pace: eqia.Standards{Calendar: days}, Register: s.Register(), Profiles: map[string]form.Profile{Profile: council},
		Published: &eqia.FormCache{}, Word: wordform.Read, Profile: Profile,
		Now: clock.Now, NewID: NewID, Key: []byte("the key of check codes in tests.")}, nil
}

// NewID is a ULID of now.
func NewID() string { return ulid.Make().String() }
