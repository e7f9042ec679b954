package main

import (
	"fmt"

	"dorset-eqia/eqia/store"
)

type migrateCommand struct {
	inData
}

// Help is what --help says below the first line.
func (migrateCommand) Help() string {
	return "Every command that needs the database does this first. Run it by itself before an upgrade is put to use."
}

// Run brings the database up to date.
func (c *migrateCommand) Run(a *app) error {
	source, err := a.source(c.Data)
	if err != nil {
		return err
	}
	s, err := store.Open(a.ctx, source)
	if err != nil {
		return err
	}
	if err := s.Close(); err != nil {
		return err
	}
	_, err = fmt.Fprintln(a.out, "The database is up to date.")
	return err
}
