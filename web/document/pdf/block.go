package pdf

import (
	"fmt"

	"dorset-eqia/web/document/paper"
)

// The sizes of text, in points.
const (
	bodySize  = 12
	bodyLead  = 16
	blockGap  = 8
	tightGap  = 4
	nameShare = 0.32 // of the width, for the names of facts
	bullet    = 16   // how far the items of a list stand in
)

// headings are the styles of the six levels.
var headings = [...]style{{size: 22, lead: 27, strong: true}, {size: 17, lead: 22, strong: true}, {size: 14, lead: 18, strong: true},
	{size: 12, lead: 16, strong: true}, {size: 12, lead: 16, strong: true}, {size: 12, lead: 16, strong: true}}

// block draws one block below the last.
func (p *press) block(b paper.Block) {
	switch b := b.(type) {
	case paper.Heading:
		p.heading(b)
	case paper.Paragraph:
		p.paragraph(b)
	case paper.Facts:
		p.facts(b)
	case paper.List:
		p.list(p.tree.root, b.Items)
	case paper.Table:
		p.table(b)
	case paper.Figure:
		p.figure(b)
	case paper.Boxes:
		p.boxes(b)
	case paper.Room:
		p.room(b)
	case paper.PageBreak:
		p.turn()
	}
}

// deepest is the last level of headings among the bookmarks.
const deepest = 3

func (p *press) heading(h paper.Heading) {
	s := headings[h.Level-1]
	on := p.tree.root.add(fmt.Sprintf("H%d", h.Level))
	lines := p.wrap(paper.Plain(h.Text), s, inside, on)
	p.space(s.size)
	p.need(float64(len(lines))*s.lead + p.headed())
	if h.Level <= deepest {
		p.pdf.Bookmark(drawable(h.Text), h.Level-1, p.y)
	}
	if h.ID != "" {
		p.tree.spots["#"+h.ID] = spot{p.pdf.PageNo(), p.y}
	}
	p.row(column{margin, lines})
	p.y += tightGap
}

// headed is how much of what a heading heads stays on its page: the headings that follow it at once, and a few lines.
func (p *press) headed() float64 {
	height := 4.0 * bodyLead
	for _, b := range p.next {
		h, ok := b.(paper.Heading)
		if !ok {
			break
		}
		s := headings[h.Level-1]
		height += s.size + s.lead + tightGap
	}
	return height
}

func (p *press) paragraph(b paper.Paragraph) {
	s := style{size: bodySize, lead: bodyLead}
	switch b.Style {
	case paper.Hint:
		s.grey = true
	case paper.Lead:
		s.size, s.lead = 14, 19
	case paper.Warning:
		s.strong = true
	case paper.Body:
	}
	for _, r := range b.Runs.Lines() {
		p.row(column{margin, p.wrap(r, s, inside, p.tree.root.add("P"))})
		p.y += blockGap
	}
}

// facts draws names at the left and what is said under them at the right.
func (p *press) facts(b paper.Facts) {
	list := p.tree.root.add("L").with("/O /List /ListNumbering /None")
	names, says := inside*nameShare, inside*(1-nameShare)-blockGap
	for _, f := range b.Rows {
		item := list.add("LI")
		name := p.wrap(paper.Plain(f.Name), style{size: bodySize, lead: bodyLead, strong: true}, names-blockGap, item.add("Lbl"))
		p.y += tightGap
		p.row(column{margin, name}, column{margin + names + blockGap, p.said(f, says, item.add("LBody"))})
		p.y += tightGap
		p.rule(0.5, pale)
	}
	p.y += blockGap
}

// said is the lines of what a fact says.
func (p *press) said(f paper.Fact, width float64, on *element) []line {
	s := style{size: bodySize, lead: bodyLead}
	var out []line
	if f.List {
		list := on.add("L").with("/O /List /ListNumbering /Disc")
		for _, r := range f.Says {
			out = append(out, p.item(list, r, s, width)...)
		}
		return out
	}
	for _, r := range f.Says {
		out = append(out, p.typed(r, s, width, on)...)
	}
	return out
}

// typed is the lines of a text; each line that was typed is a paragraph of its own where there are several.
func (p *press) typed(r paper.Runs, s style, width float64, on *element) []line {
	parts := r.Lines()
	if len(parts) < 2 {
		return p.wrap(r, s, width, on)
	}
	var out []line
	for i, part := range parts {
		if i > 0 {
			s.before = tightGap
		}
		out = append(out, p.wrap(part, s, width, on.add("P"))...)
	}
	return out
}

// item is the lines of one item of a list, the first with its bullet.
func (p *press) item(list *element, r paper.Runs, s style, width float64) []line {
	li := list.add("LI")
	mark := span{text: "• ", on: li.add("Lbl"), width: bullet}
	s.indent = bullet
	lines := p.wrap(r, s, width, li.add("LBody"))
	first := &lines[0]
	first.spans = append([]span{mark}, first.spans...)
	first.style.indent = 0
	return lines
}

func (p *press) list(on *element, items []paper.Runs) {
	list := on.add("L").with("/O /List /ListNumbering /Disc")
	for _, r := range items {
		p.row(column{margin, p.item(list, r, style{size: bodySize, lead: bodyLead}, inside)})
		p.y += tightGap
	}
	p.y += tightGap
}

// boxes draws each choice with a box to tick.
func (p *press) boxes(b paper.Boxes) {
	list := p.tree.root.add("L").with("/O /List /ListNumbering /None")
	for _, c := range b.Choices {
		box := "\u25a1 "
		if c.Ticked {
			box = "\u25a0 "
		}
		lines := p.item(list, paper.Plain(c.Label), style{size: bodySize, lead: bodyLead + tightGap}, inside)
		lines[0].spans[0].text = box
		p.row(column{margin, lines})
	}
	p.y += blockGap
}

// ruled is the distance between lines to write on by hand.
const ruled = 26

// room draws lines to write on.
func (p *press) room(b paper.Room) {
	for range b.Lines {
		p.need(ruled)
		p.y += ruled
		p.rule(0.5, ink)
	}
	p.y += blockGap
}

// square is the width of one square of a figure.
const square = 2.6

// figure draws black squares, side by side ones of a row as one bar.
func (p *press) figure(b paper.Figure) {
	side := square * float64(len(b.Squares))
	p.need(side + blockGap)
	on := p.tree.root.add("Figure")
	on.alt = b.Text
	on.with(fmt.Sprintf("/O /Layout /Placement /Block /BBox [%.2f %.2f %.2f %.2f]", margin, pageHeight-p.y-side, margin+side, pageHeight-p.y))
	p.mark(on)
	p.pdf.SetFillColor(0, 0, 0)
	for y, row := range b.Squares {
		for x := 0; x < len(row); x++ {
			from := x
			for x < len(row) && row[x] {
				x++
			}
			if x > from {
				p.pdf.Rect(margin+square*float64(from), p.y+square*float64(y), square*float64(x-from), square, "F")
			}
		}
	}
	p.unmark()
	text := p.typed(b.Beside, style{size: bodySize, lead: bodyLead}, inside-side-blockGap, p.tree.root.add("P"))
	end := p.part([]column{{margin + side + blockGap, text}})
	p.y = max(p.y+side, end) + blockGap
}
