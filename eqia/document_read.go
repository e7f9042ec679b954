package eqia

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
)

// maxDocument is how many bytes a document may have; maxList how many items one list or table in it may have.
const (
	maxDocument = 20 << 20
	maxList     = 2000
)

// byteOrderMark is what some programs put before the text of a file. It says nothing, and is left out.
const byteOrderMark = "\ufeff"

// Unreadable is the first thing wrong with a document: the line it is on, counted from 1, the field, and what to do. A document
// that was not read from JSON has no lines: it is 0.
type Unreadable struct {
	Line  int
	Field string // as in content.actions[0].when.day; empty for the document as a whole
	Says  string
}

func (e *Unreadable) Error() string {
	if e.Line == 0 {
		return e.Field + ": " + e.Says
	}
	if e.Field == "" {
		return fmt.Sprintf("line %d: %s", e.Line, e.Says)
	}
	return fmt.Sprintf("line %d, %s: %s", e.Line, e.Field, e.Says)
}

// ReadDocument reads a document of at most 20 MB. It refuses fields it does not know, so that nothing is lost without a word, and
// characters that can't be kept; line ends become LF. What is wrong with the document is an *Unreadable.
func ReadDocument(r io.Reader) (Document, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxDocument+1))
	if err != nil {
		return Document{}, fmt.Errorf("read the assessment: %w", err)
	}
	if len(raw) > maxDocument {
		return Document{}, &Unreadable{Line: 1, Says: "The file is larger than 20 MB. Take out what does not belong to the assessment"}
	}
	if raw = bytes.TrimPrefix(raw, []byte(byteOrderMark)); len(bytes.TrimSpace(raw)) == 0 {
		return Document{}, &Unreadable{Line: 1, Says: "The file is empty. Choose one that export has written"}
	}
	if err := inspect(raw, reflect.TypeFor[Document]()); err != nil {
		return Document{}, err
	}
	var d Document
	if err := json.Unmarshal(raw, &d); err != nil {
		return Document{}, &Unreadable{Line: 1, Says: "This is not an assessment: " + err.Error()}
	}
	oneLineEnd(reflect.ValueOf(&d).Elem())
	d.Content = d.Content.whole()
	d.raw = raw
	if d.Format != DocumentFormat {
		return Document{}, d.wrong("format", "Write \""+DocumentFormat+"\"")
	}
	return d, nil
}

// wrong is the error for a field of the document, with its line.
func (d Document) wrong(field, says string) error {
	if d.raw == nil {
		return &Unreadable{Field: field, Says: says}
	}
	in := &inspector{dec: json.NewDecoder(bytes.NewReader(d.raw)), raw: d.raw, wanted: field, line: 1}
	in.dec.UseNumber()
	if err := in.value(reflect.TypeFor[Document](), ""); err != nil && !errors.Is(err, errFound) {
		return err
	}
	return &Unreadable{Line: in.line, Field: field, Says: says}
}

// lines is text with its line ends as LF, and otherwise as it came.
func lines(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// oneLineEnd brings every text below a value to LF.
func oneLineEnd(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if v.CanSet() {
			v.SetString(lines(v.String()))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			oneLineEnd(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			oneLineEnd(v.Index(i))
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			changed := reflect.New(v.Type().Elem()).Elem()
			changed.Set(v.MapIndex(key))
			oneLineEnd(changed)
			v.SetMapIndex(key, changed)
		}
	default:
	}
}
