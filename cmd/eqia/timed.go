package main

import (
	"context"
	"log/slog"
	"sync"
	"time"
)

// timedWork is done again and again while the service runs, by one copy of it at a time.
type timedWork struct {
	name string        // of its lease in the database
	rest time.Duration // how long after it was begun it is due again
	do   func(context.Context) error
	long bool // it may take minutes, and can be broken off when the service stops
}

// timed is all the timed work there is.
func (o *opened) timed() []timedWork {
	all := []timedWork{
		{"review-reminders", time.Hour, func(ctx context.Context) error {
			_, err := o.service.RemindOfReviews(ctx)
			return err
		}, false},
		{"feedback-addresses", time.Hour, func(ctx context.Context) error {
			_, err := o.service.ForgetEmails(ctx, o.config.EmailDays)
			return err
		}, false},
	}
	if o.config.ModernGov != "" {
		all = append(all, timedWork{"committee-system", time.Duration(o.config.AskEvery) * time.Hour, func(ctx context.Context) error {
			_, err := o.fetch(ctx)
			return err
		}, true})
	}
	return all
}

// often is how often the service looks whether timed work is due.
const often = time.Minute

// keepTime does timed work when it is due, until it is told to stop. What is under way is then finished first.
func (o *opened) keepTime(ctx context.Context) (stop func()) {
	stopping, cancel := context.WithCancel(ctx)
	var running sync.WaitGroup
	running.Go(func() {
		for next := time.NewTicker(often); ; {
			o.doTimed(ctx, stopping)
			select {
			case <-next.C:
			case <-stopping.Done():
				next.Stop()
				return
			}
		}
	})
	return func() { cancel(); running.Wait() }
}

// within is what ends the work: long work ends when the service is told to stop.
func (w timedWork) within(ctx, stopping context.Context) context.Context {
	if w.long {
		return stopping
	}
	return ctx
}

// doTimed does the work that is due, and that no other copy of the service has taken.
func (o *opened) doTimed(ctx, stopping context.Context) {
	for _, w := range o.timed() {
		mine, err := o.store.Lease(ctx, w.name, o.service.Now(), w.rest)
		if mine && err == nil {
			err = w.do(w.within(ctx, stopping))
		}
		if err != nil {
			slog.Error("timed work failed", "work", w.name, "error", err)
		}
	}
}
