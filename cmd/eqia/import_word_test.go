package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	wt "dorset-eqia/eqia/word/wordtest"
)

// olderForm is a council's older form as a file.
func olderForm(t *testing.T, rows ...string) string {
	t.Helper()
	return written(t, string(wt.File(wt.Table(rows...))), 0o600)
}

func TestAnOlderFormInWordIsBroughtInWithWhatWasUnderstoodOfIt(t *testing.T) {
	data := t.TempDir()
	form := olderForm(t, wt.Texts("Title of proposal", "Grit bins in car parks"), wt.Texts("Cost centre", "C1234"), wt.Texts("Age", "Positive", "Fewer falls."),
		wt.Texts("Disability", "", ""))
	tried := done(t, "import", "assessment", form, "--dry-run", "--data", data)
	for _, want := range []string{"Understood:\n  Title of proposal: Grit bins in car parks -> Name of the proposal", "Not understood, and left out:\n  Cost centre: C1234 -- Our form has no question",
		"Left empty in the file:\n  Disability", "Never asked in the file:\n  Kind of proposal"} {
		if !strings.Contains(tried, want) {
			t.Errorf("it does not say %q:\n%s", want, tried)
		}
	}
	if got := assessments(t, "--data", data); len(got) != 0 {
		t.Errorf("trying kept %v", got)
	}
	r := eqia(t, "import", "assessment", form, "--data", data)
	if r.code != 0 || !strings.HasPrefix(r.out, "EQIA-") || !strings.Contains(r.err, "C1234") {
		t.Fatalf("exit %d, %q, %q", r.code, r.out, r.err)
	}
	if got := assessments(t, "--data", data); len(got) != 1 || got[0].Title != "Grit bins in car parks" || got[0].State != "draft" {
		t.Errorf("there is %v", got)
	}
}

func TestAWordFileWithoutANameOfTheProposalIsGivenOne(t *testing.T) {
	data, form := t.TempDir(), olderForm(t, wt.Texts("Aims", "Fewer falls."), wt.Texts("Equality lead", "Equality manager"), wt.Texts("Date of sign off", "4 June 2024"))
	refused(t, eqia(t, "import", "assessment", form, "--data", data), 2, "Give it with --title")
	r := eqia(t, "import", "assessment", form, "--title", "Grit bins", "--legacy", "--data", data)
	if got := assessments(t, "--data", data); r.code != 0 || len(got) != 1 || got[0].Title != "Grit bins" || got[0].State != "signed_off" {
		t.Errorf("there is %v: %v", got, r)
	}
}

func TestAHostileWordFileIsRefusedInWords(t *testing.T) {
	data := t.TempDir()
	refused(t, eqia(t, "import", "assessment", written(t, "PK\x03\x04 and nothing else", 0o600), "--data", data), 2, "not a Word file")
	random := filepath.Join(t.TempDir(), "form.docx")
	if err := os.WriteFile(random, []byte("\x8f\x02 no pack at all"), 0o600); err != nil {
		t.Fatal(err)
	}
	refused(t, eqia(t, "import", "assessment", random, "--data", data), 2, "not a Word file")
	macros := wt.Pack(append(wt.Parts(wt.P("Text")), wt.Part{Name: "word/vbaProject.bin", Text: "x"})...)
	refused(t, eqia(t, "import", "assessment", written(t, string(macros), 0o600), "--data", data), 2, "has macros")
}

func TestAnAssessmentGoesOutAsAWordFileAndComesBackTheSame(t *testing.T) {
	data, other, out := t.TempDir(), t.TempDir(), filepath.Join(t.TempDir(), "out.docx")
	reference := strings.TrimSpace(done(t, "import", "assessment", file(t, "../../eqia/eqiatest/examples/draft.json"), "--data", data))
	done(t, "export", "assessment", reference, "--format", "docx", "-o", out, "--data", data)
	if said := done(t, "import", "assessment", out, "--dry-run", "--data", other); !strings.Contains(said, "All of it is as it was exported from here.") {
		t.Errorf("of a file that nobody edited it says %q", said)
	}
	r := eqia(t, "import", "assessment", out, "--data", other)
	if r.code != 0 || r.err != "" || strings.TrimSpace(r.out) != reference {
		t.Fatalf("exit %d, %q, %q", r.code, r.out, r.err)
	}
	content := func(data string) string {
		text, _, _ := strings.Cut(done(t, "export", "assessment", reference, "--data", data), `"record"`)
		return text
	}
	if a, b := content(data), content(other); a != b {
		t.Errorf("it went out as\n%s\nand came back as\n%s", a, b)
	}
}
