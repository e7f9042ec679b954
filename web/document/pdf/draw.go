package pdf

import (
	"fmt"
	"strings"
)

// column is lines that are set one below the other, beginning so far from the left edge of the page.
type column struct {
	left  float64
	lines []line
}

func (c column) height() float64 {
	sum := 0.0
	for _, l := range c.lines {
		sum += l.height()
	}
	return sum
}

// keptTogether is how high a row may be that is not parted between two pages.
const keptTogether = 180

// row draws columns side by side, and goes on on the next page with what does not fit on this one.
func (p *press) row(columns ...column) {
	height := 0.0
	for _, c := range columns {
		height = max(height, c.height())
	}
	if height <= keptTogether {
		p.need(height)
	} else {
		p.need(keptTogether / 3)
	}
	for {
		p.y = p.part(columns)
		rest := 0
		for _, c := range columns {
			rest += len(c.lines)
		}
		if rest == 0 {
			return
		}
		p.turn()
	}
}

// part draws as many lines of each column as fit on the page, takes them off, and gives where the longest one ended.
func (p *press) part(columns []column) float64 {
	end := p.y
	for i := range columns {
		y := p.y
		c := &columns[i]
		for n := 0; len(c.lines) > 0 && (y+c.lines[0].height() <= p.bottom || n == 0 && y == p.top); n++ {
			y += c.lines[0].before
			p.line(c.left, y, c.lines[0])
			y += c.lines[0].style.lead
			c.lines = c.lines[1:]
		}
		end = max(end, y)
	}
	return end
}

// Greys, from 0 to 255; ink can still be read.
const (
	ink  = 80
	pale = 177 // of lines between rows
)

// line draws one line from its upper left corner.
func (p *press) line(left, top float64, l line) {
	x := left + l.style.indent
	base := top + (l.style.lead-l.style.size)/2 + 0.86*l.style.size
	for _, s := range l.spans {
		p.mark(s.on)
		p.set(face{s.strong, l.style.size})
		grey := 0
		if l.style.grey {
			grey = ink
		}
		p.pdf.SetTextColor(grey, grey, grey)
		p.pdf.Text(x, base, s.text)
		if s.link != "" {
			p.underline(x, base, s)
		}
		x += s.width
	}
}

// underline draws the line below a link, and makes its place one that can be pressed.
func (p *press) underline(x, base float64, s span) {
	end := x + s.width
	p.pdf.SetLineWidth(0.5)
	p.pdf.Line(x, base+1.5, end, base+1.5)
	p.tree.press(area{page: p.pdf.PageNo(), left: x, right: end, top: pageHeight - base + 10, bottom: pageHeight - base - 3,
		to: s.link, text: strings.TrimSpace(s.text), on: s.on})
}

// mark says that what is drawn next belongs to an element.
func (p *press) mark(e *element) {
	if p.open == e {
		return
	}
	p.unmark()
	if e == artifact {
		p.pdf.RawWriteStr("/Artifact BMC")
	} else {
		p.pdf.RawWriteStr(fmt.Sprintf("/%s <</MCID %d>> BDC", e.kind, p.tree.mark(e, p.pdf.PageNo())))
	}
	p.open = e
}

// unmark ends what is being drawn.
func (p *press) unmark() {
	if p.open != nil {
		p.pdf.RawWriteStr("EMC")
		p.open = nil
	}
}

// rule draws a line across the page where the last block ended, which says nothing.
func (p *press) rule(width float64, grey int) {
	p.mark(artifact)
	p.pdf.SetLineWidth(width)
	p.pdf.SetDrawColor(grey, grey, grey)
	p.pdf.Line(margin, p.y, margin+inside, p.y)
	p.pdf.SetDrawColor(0, 0, 0)
	p.unmark()
}
