package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/evidence"
	"dorset-eqia/workflow"
)

type evidenceCommand struct {
	inData
	Of     string `arg:"" help:"A meeting's identifier, as in the address of its page, or a report's reference, for example R-2026-0001."`
	At     string `help:"As at this moment, for example 2026-07-01T16:35:00+01:00. Without it, now." placeholder:"TIME"`
	Output string `help:"Zip file to write." short:"o" required:"" type:"path" placeholder:"FILE"`
}

// Help is what --help says below the first line.
func (evidenceCommand) Help() string {
	return "The file may hold private notes, legal advice and restricted assessments: whoever can run this can read the whole database."
}

// Run writes what was recorded about a meeting or a report at a moment.
func (c *evidenceCommand) Run(a *app) error {
	of := committee.EvidenceOf{Report: c.Of}
	if _, err := committee.ParseReportReference(c.Of); err != nil {
		meeting, err := eqia.ParseID[committee.MeetingID](c.Of)
		if err != nil {
			return usageError{errors.New("Enter the identifier of a meeting, or the reference of a report such as R-2026-0001")}
		}
		of = committee.EvidenceOf{Meeting: meeting}
	}
	at, err := time.Parse(time.RFC3339, c.At)
	if c.At == "" {
		at = a.config.now()
	} else if err != nil {
		return usageError{errors.New("Enter a time such as 2026-07-01T16:35:00+01:00")}
	}
	return a.with(c.Data, func(o *opened) error { return c.write(a.ctx, o, of, at) })
}

func (c *evidenceCommand) write(ctx context.Context, o *opened, of committee.EvidenceOf, at time.Time) error {
	operator := eqia.Person{Roles: []workflow.Actor{workflow.MonitoringOfficer}}
	e, err := o.committees.Evidence(ctx, operator, of, at)
	if errors.Is(err, eqia.ErrNotFound) {
		return fmt.Errorf("There is no meeting or report %s here", c.Of)
	}
	if err != nil {
		return err
	}
	var file bytes.Buffer
	err = evidence.Write(ctx, &file, e, func(ctx context.Context, reference, number string) (evidence.Paper, error) {
		v, err := o.service.OpenVersion(ctx, operator, reference, number)
		return evidence.Paper{Version: v.Version, Form: v.Form}, err
	})
	if err != nil {
		return err
	}
	return os.WriteFile(c.Output, file.Bytes(), 0o600)
}
