package main_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const legacyFile = "../../eqia/eqiatest/examples/legacy.json"

// file is the absolute path of a file beside the tests, for a process that runs elsewhere.
func file(t *testing.T, path string) string {
	t.Helper()
	abs, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return abs
}

// written is a file with a text in it.
func written(t *testing.T, text string, mode os.FileMode) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
	return path
}

func changed(t *testing.T, path, old, now string) string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return written(t, strings.Replace(string(raw), old, now, 1), 0o600)
}

type listed struct{ Ref, Title, State string }

func assessments(t *testing.T, args ...string) []listed {
	t.Helper()
	var out []listed
	if err := json.Unmarshal([]byte(done(t, append([]string{"list", "assessments", "--json"}, args...)...)), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestALegacyRecordGoesInAndComesOutTheSame(t *testing.T) {
	data, first := t.TempDir(), filepath.Join(t.TempDir(), "first.json")
	r := eqia(t, "import", "assessment", file(t, legacyFile), "--legacy", "--data", data)
	reference := strings.TrimSpace(r.out)
	if r.code != 0 || !strings.HasPrefix(reference, "EQIA-") || !strings.Contains(r.err, "named as having helped") {
		t.Fatalf("exit %d, %q, %q", r.code, r.out, r.err)
	}
	done(t, "export", "assessment", reference, "--format", "json", "-o", first, "--data", data)
	other := t.TempDir()
	if again := strings.TrimSpace(eqia(t, "import", "assessment", first, "--legacy", "--data", other).out); again != reference {
		t.Errorf("it went in elsewhere as %s, not %s", again, reference)
	}
	kept, err := os.ReadFile(first)
	if err != nil {
		t.Fatal(err)
	}
	if out := done(t, "export", "assessment", reference, "--data", other); out != string(kept) {
		t.Errorf("it came out as\n%s\nand then as\n%s", kept, out)
	}
	if info, err := os.Stat(first); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others can read the file: %v (%v)", info.Mode(), err)
	}
}

func TestAnAssessmentBroughtInIsListedByItsState(t *testing.T) {
	data := t.TempDir()
	if got := assessments(t, "--data", data); got == nil || len(got) != 0 {
		t.Errorf("an empty list is %v, want []", got)
	}
	eqia(t, "import", "assessment", file(t, legacyFile), "--legacy", "--data", data)
	done(t, "import", "assessment", file(t, "../../eqia/eqiatest/examples/draft.json"), "--data", data)
	got := assessments(t, "--state", "draft", "--data", data)
	if len(got) != 1 || got[0].Title != "Longer opening hours at the recycling centre" || got[0].State != "draft" || got[0].Ref == "" {
		t.Errorf("drafts: %v", got)
	}
	if all := assessments(t, "--data", data); len(all) != 2 {
		t.Errorf("all: %v", all)
	}
	if out := done(t, "audit", "verify", "--data", data); !strings.Contains(out, "All 2 entries hold") {
		t.Errorf("the audit says %q", out)
	}
}

func TestAnImportTakesItsOperatorFromAnAccount(t *testing.T) {
	data := t.TempDir()
	refused(t, eqia(t, "import", "assessment", file(t, legacyFile), "--as", "nobody@council.example", "--data", data), 1, "no account")
	if r := (call{in: "a long walk by the sea\n"}).eqia(t, "user", "add", "--password-stdin", "--data", data, "lead@council.example", "--name", "Equality lead"); r.code != 0 {
		t.Fatal(r)
	}
	eqia(t, "import", "assessment", file(t, legacyFile), "--legacy", "--as", "lead@council.example", "--data", data)
	if got := assessments(t, "--data", data); len(got) != 1 {
		t.Errorf("it was not brought in: %v", got)
	}
}

func TestAFileThatCantBeReadIsRefusedByLineAndField(t *testing.T) {
	data := t.TempDir()
	for name, bad := range map[string]struct{ old, now, says string }{
		"a missing comma":           {`"assessment_needed": {`, `"assessment_needed" {`, "line 17"},
		"an unknown field":          {`"covers"`, `"cover"`, "content.cards[2].cover"},
		"a control character":       {"It is a new strategy.", `A bell\u0007`, "line 28, content.answers.change.text"},
		"an answer of one piece":    {"It is a new strategy.", strings.Repeat("x", 1<<20), "content.answers.change.text"},
		"a form that never was":     {`"dorset"`, `"nowhere"`, "line 5, content.form.profile"},
		"a day that never was":      {"2024-05-24", "2024-05-42", "record.signed_off.on"},
		"something that is not one": {"{", "[{", "line 1"},
	} {
		t.Run(name, func(t *testing.T) {
			refused(t, eqia(t, "import", "assessment", changed(t, legacyFile, bad.old, bad.now), "--legacy", "--data", data), 2, bad.says)
		})
	}
	if got := assessments(t, "--data", data); len(got) != 0 {
		t.Errorf("something was kept: %v", got)
	}
}

func TestWhatIsNotThereIsSaidInOneLine(t *testing.T) {
	data := t.TempDir()
	refused(t, eqia(t, "export", "assessment", "EQIA-2026-0001", "--data", data), 1, "There is no assessment EQIA-2026-0001")
	refused(t, eqia(t, "user", "disable", "nobody@council.example", "--data", data), 1, "no account")
	refused(t, eqia(t, "import", "assessment", file(t, legacyFile), "--author", "nobody@council.example", "--data", data), 1, "no account")
}

func TestAccountsAreAddedListedAndDisabled(t *testing.T) {
	data := t.TempDir()
	add := func(password string, args ...string) ran {
		return call{in: password}.eqia(t, append([]string{"user", "add", "--password-stdin", "--data", data}, args...)...)
	}
	if r := add("a long walk by the sea\n", "lead@council.example", "--name", "Equality lead", "--role", "lead", "--role", "reviewer"); r.code != 0 {
		t.Fatal(r.err)
	}
	refused(t, add("another long walk home", "LEAD@council.example", "--name", "Someone"), 1, "account with this email address")
	refused(t, add("short", "a@council.example", "--name", "Someone"), 1, "12 characters")
	refused(t, add(strings.Repeat("long ", 300), "a@council.example", "--name", "Someone"), 1, "1,000 characters")
	refused(t, add("a long walk by the sea", "a@council.example", "--name", "Someone", "--role", "king"), 2, "no role")
	refused(t, add("a long walk by the sea", "a@council.example", "--name", " "), 2, "Enter a name")
	if out := done(t, "user", "list", "--data", data); !strings.Contains(out, "lead@council.example  Equality lead  active  lead, reviewer") {
		t.Errorf("the list is %q", out)
	}
	done(t, "user", "disable", "lead@council.example", "--data", data)
	if out := done(t, "user", "list", "--data", data); !strings.Contains(out, "disabled") {
		t.Errorf("the list is %q", out)
	}
}

func TestTheDataFolderAndTheSecretAreForTheirOwnerAlone(t *testing.T) {
	data := filepath.Join(t.TempDir(), "new")
	done(t, "list", "assessments", "--data", data)
	for path, want := range map[string]os.FileMode{data: 0o700, filepath.Join(data, "secret"): 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v (%v), want %v", path, info.Mode().Perm(), err, want)
		}
	}
}

func TestASecretThatIsKnownToOthersIsRefused(t *testing.T) {
	const good = "7f3c1d9ab2e84c5f60718293a4b5c6d7"
	for name, secret := range map[string]struct {
		text string
		mode os.FileMode
		says string
	}{
		"readable by others":  {good, 0o644, "Others can read"},
		"readable by a group": {good, 0o640, "Others can read"},
		"short":               {"7f3c1d9a", 0o600, "could be guessed"},
		"empty":               {"", 0o600, "could be guessed"},
		"left as it came":     {"change-me-change-me-change-me-change-me", 0o600, "could be guessed"},
		"one letter":          {strings.Repeat("a", 64), 0o600, "could be guessed"},
	} {
		t.Run(name, func(t *testing.T) {
			setting := "EQIA_SECRET_FILE=" + written(t, secret.text, secret.mode)
			refused(t, call{env: []string{setting}}.eqia(t, "list", "assessments", "--data", t.TempDir()), 1, secret.says)
		})
	}
	r := call{env: []string{"EQIA_SECRET_FILE=" + written(t, good+"\n", 0o600)}}.eqia(t, "list", "assessments", "--data", t.TempDir())
	if r.code != 0 {
		t.Errorf("a good one is refused: %s", r.err)
	}
	refused(t, call{env: []string{"EQIA_SECRET_FILE=/nowhere/secret"}}.eqia(t, "list", "assessments", "--data", t.TempDir()), 1, "no such file")
}

func TestMigratingTwiceChangesNothing(t *testing.T) {
	data := t.TempDir()
	for range 2 {
		if out := done(t, "migrate", "--data", data); out != "The database is up to date.\n" {
			t.Errorf("it says %q", out)
		}
	}
}
