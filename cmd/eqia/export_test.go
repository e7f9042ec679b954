package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAnAssessmentIsExportedAsAPaperThatNamesNobody(t *testing.T) {
	data := t.TempDir()
	reference := strings.TrimSpace(eqia(t, "import", "assessment", file(t, legacyFile), "--legacy", "--data", data).out)
	for format, wants := range map[string][]string{"pdf": {"%PDF-", "/StructTreeRoot"}, "html": {"<!doctype html>", reference, "<style>", "</html>"}} {
		out := filepath.Join(t.TempDir(), "out")
		done(t, "export", "assessment", reference, "--format", format, "--version", "1.0", "-o", out, "--data", data)
		raw, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range wants {
			if !strings.Contains(strings.ToLower(string(raw)), strings.ToLower(want)) {
				t.Errorf("the %s does not hold %q", format, want)
			}
		}
		for _, name := range []string{"<script", "http://", "src=", "href=\"/"} {
			if format == "html" && strings.Contains(string(raw), name) {
				t.Errorf("the page asks for something outside itself: %q", name)
			}
		}
	}
}
