package main

import (
	"fmt"
	"strings"
	"text/tabwriter"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/check"
)

type checkCommand struct {
	File string `arg:"" help:"JSON file, as export writes it." placeholder:"FILE.json"`
	JSON bool   `help:"Print the findings as JSON." name:"json"`
}

// Help is what --help says below the first line.
func (checkCommand) Help() string {
	return "Lists what the due-regard rules would ask of an assessment, worst first, without bringing it in. The rules advise: findings are no " +
		"failure, so the exit code is 0 with them and without. A file that can't be read is 2."
}

// checked is the findings on one file as they are printed.
type checked struct {
	Ruleset   string  `json:"ruleset"`
	Reference string  `json:"reference"`
	Findings  []found `json:"findings"`
}

// found is one finding. Where is a part such as card/age; empty for the assessment as a whole.
type found struct {
	ID       string        `json:"id"`
	Severity eqia.Severity `json:"severity"`
	Gate     eqia.Gate     `json:"gate"`
	Where    string        `json:"where"`
	Message  string        `json:"message"`
	Why      string        `json:"why"`
	Basis    eqia.Basis    `json:"basis"`
}

// Run judges a file by every rule that an assessment is judged by.
func (c *checkCommand) Run(a *app) error {
	d, err := readDocument(c.File)
	if err != nil {
		return err
	}
	councils, err := profiles()
	if err != nil {
		return err
	}
	judged, err := eqia.CaseOf(d, councils, eqia.DayOf(time.Now()))
	if err != nil {
		return fmt.Errorf("%s, %w", c.File, err)
	}
	out := checked{Ruleset: check.Version, Reference: d.Record.Reference, Findings: []found{}}
	for _, f := range check.Whole(judged) {
		out.Findings = append(out.Findings, found{f.Rule, f.Severity, f.Gate, f.Where.String(), f.Message, f.Why, f.Basis})
	}
	if c.JSON {
		return printJSON(a.out, out)
	}
	return out.print(a)
}

func (c checked) print(a *app) error {
	if len(c.Findings) == 0 {
		_, err := fmt.Fprintln(a.out, "The rules have nothing to ask.")
		return err
	}
	table := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	for _, f := range c.Findings {
		where := f.Where
		if where == "" {
			where = "whole"
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", f.ID, f.Severity, f.Gate, where, strings.Join(strings.Fields(f.Message), " "))
	}
	return table.Flush()
}
