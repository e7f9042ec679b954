package clerk_test

import (
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"

	"dorset-eqia/eqia/eqiatest"
)

func TestAMeetingOfTheCommitteeSystemIsPastedWhole(t *testing.T) {
	h := open(t)
	clerk := eqiatest.Clerk()
	raw, err := os.ReadFile("../../eqia/moderngov/testdata/meeting.xml")
	if err != nil {
		t.Fatal(err)
	}
	wrong := h.post(clerk, h.path()+"/agenda", url.Values{"agenda": {string(raw)}})
	says(t, wrong, "This file is of a meeting on 23 July 2027")
	added := h.get(clerk, "/meetings/add")
	id := added.Find("#committee option").Eq(1).AttrOr("value", "")
	done := h.submit(clerk, added, "Save and continue", url.Values{"committee": {id}, "date-day": {"23"}, "date-month": {"7"}, "date-year": {"2027"}, "time": {"10am"},
		"status": {"confirmed"}})
	preview := h.post(clerk, done.Location, url.Values{"agenda": {string(raw)}})
	if n := preview.Find("select[name^=kind-]").Length(); n != 5 {
		t.Fatalf("%d items are recognised, want 5 without the heading", n)
	}
	for field, want := range map[string]string{"kind-1": "procedural", "kind-2": "report", "access-2": "part_exempt", "access-4": "fully_exempt", "access-5": "fully_exempt"} {
		if got := preview.Find("select[name="+field+"] option[selected]").AttrOr("value", ""); got != want {
			t.Errorf("%s is %q, want %q", field, got, want)
		}
	}
	if got := h.submit(clerk, preview, "Add 5 items", url.Values{}); got.Status != http.StatusSeeOther || !strings.Contains(h.get(clerk, got.Location).row(2), "Fees & Charges") {
		t.Errorf("adding them answers %d", got.Status)
	}
	says(t, h.post(clerk, done.Location, url.Values{"agenda": {"<html><body>Sign in</body></html>"}}), "this is a web page")
}

// says fails the test unless the error summary has the words and the page asks again.
func says(t *testing.T, got answer, words string) {
	t.Helper()
	if summary := got.Find(".govuk-error-summary").Text(); got.Status != http.StatusUnprocessableEntity || !strings.Contains(summary, words) {
		t.Errorf("it answers %d and says %q, not %q", got.Status, summary, words)
	}
}

// offered is what the clerk sees when an agenda is pasted that has the title of an assessment on it.
func (h *hall) offered(reference string) (preview answer, field string) {
	h.t.Helper()
	c, err := h.Open(h.t.Context(), eqiatest.Author(), reference)
	h.ok(err)
	preview = h.post(eqiatest.Clerk(), h.path()+"/agenda", url.Values{"agenda": {"5. Minutes\n6. " + c.Title}})
	return preview, "link-2-" + reference
}

func TestAReportGoesOnTheAgendaWithItsAssessmentInOnePost(t *testing.T) {
	h := open(t)
	clerk, ref := eqiatest.Clerk(), h.signed("")
	preview, field := h.offered(ref)
	preview.says(t, "Its title has the same words")
	h.submit(clerk, preview, "Add 2 items", url.Values{field: {"appended"}, "label-" + field: {"Appendix 2"}})
	if row := h.get(clerk, h.path()).row(6); !strings.Contains(row, "Report R-") || !strings.Contains(row, ref+" version 1.0") ||
		!strings.Contains(row, "Appendix 2") || !strings.Contains(row, "Nothing outstanding") {
		t.Errorf("the row says %q", row)
	}
	again, second := h.offered(ref)
	known := h.item(6).Appearance.Report.Reference
	h.submit(clerk, again, "Add 2 items", url.Values{"report-2": {known}, second: {""}})
	if got := h.item(8).Appearance; got.Report.Reference != known || len(got.Links) != 0 {
		t.Errorf("the report that was here is %s with %d links", got.Report.Reference, len(got.Links))
	}
}

func TestAnAssessmentThatIsNotSignedIsExpectedFromTheAgendaAlone(t *testing.T) {
	h := open(t)
	ref := h.written("")
	preview, field := h.offered(ref)
	if n := preview.Find("select[name='" + field + "'] option").Length(); n != 2 {
		t.Errorf("there are %d ways for a draft to be with a report", n)
	}
	h.submit(eqiatest.Clerk(), preview, "Add 2 items", url.Values{field: {"expected"}})
	if row := h.get(eqiatest.Clerk(), h.path()).row(6); !strings.Contains(row, "Blocked") || !strings.Contains(row, ref+": draft.") {
		t.Errorf("the row says %q", row)
	}
}

func TestWhatIsWrongWithALinkOfAnAgendaIsSaidBesideIt(t *testing.T) {
	h := open(t)
	ref := h.signed("")
	preview, field := h.offered(ref)
	h.submit(eqiatest.Clerk(), preview, "Add 2 items", url.Values{field: {"appended"}, "label-" + field: {strings.Repeat("x", 501)}}).wants(t,
		"This is too long. Keep it under 500 characters")
	if n := h.item(4).Order; n != 4 {
		t.Errorf("the last item is number %d", n)
	}
}

func TestAClerkRecordsWhyAMeetingIsCalledAtShortNoticeAndMeetsTheReasonAgain(t *testing.T) {
	h := open(t)
	clerk, reason := eqiatest.Clerk(), "The river rose on Monday."
	got := h.submit(clerk, h.get(clerk, h.path()+"/edit"), "Save and continue", url.Values{"date-day": {"3"}, "date-month": {"3"}, "date-year": {"2027"},
		"time": {"10am"}, "status": {"confirmed"}, "short_notice": {reason}})
	if got.Status != http.StatusSeeOther {
		t.Fatalf("saving it answers %d", got.Status)
	}
	m, err := h.c.Meeting(t.Context(), clerk, h.meeting)
	h.ok(err)
	if m.ShortNotice != reason {
		t.Errorf("the reason is %q", m.ShortNotice)
	}
	if shown := words(h.get(clerk, h.path()+"/edit").Find("#short_notice").Text()); shown != reason {
		t.Errorf("the form shows %q", shown)
	}
}
