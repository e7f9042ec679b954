// Package facts holds the pages of the evidence library, and the panel of figures that other pages show beside a group.
package facts

import (
	"strconv"

	"github.com/a-h/templ"

	"dorset-eqia/eqia/library"
	"dorset-eqia/web/components"
)

// Panel is the figures about one group of people: each table as a chart and as a table, with bases, dates, sources and caveats.
type Panel struct {
	ID     string // starts the ids in it, so that several can stand on one page
	Topics []library.Topic
	Level  int                                  // of the headings of its topics: 3 or 4
	Beside func(f library.Fact) templ.Component // what stands with a figure: the button that cites it, or a link
}

// longTable is how many rows a table may have before it is folded away.
const longTable = 6

// folded reports whether a topic is long enough to be opened only by those who want it.
func folded(t library.Topic) bool { return len(t.Rows) > longTable }

// single reports whether a topic has one figure alone, which is said in a sentence.
func single(t library.Topic) bool { return len(t.Facts()) == 1 }

func (p Panel) tableID(i int) string { return p.ID + "-" + strconv.Itoa(i+1) }

// title is what a topic's table shows, as its message where there is one.
func title(t library.Topic) string {
	if says := t.Message(); says != "" {
		return says
	}
	return t.Name
}

// chart is a topic's shares as bars.
func chart(t library.Topic) components.Chart {
	c := components.Chart{Name: t.Name + ": the shares in the table that follows, as bars"}
	for _, row := range t.Rows {
		g := components.BarGroup{Label: row.Group}
		for i, f := range row.Cells {
			if f == nil || f.Unit != library.Percent || f.Measure == library.NotPublished || f.Measure == library.NotAsked {
				continue
			}
			n, known := f.Hundredths()
			g.Bars = append(g.Bars, components.Bar{Label: t.Series[i].Short(), Shown: f.Shown(), Hundredths: n, Known: known, Fill: i%4 + 1})
		}
		if len(g.Bars) > 0 {
			c.Groups = append(c.Groups, g)
		}
	}
	return c
}

// table is a topic's figures in rows and columns.
func (p Panel) table(i int, t library.Topic) components.Table {
	out := components.Table{ID: p.tableID(i), Caption: t.Name + ": the figures", CaptionSize: components.Small, RowHeads: true,
		Head: []components.Cell{{Text: "Group"}}}
	for _, s := range t.Series {
		out.Head = append(out.Head, components.Cell{Content: columnHead(s)})
	}
	for _, row := range t.Rows {
		cells := []components.Cell{{Text: row.Group}}
		for _, f := range row.Cells {
			if f == nil {
				cells = append(cells, components.Cell{Text: "No figure"})
				continue
			}
			cells = append(cells, components.Cell{Content: p.figure(*f)})
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}

// foldedAs is the line that opens a long table.
func foldedAs(t library.Topic) string {
	return t.Name + ": compare " + strconv.Itoa(len(t.Rows)) + " groups"
}

// sources is who published a topic, in one line.
func sources(t library.Topic) string {
	list := t.Sources()
	text := "Source: "
	for i, s := range list {
		if i > 0 {
			text += "; "
		}
		text += s
	}
	return text + "."
}

// whose says whom the shares of a column are about, and when.
func whose(f library.Fact) string {
	return f.Population.Label() + ", " + f.Date + ", share of " + f.Base + "."
}

func notes(t library.Topic) []string {
	_, caveats := t.Notes()
	return caveats
}

func gaps(t library.Topic) []string {
	found, _ := t.Notes()
	return found
}
