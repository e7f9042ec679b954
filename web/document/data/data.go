// Package data writes a paper as JSON, for programs: the words of its PDF and its Word file, in their order.
package data

import (
	"encoding/json"
	"io"
	"time"

	"dorset-eqia/web/document/paper"
)

// MediaType is what the files are sent as.
const MediaType = "application/json"

// document is the file as it is written. Record is the assessment itself, where the paper carries it.
type document struct {
	Kind      string          `json:"kind"`
	Title     string          `json:"title"`
	Council   string          `json:"council"`
	Language  string          `json:"language"`
	Reference string          `json:"reference,omitempty"`
	Version   string          `json:"version,omitempty"`
	Code      string          `json:"check_code,omitempty"`
	Draft     bool            `json:"draft"`
	Marking   string          `json:"marking,omitempty"`
	Made      time.Time       `json:"made"`
	Blocks    []block         `json:"blocks"`
	Record    json.RawMessage `json:"record,omitempty"`
}

// block is one piece of the paper. Its type says which of the others it has.
type block struct {
	Type  string     `json:"type"`
	Level int        `json:"level,omitempty"` // of a heading
	Text  string     `json:"text,omitempty"`
	Head  []string   `json:"head,omitempty"`  // of a table
	Rows  [][]string `json:"rows,omitempty"`  // of a table
	Facts []fact     `json:"facts,omitempty"` // things said under their names
	Items []string   `json:"items,omitempty"` // of a list, or the choices of a question
}

type fact struct {
	Name string   `json:"name"`
	Says []string `json:"says"`
}

// Write writes the paper.
func Write(w io.Writer, d paper.Document) error {
	out := document{Kind: d.Kind, Title: d.Title, Council: d.Council, Language: d.Language, Reference: d.Reference, Version: d.Version, Code: d.Code,
		Draft: d.Draft, Marking: d.Marking, Made: d.Made.UTC(), Blocks: []block{}}
	for _, b := range d.Blocks {
		if written, ok := of(b); ok {
			out.Blocks = append(out.Blocks, written)
		}
	}
	for _, f := range d.Attached {
		if f.Type == MediaType {
			out.Record = f.Bytes
		}
	}
	to := json.NewEncoder(w)
	to.SetEscapeHTML(false)
	to.SetIndent("", "  ")
	return to.Encode(out)
}

// of is a block as it is written; false for one that has no words, as the end of a page.
func of(b paper.Block) (block, bool) {
	switch b := b.(type) {
	case paper.Heading:
		return block{Type: "heading", Level: b.Level, Text: b.Text}, true
	case paper.Paragraph:
		return block{Type: "paragraph", Text: b.Runs.Text()}, true
	case paper.Facts:
		return block{Type: "facts", Facts: facts(b.Rows)}, true
	case paper.List:
		return block{Type: "list", Items: texts(b.Items)}, true
	case paper.Table:
		return table(b), true
	case paper.Figure:
		return block{Type: "figure", Text: b.Text + "\n" + b.Beside.Text()}, true
	case paper.Boxes:
		return block{Type: "choices", Items: choices(b.Choices)}, true
	default:
		return block{}, false
	}
}

func texts(list []paper.Runs) []string {
	out := make([]string, len(list))
	for i, r := range list {
		out[i] = r.Text()
	}
	return out
}

func facts(rows []paper.Fact) []fact {
	out := make([]fact, len(rows))
	for i, r := range rows {
		out[i] = fact{r.Name, texts(r.Says)}
	}
	return out
}

func table(t paper.Table) block {
	out := block{Type: "table", Text: t.Caption, Head: t.Head}
	for _, row := range t.Rows {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = c.Runs.Text()
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}

func choices(list []paper.Choice) []string {
	out := make([]string, len(list))
	for i, c := range list {
		out[i] = c.Label
	}
	return out
}
