// Package calendar knows which days are worked in England: bank holidays by rule from a library, and the one-off holidays that no rule knows.
// The days on which the council's own offices are closed are kept in the database, and taken out here.
package calendar

import (
	"slices"
	"sync"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/gb"

	"dorset-eqia/workflow"
)

// oneOff are bank holidays in England and Wales that were proclaimed for one year and are in no rule. Source: gov.uk/bank-holidays.
var oneOff = map[string]string{"2022-09-19": "State Funeral of Queen Elizabeth II"}

// KnownUntil is the last day up to which the government has published its bank holidays, and the rules here were compared with them. After it
// the rules go on, and a holiday may still be moved or added. Source: gov.uk/bank-holidays.
const KnownUntil = "2027-12-31"

// england is the calendar of bank holidays in England. It keeps no cache, so that several requests may read it at once.
var england = sync.OnceValue(func() *cal.Calendar {
	c := &cal.Calendar{}
	c.AddHoliday(gb.Holidays...)
	return c
})

// Holiday is the name of the bank holiday in England on a day, or of the one that the day stands in for; empty when there is none.
func Holiday(day time.Time) string {
	if name := oneOff[day.Format(time.DateOnly)]; name != "" {
		return name
	}
	actual, observed, rule := england().IsHoliday(day)
	switch {
	case actual && works(day.Weekday()):
		return rule.Name
	case observed:
		return rule.Name + " (substitute day)"
	default:
		return ""
	}
}

func works(w time.Weekday) bool { return w != time.Saturday && w != time.Sunday }

// Working reports whether a day is worked in England.
func Working(day time.Time) bool { return works(day.Weekday()) && Holiday(day) == "" }

// Except is the working days without those on which the offices are closed besides, each written YYYY-MM-DD.
func Except(closed []string) workflow.Works {
	return func(day time.Time) bool { return Working(day) && !slices.Contains(closed, day.Format(time.DateOnly)) }
}
