package record

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// MaxDepth is how many objects and lists may stand inside each other in a record.
const MaxDepth = 64

// maxInteger is 2^53, the largest size up to which every reader of JSON tells neighbouring integers apart.
const maxInteger = 1 << 53

// Canonical returns the RFC 8785 canonical JSON of v, which is marshalled by encoding/json without HTML escaping.
// A nil slice becomes null and an empty one stays a list, so callers who keep empty lists must not pass nil ones.
// Besides the errors of CanonicalJSON it returns those of encoding/json, and ErrText for a Go string that is not UTF-8;
// JSON embedded in v must therefore spell U+FFFD as the character and not as an escape.
func Canonical(v any) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("marshal a record: %w", err)
	}
	if replacedText(out.Bytes()) {
		return nil, fmt.Errorf("canonical form: %w", ErrText)
	}
	return CanonicalJSON(out.Bytes())
}

// CanonicalJSON returns the RFC 8785 canonical form of one JSON value: keys in UTF-16 order, no spaces, least escapes.
// Records hold integers only, so it is stricter than the RFC; the errors are ErrNotJSON, ErrText, ErrNumber,
// ErrDuplicateKey and ErrDepth. Line ends inside texts are left as they are.
func CanonicalJSON(raw []byte) ([]byte, error) {
	if err := wellFormed(raw); err != nil {
		return nil, fmt.Errorf("canonical form: %w", err)
	}
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	out, err := appendValue(make([]byte, 0, len(raw)), dec, 0)
	if err != nil {
		return nil, fmt.Errorf("canonical form, byte %d: %w", dec.InputOffset(), err)
	}
	return out, nil
}

// wellFormed refuses what the decoder would accept by silently replacing or ignoring it.
func wellFormed(raw []byte) error {
	switch {
	case !utf8.Valid(raw):
		return ErrText
	case !json.Valid(raw):
		return ErrNotJSON
	case loneSurrogate(raw):
		return ErrText
	}
	return nil
}

// appendValue reads the next value and appends its canonical form; depth counts the objects and lists around it.
func appendValue(dst []byte, dec *json.Decoder, depth int) ([]byte, error) {
	token, err := dec.Token()
	if err != nil {
		return nil, err
	}
	switch t := token.(type) {
	case json.Delim:
		return appendNested(dst, dec, t, depth+1)
	case string:
		return appendString(dst, t), nil
	case json.Number:
		return appendInteger(dst, t)
	case bool:
		return strconv.AppendBool(dst, t), nil
	default:
		return append(dst, "null"...), nil
	}
}

// appendNested appends the object or list just opened and reads the delimiter that closes it.
func appendNested(dst []byte, dec *json.Decoder, open json.Delim, depth int) ([]byte, error) {
	if depth > MaxDepth {
		return nil, ErrDepth
	}
	appendBody := appendList
	if open == '{' {
		appendBody = appendObject
	}
	dst, err := appendBody(dst, dec, depth)
	if err != nil {
		return nil, err
	}
	_, err = dec.Token()
	return dst, err
}

func appendList(dst []byte, dec *json.Decoder, depth int) ([]byte, error) {
	dst = append(dst, '[')
	for n := 0; dec.More(); n++ {
		if n > 0 {
			dst = append(dst, ',')
		}
		var err error
		if dst, err = appendValue(dst, dec, depth); err != nil {
			return nil, err
		}
	}
	return append(dst, ']'), nil
}

// member is one key of an object with its canonical text; order is the key in UTF-16 code units.
type member struct {
	order []uint16
	text  []byte
}

func byKey(a, b member) int { return slices.Compare(a.order, b.order) }

func appendObject(dst []byte, dec *json.Decoder, depth int) ([]byte, error) {
	var members []member
	for dec.More() {
		m, err := readMember(dec, depth)
		if err != nil {
			return nil, err
		}
		members = append(members, m)
	}
	slices.SortFunc(members, byKey)
	dst = append(dst, '{')
	for i, m := range members {
		if i > 0 {
			if byKey(members[i-1], m) == 0 {
				return nil, ErrDuplicateKey
			}
			dst = append(dst, ',')
		}
		dst = append(dst, m.text...)
	}
	return append(dst, '}'), nil
}

func readMember(dec *json.Decoder, depth int) (member, error) {
	token, err := dec.Token()
	if err != nil {
		return member{}, err
	}
	key, ok := token.(string)
	if !ok {
		return member{}, ErrNotJSON
	}
	text, err := appendValue(append(appendString(nil, key), ':'), dec, depth)
	return member{order: utf16.Encode([]rune(key)), text: text}, err
}

// appendInteger appends n, or refuses it; minus zero becomes 0 as the RFC asks.
func appendInteger(dst []byte, n json.Number) ([]byte, error) {
	i, err := n.Int64()
	if err != nil || i > maxInteger || i < -maxInteger {
		return nil, ErrNumber
	}
	return strconv.AppendInt(dst, i, 10), nil
}
