package web

import (
	"context"
	"net/http"
	"sync"
	"time"
)

// Asking the database whether it can be written is itself a write, so an answer is kept for a while, and waits no longer than this.
const (
	healthKept  = 5 * time.Second
	healthWaits = 5 * time.Second
)

// health answers 200 while the database can be written, 503 when it can't. However often it is asked, the database is asked now and then.
type health struct {
	ready func(*http.Request) error
	now   func() time.Time

	mu    sync.Mutex
	asked time.Time
	err   error
}

// ServeHTTP answers with the health of the last few seconds.
func (h *health) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	if err := h.lately(r); err != nil {
		http.Error(w, "the database cannot be written", http.StatusServiceUnavailable)
		return
	}
	_, _ = w.Write([]byte("ok\n"))
}

// lately is what the database said at most five seconds ago. A caller who goes away does not make the database look unwell to the others.
func (h *health) lately(r *http.Request) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if since := h.now().Sub(h.asked); !h.asked.IsZero() && since >= 0 && since < healthKept {
		return h.err
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), healthWaits)
	defer cancel()
	h.err, h.asked = h.ready(r.WithContext(ctx)), h.now()
	return h.err
}
