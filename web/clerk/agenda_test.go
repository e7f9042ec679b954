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
