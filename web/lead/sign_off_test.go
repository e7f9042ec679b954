package lead_test

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// rewrite takes an assessment in review back, changes its summary, and brings it into review again.
func (s site) rewrite(ref string) {
	s.t.Helper()
	s.move(eqiatest.DeputyLead(), ref, workflow.Release, "")
	s.move(eqiatest.Author(), ref, workflow.Recall, "")
	s.as(eqiatest.Author(), ref, func(ctx context.Context, c eqia.Case) error {
		q := form.QuestionSummary
		read := c.Stamps[eqia.PartKey{Kind: eqia.AnswerPart, Key: q}].Counter
		return s.SaveAnswers(ctx, c, map[string]eqia.Answer{q: {Text: "Something the lead has never read, and would not sign."}}, map[string]int{q: read})
	})
	s.as(eqiatest.Author(), ref, func(ctx context.Context, c eqia.Case) error {
		return s.Send(ctx, c, eqia.SendCommand{Revision: c.Revision})
	})
	s.move(eqiatest.Reviewer(), ref, workflow.Take, "")
}

func (s site) revision(ref string) string {
	s.t.Helper()
	c, err := s.Open(s.t.Context(), eqiatest.Lead(), ref)
	s.ok(err)
	return strconv.Itoa(c.Revision)
}

func TestASignOffPageIsNotShownAgainForAnAssessmentThatChanged(t *testing.T) {
	s := open(t)
	s.givePassword(eqiatest.Lead())
	ref := s.taken()
	at := "/casework/" + ref + "/sign-off"
	page := s.get(eqiatest.Lead(), at)
	s.rewrite(ref)
	cases := map[string]url.Values{
		"a wrong password": {"read": {"yes"}, "password": {"a typing mistake"}}, "an unticked box": {"password": {password}},
		"everything right": {"read": {"yes"}, "password": {password}},
	}
	for name, filled := range cases {
		t.Run(name, func(t *testing.T) {
			got := s.submit(eqiatest.Lead(), page, at, filled)
			if got.Status != http.StatusConflict || got.Find("input[name=digest]").Length() > 0 {
				t.Errorf("it answers %d, want 409 without a form", got.Status)
			}
			if s.state(ref) == workflow.SignedOff {
				t.Error("the lead signed what was put in after the page was read")
			}
		})
	}
}

func TestTheRevisionThatWasReadGoesFromTheReviewToTheDecisionAndOn(t *testing.T) {
	s := open(t)
	ref := s.taken()
	address, read := "/casework/"+ref, "?revision="+s.revision(ref)
	if s.get(eqiatest.Lead(), address+"/review").Find("a[href='"+address+"/decision"+read+"']").Length() != 1 {
		t.Fatal("the review does not lead to the decision with its revision")
	}
	for choice, next := range map[string]string{"sign_off": "/sign-off", "return": "/return"} {
		page := s.get(eqiatest.Lead(), address+"/decision"+read)
		again := s.submit(eqiatest.Lead(), page, address+"/decision", url.Values{})
		got := s.submit(eqiatest.Lead(), again, address+"/decision", url.Values{"decision": {choice}})
		if got.Status != http.StatusSeeOther || got.Location != address+next+read {
			t.Errorf("status %d, to %q", got.Status, got.Location)
		}
	}
}

func TestNothingIsDecidedOnAReviewThatIsOutOfDate(t *testing.T) {
	s := open(t)
	ref := s.taken()
	address, read := "/casework/"+ref, "?revision="+s.revision(ref)
	decision := s.get(eqiatest.Lead(), address+"/decision"+read)
	back := s.get(eqiatest.Lead(), address+"/return"+read)
	s.rewrite(ref)
	for _, page := range []string{"/decision", "/sign-off", "/return"} {
		if got := s.get(eqiatest.Lead(), address+page+read); got.Status != http.StatusConflict {
			t.Errorf("%s answers %d, want 409", page, got.Status)
		}
	}
	if got := s.submit(eqiatest.Lead(), decision, address+"/decision", url.Values{"decision": {"sign_off"}}); got.Status != http.StatusConflict {
		t.Errorf("deciding answers %d, want 409", got.Status)
	}
	for _, reason := range []string{"", "Say more about Age"} {
		if got := s.submit(eqiatest.Lead(), back, address+"/return", url.Values{"reason": {reason}}); got.Status != http.StatusConflict {
			t.Errorf("returning with the reason %q answers %d, want 409", reason, got.Status)
		}
	}
}

func TestAPermissionIsForTheRevisionThatTheMonitoringOfficerRead(t *testing.T) {
	s := open(t)
	ref := s.helped()
	address := "/casework/" + ref + "/sign-off"
	read := "?revision=" + s.revision(ref)
	if s.get(eqiatest.MonitoringOfficer(), "/casework/"+ref+"/review").Find("a[href='"+address+read+"']").Length() != 1 {
		t.Fatal("the review does not lead to the permission with its revision")
	}
	page := s.get(eqiatest.MonitoringOfficer(), address+read)
	s.move(eqiatest.Lead(), ref, workflow.Release, "")
	s.move(eqiatest.Reviewer(), ref, workflow.Take, "")
	filled := url.Values{"person": {string(eqiatest.DeputyLead().ID)}}
	if got := s.submit(eqiatest.MonitoringOfficer(), page, address, filled); got.Status != http.StatusConflict {
		t.Errorf("without a reason it answers %d, want 409", got.Status)
	}
}

func TestAReviewWithoutCommentsIsReadByThoseWhoMayNotComment(t *testing.T) {
	s := open(t)
	if got := s.get(eqiatest.MonitoringOfficer(), "/casework/"+s.taken()+"/review").sound(t); got.Status != http.StatusOK {
		t.Errorf("it answers %d", got.Status)
	}
}

func TestThePasswordCannotBeGuessedAtSignOff(t *testing.T) {
	s := open(t)
	s.givePassword(eqiatest.Lead())
	at := "/casework/" + s.taken() + "/sign-off"
	page := s.get(eqiatest.Lead(), at)
	for n := range 10 {
		guess := url.Values{"read": {"yes"}, "password": {strings.Repeat("wrong ", n+1)}}
		if got := s.submit(eqiatest.Lead(), page, at, guess); got.Status != http.StatusUnprocessableEntity {
			t.Fatalf("guess %d answers %d, want 422", n+1, got.Status)
		}
	}
	if got := s.submit(eqiatest.Lead(), page, at, url.Values{"read": {"yes"}, "password": {password}}); got.Status != http.StatusTooManyRequests {
		t.Errorf("after ten guesses it answers %d, want 429", got.Status)
	}
}
