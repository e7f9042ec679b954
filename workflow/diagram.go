package workflow

import (
	"fmt"
	"strings"
)

// Mermaid draws the table as a state diagram: one arrow for each move that changes the state, with who may make it.
func Mermaid() string {
	var b strings.Builder
	b.WriteString("stateDiagram-v2\n")
	for _, s := range States() {
		fmt.Fprintf(&b, "    %s: %s\n", s, s.Label())
	}
	b.WriteString("    [*] --> draft: start (any officer)\n")
	for _, m := range Table() {
		for _, from := range m.From {
			if m.To != "" {
				fmt.Fprintf(&b, "    %s --> %s: %s (%s)\n", from, m.To, words(string(m.Event)), people(m.By))
			}
		}
	}
	b.WriteString("    draft --> [*]: discard (author)\n")
	return b.String()
}

func words(code string) string { return strings.ReplaceAll(code, "_", " ") }

func people(by []Actor) string {
	names := make([]string, len(by))
	for i, a := range by {
		names[i] = words(string(a))
	}
	return strings.Join(names, ", ")
}
