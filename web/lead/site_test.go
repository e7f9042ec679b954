package lead_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/web"
	"dorset-eqia/web/account"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

const password = "three plain words here"

// site is the whole service on a fresh database, as browsers meet it.
type site struct {
	*eqia.Service
	t       *testing.T
	handler http.Handler
}

func open(t *testing.T) site {
	t.Helper()
	service := eqiatest.New(t)
	kit := &page.Kit{Eqia: service, Committee: eqiatest.Committees(t, service), Reader: form.NewReader(), Now: service.Now, NewID: service.NewID,
		Settings: page.Settings{Service: "Equality impact assessments", Council: "Dorset Council"}}
	assets, err := web.LoadAssets()
	if err != nil {
		t.Fatal(err)
	}
	handler, err := web.New(kit, assets, func(*http.Request) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	s := site{service, t, handler}
	for _, p := range eqiatest.People() {
		s.signIn(p)
	}
	return s
}

func (s site) signIn(p eqia.Person) {
	s.t.Helper()
	s.ok(s.Store.SaveSession(s.t.Context(), eqia.Session{TokenHash: hash(token(p)), Person: p.ID, MadeAt: s.Now(), SeenAt: s.Now()}))
}

func token(p eqia.Person) string { return "session-of-" + string(p.ID) }

func hash(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

func (s site) ok(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

// answer is a page as it came back.
type answer struct {
	*goquery.Document
	Status   int
	Location string
}

func (s site) ask(p eqia.Person, request *http.Request) answer {
	s.t.Helper()
	request.AddCookie(&http.Cookie{Name: "eqia-session", Value: token(p)})
	request.Header.Set("Sec-Fetch-Site", "same-origin")
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, request)
	doc, err := goquery.NewDocumentFromReader(w.Body)
	s.ok(err)
	return answer{doc, w.Code, w.Header().Get("Location")}
}

func (s site) get(p eqia.Person, path string) answer {
	s.t.Helper()
	path, _, _ = strings.Cut(path, "#")
	return s.ask(p, httptest.NewRequest(http.MethodGet, path, nil))
}

func (s site) post(p eqia.Person, path string, values url.Values) answer {
	s.t.Helper()
	request := httptest.NewRequest(http.MethodPost, path, strings.NewReader(values.Encode()))
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return s.ask(p, request)
}

// submit posts a page's form with what it carries hidden and what the person fills in.
func (s site) submit(p eqia.Person, from answer, action string, filled url.Values) answer {
	s.t.Helper()
	form := from.Find("form[action='" + action + "']").First()
	if form.Length() == 0 {
		s.t.Fatalf("the page has no form for %s", action)
	}
	form.Find("input[type=hidden]").Each(func(_ int, in *goquery.Selection) {
		if name := in.AttrOr("name", ""); !filled.Has(name) {
			filled.Set(name, in.AttrOr("value", ""))
		}
	})
	return s.post(p, action, filled)
}

// written is an assessment with every answer given.
func (s site) written() string {
	s.t.Helper()
	ctx := s.t.Context()
	ref, err := s.Start(ctx, eqiatest.Author(), eqia.StartCommand{Answers: eqiatest.FirstPage()})
	s.ok(err)
	c, err := s.Open(ctx, eqiatest.Author(), ref)
	s.ok(err)
	s.ok(eqiatest.Write(ctx, s.Service, eqiatest.Author(), ref, eqiatest.Full(eqiatest.Profile, c.Form)))
	return ref
}

// sent is an assessment in the queue.
func (s site) sent() string {
	s.t.Helper()
	ref := s.written()
	s.as(eqiatest.Author(), ref, func(ctx context.Context, c eqia.Case) error {
		return s.Send(ctx, c, eqia.SendCommand{Revision: c.Revision})
	})
	return ref
}

// taken is an assessment that the reviewer is reviewing.
func (s site) taken() string {
	s.t.Helper()
	ref := s.sent()
	s.move(eqiatest.Reviewer(), ref, workflow.Take, "")
	return ref
}

func (s site) as(p eqia.Person, ref string, do func(context.Context, eqia.Case) error) {
	s.t.Helper()
	c, err := s.Open(s.t.Context(), p, ref)
	s.ok(err)
	s.ok(do(s.t.Context(), c))
}

func (s site) move(p eqia.Person, ref string, e workflow.Event, reason string) {
	s.t.Helper()
	s.as(p, ref, func(ctx context.Context, c eqia.Case) error {
		return s.Move(ctx, c, eqia.MoveCommand{Event: e, Revision: c.Revision, Reason: reason})
	})
}

func (s site) state(ref string) workflow.State {
	s.t.Helper()
	c, err := s.Open(s.t.Context(), eqiatest.Lead(), ref)
	s.ok(err)
	return c.State
}

// givePassword lets a person confirm who they are. It signs them out, and so in again.
func (s site) givePassword(p eqia.Person) {
	s.t.Helper()
	passwords, err := account.NewPasswords()
	s.ok(err)
	hashed, err := passwords.Hash(password)
	s.ok(err)
	s.ok(s.Store.SavePerson(s.t.Context(), p, hashed, eqia.Act{At: s.Now(), By: p.ID, Kind: "change_password", Subject: "person/" + string(p.ID)}))
	s.signIn(p)
}

// sound checks what holds on every page: one h1, headings that never skip, ids and words for links and buttons that are there once.
func (a answer) sound(t *testing.T) answer {
	t.Helper()
	if n := a.Find("h1").Length(); n != 1 {
		t.Errorf("the page has %d h1", n)
	}
	last := 1
	a.Find("main").Find("h1, h2, h3, h4, h5, h6").Each(func(_ int, s *goquery.Selection) {
		level := int(goquery.NodeName(s)[1] - '0')
		if level > last+1 {
			t.Errorf("the heading %q has level %d after level %d", s.Text(), level, last)
		}
		last = level
	})
	ids := map[string]bool{}
	a.Find("[id]").Each(func(_ int, s *goquery.Selection) {
		if id := s.AttrOr("id", ""); ids[id] {
			t.Errorf("the id %s is there twice", id)
		} else {
			ids[id] = true
		}
	})
	names := map[string]bool{}
	a.Find("main button[type=submit], main summary").Each(func(_ int, s *goquery.Selection) {
		name := goquery.NodeName(s) + strings.Join(strings.Fields(s.Text()), " ")
		if names[name] {
			t.Errorf("%q is there twice", name)
		}
		names[name] = true
	})
	if a.Find("[style], [onclick], script:not([src])").Length() > 0 {
		t.Error("the page has a style or script of its own")
	}
	return a
}

func (a answer) says(t *testing.T, text string) {
	t.Helper()
	if !strings.Contains(strings.Join(strings.Fields(a.Find("main").Text()), " "), text) {
		t.Errorf("status %d: the page does not say %q", a.Status, text)
	}
}
