package main_test

import (
	"bufio"
	"bytes"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// serving is the service running as a process.
type serving struct {
	cmd  *exec.Cmd
	at   string // its address
	errs *bytes.Buffer
}

func serve(t *testing.T, args ...string) *serving {
	t.Helper()
	s := &serving{cmd: exec.Command(program, append([]string{"serve", "--addr", "127.0.0.1:0"}, args...)...), errs: &bytes.Buffer{}}
	s.cmd.Env, s.cmd.Stderr = []string{"PATH=" + os.Getenv("PATH")}, s.errs
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.cmd.Process.Kill() })
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		s.cmd.Wait()
		t.Fatalf("it did not start: %s", s.errs)
	}
	s.at = strings.TrimSpace(strings.TrimPrefix(line, "The service is at "))
	return s
}

func (s *serving) stop(t *testing.T) {
	t.Helper()
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Wait(); err != nil {
		t.Errorf("it stopped with %v: %s", err, s.errs)
	}
}

func TestTheServiceAnswersAndStopsWhenItIsTold(t *testing.T) {
	s := serve(t, "--demo", "--data", t.TempDir())
	client := http.Client{Timeout: 10 * time.Second}
	answer, err := client.Get(s.at + "/healthz")
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		t.Errorf("it says %s", answer.Status)
	}
	s.stop(t)
}

func TestADemonstrationIsKeptApartFromRealRecords(t *testing.T) {
	data := t.TempDir()
	done(t, "demo", "--data", data)
	before := assessments(t, "--data", data)
	refused(t, eqia(t, "serve", "--addr", "127.0.0.1:0", "--data", data), 1, "anyone can sign in as")
	serve(t, "--demo", "--data", data).stop(t)
	if after := assessments(t, "--data", data); len(before) == 0 || len(after) != len(before) {
		t.Errorf("%d assessments before it was served and %d after", len(before), len(after))
	}
}

func TestRealRecordsAreNeverFilledOrDeletedForADemonstration(t *testing.T) {
	data := t.TempDir()
	eqia(t, "import", "assessment", file(t, legacyFile), "--legacy", "--data", data)
	for _, line := range []string{"demo", "demo --reset", "serve --demo --addr 127.0.0.1:0"} {
		refused(t, eqia(t, append(strings.Fields(line), "--data", data)...), 1, "real records")
	}
	if got := assessments(t, "--data", data); len(got) != 1 {
		t.Errorf("%d are left of one", len(got))
	}
}

func TestADemonstrationCanBeMadeAfresh(t *testing.T) {
	data := t.TempDir()
	done(t, "demo", "--data", data)
	done(t, "import", "assessment", file(t, "../../eqia/eqiatest/examples/draft.json"), "--data", data)
	made := len(assessments(t, "--data", data)) - 1
	done(t, "demo", "--reset", "--data", data)
	if got := len(assessments(t, "--data", data)); got != made {
		t.Errorf("%d assessments, want %d", got, made)
	}
}

func TestAnAddressThatOthersCanReachNeedsHTTPS(t *testing.T) {
	for name, c := range map[string]struct{ addr, setting string }{
		"every address":     {"0.0.0.0:0", ""},
		"no address":        {":0", ""},
		"another machine's": {"192.0.2.1:80", ""},
		"plain http":        {"0.0.0.0:0", "EQIA_BASE_URL=http://council.example"},
	} {
		t.Run(name, func(t *testing.T) {
			var setting []string
			if c.setting != "" {
				setting = []string{c.setting}
			}
			refused(t, call{env: setting}.eqia(t, "serve", "--addr", c.addr, "--data", t.TempDir()), 1, "--insecure-http")
		})
	}
	s := serve(t, "--addr", "0.0.0.0:0", "--insecure-http", "--data", t.TempDir())
	s.stop(t)
}

func TestOnlyADemonstrationsClockRunsAhead(t *testing.T) {
	ahead := call{env: []string{"EQIA_DEMO_AHEAD=400"}}
	for _, line := range []string{"serve --addr 127.0.0.1:0", "demo", "list assessments", "audit verify"} {
		t.Run(line, func(t *testing.T) {
			refused(t, ahead.eqia(t, append(strings.Fields(line), "--data", t.TempDir())...), 1, "EQIA_DEMO_AHEAD")
		})
	}
	for _, days := range []string{"-1", "5000", "soon"} {
		refused(t, call{env: []string{"EQIA_DEMO_AHEAD=" + days}}.eqia(t, "demo", "--data", t.TempDir()), 2, "")
	}
}
