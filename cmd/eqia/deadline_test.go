package main_test

import (
	"strings"
	"testing"
)

func TestADeadlineIsPrintedForPeopleAndForPrograms(t *testing.T) {
	const want = `{"meeting":"2024-07-23","latest_publication":"2024-07-15","counted":["2024-07-16","2024-07-17","2024-07-18","2024-07-19","2024-07-22"],` +
		`"notice_28":"2024-06-24","publish_by":"2024-06-24"}`
	if got := done(t, "deadline", "--meeting", "2024-07-23", "--json"); strings.TrimSpace(got) != want {
		t.Errorf("got %s", got)
	}
	if got := done(t, "deadline", "--meeting", "2024-10-07"); !strings.Contains(got, "2024-09-27") || !strings.Contains(got, "2024-09-08") || !strings.Contains(got, "2024-09-06") {
		t.Errorf("a notice on a Sunday: %s", got)
	}
	got := done(t, "deadline", "--meeting", "2025-01-02", "--closed", "2024-12-27", "--closed", "2024-12-30", "--closed", "2024-12-31")
	if !strings.Contains(got, "2024-12-17") {
		t.Errorf("with the offices closed: %s", got)
	}
	if got := done(t, "deadline", "--meeting", "2024-07-23", "--days", "3"); !strings.Contains(got, "2024-07-17") {
		t.Errorf("three clear days: %s", got)
	}
}

func TestADeadlineThatCannotBeReadIsRefused(t *testing.T) {
	for _, line := range []string{"--meeting 2024-02-31", "--meeting tomorrow", "--meeting 0001-01-01", "--meeting 2024-07-23 --days 0", "--meeting 2024-07-23 --days 61",
		"--meeting 2024-07-23 --closed Christmas", "--days 5"} {
		refused(t, call{}.eqia(t, append([]string{"deadline"}, strings.Fields(line)...)...), 2, "")
	}
}

func TestADeadlineLeavesOutTheDaysOffOfADatabase(t *testing.T) {
	data := t.TempDir()
	if got := done(t, "deadline", "--meeting", "2025-01-02", "--data", data, "--closed", "2024-12-27"); !strings.Contains(got, "2024-12-19") {
		t.Errorf("with a database that has none, and one day that was named: %s", got)
	}
}
