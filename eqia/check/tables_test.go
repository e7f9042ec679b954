package check

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestEveryRuleHasATableOfItsOwn(t *testing.T) {
	files, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	var tests strings.Builder
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		tests.Write(raw)
	}
	for _, r := range All() {
		if !strings.Contains(tests.String(), `judged(t, "`+r.ID+`", `) {
			t.Errorf("%s has no table of what it questions and what it leaves alone", r.ID)
		}
	}
}
