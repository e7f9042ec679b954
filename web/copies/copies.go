// Package copies sends documents as files: an assessment, its plan, a blank form or the text for a report, each in the formats that
// people ask for.
package copies

import (
	"bytes"
	"io"
	"net/http"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/document/data"
	"dorset-eqia/web/document/docx"
	"dorset-eqia/web/document/paper"
	"dorset-eqia/web/document/pdf"
	"dorset-eqia/web/page"
)

// Format is a kind of file that a document can be sent as.
type Format struct {
	Ending string // of its files and of addresses: "pdf"
	Name   string // in the words of links
	Type   string // its media type
	Write  func(io.Writer, paper.Document) error
}

// PDF is a tagged PDF.
func PDF() Format { return Format{"pdf", "PDF", "application/pdf", pdf.Write} }

// Word is a Word file, which can be edited and brought back in.
func Word() Format { return Format{"docx", "Word", docx.MediaType, docx.Write} }

// JSON is a file for programs.
func JSON() Format { return Format{"json", "JSON, for programs", data.MediaType, data.Write} }

// Formats lists the formats, those that people ask for first.
func Formats() []Format { return append(forPeople(), JSON()) }

func forPeople() []Format { return []Format{PDF(), Word()} }

// Send answers with the document as a file. Name is what the file is called before its ending.
func (f Format) Send(r *page.Request, d paper.Document, name string) error {
	var b bytes.Buffer
	if err := f.Write(&b, d); err != nil {
		return err
	}
	r.Header("Content-Disposition", `attachment; filename="`+name+"."+f.Ending+`"`)
	r.Data(http.StatusOK, f.Type, b.Bytes())
	return nil
}

// Link leads to a document in the format. At is its address without the ending, and what it is called completes the link for those who
// hear it alone.
func (f Format) Link(text, at string) components.Link {
	return components.Link{Text: text + " (" + f.Name + ")", Href: at + "/" + f.Ending}
}

// Links lead to a document in each format that people ask for.
func Links(text, at string) []components.Link {
	var out []components.Link
	for _, f := range forPeople() {
		out = append(out, f.Link(text, at))
	}
	return out
}

// Copy is the version of a case as it is now, for the person who may read it. It names nobody.
func Copy(r *page.Request, c eqia.Case) (document.Copy, error) {
	d, err := r.Kit.Eqia.Export(r.Ctx(), c.Version)
	if err != nil {
		return document.Copy{}, err
	}
	out := document.Copy{Document: d, Form: c.Form, Day: string(eqia.DayOf(c.StartedAt)), Council: r.Kit.Settings.Council, Home: r.Address(""),
		Made: r.Kit.Now()}
	if c.Purpose == eqia.Redacts {
		out.CopyOf = c.FromNumber
	}
	out.Marking, err = r.Kit.Committee.Marking(r.Ctx(), c)
	return out, err
}

// name is what the file of a copy is called.
func name(c document.Copy) string { return c.Record.Reference + "-v" + c.Record.Version }
