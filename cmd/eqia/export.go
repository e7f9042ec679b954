package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"dorset-eqia/eqia"
	"dorset-eqia/web/document"
	"dorset-eqia/web/document/docx"
	"dorset-eqia/web/document/html"
	"dorset-eqia/web/document/paper"
	"dorset-eqia/web/document/pdf"
)

type exportCommands struct {
	Assessment exportAssessment `cmd:"" help:"Write an assessment as a file."`
	Schema     exportSchema     `cmd:"" help:"Write the JSON Schema of an assessment."`
}

type exportAssessment struct {
	inData
	Ref    string `arg:"" help:"The assessment's reference, for example EQIA-2026-0001."`
	Number string `name:"version" aliases:"number" help:"Version number, for example 1.0. Without it, the current version."`
	Format string `help:"Format of the file: ${enum}." enum:"json,pdf,html,docx" default:"json"`
	Output string `help:"File to write to instead of standard output." short:"o" type:"path" placeholder:"FILE"`
}

// Run writes an assessment out.
func (c *exportAssessment) Run(a *app) error {
	reference, err := eqia.ParseReference(c.Ref)
	if err != nil {
		return usageError{errors.New("Enter a reference such as EQIA-2026-0001")}
	}
	if _, _, err := eqia.ParseNumber(c.Number); err != nil && c.Number != "" {
		return usageError{errors.New("Enter a version number such as 1.0")}
	}
	return a.with(c.Data, func(o *opened) error {
		v, err := o.store.Version(a.ctx, reference, c.Number)
		if errors.Is(err, eqia.ErrNotFound) {
			return fmt.Errorf("There is no assessment %s here, or no such version of it", reference)
		}
		if err != nil {
			return err
		}
		var file bytes.Buffer
		if err := c.write(a.ctx, o, v, &file); err != nil {
			return err
		}
		if c.Output == "" {
			_, err := a.out.Write(file.Bytes())
			return err
		}
		return os.WriteFile(c.Output, file.Bytes(), 0o600)
	})
}

// write writes a version in the format that was asked for. JSON names people; a paper names the roles they had.
func (c *exportAssessment) write(ctx context.Context, o *opened, v eqia.Version, w io.Writer) error {
	d, err := o.service.Export(ctx, v)
	if err != nil {
		return err
	}
	draw, ok := drawings()[c.Format]
	if !ok {
		_, err := d.WriteTo(w)
		return err
	}
	council, err := o.service.CouncilWith(ctx, v.Assessment.Profile, v.Form)
	if err != nil {
		return err
	}
	fv, known := council.Version(v.Form)
	if !known { // a form this service never had is read beside the newest one
		fv, _ = council.Newest()
	}
	marking, err := o.committees.Marking(ctx, eqia.Case{Version: v})
	if err != nil {
		return err
	}
	return draw(w, document.Copy{Document: d, Form: fv, Day: string(eqia.DayOf(v.StartedAt)), Council: council.Council, Home: o.config.BaseURL,
		Marking: marking, Made: o.config.now()}.Whole())
}

// drawings are the formats that are drawn as a paper.
func drawings() map[string]func(io.Writer, paper.Document) error {
	return map[string]func(io.Writer, paper.Document) error{
		"pdf":  pdf.Write,
		"html": html.Write,
		"docx": docx.Write,
	}
}

type exportSchema struct{}

// Run writes the schema out.
func (exportSchema) Run(a *app) error {
	_, err := a.out.Write(eqia.DocumentSchema())
	return err
}
