package record

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
)

func TestCanonicalJSONIsWrittenInOneWay(t *testing.T) {
	for _, c := range []struct{ name, raw, want string }{
		{"no spaces", " { \"a\" : [ 1 , true , false , null ] }\r\n", `{"a":[1,true,false,null]}`},
		{"empty object and list are kept", `{"b":[ ],"a":{ }}`, `{"a":{},"b":[]}`},
		{"a text alone", `"x"`, `"x"`},
		{"a list keeps its order", `[3,1,2]`, `[3,1,2]`},
		{"keys inside keys are sorted", `{"b":{"d":1,"c":2},"a":0}`, `{"a":0,"b":{"c":2,"d":1}}`},
		{"a short key before a longer one", `{"aa":1,"":2,"a":3}`, `{"":2,"a":3,"aa":1}`},
		{"minus zero", `-0`, `0`},
		{"largest integer", `9007199254740992`, `9007199254740992`},
		{"smallest integer", `-9007199254740992`, `-9007199254740992`},
		{"no HTML escapes", `"\u003cb\u003e\u0026"`, `"<b>&"`},
		{"a solidus is not escaped", `"\/"`, `"/"`},
		{"short escapes", `"\u0008\u0009\u000a\u000c\u000d\u0022\u005c"`, `"\b\t\n\f\r\"\\"`},
		{"other controls in lower case", `"\u001F\u0000"`, `"\u001f\u0000"`},
		{"delete and line separators stay plain", `"\u007f\u2028\u2029"`, "\"\u007f\u2028\u2029\""},
		{"a surrogate pair becomes its character", `"\uD83D\ude00"`, "\"\U0001F600\""},
		{"a replacement character stays", `"\ufffd"`, "\"\ufffd\""},
		{"an escaped backslash before a u", `"\\ud800"`, `"\\ud800"`},
		{"line ends inside texts stay", `"a\r\nb"`, `"a\r\nb"`},
		{"RFC 8785 section 3.2.2, the string", `"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"`,
			"\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\""},
		{"RFC 8785 section 3.2.3, sorting",
			`{"\u20ac":5,"\r":1,"\ufb33":7,"1":2,"\ud83d\ude00":6,"\u0080":3,"\u00f6":4}`,
			"{\"\\r\":1,\"1\":2,\"\u0080\":3,\"\u00f6\":4,\"\u20ac\":5,\"\U0001F600\":6,\"\ufb33\":7}"},
		{"as deep as allowed", nested(MaxDepth), nested(MaxDepth)},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := CanonicalJSON([]byte(c.raw))
			if err != nil || string(got) != c.want {
				t.Errorf("got %s, %v; want %s", got, err, c.want)
			}
		})
	}
}

func TestWhatHasNoOneFormIsRefused(t *testing.T) {
	for _, c := range []struct {
		name, raw string
		want      error
	}{
		{"nothing", "", ErrNotJSON},
		{"two values", `1 2`, ErrNotJSON},
		{"a comma too many", `[1,]`, ErrNotJSON},
		{"a byte order mark", "\ufeff{}", ErrNotJSON},
		{"a control character in a text", "\"a\nb\"", ErrNotJSON},
		{"a key that is no text", `{1:2}`, ErrNotJSON},
		{"a fraction", `0.5`, ErrNumber},
		{"an integer written as a fraction", `1.0`, ErrNumber},
		{"an exponent", `1e3`, ErrNumber},
		{"beyond 2^53", `9007199254740993`, ErrNumber},
		{"below -2^53", `-9007199254740993`, ErrNumber},
		{"beyond 64 bits", `{"a":[18446744073709551616]}`, ErrNumber},
		{"the same key twice", `{"a":1,"b":2,"a":1}`, ErrDuplicateKey},
		{"the same key spelt differently", `{"a":1,"\u0061":2}`, ErrDuplicateKey},
		{"the same key twice further in", `[{"x":{"a":1,"a":2}}]`, ErrDuplicateKey},
		{"bytes that are not UTF-8", "\"\xff\"", ErrText},
		{"a surrogate as bytes", "\"\xed\xa0\x80\"", ErrText},
		{"a high surrogate alone", `"\ud800"`, ErrText},
		{"a high surrogate before a letter", `"\ud800x\udc00"`, ErrText},
		{"a high surrogate before another escape", `"\ud800\u0061"`, ErrText},
		{"two high surrogates", `"\ud800\ud800\udc00"`, ErrText},
		{"a low surrogate alone", `"\udc00"`, ErrText},
		{"a pair the wrong way round", `"\udc00\ud800"`, ErrText},
		{"a pair broken across two texts", `["\ud800","\udc00"]`, ErrText},
		{"half a pair as a key", `{"\ud800":1}`, ErrText},
		{"one level too deep", nested(MaxDepth + 1), ErrDepth},
		{"far too deep", strings.Repeat(`{"a":`, 5000) + "1" + strings.Repeat("}", 5000), ErrDepth},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := CanonicalJSON([]byte(c.raw))
			if !errors.Is(err, c.want) || got != nil {
				t.Errorf("got %q, %v; want %v", got, err, c.want)
			}
		})
	}
}

func nested(depth int) string {
	return strings.Repeat("[", depth) + strings.Repeat("]", depth)
}

func TestAGoValueIsWrittenCanonically(t *testing.T) {
	type block struct {
		Text   string   `json:"text"`
		Pence  int64    `json:"pence"`
		Absent *string  `json:"absent,omitempty"`
		Effect []string `json:"effect"`
	}
	got, err := Canonical(block{Text: "A & B <\u2028>, \ufffd and \\ufffd", Pence: -1250, Effect: []string{}})
	want := "{\"effect\":[],\"pence\":-1250,\"text\":\"A & B <\u2028>, \ufffd and \\\\ufffd\"}"
	if err != nil || string(got) != want {
		t.Errorf("got %s, %v; want %s", got, err, want)
	}
}

func TestAGoValueWithoutOneFormIsRefused(t *testing.T) {
	for _, c := range []struct {
		name string
		v    any
		want error
	}{
		{"text that is not UTF-8", []string{"a\xffb"}, ErrText},
		{"a key that is not UTF-8", map[string]int{"\xff": 1}, ErrText},
		{"a fraction", map[string]any{"share": 0.25}, ErrNumber},
		{"an integer beyond 2^53", int64(1<<53 + 1), ErrNumber},
		{"a raw message with a key twice", json.RawMessage(`{"a":1,"a":2}`), ErrDuplicateKey},
		{"a raw message that is not UTF-8", json.RawMessage("\"\xff\""), ErrText},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, err := Canonical(c.v); !errors.Is(err, c.want) {
				t.Errorf("got %q, %v; want %v", got, err, c.want)
			}
		})
	}
	if _, err := Canonical(func() {}); err == nil {
		t.Error("a function was written as JSON")
	}
}

func FuzzTheCanonicalFormIsItsOwnCanonicalForm(f *testing.F) {
	for _, seed := range []string{
		`{"b":[1,-0,{"\u20ac":"\ud83d\ude00"}],"a":null}`, `{"a":1,"a":2}`, `"\ud800"`, `[1.5]`, "\"\xff\"", `[[[]]] `,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		once, err := CanonicalJSON(raw)
		if err != nil {
			return
		}
		twice, err := CanonicalJSON(once)
		if err != nil || !bytes.Equal(once, twice) {
			t.Fatalf("%q became %q, then %q, %v", raw, once, twice, err)
		}
		if !reflect.DeepEqual(decoded(t, raw), decoded(t, once)) {
			t.Fatalf("%q changed its meaning to %q", raw, once)
		}
	})
}

// decoded reads JSON with numbers as floats, which are exact up to 2^53 and hold minus zero equal to zero.
func decoded(t *testing.T, raw []byte) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatal(err)
	}
	return v
}
