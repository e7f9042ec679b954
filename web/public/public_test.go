package public_test

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/gin-gonic/gin"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web"
	"dorset-eqia/web/account"
	"dorset-eqia/web/components"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/outside"
	"dorset-eqia/web/page"
	"dorset-eqia/web/public"
	"dorset-eqia/workflow"
)

// site is the public's pages on a fresh database.
type site struct {
	*eqia.Service
	t       *testing.T
	handler http.Handler
}

const contact = "Equality team, County Hall"

func open(t *testing.T) site {
	t.Helper()
	service := eqiatest.New(t)
	kit := &page.Kit{Eqia: service, Committee: eqiatest.Committees(t, service), Reader: webform.NewReader(), NewID: service.NewID,
		Now:      func() time.Time { return service.Now() },
		Assets:   components.Assets{Styles: "/assets/app.css", Start: "/assets/start.js", Script: "/assets/app.js"},
		Settings: page.Settings{Service: "Equality impact assessments", Council: "Dorset Council", Contact: contact}}
	gin.SetMode(gin.ReleaseMode)
	e := gin.New()
	e.GET("/", kit.Open(public.Pages{}.Home))
	for _, route := range web.Routes(web.Deps{Accounts: account.New(&account.Passwords{}), Outside: outside.New()}) {
		if route.Method == http.MethodGet && route.Access == web.Anyone {
			e.GET(route.Path, kit.Kept(route.Handler))
		}
	}
	return site{service, t, kit.Guard(e)}
}

// answer is what a page was answered with, besides its markup.
type answer struct {
	StatusCode int
	Header     http.Header
}

// get asks for a page and gives the answer with its markup.
func (s site) get(path string, headers ...string) (answer, *goquery.Document) {
	s.t.Helper()
	request := httptest.NewRequest(http.MethodGet, path, nil)
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, request)
	doc, err := goquery.NewDocumentFromReader(w.Body)
	s.ok(err)
	return answer{w.Code, w.Header()}, doc
}

// read asks for a file that is no page, and gives the answer with what it holds.
func (s site) read(path string, headers ...string) (answer, string) {
	s.t.Helper()
	request := httptest.NewRequest(http.MethodGet, path, nil)
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, request)
	return answer{w.Code, w.Header()}, w.Body.String()
}

func (s site) ok(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

// publish puts a short assessment straight into the register.
func (s site) publish(no int, title, summary string) {
	s.t.Helper()
	s.ok(eqiatest.Publish(s.t.Context(), s.Store, eqiatest.Publication(no, title, summary)))
}

// signed writes a whole assessment with a title and has it signed.
func (s site) signed(title string) string {
	s.t.Helper()
	ctx := s.t.Context()
	ref, err := s.Start(ctx, eqiatest.Author(), eqia.StartCommand{Answers: eqiatest.FirstPage()})
	s.ok(err)
	council := s.Profiles[eqiatest.Profile]
	content := eqiatest.Full(council.Code, council.Versions[len(council.Versions)-1])
	content.Answers[form.QuestionTitle] = eqia.Answer{Text: title}
	s.ok(eqiatest.Write(ctx, s.Service, eqiatest.Author(), ref, content))
	s.ok(eqiatest.Sign(ctx, s.Service, ref, eqiatest.Author(), eqiatest.Lead()))
	return ref
}

// published is a whole assessment that was signed and put into the register.
func (s site) published(title string) string {
	s.t.Helper()
	ref := s.signed(title)
	s.release(ref)
	return ref
}

func (s site) release(ref string) {
	s.t.Helper()
	c, err := s.Open(s.t.Context(), eqiatest.Lead(), ref)
	s.ok(err)
	s.ok(s.Publish(s.t.Context(), c, eqia.MoveCommand{Event: workflow.Publish, Revision: c.Revision}))
}

// again starts the next version of a published assessment, signs it and publishes it.
func (s site) again(ref string) {
	s.t.Helper()
	ctx := s.t.Context()
	c, err := s.Open(ctx, eqiatest.Author(), ref)
	s.ok(err)
	_, err = s.NewVersion(ctx, c, eqia.NewVersionCommand{Purpose: eqia.Revises})
	s.ok(err)
	s.ok(eqiatest.Sign(ctx, s.Service, ref, eqiatest.Author(), eqiatest.Lead()))
	s.release(ref)
}

func (s site) withdraw(ref, reason string) {
	s.t.Helper()
	c, err := s.Open(s.t.Context(), eqiatest.Lead(), ref)
	s.ok(err)
	s.ok(s.Move(s.t.Context(), c, eqia.MoveCommand{Event: workflow.Withdraw, Revision: c.Revision, Reason: reason}))
}

// squeezed is the text of a selection with every run of spaces made one.
func squeezed(s *goquery.Selection) string { return strings.Join(strings.Fields(s.Text()), " ") }

// texts is the text of each element of a selection.
func texts(s *goquery.Selection) []string {
	return s.Map(func(_ int, one *goquery.Selection) string { return squeezed(one) })
}

// session is a signed-in browser with a token.
func session(token string, p eqia.Person, now time.Time) eqia.Session {
	sum := sha256.Sum256([]byte(token))
	return eqia.Session{TokenHash: hex.EncodeToString(sum[:]), Person: p.ID, MadeAt: now, SeenAt: now}
}
