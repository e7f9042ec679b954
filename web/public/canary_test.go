package public_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web"
	"dorset-eqia/web/account"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/outside"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// secret is a word that stands in everything the public may not read.
const secret = "canaryword"

// planted is a site with the secret in a draft, a restricted title, a comment, a returned answer, a signed version that waits, a new version
// of a published one, and around a meeting; it gives every reference.
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
	meets(s, refs[4])
	return s, refs
}

// meets puts a published assessment before a meeting: beside closed items that are called by the secret, of which one is the exempt part of the open item
// and one keeps quiet about its assessment, and an open one whose report has the secret as a private note.
func meets(s site, ref string) {
	s.t.Helper()
	c, ctx, clerk := eqiatest.Committees(s.t, s.Service), s.t.Context(), eqiatest.Clerk()
	body, err := c.AddCommittee(ctx, clerk, committee.Committee{Name: "Cabinet", Kind: committee.Cabinet, Regime: committee.Exec2012}, "")
	s.ok(err)
	id, err := c.AddMeeting(ctx, clerk, committee.Meeting{Committee: committee.Committee{ID: body}, Status: committee.Confirmed, StartsAt: s.Now().AddDate(0, 0, 3)}, "")
	s.ok(err)
	s.ok(c.AddItems(ctx, clerk, committee.AgendaCommand{Meeting: id, Items: []committee.Item{
		{Number: "1", Title: "Sale of " + secret, Kind: committee.ReportItem, Access: committee.FullyExempt},
		{Number: "2", Title: "Garden waste", Kind: committee.ReportItem, Access: committee.Open}, {Number: "3", Title: "A panel", Kind: committee.ReportItem, Access: committee.Open},
		{Number: "4", Title: "Garden waste and " + secret, Kind: committee.ReportItem, Access: committee.FullyExempt}}}))
	m, err := c.Meeting(ctx, clerk, id)
	s.ok(err)
	var at []committee.AppearanceID
	for _, i := range m.Items {
		report, err := c.AddReport(ctx, clerk, committee.ReportCommand{Report: committee.Report{Title: i.Title, Access: i.Access}})
		s.ok(err)
		appeared, err := c.Appear(ctx, clerk, committee.AppearCommand{Item: i.ID, Reference: report})
		s.ok(err)
		at = append(at, appeared)
	}
	_, err = c.Link(ctx, clerk, at[1], committee.LinkCommand{Reference: ref, Relation: committee.Appended, Covers: committee.CoversAll, Appendix: "Appendix 1"})
	s.ok(err)
	half := m.Items[3]
	half.TwinOf, half.Silent = m.Items[1].ID, true
	s.ok(c.EditItem(ctx, clerk, half))
	_, err = c.Link(ctx, clerk, at[3], committee.LinkCommand{Reference: s.signed("Depot " + secret), Relation: committee.Appended, Covers: committee.CoversAll, Note: secret})
	s.ok(err)
	_, err = c.GiveReason(ctx, clerk, at[2], committee.ReasonCommand{Code: committee.ProceduralItem, Public: "It appoints a panel.", Private: "Advice on " + secret})
	s.ok(err)
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
	ask := []string{"/", "/assessments?q=draft", "/assessments?q=waiting", "/assessments?q=restricted", "/assessments?group=age&effect=negative", "/assessments?year=2026",
		"/assessments?status=superseded", "/assessments?status=withdrawn", "/assessments?q=" + secret + "&status=withdrawn", "/sitemap/2026.xml"}
	for _, ref := range refs {
		ask = append(ask, "/assessments/"+ref+"/v/1.1", "/casework/"+ref, "/casework/"+ref+"/read", "/casework/"+ref+"/history", "/casework/"+ref+"/v/1.0",
			"/assessments?q="+ref, "/assessments.atom?q="+ref)
		for _, route := range web.Routes(web.Deps{Accounts: account.New(&account.Passwords{}), Outside: outside.New()}) {
			if route.Method == http.MethodGet && route.Access != web.SignedIn {
				ask = append(ask, strings.NewReplacer(":ref", ref, ":number", "1.0").Replace(route.Path))
			}
		}
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
	if holds(t, w, path) {
		t.Errorf("%s answers %d and holds what is not published", path, w.Code)
	}
	for name, values := range w.Header() {
		if strings.Contains(strings.ToLower(strings.Join(values, " ")), secret) {
			t.Errorf("%s holds what is not published in its header %s", path, name)
		}
	}
	if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
		return nil
	}
	doc, err := goquery.NewDocumentFromReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	return append(doc.Find("a[href]").Map(func(_ int, a *goquery.Selection) string { return local(a.AttrOr("href", "")) }),
		local(w.Header().Get("Location")))
}

// holds reports whether the secret stands in what was answered: in a page, but for the words that were looked for and are given back, in a
// feed or a table as it is, in any file of an archive, in the text and the facts of a PDF.
func holds(t *testing.T, w *httptest.ResponseRecorder, path string) bool {
	t.Helper()
	body := w.Body.Bytes()
	text := string(body)
	switch kind := w.Header().Get("Content-Type"); {
	case bytes.HasPrefix(body, []byte("PK")):
		text = unpacked(t, body)
	case strings.HasPrefix(kind, "application/pdf"):
		text += printed(t, body)
	}
	text = strings.ToLower(text)
	if u, err := url.Parse(path); err == nil && strings.Contains(u.RawQuery, secret) {
		for _, asked := range []string{"“" + secret + "”", `value="` + secret + `"`, "q=" + secret} {
			text = strings.ReplaceAll(text, asked, "")
		}
	}
	return strings.Contains(text, secret)
}

// unpacked is the text of every file in an archive.
func unpacked(t *testing.T, body []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range archive.File {
		one, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&out, one); err != nil {
			t.Fatal(err)
		}
		_ = one.Close()
	}
	return out.String()
}

// printed is the words of a PDF and its facts, as two programs read them; where they are not installed the words are left out.
func printed(t *testing.T, body []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(file, body, 0o600); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, with := range [][]string{{"pdftotext", file, "-"}, {"pdfinfo", file}} {
		text, err := exec.CommandContext(t.Context(), with[0], with[1:]...).Output()
		if err != nil && !errors.Is(err, exec.ErrNotFound) {
			t.Fatal(err)
		}
		out.Write(text)
	}
	return out.String()
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
