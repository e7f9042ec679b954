package clerk_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/workflow"
)

// blocked expects a draft on the second item, and gives the mark of what the rules say of it.
func (h *hall) blocked() string {
	h.t.Helper()
	at := h.reported(2, "")
	h.ok(h.c.Expect(h.t.Context(), eqiatest.Clerk(), committee.ExpectCommand{Appearance: at, Reference: h.written("")}))
	return h.found()
}

// found is the mark of the first finding about the second item.
func (h *hall) found() string {
	h.t.Helper()
	i, err := h.c.Item(h.t.Context(), eqiatest.Clerk(), h.item(2).ID)
	h.ok(err)
	return i.Findings[0].Mark()
}

func TestAClerkRecordsWhatTheMonitoringOfficerAgreedAndTheyConfirmIt(t *testing.T) {
	h := open(t)
	clerk, officer := eqiatest.Clerk(), eqiatest.MonitoringOfficer()
	path := h.at(2, "pass/"+h.blocked())
	link := h.get(clerk, h.path()).Find("#agenda a[href='" + path + "']")
	if link.Length() != 1 || !strings.HasPrefix(link.Text(), "Let this pass") {
		t.Fatalf("the meeting's page leads to it %d times", link.Length())
	}
	asked := h.get(clerk, path)
	asked.says(t, "The council asks for sign-off before the agenda is published")
	h.submit(clerk, asked, "Let it pass", url.Values{"public": {"It is fine."}, "how": {"by telephone at 16:35"}}).
		wants(t, "Enter the reason in at least 20 characters, in words the public can read")
	h.submit(clerk, asked, "Let it pass", url.Values{"public": {"Members will have it at the meeting."}}).
		wants(t, "Enter how the monitoring officer agreed and when, for example by telephone at 16:35")
	filled := url.Values{"public": {"Members will have it at the meeting."}, "how": {"by telephone at 16:35"}, "private": {"Advice from counsel"}}
	if done := h.submit(clerk, asked, "Let it pass", filled); done.Status != http.StatusSeeOther || done.Location != h.path() {
		t.Fatalf("it leads to %q", done.Location)
	}
	if again := h.post(clerk, path, filled); again.Status != http.StatusSeeOther {
		t.Errorf("sent again it answers %d", again.Status)
	}
	row := h.get(clerk, h.path()).row(2)
	for _, want := range []string{"Nothing outstanding", "Passed: EQ-02", "Members will have it at the meeting.", "by telephone at 16:35", "unless it is confirmed"} {
		if !strings.Contains(row, want) {
			t.Errorf("the row %q does not say %q", row, want)
		}
	}
	h.get(eqiatest.Member(), h.path()).neverSays(t, "Advice from counsel")
	list := h.get(officer, "/meetings/passes")
	list.says(t, "by telephone at 16:35")
	if done := h.submit(officer, list, "Confirm", url.Values{}); done.Location != "/meetings/passes" {
		t.Fatalf("confirming leads to %q (%d)", done.Location, done.Status)
	}
	h.get(officer, "/meetings/passes").says(t, "Nothing waits for you to confirm it.")
	h.get(officer, h.path()).says(t, "Confirmed on")
	if done := h.submit(officer, h.get(officer, h.path()), "End the pass", url.Values{}); done.Location != h.path() {
		t.Fatalf("ending it leads to %q", done.Location)
	}
	h.get(clerk, h.path()).says(t, "Blocked")
}

func TestAPassIsOnlyForThoseWhoMayAndForWhatIsStillFound(t *testing.T) {
	h := open(t)
	path := h.at(2, "pass/"+h.blocked())
	for _, method := range []string{http.MethodGet, http.MethodPost} {
		h.everyoneAsks(method, path, "clerk monitoring")
	}
	at := h.item(2).Appearance.ID
	id, err := h.c.Pass(t.Context(), eqiatest.MonitoringOfficer(), at, committee.PassCommand{Mark: h.found(), Public: "Members will have it at the meeting."})
	h.ok(err)
	h.everyoneAsks(http.MethodPost, h.at(2, "passes/"+string(id)+"/confirm"), "monitoring; refused clerk lead")
	h.everyoneAsks(http.MethodPost, h.at(2, "passes/"+string(id)+"/end"), "monitoring; refused clerk lead")
	if gone := h.get(eqiatest.Clerk(), path); gone.Status != http.StatusSeeOther || gone.Location != h.path() {
		t.Errorf("what was passed already leads to %q (%d)", gone.Location, gone.Status)
	}
	for _, odd := range []string{"pass/nonsense", "passes/nonsense/end"} {
		if got := h.post(eqiatest.MonitoringOfficer(), h.at(2, odd), url.Values{}).Status; got != http.StatusNotFound {
			t.Errorf("%s answers %d", odd, got)
		}
	}
}

func TestTheRuleBookIsSoftenedOnItsPage(t *testing.T) {
	h := open(t)
	officer := eqiatest.MonitoringOfficer()
	h.blocked()
	read := h.get(eqiatest.Clerk(), "/meetings/rules")
	read.says(t, "version "+committee.Ruleset)
	if n := read.Find("main select, main button").Length(); n > 0 {
		t.Errorf("a clerk finds %d fields", n)
	}
	page := h.get(officer, "/meetings/rules")
	if n := page.Find("#rules tbody tr").Length(); n != 39 {
		t.Errorf("the page lists %d rules", n)
	}
	filled := url.Values{"set": {"strict"}}
	for _, s := range page.Find("main select").EachIter() {
		filled.Set(s.AttrOr("name", ""), s.Find("option[selected]").AttrOr("value", ""))
	}
	for _, id := range []string{"EQ-01", "EQ-06", "AG-02"} {
		if page.Find("#weight-"+id+" option[value=off]").Length() > 0 {
			t.Errorf("%s can be switched off", id)
		}
	}
	filled.Set("weight-EQ-01", "off")
	h.submit(officer, page, "Save the rules", filled).wants(t, "Select a weight from the list for EQ-01")
	filled.Set("weight-EQ-01", string(eqia.Stop))
	filled.Set("set", "lax")
	h.submit(officer, page, "Save the rules", filled).wants(t, "Select how strictly the rules weigh")
	filled.Set("passer-EQ-07", string(workflow.Contributor))
	filled.Set("set", "strict")
	h.submit(officer, page, "Save the rules", filled).wants(t, "Select who may let EQ-07 pass")
	filled.Set("passer-EQ-07", string(workflow.Lead))
	filled.Set("agreer-PROC", "")
	h.submit(officer, page, "Save the rules", filled).wants(t, "Select who agrees the reason “The item is procedural”")
	filled.Set("agreer-PROC", string(workflow.Lead))
	filled.Set("set", string(committee.Introductory))
	if done := h.submit(officer, page, "Save the rules", filled); done.Status != http.StatusSeeOther {
		t.Fatalf("saving answers %d", done.Status)
	}
	if again := h.post(officer, "/meetings/rules", filled); again.Status != http.StatusSeeOther {
		t.Errorf("sent again it answers %d", again.Status)
	}
	if got := h.item(2).Readiness; got != committee.Warnings {
		t.Errorf("under the introductory set the item is %s", got)
	}
	read = h.get(eqiatest.Clerk(), "/meetings/rules")
	if got := read.Find("#rules tr:contains('EQ-07')").Text() + read.Find("#reasons tr:contains('procedural')").Text(); strings.Count(strings.ToLower(got), strings.ToLower(workflow.Lead.Label())) != 2 {
		t.Errorf("the book reads %s", got)
	}
	h.get(eqia.Person{ID: eqiatest.Administrator().ID, Roles: []workflow.Actor{workflow.Administrator}}, "/meetings/rules").says(t, "Introductory")
}

func TestAMeetingSaysWhichItemsNobodyBeganWith(t *testing.T) {
	h := open(t)
	const says = "The agenda has 4 items. Accounted for so far: 1."
	h.get(eqiatest.Clerk(), h.path()).says(t, says)
	h.get(eqiatest.Member(), h.path()).neverSays(t, says)
}
