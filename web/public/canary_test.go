package public_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// secret is a word that stands in everything the public may not read.
const secret = "canaryword"

// planted is a site with the secret in a draft, a restricted title, a comment, a returned answer, a signed version that waits and a new
// version of a published one; it gives every reference.
func planted(t *testing.T) (site, []string) {
	t.Helper()
	s := open(t)
	ctx := t.Context()
	titled := func(title, kind string) string {
		answers := eqiatest.FirstPage()
		answers[form.QuestionTitle] = eqia.Answer{Text: title}
		answers[form.QuestionKind] = eqia.Answer{Choices: []string{kind}}
		ref, err := s.Start(ctx, eqiatest.Author(), eqia.StartCommand{Answers: answers})
		s.ok(err)
		return ref
	}
	refs := []string{titled("Draft "+secret, "policy"), titled("Restricted "+secret, eqiatest.Restructure), returned(s, titled("Returned", "policy")),
		s.signed("Waiting " + secret), s.published("Garden waste moves online"), s.published("A scheme that stopped")}
	next(s, refs[4])
	s.withdraw(refs[5], "The scheme stopped.")
	return s, refs
}

// returned sends an assessment and returns it, with the secret in a comment and in an answer.
func returned(s site, ref string) string {
	ctx := s.t.Context()
	at := func(p eqia.Person) eqia.Case {
		c, err := s.Open(ctx, p, ref)
		s.ok(err)
		return c
	}
	answer := map[string]eqia.Answer{form.QuestionSummary: {Text: "The summary holds " + secret}}
	s.ok(s.SaveAnswers(ctx, at(eqiatest.Author()), answer, map[string]int{}))
	c := at(eqiatest.Author())
	s.ok(s.Send(ctx, c, eqia.SendCommand{Revision: c.Revision}))
	for _, cmd := range []eqia.MoveCommand{{Event: workflow.Take}, {Event: workflow.RequestChanges, Reason: "Explain " + secret}} {
		c = at(eqiatest.Lead())
		cmd.Revision = c.Revision
		s.ok(s.Move(ctx, c, cmd))
	}
	return ref
}

// next starts a new version of a published assessment and writes the secret into it.
func next(s site, ref string) {
	ctx := s.t.Context()
	c, err := s.Open(ctx, eqiatest.Author(), ref)
	s.ok(err)
	_, err = s.NewVersion(ctx, c, eqia.NewVersionCommand{})
	s.ok(err)
	c, err = s.Open(ctx, eqiatest.Author(), ref)
	s.ok(err)
	base := map[string]int{form.QuestionTitle: c.Stamps[eqia.PartKey{Kind: eqia.AnswerPart, Key: form.QuestionTitle}].Counter}
	s.ok(s.SaveAnswers(ctx, c, map[string]eqia.Answer{form.QuestionTitle: {Text: "New name " + secret}}, base))
}

func TestNothingThatIsNotPublishedIsInAnyPageThePublicCanReach(t *testing.T) {
	s, refs := planted(t)
	assets, err := web.LoadAssets()
	if err != nil {
		t.Fatal(err)
	}
	kit := &page.Kit{Eqia: s.Service, Committee: eqiatest.Committees(t, s.Service), Reader: webform.NewReader(), Now: s.Now, NewID: s.NewID,
		Settings: page.Settings{Service: "Equality impact assessments", Council: "Dorset Council", Contact: contact}}
	whole, err := web.New(kit, assets, func(*http.Request) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	ask := []string{"/", "/assessments?q=draft", "/assessments?q=waiting", "/assessments?q=restricted", "/assessments?group=age&effect=negative", "/assessments?year=2026"}
	for _, ref := range refs {
		ask = append(ask, "/assessments/"+ref, "/assessments/"+ref+"/v/1.0", "/assessments/"+ref+"/v/1.1", "/casework/"+ref,
			"/casework/"+ref+"/read", "/casework/"+ref+"/history", "/casework/"+ref+"/v/1.0", "/assessments?q="+ref)
	}
	seen := map[string]bool{}
	for len(ask) > 0 {
		path := ask[0]
		ask = ask[1:]
		if seen[path] {
			continue
		}
		seen[path] = true
		ask = append(ask, visit(t, whole, path)...)
	}
	if len(seen) < 50 || !seen["/assessments/"+refs[4]] {
		t.Errorf("only %d pages were reached", len(seen))
	}
}

// visit asks for a page as the public, fails when it holds the secret, and gives the addresses of our own that it leads to.
func visit(t *testing.T, whole http.Handler, path string) []string {
	t.Helper()
	w := httptest.NewRecorder()
	whole.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	if text := strings.ToLower(w.Body.String()); strings.Contains(text, secret) {
		t.Errorf("%s answers %d and holds what is not published", path, w.Code)
	}
	for name, values := range w.Header() {
		if strings.Contains(strings.ToLower(strings.Join(values, " ")), secret) {
			t.Errorf("%s holds what is not published in its header %s", path, name)
		}
	}
	doc, err := goquery.NewDocumentFromReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	return append(doc.Find("a[href]").Map(func(_ int, a *goquery.Selection) string { return local(a.AttrOr("href", "")) }),
		local(w.Header().Get("Location")))
}

// local is an address of our own without its fragment; the register for any other.
func local(href string) string {
	u, err := url.Parse(href)
	if err != nil || u.Host != "" || !strings.HasPrefix(u.Path, "/") {
		return "/assessments"
	}
	u.Fragment = ""
	return u.String()
}
