package calendar_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia/calendar"
	"dorset-eqia/workflow"
)

func day(t *testing.T, s string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// written are days as they are written in the tables of this file.
func written(days []time.Time) string {
	out := make([]string, len(days))
	for i, d := range days {
		out[i] = d.Format("2 Jan")
	}
	return strings.Join(out, ", ")
}

var christmas2024 = []string{"2024-12-27", "2024-12-30", "2024-12-31"}

func TestTheLatestDayForAnAgendaLeavesFiveClearWorkingDays(t *testing.T) {
	for _, c := range []struct {
		name, meeting, latest, counted string
		closed                         []string
	}{
		{"a Thursday in June", "2024-06-13", "2024-06-05", "6 Jun, 7 Jun, 10 Jun, 11 Jun, 12 Jun", nil},
		{"a Tuesday in July", "2024-07-09", "2024-07-01", "2 Jul, 3 Jul, 4 Jul, 5 Jul, 8 Jul", nil},
		{"a Thursday in July", "2024-07-18", "2024-07-10", "11 Jul, 12 Jul, 15 Jul, 16 Jul, 17 Jul", nil},
		{"a week on Tuesday", "2024-07-23", "2024-07-15", "16 Jul, 17 Jul, 18 Jul, 19 Jul, 22 Jul", nil},
		{"a Tuesday in September", "2024-09-10", "2024-09-02", "3 Sep, 4 Sep, 5 Sep, 6 Sep, 9 Sep", nil},
		{"late September", "2024-09-24", "2024-09-16", "17 Sep, 18 Sep, 19 Sep, 20 Sep, 23 Sep", nil},
		{"a Monday meeting", "2024-10-07", "2024-09-27", "30 Sep, 1 Oct, 2 Oct, 3 Oct, 4 Oct", nil},
		{"a Thursday in October", "2024-10-10", "2024-10-02", "3 Oct, 4 Oct, 7 Oct, 8 Oct, 9 Oct", nil},
		{"mid October", "2024-10-15", "2024-10-07", "8 Oct, 9 Oct, 10 Oct, 11 Oct, 14 Oct", nil},
		{"November", "2024-11-19", "2024-11-11", "12 Nov, 13 Nov, 14 Nov, 15 Nov, 18 Nov", nil},
		{"January", "2025-01-28", "2025-01-20", "21 Jan, 22 Jan, 23 Jan, 24 Jan, 27 Jan", nil},
		{"the day after Easter Monday", "2024-04-02", "2024-03-21", "22 Mar, 25 Mar, 26 Mar, 27 Mar, 28 Mar", nil},
		{"the Thursday after Easter", "2024-04-04", "2024-03-25", "26 Mar, 27 Mar, 28 Mar, 2 Apr, 3 Apr", nil},
		{"a week after Easter", "2024-04-09", "2024-03-28", "2 Apr, 3 Apr, 4 Apr, 5 Apr, 8 Apr", nil},
		{"Easter 2025", "2025-04-22", "2025-04-10", "11 Apr, 14 Apr, 15 Apr, 16 Apr, 17 Apr", nil},
		{"Easter 2026", "2026-04-09", "2026-03-30", "31 Mar, 1 Apr, 2 Apr, 7 Apr, 8 Apr", nil},
		{"Easter 2027", "2027-03-30", "2027-03-18", "19 Mar, 22 Mar, 23 Mar, 24 Mar, 25 Mar", nil},
		{"the day after the August holiday", "2024-08-27", "2024-08-16", "19 Aug, 20 Aug, 21 Aug, 22 Aug, 23 Aug", nil},
		{"two days after it", "2024-08-28", "2024-08-19", "20 Aug, 21 Aug, 22 Aug, 23 Aug, 27 Aug", nil},
		{"a week after it", "2024-09-03", "2024-08-23", "27 Aug, 28 Aug, 29 Aug, 30 Aug, 2 Sep", nil},
		{"August 2026", "2026-09-02", "2026-08-24", "25 Aug, 26 Aug, 27 Aug, 28 Aug, 1 Sep", nil},
		{"Christmas 2023", "2024-01-04", "2023-12-22", "27 Dec, 28 Dec, 29 Dec, 2 Jan, 3 Jan", nil},
		{"Christmas 2024", "2025-01-02", "2024-12-20", "23 Dec, 24 Dec, 27 Dec, 30 Dec, 31 Dec", nil},
		{"Christmas 2024, offices closed", "2025-01-02", "2024-12-17", "18 Dec, 19 Dec, 20 Dec, 23 Dec, 24 Dec", christmas2024},
		{"January 2025", "2025-01-07", "2024-12-27", "30 Dec, 31 Dec, 2 Jan, 3 Jan, 6 Jan", nil},
		{"January 2025, offices closed", "2025-01-07", "2024-12-20", "23 Dec, 24 Dec, 2 Jan, 3 Jan, 6 Jan", christmas2024},
		{"a substitute day", "2027-01-05", "2026-12-23", "24 Dec, 29 Dec, 30 Dec, 31 Dec, 4 Jan", nil},
		{"a substitute day, offices closed", "2027-01-05", "2026-12-18", "21 Dec, 22 Dec, 23 Dec, 24 Dec, 4 Jan", []string{"2026-12-29", "2026-12-30", "2026-12-31"}},
		{"the state funeral", "2022-09-22", "2022-09-13", "14 Sep, 15 Sep, 16 Sep, 20 Sep, 21 Sep", nil},
		{"the coronation", "2023-05-11", "2023-05-02", "3 May, 4 May, 5 May, 9 May, 10 May", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			latest, counted := workflow.LatestPublication(day(t, c.meeting), 5, calendar.Except(c.closed))
			if got := latest.Format(time.DateOnly); got != c.latest || written(counted) != c.counted {
				t.Errorf("for %s: %s, counting %s; want %s, counting %s", c.meeting, got, written(counted), c.latest, c.counted)
			}
			if n := workflow.ClearDays(latest, day(t, c.meeting), calendar.Except(c.closed)); n < 5 {
				t.Errorf("%d clear days lie between", n)
			}
		})
	}
}

func TestTwentyEightClearDaysAreDaysOfTheWeekOfAnyKind(t *testing.T) {
	for _, c := range []struct{ meeting, notice, by string }{
		{"2024-07-09", "2024-06-10", "2024-06-10"}, {"2024-09-10", "2024-08-12", "2024-08-12"}, {"2024-10-07", "2024-09-08", "2024-09-06"},
		{"2024-10-15", "2024-09-16", "2024-09-16"}, {"2024-11-19", "2024-10-21", "2024-10-21"}, {"2025-01-28", "2024-12-30", "2024-12-30"},
		{"2024-07-23", "2024-06-24", "2024-06-24"},
	} {
		notice, by := usual(calendar.Working).LatestNotice(day(t, c.meeting))
		if notice.Format(time.DateOnly) != c.notice || by.Format(time.DateOnly) != c.by {
			t.Errorf("%s: notice by %s, on a working day %s; want %s and %s", c.meeting, notice.Format(time.DateOnly), by.Format(time.DateOnly), c.notice, c.by)
		}
	}
	closed := calendar.Except([]string{"2024-12-23", "2024-12-24", "2024-12-27", "2024-12-30", "2024-12-31"})
	if _, got := usual(closed).LatestNotice(day(t, "2025-01-28")); got.Format(time.DateOnly) != "2024-12-20" {
		t.Errorf("with the offices closed: %s", got.Format(time.DateOnly))
	}
}

func TestClearDaysLeaveBothEndsOut(t *testing.T) {
	for _, c := range []struct {
		published, meeting string
		counts             workflow.Works
		want               int
	}{
		{"2024-07-15", "2024-07-23", calendar.Working, 5}, {"2024-07-16", "2024-07-23", calendar.Working, 4}, {"2024-07-12", "2024-07-23", calendar.Working, 6},
		{"2024-05-13", "2024-06-10", workflow.EveryDay, 27}, {"2024-06-03", "2024-07-01", workflow.EveryDay, 27},
		{"2024-06-10", "2024-07-09", workflow.EveryDay, 28}, {"2024-08-12", "2024-09-10", workflow.EveryDay, 28},
		{"2024-07-23", "2024-07-23", workflow.EveryDay, 0}, {"2024-07-24", "2024-07-23", workflow.EveryDay, 0},
	} {
		if got := workflow.ClearDays(day(t, c.published), day(t, c.meeting), c.counts); got != c.want {
			t.Errorf("from %s to %s: %d, want %d", c.published, c.meeting, got, c.want)
		}
	}
}

func TestAGeneralExceptionAndACallInWaitInWorkingDays(t *testing.T) {
	for notice, want := range map[string]string{"2024-08-23": "2024-09-03", "2024-07-01": "2024-07-09", "2024-12-20": "2025-01-02"} {
		if got := workflow.AfterGeneralException(day(t, notice), 5, calendar.Working).Format(time.DateOnly); got != want {
			t.Errorf("after a notice on %s: %s, want %s", notice, got, want)
		}
	}
	ends, effective := workflow.CallIn(day(t, "2024-09-11"), 5, calendar.Working)
	if ends.Format(time.DateOnly) != "2024-09-18" || effective.Format(time.DateOnly) != "2024-09-19" {
		t.Errorf("ends %s, takes effect %s", ends.Format(time.DateOnly), effective.Format(time.DateOnly))
	}
}

// usual works out days by the usual timetable.
func usual(works workflow.Works) workflow.Deadlines {
	return workflow.Deadlines{Timetable: workflow.UsualTimetable, Works: works}
}

func TestAPlanCountsBackFromTheAgenda(t *testing.T) {
	for _, c := range []struct{ meeting, want string }{
		{"2024-07-23", "2024-06-24 2024-07-01 2024-07-11 2024-07-15 2024-07-23"}, {"2024-09-10", "2024-08-09 2024-08-16 2024-08-29 2024-09-02 2024-09-10"},
		{"2024-10-10", "2024-09-11 2024-09-18 2024-09-30 2024-10-02 2024-10-10"}, {"2025-01-28", "2024-12-27 2025-01-06 2025-01-16 2025-01-20 2025-01-28"},
	} {
		p := usual(calendar.Working).PlanBack(day(t, c.meeting))
		var got []string
		for _, d := range []time.Time{p.ToEqualityLead, p.Clearance, p.Lock, p.Agenda, p.Meeting} {
			got = append(got, d.Format(time.DateOnly))
		}
		if !slices.Equal(got, strings.Fields(c.want)) {
			t.Errorf("for %s: %s, want %s", c.meeting, got, c.want)
		}
	}
}

func TestTheRulesGiveTheBankHolidaysThatTheGovernmentPublished(t *testing.T) {
	published := map[string]string{"2024": "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26", "2025": "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
		"2026": "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28", "2027": "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"}
	for year, want := range published {
		var got []string
		for d := day(t, year+"-01-01"); d.Format("2006") == year; d = d.AddDate(0, 0, 1) {
			if calendar.Holiday(d) != "" {
				got = append(got, d.Format("01-02"))
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", year, got, want)
		}
		if last := year + "-12-31"; last > calendar.KnownUntil {
			t.Errorf("%s is not known", year)
		}
	}
}

func TestABankHolidayHasItsName(t *testing.T) {
	for on, want := range map[string]string{"2024-03-29": "Good Friday", "2026-12-28": "Boxing Day (substitute day)", "2022-09-19": "State Funeral of Queen Elizabeth II",
		"2024-03-28": "", "2026-12-26": ""} {
		if got := calendar.Holiday(day(t, on)); got != want {
			t.Errorf("%s is %q, want %q", on, got, want)
		}
	}
}
