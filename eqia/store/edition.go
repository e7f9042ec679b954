package store

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"dorset-eqia/eqia/committee"
)

// editionKept is how long a copy of the service takes what it read of the audit's end to be true, unless it writes itself.
const editionKept = time.Second

// edition remembers the newest entry of the whole audit. Every change writes to the audit, so while it is the newest nothing has changed.
type edition struct {
	commits atomic.Int64 // transactions of this copy of the service
	mu      sync.Mutex
	asked   time.Time
	at      int64 // of commits, when it was asked
	seq     int64
}

// Edition is the number of the newest entry of the audit. What this copy of the service wrote is noticed at once; another copy's within a
// second.
func (s *Store) Edition(ctx context.Context) (int64, error) {
	e := &s.edition
	e.mu.Lock()
	defer e.mu.Unlock()
	at := e.commits.Load()
	if !e.asked.IsZero() && e.at == at && time.Since(e.asked) < editionKept {
		return e.seq, nil
	}
	asked := time.Now()
	var seq int64
	if err := s.read.WithContext(ctx).Raw("SELECT COALESCE(MAX(seq), 0) FROM audit").Scan(&seq).Error; err != nil {
		return 0, err
	}
	e.asked, e.at, e.seq = asked, at, seq
	return seq, nil
}

// bodies remembers the committees as they were at an edition.
type bodies struct {
	mu   sync.Mutex
	at   int64
	list []committee.Committee
}

// Bodies is every committee, by name, as it was when the record last changed.
func (c *Committees) Bodies(ctx context.Context) ([]committee.Committee, error) {
	now, err := c.s.Edition(ctx)
	if err != nil {
		return nil, err
	}
	known := &c.s.bodies
	known.mu.Lock()
	defer known.mu.Unlock()
	if known.list == nil || known.at != now {
		list, err := c.Committees(ctx)
		if err != nil {
			return nil, err
		}
		known.at, known.list = now, list
	}
	return known.list, nil
}
