// Package wordtest makes Word files for tests, from the XML of their text.
package wordtest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

const spaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
	`xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ` +
	`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
	`xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`

const types = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` +
	`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
	`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
	`<Default Extension="xml" ContentType="application/xml"/>` +
	`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`

const relations = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` +
	`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ` +
	`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`

const styles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles ` + spaces + `>` +
	`<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Vraag"><w:name w:val="Question"/><w:basedOn w:val="Kop1"/></w:style></w:styles>`

// Part is one part of a file.
type Part struct{ Name, Text string }

// File is a Word file with this XML as its text.
func File(body string) []byte { return Pack(Parts(body)...) }

// Parts are the parts of a Word file with this XML as its text.
func Parts(body string) []Part {
	return []Part{{"[Content_Types].xml", types}, {"_rels/.rels", relations}, {"word/document.xml", Document(body)}, {"word/styles.xml", styles}}
}

// Document is the main part around a text.
func Document(body string) string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ` + spaces + `><w:body>` + body + `<w:sectPr/></w:body></w:document>`
}

// Pack packs parts into a file.
func Pack(parts ...Part) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		w, err := z.Create(p.Name)
		if err == nil {
			_, err = w.Write([]byte(p.Text))
		}
		if err != nil {
			panic(err) // a buffer takes everything
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// R is text that looks the same throughout.
func R(text string) string { return run("", text) }

// B is bold text.
func B(text string) string { return run("<w:rPr><w:b/></w:rPr>", text) }

func run(look, text string) string {
	var safe bytes.Buffer
	if err := xml.EscapeText(&safe, []byte(text)); err != nil {
		panic(err)
	}
	return `<w:r>` + look + `<w:t xml:space="preserve">` + safe.String() + `</w:t></w:r>`
}

// P is a paragraph of a text.
func P(text string) string { return Para(R(text)) }

// Para is a paragraph of runs.
func Para(runs ...string) string { return `<w:p>` + strings.Join(runs, "") + `</w:p>` }

// H is a heading.
func H(text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="Kop1"/></w:pPr>` + R(text) + `</w:p>`
}

// Item is an item of a list.
func Item(text string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>` + R(text) + `</w:p>`
}

// Control is a content control with a tag around something.
func Control(tag, inside string) string {
	return `<w:sdt><w:sdtPr><w:alias w:val="Place of ` + tag + `"/><w:tag w:val="` + tag + `"/></w:sdtPr><w:sdtContent>` + inside + `</w:sdtContent></w:sdt>`
}

// Prompt is a content control that nobody has typed in.
func Prompt(inside string) string {
	return `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>` + inside + `</w:sdtContent></w:sdt>`
}

// Box is a box to tick.
func Box(ticked bool) string {
	n, glyph := 0, "☐"
	if ticked {
		n, glyph = 1, "☒"
	}
	return fmt.Sprintf(`<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="%d"/></w14:checkbox></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>`, n, R(glyph))
}

// Table is a table of rows.
func Table(rows ...string) string {
	return `<w:tbl><w:tblPr/><w:tblGrid/>` + strings.Join(rows, "") + `</w:tbl>`
}

// Row is a row of cells, each the XML of what is in it.
func Row(cells ...string) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString(Cell("", c))
	}
	return `<w:tr>` + b.String() + `</w:tr>`
}

// Head is a row that is repeated on each page.
func Head(cells ...string) string {
	return strings.Replace(Row(cells...), "<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", 1)
}

// Cell is a cell with properties.
func Cell(properties, inside string) string {
	return `<w:tc><w:tcPr>` + properties + `</w:tcPr>` + inside + `</w:tc>`
}

// Texts is a row of cells with a paragraph of text in each.
func Texts(texts ...string) string {
	var cells []string
	for _, t := range texts {
		cells = append(cells, P(t))
	}
	return Row(cells...)
}
