package main_test

import (
	"archive/zip"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

// brought is what an import of rows answers.
type brought struct {
	Rows, New, Changed, Unchanged int
	Flags                         []struct{ Title, Flag string }
	Errors                        []struct {
		Row          int
		Column, Says string
	}
}

func answered(t *testing.T, args ...string) brought {
	t.Helper()
	var out brought
	if err := json.Unmarshal([]byte(done(t, append([]string{"import"}, args...)...)), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// theirs are the files of these tests: of meetings, and of an agenda.
func theirs(t *testing.T) (meetings, agenda string) {
	t.Helper()
	return written(t, "committee,date,time,source_id\nCabinet,10 Sep 2030,18:30,77\nCabinet,10/09/30,,78\nNobody,2030-09-10,,79\n", 0o600),
		written(t, "meeting_ref,number,title,report_ref\n77,1,Apologies,\n77,2,Roads,R-2026-0001\n80,1,Elsewhere,\n", 0o600)
}

func TestMeetingsGoInFromTheCommandLine(t *testing.T) {
	data := t.TempDir()
	done(t, "demo", "--data", data)
	meetings, agenda := theirs(t)
	refused(t, eqia(t, "import", "meetings", agenda, "--data", data), 2, "meeting_ref")
	refused(t, eqia(t, "import", "agenda", meetings, "--data", data), 2, "meeting_ref")
	refused(t, eqia(t, "import", "agenda", file(t, "main_test.go"), "--data", data), 2, "meeting_ref")
	for n, want := range []brought{{New: 1}, {New: 1}, {Unchanged: 1}} {
		args := []string{"meetings", meetings, "--json", "--data", data}
		if n == 0 {
			args = append(args, "--dry-run")
		}
		got := answered(t, args...)
		if got.Rows != 3 || got.New != want.New || got.Unchanged != want.Unchanged || len(got.Errors) != 2 || got.Errors[0].Row != 2 || got.Errors[0].Column != "date" {
			t.Errorf("time %d gave %+v", n+1, got)
		}
	}
}

func TestAnAgendaGoesInFromTheCommandLine(t *testing.T) {
	data := t.TempDir()
	done(t, "demo", "--data", data)
	meetings, agenda := theirs(t)
	done(t, "import", "meetings", meetings, "--data", data)
	if got := answered(t, "agenda", agenda, "--json", "--data", data); got.Rows != 3 || got.New != 2 || len(got.Errors) != 1 || got.Errors[0].Column != "meeting_ref" {
		t.Errorf("the agenda gave %+v", got)
	}
	if out := done(t, "import", "agenda", agenda, "--data", data); !strings.HasPrefix(out, "3 rows: 0 new, 0 changed, 2 unchanged\nrow 3, meeting_ref: There is no meeting") {
		t.Errorf("in words it says %q", out)
	}
	shorter := written(t, "meeting_ref,number,title\n77,2,Roads\n", 0o600)
	if got := answered(t, "agenda", shorter, "--json", "--data", data); len(got.Flags) != 1 || got.Flags[0].Title != "1 Apologies" || got.Flags[0].Flag != "gone" {
		t.Errorf("an agenda without an item gave %+v", got)
	}
}

func TestEvidenceIsWrittenFromTheCommandLine(t *testing.T) {
	data := t.TempDir()
	done(t, "demo", "--data", data)
	out := filepath.Join(t.TempDir(), "evidence.zip")
	refused(t, eqia(t, "evidence", "the last meeting", "-o", out, "--data", data), 2, "identifier of a meeting")
	refused(t, eqia(t, "evidence", "R-2026-0001", "--at", "yesterday", "-o", out, "--data", data), 2, "2026-07-01T16:35:00+01:00")
	refused(t, eqia(t, "evidence", "R-2099-0001", "-o", out, "--data", data), 1, "no meeting or report R-2099-0001")
	done(t, "evidence", "R-2026-0001", "-o", out, "--data", data)
	z, err := zip.OpenReader(out)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	if _, err := z.Open("index.html"); err != nil {
		t.Errorf("it holds %d files and %v", len(z.File), err)
	}
}
