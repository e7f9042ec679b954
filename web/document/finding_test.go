package document

import (
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

func TestAFindingDoesNotRepeatTheNameOfItsPart(t *testing.T) {
	council, err := form.Load("dorset")
	if err != nil {
		t.Fatal(err)
	}
	c := eqia.Case{Form: council.Versions[len(council.Versions)-1]}
	age := eqia.PartKey{Kind: eqia.CardPart, Key: "age"}
	for message, want := range map[string]string{"Age: Say who.": "Say who.", "Age, employees: Say who.": "Age, employees: Say who.", "Say who.": "Say who."} {
		if got := Says(c, eqia.Finding{Where: age, Message: message}); got != want {
			t.Errorf("%q is said as %q, want %q", message, got, want)
		}
	}
}
