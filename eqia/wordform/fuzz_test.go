package wordform_test

import (
	"errors"
	"testing"

	"dorset-eqia/eqia"
	wt "dorset-eqia/eqia/word/wordtest"
	"dorset-eqia/eqia/wordform"
)

// FuzzRead asks that whatever a file says is read into something that an import can judge, and the same each time.
func FuzzRead(f *testing.F) {
	for _, o := range olderForms() {
		f.Add(o.body, "", false)
	}
	kept := wordform.Carried{}
	tag, _ := kept.Add(wordform.Where{Part: "card-age", Field: "effects"}, "Age: Effect", "Not answered yet")
	kept.Add(wordform.Where{Part: "action-1", Field: "when"}, "When", "")
	text, err := kept.XML()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(wt.Control(tag, wt.P("Positive")), text, true)
	f.Fuzz(func(t *testing.T, body, custom string, legacy bool) {
		raw := wt.Pack(append(wt.Parts(body), wt.Part{Name: "customXml/item1.xml", Text: custom})...)
		got, err := wordform.Read(raw, council(t), today, eqia.ImportOptions{Legacy: legacy})
		var refused *eqia.Invalid
		if errors.As(err, &refused) && refused.Says != "" {
			return
		}
		if err != nil {
			t.Fatalf("no words: %v", err)
		}
		first := canonical(t, got.Document.Content)
		again, err := wordform.Read(raw, council(t), today, eqia.ImportOptions{Legacy: legacy})
		if err != nil || canonical(t, again.Document.Content) != first {
			t.Errorf("the second time it reads as something else (%v)", err)
		}
		for _, p := range got.Puzzles {
			if p.Note == "" {
				t.Errorf("%q is left out without a reason", p)
			}
		}
	})
}
