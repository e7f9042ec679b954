package main_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// program is the service as it is built, which every test here runs as a process of its own.
var program string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "eqia")
	if err != nil {
		panic(err)
	}
	program = filepath.Join(dir, "eqia")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		panic(string(out))
	}
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// ran is what a process left behind.
type ran struct {
	code     int
	out, err string
}

// call is one run of the program, with nothing of ours in its environment but what the test sets.
type call struct {
	in  string
	env []string
}

func (c call) eqia(t *testing.T, args ...string) ran {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Dir = t.TempDir()
	cmd.Env = append([]string{"PATH=" + os.Getenv("PATH")}, c.env...)
	cmd.Stdin = strings.NewReader(c.in)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return ran{cmd.ProcessState.ExitCode(), out.String(), errs.String()}
}

func eqia(t *testing.T, args ...string) ran {
	t.Helper()
	return call{}.eqia(t, args...)
}

// done is what a command that has to go well printed.
func done(t *testing.T, args ...string) string {
	t.Helper()
	r := eqia(t, args...)
	if r.code != 0 {
		t.Fatalf("eqia %s: exit %d: %s", strings.Join(args, " "), r.code, r.err)
	}
	return r.out
}

// refused makes sure that a run ended with an exit code and one plain line that says why.
func refused(t *testing.T, r ran, code int, says string) {
	t.Helper()
	oneLine := strings.Count(r.err, "\n") == 1 && strings.HasPrefix(r.err, "eqia: ")
	if r.code != code || !oneLine || !strings.Contains(r.err, says) || r.out != "" {
		t.Errorf("exit %d, stdout %q, stderr %q; want exit %d and one line with %q", r.code, r.out, r.err, code, says)
	}
}

func TestEveryCommandHasHelp(t *testing.T) {
	for _, command := range []string{"", "serve", "demo", "migrate", "user", "user add", "user list", "user disable", "list", "list assessments",
		"import", "import assessment", "export", "export assessment", "export schema", "form", "workflow", "audit", "audit verify", "version"} {
		r := eqia(t, append(strings.Fields(command), "--help")...)
		if r.code != 0 || !strings.HasPrefix(r.out, "Usage: eqia") || r.err != "" {
			t.Errorf("eqia %s --help: exit %d, %q %q", command, r.code, r.out, r.err)
		}
	}
}

func TestACommandLineThatCantBeReadIsRefused(t *testing.T) {
	for _, line := range []string{"", "nonsense", "serve --port 80", "list assessments --state done", "export assessment", "export assessment 7",
		"export assessment EQIA-2026-0001 --format odt", "export assessment EQIA-2026-0001 --number one", "form --profile nowhere",
		"user add someone --name Someone", "user add someone@council.example", "serve --addr 8080", "import assessment missing.json"} {
		refused(t, eqia(t, strings.Fields(line)...), 2, "")
	}
}

func TestASettingThatIsWrongStopsEveryCommand(t *testing.T) {
	for name, setting := range map[string]string{
		"a name that is not known":          "EQIA_DATABSE_URL=postgres://here",
		"another kind of database":          "EQIA_DATABASE_URL=mysql://here",
		"a form that is not there":          "EQIA_PROFILE=nowhere",
		"an address with no scheme":         "EQIA_BASE_URL=equality.council.example",
		"an address with a path":            "EQIA_BASE_URL=https://council.example/equality",
		"an address with somebody's secret": "EQIA_BASE_URL=https://me:word@council.example",
	} {
		t.Run(name, func(t *testing.T) {
			variable, _, _ := strings.Cut(setting, "=")
			refused(t, call{env: []string{setting}}.eqia(t, "version"), 2, variable)
		})
	}
}

func TestTheFormTheWorkflowAndTheVersionAreShown(t *testing.T) {
	for line, want := range map[string][]string{
		"form --json":                   {`"code": "2026-1"`, `"sections"`, `"questions"`, `"characteristics"`, `"care_experience"`},
		"form":                          {"title: ", "care_experience: "},
		"form --profile example --json": {`"profile": "example"`},
		"workflow --mermaid":            {"stateDiagram-v2", "in_review --> signed_off"},
		"workflow":                      {"sign_off", "lead"},
		"export schema":                 {"https://json-schema.org/draft/2020-12/schema"},
		"version":                       {"eqia ", "go1."},
	} {
		out := done(t, strings.Fields(line)...)
		for _, part := range want {
			if !strings.Contains(out, part) {
				t.Errorf("eqia %s does not show %q", line, part)
			}
		}
	}
}
