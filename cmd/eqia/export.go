package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"dorset-eqia/eqia"
)

type exportCommands struct {
	Assessment exportAssessment `cmd:"" help:"Write an assessment as JSON."`
	Schema     exportSchema     `cmd:"" help:"Write the JSON Schema of an assessment."`
}

type exportAssessment struct {
	inData
	Ref    string `arg:"" help:"The assessment's reference, for example EQIA-2026-0001."`
	Number string `help:"Version number, for example 1.0. Without it, the current version."`
	Format string `help:"Format of the file: json." enum:"json" default:"json"`
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
		d, err := o.service.Export(a.ctx, v)
		if err != nil {
			return err
		}
		return c.write(a, d)
	})
}

func (c *exportAssessment) write(a *app, d eqia.Document) error {
	var text bytes.Buffer
	if _, err := d.WriteTo(&text); err != nil {
		return err
	}
	if c.Output == "" {
		_, err := a.out.Write(text.Bytes())
		return err
	}
	return os.WriteFile(c.Output, text.Bytes(), 0o600)
}

type exportSchema struct{}

// Run writes the schema out.
func (exportSchema) Run(a *app) error {
	_, err := a.out.Write(eqia.DocumentSchema())
	return err
}
