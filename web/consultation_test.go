package web_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/web/page"
)

// consult releases the draft of an assessment as the lead would, and gives the link of one reader.
func (s *site) consult(t *testing.T, ref string) (reader, link string) {
	t.Helper()
	lead := s.as(t, eqiatest.Lead())
	at := "/casework/" + ref + "/consultation"
	if a := lead.post(at, lead.get(at).form("main form")); a.Status != http.StatusSeeOther || a.To != at {
		t.Fatalf("releasing gave %d to %q", a.Status, a.To)
	}
	values := lead.get(at).form("main form[action$=readers]")
	values.Set("name", "Chair, Disability Forum")
	values.Set("position", "Speaks for its members")
	values.Set("email", "chair@forum.example")
	a := lead.post(at+"/readers", values)
	if a.Status != http.StatusSeeOther || !strings.HasPrefix(a.To, at+"/readers/") {
		t.Fatalf("inviting gave %d to %q: %s", a.Status, a.To, a.Find(".govuk-error-summary").Text())
	}
	r := httptest.NewRequest(http.MethodGet, a.To, nil)
	for _, ck := range (&http.Response{Header: a.Header}).Cookies() {
		r.AddCookie(ck)
	}
	shown := lead.ask(r)
	full := strings.TrimSpace(shown.Find("#link").Text())
	_, link, found := strings.Cut(full, page.Consultation+"/")
	if !found || len(link) != 43 {
		t.Fatalf("the page shows the link %q", full)
	}
	if again := lead.get(a.To); again.Find("#link").Length() != 0 || !strings.Contains(again.Find("main").Text(), "cannot be shown again") {
		t.Error("the link is shown a second time")
	}
	return strings.TrimPrefix(a.To, at+"/readers/"), page.Consultation + "/" + link
}

func TestAnOutsideReaderReadsADraftWithoutAnAccount(t *testing.T) {
	s := newSite(t)
	_, link := s.consult(t, s.bring(t, "draft").ref)
	draft := s.anyone(t).get(link)
	for name, want := range map[string]string{"Referrer-Policy": "no-referrer", "Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow", "Set-Cookie": ""} {
		if got := draft.Header.Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if got := draft.Find(".govuk-caption-l").Text(); draft.Status != http.StatusOK || got != "Draft for consultation, not signed off" {
		t.Fatalf("got %d, marked %q", draft.Status, got)
	}
	for _, private := range []string{eqiatest.Author().Name, eqiatest.Adviser().Name, "Which ages do you mean?", "chair@forum.example"} {
		if strings.Contains(draft.Body, private) {
			t.Errorf("the page shows %q", private)
		}
	}
}

func TestAnOutsideReaderCommentsWithoutAnAccount(t *testing.T) {
	s := newSite(t)
	ref := s.bring(t, "draft").ref
	_, link := s.consult(t, ref)
	reader := s.anyone(t)
	values := reader.get(link).form("form:has(#text-card-age)")
	values.Set("text", "Which ages are meant?")
	for range 2 {
		if a := reader.post(link+"/comments", values); a.Status != http.StatusSeeOther || a.To != link+"#card-age" || a.Header.Get("Set-Cookie") != "" {
			t.Fatalf("commenting gave %d to %q", a.Status, a.To)
		}
	}
	again := reader.get(link)
	if got := again.Find(".app-comments__text"); got.Length() != 1 || !strings.Contains(got.Text(), "Which ages are meant?") {
		t.Errorf("the reader sees %d comments: %s", got.Length(), got.Text())
	}
	for _, p := range []eqia.Person{eqiatest.Author(), eqiatest.Reviewer()} {
		if text := s.as(t, p).get("/casework/" + ref + "/comments").Find("main").Text(); !strings.Contains(text, "Outside reader: Chair, Disability Forum") {
			t.Errorf("%s does not see whose comment it is", p.Name)
		}
	}
	if text := s.as(t, eqiatest.Author()).get("/casework/" + ref + "/history").Find("main").Text(); !strings.Contains(text, "Commented as an outside reader") ||
		!strings.Contains(text, "Released a draft for consultation") {
		t.Error("the history does not say what happened")
	}
}

func TestAnOutsideCommentThatCannotBeTakenComesBackAsItWasTyped(t *testing.T) {
	s := newSite(t)
	_, link := s.consult(t, s.bring(t, "in review").ref)
	reader := s.anyone(t)
	long := strings.Repeat("word ", 1200)
	for name, c := range map[string]struct {
		part, text string
		status     int
		says       string
	}{
		"nothing typed":          {"card/age", " ", http.StatusUnprocessableEntity, "Enter a comment"},
		"too long":               {"card/age", long, http.StatusUnprocessableEntity, "Your comment must be 5000 characters or fewer"},
		"a part of another":      {"evidence/99", "Hello", http.StatusNotFound, ""},
		"a part that never was":  {"card/' OR 1=1", "Hello", http.StatusNotFound, ""},
		"a whole that has a key": {"/x", "Hello", http.StatusNotFound, ""},
	} {
		t.Run(name, func(t *testing.T) {
			a := reader.post(link+"/comments", url.Values{"part": {c.part}, "text": {c.text}})
			if a.Status != c.status || !strings.Contains(a.Find(".govuk-error-summary").Text(), c.says) {
				t.Errorf("got %d: %s", a.Status, a.Find(".govuk-error-summary").Text())
			}
			if c.status == http.StatusUnprocessableEntity && strings.TrimSpace(a.Find("textarea").Text()) != strings.TrimSpace(c.text) {
				t.Error("what was typed is lost")
			}
		})
	}
}

func TestALinkThatEndedSaysThatTheConsultationHasClosed(t *testing.T) {
	s := newSite(t)
	clock := eqiatest.NewClock()
	s.Now = clock.Now
	ref := s.bring(t, "draft").ref
	reader, link := s.consult(t, ref)
	lead := s.as(t, eqiatest.Lead())
	end := "/casework/" + ref + "/consultation/readers/" + reader + "/end"
	for range 2 {
		if a := lead.post(end, url.Values{}); a.Status != http.StatusSeeOther {
			t.Fatalf("ending gave %d", a.Status)
		}
	}
	_, other := s.consult(t, ref)
	clock.Pass(29 * 24 * time.Hour)
	for _, address := range []string{link, other} {
		for _, a := range []answer{s.anyone(t).get(address), s.anyone(t).post(address+"/comments", url.Values{"text": {"Hello"}})} {
			if a.Status != http.StatusGone || a.Find("h1").Text() != "This consultation has closed" || a.Header.Get("Referrer-Policy") != "no-referrer" {
				t.Errorf("got %d: %s", a.Status, a.Find("h1").Text())
			}
			if strings.Contains(a.Body, "Which ages") || a.Find("main h2").Length() > 0 {
				t.Error("the closed page shows the draft")
			}
		}
	}
}

func TestAGuessedLinkIsNotFoundAndGuessingIsSlowedDown(t *testing.T) {
	s := newSite(t)
	_, link := s.consult(t, s.bring(t, "draft").ref)
	guesser := s.anyone(t)
	for n := range 100 {
		if a := guesser.get(link + strings.Repeat("A", n%3+1)); a.Status != http.StatusNotFound || a.Header.Get("Referrer-Policy") != "no-referrer" {
			t.Fatalf("guess %d gave %d", n+1, a.Status)
		}
	}
	for _, address := range []string{link, link + "A"} {
		if a := guesser.get(address); a.Status != http.StatusTooManyRequests {
			t.Errorf("after too many guesses it gave %d", a.Status)
		}
	}
	r := httptest.NewRequest(http.MethodGet, link, nil)
	r.RemoteAddr = "198.51.100.7:1234"
	if a := guesser.ask(r); a.Status != http.StatusOK {
		t.Errorf("from elsewhere it gave %d", a.Status)
	}
}

func TestALinkIsInNoLog(t *testing.T) {
	var log bytes.Buffer
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewJSONHandler(&log, nil)))
	t.Cleanup(func() { slog.SetDefault(before) })
	s := newSite(t)
	_, link := s.consult(t, s.bring(t, "draft").ref)
	reader := s.anyone(t)
	reader.get(link)
	reader.get(link + "/nothing")
	reader.post(link+"/comments", url.Values{"text": {"A canary sings"}})
	reader.post(link, url.Values{})
	s.Store = lost{s.Store}
	if a := reader.get(link); a.Status != http.StatusInternalServerError {
		t.Errorf("a database that fails gave %d", a.Status)
	}
	if text := log.String(); strings.Contains(text, strings.TrimPrefix(link, page.Consultation+"/")) || strings.Contains(text, "canary") || !strings.Contains(text, "/consultation/:token") {
		t.Errorf("the log says %s", text)
	}
}

// lost is a store that cannot be asked for what a link shows.
type lost struct{ eqia.Store }

func (lost) Reading(context.Context, string) (eqia.Reading, error) {
	return eqia.Reading{}, errors.New("the database is away")
}

// releasable is whether the draft of an assessment can be released at a stage.
func releasable(at stage) bool { return at == "draft" || at == "submitted" || at == "in review" }

// consulting is how someone's request about a consultation is to be answered at a stage.
func consulting(w who, at stage, what string) outcome {
	allowed := map[string]bool{"release": releasable(at), "invite": releasable(at) || at == "changes requested"}
	switch may, acts := allowed[what]; {
	case w == "nobody":
		return askHome
	case w != "lead":
		return hide
	case acts && may, what == "reader" && releasable(at):
		return let
	case acts:
		return refuse
	}
	return hide
}

// askedOfConsultation is how everything about a consultation is answered to someone.
func (s *site) askedOfConsultation(t *testing.T, w who, ref, reader string) map[string]outcome {
	t.Helper()
	v, base := s.visit(t, w), "/casework/"+ref+"/consultation"
	released := url.Values{"revision": {strconv.Itoa(s.open(t, eqiatest.Lead(), ref).Revision)}}
	return map[string]outcome{
		"release": outcomeOf(v.post(base, released)), "invite": outcomeOf(v.post(base+"/readers", url.Values{})),
		"reader": outcomeOf(v.get(base + "/readers/" + reader)), "end": outcomeOf(v.post(base+"/readers/"+eqiatest.NewID()+"/end", url.Values{})),
	}
}

func TestOnlyTheLeadReleasesDraftsAndSeesWhoReadsThem(t *testing.T) {
	for _, at := range stages {
		t.Run(string(at), func(t *testing.T) {
			s := newSite(t)
			if err := s.Store.SavePerson(t.Context(), officer, "", eqia.Act{At: s.Now(), Kind: eqiatest.PersonAdded, Subject: "person/" + string(officer.ID)}); err != nil {
				t.Fatal(err)
			}
			ref, reader := s.bring(t, at).ref, eqiatest.NewID()
			if releasable(at) {
				reader, _ = s.consult(t, ref)
			}
			for _, w := range everyone {
				for what, got := range s.askedOfConsultation(t, w, ref, reader) {
					if want := consulting(w, at, what); got != want {
						t.Errorf("%s, %s: %s, want %s", w, what, got, want)
					}
				}
			}
		})
	}
}
