package public_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dorset-eqia/web"
	"dorset-eqia/web/account"
	"dorset-eqia/web/outside"
)

// report is what the accessibility statement is made from, as much as the tests look at.
type report struct {
	Browser  string
	Rules    []string
	Journeys []struct {
		Journey, On string
		States      int
		Pages       []string
	}
}

func checked(t *testing.T) report {
	t.Helper()
	raw, err := os.ReadFile("data/accessibility.json")
	if err != nil {
		t.Fatal(err)
	}
	var r report
	if err := json.Unmarshal(raw, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestTheAccessibilityStatementIsOfEveryJourneyThereIs(t *testing.T) {
	files, err := filepath.Glob("../journeys/*.test.mjs")
	if err != nil || len(files) == 0 {
		t.Fatalf("there are no journeys: %v", err)
	}
	r := checked(t)
	var named []string
	for _, j := range r.Journeys {
		named = append(named, j.Journey)
		if day, err := time.Parse(time.DateOnly, j.On); err != nil || day.After(time.Now().AddDate(0, 0, 1)) || j.States == 0 || len(j.Pages) == 0 {
			t.Errorf("%s was run on %q with %d states of %d pages", j.Journey, j.On, j.States, len(j.Pages))
		}
		if !slices.Contains(files, "../journeys/"+j.Journey) {
			t.Errorf("%s is no longer there: take it out of web/public/data/accessibility.json", j.Journey)
		}
	}
	for _, f := range files {
		name := filepath.Base(f)
		if looks, err := os.ReadFile(f); err != nil || !strings.Contains(string(looks), "/service.mjs") {
			continue // it looks at no page
		}
		if !slices.Contains(named, name) {
			t.Errorf("the statement does not say what %s checked: run make accessibility JOURNEYS=web/journeys/%s", name, name)
		}
	}
}

func TestTheAccessibilityStatementCountsOnlyPagesThatExist(t *testing.T) {
	var routes [][]string
	for _, route := range web.Routes(web.Deps{Accounts: account.New(&account.Passwords{}), Outside: outside.New()}) {
		routes = append(routes, strings.Split(route.Path, "/"))
	}
	for _, j := range checked(t).Journeys {
		for _, page := range j.Pages {
			parts := strings.Split(page, "/")
			if !slices.ContainsFunc(routes, func(route []string) bool { return leadsTo(route, parts) }) {
				t.Errorf("%s looked at %s, which does not exist", j.Journey, page)
			}
		}
	}
}

// leadsTo reports whether an address, with a colon for each name of a record, is a route's.
func leadsTo(route, parts []string) bool {
	return slices.EqualFunc(route, parts, func(is, asked string) bool { return is == asked || strings.HasPrefix(is, ":") })
}

func TestTheStatementSaysWhatWasCheckedAndByWhat(t *testing.T) {
	_, doc := open(t).get("/accessibility")
	text := squeezed(doc.Find("main"))
	for _, says := range []string{"automated checks looked at", "with errors", "We used axe ", checked(t).Browser, "WCAG 2.0 A, 2.0 AA, 2.1 A, 2.1 AA, 2.2 AA", "widths of 1280 and 320 pixels",
		"Automated checks find only some kinds of problem", "We wrote it on 22 November 2026. We will look at it again by 22 November 2027."} {
		if !strings.Contains(text, says) {
			t.Errorf("it does not say %q: %s", says, text)
		}
	}
}

func TestSecurityTxtHoldsForAWhile(t *testing.T) {
	_, body := open(t).read("/.well-known/security.txt")
	if !strings.Contains(body, "Contact: http://example.com/contact\n") {
		t.Errorf("it names no contact: %q", body)
	}
	_, rest, _ := strings.Cut(body, "Expires: ")
	until, err := time.Parse(time.RFC3339, strings.SplitN(rest, "\n", 2)[0])
	if err != nil || time.Until(until) < 45*24*time.Hour {
		t.Errorf("it holds until %s only: check that the contact is still right, and move the day on in web/public/crawl.go (%v)", until, err)
	}
}
