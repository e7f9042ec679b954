// Package docx draws a paper.Document as a Word file with real styles, repeated header rows, a language and a title, in which every answer
// stands in a content control that says which answer it is, so that an edited file can be read back. The same document gives the same bytes.
//
// The writer is our own: the library for Word files that was tried has no content controls.
package docx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"

	"dorset-eqia/eqia/wordform"
	"dorset-eqia/web/document/paper"
)

// MediaType is what a Word file is called on the web.
const MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

// press puts the XML of a document together.
type press struct {
	bytes.Buffer
	doc    paper.Document
	about  string           // the heading that blocks stand under
	links  []string         // web addresses, each a relation of its own
	images [][]byte         // the figures, as PNG files
	kept   wordform.Carried // what is kept in the file to read it back by
	inside bool             // of a control
	marks  int              // bookmarks so far
}

// Write draws the document.
func Write(w io.Writer, d paper.Document) error {
	p := &press{doc: d}
	for _, f := range d.Attached {
		if f.Type == "application/json" {
			p.kept.Document = json.RawMessage(f.Bytes)
		}
	}
	for _, b := range d.Blocks {
		p.block(b)
	}
	return p.pack(w)
}

// part is one part of the file.
type part struct{ name, text string }

// pack writes the parts of the file. They bear the time of the document, so that the same one gives the same bytes.
func (p *press) pack(w io.Writer) error {
	kept, err := p.kept.XML()
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	parts := []part{
		{"[Content_Types].xml", contentTypes}, {"_rels/.rels", packageRelations}, {"docProps/core.xml", p.properties()}, {"word/document.xml", p.document()},
		{"word/_rels/document.xml.rels", p.relations()}, {"word/styles.xml", styles(p.doc.Language)}, {"word/settings.xml", settings}, {"word/numbering.xml", numbering},
		{"word/header1.xml", p.header()}, {"word/footer1.xml", p.footer()},
		{"customXml/item1.xml", kept}, {"customXml/itemProps1.xml", itemProperties}, {"customXml/_rels/item1.xml.rels", itemRelations},
	}
	for i, image := range p.images {
		parts = append(parts, part{fmt.Sprintf("word/media/image%d.png", i+1), string(image)})
	}
	for _, part := range parts {
		f, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: made(p.doc)})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, part.text); err != nil {
			return err
		}
	}
	return z.Close()
}

// made is when the document was made; the first day that a zip file can name where that is not known.
func made(d paper.Document) time.Time {
	if d.Made.IsZero() {
		return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return d.Made.UTC()
}

// put writes XML; texts go in by %s through safe.
func (p *press) put(format string, args ...any) { fmt.Fprintf(&p.Buffer, format, args...) }

// safe is text as XML takes it.
func safe(text string) string {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(text)); err != nil {
		return ""
	}
	return b.String()
}

var notName = regexp.MustCompile(`[^A-Za-z0-9_]`)

// mostMark is how many characters Word allows in the name of a bookmark.
const mostMark = 40

// bookmark is the name of the place that links inside the document lead to.
func bookmark(id string) string {
	name := "at_" + notName.ReplaceAllString(id, "_")
	if len(name) > mostMark {
		name = name[:mostMark-9] + "_" + wordform.Mark(id)[:8]
	}
	return name
}

// control opens a content control for a place, and gives what closes it. What nobody answered is in none. Prompt says that only the prompt
// is shown.
func (p *press) control(at paper.Place, name, text string, prompt bool) (end func()) {
	if at == (paper.Place{}) || p.inside {
		return func() {}
	}
	p.inside = true
	tag, alias := p.kept.Add(wordform.Where(at), name, text)
	shows := ""
	if prompt {
		shows = "<w:showingPlcHdr/>"
	}
	p.put(`<w:sdt><w:sdtPr><w:alias w:val="%s"/><w:tag w:val="%s"/><w:id w:val="%d"/>%s</w:sdtPr><w:sdtContent>`, safe(alias), safe(tag), len(p.kept.Places), shows)
	return func() {
		p.put(`</w:sdtContent></w:sdt>`)
		p.inside = false
	}
}

// around notes a text that is no answer, so that what is new in an edited file can be told from it.
func (p *press) around(text string) {
	if !p.inside {
		p.kept.Aside(text)
	}
}

// paragraph writes one paragraph of runs in a style.
func (p *press) paragraph(style string, runs paper.Runs) {
	p.around(runs.Text())
	p.put(`<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>`, style)
	for _, r := range runs {
		p.run(r)
	}
	p.put(`</w:p>`)
}

// typed writes a text with a paragraph for each of its lines, and one where there is none: a cell and a control need one.
func (p *press) typed(style string, runs paper.Runs) {
	lines := runs.Lines()
	if len(lines) == 0 {
		lines = []paper.Runs{nil}
	}
	for _, line := range lines {
		p.paragraph(style, line)
	}
}

func (p *press) run(r paper.Run) {
	look, before, after := "", "", ""
	if r.Strong {
		look = `<w:rPr><w:b/></w:rPr>`
	}
	if id, here := strings.CutPrefix(r.Link, "#"); p.inside { // LibreOffice shows the code of a link that lies in a control
		r.Link = ""
	} else if here {
		before, after = fmt.Sprintf(`<w:hyperlink w:anchor="%s">`, bookmark(id)), `</w:hyperlink>`
	} else if r.Link != "" {
		p.links = append(p.links, r.Link)
		before, after = fmt.Sprintf(`<w:hyperlink r:id="rLink%d">`, len(p.links)), `</w:hyperlink>`
	}
	if before != "" {
		look = `<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>`
	}
	p.put(`%s<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>%s`, before, look, strings.ReplaceAll(safe(r.Text), "&#x9;", `</w:t><w:tab/><w:t xml:space="preserve">`), after)
}

// placed names a place for people, from where it stands.
func (p *press) placed(name string) string {
	return strings.TrimPrefix(cmp.Or(p.about, "Form")+": "+name, ": ")
}
