package main

import (
	"os"
	"strings"
	"testing"

	"dorset-eqia/workflow"
)

func TestTheReadmeShowsTheWorkflowAsItIs(t *testing.T) {
	raw, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(raw), strings.TrimSpace(workflow.Mermaid())) {
		t.Error("the diagram in README.md is not the one that eqia workflow --mermaid prints")
	}
}

func TestThePicturesOfTheReadmeAreThere(t *testing.T) {
	raw, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, part := range strings.Split(string(raw), "](")[1:] {
		path, _, _ := strings.Cut(part, ")")
		if !strings.HasSuffix(path, ".png") {
			continue
		}
		seen++
		if _, err := os.Stat("../../" + path); err != nil {
			t.Error(err)
		}
	}
	if seen < 4 {
		t.Errorf("README.md shows %d pictures", seen)
	}
}
