package web_test

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/check"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/web"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// site is the whole service on a fresh database, asked over its real handler.
type site struct {
	*eqia.Service
	handler http.Handler
}

func newSite(t *testing.T) *site {
	t.Helper()
	s := eqiatest.New(t)
	s.Checks = check.Judge
	return siteOf(t, s)
}

func siteOf(t *testing.T, s *eqia.Service) *site {
	t.Helper()
	assets, err := web.LoadAssets()
	if err != nil {
		t.Fatal(err)
	}
	kit := &page.Kit{Eqia: s, Committee: eqiatest.Committees(t, s), Reader: form.NewReader(), Now: s.Now, NewID: s.NewID,
		Settings: page.Settings{Service: "Equality impact assessments", Council: "Dorset Council", Contact: "the equality team"}}
	h, err := web.New(kit, assets, func(*http.Request) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	return &site{Service: s, handler: h}
}

// visitor is a browser: nobody's, or signed in as one person.
type visitor struct {
	t     *testing.T
	site  *site
	token string
}

func (s *site) anyone(t *testing.T) visitor { return visitor{t: t, site: s} }

func (s *site) as(t *testing.T, p eqia.Person) visitor {
	t.Helper()
	token := s.NewID()
	sum := sha256.Sum256([]byte(token))
	err := s.Store.SaveSession(t.Context(), eqia.Session{TokenHash: hex.EncodeToString(sum[:]), Person: p.ID, MadeAt: s.Now(), SeenAt: s.Now()})
	if err != nil {
		t.Fatal(err)
	}
	return visitor{t: t, site: s, token: token}
}

// answer is what came back: the status, where it leads, and the page.
type answer struct {
	Status int
	To     string
	Header http.Header
	Body   string
	*goquery.Document
}

func (v visitor) get(path string) answer { return v.send(http.MethodGet, path, nil) }

func (v visitor) post(path string, values url.Values) answer {
	return v.send(http.MethodPost, path, values)
}

func (v visitor) send(method, path string, values url.Values) answer {
	v.t.Helper()
	r := httptest.NewRequest(method, path, strings.NewReader(values.Encode()))
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Sec-Fetch-Site", "same-origin")
	}
	return v.ask(r)
}

func (v visitor) ask(r *http.Request) answer {
	v.t.Helper()
	if v.token != "" {
		r.AddCookie(&http.Cookie{Name: "eqia-session", Value: v.token})
	}
	w := httptest.NewRecorder()
	v.site.handler.ServeHTTP(w, r)
	body, err := io.ReadAll(w.Result().Body)
	if err != nil {
		v.t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(string(body)))
	if err != nil {
		v.t.Fatal(err)
	}
	return answer{Status: w.Code, To: w.Header().Get("Location"), Header: w.Header(), Body: string(body), Document: doc}
}

// form is what a page's form would post as it stands: every hidden and filled field.
func (a answer) form(selector string) url.Values {
	values := url.Values{}
	a.Find(selector + " input").Each(func(_ int, in *goquery.Selection) {
		kind, checked := in.AttrOr("type", "text"), false
		if _, ok := in.Attr("checked"); ok {
			checked = true
		}
		if (kind == "radio" || kind == "checkbox") && !checked {
			return
		}
		values.Add(in.AttrOr("name", ""), in.AttrOr("value", ""))
	})
	a.Find(selector + " textarea").Each(func(_ int, in *goquery.Selection) { values.Add(in.AttrOr("name", ""), in.Text()) })
	a.Find(selector + " select").Each(func(_ int, in *goquery.Selection) {
		values.Add(in.AttrOr("name", ""), in.Find("option[selected]").AttrOr("value", ""))
	})
	return values
}
