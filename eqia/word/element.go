package word

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"
)

// walker goes through the elements of a part.
type walker struct {
	dec   *xml.Decoder
	depth int
}

func walk(raw []byte) *walker { return &walker{dec: xml.NewDecoder(bytes.NewReader(raw))} }

// errDTD refuses what could blow up or reach outside the file.
var errDTD = &Refused{"The file has definitions in it that a Word file does not have. Copy its text into a new Word file and save that"}

// next is the next element that starts, the text between elements, or the end of the element around; nil at the end of the part.
func (w *walker) next() (xml.Token, error) {
	for {
		t, err := w.dec.Token()
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		if err != nil {
			return nil, errNotWord
		}
		switch t.(type) {
		case xml.Directive:
			return nil, errDTD
		case xml.StartElement:
			if w.depth++; w.depth > mostDepth {
				return nil, &Refused{"The file has too many things inside each other. Copy its text into a new Word file and save that"}
			}
			return t, nil
		case xml.EndElement:
			w.depth--
			return t, nil
		case xml.CharData:
			return t, nil
		}
	}
}

// children calls visit for each element right below the one that has just started. Visit has to read it to its end, or to skip it.
func (w *walker) children(visit func(xml.StartElement) error) error {
	for {
		t, err := w.next()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case nil, xml.EndElement:
			return nil
		case xml.StartElement:
			if err := visit(e); err != nil {
				return err
			}
		}
	}
}

// skip leaves out the element that has just started.
func (w *walker) skip() error { return w.children(func(xml.StartElement) error { return w.skip() }) }

// within visits every element below the one that has just started, however deep.
func (w *walker) within(visit func(xml.StartElement)) error {
	return w.children(func(e xml.StartElement) error {
		visit(e)
		return w.within(visit)
	})
}

// text is the text of the element that has just started.
func (w *walker) text() (string, error) {
	var b strings.Builder
	for {
		t, err := w.next()
		if err != nil {
			return "", err
		}
		switch e := t.(type) {
		case nil, xml.EndElement:
			return b.String(), nil
		case xml.StartElement:
			if err := w.skip(); err != nil {
				return "", err
			}
		case xml.CharData:
			b.Write(e)
		}
	}
}

// attr is an attribute of an element by its local name; "" when it has none.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// on reads an element that switches something: on when it is there without a value.
func on(e xml.StartElement) bool {
	switch attr(e, "val") {
	case "0", "false", "off", "none":
		return false
	default:
		return true
	}
}

func number(e xml.StartElement) int {
	n, err := strconv.Atoi(attr(e, "val"))
	if err != nil {
		return 0
	}
	return n
}

// main is the name of the part that holds the text.
func (p *pack) main() (string, error) {
	raw, err := p.part("_rels/.rels")
	if err != nil {
		return "", err
	}
	name, w := "word/document.xml", walk(raw)
	err = w.within(func(e xml.StartElement) {
		if e.Name.Local == "Relationship" && strings.HasSuffix(attr(e, "Type"), "/officeDocument") {
			name = strings.TrimPrefix(path.Clean("/"+attr(e, "Target")), "/")
		}
	})
	return name, err
}

// title is the title of the file, as its properties give it.
func (p *pack) title() (string, error) {
	raw, err := p.part("docProps/core.xml")
	if err != nil {
		return "", err
	}
	title, w := "", walk(raw)
	var each func(e xml.StartElement) error
	each = func(e xml.StartElement) error {
		if e.Name.Local != "title" {
			return w.children(each)
		}
		var err error
		title, err = w.text()
		return err
	}
	err = w.children(each)
	return strings.TrimSpace(title), err
}
