// Package pdf draws a paper.Document as a tagged PDF, built to PDF/UA-1 rules: every word has its place in a tree of headings, lists and
// tables, in the order it is read, and what only decorates a page is marked as such. The same document gives the same bytes.
package pdf

import (
	"io"

	"codeberg.org/go-pdf/fpdf"

	"dorset-eqia/web/document/paper"
)

// The page is A4, in points. The head and the foot of a page stand in its margins.
const (
	pageWidth  = 595.28
	pageHeight = 841.89
	margin     = 56.0
	headLine   = 12.0
	footSpace  = 62.0
	inside     = pageWidth - 2*margin
)

// press draws blocks onto pages, from the top of the first to the end of the last.
type press struct {
	pdf    *fpdf.Fpdf
	doc    paper.Document
	tree   *tree
	open   *element // whose content is being drawn on this page
	face   face     // the font that the page is set to
	y      float64  // where the next line begins, from the top of the page
	top    float64
	bottom float64
	next   []paper.Block // after the one that is being drawn
	repeat func()        // draws the head of the table that goes on; nil outside of one
}

// presses is how many documents are drawn at once; each takes some tens of megabytes while it is.
var presses = make(chan struct{}, 4)

// Write draws the document. Where many are asked for at once, some wait.
func Write(w io.Writer, d paper.Document) error {
	presses <- struct{}{}
	defer func() { <-presses }()
	p, err := newPress(d)
	if err != nil {
		return err
	}
	p.turn()
	for i, b := range d.Blocks {
		p.next = d.Blocks[i+1:]
		p.block(b)
	}
	p.unmark()
	p.everyPage()
	return p.finish(w)
}

func newPress(d paper.Document) (*press, error) {
	p := &press{pdf: fpdf.New("P", "pt", "A4", ""), doc: d, tree: newTree(), bottom: pageHeight - footSpace}
	p.pdf.SetAutoPageBreak(false, 0)
	p.pdf.SetCatalogSort(true)
	p.pdf.SetCreationDate(d.Made)
	p.pdf.SetModificationDate(d.Made)
	p.pdf.SetTitle(d.Name(), true)
	p.pdf.SetAuthor(d.Council, true)
	p.pdf.SetSubject(d.Kind, true)
	p.pdf.SetKeywords(d.Foot(), true)
	p.pdf.SetProducer("EqIA", true)
	meta, err := metadata(d)
	if err != nil {
		return nil, err
	}
	p.pdf.SetXmpMetadata(meta)
	addFonts(p.pdf)
	p.top = margin + headLine*float64(len(p.headLines()))
	return p, p.pdf.Error()
}

// turn begins a new page. A table that goes on has its head there again.
func (p *press) turn() {
	p.unmark()
	p.pdf.AddPage()
	p.y, p.face = p.top, face{}
	if p.repeat != nil {
		p.repeat()
	}
}

// need begins a new page where so much does not fit on this one.
func (p *press) need(height float64) {
	if p.y+height > p.bottom && p.y > p.top {
		p.turn()
	}
}

// space leaves room above what comes, but not at the top of a page.
func (p *press) space(height float64) {
	if p.y > p.top {
		p.y += height
	}
}
