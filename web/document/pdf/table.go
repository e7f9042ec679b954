package pdf

import "dorset-eqia/web/document/paper"

const cellGap = 8.0 // between the texts of two cells

// grid is the columns of a table: where each begins, and how wide its text may be.
type grid struct {
	left, width []float64
	style       style
}

func newGrid(t paper.Table) grid {
	shares := t.Widths
	if len(shares) != len(t.Head) {
		shares = make([]int, len(t.Head))
		for i := range shares {
			shares[i] = 1
		}
	}
	sum := 0
	for _, n := range shares {
		sum += n
	}
	g := grid{style: style{size: 11, lead: 15}}
	if len(shares) > 3 {
		g.style = style{size: 10, lead: 13}
	}
	x := margin
	for _, n := range shares {
		w := inside * float64(n) / float64(sum)
		g.left, g.width = append(g.left, x), append(g.width, w-cellGap)
		x += w
	}
	return g
}

// table draws a table under its caption. Its head is drawn again, as decoration, on every page that the table reaches.
func (p *press) table(t paper.Table) {
	g := newGrid(t)
	on := p.tree.root.add("Table")
	caption := p.wrap(paper.Plain(t.Caption), style{size: bodySize, lead: bodyLead, strong: true}, inside, on.add("Caption"))
	p.space(blockGap)
	p.need(float64(len(caption))*bodyLead + 6*g.style.lead) // its head and some of its first row stay with it
	p.row(column{margin, caption})
	p.head(t, g, on.add("THead").add("TR"))
	body := on.add("TBody")
	p.repeat = func() { p.head(t, g, nil) }
	for _, cells := range t.Rows {
		p.cells(t, g, cells, body.add("TR"))
	}
	p.repeat = nil
	p.y += blockGap
}

// head draws the names of the columns; without an element it is decoration.
func (p *press) head(t paper.Table, g grid, tr *element) {
	s := g.style
	s.strong = true
	var row []column
	for i, name := range t.Head {
		on := artifact
		if tr != nil {
			on = tr.add("TH").with("/O /Table /Scope /Column")
		}
		row = append(row, column{g.left[i], p.wrap(paper.Plain(name), s, g.width[i], on)})
	}
	p.y += tightGap
	p.y = p.part(row)
	p.y += tightGap
	p.rule(1, pale)
}

func (p *press) cells(t paper.Table, g grid, cells []paper.Cell, tr *element) {
	var row []column
	for i, cell := range cells {
		s, kind, attr := g.style, "TD", ""
		if i == 0 && t.RowHeads {
			s.strong, kind, attr = true, "TH", "/O /Table /Scope /Row"
		}
		row = append(row, column{g.left[i], p.typed(cell.Runs, s, g.width[i], tr.add(kind).with(attr))})
	}
	p.y += tightGap
	p.row(row...)
	p.y += tightGap
	p.rule(0.5, pale)
}
