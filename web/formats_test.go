package web_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"dorset-eqia/eqia/eqiatest"
)

// upload posts a form that brings a file.
func (v visitor) upload(path string, fields map[string]string, file []byte) answer {
	v.t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for name, value := range fields {
		if err := w.WriteField(name, value); err != nil {
			v.t.Fatal(err)
		}
	}
	if file != nil {
		part, err := w.CreateFormFile("file", "../anything.exe")
		if err != nil {
			v.t.Fatal(err)
		}
		if _, err := part.Write(file); err != nil {
			v.t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		v.t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, path, &body)
	r.Header.Set("Content-Type", w.FormDataContentType())
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return v.ask(r)
}

func TestAFormatThatIsNotTakenIsAskedForAgain(t *testing.T) {
	s := newSite(t)
	ref := s.bring(t, "published").ref
	lead, at := s.as(t, eqiatest.Lead()), "/casework/"+ref+"/v/1.0/formats"
	fields := map[string]string{"kind": "easy_read", "language": "English"}
	for name, c := range map[string]struct {
		fields map[string]string
		file   []byte
		id     string
	}{
		"no kind":    {map[string]string{"language": "English"}, []byte("%PDF-1.7"), "kind"},
		"no file":    {fields, nil, "file"},
		"a program":  {fields, []byte("MZ\x90\x00"), "file"},
		"too large":  {fields, append([]byte("%PDF-1.7"), make([]byte, 10<<20)...), "file"},
		"a bad link": {map[string]string{"kind": "bsl", "link": "http://films.example"}, nil, "link"},
	} {
		if got := lead.upload(at, c.fields, c.file); got.Status != http.StatusUnprocessableEntity || got.Find("#"+c.id+"-error").Length() != 1 {
			t.Errorf("%s: status %d", name, got.Status)
		}
	}
}

func TestAnotherFormatIsUploadedSavedAndTakenAway(t *testing.T) {
	s := newSite(t)
	ref := s.bring(t, "published").ref
	lead, at := s.as(t, eqiatest.Lead()), "/casework/"+ref+"/v/1.0/formats"
	fields := map[string]string{"kind": "easy_read", "language": "English"}
	if got := lead.upload(at, fields, []byte("%PDF-1.7 easy")); got.Status != http.StatusSeeOther {
		t.Fatalf("status %d", got.Status)
	}
	if got := lead.upload(at, map[string]string{"kind": "bsl", "link": "https://films.example/1"}, nil); got.Status != http.StatusSeeOther {
		t.Fatalf("a film: status %d", got.Status)
	}
	links := s.anyone(t).get("/assessments/" + ref).Find("#other-formats a")
	if links.Length() != 2 || links.First().Text() != "Easy Read, English (PDF, 1 KB)" || links.Last().AttrOr("href", "") != "https://films.example/1" {
		t.Fatalf("the public page has %q", links.Text())
	}
	file := s.anyone(t).get(links.First().AttrOr("href", ""))
	want := map[string]string{"Content-Type": "application/pdf", "Content-Disposition": `attachment; filename="` + ref + `-v1.0-easy-read-english.pdf"`,
		"X-Content-Type-Options": "nosniff"}
	for name, value := range want {
		if got := file.Header.Get(name); got != value {
			t.Errorf("%s is %q, want %q", name, got, value)
		}
	}
	if file.Body != "%PDF-1.7 easy" {
		t.Errorf("the file holds %q", file.Body)
	}
	page := lead.get(at)
	inside := page.Find("a[href^='"+at+"/']").AttrOr("href", "")
	for w, want := range map[who]int{"author": 200, "clerk": 200} {
		if got := s.visit(t, w).get(inside).Status; got != want {
			t.Errorf("%s: %d", w, got)
		}
	}
	values := page.form("form[action='" + at + "/remove']")
	values["format"] = values["format"][:1]
	if got := lead.post(at+"/remove", values); got.Status != http.StatusSeeOther {
		t.Fatalf("status %d", got.Status)
	}
	if got := s.anyone(t).get(links.First().AttrOr("href", "")).Status; got != http.StatusNotFound {
		t.Errorf("once taken away it answers %d", got)
	}
	if got := s.anyone(t).get("/assessments/" + ref).Body; strings.Contains(got, "Easy Read, English") {
		t.Error("the public page still lists it")
	}
}

func TestAFormatOfWhatIsNotPublicIsNotThere(t *testing.T) {
	s := newSite(t)
	ref := s.bring(t, "signed off").ref
	lead, at := s.as(t, eqiatest.Lead()), "/casework/"+ref+"/v/1.0/formats"
	if got := lead.upload(at, map[string]string{"kind": "translation", "language": "Polish"}, []byte("Łatwy tekst")); got.Status != http.StatusSeeOther {
		t.Fatalf("status %d", got.Status)
	}
	id := strings.TrimPrefix(lead.get(at).Find("a[href^='"+at+"/']").AttrOr("href", ""), at)
	for _, path := range []string{"/assessments/" + ref + "/formats" + id, "/assessments/" + ref} {
		if got := s.anyone(t).get(path).Status; got != http.StatusNotFound {
			t.Errorf("%s answers %d", path, got)
		}
	}
	if got := s.as(t, eqiatest.Author()).post(at+"/remove", map[string][]string{"format": {strings.Trim(id, "/")}}).Status; got != http.StatusForbidden {
		t.Errorf("the author takes it away: %d", got)
	}
}
