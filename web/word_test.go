package web_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"dorset-eqia/eqia/eqiatest"
	wt "dorset-eqia/eqia/word/wordtest"
)

// bring posts a form with a file in it.
func (v visitor) bring(path string, raw []byte) answer {
	v.t.Helper()
	hidden := v.get(path).form("form[action='" + path + "']")
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for name := range hidden {
		if err := form.WriteField(name, hidden.Get(name)); err != nil {
			v.t.Fatal(err)
		}
	}
	part, err := form.CreateFormFile("file", "form.docx")
	if err == nil {
		_, err = part.Write(raw)
	}
	if err != nil {
		v.t.Fatal(err)
	}
	if err := form.Close(); err != nil {
		v.t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, path, &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return v.ask(r)
}

const bringAt = "/imports/assessment"

func TestAWordFileBecomesADraftWhenItWasLookedAt(t *testing.T) {
	s := newSite(t)
	author := s.as(t, eqiatest.Author())
	brought := author.bring(bringAt, wt.File(wt.Table(wt.Texts("Cost centre", "C1234"), wt.Texts("Age", "Positive", "Fewer falls."), wt.Texts("Disability", "", ""))))
	if brought.Status != http.StatusSeeOther || !strings.HasPrefix(brought.To, bringAt+"/") {
		t.Fatalf("it answers %d to %q: %s", brought.Status, brought.To, brought.Find(".govuk-error-summary").Text())
	}
	at, _, _ := strings.Cut(brought.To, "?")
	page := author.get(at)
	for _, want := range []string{"What we did not understand", "C1234", "What we understood", "Fewer falls.", "Left empty in the file", "Never asked in the file"} {
		if !strings.Contains(page.Text(), want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if other := s.as(t, eqiatest.Lead()).get(at); other.Status != http.StatusNotFound {
		t.Errorf("someone else is answered %d", other.Status)
	}
	form := page.form("form[action='" + at + "']")
	if again := author.post(at, form); again.Status != http.StatusUnprocessableEntity || !strings.Contains(again.Text(), "Enter the name of the proposal") {
		t.Errorf("without a name it answers %d", again.Status)
	}
	form.Set("title", "Grit bins")
	made := author.post(at, form)
	if made.Status != http.StatusSeeOther || !strings.HasPrefix(made.To, "/casework/EQIA-") {
		t.Fatalf("it answers %d to %q", made.Status, made.To)
	}
	if twice := author.post(at, form); twice.To != made.To {
		t.Errorf("pressed twice it leads to %q, not %q", twice.To, made.To)
	}
	if gone := author.get(at); gone.Status != http.StatusNotFound {
		t.Errorf("the file is still there: %d", gone.Status)
	}
}

func TestAWordFileThatIsLetGoIsGone(t *testing.T) {
	s := newSite(t)
	author := s.as(t, eqiatest.Author())
	at, _, _ := strings.Cut(author.bring(bringAt, wt.File(wt.P("Text"))).To, "?")
	if dropped := author.post(at+"/drop", author.get(at).form("form[action='"+at+"']")); dropped.Status != http.StatusSeeOther {
		t.Errorf("it answers %d", dropped.Status)
	}
	if gone := author.get(at); gone.Status != http.StatusNotFound {
		t.Errorf("the file is still there: %d", gone.Status)
	}
}

func TestAFileThatIsNoWordFileIsRefusedBesideTheField(t *testing.T) {
	author := newSite(t).as(t, eqiatest.Author())
	for says, raw := range map[string][]byte{"Choose a Word file": nil, "This is not a Word file": []byte("PK nothing"), "This is a PDF": []byte("%PDF-1.7"),
		"has macros": wt.Pack(append(wt.Parts(wt.P("Text")), wt.Part{Name: "word/vbaProject.bin"})...)} {
		refused := author.bring(bringAt, raw)
		if refused.Status != http.StatusUnprocessableEntity || !strings.Contains(refused.Find("#file-error").Text(), says) {
			t.Errorf("%s: it answers %d with %q", says, refused.Status, refused.Find("#file-error").Text())
		}
	}
}
