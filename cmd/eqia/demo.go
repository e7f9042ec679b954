package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"dorset-eqia/eqia/eqiatest"
)

// The setting that marks a database as made up, and its values.
const (
	demoMark   = "demo"
	demoMaking = "making"
	demoReady  = "ready"
)

type demoCommand struct {
	inData
	Reset bool `help:"Delete the made-up records first."`
}

// Help is what --help says below the first line.
func (demoCommand) Help() string {
	return "A database that has anything else in it is refused, and is never deleted."
}

// Run makes the made-up people and assessments.
func (c *demoCommand) Run(a *app) error {
	if c.Reset {
		if err := c.reset(a); err != nil {
			return err
		}
	}
	return a.with(c.Data, func(o *opened) error {
		if err := o.suits(a.ctx, true); err != nil {
			return err
		}
		_, err := fmt.Fprintln(a.out, "The made-up records are ready. Start the service with eqia serve --demo")
		return err
	})
}

// suits makes sure that a database is for demonstration, or is not. An untouched one is filled for demonstration; a real one is
// never. Either has the library of facts that its council starts with.
func (o *opened) suits(ctx context.Context, demo bool) error {
	mark, err := o.store.Setting(ctx, demoMark)
	if err != nil {
		return err
	}
	untouched, err := o.store.Untouched(ctx)
	switch {
	case err != nil:
		return err
	case mark == demoReady && demo, mark == "" && !demo:
		return o.service.SeedLibrary(ctx)
	case !demo:
		return errors.New("This database holds made-up people whom anyone can sign in as. Choose another --data folder, or add --demo")
	case mark == demoMaking && !untouched:
		return errors.New("The made-up records were not finished. Run eqia demo --reset")
	case !untouched:
		return errors.New("This database holds real records. Choose another --data folder for the demonstration")
	}
	return o.seed(ctx)
}

// seed marks the database before anything is in it, so that made-up people never stand unmarked.
func (o *opened) seed(ctx context.Context) error {
	if err := o.store.SetSetting(ctx, demoMark, demoMaking); err != nil {
		return err
	}
	if err := eqiatest.Seed(ctx, o.service); err != nil {
		return fmt.Errorf("make the made-up records: %w", err)
	}
	if err := eqiatest.SeedCommittees(ctx, o.committees); err != nil {
		return fmt.Errorf("make the made-up meetings: %w", err)
	}
	return o.store.SetSetting(ctx, demoMark, demoReady)
}

// reset deletes a made-up database in the data folder.
func (c *demoCommand) reset(a *app) error {
	if a.config.DatabaseURL != "" {
		return errors.New("Delete and make the PostgreSQL database yourself, then run eqia demo without --reset")
	}
	file, err := a.source(c.Data)
	if err != nil {
		return err
	}
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	err = a.with(c.Data, func(o *opened) error {
		mark, err := o.store.Setting(a.ctx, demoMark)
		if err != nil || mark != "" {
			return err
		}
		untouched, err := o.store.Untouched(a.ctx)
		if err == nil && !untouched {
			return errors.New("This database holds real records, so it is not deleted")
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, end := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(file + end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
