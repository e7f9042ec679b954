package eqia

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
)

// inspect walks the whole text beside the type that it will be read into.
func inspect(raw []byte, into reflect.Type) error {
	in := &inspector{dec: json.NewDecoder(bytes.NewReader(raw)), raw: raw}
	in.dec.UseNumber()
	if !utf8.Valid(raw) {
		return &Unreadable{Line: lineAt(raw, firstBad(raw)), Says: "Save the file as UTF-8"}
	}
	if err := in.value(into, ""); err != nil {
		return err
	}
	if _, err := in.dec.Token(); !errors.Is(err, io.EOF) {
		return in.wrong("", "Take away what stands after the end of the assessment")
	}
	return nil
}

var errFound = errors.New("found")

// inspector reads JSON token by token beside a type, and knows where it is.
type inspector struct {
	dec    *json.Decoder
	raw    []byte
	wanted string // the field whose line is looked for; empty when the document is being checked
	line   int    // of the wanted field, or of what holds it
}

func (in *inspector) wrong(field, says string) error {
	return &Unreadable{Line: lineAt(in.raw, in.dec.InputOffset()), Field: field, Says: says}
}

// token is the next token; what is not JSON is named with its line.
func (in *inspector) token(field string) (json.Token, error) {
	t, err := in.dec.Token()
	if err == nil {
		return t, nil
	}
	at := in.dec.InputOffset()
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at = syntax.Offset
	}
	return nil, &Unreadable{Line: lineAt(in.raw, at), Field: field, Says: "This is not JSON: look for a missing comma, quotation mark or bracket here or just before"}
}

// value reads one value that should go into a type.
func (in *inspector) value(into reflect.Type, field string) error {
	t, err := in.token(field)
	if err != nil {
		return err
	}
	if in.wanted != "" && strings.HasPrefix(in.wanted, field) {
		in.line = lineAt(in.raw, in.dec.InputOffset())
		if in.wanted == field {
			return errFound
		}
	}
	switch into.Kind() {
	case reflect.Struct:
		return in.object(t, field, func(key string) (reflect.Type, bool) { return fieldOf(into, key) })
	case reflect.Map:
		return in.object(t, field, func(string) (reflect.Type, bool) { return into.Elem(), true })
	case reflect.Slice:
		return in.list(t, field, into.Elem())
	case reflect.String:
		return in.text(t, field)
	case reflect.Bool:
		return in.expect(isA[bool](t), field, "Write true or false")
	default:
		return in.whole(t, field)
	}
}

func isA[T any](v any) bool { _, ok := v.(T); return ok }

func (in *inspector) expect(ok bool, field, says string) error {
	if ok {
		return nil
	}
	return in.wrong(field, says)
}

func (in *inspector) whole(t json.Token, field string) error {
	n, _ := t.(json.Number)
	_, err := strconv.ParseInt(n.String(), 10, 32)
	return in.expect(err == nil, field, "Write a whole number")
}

// text checks a text as it will be kept. A lone half of a surrogate pair would silently become another character.
func (in *inspector) text(t json.Token, field string) error {
	s, ok := t.(string)
	if !ok {
		return in.wrong(field, "Write text in quotation marks")
	}
	end := int(in.dec.InputOffset())
	if strings.ContainsRune(s, utf8.RuneError) && !in.spelled(end) {
		return in.wrong(field, "This has half a character in it. Type it again")
	}
	var invalid *Invalid
	if errors.As(ValidText(field, lines(s)), &invalid) {
		return in.wrong(field, invalid.Says)
	}
	return nil
}

// spelled reports whether the text that ends here has the replacement character in it as such.
func (in *inspector) spelled(end int) bool {
	start := end - 1
	for start > 0 && (in.raw[start-1] != '"' || escaped(in.raw, start-1)) {
		start--
	}
	token := in.raw[start:end]
	half := strings.Count(strings.ToLower(string(token)), `\ud`)
	return half == 0 && bytes.ContainsRune(token, utf8.RuneError)
}

// escaped reports whether the byte at i has an odd number of backslashes before it.
func escaped(raw []byte, i int) bool {
	n := 0
	for i-n > 0 && raw[i-n-1] == '\\' {
		n++
	}
	return n%2 == 1
}

func (in *inspector) list(t json.Token, field string, item reflect.Type) error {
	if t != json.Delim('[') {
		return in.wrong(field, "Write a list in square brackets")
	}
	for n := 0; in.dec.More(); n++ {
		if n == maxList {
			return in.wrong(field, "This list is too long")
		}
		if err := in.value(item, fmt.Sprintf("%s[%d]", field, n)); err != nil {
			return err
		}
	}
	_, err := in.token(field)
	return err
}

func (in *inspector) object(t json.Token, field string, typeOf func(string) (reflect.Type, bool)) error {
	if t != json.Delim('{') {
		return in.wrong(field, "Write an object in curly brackets")
	}
	seen := map[string]bool{}
	for in.dec.More() {
		name, err := in.token(field)
		if err != nil {
			return err
		}
		key, _ := name.(string)
		path := strings.TrimPrefix(field+"."+key, ".")
		into, known := typeOf(key)
		switch {
		case !known:
			return in.wrong(path, "This field is not known. Check how it is spelled")
		case seen[key]:
			return in.wrong(path, "This field is here twice. Keep one of them")
		case len(seen) == maxList:
			return in.wrong(field, "There are too many fields here")
		}
		seen[key] = true
		if err := in.value(into, path); err != nil {
			return err
		}
	}
	_, err := in.token(field)
	return err
}

// fieldOf is the type of a struct's field by its exact JSON name.
func fieldOf(t reflect.Type, key string) (reflect.Type, bool) {
	for i := range t.NumField() {
		f := t.Field(i)
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); f.IsExported() && name == key && key != "" {
			return f.Type, true
		}
	}
	return nil, false
}

// lineAt is the line, counted from 1, of a place in the text.
func lineAt(raw []byte, at int64) int {
	return 1 + bytes.Count(raw[:min(at, int64(len(raw)))], []byte("\n"))
}

func firstBad(raw []byte) int64 {
	at := 0
	for at < len(raw) {
		r, size := utf8.DecodeRune(raw[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return int64(at)
}
