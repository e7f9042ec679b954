package public_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestAKeptPageIsTheSamePageForEveryReader(t *testing.T) {
	s := open(t)
	path := "/assessments/" + s.published("Garden waste moves online")
	first, drawn := s.read(path)
	again, kept := s.read(path)
	packed, raw := s.read(path, "Accept-Encoding", "br, gzip")
	if packed.Header.Get("Content-Encoding") != "gzip" || first.Header.Get("Content-Encoding")+again.Header.Get("Content-Encoding") != "" {
		t.Fatalf("packed as %q, plain as %q", packed.Header.Get("Content-Encoding"), again.Header.Get("Content-Encoding"))
	}
	r, err := gzip.NewReader(strings.NewReader(raw))
	s.ok(err)
	unpacked, err := io.ReadAll(r)
	s.ok(err)
	if kept != drawn || string(unpacked) != drawn {
		t.Error("the kept page is another than the one that was drawn")
	}
	for _, name := range []string{"Etag", "Cache-Control", "Content-Type", "Vary", "X-Robots-Tag", "Content-Security-Policy"} {
		if first.Header.Get(name) != again.Header.Get(name) || first.Header.Get(name) != packed.Header.Get(name) {
			t.Errorf("%s is %q, then %q, and packed %q", name, first.Header.Get(name), again.Header.Get(name), packed.Header.Get(name))
		}
	}
	same, body := s.read(path, "If-None-Match", packed.Header.Get("Etag"))
	if same.StatusCode != http.StatusNotModified || body != "" {
		t.Errorf("a reader who has it is answered %d with %d bytes", same.StatusCode, len(body))
	}
}

func TestAKeptPageIsDrawnAgainAsSoonAsAnythingChanges(t *testing.T) {
	s := open(t)
	ref := s.published("Garden waste moves online")
	for _, path := range []string{"/assessments", "/assessments/" + ref, "/assessments/" + ref + "/v/1.0"} {
		s.read(path)
	}
	s.again(ref)
	if _, doc := s.get("/assessments/" + ref + "/v/1.0"); doc.Find(".govuk-warning-text").Length() == 0 {
		t.Error("a version that was replaced is shown as the one in force")
	}
	s.withdraw(ref, "The scheme stopped.")
	for _, path := range []string{"/assessments/" + ref, "/assessments/" + ref + "/v/2.0"} {
		if answer, _ := s.read(path); answer.StatusCode != http.StatusGone {
			t.Errorf("%s answers %d after it was withdrawn", path, answer.StatusCode)
		}
	}
	if _, doc := s.get("/assessments"); doc.Find("#results li").Length() > 0 {
		t.Error("the register lists what was withdrawn")
	}
}

func TestAKeptPageIsDrawnAgainOnTheNextDay(t *testing.T) {
	s := open(t)
	s.publish(1, "Library hours", "")
	before, _ := s.read("/assessments")
	now := s.Now
	s.Now = func() time.Time { return now().AddDate(0, 0, 1) }
	if after, _ := s.read("/assessments"); before.Header.Get("Etag") == after.Header.Get("Etag") {
		t.Error("yesterday's page is still shown")
	}
}

func TestAPageWithAnErrorOrAQueryIsNotKept(t *testing.T) {
	s := open(t)
	for _, path := range []string{"/assessments/EQIA-2026-0001", "/assessments?q=library"} {
		s.read(path)
	}
	s.publish(1, "Library hours", "")
	if answer, _ := s.read("/assessments/EQIA-2026-0001"); answer.StatusCode != http.StatusOK {
		t.Errorf("it answers %d once it is published", answer.StatusCode)
	}
	if answer, _ := s.read("/assessments?q=library", "Accept-Encoding", "gzip"); answer.Header.Get("Content-Encoding") != "" {
		t.Error("a search is kept")
	}
}
