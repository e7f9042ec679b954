package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/moderngov"
)

type fetchCommands struct {
	Moderngov fetchMeetings `cmd:"" help:"Ask the committee system for its meetings, once."`
}

type fetchMeetings struct {
	inData
}

// Help is what --help says below the first line.
func (fetchMeetings) Help() string {
	return "EQIA_MODERNGOV_URL names the system. What is new waits for a clerk to look at; nothing else is changed. eqia serve does the same every day."
}

// Run does one round.
func (c *fetchMeetings) Run(a *app) error {
	return a.with(c.Data, func(o *opened) error {
		f, err := o.fetch(a.ctx)
		if err != nil {
			return err
		}
		if !f.Good {
			return errors.New(f.Says)
		}
		_, err = fmt.Fprintf(a.out, "%d meetings were read. What is new waits for a clerk.\n%s", f.Meetings, f.Says)
		return err
	})
}

// The days that a round asks for: a little back, where papers still change, and a quarter of a year ahead.
const (
	daysBack   = 7
	daysAhead  = 90
	everything = time.Hour // the longest a round may take
)

// system is the client of the committee system. It is made once, as it remembers what the system marked as unchanged.
func (o *opened) system() (*moderngov.Client, error) {
	if o.client != nil {
		return o.client, nil
	}
	var err error
	o.client, err = moderngov.NewClient(o.config.ModernGov, o.config.AllBodies, o.config.Contact)
	return o.client, err
}

// fetch asks the committee system once, and keeps what came of it.
func (o *opened) fetch(ctx context.Context) (committee.Fetch, error) {
	client, err := o.system()
	if err != nil {
		return committee.Fetch{}, fmt.Errorf("EQIA_MODERNGOV_URL: %w", err)
	}
	ctx, stop := context.WithTimeout(ctx, everything)
	defer stop()
	begun := o.config.now()
	from, to := eqia.DayOf(begun.AddDate(0, 0, -daysBack)), eqia.DayOf(begun.AddDate(0, 0, daysAhead))
	read, failed := client.Round(ctx, from, to)
	raw, err := moderngov.Pack(read)
	if err != nil {
		return committee.Fetch{}, err
	}
	return o.committees.KeepFetch(context.WithoutCancel(ctx), raw, begun, failed)
}
