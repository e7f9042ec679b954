// Package paper is a document as it leaves the service: a sequence of blocks that says what is a heading, a list or a table and nothing of
// how it looks. What draws it, as a PDF or a Word file, finds every word here.
package paper

import (
	"strings"
	"time"
)

// Document is one document with what is said of it on every page.
type Document struct {
	Language  string // as BCP 47 writes it: "en-GB"
	Kind      string // what it is: "Equality impact assessment"
	Title     string // what it is about
	Council   string // whose it is
	Reference string // empty where it has none, as a blank form
	Version   string // for example "1.0"
	Code      string // the check code as it is printed; empty before sign-off
	Draft     bool   // nobody has signed it off, and every page says so
	Marking   string // why it is not for publication, which every page says; empty for one that is open
	Made      time.Time
	Blocks    []Block
	Attached  []File
}

// File is something that goes inside the document, for programs to read.
type File struct {
	Name, Type, About string // Type is its media type
	Bytes             []byte
}

// DraftMarking is what every page of a draft says.
const DraftMarking = "DRAFT: nobody has signed this off"

// Head is what every page says at its top, a line each; none for an open document that was signed off.
func (d Document) Head() []string {
	var out []string
	if d.Draft {
		out = append(out, DraftMarking)
	}
	if d.Marking != "" {
		out = append(out, d.Marking)
	}
	return out
}

// Foot is what every page says at its bottom before the page's number: "EQIA-2024-0117 v1.0 · 7K4Q-9XM2-T".
func (d Document) Foot() string {
	name := d.Kind
	if d.Reference != "" {
		name = strings.TrimSpace(d.Reference + " v" + d.Version)
	}
	switch {
	case d.Draft:
		return name + " · DRAFT"
	case d.Code != "":
		return name + " · " + d.Code
	default:
		return name
	}
}

// Name is the document's name for windows and lists: what it is about, what it is, and its reference.
func (d Document) Name() string {
	name := d.Title
	if d.Kind != "" && d.Kind != d.Title {
		name = strings.TrimPrefix(name+": "+d.Kind, ": ")
	}
	if d.Reference != "" {
		name += " (" + d.Reference + " version " + d.Version + ")"
	}
	return name
}
