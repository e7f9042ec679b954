package clerk_test

import (
	"net/http"
	"net/url"
	"testing"

	"dorset-eqia/eqia/eqiatest"
)

func TestTheTimetableIsTheCouncilsToSet(t *testing.T) {
	h := open(t)
	officer, clerk := eqiatest.MonitoringOfficer(), eqiatest.Clerk()
	const meeting = "/meetings/deadlines?meeting-day=23&meeting-month=7&meeting-year=2024"
	h.get(clerk, meeting).says(t, "Monday 15 July 2024")
	if n := h.get(clerk, "/meetings/timetable").Find("main input, main button").Length(); n > 0 {
		t.Errorf("a clerk finds %d fields", n)
	}
	page := h.get(officer, "/meetings/timetable")
	filled := url.Values{}
	for _, i := range page.Find("main input[type=text]").EachIter() {
		filled.Set(i.AttrOr("name", ""), i.AttrOr("value", ""))
	}
	filled.Set("agenda", "five")
	h.submit(officer, page, "Save the timetable", filled).wants(t, "Agenda is published: enter a whole number")
	filled.Set("agenda", "0")
	h.submit(officer, page, "Save the timetable", filled).wants(t, "Agenda is published: enter a number from 1 to 60")
	filled.Set("agenda", "7")
	filled.Set("lock", "11")
	h.submit(officer, page, "Save the timetable", filled).wants(t, "Reports stop changing after their clearance began: enter no more days than there")
	filled.Set("lock", "2")
	if done := h.submit(officer, page, "Save the timetable", filled); done.Status != http.StatusSeeOther {
		t.Fatalf("saving answers %d", done.Status)
	}
	if late := h.submit(officer, page, "Save the timetable", filled); late.Status != http.StatusSeeOther {
		t.Errorf("sent again it answers %d", late.Status)
	}
	h.get(clerk, meeting).says(t, "Thursday 11 July 2024")
	h.get(officer, "/meetings/timetable").says(t, "Usual: 5.")
	rules := h.get(officer, "/meetings/rules")
	kept := url.Values{"set": {"strict"}}
	for _, s := range rules.Find("main select").EachIter() {
		kept.Set(s.AttrOr("name", ""), s.Find("option[selected]").AttrOr("value", ""))
	}
	if done := h.submit(officer, rules, "Save the rules", kept); done.Status != http.StatusSeeOther {
		t.Fatalf("saving the rules answers %d", done.Status)
	}
	h.get(clerk, meeting).says(t, "Thursday 11 July 2024")
}
