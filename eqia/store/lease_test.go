package store_test

import (
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
)

func TestOfManyCopiesOneHasTimedWorkAtATime(t *testing.T) {
	for _, d := range databases {
		t.Run(d.name, func(t *testing.T) {
			source := d.source(t)
			copies := []*store.Store{opened(t, source), opened(t, source)}
			at := eqiatest.NewClock().Now()
			leased := func(name string, now time.Time) int {
				var taken atomic.Int32
				var all sync.WaitGroup
				for i := range 8 {
					all.Go(func() {
						ok, err := copies[i%2].Lease(t.Context(), name, now, time.Hour)
						if err != nil {
							t.Error(err)
						}
						if ok {
							taken.Add(1)
						}
					})
				}
				all.Wait()
				return int(taken.Load())
			}
			for _, c := range []struct {
				name string
				now  time.Time
				want int
			}{{"reviews", at, 1}, {"reviews", at.Add(59 * time.Minute), 0}, {"other work", at.Add(59 * time.Minute), 1}, {"reviews", at.Add(time.Hour), 1}} {
				if got := leased(c.name, c.now); got != c.want {
					t.Errorf("at %s, %d have the lease of %s, want %d", c.now, got, c.name, c.want)
				}
			}
		})
	}
}
