package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

type listCommands struct {
	Assessments listAssessments `cmd:"" help:"List assessments by their current version."`
}

type listAssessments struct {
	inData
	State string `help:"Only those in this state: ${states}." placeholder:"STATE"`
	JSON  bool   `help:"Print a JSON array with ref, title and state." name:"json"`
}

// listed is one assessment as the list prints it.
type listed struct {
	Ref   string         `json:"ref"`
	Title string         `json:"title"`
	State workflow.State `json:"state"`
}

// Run lists assessments.
func (c *listAssessments) Run(a *app) error {
	var filter eqia.Filter
	if c.State != "" {
		state := workflow.State(c.State)
		if !state.Valid() {
			return usageError{fmt.Errorf("There is no state %q. Choose from %s", c.State, stateCodes())}
		}
		filter.States = []workflow.State{state}
	}
	return a.with(c.Data, func(o *opened) error {
		all, err := o.list(a.ctx, filter)
		if err != nil {
			return err
		}
		return c.print(a.out, all)
	})
}

// list reads every page of the list.
func (o *opened) list(ctx context.Context, filter eqia.Filter) ([]listed, error) {
	out := []listed{}
	page := eqia.Page{Size: 200}
	for {
		lines, err := o.store.List(ctx, filter, page)
		if err != nil {
			return nil, err
		}
		for _, l := range lines {
			out = append(out, listed{Ref: l.Reference, Title: l.Title, State: l.State})
			page.After = l.Cursor
		}
		if len(lines) < page.Size {
			return out, nil
		}
	}
}

func (c *listAssessments) print(w io.Writer, all []listed) error {
	if c.JSON {
		return printJSON(w, all)
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, l := range all {
		fmt.Fprintf(table, "%s\t%s\t%s\n", l.Ref, l.State.Label(), l.Title)
	}
	return table.Flush()
}

func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

func stateCodes() string {
	var codes []string
	for _, s := range workflow.States() {
		codes = append(codes, string(s))
	}
	return strings.Join(codes, ", ")
}
