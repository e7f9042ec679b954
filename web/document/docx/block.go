package docx

import (
	"fmt"

	"dorset-eqia/eqia/wordform"
	"dorset-eqia/web/document/paper"
)

// block writes one block of the document.
func (p *press) block(b paper.Block) {
	switch b := b.(type) {
	case paper.Heading:
		p.heading(b)
	case paper.Paragraph:
		end := p.control(b.Place, p.about, b.Runs.Text(), false)
		p.typed(map[paper.Style]string{paper.Hint: "Hint", paper.Lead: "Lead", paper.Warning: "Warning"}[b.Style]+"Text", b.Runs)
		end()
	case paper.Facts:
		p.facts(b)
	case paper.List:
		for _, item := range b.Items {
			p.paragraph("ListBullet", item)
		}
	case paper.Table:
		p.table(b)
	case paper.Figure:
		p.figure(b)
	case paper.Boxes:
		p.boxes(b)
	case paper.Room:
		p.room(b)
	case paper.PageBreak:
		p.put(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
	}
}

// heading writes a heading with the place that links lead to.
func (p *press) heading(h paper.Heading) {
	p.about = h.Text
	end := p.control(h.Place, h.Text, h.Text, false)
	p.around(h.Text)
	p.put(`<w:p><w:pPr><w:pStyle w:val="Heading%d"/></w:pPr>`, min(h.Level, 6))
	if h.ID != "" {
		p.marks++
		p.put(`<w:bookmarkStart w:id="%d" w:name="%s"/>`, p.marks, bookmark(h.ID))
	}
	p.run(paper.Run{Text: h.Text})
	if h.ID != "" {
		p.put(`<w:bookmarkEnd w:id="%d"/>`, p.marks)
	}
	p.put(`</w:p>`)
	end()
}

// The widths of a page between its margins, and of the names of facts, in twentieths of a point.
const (
	pageWidth = 9638
	nameWidth = 2800
)

// facts writes names with what is said under each, as a table of two columns whose first heads its rows.
func (p *press) facts(f paper.Facts) {
	p.tableStart("Facts", "", []int{nameWidth, pageWidth - nameWidth})
	for _, row := range f.Rows {
		p.put(`<w:tr><w:trPr><w:cantSplit w:val="0"/></w:trPr>`)
		p.cellStart(nameWidth)
		p.paragraph("NameText", paper.Plain(row.Name))
		p.put(`</w:tc>`)
		p.cellStart(pageWidth - nameWidth)
		p.says(row)
		p.put(`</w:tc></w:tr>`)
	}
	p.tableEnd()
}

// says writes what a fact says.
func (p *press) says(row paper.Fact) {
	text, style := "", "CellText"
	if row.List {
		style = "ListBullet"
	}
	for _, s := range row.Says {
		text += s.Text() + "\n"
	}
	end := p.control(row.Place, p.placed(row.Name), text, false)
	for _, s := range row.Says {
		p.typed(style, s)
	}
	if len(row.Says) == 0 {
		p.typed(style, nil)
	}
	end()
}

func (p *press) tableStart(style, caption string, widths []int) {
	p.put(`<w:tbl><w:tblPr><w:tblStyle w:val="%s"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0" w:firstRow="1" w:firstColumn="1" w:noVBand="1"/>`, style)
	if caption != "" {
		p.put(`<w:tblCaption w:val="%s"/>`, safe(caption))
	}
	p.put(`</w:tblPr><w:tblGrid>`)
	for _, width := range widths {
		p.put(`<w:gridCol w:w="%d"/>`, width)
	}
	p.put(`</w:tblGrid>`)
}

// tableEnd closes a table. The paragraph after it keeps it apart from the next.
func (p *press) tableEnd() { p.put(`</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>`) }

func (p *press) cellStart(width int) {
	p.put(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, width)
}

// table writes a table with its caption over it and a head row that Word repeats on every page.
func (p *press) table(t paper.Table) {
	if t.Caption != "" {
		p.paragraph("Caption", paper.Plain(t.Caption))
	}
	widths := shares(t)
	p.tableStart("Grid", t.Caption, widths)
	p.put(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for i, name := range t.Head {
		p.cellStart(widths[i])
		p.paragraph("NameText", paper.Plain(name))
		p.put(`</w:tc>`)
	}
	p.put(`</w:tr>`)
	for n, row := range t.Rows {
		p.put(`<w:tr>`)
		for i, c := range row {
			style := "CellText"
			if i == 0 && t.RowHeads {
				style = "NameText"
			}
			p.cellStart(widths[i])
			end := p.control(c.Place, p.placed(fmt.Sprintf("row %d, %s", n+1, t.Head[i])), c.Runs.Text(), false)
			p.typed(style, c.Runs)
			end()
			p.put(`</w:tc>`)
		}
		p.put(`</w:tr>`)
	}
	p.tableEnd()
}

// shares are the widths of a table's columns.
func shares(t paper.Table) []int {
	all := 0
	for i := range t.Head {
		all += share(t, i)
	}
	out := make([]int, len(t.Head))
	for i := range out {
		out[i] = pageWidth * share(t, i) / all
	}
	return out
}

func share(t paper.Table, i int) int {
	if i < len(t.Widths) {
		return t.Widths[i]
	}
	return 1
}

// boxes writes choices with a box to tick before each.
func (p *press) boxes(b paper.Boxes) {
	text := ""
	for _, c := range b.Choices {
		text += wordform.BoxOf(c.Ticked) + " " + c.Label + "\n"
	}
	end := p.control(b.Place, p.about, text, false)
	for i, c := range b.Choices {
		n := map[bool]int{true: 1}[c.Ticked]
		p.put(`<w:p><w:pPr><w:pStyle w:val="BoxText"/></w:pPr><w:sdt><w:sdtPr><w:alias w:val="%s"/><w:id w:val="%d"/><w14:checkbox><w14:checked w14:val="%d"/>`+
			`<w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent>`+
			`<w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:hint="eastAsia"/></w:rPr><w:t>%s</w:t></w:r></w:sdtContent></w:sdt>`,
			safe("Box: "+c.Label), (len(p.kept.Places)+1)*1000+i, n, wordform.BoxOf(c.Ticked))
		p.around(wordform.BoxOf(c.Ticked) + " " + c.Label)
		p.run(paper.Run{Text: " " + c.Label})
		p.put(`</w:p>`)
	}
	end()
}

// room writes a prompt where an answer is to be typed.
func (p *press) room(r paper.Room) {
	end := p.control(r.Place, p.about, "", true)
	p.paragraph("RoomText", paper.Plain(wordform.Prompt))
	end()
}
