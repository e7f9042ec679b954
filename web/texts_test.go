package web_test

import (
	"net/http"
	"strings"
	"testing"

	"dorset-eqia/eqia/eqiatest"
)

func TestAnAdministratorWordsAPublicPageAndEveryoneReadsItAtOnce(t *testing.T) {
	s := newSite(t)
	admin, anyone := s.as(t, eqiatest.Administrator()), s.anyone(t)
	if a := anyone.get("/privacy"); !strings.Contains(a.Find("main").Text(), "Dorset Council is responsible") {
		t.Fatalf("the words that it came with are not there: %q", a.Find("main").Text())
	}
	if a := anyone.get("/texts/privacy"); a.Status != http.StatusSeeOther || a.To != "/sign-in?next=%2Ftexts%2Fprivacy" {
		t.Errorf("someone who is not signed in is sent to %q", a.To)
	}
	page := admin.get("/texts/privacy")
	form := page.form("form[action='/texts/privacy']")
	form.Set("body", "## Who we are\nAsk [us](/contact).\n* at {council}\n* by post\n{contact}")
	if a := admin.post("/texts/privacy", form); a.Status != http.StatusSeeOther || a.To != "/texts" {
		t.Fatalf("it answers %d and leads to %q", a.Status, a.To)
	}
	if a := admin.post("/texts/privacy", form); a.Status != http.StatusSeeOther {
		t.Errorf("pressed twice it answers %d", a.Status)
	}
	a := anyone.get("/privacy")
	if a.Find("main h2").First().Text() != "Who we are" || a.Find("main a[href='/contact']").Text() != "us" || a.Find("main ul li").First().Text() != "at Dorset Council" ||
		a.Find("main .govuk-inset-text").Length() != 1 {
		t.Errorf("everyone reads %q", a.Find("main").Text())
	}
	if list := admin.get("/texts/privacy"); list.Find("details").Length() != 1 || !strings.Contains(list.Find("details").Text(), "is responsible for what this service keeps") {
		t.Error("the words before are not kept")
	}
}

func TestWordsThatCannotStandAreShownAgainToBePutRight(t *testing.T) {
	s := newSite(t)
	admin := s.as(t, eqiatest.Administrator())
	form := admin.get("/texts/contact").form("form[action='/texts/contact']")
	for body, says := range map[string]string{"": "Enter the words of the page", "Ring us": "Keep a line with {contact} alone in it", "[x](javascript:y)\n{contact}": "leads nowhere"} {
		form.Set("body", body)
		a := admin.post("/texts/contact", form)
		if a.Status != http.StatusUnprocessableEntity || !strings.Contains(a.Find("#body-error").Text(), says) || a.Find("#body").Text() != body {
			t.Errorf("%q answers %d and says %q", body, a.Status, a.Find("#body-error").Text())
		}
	}
	for _, v := range []visitor{s.as(t, eqiatest.Lead()), s.as(t, eqiatest.Author())} {
		if a := v.get("/texts/contact"); a.Status != http.StatusNotFound {
			t.Errorf("someone else is answered %d", a.Status)
		}
		if a := v.post("/texts/contact", form); a.Status != http.StatusNotFound {
			t.Errorf("someone else who posts is answered %d", a.Status)
		}
	}
	if a := admin.get("/texts/terms"); a.Status != http.StatusNotFound {
		t.Errorf("a page there is not answers %d", a.Status)
	}
}
