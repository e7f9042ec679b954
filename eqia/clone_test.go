package eqia_test

import (
	"reflect"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
)

// shared lists the places where two values of one type hold the same memory.
func shared(at string, a, b reflect.Value) []string {
	var found []string
	switch a.Kind() {
	case reflect.Slice, reflect.Map:
		if a.Len() > 0 && a.UnsafePointer() == b.UnsafePointer() {
			return []string{at}
		}
	case reflect.Struct:
		for i := range a.NumField() {
			found = append(found, shared(at+"."+a.Type().Field(i).Name, a.Field(i), b.Field(i))...)
		}
	default: // holds no memory of its own
	}
	if a.Kind() == reflect.Slice {
		for i := range a.Len() {
			found = append(found, shared(at, a.Index(i), b.Index(i))...)
		}
	}
	if a.Kind() == reflect.Map {
		for _, k := range a.MapKeys() {
			found = append(found, shared(at, a.MapIndex(k), b.MapIndex(k))...)
		}
	}
	return found
}

func TestACloneSharesNothing(t *testing.T) {
	council, err := form.Load("dorset")
	if err != nil {
		t.Fatal(err)
	}
	c := eqiatest.Full(council.Code, council.Versions[len(council.Versions)-1])
	c.Cards[0].Covers = []string{"sex"}
	c.Actions[0].Others = []string{"Head of libraries"}
	c.Outcomes = []eqia.Outcome{{No: 1, Of: "1.0", Card: "age", Effects: eqia.Effects{eqia.Negative}}}
	twin := c.Clone()
	if !reflect.DeepEqual(c, twin) {
		t.Errorf("the clone says something else: %+v", twin)
	}
	for _, place := range shared("content", reflect.ValueOf(c), reflect.ValueOf(twin)) {
		t.Errorf("%s is shared", place)
	}
}
