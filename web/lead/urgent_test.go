package lead_test

import (
	"net/http"
	"net/url"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
)

func TestAnUrgentSignOffIsListedUntilItsReviewIsDone(t *testing.T) {
	s := open(t)
	ref := s.underReview()
	form := s.get(eqiatest.Author(), "/casework/"+ref+"/urgent").sound(t)
	if got := s.submit(eqiatest.Author(), form, "/casework/"+ref+"/urgent", url.Values{"reason": {"Tonight"}}); got.Status != http.StatusUnprocessableEntity {
		t.Errorf("without who agreed it answers %d", got.Status)
	}
	got := s.submit(eqiatest.Author(), form, "/casework/"+ref+"/urgent", url.Values{"reason": {"The bridge closes tonight."}, "agreed": {"Head of Highways"}})
	if got.Status != http.StatusSeeOther {
		t.Fatalf("it answers %d", got.Status)
	}
	s.get(eqiatest.Lead(), "/casework/"+ref+"/sign-off").sound(t).says(t, "The full review then has to be done by 16 November 2026")
	c, err := s.Open(t.Context(), eqiatest.Lead(), ref)
	s.ok(err)
	_, digest, err := eqia.Seal(c.Content, nil)
	s.ok(err)
	s.ok(s.SignOff(t.Context(), c, eqia.SignCommand{Revision: c.Revision, Digest: digest}))
	s.get(eqiatest.Lead(), "/review").says(t, "Urgent, still to be reviewed: 1")
	list := s.get(eqiatest.Reviewer(), "/review?only=urgent").sound(t)
	if list.Find("#queue tbody tr").Length() != 1 {
		t.Fatal("it is not listed")
	}
	at := "/casework/" + ref + "/v/1.0/review-done"
	if got := s.get(eqiatest.Author(), at); got.Status < 400 {
		t.Errorf("the author records the review: %d", got.Status)
	}
	done := s.get(eqiatest.Reviewer(), at).sound(t)
	if got := s.submit(eqiatest.Reviewer(), done, at, url.Values{"reason": {"Nothing has to change."}}); got.Status != http.StatusSeeOther {
		t.Errorf("recording the review answers %d", got.Status)
	}
	s.get(eqiatest.Reviewer(), "/casework/"+ref+"/read").sound(t).says(t, "Nothing has to change.")
	if s.get(eqiatest.Reviewer(), "/review?only=urgent").Find("#queue").Length() != 0 {
		t.Error("it is still listed")
	}
}

func TestALeadTakesAnUrgentMarkBackWithAReason(t *testing.T) {
	s := open(t)
	ref := s.underReview()
	at := "/casework/" + ref + "/move/take_back_urgent"
	if got := s.get(eqiatest.Lead(), at); got.Status < 400 {
		t.Errorf("where there is no mark it answers %d", got.Status)
	}
	c, err := s.Open(t.Context(), eqiatest.Author(), ref)
	s.ok(err)
	s.ok(s.MarkUrgent(t.Context(), c, eqia.UrgentCommand{Reason: "Tonight", Agreed: "Head of service", Revision: c.Revision}))
	for _, p := range []eqia.Person{eqiatest.Author(), eqiatest.Reviewer()} {
		if got := s.get(p, at); got.Status < 400 {
			t.Errorf("%s may take it back: %d", p.Name, got.Status)
		}
	}
	form := s.get(eqiatest.Lead(), at).sound(t)
	if got := s.submit(eqiatest.Lead(), form, at, url.Values{}); got.Status != http.StatusUnprocessableEntity {
		t.Errorf("without a reason it answers %d", got.Status)
	}
	if got := s.submit(eqiatest.Lead(), form, at, url.Values{"reason": {"The meeting was put off."}}); got.Status != http.StatusSeeOther {
		t.Errorf("it answers %d", got.Status)
	}
	for _, p := range []string{"/casework/" + ref, "/casework/" + ref + "/review"} {
		s.get(eqiatest.Lead(), p).sound(t).says(t, "The meeting was put off.")
	}
}

func TestAnAuthorTakesAnUrgentMarkBackInADraftWithoutAReason(t *testing.T) {
	s := open(t)
	ref := s.written()
	c, err := s.Open(t.Context(), eqiatest.Author(), ref)
	s.ok(err)
	s.ok(s.MarkUrgent(t.Context(), c, eqia.UrgentCommand{Reason: "Tonight", Agreed: "Head of service", Revision: c.Revision}))
	at := s.get(eqiatest.Author(), "/casework/"+ref).sound(t).Find("a:contains('Take back the urgent mark')").AttrOr("href", "")
	form := s.get(eqiatest.Author(), at).sound(t)
	if form.Find("textarea").Length() > 0 {
		t.Error("the author is asked why")
	}
	if got := s.submit(eqiatest.Author(), form, at, url.Values{}); got.Status != http.StatusSeeOther || got.Location != "/casework/"+ref {
		t.Errorf("it answers %d and leads to %s", got.Status, got.Location)
	}
	if c, err = s.Open(t.Context(), eqiatest.Author(), ref); err != nil || c.Urgent.Is() {
		t.Errorf("it is still urgent: %v", err)
	}
}
