package web_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/workflow"
)

// draft is a fresh draft of the author's, and the page its tests write on.
func (s *site) draft(t *testing.T) (ref, page string) {
	t.Helper()
	ref, err := s.Start(t.Context(), eqiatest.Author(), eqia.StartCommand{Answers: eqiatest.FirstPage()})
	if err != nil {
		t.Fatal(err)
	}
	return ref, "/casework/" + ref + "/page/change"
}

func (s *site) open(t *testing.T, p eqia.Person, ref string) eqia.Case {
	t.Helper()
	c, err := s.Open(t.Context(), p, ref)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestAnswersThatCannotBeKeptAreShownAgainWithWhatToDo(t *testing.T) {
	s := newSite(t)
	_, page := s.draft(t)
	v := s.as(t, eqiatest.Author())
	for _, c := range []struct{ name, text, says string }{
		{"a million characters", strings.Repeat("a", 1<<20), "200,000"},
		{"a NUL", "before\x00after", "can't be"},
		{"a bell", "before\x07after", "can't be"},
		{"a right-to-left override", "before\u202eretfa", "can't be"},
		{"a broken letter", "before\xffafter", "can't be"},
	} {
		t.Run(c.name, func(t *testing.T) {
			values := v.get(page).form("form[action='" + page + "']")
			values.Set("change", c.text)
			values.Set("aims", "These words are kept in the page.")
			a := v.post(page, values)
			if a.Status != http.StatusUnprocessableEntity {
				t.Fatalf("got %d", a.Status)
			}
			if !strings.HasPrefix(a.Find("title").Text(), "Error: ") || a.Find(".govuk-error-summary a[href='#change']").Length() != 1 {
				t.Errorf("the page does not lead to the field: %s", a.Find(".govuk-error-summary").Text())
			}
			message := strings.TrimPrefix(strings.TrimSpace(a.Find("#change-error").Text()), "Error: ")
			if !strings.Contains(a.Find(".govuk-error-summary").Text(), message) || message == "" {
				t.Errorf("the summary does not say what the field says: %q", message)
			}
			if a.Find("textarea[name=aims]").Text() != "These words are kept in the page." {
				t.Error("the other answer is lost")
			}
		})
	}
}

func TestEmojiAndWelshLettersAreKeptAsTheyAre(t *testing.T) {
	s := newSite(t)
	ref, page := s.draft(t)
	v := s.as(t, eqiatest.Author())
	text := "Dŵr a thŷ 👩🏽‍🦽 śćżółw\nsecond line"
	values := v.get(page).form("form[action='" + page + "']")
	values.Set("change", strings.ReplaceAll(text, "\n", "\r\n"))
	if a := v.post(page, values); a.Status != http.StatusSeeOther {
		t.Fatalf("got %d", a.Status)
	}
	if got := s.open(t, eqiatest.Author(), ref).Content.Answers["change"].Text; got != text {
		t.Errorf("got %q", got)
	}
}

func TestHostileTextIsShownAsTextOnEveryPage(t *testing.T) {
	s := newSite(t)
	ref, page := s.draft(t)
	v := s.as(t, eqiatest.Author())
	values := v.get(page).form("form[action='" + page + "']")
	values.Set("change", `"><script>alert(1)</script><img src=x onerror=alert(1)>`)
	v.post(page, values)
	for _, path := range []string{page, "/casework/" + ref, "/casework/" + ref + "/check", "/casework/" + ref + "/read"} {
		a := v.get(path)
		if a.Status != http.StatusOK || a.Find("main script, img[onerror]").Length() != 0 {
			t.Errorf("%s: status %d, or the text became markup", path, a.Status)
		}
	}
}

func TestRequestsThatAreNoFormOfOursAreRefusedInWords(t *testing.T) {
	s := newSite(t)
	_, page := s.draft(t)
	v := s.as(t, eqiatest.Author())
	many := url.Values{}
	for i := range 10_000 {
		many.Set("field-"+strconv.Itoa(i), "x")
	}
	send := func(kind, body string, header ...string) answer {
		r := httptest.NewRequest(http.MethodPost, page, strings.NewReader(body))
		r.Header.Set("Content-Type", kind)
		if len(header) == 0 {
			header = []string{"Sec-Fetch-Site", "same-origin"}
		}
		for i := 0; i+1 < len(header); i += 2 {
			r.Header.Set(header[i], header[i+1])
		}
		return v.ask(r)
	}
	const formKind = "application/x-www-form-urlencoded"
	for _, c := range []struct {
		name string
		got  answer
		want int
	}{
		{"ten thousand fields", send(formKind, many.Encode()), http.StatusRequestEntityTooLarge},
		{"three million bytes", send(formKind, "change="+strings.Repeat("a", 3<<20)), http.StatusRequestEntityTooLarge},
		{"JSON", send("application/json", `{"change":"x"}`), http.StatusUnsupportedMediaType},
		{"a multipart form", send("multipart/form-data; boundary=x", "--x--"), http.StatusUnsupportedMediaType},
		{"no kind at all", send("", "change=x"), http.StatusUnsupportedMediaType},
		{"another site", send(formKind, "change=x", "Sec-Fetch-Site", "cross-site"), http.StatusForbidden},
		{"a sibling site", send(formKind, "change=x", "Sec-Fetch-Site", "same-site"), http.StatusForbidden},
		{"another origin", send(formKind, "change=x", "Origin", "https://elsewhere.example"), http.StatusForbidden},
		{"no origin", send(formKind, "change=x", "X-Nothing", "here"), http.StatusForbidden},
		{"a method that is not offered", v.send(http.MethodDelete, page, nil), http.StatusForbidden},
	} {
		if c.got.Status != c.want {
			t.Errorf("%s: got %d, want %d", c.name, c.got.Status, c.want)
		}
		if strings.TrimSpace(c.got.Text()) == "" || c.got.Header.Get("Content-Security-Policy") == "" {
			t.Errorf("%s: nothing is said, or no policy is sent", c.name)
		}
	}
}

func TestAddressesThatCannotBeAreNotFound(t *testing.T) {
	s := newSite(t)
	ref, _ := s.draft(t)
	v := s.as(t, eqiatest.Author())
	for _, id := range []string{"EQIA-2026-9999", "0", "-1", "1=1) OR (1=1", "EQIA-2026-0001'", strings.Repeat("9", 20), "EQIA-26-1", "eqia-2026-0001"} {
		for _, tail := range []string{"", "/check", "/read", "/history", "/impacts/age", "/list/evidence/1"} {
			if a := v.get("/casework/" + url.PathEscape(id) + tail); a.Status != http.StatusNotFound {
				t.Errorf("/casework/%s%s: got %d", id, tail, a.Status)
			}
		}
	}
	for _, tail := range []string{"/page/nothing", "/page/..%2f", "/impacts/nothing", "/list/nothing", "/list/evidence/0", "/list/evidence/x", "/list/evidence/99999999999999999999",
		"/v/9.9", "/v/1", "/v/x", "/move/nothing", "/move/sign_off"} {
		if a := v.get("/casework/" + ref + tail); a.Status != http.StatusNotFound {
			t.Errorf("%s: got %d", tail, a.Status)
		}
	}
}

func TestACommentOfAnotherAssessmentIsNotFoundUnderThisOne(t *testing.T) {
	s := newSite(t)
	mine, _ := s.draft(t)
	other := s.bring(t, "changes requested")
	v := s.as(t, eqiatest.Author())
	if a := v.post("/casework/"+mine+"/comments/"+string(other.comment)+"/answer", url.Values{}); a.Status != http.StatusNotFound {
		t.Errorf("got %d", a.Status)
	}
	comments, err := s.Store.Comments(t.Context(), s.open(t, eqiatest.Author(), other.ref).ID)
	if err != nil || comments[0].State != eqia.CommentOpen {
		t.Errorf("the comment changed: %v, %v", comments[0].State, err)
	}
}

func TestFieldsTheFormDoesNotHaveChangeNothing(t *testing.T) {
	s := newSite(t)
	ref, page := s.draft(t)
	v := s.as(t, eqiatest.Author())
	values := v.get(page).form("form[action='" + page + "']")
	for _, name := range []string{"state", "signed_by", "revision", "version", "ID", "is_admin", "reviewer", "author", "restricted", "title"} {
		values.Set(name, "signed_off")
	}
	before := s.open(t, eqiatest.Author(), ref)
	v.post(page, values)
	after := s.open(t, eqiatest.Author(), ref)
	if after.State != workflow.Draft || after.Title != before.Title || after.Assessment != before.Assessment || !after.SignedAt.IsZero() {
		t.Errorf("something changed: %+v", after.Header)
	}
}

func TestAButtonPressedTwiceAtOnceActsOnce(t *testing.T) {
	s := newSite(t)
	v := s.as(t, eqiatest.Author())
	values := v.get("/casework/start").form("form[action='/casework/start']")
	values.Set("title", "Winter rotas")
	values.Set("kind", "policy")
	values.Set("assessment_needed", "yes")
	places := make([]string, 2)
	var both sync.WaitGroup
	for i := range places {
		both.Go(func() { places[i] = v.post("/casework/start", values).To })
	}
	both.Wait()
	lines, err := s.Store.Mine(t.Context(), eqiatest.Author().ID, eqia.Page{Size: 10})
	if err != nil || len(lines) != 1 || places[0] != places[1] || places[0] == "" {
		t.Errorf("got %d assessments (%v), and was led to %v", len(lines), err, places)
	}
}

func TestSendingTwiceIsOneSubmission(t *testing.T) {
	s := newSite(t)
	m := s.bring(t, "draft")
	v := s.as(t, eqiatest.Author())
	at := "/casework/" + m.ref + "/send"
	values := v.get(at).form("form[action='" + at + "']")
	values.Set("declared", "yes")
	first, second := v.post(at, values), v.post(at, values)
	c := s.open(t, eqiatest.Author(), m.ref)
	if c.Submissions != 1 || first.To != second.To || first.Status != http.StatusSeeOther {
		t.Errorf("%d submissions; led to %q and %q (%d, %d)", c.Submissions, first.To, second.To, first.Status, second.Status)
	}
}

func TestTakingAReviewTwiceIsOneReview(t *testing.T) {
	s := newSite(t)
	m := s.bring(t, "submitted")
	v := s.as(t, eqiatest.Reviewer())
	at := "/casework/" + m.ref + "/move/take"
	values := v.get(at).form("form[action='" + at + "']")
	first, second := v.post(at, values), v.post(at, values)
	if first.Status != http.StatusSeeOther || second.Status != http.StatusSeeOther {
		t.Errorf("got %d and %d", first.Status, second.Status)
	}
}

func TestAnOldPageCannotBeSent(t *testing.T) {
	s := newSite(t)
	m := s.bring(t, "draft")
	v := s.as(t, eqiatest.Author())
	at := "/casework/" + m.ref + "/send"
	values := v.get(at).form("form[action='" + at + "']")
	values.Set("declared", "yes")
	c := s.open(t, eqiatest.CoAuthor(), m.ref)
	err := s.SaveAnswers(t.Context(), c, map[string]eqia.Answer{"summary": {Text: "Changed by someone else in the meantime."}},
		map[string]int{"summary": c.Stamps[eqia.PartKey{Kind: eqia.AnswerPart, Key: "summary"}].Counter})
	if err != nil {
		t.Fatal(err)
	}
	if a := v.post(at, values); a.Status != http.StatusConflict || s.open(t, eqiatest.Author(), m.ref).State != workflow.Draft {
		t.Errorf("got %d", a.Status)
	}
}

func TestAFailureGivesTheTextBackAndSaysThatItWasNotSaved(t *testing.T) {
	s := newSite(t)
	_, page := s.draft(t)
	s.Store = broken{s.Store}
	v := s.as(t, eqiatest.Author())
	values := v.get(page).form("form[action='" + page + "']")
	values.Set("change", "An hour of work.")
	a := v.post(page, values)
	typed := a.Find("textarea").Map(func(_ int, in *goquery.Selection) string { return in.Text() })
	if a.Status != http.StatusServiceUnavailable || !slices.Contains(typed, "An hour of work.") || !strings.Contains(a.Find("h1").Text(), "not saved") {
		t.Errorf("got %d: %q", a.Status, a.Find("main").Text())
	}
}

// broken is a store whose disk is full.
type broken struct{ eqia.Store }

func (broken) Write(_ context.Context, _ *eqia.Change) error {
	return errors.Join(eqia.ErrNotSaved, errors.New("database or disk is full"))
}
