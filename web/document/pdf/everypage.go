package pdf

import (
	"fmt"

	"dorset-eqia/web/document/paper"
)

const footSize = 9

// headLines is what every page says at its top, as lines of the page's width.
func (p *press) headLines() []line {
	var out []line
	for _, text := range p.doc.Head() {
		out = append(out, p.wrap(paper.Plain(text), style{size: footSize, lead: headLine, strong: true}, inside, artifact)...)
	}
	return out
}

// everyPage draws the head and the foot of every page, now that it is known how many there are.
func (p *press) everyPage() {
	count := p.pdf.PageCount()
	for page := 1; page <= count; page++ {
		p.pdf.SetPage(page)
		p.face = face{}
		p.pdf.RawWriteStr("/Artifact <</Type /Pagination /Subtype /Header>> BDC")
		p.open = artifact
		y := margin / 2
		for _, l := range p.headLines() {
			p.line(margin, y, l)
			y += headLine
		}
		p.unmark()
		p.pdf.RawWriteStr("/Artifact <</Type /Pagination /Subtype /Footer>> BDC")
		p.open = artifact
		foot := span{text: drawable(fmt.Sprintf("%s · p %d of %d", p.doc.Foot(), page, count)), on: artifact}
		p.line(margin, pageHeight-margin/2-headLine, line{spans: []span{foot}, style: style{size: footSize, lead: headLine}})
		p.unmark()
	}
}
