package workflow

import "time"

// WorkingDays counts the working days after one day, up to and including another: no Saturdays, no Sundays, no holidays. It is 0 when the
// second day is not after the first. Both are taken as the days they are in their own time zones.
func WorkingDays(from, to time.Time, holiday func(time.Time) bool) int {
	n := 0
	for day, last := midnight(from).AddDate(0, 0, 1), midnight(to); !day.After(last); day = day.AddDate(0, 0, 1) {
		weekend := day.Weekday() == time.Saturday || day.Weekday() == time.Sunday
		if !weekend && !holiday(day) {
			n++
		}
	}
	return n
}

// midnight is the start of an instant's day as a date without a zone, so that every day is 24 hours long.
func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}
