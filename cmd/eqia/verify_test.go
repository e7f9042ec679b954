package main_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dorset-eqia/eqia/pdftext/pdftest"
	"dorset-eqia/eqia/record"
)

type stands struct {
	Status, Reference, Version, Title, Digest string
	Public                                    bool
}

// signedIn finds an assessment of a demonstration that is signed off, with the code that its first version was given.
func signedIn(t *testing.T, data string) (reference string, code record.Code) {
	t.Helper()
	for _, a := range assessments(t, "--data", data) {
		if a.State != "signed_off" {
			continue
		}
		var d struct {
			Record struct {
				Version   string
				CheckCode record.Code `json:"check_code"`
			}
		}
		if err := json.Unmarshal([]byte(done(t, "export", "assessment", a.Ref, "--format", "json", "--data", data)), &d); err != nil {
			t.Fatal(err)
		}
		if d.Record.Version == "1.0" && d.Record.CheckCode != "" {
			return a.Ref, d.Record.CheckCode
		}
	}
	t.Fatal("nothing is signed off")
	return "", ""
}

func TestACodeIsVerifiedOnTheCommandLine(t *testing.T) {
	data := t.TempDir()
	done(t, "demo", "--data", data)
	reference, code := signedIn(t, data)
	for _, typed := range []string{string(code), code.String(), strings.ToLower(string(code))} {
		var got stands
		if err := json.Unmarshal([]byte(done(t, "verify", typed, "--json", "--data", data)), &got); err != nil {
			t.Fatal(err)
		}
		if got.Status != "current" || got.Reference != reference || got.Version != "1.0" || len(got.Digest) != 64 || got.Title == "" {
			t.Errorf("%s: got %+v", typed, got)
		}
	}
	if out := done(t, "verify", code.String(), "--data", data); !strings.Contains(out, code.String()+": Current\n"+reference+" version 1.0") {
		t.Errorf("it prints %q", out)
	}
	never := record.NewCode([]byte("another"), "a", "b", "c", "d", 0)
	for _, typed := range []string{never.String(), "00000000Z"} { // the second does not even fit itself
		if r := eqia(t, "verify", typed, "--data", data); r.code != 1 || !strings.Contains(r.out, "Not recognised") {
			t.Errorf("%s: exit %d, %q", typed, r.code, r.out)
		}
	}
	refused(t, eqia(t, "verify", "no-such-file.pdf", "--data", data), 2, "neither a check code such as 7K4Q-9XM2-T nor a file that can be read")
}

func TestAFileIsVerifiedOnTheCommandLine(t *testing.T) {
	pdftest.Need(t)
	data := t.TempDir()
	done(t, "demo", "--data", data)
	reference, code := signedIn(t, data)
	paper := filepath.Join(t.TempDir(), "paper.pdf")
	done(t, "export", "assessment", reference, "--format", "pdf", "-o", paper, "--data", data)
	if out := done(t, "verify", paper, "--data", data); !strings.Contains(out, "Copies of assessments: 1\n"+reference+" version 1.0, "+code.String()+": Current") {
		t.Errorf("it prints %q", out)
	}
	foot := reference + " v1.0 · " + code.String() + " · p "
	r := eqia(t, "verify", pdf(t, [][]string{{"A report"}, {"Other words", foot + "2 of 3"}, {foot + "1 of 3"}, {foot + "3 of 3"}}), "--json", "--data", data)
	var got struct{ Problems []struct{ Says string } }
	if err := json.Unmarshal([]byte(r.out), &got); err != nil || r.code != 1 || len(got.Problems) != 2 ||
		!strings.Contains(got.Problems[0].Says, "pages 1 and 2 are swapped") || !strings.Contains(got.Problems[1].Says, "its words are not what was signed") {
		t.Errorf("exit %d, %v: %s", r.code, err, r.out)
	}
	refused(t, eqia(t, "verify", written(t, "no PDF", 0o600), "--data", data), 2, "the file cannot be read: it is not a PDF")
}

// pdf is a file with these pages.
func pdf(t *testing.T, pages [][]string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "pack.pdf")
	if err := os.WriteFile(name, pdftest.File(pages...), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}
