package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"dorset-eqia/eqia/eqiatest"
)

func closure(name string) url.Values {
	return url.Values{"name": {name}, "kind": {"closure"}, "from-day": {"20"}, "from-month": {"12"}, "from-year": {"2024"},
		"until-day": {"31"}, "until-month": {"12"}, "until-year": {"2024"}, "once": {eqiatest.NewID()}}
}

func TestAClosureMovesEveryDeadlineAndIsNamedThere(t *testing.T) {
	s := newSite(t)
	admin, clerk := s.as(t, eqiatest.Administrator()), s.as(t, eqiatest.Clerk())
	const meeting = "/meetings/deadlines?meeting-day=2&meeting-month=1&meeting-year=2025"
	if page := clerk.get(meeting); !strings.Contains(page.Body, "Friday 20 December 2024") {
		t.Error("before the closure the agenda is not due on 20 December")
	}
	if a := admin.post("/calendar", closure("Christmas closure")); a.Status != http.StatusSeeOther {
		t.Fatalf("adding it gave %d: %s", a.Status, a.Body)
	}
	page := clerk.get(meeting)
	if !strings.Contains(page.Body, "No, the council does not work: Christmas closure") || !strings.Contains(page.Body, "Thursday 12 December 2024") {
		t.Errorf("the closure is not left out: %s", page.Find("main").Text())
	}
	if n := strings.Count(page.Body, "Yes, clear day"); n != 5 {
		t.Errorf("%d clear days are counted", n)
	}
}

func TestDaysOffThatAreNotFilledInProperlyComeBack(t *testing.T) {
	s := newSite(t)
	admin := s.as(t, eqiatest.Administrator())
	a := admin.post("/calendar", url.Values{"name": {""}, "from-day": {"1"}})
	for _, want := range []string{"Enter what the days are called", "Select why the council does not work", "First day must include a month and year"} {
		if a.Status != http.StatusUnprocessableEntity || !strings.Contains(a.Body, want) {
			t.Errorf("status %d without %q", a.Status, want)
		}
	}
}

func TestAMeetingAfterTheKnownBankHolidaysIsWarnedAbout(t *testing.T) {
	s := newSite(t)
	clerk := s.as(t, eqiatest.Clerk())
	for year, want := range map[string]bool{"2027": false, "2031": true} {
		page := clerk.get("/meetings/deadlines?meeting-day=9&meeting-month=9&meeting-year=" + year)
		if got := strings.Contains(page.Body, "Bank holidays are known until"); got != want {
			t.Errorf("%s: warned %t", year, got)
		}
	}
}
