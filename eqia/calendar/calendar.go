// Package calendar knows which days are worked in England: bank holidays by rule from a library, the one-off holidays that no rule knows,
// and the days on which the council's own offices are closed.
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
var oneOff = []string{"2022-09-19"} // the funeral of Queen Elizabeth II

// england is the calendar of bank holidays in England. It keeps no cache, so that several requests may read it at once.
var england = sync.OnceValue(func() *cal.Calendar {
	c := &cal.Calendar{}
	c.AddHoliday(gb.Holidays...)
	return c
})

// Holiday reports whether a day is a bank holiday in England, or the day that stands in for one.
func Holiday(day time.Time) bool {
	actual, observed, _ := england().IsHoliday(day)
	return actual && works(day.Weekday()) || observed || slices.Contains(oneOff, day.Format(time.DateOnly))
}

func works(w time.Weekday) bool { return w != time.Saturday && w != time.Sunday }

// Working reports whether a day is worked in England.
func Working(day time.Time) bool { return works(day.Weekday()) && !Holiday(day) }

// Except is the working days without those on which the offices are closed besides, each written YYYY-MM-DD.
func Except(closed []string) workflow.Works {
	return func(day time.Time) bool { return Working(day) && !slices.Contains(closed, day.Format(time.DateOnly)) }
}
