package workflow_test

import (
	"testing"
	"time"

	"dorset-eqia/workflow"
)

func TestWorkingDaysLeaveOutWeekendsAndHolidays(t *testing.T) {
	christmas := func(day time.Time) bool { return day.Month() == time.December && (day.Day() == 25 || day.Day() == 28) }
	cases := map[string]struct {
		from, to string
		want     int
	}{
		"the same day":              {"2026-11-02", "2026-11-02", 0},
		"the next day":              {"2026-11-02", "2026-11-03", 1},
		"over a weekend":            {"2026-11-06", "2026-11-09", 1},
		"from a Saturday":           {"2026-11-07", "2026-11-09", 1},
		"two weeks":                 {"2026-11-02", "2026-11-16", 10},
		"over Christmas":            {"2026-12-24", "2026-12-29", 1},
		"over the change of clocks": {"2026-10-23", "2026-10-26", 1},
		"backwards":                 {"2026-11-03", "2026-11-02", 0},
	}
	for name, tc := range cases {
		t.Run(name, func(t *testing.T) {
			if got := workflow.WorkingDays(day(t, tc.from), day(t, tc.to), christmas); got != tc.want {
				t.Errorf("WorkingDays(%s, %s) = %d, want %d", tc.from, tc.to, got, tc.want)
			}
		})
	}
}

func TestWorkingDaysGoByTheDayAndNotTheHour(t *testing.T) {
	never := func(time.Time) bool { return false }
	evening, morning := day(t, "2026-11-02").Add(23*time.Hour), day(t, "2026-11-03").Add(time.Hour)
	if got := workflow.WorkingDays(evening, morning, never); got != 1 {
		t.Errorf("from Monday evening to Tuesday morning is %d working days, want 1", got)
	}
}

func day(t *testing.T, text string) time.Time {
	t.Helper()
	at, err := time.Parse(time.DateOnly, text)
	if err != nil {
		t.Fatal(err)
	}
	return at
}
