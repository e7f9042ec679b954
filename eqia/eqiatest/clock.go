package eqiatest

import (
	"sync"
	"time"
)

// Clock is a clock that stands still until it is moved, for a service's Now.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// NewClock is a clock at nine in the morning of Monday 2 November 2026.
func NewClock() *Clock {
	return &Clock{now: time.Date(2026, time.November, 2, 9, 0, 0, 0, time.UTC)}
}

// Now is the time the clock shows.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Set puts the clock to an instant.
func (c *Clock) Set(now time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = now
}

// Pass moves the clock on, and shows the new time.
func (c *Clock) Pass(d time.Duration) time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
	return c.now
}
