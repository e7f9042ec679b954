package plan_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/check"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/web"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// desk is the whole service on a fresh database. Who asks for a page is who is signed in.
type desk struct {
	*eqia.Service
	c       *committee.Service
	t       *testing.T
	handler http.Handler
}

func open(t *testing.T) *desk {
	t.Helper()
	service := eqiatest.New(t)
	service.Checks = check.Judge
	d := &desk{Service: service, c: eqiatest.Committees(t, service), t: t}
	kit := &page.Kit{Eqia: service, Committee: d.c, Reader: form.NewReader(), Now: service.Now, NewID: service.NewID,
		Settings: page.Settings{Service: "Equality impact assessments", Council: "Dorset Council"}}
	assets, err := web.LoadAssets()
	d.ok(err)
	d.handler, err = web.New(kit, assets, func(*http.Request) error { return nil })
	d.ok(err)
	for _, p := range eqiatest.People() {
		d.ok(d.Store.SaveSession(t.Context(), eqia.Session{TokenHash: digest(token(p)), Person: p.ID, MadeAt: d.Now(), SeenAt: d.Now()}))
	}
	return d
}

func token(p eqia.Person) string { return "session-of-" + string(p.ID) }

func digest(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

func (d *desk) ok(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// answer is a page as it came back.
type answer struct {
	*goquery.Document
	Status   int
	Location string
	Header   http.Header
	Raw      string
}

func (d *desk) ask(p eqia.Person, r *http.Request) answer {
	d.t.Helper()
	if p.ID != "" {
		r.AddCookie(&http.Cookie{Name: "eqia-session", Value: token(p)})
	}
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	w := httptest.NewRecorder()
	d.handler.ServeHTTP(w, r)
	raw := w.Body.String()
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(raw))
	d.ok(err)
	return answer{doc, w.Code, w.Header().Get("Location"), w.Header(), raw}
}

func (d *desk) get(p eqia.Person, path string) answer {
	d.t.Helper()
	return d.ask(p, httptest.NewRequest(http.MethodGet, path, nil))
}

func (d *desk) post(p eqia.Person, path string, values url.Values) answer {
	d.t.Helper()
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(values.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return d.ask(p, r)
}

// upload posts a form that brings a file.
func (d *desk) upload(p eqia.Person, path string, file []byte, values url.Values) answer {
	d.t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for name, list := range values {
		d.ok(w.WriteField(name, list[0]))
	}
	part, err := w.CreateFormFile("file", "brought")
	d.ok(err)
	_, err = part.Write(file)
	d.ok(err)
	d.ok(w.Close())
	r := httptest.NewRequest(http.MethodPost, path, &body)
	r.Header.Set("Content-Type", w.FormDataContentType())
	return d.ask(p, r)
}

// press posts the form with a button of this name as it stands, with what the person fills in.
func (d *desk) press(p eqia.Person, from answer, button string, filled url.Values) answer {
	d.t.Helper()
	pressed := from.Find("main form[method=post] button").FilterFunction(func(_ int, s *goquery.Selection) bool {
		return strings.HasPrefix(words(s.Text()), button)
	}).First()
	if pressed.Length() == 0 {
		d.t.Fatalf("status %d: the page has no button %s", from.Status, button)
	}
	f := pressed.Closest("form")
	f.Find("input[type=hidden]").Each(func(_ int, in *goquery.Selection) {
		if name := in.AttrOr("name", ""); !filled.Has(name) {
			filled.Set(name, in.AttrOr("value", ""))
		}
	})
	return d.post(p, pressed.AttrOr("formaction", f.AttrOr("action", "")), filled)
}

func words(text string) string { return strings.Join(strings.Fields(text), " ") }

// main is the words of the page's own part, with a space where one piece of markup ends and another begins.
func (a answer) main() string {
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(strings.ReplaceAll(a.Raw, "<", " <")))
	if err != nil {
		return err.Error()
	}
	return words(doc.Find("main").Text())
}

func (a answer) says(t *testing.T, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(a.main(), text) {
			t.Errorf("status %d: the page does not say %q: %s", a.Status, text, a.main())
		}
	}
}

func (a answer) neverSays(t *testing.T, text string) {
	t.Helper()
	if strings.Contains(a.main(), text) {
		t.Errorf("status %d: the page says %q", a.Status, text)
	}
}
