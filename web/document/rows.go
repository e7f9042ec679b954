package document

import (
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
)

var sharedPart = eqia.PartKey{Kind: eqia.AnswerPart, Key: eqia.SharedReason}

// The names of what a page and a paper both say.
const (
	effectName    = "Effect"
	howName       = "Who is affected, and how"
	aimsName      = "Aims of section 149(1) it touches"
	evidenceName  = "Evidence"
	planCaption   = "Action plan"
	togetherTitle = "Groups with no effect, for one shared reason"
	asTogether    = "Asked about together with others, as "
	unrated       = "Not answered yet" // of effects, as components.Effects says it
)

// coverWords says what a row stood for that an older form merged.
func (c Card) coverWords() string {
	return "The form asked about these groups in one row: " + strings.Join(c.Covers, ", ") + ". The answer is counted under none of them."
}

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
	out := []components.Row{{Key: effectName, Content: components.Effects(b.Effects.Codes())}, {Key: howName, Text: b.How}}
	if b.How == "" {
		out[1].Text = gap
	}
	if len(b.Aims) > 0 {
		out = append(out, components.Row{Key: aimsName, Content: aimList(b.Aims)})
	}
	if len(b.Evidence) > 0 {
		out = append(out, components.Row{Key: evidenceName, Content: citedList(b.Evidence)})
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

// cells is what an action says, in the order of the plan's columns.
func (a Action) cells() []Line {
	return []Line{{Name: "Action", Text: a.What, Field: "what"}, {Name: "Issue", Text: a.Issue, Field: "issue"}, {Name: "Who", Text: a.Who, Field: "who"},
		{Name: "When", Text: a.When, Field: "when"}, {Name: "How we will know it worked", Text: a.Measure, Field: "measure"},
		{Name: "Groups", Text: a.Groups, Field: "answers"}}
}

// planHead names the plan's columns.
func planHead() []string {
	var out []string
	for _, l := range (Action{}).cells() {
		out = append(out, l.Name)
	}
	return out
}

func (d Doc) planTable() components.Table {
	t := components.Table{ID: "action-plan", Caption: planCaption, CaptionSize: components.Small, RowHeads: true}
	for _, name := range planHead() {
		t.Head = append(t.Head, components.Cell{Text: name})
	}
	for _, a := range d.Plan {
		var row []components.Cell
		for _, said := range a.cells() {
			row = append(row, components.Cell{Text: said.Text})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
