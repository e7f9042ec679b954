package web_test

import (
	"context"
	"net/http"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
)

// fullDisk is a store that can be read and cannot note anything about a session.
type fullDisk struct{ eqia.Store }

func (fullDisk) SeenSession(context.Context, string, time.Time) error { return eqia.ErrNotSaved }

func (fullDisk) EndSessions(context.Context, string, eqia.PersonID) error { return eqia.ErrNotSaved }

func TestReadingGoesOnWhenASessionsUseCannotBeNoted(t *testing.T) {
	cases := map[string]struct {
		passed time.Duration
		status int
	}{
		"a session in use": {2 * time.Minute, http.StatusOK}, "a session that ran out": {eqia.SessionIdle + time.Minute, http.StatusSeeOther},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			service, clock := eqiatest.New(t), eqiatest.NewClock()
			service.Now = clock.Now
			s := siteOf(t, service)
			v := s.as(t, eqiatest.Author())
			service.Store = fullDisk{service.Store}
			clock.Pass(c.passed)
			if got := v.get("/casework"); got.Status != c.status {
				t.Errorf("it answers %d, want %d", got.Status, c.status)
			}
		})
	}
}
