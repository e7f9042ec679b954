package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
)

func TestAnyoneGivesFeedbackWithoutACookie(t *testing.T) {
	s := newSite(t)
	ref := s.bring(t, "published").ref
	public, at := s.anyone(t), "/assessments/"+ref+"/feedback"
	page := public.get(at)
	values := page.form("form[action='" + at + "']")
	for name, c := range map[string]struct{ text, email, id string }{"nothing": {" ", "", "text"}, "no address": {"Words", "me", "email"}} {
		values.Set("text", c.text)
		values.Set("email", c.email)
		if got := public.post(at, values); got.Status != http.StatusUnprocessableEntity || got.Find("#"+c.id+"-error").Length() != 1 || !strings.HasPrefix(got.Find("title").Text(), "Error: ") {
			t.Errorf("%s: status %d", name, got.Status)
		}
	}
	values.Set("text", "The bus of Mrs Alder goes on Tuesdays.")
	values.Set("email", "a.person@mail.example")
	for range 2 { // pressed twice, it is kept once
		if got := public.post(at, values); got.Status != http.StatusSeeOther || got.To != at+"/sent" || got.Header.Get("Set-Cookie") != "" {
			t.Fatalf("status %d, to %q, cookie %q", got.Status, got.To, got.Header.Get("Set-Cookie"))
		}
	}
	if got := public.get(at + "/sent"); got.Status != http.StatusOK || got.Header.Get("Set-Cookie") != "" {
		t.Errorf("afterwards: status %d", got.Status)
	}
	if list, err := s.FeedbackList(t.Context(), eqiatest.Lead()); err != nil || len(list) != 1 {
		t.Errorf("the lead has %v, %v", list, err)
	}
}

func TestTheLeadDecidesWhatIsShownOfFeedback(t *testing.T) {
	s := newSite(t)
	ref := s.bring(t, "published").ref
	public, lead := s.anyone(t), s.as(t, eqiatest.Lead())
	public.post("/assessments/"+ref+"/feedback", url.Values{"text": {"The bus of Mrs Alder goes on Tuesdays."}, "email": {"a.person@mail.example"}})
	rows := lead.get("/review/feedback").Find("#feedback tbody tr")
	if rows.Length() != 1 {
		t.Fatalf("the lead's list has %d rows", rows.Length())
	}
	decide := rows.Find("a").AttrOr("href", "")
	for w, want := range map[who]int{"reviewer": 404, "author": 404, "monitoring officer": 404} {
		if got := s.visit(t, w).get(decide).Status; got != want {
			t.Errorf("%s: %d", w, got)
		}
	}
	form := lead.get(decide)
	answer := form.form("form[action='" + decide + "']")
	if answer.Get("shown") != "The bus of Mrs Alder goes on Tuesdays." {
		t.Errorf("the lead starts with %q", answer.Get("shown"))
	}
	if got := lead.post(decide, answer); got.Status != http.StatusUnprocessableEntity || got.Find("#state-error").Length() != 1 {
		t.Errorf("with nothing selected: %d", got.Status)
	}
	answer.Set("state", "shown")
	answer.Set("shown", "A bus goes on Tuesdays.")
	answer.Set("answer", "We will ask for one on Fridays.")
	if got := lead.post(decide, answer); got.Status != http.StatusSeeOther {
		t.Fatalf("status %d", got.Status)
	}
	read := public.get("/assessments/" + ref)
	for word, want := range map[string]bool{"A bus goes on Tuesdays.": true, "We will ask for one on Fridays.": true, "Alder": false, "a.person@": false} {
		if strings.Contains(read.Body, word) != want {
			t.Errorf("the public reads %q: %t", word, !want)
		}
	}
}

func TestProgramsAreThankedAndNothingOfTheirsIsKept(t *testing.T) {
	s := newSite(t)
	at := "/assessments/" + s.bring(t, "published").ref + "/feedback"
	public := s.anyone(t)
	if got := public.post(at, url.Values{"text": {"Buy this"}, "website": {"https://shop.example"}}); got.To != at+"/sent" {
		t.Errorf("status %d", got.Status)
	}
	if list, err := s.FeedbackList(t.Context(), eqiatest.Lead()); err != nil || len(list) > 0 {
		t.Errorf("kept %v, %v", list, err)
	}
	status := 0
	for range 11 {
		status = public.post(at, url.Values{"text": {"Words"}}).Status
	}
	if status != http.StatusTooManyRequests {
		t.Errorf("the eleventh in an hour is answered with %d", status)
	}
}

func TestNobodyGivesFeedbackOnWhatWasWithdrawn(t *testing.T) {
	s := newSite(t)
	ref := s.bring(t, "published").ref
	c, err := s.Open(t.Context(), eqiatest.Lead(), ref)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Move(t.Context(), c, eqia.MoveCommand{Event: "withdraw", Revision: c.Revision, Reason: "It is wrong."}); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/feedback", "/feedback/sent"} {
		if got := s.anyone(t).get("/assessments/" + ref + path).Status; got != http.StatusNotFound {
			t.Errorf("%s answers %d", path, got)
		}
	}
}
