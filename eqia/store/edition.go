package store

import (
	"context"
	"sync"
	"sync/atomic"
	"time"
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
