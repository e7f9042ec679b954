package docx

import (
	"fmt"
	"strings"
)

// look is a style of paragraphs. Sizes are half points, spaces twentieths of a point.
type look struct {
	id, name, based string
	size            int
	before, after   int
	bold, keep      bool
	colour          string
	more            string // further properties of the paragraph
}

// looks lists the styles. The headings have the names that Word gives them, so that its list of headings finds them.
func looks() []look {
	out := []look{
		{id: "Normal", name: "Normal", size: 24, after: 120},
		{id: "Text", name: "Body Text", based: "Normal"},
		{id: "LeadText", name: "Lead", based: "Normal", size: 28, after: 200},
		{id: "HintText", name: "Hint", based: "Normal", colour: "505A5F"},
		{id: "WarningText", name: "Warning", based: "Normal", bold: true, more: `<w:pBdr><w:left w:val="single" w:sz="36" w:space="8" w:color="0B0C0C"/></w:pBdr>`},
		{id: "NameText", name: "Name", based: "Normal", size: 22, after: 60, bold: true},
		{id: "CellText", name: "Table Text", based: "Normal", size: 22, after: 60},
		{id: "BoxText", name: "Box", based: "Normal", after: 60},
		{id: "RoomText", name: "Room", based: "Normal", colour: "505A5F", more: `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="505A5F"/></w:pBdr>`},
		{id: "ListBullet", name: "List Bullet", based: "Normal", size: 22, after: 60, more: `<w:numPr><w:numId w:val="1"/></w:numPr>`},
		{id: "Caption", name: "caption", based: "Normal", bold: true, keep: true, before: 120},
		{id: "AfterTable", name: "After Table", based: "Normal", size: 12, after: 60},
		{id: "EachPage", name: "Each Page", based: "Normal", size: 18, colour: "505A5F"},
	}
	for i, size := range []int{44, 34, 28, 25, 24, 24} {
		out = append(out, look{id: fmt.Sprintf("Heading%d", i+1), name: fmt.Sprintf("heading %d", i+1), based: "Normal", size: size, before: 320 - 40*i, after: 100, bold: true, keep: true,
			more: fmt.Sprintf(`<w:outlineLvl w:val="%d"/>`, i)})
	}
	return out
}

func (l look) xml() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/>`, l.id, l.name)
	if l.based != "" {
		fmt.Fprintf(&b, `<w:basedOn w:val="%s"/>`, l.based)
	}
	b.WriteString(`<w:qFormat/><w:pPr>`)
	if l.keep {
		b.WriteString(`<w:keepNext/>`)
	}
	numbered, outline := "", l.more
	if strings.HasPrefix(l.more, "<w:numPr>") || strings.HasPrefix(l.more, "<w:pBdr>") {
		numbered, outline = l.more, ""
	}
	b.WriteString(numbered)
	if l.before+l.after > 0 {
		fmt.Fprintf(&b, `<w:spacing w:before="%d" w:after="%d"/>`, l.before, l.after)
	}
	b.WriteString(outline + `</w:pPr><w:rPr>`)
	if l.bold {
		b.WriteString(`<w:b/>`)
	}
	if l.colour != "" {
		fmt.Fprintf(&b, `<w:color w:val="%s"/>`, l.colour)
	}
	if l.size > 0 {
		fmt.Fprintf(&b, `<w:sz w:val="%d"/>`, l.size)
	}
	b.WriteString(`</w:rPr></w:style>`)
	return b.String()
}

// styles is the part that says how things look, in one language.
func styles(language string) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<w:styles ` + spaces + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>` +
		`<w:sz w:val="24"/><w:lang w:val="` + language + `" w:eastAsia="` + language + `"/></w:rPr></w:rPrDefault></w:docDefaults>`)
	for _, l := range looks() {
		b.WriteString(l.xml())
	}
	b.WriteString(`<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1D4F91"/><w:u w:val="single"/></w:rPr></w:style>`)
	line := func(side string) string {
		return `<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="B1B4B6"/>`
	}
	margins := `<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>`
	b.WriteString(`<w:style w:type="table" w:styleId="Facts"><w:name w:val="Facts"/><w:tblPr><w:tblBorders>` + line("top") + line("bottom") + line("insideH") + `</w:tblBorders>` + margins + `</w:tblPr></w:style>`)
	b.WriteString(`<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:tblPr><w:tblBorders>` + line("top") + line("left") + line("bottom") + line("right") + line("insideH") + line("insideV") +
		`</w:tblBorders>` + margins + `</w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="F3F2F1"/></w:tcPr></w:tblStylePr></w:style>`)
	b.WriteString(`</w:styles>`)
	return b.String()
}
