package main

import (
	"errors"
	"fmt"

	"dorset-eqia/eqia/record"
)

type auditCommands struct {
	Verify auditVerify `cmd:"" help:"Check that the record of what happened was not changed."`
}

type auditVerify struct {
	inData
}

// Help is what --help says below the first line.
func (auditVerify) Help() string {
	return "A record that was cut short or written anew holds in itself: keep the count and the last hash somewhere else, and compare them."
}

// Run checks the whole chain and prints how many entries hold and the hash of the last.
func (c *auditVerify) Run(a *app) error {
	return a.with(c.Data, func(o *opened) error {
		count, head, err := record.Verify(o.store.Chain(a.ctx))
		var broken *record.Break
		if errors.As(err, &broken) {
			return fmt.Errorf("The record does not hold after %d entries: %w", count, broken)
		}
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(a.out, "All %d entries hold. The last hash is %s\n", count, head)
		return err
	})
}
