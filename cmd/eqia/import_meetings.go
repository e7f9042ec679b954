package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

type importMeetings struct{ bringing }

type importAgenda struct{ bringing }

// Help is what --help says below the first line.
func (importMeetings) Help() string {
	return "Columns: committee, date, time, venue, status, source_id. Nothing is deleted; what was changed here stays."
}

// Help is what --help says below the first line.
func (importAgenda) Help() string {
	return "Columns: meeting_ref, number, title, kind, access, page_from, page_to, report_ref, source_id. The meeting_ref is what the meeting's source " +
		"calls it, or its committee and date, for example \"Cabinet 2027-09-10\"."
}

// Run brings meetings in, or says what that would do.
func (c *importMeetings) Run(a *app) error { return c.run(a, false) }

// Run brings agenda items in, or says what that would do.
func (c *importAgenda) Run(a *app) error { return c.run(a, true) }

func (c *bringing) run(a *app, agenda bool) error {
	raw, err := readFile(c.File)
	if err != nil {
		return usageError{err}
	}
	if committee.IsAgenda(raw) != agenda {
		return usageError{fmt.Errorf("%s is no such file: a file of agenda items has a column meeting_ref, and a file of meetings has none", c.File)}
	}
	return a.with(c.Data, func(o *opened) error {
		done, err := c.bring(a.ctx, o, raw)
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
		for _, says := range done.Bad {
			if _, err := fmt.Fprintln(a.out, says+". It was left out."); err != nil {
				return err
			}
		}
		return printRows(a.out, done.Brought)
	})
}

func (c *bringing) bring(ctx context.Context, o *opened, raw []byte) (committee.MeetingsImport, error) {
	id, err := o.account(ctx, c.As)
	if err != nil {
		return committee.MeetingsImport{}, err
	}
	return o.committees.BringInMeetings(ctx, eqia.Person{ID: id}, raw, c.DryRun)
}

// readFile is a file, unless it is too large to be brought in.
func readFile(path string) ([]byte, error) {
	file, err := os.Open(path) //nolint:gosec // the operator names the file
	if err != nil {
		return nil, err
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, committee.MostFile+1))
	if err == nil && len(raw) > committee.MostFile {
		err = fmt.Errorf("%s is larger than 20 MB", path)
	}
	return raw, err
}
