package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

// bringing is what every import of a file of rows takes.
type bringing struct {
	inData
	File   string `arg:"" help:"CSV file." placeholder:"FILE.csv"`
	DryRun bool   `help:"Say what would happen, and keep nothing."`
	JSON   bool   `help:"Print as JSON."`
	As     string `help:"Email address of the account that brings it in, for the record." placeholder:"EMAIL"`
}

type importPlan struct {
	bringing
	Edition string `help:"Day the plan came out, by which dates are judged to be past." placeholder:"DAY"`
}

// Run brings a forward plan in, or says what that would do.
func (c *importPlan) Run(a *app) error {
	edition := eqia.Day("")
	if c.Edition != "" {
		if _, err := day(c.Edition); err != nil {
			return usageError{err}
		}
		edition = eqia.Day(c.Edition)
	}
	file, err := os.Open(c.File)
	if err != nil {
		return usageError{err}
	}
	defer file.Close()
	return a.with(c.Data, func(o *opened) error {
		var by eqia.Person
		if by.ID, err = o.account(a.ctx, c.As); err != nil {
			return err
		}
		done, err := o.committees.BringInPlan(a.ctx, by, committee.PlanCommand{File: file, Edition: edition, DryRun: c.DryRun})
		var unreadable *committee.UnreadablePlan
		if errors.As(err, &unreadable) {
			return usageError{err}
		}
		if err != nil {
			return err
		}
		if c.JSON {
			return json.NewEncoder(a.out).Encode(done)
		}
		return printRows(a.out, done.Brought)
	})
}

func printRows(out io.Writer, p committee.Brought) error {
	_, err := fmt.Fprintf(out, "%d rows: %d new, %d changed, %d unchanged\n", p.Rows, p.New, p.Changed, p.Unchanged)
	for _, f := range p.Flags {
		_, e := fmt.Fprintf(out, "row %d, %s: %s\n", f.Row, f.Title, f.Says)
		err = errors.Join(err, e)
	}
	for _, b := range p.Errors {
		_, e := fmt.Fprintf(out, "row %d, %s: %s. It was left out.\n", b.Row, b.Column, b.Says)
		err = errors.Join(err, e)
	}
	return err
}
