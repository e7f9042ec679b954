package lead_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/workflow"
)

func TestADecisionLeadsToThePageThatMakesIt(t *testing.T) {
	s := open(t)
	address := "/casework/" + s.taken()
	form := s.get(eqiatest.Lead(), address+"/decision").sound(t)
	read := "?revision=" + form.Find("input[name=revision]").AttrOr("value", "none")
	cases := map[string]struct {
		choice   string
		status   int
		location string
	}{
		"sign off": {"sign_off", 303, "/sign-off" + read}, "return": {"return", 303, "/return" + read}, "nothing": {"", 422, ""}, "something else": {"burn", 422, ""},
	}
	for name, tc := range cases {
		t.Run(name, func(t *testing.T) {
			got := s.submit(eqiatest.Lead(), form, address+"/decision", url.Values{"decision": {tc.choice}})
			if got.Status != tc.status || tc.location != "" && got.Location != address+tc.location {
				t.Errorf("status %d, to %q", got.Status, got.Location)
			}
		})
	}
}

func TestReturningNeedsACommentOrAReason(t *testing.T) {
	s := open(t)
	ref := s.taken()
	address := "/casework/" + ref + "/return"
	form := s.get(eqiatest.Reviewer(), address).sound(t)
	empty := s.submit(eqiatest.Reviewer(), form, address, url.Values{"reason": {" "}}).sound(t)
	if empty.Status != http.StatusUnprocessableEntity || empty.Find("#reason-error").Length() != 1 {
		t.Fatalf("without a reason it answers %d", empty.Status)
	}
	if got := s.submit(eqiatest.Reviewer(), empty, address, url.Values{"reason": {"Say more about Age"}}); got.Status != http.StatusSeeOther {
		t.Fatalf("with a reason it answers %d", got.Status)
	}
	if got := s.state(ref); got != workflow.ChangesRequested {
		t.Errorf("it is %s", got)
	}
}

func TestSigningTakesAPasswordAndAReading(t *testing.T) {
	s := open(t)
	s.givePassword(eqiatest.Lead())
	ref := s.taken()
	address := "/casework/" + ref + "/sign-off"
	form := s.get(eqiatest.Lead(), address).sound(t)
	cases := map[string]struct {
		values url.Values
		field  string
	}{
		"nothing filled in": {url.Values{}, "#read-error"},
		"no password":       {url.Values{"read": {"yes"}}, "#password-error"},
		"a wrong password":  {url.Values{"read": {"yes"}, "password": {"not the password"}}, "#password-error"},
		"not read":          {url.Values{"password": {password}}, "#read-error"},
	}
	for name, tc := range cases {
		t.Run(name, func(t *testing.T) {
			got := s.submit(eqiatest.Lead(), form, address, tc.values).sound(t)
			if got.Status != http.StatusUnprocessableEntity || got.Find(tc.field).Length() != 1 {
				t.Errorf("status %d, no %s", got.Status, tc.field)
			}
			if s.state(ref) != workflow.InReview {
				t.Error("it was signed")
			}
		})
	}
	for range 2 {
		if got := s.submit(eqiatest.Lead(), form, address, url.Values{"read": {"yes"}, "password": {password}}); got.Status != http.StatusSeeOther {
			t.Fatalf("signing answers %d", got.Status)
		}
	}
	if got := s.state(ref); got != workflow.SignedOff {
		t.Errorf("it is %s", got)
	}
}

func TestSigningIsRefusedWhenTheAssessmentMovedOrTheDigestIsAnother(t *testing.T) {
	s := open(t)
	s.givePassword(eqiatest.Lead())
	ref := s.taken()
	address := "/casework/" + ref + "/sign-off"
	form := s.get(eqiatest.Lead(), address)
	for name, change := range map[string]url.Values{"revision": {"revision": {"1"}}, "digest": {"digest": {strings.Repeat("0", 64)}}} {
		change.Set("read", "yes")
		change.Set("password", password)
		if got := s.submit(eqiatest.Lead(), form, address, change).Status; got != http.StatusConflict {
			t.Errorf("another %s: %d, want 409", name, got)
		}
	}
	if got := s.state(ref); got != workflow.InReview {
		t.Errorf("it is %s", got)
	}
}

func TestWhatBlocksSigningIsListedAndNothingIsSigned(t *testing.T) {
	s := open(t)
	s.givePassword(eqiatest.Lead())
	ref := s.taken()
	s.Checks = func(_ eqia.Case, gate eqia.Gate) []eqia.Finding {
		return []eqia.Finding{{Rule: "A", Severity: eqia.Stop, Gate: gate, Where: ageCard, Message: "Say which ages"}}
	}
	got := s.get(eqiatest.Lead(), "/casework/"+ref+"/sign-off").sound(t)
	got.says(t, "Age: Say which ages")
	if got.Find("input[name=password]").Length() > 0 {
		t.Error("the page asks for a signature all the same")
	}
	s.post(eqiatest.Lead(), "/casework/"+ref+"/sign-off", url.Values{"read": {"yes"}, "password": {password}})
	if got := s.state(ref); got != workflow.InReview {
		t.Errorf("it is %s", got)
	}
}

// helped is an assessment in review that the deputy lead helped to write.
func (s site) helped() string {
	s.t.Helper()
	ref := s.written()
	s.as(eqiatest.Author(), ref, func(ctx context.Context, c eqia.Case) error {
		return s.Invite(ctx, c, eqia.Invitation{Email: eqiatest.DeputyLead().Email, Relation: eqia.Involved})
	})
	s.as(eqiatest.Author(), ref, func(ctx context.Context, c eqia.Case) error {
		return s.Send(ctx, c, eqia.SendCommand{Revision: c.Revision})
	})
	s.move(eqiatest.Reviewer(), ref, workflow.Take, "")
	return ref
}

func TestAContributorIsToldWhoElseCanSign(t *testing.T) {
	s := open(t)
	s.givePassword(eqiatest.DeputyLead())
	address := "/casework/" + s.helped() + "/sign-off"
	got := s.get(eqiatest.DeputyLead(), address).sound(t)
	got.says(t, "You cannot sign this off")
	got.says(t, eqiatest.Lead().Name)
	if got.Status != http.StatusForbidden || strings.Contains(got.Find("main").Text(), eqiatest.DeputyLead().Name) {
		t.Errorf("status %d; or the page names the person themselves", got.Status)
	}
	if got := s.post(eqiatest.DeputyLead(), address, url.Values{"read": {"yes"}, "password": {password}}); got.Status != http.StatusForbidden {
		t.Errorf("posting all the same answers %d", got.Status)
	}
}

func TestTheMonitoringOfficerCanAllowAContributorWithAReason(t *testing.T) {
	s := open(t)
	s.givePassword(eqiatest.DeputyLead())
	ref := s.helped()
	address := "/casework/" + ref + "/sign-off"
	form := s.get(eqiatest.MonitoringOfficer(), address).sound(t)
	if form.Find("input[name=person]").Length() != 1 {
		t.Fatal("the one lead who helped is not offered")
	}
	person := url.Values{"person": {string(eqiatest.DeputyLead().ID)}}
	if got := s.submit(eqiatest.MonitoringOfficer(), form, address, person).sound(t); got.Status != http.StatusUnprocessableEntity {
		t.Errorf("without a reason it answers %d", got.Status)
	}
	person.Set("reason", "The other lead is away until after the decision")
	if got := s.submit(eqiatest.MonitoringOfficer(), form, address, person); got.Status != http.StatusSeeOther {
		t.Fatalf("with a reason it answers %d", got.Status)
	}
	signing := s.get(eqiatest.DeputyLead(), address)
	if got := s.submit(eqiatest.DeputyLead(), signing, address, url.Values{"read": {"yes"}, "password": {password}}); got.Status != http.StatusSeeOther {
		t.Errorf("signing then answers %d", got.Status)
	}
	if got := s.post(eqiatest.Reviewer(), address, url.Values{"do": {"allow"}, "person": {string(eqiatest.Lead().ID)}, "reason": {"Because"}}); got.Status != http.StatusForbidden {
		t.Errorf("someone else allowing answers %d, want 403", got.Status)
	}
}

func (s site) signed() string {
	s.t.Helper()
	ref := s.written()
	s.ok(eqiatest.Sign(s.t.Context(), s.Service, ref, eqiatest.Author(), eqiatest.Lead()))
	return ref
}

func TestPublishingIsConfirmedAndShownToThePublic(t *testing.T) {
	s := open(t)
	ref := s.signed()
	address := "/casework/" + ref + "/publish"
	form := s.get(eqiatest.Lead(), address).sound(t)
	if got := s.submit(eqiatest.Lead(), form, address, url.Values{}); got.Status != http.StatusSeeOther {
		t.Fatalf("it answers %d", got.Status)
	}
	record := s.get(eqiatest.Lead(), "/casework/"+ref+"/read").sound(t)
	public := record.Find("a[href='/assessments/" + ref + "/v/1.0']")
	if public.Length() != 1 || s.get(eqiatest.Lead(), public.AttrOr("href", "")).Status != http.StatusOK {
		t.Error("the record does not lead to the public page")
	}
	if got := s.get(eqiatest.Reviewer(), address).Status; got != http.StatusForbidden {
		t.Errorf("a reviewer gets %d, want 403", got)
	}
}

func TestTheRecordShowsTheSignature(t *testing.T) {
	s := open(t)
	ref := s.signed()
	c, err := s.Open(t.Context(), eqiatest.Lead(), ref)
	s.ok(err)
	for _, path := range []string{"/casework/" + ref + "/read", "/casework/" + ref + "/v/1.0"} {
		got := s.get(eqiatest.Author(), path).sound(t)
		got.says(t, c.CheckCode)
		got.says(t, c.Digest)
		got.says(t, "by the equality lead")
	}
	if got := s.get(eqiatest.Clerk(), "/casework/"+ref+"/read"); strings.Contains(got.Find("main").Text(), eqiatest.Author().Name) {
		t.Error("someone who did not work on it sees who did")
	}
}
