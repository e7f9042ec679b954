package lead_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/check"
	"dorset-eqia/eqia/eqiatest"
)

// signedSaying is a signed assessment whose background says this.
func (s site) signedSaying(words string) string {
	s.t.Helper()
	ref := s.written()
	c, err := s.Open(s.t.Context(), eqiatest.Author(), ref)
	s.ok(err)
	base := map[string]int{"background": c.Stamps[eqia.PartKey{Kind: eqia.AnswerPart, Key: "background"}].Counter}
	s.ok(s.SaveAnswers(s.t.Context(), c, map[string]eqia.Answer{"background": {Text: words}}, base))
	s.ok(eqiatest.Sign(s.t.Context(), s.Service, ref, eqiatest.Author(), eqiatest.Lead()))
	s.Checks = check.Judge
	return ref
}

func TestPersonalDetailsAreLookedAtBeforeAnythingIsPublished(t *testing.T) {
	s := open(t)
	ref := s.signedSaying("Write to jane.alder@mail.example.")
	address := "/casework/" + ref + "/publish"
	form := s.get(eqiatest.Lead(), address).sound(t)
	if !strings.Contains(form.Find("main").Text(), "Take out an email address") {
		t.Errorf("the page says %q", form.Find("main").Text())
	}
	got := s.submit(eqiatest.Lead(), form, address, url.Values{}).sound(t)
	if got.Status != http.StatusUnprocessableEntity || got.Find("#looked-error").Length() != 1 {
		t.Fatalf("unseen it answers %d", got.Status)
	}
	if got = s.submit(eqiatest.Lead(), got, address, url.Values{"looked": {"yes"}}); got.Status != http.StatusSeeOther {
		t.Errorf("once looked at it answers %d", got.Status)
	}
}

func TestTheLeadLeavesWordsOutAndSeesBoth(t *testing.T) {
	s := open(t)
	ref := s.signedSaying("Write to jane.alder@mail.example.")
	address := "/casework/" + ref + "/v/1.0/leave-out"
	lead := eqiatest.Lead()
	page := s.get(lead, address).sound(t)
	for name, words := range map[string]string{"nothing": " ", "what is not there": "unicorns"} {
		if got := s.submit(lead, page, address, url.Values{"words": {words}}).sound(t); got.Status != http.StatusUnprocessableEntity || got.Find("#words-error").Length() != 1 {
			t.Errorf("%s answers %d", name, got.Status)
		}
	}
	if got := s.submit(lead, page, address, url.Values{"words": {"jane.alder@mail.example"}, "instead": {"the library"}}); got.Location != address {
		t.Fatalf("status %d, to %q", got.Status, got.Location)
	}
	page = s.get(lead, address).sound(t)
	if page.Find("del").Length() != 1 || page.Find("ins").Length() != 1 || !strings.Contains(page.Find("ins").Text(), "the library") {
		t.Error("it does not show both what goes and what comes")
	}
}

func TestTheLeadDecidesWhyWordsAreLeftOutAndPublishes(t *testing.T) {
	s := open(t)
	ref := s.signedSaying("Write to jane.alder@mail.example.")
	address, lead := "/casework/"+ref+"/v/1.0/leave-out", eqiatest.Lead()
	s.submit(lead, s.get(lead, address), address, url.Values{"words": {"jane.alder@mail.example"}})
	page := s.get(lead, address+"/publish").sound(t)
	if page.Find("input[name=looked]").Length() != 0 {
		t.Error("the details that were left out are still asked about")
	}
	filled := func() url.Values {
		return url.Values{"grounds": {"personal"}, "reason": {"It is personal."}, "review-day": {"1"}, "review-month": {"3"}, "review-year": {"2027"}}
	}
	for field, id := range map[string]string{"grounds": "grounds", "reason": "reason", "review-year": "review-year"} {
		values := filled()
		values.Del(field)
		got := s.submit(lead, page, address+"/publish", values).sound(t)
		if got.Status != http.StatusUnprocessableEntity || got.Find(".govuk-error-summary a[href='#"+id+"']").Length() != 1 {
			t.Errorf("without %s it answers %d", field, got.Status)
		}
	}
	for _, press := range []string{"once", "twice"} {
		got := s.submit(lead, page, address+"/publish", filled())
		if got.Status != http.StatusSeeOther || s.get(lead, got.Location).Status != http.StatusOK {
			t.Errorf("pressed %s it answers %d, and leads to %s", press, got.Status, got.Location)
		}
	}
	if got := s.get(lead, "/casework/"+ref+"/v/1.2").Status; got != http.StatusNotFound {
		t.Errorf("pressing twice made another version: %d", got)
	}
}

func TestWhyWordsAreLeftOutIsForThoseWhoDecide(t *testing.T) {
	s := open(t)
	ref := s.signedSaying("Write to jane.alder@mail.example.")
	lead := eqiatest.Lead()
	c, err := s.Open(t.Context(), lead, ref)
	s.ok(err)
	s.ok(s.LeaveOut(t.Context(), c, "", eqia.Marked{Words: "jane.alder@mail.example"}))
	_, err = s.PublishWithout(t.Context(), c, eqia.RedactCommand{Revision: c.Revision, Grounds: []string{"personal"}, Reason: "It is personal.",
		ReviewOn: c.Today.AddMonths(1), Looked: true})
	s.ok(err)
	public := s.get(lead, "/casework/"+ref+"/v/1.1").sound(t)
	if text := public.Find("main").Text(); !strings.Contains(text, "version 1.0 with some words left out") || !strings.Contains(text, "It is personal.") {
		t.Error("the public version does not say what it is, or why to the lead")
	}
	if text := s.get(eqiatest.Author(), "/casework/"+ref+"/v/1.1").sound(t).Find("main").Text(); strings.Contains(text, "It is personal.") || strings.Contains(text, "jane.alder") {
		t.Error("the author reads why it was decided, or what was left out")
	}
	if list := s.get(eqiatest.MonitoringOfficer(), "/review/closed").sound(t).Find("#left-out tbody tr").Text(); !strings.Contains(list, ref) {
		t.Errorf("the list of decisions has %q", list)
	}
}
