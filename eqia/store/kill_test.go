package store_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/record"
	"dorset-eqia/eqia/store"
)

const (
	// childVariable holds the database to write to, and makes the test program the child that is killed.
	childVariable = "EQIA_KILL_CHILD"
	// loopsVariable says how often the child is killed; make soak sets it.
	loopsVariable = "EQIA_KILL_LOOPS"
	killWriters   = 16
)

func killLoops(t *testing.T, usual int) int {
	t.Helper()
	asked := os.Getenv(loopsVariable)
	if asked == "" {
		return usual
	}
	n, err := strconv.Atoi(asked)
	if err != nil || n < 1 {
		t.Fatalf("%s must be a number of loops, not %q", loopsVariable, asked)
	}
	return n
}

func TestEverySaveThatWasConfirmedSurvivesAKillOnSQLite(t *testing.T) {
	killAgainAndAgain(t, sqliteFile(t), killLoops(t, 20))
}

func TestEverySaveThatWasConfirmedSurvivesAKillOnPostgreSQL(t *testing.T) {
	killAgainAndAgain(t, postgres(t), killLoops(t, 5))
}

// killAgainAndAgain keeps one database through all loops, so that each start also recovers what the last kill left.
func killAgainAndAgain(t *testing.T, source string, loops int) {
	confirmed := map[string]int{}
	for range loops {
		for _, line := range killedWriter(t, source) {
			answer, counter := parseSave(t, line)
			confirmed[answer] = max(confirmed[answer], counter)
		}
		checkAfterKill(t, source, confirmed)
		if t.Failed() {
			return
		}
	}
	if len(confirmed) == 0 {
		t.Error("no save was ever confirmed, so nothing was proved")
	}
	t.Logf("%d answers held through %d kills", len(confirmed), loops)
}

// killedWriter starts a child that writes, kills it at a moment that nobody chose, and gives the saves it had confirmed.
func killedWriter(t *testing.T, source string) []string {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childVariable+"="+source)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	var lines []string
	var kill sync.Once
	in := bufio.NewScanner(out)
	for in.Scan() {
		kill.Do(func() { time.AfterFunc(rand.N(250*time.Millisecond), func() { _ = child.Process.Kill() }) })
		lines = append(lines, in.Text())
	}
	if err := child.Wait(); err == nil || child.ProcessState.ExitCode() != -1 {
		t.Fatalf("the child ended by itself: %v", child.ProcessState)
	}
	return lines
}

func parseSave(t *testing.T, line string) (answer string, counter int) {
	t.Helper()
	answer, number, ok := strings.Cut(line, " ")
	counter, err := strconv.Atoi(number)
	if !ok || err != nil {
		t.Fatalf("the child wrote %q", line)
	}
	return answer, counter
}

// checkAfterKill opens the database again: everything confirmed is there, and every save has its audit entry and no other.
func checkAfterKill(t *testing.T, source string, confirmed map[string]int) {
	t.Helper()
	s, err := store.Open(t.Context(), source)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Ping(t.Context()); err != nil { // it waits its turn behind whatever the server still does for the child
		t.Fatal(err)
	}
	sound(t, s)
	saved := map[string]int{}
	var parts []struct {
		VersionID string
		Name      string
		Counter   int
		Body      string
	}
	if err := s.Reader().Table("parts").Where("name = ?", "aims").Find(&parts).Error; err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, p := range parts {
		saved[p.VersionID] = p.Counter
		total += p.Counter
		if want := fmt.Sprintf(`{"text":"save %d"}`, p.Counter); p.Body != want {
			t.Errorf("version %s holds %s at counter %d", p.VersionID, p.Body, p.Counter)
		}
	}
	for answer, counter := range confirmed {
		if saved[answer] < counter {
			t.Errorf("version %s was confirmed at %d and holds %d", answer, counter, saved[answer])
		}
	}
	var edits, starts int64
	if err := s.Reader().Table("audit").Where("kind = ?", "edit").Count(&edits).Error; err != nil {
		t.Fatal(err)
	}
	if err := s.Reader().Table("audit").Where("kind = ?", "start").Count(&starts).Error; err != nil {
		t.Fatal(err)
	}
	if int(edits) != total || int(starts) != count(t, s, "versions") || int(starts) != count(t, s, "assessments") {
		t.Errorf("%d saves and %d audit entries of them; %d starts, %d versions", total, edits, starts, count(t, s, "versions"))
	}
}

// sound fails when the database's own check or the audit chain does not hold.
func sound(t *testing.T, s *store.Store) {
	t.Helper()
	if !s.IsPostgres() {
		var says string
		if err := s.Reader().Raw("PRAGMA integrity_check").Scan(&says).Error; err != nil || says != "ok" {
			t.Errorf("the database's own check says %q: %v", says, err)
		}
	}
	n, _, err := record.Verify(s.Chain(t.Context()))
	if err != nil || int(n) != count(t, s, "audit") {
		t.Errorf("%d of %d audit entries hold: %v", n, count(t, s, "audit"), err)
	}
}

// writeUntilKilled is the child: each writer starts an assessment and saves one answer over and over, and says so when it is confirmed.
func writeUntilKilled(source string) {
	ctx := context.Background()
	s, err := store.Open(ctx, source)
	if err == nil {
		var service *eqia.Service
		service, err = eqiatest.On(ctx, s, eqiatest.NewClock())
		if err == nil {
			err = writersOf(ctx, service)
		}
	}
	fmt.Fprintln(os.Stderr, "the child ended:", err)
	os.Exit(1)
}

// writersOf runs the writers until one of them fails.
func writersOf(ctx context.Context, service *eqia.Service) error {
	failed := make(chan error)
	for range killWriters {
		go func() { failed <- saveForEver(ctx, service) }()
	}
	return <-failed
}

func saveForEver(ctx context.Context, service *eqia.Service) error {
	reference, err := service.Start(ctx, eqiatest.Author(), eqia.StartCommand{Answers: eqiatest.FirstPage()})
	if err != nil {
		return err
	}
	c, err := service.Open(ctx, eqiatest.Author(), reference)
	for n := 1; err == nil; n++ {
		said := map[string]eqia.Answer{"aims": {Text: "save " + strconv.Itoa(n)}}
		if err = service.SaveAnswers(ctx, c, said, map[string]int{"aims": n - 1}); err == nil {
			fmt.Printf("%s %d\n", c.ID, n)
		}
	}
	return err
}
