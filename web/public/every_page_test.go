package public_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"dorset-eqia/eqia/eqiatest"
)

// everyPage lists the address of each public page, with something in the register.
func (s site) everyPage() []string {
	ref := s.published("Garden waste moves online")
	s.again(ref)
	gone := s.published("A scheme that stopped")
	s.withdraw(gone, "The scheme stopped.")
	return []string{"/assessments", "/assessments?q=garden", "/assessments?year=soon", "/assessments/" + ref, "/assessments/" + ref + "/v/1.0",
		"/assessments/" + ref + "/v/2.0/changes", "/open-data", "/assessments/" + gone, "/accessibility", "/privacy", "/cookies", "/contact"}
}

func TestEveryPublicPageIsWellMade(t *testing.T) {
	s := open(t)
	seen := map[string]string{}
	for _, path := range s.everyPage() {
		t.Run(path, func(t *testing.T) {
			_, doc := s.get(path)
			if doc.Find("h1").Length() != 1 || strings.TrimSpace(doc.Find("h1").Text()) == "" {
				t.Error("there is not one main heading")
			}
			headingsInStep(t, doc)
			ids := map[string]bool{}
			doc.Find("[id]").Each(func(_ int, e *goquery.Selection) {
				if id := e.AttrOr("id", ""); ids[id] {
					t.Errorf("the id %q is used twice", id)
				} else {
					ids[id] = true
				}
			})
			if n := doc.Find("main [style], main script").Length(); n > 0 {
				t.Errorf("%d styles or scripts are in the page", n)
			}
			title := doc.Find("title").Text()
			if earlier, ok := seen[title]; ok {
				t.Errorf("%s is called %q too", earlier, title)
			}
			seen[title] = path
			if strings.Contains(strings.ToLower(doc.Text()), "compliant") {
				t.Error("the page says compliant")
			}
		})
	}
}

// headingsInStep fails when a heading is more than one level below the one before it.
func headingsInStep(t *testing.T, doc *goquery.Document) {
	t.Helper()
	level := 0
	doc.Find("main").Find("h1, h2, h3, h4, h5, h6").Each(func(_ int, h *goquery.Selection) {
		now := int(goquery.NodeName(h)[1] - '0')
		if now > level+1 && level > 0 {
			t.Errorf("%q skips from level %d to %d", squeezed(h), level, now)
		}
		level = now
	})
}

func TestPublicPagesSetNoCookieAndMayBeKeptForAMinute(t *testing.T) {
	s := open(t)
	for _, path := range s.everyPage() {
		answer, _ := s.get(path, "Cookie", "eqia-session=anything; eqia-flash=saved")
		if cookies := answer.Header.Values("Set-Cookie"); len(cookies) > 0 {
			t.Errorf("%s sets %v", path, cookies)
		}
		kept := answer.Header.Get("Cache-Control") == "public, max-age=60"
		if bad := answer.StatusCode == http.StatusUnprocessableEntity; kept == bad {
			t.Errorf("%s answers %d with %q", path, answer.StatusCode, answer.Header.Get("Cache-Control"))
		}
	}
}

func TestACopyThatIsStillTheSameIsNotSentAgain(t *testing.T) {
	s := open(t)
	ref := s.published("Garden waste moves online")
	for _, path := range []string{"/assessments", "/assessments/" + ref, "/assessments/" + ref + "/v/1.0"} {
		first, _ := s.get(path)
		tag := first.Header.Get("ETag")
		same, _ := s.get(path, "If-None-Match", `"other", `+tag)
		if !strings.HasPrefix(tag, `W/"`) || same.StatusCode != http.StatusNotModified {
			t.Errorf("%s: tag %q, then %d", path, tag, same.StatusCode)
		}
		other, _ := s.get(path, "If-None-Match", `"other"`)
		if other.StatusCode != http.StatusOK {
			t.Errorf("%s: another tag is answered %d", path, other.StatusCode)
		}
	}
	page, _ := s.get("/assessments/" + ref + "/v/1.0")
	s.again(ref)
	after, _ := s.get("/assessments/"+ref+"/v/1.0", "If-None-Match", page.Header.Get("ETag"))
	if after.StatusCode != http.StatusOK {
		t.Error("a copy is called the same although the version was replaced since")
	}
}

func TestTheFirstPageIsTheRegisterOrYourWork(t *testing.T) {
	s := open(t)
	answer, _ := s.get("/")
	if answer.StatusCode != http.StatusSeeOther || answer.Header.Get("Location") != "/assessments" {
		t.Errorf("a visitor is sent to %q", answer.Header.Get("Location"))
	}
	now := s.Now()
	const token = "a-token"
	s.ok(s.Store.SaveSession(t.Context(), session(token, eqiatest.Author(), now)))
	answer, _ = s.get("/", "Cookie", "eqia-session="+token)
	if answer.Header.Get("Location") != "/casework" {
		t.Errorf("a signed-in person is sent to %q", answer.Header.Get("Location"))
	}
}

func TestEveryFooterPageSaysHowToReachTheEqualityTeam(t *testing.T) {
	s := open(t)
	for _, path := range []string{"/accessibility", "/privacy", "/contact"} {
		if _, doc := s.get(path); !strings.Contains(doc.Find("main").Text(), contact) {
			t.Errorf("%s does not say how", path)
		}
	}
	_, doc := s.get("/accessibility")
	if !strings.Contains(doc.Find("main").Text(), "No person has tested it with assistive technology yet") {
		t.Error("the statement does not say that no person has tested it")
	}
}
