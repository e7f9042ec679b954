package main

import (
	"fmt"
	"text/tabwriter"

	"dorset-eqia/workflow"
)

type workflowCommand struct {
	Mermaid bool `help:"Draw it as a Mermaid state diagram."`
}

// Run shows the table of moves, as a list or as a diagram.
func (c *workflowCommand) Run(a *app) error {
	if c.Mermaid {
		_, err := fmt.Fprint(a.out, workflow.Mermaid())
		return err
	}
	table := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "EVENT\tFROM\tTO\tWHO MAY")
	for _, m := range workflow.Table() {
		for _, from := range m.From {
			fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", m.Event, from, m.To, joinRoles(m.By))
		}
	}
	return table.Flush()
}
