package lead

import (
	"fmt"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/calendar"
	"dorset-eqia/workflow"
)

// waiting says how long an assessment has been with the equality team: "12 working days (since 4 June 2026)".
func waiting(h eqia.Header, now time.Time) string {
	if h.SubmittedAt.IsZero() || h.State != workflow.Submitted && h.State != workflow.InReview {
		return "Not with us"
	}
	days := workflow.WorkingDays(h.SubmittedAt.In(eqia.London()), now.In(eqia.London()), calendar.Holiday)
	since := eqia.DayOf(h.SubmittedAt).Words()
	if days == 1 {
		return fmt.Sprintf("1 working day (since %s)", since)
	}
	return fmt.Sprintf("%d working days (since %s)", days, since)
}
