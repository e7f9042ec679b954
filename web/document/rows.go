package document

import (
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
)

var sharedPart = eqia.PartKey{Kind: eqia.AnswerPart, Key: eqia.SharedReason}

func blockID(c Card, place int) string { return ID(c.Part) + "-" + strconv.Itoa(place+1) }

func rows(lines []Line) []components.Row {
	out := make([]components.Row, len(lines))
	for i, l := range lines {
		out[i] = components.Row{Key: l.Name, Text: l.Text}
		if l.Link != "" {
			out[i].Content = components.Link{Text: l.Text, Href: l.Link}.View()
		}
	}
	return out
}

// rows lists what a block says. How the group is affected is always there, so that a gap can be seen.
func (b Block) rows(gap string) []components.Row {
	out := []components.Row{{Key: "Effect", Content: components.Effects(b.Effects.Codes())}, {Key: "Who is affected, and how", Text: b.How}}
	if b.How == "" {
		out[1].Text = gap
	}
	if len(b.Aims) > 0 {
		out = append(out, components.Row{Key: "Aims of section 149(1) it touches", Content: aimList(b.Aims)})
	}
	if len(b.Evidence) > 0 {
		out = append(out, components.Row{Key: "Evidence", Content: citedList(b.Evidence)})
	}
	return append(out, rows(b.Lines)...)
}

func (d Doc) glanceRows(kind string) [][]components.Cell {
	var out [][]components.Cell
	for _, c := range d.Groups {
		if c.Kind == kind {
			out = append(out, []components.Cell{{Text: c.Label}, {Content: d.effectCell(c)}})
		}
	}
	return out
}

func (d Doc) planRows() [][]components.Cell {
	out := make([][]components.Cell, len(d.Plan))
	for i, a := range d.Plan {
		out[i] = []components.Cell{{Text: a.What}, {Text: a.Issue}, {Text: a.Who}, {Text: a.When}, {Text: a.Measure}, {Text: a.Groups}}
	}
	return out
}
