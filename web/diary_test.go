package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
)

// sits adds a meeting of a new Cabinet a day from now, with one item, and gives it.
func (s *site) sits(t *testing.T, status committee.Status, access committee.Access, title string) committee.Meeting {
	t.Helper()
	c, ctx, clerk := eqiatest.Committees(t, s.Service), t.Context(), eqiatest.Clerk()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	body, err := c.AddCommittee(ctx, clerk, committee.Committee{Name: "Cabinet for " + string(status), Kind: committee.Cabinet, Regime: committee.Exec2012}, "")
	must(err)
	id, err := c.AddMeeting(ctx, clerk, committee.Meeting{Committee: committee.Committee{ID: body}, Status: status, StartsAt: s.Now().AddDate(0, 0, 1),
		Venue: "County Hall; main entrance"}, "")
	must(err)
	must(c.AddItems(ctx, clerk, committee.AgendaCommand{Meeting: id, Items: []committee.Item{{Number: "1", Title: title, Kind: committee.ReportItem, Access: access}}}))
	m, err := c.Meeting(ctx, clerk, id)
	must(err)
	return m
}

func TestAnyoneReadsTheCouncilsMeetingsAsACalendar(t *testing.T) {
	s := newSite(t)
	s.sits(t, committee.Confirmed, committee.FullyExempt, "Sale of the hush-hush depot")
	s.sits(t, committee.Provisional, committee.Open, "Parking")
	s.sits(t, committee.Cancelled, committee.Open, "Parking")
	a := s.anyone(t).get("/meetings.ics")
	if a.Status != http.StatusOK || a.Header.Get("Content-Type") != "text/calendar; charset=utf-8" || a.Header.Get("Set-Cookie") != "" {
		t.Fatalf("it answers %d with %v", a.Status, a.Header)
	}
	if n := strings.Count(a.Body, "BEGIN:VEVENT"); n != 2 || strings.Contains(a.Body, "provisional") || strings.Contains(a.Body, "hush-hush") {
		t.Errorf("it has %d meetings:\n%s", n, a.Body)
	}
	for _, line := range []string{"SUMMARY:Cabinet for cancelled\r\nSTATUS:CANCELLED", `LOCATION:County Hall\; main entrance`} {
		if !strings.Contains(a.Body, line) {
			t.Errorf("it does not say %q:\n%s", line, a.Body)
		}
	}
	r := httptest.NewRequest(http.MethodGet, "/meetings.ics", nil)
	r.Header.Set("If-None-Match", a.Header.Get("ETag"))
	if again := s.anyone(t).ask(r); again.Status != http.StatusNotModified {
		t.Errorf("the same calendar is sent again: %d", again.Status)
	}
}

func TestAPersonsOwnCalendarOpensBySecretAddressUntilItIsStopped(t *testing.T) {
	s := newSite(t)
	m := s.sits(t, committee.Confirmed, committee.FullyExempt, "Sale of the hush-hush depot")
	clerk := s.as(t, eqiatest.Clerk())
	page := clerk.get("/account/calendar")
	made := clerk.post("/account/calendar", page.form("main"))
	r := httptest.NewRequest(http.MethodGet, made.To, nil)
	for _, ck := range (&http.Response{Header: made.Header}).Cookies() {
		r.AddCookie(ck)
	}
	shown := clerk.ask(r)
	address, err := url.Parse(shown.Find("#calendar-address").Text())
	if err != nil || !strings.HasPrefix(address.Path, "/calendar/") || !strings.HasSuffix(address.Path, ".ics") {
		t.Fatalf("the address is %q, %v", shown.Find("#calendar-address").Text(), err)
	}
	if again := clerk.get("/account/calendar").Find("#calendar-address").Length(); again != 0 {
		t.Error("the address is shown a second time")
	}
	a := s.anyone(t).get(address.Path)
	for _, line := range []string{"UID:agenda-" + string(m.ID), "SUMMARY:28-day notice: Cabinet for confirmed\\, "} {
		if !strings.Contains(strings.ReplaceAll(a.Body, "\r\n ", ""), line) {
			t.Errorf("it does not say %q:\n%s", line, a.Body)
		}
	}
	if strings.Contains(a.Body, "hush-hush") || a.Header.Get("Set-Cookie") != "" || a.Header.Get("Cache-Control") != "no-store" || a.Header.Get("Referrer-Policy") != "no-referrer" {
		t.Errorf("it gives away too much: %v\n%s", a.Header, a.Body)
	}
	s.notFound(t, strings.TrimSuffix(address.Path, ".ics"), "/calendar/x.ics", "/calendar/.ics")
	if stop := clerk.post("/account/calendar/end", url.Values{}); stop.Status != http.StatusSeeOther {
		t.Errorf("stopping it answers %d", stop.Status)
	}
	s.notFound(t, address.Path)
}

// notFound fails unless each of the addresses answers as if there were nothing there.
func (s site) notFound(t *testing.T, paths ...string) {
	t.Helper()
	for _, p := range paths {
		if got := s.anyone(t).get(p).Status; got != http.StatusNotFound {
			t.Errorf("%s answers %d", p, got)
		}
	}
}
