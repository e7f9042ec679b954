package public_test

import (
	"net/http"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
)

// without publishes version 1.0 with words left out.
func (s site) without(ref, words string) {
	s.t.Helper()
	c, err := s.OpenVersion(s.t.Context(), eqiatest.Lead(), ref, "1.0")
	s.ok(err)
	s.ok(s.LeaveOut(s.t.Context(), c, "", eqia.Marked{Words: words}))
	_, err = s.PublishWithout(s.t.Context(), c, eqia.RedactCommand{Revision: c.Revision, Grounds: []string{"3"}, Reason: "A bid is open.",
		ReviewOn: c.Today.AddMonths(1)})
	s.ok(err)
}

func TestAVersionWithWordsLeftOutSaysSoAndNotWhich(t *testing.T) {
	s := open(t)
	ref := s.signed("Sale of Alder House")
	s.without(ref, "Alder House")
	answer, doc := s.get("/assessments/" + ref)
	if answer.StatusCode != http.StatusOK || squeezed(doc.Find("h1")) != "Sale of "+eqia.LeftOut {
		t.Fatalf("status %d, heading %q", answer.StatusCode, squeezed(doc.Find("h1")))
	}
	said := squeezed(doc.Find("main"))
	for _, want := range []string{"Some words were left out", "Version 1.0, with some words left out", "(paragraph 3 of Schedule 12A)"} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q", want)
		}
	}
	if strings.Contains(doc.Text(), "Alder") || strings.Contains(doc.Text(), "A bid is open") {
		t.Error("it says what was left out, or why")
	}
}

func TestTheAddressOfTheWholeVersionLeadsToThePublicOne(t *testing.T) {
	s := open(t)
	ref := s.signed("Sale of Alder House")
	s.without(ref, "Alder House")
	answer, _ := s.get("/assessments/" + ref + "/v/1.0")
	if to := answer.Header.Get("Location"); answer.StatusCode != http.StatusFound || to != "/assessments/"+ref+"/v/1.1" {
		t.Errorf("status %d, to %q", answer.StatusCode, to)
	}
}

func TestWhatWasPublicWithThoseWordsIsGoneAndDoesNotRepeatThem(t *testing.T) {
	s := open(t)
	ref := s.published("Sale of Alder House")
	s.without(ref, "Alder House")
	answer, doc := s.get("/assessments/" + ref + "/v/1.0")
	if answer.StatusCode != http.StatusGone || strings.Contains(doc.Text(), "Alder") {
		t.Errorf("status %d, and it says %q", answer.StatusCode, squeezed(doc.Find("main")))
	}
	if doc.Find("main a[href='/assessments/"+ref+"']").Length() != 1 {
		t.Error("nothing leads to the version in force")
	}
	for _, path := range []string{"/assessments?q=alder", "/assessments?status=withdrawn", "/assessments.atom", "/open-data/assessments.csv",
		"/open-data/assessments.json"} {
		if _, doc := s.get(path); strings.Contains(squeezed(doc.Find("main, feed, body")), "Alder") {
			t.Errorf("%s says %q", path, squeezed(doc.Find("body")))
		}
	}
}
