package document

import (
	"cmp"
	"fmt"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document/paper"
)

// Appendix is the assessment as it goes into a committee's pack: a cover that says what it is and where it belongs, then all of it.
func (c Copy) Appendix(a committee.Appendix) (paper.Document, error) {
	var printed paper.Block = paper.Paragraph{Runs: c.printedWords()}
	if address := c.CheckAddress(); address != "" {
		figure, err := qrCode(address)
		if err != nil {
			return paper.Document{}, fmt.Errorf("draw the code for a camera: %w", err)
		}
		figure.Beside = c.printedWords()
		printed = figure
	}
	cover := []paper.Block{printed, paper.Facts{Rows: slices.Concat(c.Particulars(), c.countRows(), c.appendixRows(a))}, paper.PageBreak{}}
	return c.paper(c.Kind(), slices.Concat(cover, c.Doc().Blocks(2))), nil
}

// countRows says for how many groups something may get worse, or is not known.
func (c Copy) countRows() []paper.Fact {
	d := c.Doc()
	if d.Screening {
		return nil
	}
	var rows []paper.Fact
	for _, e := range []eqia.Effect{eqia.Negative, eqia.Unclear} {
		n := len(d.Only(func(k Card) bool { return k.Effects.Has(e) }).Groups)
		rows = append(rows, paper.Said(e.Label()+" effects", components.Count(n, "group", "groups")))
	}
	return rows
}

// appendixRows is the report that the assessment is put with, and the meetings that had it before.
func (c Copy) appendixRows(a committee.Appendix) []paper.Fact {
	var rows []paper.Fact
	add := func(name, text string) {
		if text != "" {
			rows = append(rows, paper.Said(name, text))
		}
	}
	add("Who can read it", cmp.Or(c.Marking, "Anyone"))
	add("Report", a.Report)
	add("For", a.Committee+", "+a.On.Words())
	add("Appendix", a.Label)
	add("Covers", a.Covers)
	add("Does not cover", a.Leaves)
	if len(a.Earlier) > 0 {
		before := paper.Fact{Name: "Earlier meetings", List: true}
		for _, m := range a.Earlier {
			before.Says = append(before.Says, paper.Plain(fmt.Sprintf("%s, %s: version %s", m.Body, m.On.Words(), m.Number)))
		}
		rows = append(rows, before)
	}
	return rows
}

// printedWords says when the copy was printed and where it is checked.
func (c Copy) printedWords() paper.Runs {
	r := paper.Runs{{Text: "Copy printed " + eqia.Moment(c.Made) + "."}}
	if address := c.CheckAddress(); address != "" {
		r = append(r, paper.Run{Text: " Check it at "}, paper.Run{Text: address, Link: address}, paper.Run{Text: "."})
	}
	return r
}
