package check

import (
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// decidedOn sets the day of the decision.
func decidedOn(day string) func(*eqia.Case) {
	return func(c *eqia.Case) { c.Content.Answers["decision_date"] = eqia.Answer{Day: eqia.Day(day)} }
}

func signedOn(day string) func(*eqia.Case) {
	return func(c *eqia.Case) { c.State, c.SignedAt = workflow.SignedOff, eqia.Day(day).Time() }
}

func TestAnAssessmentComesBeforeTheDecision(t *testing.T) {
	at := []string{"answer/decision_date"}
	judged(t, "T1", full, []example{
		{"the day has passed and nothing is signed", decidedOn("2026-11-01"), at},
		{"signed a day after the decision", inTurn(decidedOn("2026-09-03"), signedOn("2026-09-04")), at},
		{"the decision is today", decidedOn("2026-11-02"), nil},
		{"the decision is tomorrow", decidedOn("2026-11-03"), nil},
		{"signed on the day of the decision", inTurn(decidedOn("2026-09-03"), signedOn("2026-09-03")), nil},
		{"signed before a decision that is past by now", inTurn(decidedOn("2026-09-03"), signedOn("2026-08-20")), nil},
		{"not known yet", func(*eqia.Case) {}, nil},
	})
}

func TestThereIsTimeToChangeTheProposal(t *testing.T) {
	at := []string{"answer/decision_date"}
	judged(t, "T2", full, []example{
		{"nineteen working days", decidedOn("2026-10-28"), at},
		{"the next day", decidedOn("2026-10-02"), at},
		{"twenty working days", decidedOn("2026-10-29"), nil},
		{"half a year", decidedOn("2027-04-01"), nil},
		{"a decision before the start is another rule's", decidedOn("2026-09-30"), nil},
		{"nobody knows when a record from elsewhere was started", inTurn(decidedOn("2026-10-05"), func(c *eqia.Case) { c.Legacy = true }), nil},
		{"not known when it was started", inTurn(decidedOn("2026-10-05"), func(c *eqia.Case) { c.StartedAt = time.Time{} }), nil},
		{"not known when it is decided", func(*eqia.Case) {}, nil},
	})
}

func TestAnAssessmentIsLinkedToItsMeeting(t *testing.T) {
	apart := func(c *eqia.Case) { c.Placed = false }
	judged(t, "T6", full, []example{
		{"a committee decides and no meeting expects it", apart, []string{"answer/route"}},
		{"a meeting expects it", func(*eqia.Case) {}, nil},
		{"an officer decides", inTurn(apart, choosing("route", "officer")), nil},
		{"how it is decided is not known", inTurn(apart, choosing("route", "not_known")), nil},
		{"it is signed already, which is the clerk's matter", inTurn(apart, signedOn("2026-10-30")), nil},
	})
}

func TestWhatCameAfterSignOffIsLookedAt(t *testing.T) {
	signed := signedOn("2026-11-02")
	dated := func(date string) func(*eqia.Case) {
		return with(eqia.Evidence{No: 1, Title: "Survey of users", Date: date})
	}
	judged(t, "T8", full, []example{
		{"a source of a later day", inTurn(dated("3 March 2027"), signed), []string{"evidence/1"}},
		{"a source of a later month", inTurn(dated("December 2026"), signed), []string{"evidence/1"}},
		{"a source of a later year", inTurn(dated("2027"), signed), []string{"evidence/1"}},
		{"people who were asked later", inTurn(func(c *eqia.Case) {
			c.Content.Engagement = []eqia.Engagement{{No: 1, Who: "Tenants", When: "January 2027", Said: "Keep it.", Changed: "It is kept."}}
		}, signed), []string{"engagement/1"}},
		{"a source of the month of the sign-off", inTurn(dated("November 2026"), signed), nil},
		{"a source of the year of the sign-off", inTurn(dated("2026/27"), signed), nil},
		{"an older source", inTurn(dated("2024"), signed), nil},
		{"no date", inTurn(dated(""), signed), nil},
		{"not signed off yet", dated("3 March 2027"), nil},
	})
}
