package check

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

// FuzzAnyFileIsJudgedOrRefused gives the rules whatever can be read as an assessment. Each finding must say what to do.
func FuzzAnyFileIsJudgedOrRefused(f *testing.F) {
	files, err := filepath.Glob(filepath.Join("..", "eqiatest", "examples", "*.json"))
	if err != nil || len(files) == 0 {
		f.Fatal("there are no examples: ", err)
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	council, err := dorset()
	if err != nil {
		f.Fatal(err)
	}
	councils := map[string]form.Profile{"dorset": council}
	f.Fuzz(func(t *testing.T, raw []byte) {
		d, err := eqia.ReadDocument(bytes.NewReader(raw))
		if err != nil {
			return
		}
		c, err := eqia.CaseOf(d, councils, "2026-11-02")
		if err != nil {
			return
		}
		for _, found := range Whole(c) {
			if found.Message == "" || found.Rule == "" {
				t.Errorf("%+v says nothing", found)
			}
		}
	})
}

// FuzzAnyTextIsRead puts a text in every place where rules read one.
func FuzzAnyTextIsRead(f *testing.F) {
	for _, words := range []string{"", "As per the plan.", "Mr ", "Jane ", "3", "40% of", "One in", "from 2026", "must", "À 1 Ω", "no negative impacts on older people"} {
		f.Add(words)
	}
	f.Fuzz(func(t *testing.T, words string) {
		for rule, place := range placed {
			c := full(t)
			place(&c, []string{words, words, words, words})
			for _, found := range Whole(c) {
				if found.Message == "" {
					t.Errorf("%s: %+v says nothing", rule, found)
				}
			}
		}
	})
}
