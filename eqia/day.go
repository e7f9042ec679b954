package eqia

import (
	"fmt"
	"sync"
	"time"
)

// Day is a date in Europe/London, written YYYY-MM-DD; empty when there is none.
type Day string

// London is the time zone in which days begin and end.
var London = sync.OnceValue(func() *time.Location {
	loc, err := time.LoadLocation("Europe/London")
	if err != nil {
		panic("the Europe/London time zone is missing: " + err.Error())
	}
	return loc
})

// DayOf is the day an instant falls on in London.
func DayOf(t time.Time) Day { return Day(t.In(London()).Format(time.DateOnly)) }

// ParseDay reads YYYY-MM-DD; the error says what is wrong with it.
func ParseDay(s string) (Day, error) {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return "", fmt.Errorf("%q is not a date: write it as 2026-07-23", s)
	}
	return Day(s), nil
}

// Time is midnight at the start of the day in London; the zero time when there is no day.
func (d Day) Time() time.Time {
	t, err := time.ParseInLocation(time.DateOnly, string(d), London())
	if err != nil {
		return time.Time{}
	}
	return t
}

// Words is the day as it is written on pages, for example "4 June 2026".
func (d Day) Words() string {
	if d == "" {
		return ""
	}
	return d.Time().Format("2 January 2006")
}

// AddMonths is the same day of the month n months later, or that month's last day where it is shorter.
func (d Day) AddMonths(n int) Day {
	t := d.Time()
	last := time.Date(t.Year(), t.Month()+time.Month(n)+1, 0, 0, 0, 0, 0, time.UTC)
	return Day(last.AddDate(0, 0, min(t.Day(), last.Day())-last.Day()).Format(time.DateOnly))
}

// Moment is an instant as it is written on pages, for example "4 June 2026 at 9:32am".
func Moment(t time.Time) string { return t.In(London()).Format("2 January 2006 at 3:04pm") }
