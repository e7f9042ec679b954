package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"dorset-eqia/eqia/committee"
)

type checkReportCommand struct {
	File string `arg:"" help:"The section as plain text, or a JSON file with equality, purpose, recommendations, appendices and effects." placeholder:"FILE"`
	JSON bool   `help:"Print the findings as JSON." name:"json"`
}

// Help is what --help says below the first line.
func (checkReportCommand) Help() string {
	return "Lists what the rules that read words would ask of the equality section of a report, worst first. They advise: the exit code is 0 with " +
		"findings and without. A file that can't be read is 2."
}

// mostReport is how many bytes such a file can have.
const mostReport = 1 << 20

// Run reads the file and prints the findings as check does.
func (c *checkReportCommand) Run(a *app) error {
	draft, err := readDraft(c.File)
	if err != nil {
		return err
	}
	out := checked{Ruleset: committee.Ruleset, Findings: []found{}}
	for _, f := range committee.JudgeDraft(draft) {
		out.Findings = append(out.Findings, found{f.Rule, f.Severity, f.Gate, f.Where.String(), f.Message, f.Why, f.Basis})
	}
	if c.JSON {
		return printJSON(a.out, out)
	}
	return out.print(a)
}

// readDraft reads a report's section: text as it is, or JSON when the file is called so.
func readDraft(name string) (committee.Draft, error) {
	var draft committee.Draft
	info, err := os.Stat(name)
	if err != nil {
		return draft, usageError{err}
	}
	if info.Size() > mostReport {
		return draft, usageError{fmt.Errorf("%s is too long for a section of a report", name)}
	}
	raw, err := os.ReadFile(name) //nolint:gosec // the operator names the file
	if err != nil {
		return draft, usageError{err}
	}
	if filepath.Ext(name) != ".json" {
		draft.Equality = string(raw)
		return draft, nil
	}
	if err := json.Unmarshal(raw, &draft); err != nil {
		return draft, usageError{fmt.Errorf("%s is not JSON with the parts of a report: %w", name, err)}
	}
	return draft, nil
}
