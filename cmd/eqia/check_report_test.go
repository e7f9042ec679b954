package main_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheSectionOfAReportIsCheckedFromTextOrJSON(t *testing.T) {
	for name, c := range map[string]struct{ file, says, want string }{
		"text":             {"section.txt", "An EqIA has been completed. See paragraph x.", "EQ-04 EQ-21"},
		"in order":         {"section.txt", "The EqIA is attached as Appendix 3.", ""},
		"an empty file":    {"section.txt", "", "EQ-23"},
		"the whole report": {"report.json", `{"equality": "No negative effects were found.", "purpose": "For decision", "recommendations": ["That the report be noted"], "effects": {"Age": ["negative"]}}`, "EQ-11 AG-05"},
	} {
		path := filepath.Join(t.TempDir(), c.file)
		if err := os.WriteFile(path, []byte(c.says), 0o600); err != nil {
			t.Fatal(err)
		}
		var r report
		if err := json.Unmarshal([]byte(done(t, "check-report", path, "--json")), &r); err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, f := range r.Findings {
			ids = append(ids, f.ID)
		}
		if got := strings.Join(ids, " "); got != c.want || r.Ruleset == "" {
			t.Errorf("%s: %q by %q, want %q", name, got, r.Ruleset, c.want)
		}
	}
}
