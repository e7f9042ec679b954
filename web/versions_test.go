package web_test

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/workflow"
)

func TestALeadWithdrawsAPublishedVersionWhileTheNextIsBeingWritten(t *testing.T) {
	s := newSite(t)
	m := s.bring(t, "published")
	if _, err := s.NewVersion(t.Context(), s.open(t, eqiatest.Author(), m.ref), eqia.NewVersionCommand{Purpose: eqia.Revises}); err != nil {
		t.Fatal(err)
	}
	lead := s.as(t, eqiatest.Lead())
	read := lead.get("/casework/" + m.ref + "/v/1.0")
	at, ok := read.Find("a:contains('Withdraw this version')").Attr("href")
	if !ok {
		t.Fatal("the record of version 1.0 has no way to withdraw it")
	}
	values := lead.get(at).form("form[action='" + at + "']")
	values.Set("reason", "The figures were those of another town.")
	if a := lead.post(at, values); a.Status != http.StatusSeeOther {
		t.Fatalf("got %d: %s", a.Status, a.Find("main").Text())
	}
	if a := s.anyone(t).get("/assessments/" + m.ref); a.Status != http.StatusGone {
		t.Errorf("the public page answers %d", a.Status)
	}
	if c := s.open(t, eqiatest.Author(), m.ref); c.State != workflow.Draft || c.Number() != "2.0" {
		t.Errorf("the next version is %s in state %s", c.Number(), c.State)
	}
}

func TestALeadLiftsARestrictionWithAReason(t *testing.T) {
	s := newSite(t)
	m := s.bring(t, "restricted")
	lead := s.as(t, eqiatest.Lead())
	at := "/casework/" + m.ref + "/move/lift_restriction"
	values := lead.get(at).form("form[action='" + at + "']")
	if a := lead.post(at, values); a.Status != http.StatusUnprocessableEntity {
		t.Errorf("without a reason: got %d", a.Status)
	}
	values.Set("reason", "The consultation with staff has begun, so everyone concerned knows.")
	if a := lead.post(at, values); a.Status != http.StatusSeeOther || s.open(t, eqiatest.Lead(), m.ref).Assessment.Restricted {
		t.Errorf("got %d, and it is still restricted", a.Status)
	}
	const reason = "so everyone concerned knows"
	if got := lead.get("/casework/" + m.ref + "/read").Find("main").Text(); !strings.Contains(got, reason) {
		t.Error("the lead does not see why it is no longer restricted")
	}
	if got := s.as(t, eqiatest.Author()).get("/casework/" + m.ref + "/read").Find("main").Text(); strings.Contains(got, reason) {
		t.Error("the author sees the lead's reason")
	}
}

func TestAnAuthorEndsSomeonesAccessAfterSending(t *testing.T) {
	s := newSite(t)
	m := s.bring(t, "in review")
	author := s.as(t, eqiatest.Author())
	page := author.get("/casework/" + m.ref + "/people")
	form := "form[action='/casework/" + m.ref + "/people/remove']"
	if n := page.Find(form).Length(); n != 2 {
		t.Fatalf("%d people can be removed", n)
	}
	values := url.Values{"person": {string(eqiatest.Adviser().ID)}, "revision": {strconv.Itoa(1)}}
	if a := author.post("/casework/"+m.ref+"/people/remove", values); a.Status != http.StatusSeeOther {
		t.Fatalf("got %d", a.Status)
	}
	if a := s.as(t, eqiatest.Adviser()).get("/casework/" + m.ref); a.Status != http.StatusNotFound {
		t.Errorf("the adviser still gets %d", a.Status)
	}
}
