package wordform

import (
	"regexp"
	"strings"

	"dorset-eqia/eqia/word"
)

// grid is a table as columns: each row has a cell, or none, at each column. A cell that belongs to the one above says what that one says.
type grid [][]cell

type cell struct {
	text   string
	blocks []word.Block
	first  bool // it begins at this column, and does not reach here from the left
	joined bool
}

// mostColumns is how many columns of a table are looked at.
const mostColumns = 63

func gridOf(t word.Table) grid {
	var g grid
	for _, r := range t.Rows {
		var row []cell
		for _, c := range r.Cells {
			now := cell{text: text(c.Blocks), blocks: c.Blocks, first: true, joined: c.Joined}
			if above := len(row); c.Joined && len(g) > 0 && above < len(g[len(g)-1]) {
				now.text, now.blocks = g[len(g)-1][above].text, g[len(g)-1][above].blocks
			}
			for n := 0; n < c.Span && len(row) < mostColumns; n++ {
				row = append(row, now)
				now.first = false
			}
		}
		g = append(g, row)
	}
	return g
}

// text is what blocks say, with a mark before the items of lists.
func text(blocks []word.Block) string {
	var out []string
	word.Each(blocks, func(p *word.Paragraph) {
		if t := strings.TrimSpace(p.Text); t != "" && p.Item {
			out = append(out, bullet+t)
		} else if t != "" {
			out = append(out, t)
		}
	})
	return strings.Join(out, "\n")
}

// cells are the cells of a row that begin in it.
func cells(row []cell) []cell {
	var out []cell
	for _, c := range row {
		if c.first {
			out = append(out, c)
		}
	}
	return out
}

var onlyNumber = regexp.MustCompile(`^\s*(?:Q\s*)?\d{0,2}(?:\.\d+)?[a-z]?\s*[.):]?\s*$`)

// unnumbered is the cells of a row without a first one that only counts.
func unnumbered(row []cell) []cell {
	out := cells(row)
	if len(out) > 2 && onlyNumber.MatchString(out[0].text) && !out[0].joined {
		return out[1:]
	}
	return out
}

// turned is the table with its rows as columns.
func (g grid) turned() grid {
	var out grid
	for i, row := range g {
		for j, c := range row {
			for len(out) <= j {
				out = append(out, nil)
			}
			for len(out[j]) < i {
				out[j] = append(out[j], cell{first: true})
			}
			c.first = true
			out[j] = append(out[j], c)
		}
	}
	return out
}

func (g grid) text() string {
	var out []string
	for _, row := range g {
		var said []string
		for _, c := range cells(row) {
			if !c.joined && c.text != "" {
				said = append(said, strings.ReplaceAll(c.text, "\n", " "))
			}
		}
		if len(said) > 0 {
			out = append(out, strings.Join(said, " | "))
		}
	}
	return strings.Join(out, "\n")
}
