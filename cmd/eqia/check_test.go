package main_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

const draftFile = "../../eqia/eqiatest/examples/draft.json"

type report struct {
	Ruleset   string
	Reference string
	Findings  []finding
}

type finding struct{ ID, Severity, Gate, Where, Message, Why, Basis string }

func checkedAs(t *testing.T, path string) report {
	t.Helper()
	var r report
	if err := json.Unmarshal([]byte(done(t, "check", path, "--json")), &r); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestAFileIsCheckedByEveryRuleWorstFirst(t *testing.T) {
	r := checkedAs(t, file(t, draftFile))
	if r.Ruleset == "" || len(r.Findings) == 0 {
		t.Fatalf("got %+v", r)
	}
	order := []string{"block", "warn", "prompt", "information"}
	rank := 0
	seen := map[string]bool{}
	for _, f := range r.Findings {
		now := slices.Index(order, f.Severity)
		if now < rank || !slices.Contains([]string{"draft", "submit", "sign_off"}, f.Gate) || f.ID == "" || f.Message == "" || f.Why == "" || f.Basis == "" {
			t.Errorf("%+v comes after %s, or lacks something", f, order[rank])
		}
		if key := f.ID + f.Where + f.Message; seen[key] {
			t.Errorf("%s is there twice", key)
		} else {
			seen[key] = true
		}
		rank = max(rank, now)
	}
}

func TestALegacyRecordIsCheckedAsItWasSigned(t *testing.T) {
	r := checkedAs(t, file(t, legacyFile))
	for rule, where := range map[string]string{"D2": "", "A7": "card/disability"} {
		if !slices.ContainsFunc(r.Findings, func(f finding) bool { return f.ID == rule && f.Where == where }) {
			t.Errorf("%s is not found at %q", rule, where)
		}
	}
	for _, f := range r.Findings {
		if f.ID == "T2" || f.ID == "T6" {
			t.Errorf("a file says nothing of %s", f.Message)
		}
	}
}

func TestFindingsArePrintedALineEach(t *testing.T) {
	out := done(t, "check", file(t, legacyFile))
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != len(checkedAs(t, file(t, legacyFile)).Findings) {
		t.Errorf("%d lines:\n%s", len(lines), out)
	}
	if !strings.Contains(out, "block") || !strings.Contains(out, "card/disability") || !strings.Contains(out, "whole") {
		t.Errorf("it says\n%s", out)
	}
}

func TestAFileSavedOnWindowsIsCheckedAsAnyOther(t *testing.T) {
	whole := done(t, "check", file(t, draftFile), "--json")
	raw, err := os.ReadFile(draftFile)
	if err != nil {
		t.Fatal(err)
	}
	saved := "\ufeff" + strings.ReplaceAll(string(raw), "\n", "\r\n")
	if got := done(t, "check", written(t, saved, 0o600), "--json"); got != whole {
		t.Errorf("it says\n%s\nand without the marks of Windows\n%s", got, whole)
	}
}

func TestAFileThatCantBeCheckedIsOnePlainLine(t *testing.T) {
	large := `{"format": "dorset-eqia/assessment/1", "content": {"answers": {"title": {"text": "` + strings.Repeat("a", 21<<20) + `"}}}}`
	for name, path := range map[string]string{
		"not there":             "/nowhere/file.json",
		"empty":                 written(t, "", 0o600),
		"not JSON":              written(t, "Dear all,", 0o600),
		"more than 20 MB":       written(t, large, 0o600),
		"a million brackets":    written(t, strings.Repeat("[", 1<<20), 0o600),
		"deep in an answer":     written(t, `{"format":"dorset-eqia/assessment/1","content":{"answers":{"title":`+strings.Repeat(`{"text":`, 1<<19), 0o600),
		"a number for a text":   changed(t, draftFile, `"text": "`, `"text": 7, "x": "`),
		"a list for an object":  written(t, `{"format":"dorset-eqia/assessment/1","content":[]}`, 0o600),
		"a form that never was": changed(t, draftFile, `"dorset"`, `"../../etc"`),
		"a field not known":     changed(t, draftFile, `"content": {`, `"content": {"surprise": 1,`),
		"a field twice":         changed(t, draftFile, `"content": {`, `"content": {"cards": [],`),
		"two bytes a letter":    written(t, "\xff\xfe{\x00}\x00", 0o600),
		"a folder":              t.TempDir(),
		"another kind of file":  changed(t, draftFile, "assessment/1", "assessment/9"),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			refused(t, eqia(t, "check", path), 2, "")
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("it took %s to refuse it", took)
			}
		})
	}
}
