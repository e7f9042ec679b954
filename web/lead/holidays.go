package lead

import (
	"fmt"
	"sync"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/gb"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// england is the calendar of bank holidays in England. It keeps no cache, so that several requests may read it at once.
var england = sync.OnceValue(func() *cal.Calendar {
	c := &cal.Calendar{}
	c.AddHoliday(gb.Holidays...)
	return c
})

// bankHoliday reports whether a day is a bank holiday in England.
func bankHoliday(day time.Time) bool {
	actual, observed, _ := england().IsHoliday(day)
	return actual || observed
}

// waiting says how long an assessment has been with the equality team: "12 working days (since 4 June 2026)".
func waiting(h eqia.Header, now time.Time) string {
	if h.SubmittedAt.IsZero() || h.State != workflow.Submitted && h.State != workflow.InReview {
		return "Not with us"
	}
	days := workflow.WorkingDays(h.SubmittedAt.In(eqia.London()), now.In(eqia.London()), bankHoliday)
	since := eqia.DayOf(h.SubmittedAt).Words()
	if days == 1 {
		return fmt.Sprintf("1 working day (since %s)", since)
	}
	return fmt.Sprintf("%d working days (since %s)", days, since)
}
