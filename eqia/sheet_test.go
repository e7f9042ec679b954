package eqia_test

import (
	"strings"
	"testing"

	"dorset-eqia/eqia"
)

func TestNoTextIsAFormulaInASpreadsheet(t *testing.T) {
	for text, want := range map[string]string{"=1+1": "'=1+1", "+44 1305": "'+44 1305", "-5%": "'-5%", "@here": "'@here", "\t=x": "'\t=x", " =x": "' =x",
		"'=x": "''=x", "'tis so": "'tis so", "Parking": "Parking", "": ""} {
		if got := eqia.SheetCell(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func FuzzASheetsCellGivesTheTextBack(f *testing.F) {
	for _, seed := range []string{"=1", "'=1", "''=1", "'", "plain", "-", "' ="} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		cell := eqia.SheetCell(text)
		if got := eqia.FromSheetCell(cell); got != text {
			t.Errorf("%q came back as %q", text, got)
		}
		if strings.HasPrefix(strings.TrimSpace(cell), "=") {
			t.Errorf("%q is a formula", cell)
		}
	})
}
