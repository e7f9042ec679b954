package clerk_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
)

// edited presses Save on the edit page of the nth item, with what is filled in beside what the page has.
func (h *hall) edited(n int, filled url.Values) answer {
	h.t.Helper()
	i := h.item(n)
	with := url.Values{"number": {i.Number}, "title": {i.Title}, "kind": {string(i.Kind)}, "access": {string(i.Access)}}
	for name, values := range filled {
		with[name] = values
	}
	return h.submit(eqiatest.Clerk(), h.get(eqiatest.Clerk(), h.at(n, "edit")), "Save", with)
}

func TestAnItemAndItsExemptPartAreOneMatter(t *testing.T) {
	h := open(t)
	ctx, clerk := t.Context(), eqiatest.Clerk()
	_, err := h.c.Link(ctx, clerk, h.reported(2, ""), committee.LinkCommand{Reference: h.signed(""), Relation: committee.Appended, Covers: committee.CoversAll})
	h.ok(err)
	two, four := string(h.item(2).ID), string(h.item(4).ID)
	h.edited(4, url.Values{"twin_of": {two}}).wants(t, "An item that is open is no exempt part of another. Change who can read it, or select None")
	for _, wrong := range []string{four, string(h.item(1).ID), eqiatest.NewID(), "nonsense"} {
		h.edited(4, url.Values{"access": {"fully_exempt"}, "twin_of": {wrong}}).wants(t, "Select an item from the list")
	}
	if got := h.edited(4, url.Values{"access": {"fully_exempt"}, "twin_of": {two}}); got.Status != http.StatusSeeOther {
		t.Fatalf("saving it answers %d", got.Status)
	}
	page := h.get(clerk, h.path())
	if row := page.row(4); !strings.Contains(row, "Exempt part of item 2") || !strings.Contains(row, "Nothing outstanding") || strings.Contains(row, "No equality assessment") {
		t.Errorf("its row says %q", row)
	}
	m, err := h.c.Meeting(ctx, clerk, h.meeting)
	h.ok(err)
	if n := m.Tally()[committee.NotStarted]; n != 1 {
		t.Errorf("%d items are not started, want the third alone", n)
	}
	if n := m.Tally()[committee.NothingOutstanding] + m.Tally()[committee.Warnings] + m.Tally()[committee.Blocked]; n != 1 {
		t.Errorf("the pair counts %d times", n)
	}
	h.get(clerk, h.at(4, "check")).says(t, "2 Parking charges")
	for _, seen := range []answer{h.get(eqiatest.Member(), h.path()), h.get(eqia.Person{}, "/council-meetings/"+string(h.meeting))} {
		seen.neverSays(t, "part of item")
		seen.neverSays(t, "Staff changes")
	}
	h.reported(4, "")
	if row := h.get(clerk, h.path()).row(4); !strings.Contains(row, "No equality assessment is linked") {
		t.Errorf("with a report of its own its row says %q", row)
	}
}

func TestAnItemWhoseOtherPartAsksForNothingIsAskedItself(t *testing.T) {
	h := open(t)
	h.edited(4, url.Values{"access": {"fully_exempt"}, "twin_of": {string(h.item(2).ID)}})
	h.edited(2, url.Values{"kind": {"procedural"}})
	if row := h.get(eqiatest.Clerk(), h.path()).row(4); !strings.Contains(row, "No equality assessment is linked") {
		t.Errorf("its row says %q", row)
	}
}

func TestWhetherThereIsAnAssessmentInPrivateIsSaidUnlessTheItemForbidsIt(t *testing.T) {
	h := open(t)
	ctx, clerk := t.Context(), eqiatest.Clerk()
	h.edited(2, url.Values{"access": {"fully_exempt"}})
	ref := h.signed("")
	_, err := h.c.Link(ctx, clerk, h.reported(2, ""), committee.LinkCommand{Reference: ref, Relation: committee.Appended, Covers: committee.CoversAll})
	h.ok(err)
	m, err := h.c.Meeting(ctx, clerk, h.meeting)
	h.ok(err)
	m.AgendaOn = eqia.DayOf(h.Now())
	h.ok(h.c.EditMeeting(ctx, clerk, m))
	c, err := h.Open(ctx, eqiatest.Author(), ref)
	h.ok(err)
	outside := []func() answer{func() answer { return h.get(eqiatest.Member(), h.path()) }, func() answer { return h.get(eqia.Person{}, "/council-meetings/"+string(h.meeting)) }}
	text := func() string { return words(h.get(clerk, h.at(2, "report-text")).Find("main").Text()) }
	alone := func() string {
		s, err := h.c.SectionBefore(ctx, c, committee.SectionStyle{})
		h.ok(err)
		return s.Plain()
	}
	for _, ask := range outside {
		ask().says(t, committee.StatedWords)
	}
	if may, err := h.c.MaySay(ctx, c.AssessmentID); err != nil || !may || !strings.Contains(text(), "exempt appendix") || !strings.Contains(alone(), "has been completed") {
		t.Errorf("before it is forbidden: %t, %v, %q, %q", may, err, text(), alone())
	}
	h.edited(2, url.Values{"silent": {"yes"}, "access": {"open"}}).wants(t, "An item that is open cannot keep an assessment from being named. Change who can read it, or clear the box")
	h.edited(2, url.Values{"silent": {"yes"}})
	for _, ask := range outside {
		ask().neverSays(t, "assessment has been completed")
	}
	if may, err := h.c.MaySay(ctx, c.AssessmentID); err != nil || may || strings.Contains(text(), "exempt appendix") || strings.Contains(alone(), "has been completed") {
		t.Errorf("once it is forbidden: %t, %v, %q, %q", may, err, text(), alone())
	}
	h.get(clerk, h.at(2, "check")).says(t, "Nobody is told that there is an assessment")
	calendar := h.get(eqia.Person{}, "/meetings.ics").Text()
	if slices.ContainsFunc([]string{ref, "Parking charges"}, func(secret string) bool { return strings.Contains(calendar, secret) }) {
		t.Error("the calendar names it")
	}
}
