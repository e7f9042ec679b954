package eqia_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
)

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(eqia.DocumentSchema()))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("assessment.json", parsed); err != nil {
		t.Fatal(err)
	}
	return compiler.MustCompile("assessment.json")
}

func valid(t *testing.T, s *jsonschema.Schema, text string) error {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(parsed)
}

func TestTheSchemaTakesTheExamplesAndEveryExport(t *testing.T) {
	s := eqiatest.New(t)
	signed := full(t, s)
	if err := eqiatest.Sign(t.Context(), s, signed, eqiatest.Author(), eqiatest.Lead()); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"legacy": example(t, "legacy"), "draft": example(t, "draft"), "signed off": exported(t, s, signed)} {
		if err := valid(t, schema(t), text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheSchemaRefusesWhatTheReaderRefuses(t *testing.T) {
	for name, c := range map[string]struct{ old, now string }{
		"an unknown field":     {`"how"`, `"hwo"`},
		"another format":       {"assessment/1", "assessment/2"},
		"a number for text":    {`"Gate counts"`, `7`},
		"null":                 {`"Gate counts"`, `null`},
		"a fraction":           {`"no": 1`, `"no": 1.5`},
		"a number below one":   {`"no": 1`, `"no": 0`},
		"neutral with another": {`"positive"`, `"positive", "neutral"`},
		"a fact that can't be": {`"title": "Gate counts"`, `"fact": "../x", "title": "Gate counts"`},
		"an odd reference":     {`"record": {}`, `"record": {"reference": "7"}`},
		"an odd state":         {`"record": {}`, `"record": {"state": "done"}`},
	} {
		t.Run(name, func(t *testing.T) {
			if valid(t, schema(t), strings.Replace(example(t, "draft"), c.old, c.now, 1)) == nil {
				t.Error("the schema takes it")
			}
		})
	}
}

func TestTheSchemaHasExactlyTheFieldsOfADocument(t *testing.T) {
	var s struct {
		Properties map[string]any `json:"properties"`
		Defs       map[string]struct {
			Properties map[string]any `json:"properties"`
		} `json:"$defs"`
	}
	if err := json.Unmarshal(eqia.DocumentSchema(), &s); err != nil {
		t.Fatal(err)
	}
	compare := func(name string, properties map[string]any, of reflect.Type) {
		var fields []string
		for i := range of.NumField() {
			if tag, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ","); tag != "" {
				fields = append(fields, tag)
			}
		}
		slices.Sort(fields)
		if got := slices.Sorted(maps.Keys(properties)); !slices.Equal(got, fields) {
			t.Errorf("%s has %v in the schema and %v in the code", name, got, fields)
		}
	}
	compare("document", s.Properties, reflect.TypeFor[eqia.Document]())
	for name, of := range map[string]reflect.Type{"content": reflect.TypeFor[eqia.Content](), "record": reflect.TypeFor[eqia.Record](),
		"answer": reflect.TypeFor[eqia.Answer](), "card": reflect.TypeFor[eqia.Card](), "block": reflect.TypeFor[eqia.Block](),
		"action": reflect.TypeFor[eqia.Action](), "when": reflect.TypeFor[eqia.When](), "outcome": reflect.TypeFor[eqia.Outcome](),
		"reason": reflect.TypeFor[eqia.GivenReason]()} {
		compare(name, s.Defs[name].Properties, of)
	}
}
