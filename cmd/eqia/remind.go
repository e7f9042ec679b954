package main

import "fmt"

type remindCommand struct {
	inData
}

// Help is what --help says below the first line.
func (remindCommand) Help() string {
	return "The service does this by itself every hour while it runs. Nobody is told twice of the same, however often it is done."
}

// Run queues the reminders that are due and prints of how many reviews people are told.
func (c *remindCommand) Run(a *app) error {
	return a.with(c.Data, func(o *opened) error {
		n, err := o.service.RemindOfReviews(a.ctx)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(a.out, "Reviews that people are reminded of: %d\n", n)
		return err
	})
}
