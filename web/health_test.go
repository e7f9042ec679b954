package web_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"dorset-eqia/eqia/eqiatest"
)

// patient is a service whose health is watched: how often its database was asked, and what it says.
type patient struct {
	handler http.Handler
	clock   *eqiatest.Clock
	asked   int
	says    error
}

func newPatient(t *testing.T) *patient {
	t.Helper()
	p := &patient{clock: eqiatest.NewClock()}
	s := eqiatest.New(t)
	s.Now = p.clock.Now
	p.handler = handlerOf(t, s, func(r *http.Request) error {
		p.asked++
		return errors.Join(p.says, r.Context().Err())
	})
	return p
}

func (p *patient) ask(ctx context.Context) int {
	w := httptest.NewRecorder()
	p.handler.ServeHTTP(w, httptest.NewRequestWithContext(ctx, http.MethodGet, "/healthz", nil))
	return w.Code
}

func TestTheDatabaseIsAskedForItsHealthOnceInFiveSeconds(t *testing.T) {
	p := newPatient(t)
	for range 100 {
		if got := p.ask(t.Context()); got != http.StatusOK {
			t.Fatalf("it answers %d", got)
		}
	}
	if p.asked != 1 {
		t.Errorf("the database was asked %d times", p.asked)
	}
	p.says = errors.New("the disk is full")
	p.clock.Pass(5 * time.Second)
	if got := p.ask(t.Context()); got != http.StatusServiceUnavailable || p.asked != 2 {
		t.Errorf("after five seconds it answers %d, and the database was asked %d times", got, p.asked)
	}
}

func TestACallerWhoGoesAwayDoesNotMakeTheServiceLookUnwell(t *testing.T) {
	p := newPatient(t)
	gone, leave := context.WithCancel(t.Context())
	leave()
	p.ask(gone)
	if got := p.ask(t.Context()); got != http.StatusOK {
		t.Errorf("the next caller is answered %d", got)
	}
}
