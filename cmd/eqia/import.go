package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"dorset-eqia/eqia"
)

type importCommands struct {
	ForwardPlan importPlan       `cmd:"" help:"Bring in a forward plan from a CSV file."`
	Meetings    importMeetings   `cmd:"" help:"Bring in meetings from a CSV file, or from what ModernGov gives out."`
	Agenda      importAgenda     `cmd:"" help:"Bring in agenda items from a CSV file."`
	Assessment  importAssessment `cmd:"" help:"Bring in an assessment from a JSON file or a Word file."`
}

type importAssessment struct {
	inData
	File   string `arg:"" help:"JSON or Word file, as export writes it, or an older form in Word." placeholder:"FILE"`
	Title  string `help:"Name of the proposal, where a Word file has none." placeholder:"NAME"`
	DryRun bool   `help:"Say what is understood of a Word file, and keep nothing."`
	Legacy bool   `help:"Keep a sign-off made outside this service, with its own dates and people."`
	Author string `help:"Email address of the account that becomes a draft's author, or that can start the next version of a legacy record." placeholder:"EMAIL"`
	As     string `help:"Email address of the account that brings it in, for the record; the author's when it is left out." placeholder:"EMAIL"`
}

// Help is what --help says below the first line.
func (importAssessment) Help() string {
	return "Prints the assessment's reference: the file's own where it is free. Without --legacy it becomes a draft; a legacy record keeps its own " +
		"author, and --author names who can start its next version. The JSON format is described by eqia export schema. Of a Word file it says what " +
		"was understood, what was not, what was left empty and what it never asked; nothing is guessed."
}

// Run brings an assessment in.
func (c *importAssessment) Run(a *app) error {
	raw, isWord, err := fileToImport(c.File)
	if err != nil {
		return err
	}
	var d eqia.Document
	switch {
	case isWord:
	case c.DryRun:
		return usageError{errors.New("--dry-run is for Word files; eqia check asks the rules about a JSON file")}
	default:
		if d, err = documentIn(c.File, bytes.NewReader(raw)); err != nil {
			return err
		}
	}
	return a.with(c.Data, func(o *opened) error {
		if isWord {
			if d, err = c.readWord(a, o, raw); err != nil || c.DryRun {
				return err
			}
		}
		return c.bring(a, o, d)
	})
}

// bring makes the assessment and prints its reference.
func (c *importAssessment) bring(a *app, o *opened, d eqia.Document) error {
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
	return documentIn(path, file)
}

// documentIn reads a document; path names it in what is said of it.
func documentIn(path string, file io.Reader) (eqia.Document, error) {
	d, err := eqia.ReadDocument(file)
	if err != nil {
		return eqia.Document{}, usageError{fmt.Errorf("%s, %w", path, err)}
	}
	return d, nil
}
