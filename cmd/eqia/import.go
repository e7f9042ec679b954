package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"dorset-eqia/eqia"
)

type importCommands struct {
	ForwardPlan importPlan       `cmd:"" help:"Bring in a forward plan from a CSV file."`
	Meetings    importMeetings   `cmd:"" help:"Bring in meetings from a CSV file, or from what ModernGov gives out."`
	Agenda      importAgenda     `cmd:"" help:"Bring in agenda items from a CSV file."`
	Assessment  importAssessment `cmd:"" help:"Bring in an assessment from a JSON file."`
}

type importAssessment struct {
	inData
	File   string `arg:"" help:"JSON file, as export writes it." placeholder:"FILE.json"`
	Legacy bool   `help:"Keep a sign-off made outside this service, with its own dates and people."`
	Author string `help:"Email address of the account that becomes a draft's author, or that can start the next version of a legacy record." placeholder:"EMAIL"`
	As     string `help:"Email address of the account that brings it in, for the record; the author's when it is left out." placeholder:"EMAIL"`
}

// Help is what --help says below the first line.
func (importAssessment) Help() string {
	return "Prints the assessment's reference: the file's own where it is free. Without --legacy it becomes a draft; a legacy record keeps its own " +
		"author, and --author names who can start its next version. The file's format is described by eqia export schema."
}

// Run brings an assessment in.
func (c *importAssessment) Run(a *app) error {
	d, err := readDocument(c.File)
	if err != nil {
		return err
	}
	return a.with(c.Data, func(o *opened) error {
		by, err := o.account(a.ctx, c.Author)
		if err != nil {
			return err
		}
		operator, err := o.account(a.ctx, c.As)
		if err != nil {
			return err
		}
		reference, err := o.service.Import(a.ctx, by, d, eqia.ImportOptions{Legacy: c.Legacy, Operator: operator})
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(a.out, reference)
		return errors.Join(err, c.note(a, o, reference))
	})
}

// account is the account with an email address; none when none was named.
func (o *opened) account(ctx context.Context, email string) (eqia.PersonID, error) {
	if email == "" {
		return "", nil
	}
	p, err := o.person(ctx, email)
	return p.ID, err
}

// note says so when whoever signed a legacy record also helped to write it: that is flagged and not refused.
func (c *importAssessment) note(a *app, o *opened, reference string) error {
	v, err := o.store.Version(a.ctx, reference, "")
	if err == nil && eqia.SignerContributed(v) {
		_, err = fmt.Fprintln(a.errs, "Note: whoever signed this record off is also named as having helped to write it. The record says so.")
	}
	return err
}

func readDocument(path string) (eqia.Document, error) {
	file, err := os.Open(path) //nolint:gosec // the operator names the file
	if err != nil {
		return eqia.Document{}, usageError{err}
	}
	defer file.Close()
	d, err := eqia.ReadDocument(file)
	if err != nil {
		return eqia.Document{}, usageError{fmt.Errorf("%s, %w", path, err)}
	}
	return d, nil
}
