package public_test

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dorset-eqia/web/document/pdf/pdftest"
)

func TestAPublishedVersionCanBeHadAsAPDF(t *testing.T) {
	s := open(t)
	ref := s.published("Garden waste moves online")
	at := "/assessments/" + ref + "/v/1.0/pdf"
	_, page := s.get("/assessments/" + ref)
	if page.Find(`a[href="`+at+`"]`).Length() != 1 {
		t.Error("the page does not lead to the PDF")
	}
	a, body := s.read(at)
	if a.StatusCode != http.StatusOK || a.Header.Get("Content-Type") != "application/pdf" || !strings.Contains(a.Header.Get("Content-Disposition"), ref+"-v1.0.pdf") {
		t.Fatalf("%d %v", a.StatusCode, a.Header)
	}
	file := pdftest.Kept(t, []byte(body))
	if text := pdftest.Run(t, "pdftotext", file, "-"); !strings.Contains(text, "Garden waste moves online") || !strings.Contains(text, ref+" v1.0 · ") {
		t.Error("the PDF does not say what it is")
	}
	if again, second := s.read(at); again.Header.Get("ETag") != a.Header.Get("ETag") || second != body {
		t.Error("a second copy is not the same")
	}
	if kept, rest := s.read(at, "If-None-Match", a.Header.Get("ETag")); kept.StatusCode != http.StatusNotModified || rest != "" {
		t.Errorf("a kept copy is sent again: %d", kept.StatusCode)
	}
}

func TestAPublicPDFNamesNobody(t *testing.T) {
	s := open(t)
	_, body := s.read("/assessments/" + s.published("Garden waste moves online") + "/v/1.0/pdf")
	file, record := pdftest.Kept(t, []byte(body)), filepath.Join(t.TempDir(), "record.json")
	pdftest.Run(t, "pdfdetach", "-save", "1", "-o", record, file)
	attached, err := os.ReadFile(record)
	s.ok(err)
	all := string(attached) + pdftest.Read(t, file)
	for _, name := range []string{`"by": "E`, "portfolio_holder", "senior_officer", `"name":`} {
		if strings.Contains(all, name) {
			t.Errorf("the PDF holds %q", name)
		}
	}
}

func TestThereIsNoPDFOfWhatIsNotPublishedAndAWithdrawnOneSaysWhy(t *testing.T) {
	s := open(t)
	if a, _ := s.read("/assessments/" + s.signed("Waiting") + "/v/1.0/pdf"); a.StatusCode != http.StatusNotFound {
		t.Errorf("a version that is not published gives %d", a.StatusCode)
	}
	ref := s.published("A scheme that stopped")
	s.withdraw(ref, "The scheme stopped.")
	if a, page := s.get("/assessments/" + ref + "/v/1.0/pdf"); a.StatusCode != http.StatusGone || !strings.Contains(page.Text(), "The scheme stopped.") {
		t.Errorf("a withdrawn version gives %d", a.StatusCode)
	}
}
