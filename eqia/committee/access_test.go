package committee_test

import (
	"testing"

	"dorset-eqia/eqia/committee"
)

func TestAClosedAssessmentSaysWhatItWaitsFor(t *testing.T) {
	held := []committee.ClosedPlace{{Live: true, Access: committee.FullyExempt, Paragraphs: []string{"3", "1"}}, {Live: true, Paragraphs: []string{"3"}},
		{Paragraphs: []string{"7"}}}
	until := &committee.AccessDecision{ReviewOn: "2026-09-01"}
	for _, c := range []struct {
		name string
		p    committee.ClosedPaper
		want committee.AccessStage
	}{
		{"nobody has decided", committee.ClosedPaper{Places: held}, committee.AccessToDecide},
		{"decided", committee.ClosedPaper{Places: held, Decision: until}, committee.AccessSettled},
		{"its day has come", committee.ClosedPaper{Places: held, Decision: &committee.AccessDecision{ReviewOn: "2026-08-31"}}, committee.AccessToReview},
		{"no meeting has it any more", committee.ClosedPaper{Places: held[2:], Decision: until}, committee.AccessLapsed},
	} {
		if got := c.p.Stage("2026-08-31"); got != c.want {
			t.Errorf("%s: it waits for %q, want %q", c.name, got, c.want)
		}
	}
	if got := (committee.ClosedPaper{Places: held}).Paragraphs(); len(got) != 2 || got[0] != "1" || got[1] != "3" {
		t.Errorf("it is closed by %v", got)
	}
}

func TestTheStricterOfAnItemAndItsReportHolds(t *testing.T) {
	for _, c := range []struct {
		item, report  committee.Access
		opens, closed bool
	}{
		{committee.Open, committee.Open, true, false},
		{committee.Open, committee.PartExempt, false, false},
		{committee.PartExempt, committee.Open, false, false},
		{committee.Open, committee.FullyExempt, false, true},
		{committee.Confidential, committee.Open, false, true},
	} {
		i := committee.Item{Access: c.item, Appearance: &committee.Appearance{Report: committee.Report{Access: c.report}}}
		if i.Opens() != c.opens || i.Closed() != c.closed {
			t.Errorf("an item that is %s with a report that is %s opens: %t, is closed: %t", c.item, c.report, i.Opens(), i.Closed())
		}
	}
}
