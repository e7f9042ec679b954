package public_test

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"net/http"
	"slices"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
)

// feed is as much of an Atom feed as the tests look at.
type feed struct {
	XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Author  string   `xml:"author>name"`
	Entries []struct {
		ID      string `xml:"id"`
		Title   string `xml:"title"`
		Updated string `xml:"updated"`
		Summary string `xml:"summary"`
	} `xml:"entry"`
}

func TestAFeedHasTheNewestOfTheListThatItBelongsTo(t *testing.T) {
	s := open(t)
	s.publish(1, "Library hours <for> all", "Two libraries & a bus close.")
	s.publish(2, "Parking permits", "Permits move online.")
	for path, want := range map[string][]string{"/assessments.atom": {"Parking permits", "Library hours <for> all"}, "/assessments.atom?q=library": {"Library hours <for> all"},
		"/assessments.atom?year=2019": nil} {
		answer, body := s.read(path)
		var got feed
		if err := xml.Unmarshal([]byte(body), &got); err != nil || !strings.HasPrefix(answer.Header.Get("Content-Type"), "application/atom+xml") {
			t.Fatalf("%s: %v, served as %s", path, err, answer.Header.Get("Content-Type"))
		}
		var titles []string
		for _, e := range got.Entries {
			titles = append(titles, e.Title)
		}
		if !slices.Equal(titles, want) || got.Author != "Dorset Council" || got.ID != "http://example.com"+path {
			t.Errorf("%s holds %q by %q as %q", path, titles, got.Author, got.ID)
		}
		if len(got.Entries) > 0 && got.Updated != got.Entries[0].Updated {
			t.Errorf("%s was changed on %s", path, got.Updated)
		}
	}
	_, list := s.get("/assessments?q=library")
	if href := list.Find("link[rel=alternate]").AttrOr("href", ""); href != "/assessments.atom?q=library" {
		t.Errorf("the list names %q as its feed", href)
	}
	if answer, _ := s.read("/assessments.atom?year=soon"); answer.StatusCode != http.StatusNotFound {
		t.Errorf("a list that cannot be asked for answers %d", answer.StatusCode)
	}
}

func TestTheSitemapLeadsToEachAssessmentInForceAndToNothingElse(t *testing.T) {
	s := open(t)
	s.publish(1, "Library hours", "")
	older := eqiatest.Publication(2, "Parking permits", "")
	older.PublishedAt = older.PublishedAt.AddDate(-1, 0, 0)
	s.ok(eqiatest.Publish(t.Context(), s.Store, older))
	gone := s.published("A scheme that stopped")
	s.withdraw(gone, "The scheme stopped.")
	_, index := s.read("/sitemap.xml")
	if got := locations(t, index); !slices.Equal(got, []string{"http://example.com/sitemap/2026.xml", "http://example.com/sitemap/2025.xml"}) {
		t.Fatalf("the sitemaps are %q", got)
	}
	for path, want := range map[string]string{"/sitemap/2026.xml": "EQIA-2026-0001", "/sitemap/2025.xml": "EQIA-2026-0002"} {
		_, body := s.read(path)
		if got := locations(t, body); !slices.Equal(got, []string{"http://example.com/assessments/" + want}) {
			t.Errorf("%s lists %q", path, got)
		}
	}
	for _, path := range []string{"/sitemap/2019.xml", "/sitemap/2026", "/sitemap/soon.xml"} {
		if answer, _ := s.read(path); answer.StatusCode != http.StatusNotFound {
			t.Errorf("%s answers %d", path, answer.StatusCode)
		}
	}
}

// locations lists the addresses in a sitemap.
func locations(t *testing.T, body string) []string {
	t.Helper()
	var list struct {
		Maps  []string `xml:"sitemap>loc"`
		Pages []string `xml:"url>loc"`
	}
	if err := xml.Unmarshal([]byte(body), &list); err != nil {
		t.Fatal(err)
	}
	return slices.Concat(list.Maps, list.Pages)
}

func TestSearchEnginesMayShowTheRegisterAndNothingElse(t *testing.T) {
	s := open(t)
	ref := s.published("Garden waste moves online")
	s.again(ref)
	for path, may := range map[string]bool{"/assessments": true, "/assessments/" + ref: true, "/assessments/" + ref + "/v/2.0": true,
		"/assessments?q=garden": false, "/assessments/" + ref + "/v/1.0": false, "/accessibility": false, "/open-data": false, "/open-data/assessments.csv": false,
		"/assessments.atom": false, "/council-meetings": false, "/assessments/EQIA-2026-9999": false} {
		answer, _ := s.read(path)
		if got := answer.Header.Get("X-Robots-Tag") == ""; got != may {
			t.Errorf("%s: a search engine may show it: %t", path, got)
		}
	}
	_, doc := s.get("/assessments/" + ref + "/v/2.0")
	if got := doc.Find("link[rel=canonical]").AttrOr("href", ""); got != "http://example.com/assessments/"+ref {
		t.Errorf("the address to be shown is %q", got)
	}
	_, robots := s.read("/robots.txt")
	for _, line := range []string{"Allow: /assessments\n", "Disallow: /assessments?\n", "Disallow: /\n", "Sitemap: http://example.com/sitemap.xml\n"} {
		if !strings.Contains(robots, line) {
			t.Errorf("robots.txt does not say %q", line)
		}
	}
}

func TestAnAssessmentSaysWhatItIsInTheWordsOfSchemaOrg(t *testing.T) {
	s := open(t)
	ref := s.published("Garden waste </script> moves")
	_, doc := s.get("/assessments/" + ref)
	var facts map[string]any
	s.ok(json.Unmarshal([]byte(doc.Find("head script[type='application/ld+json']").Text()), &facts))
	if facts["@type"] != "Report" || facts["name"] != "Garden waste </script> moves" || facts["identifier"] != ref || facts["datePublished"] != "2026-11-02" {
		t.Errorf("it says %v", facts)
	}
}

func TestTheOpenDataHasARowForEveryVersionAndTheColumnsOfItsDictionary(t *testing.T) {
	s := open(t)
	ref := s.published("=Garden waste, moves")
	s.again(ref)
	gone := s.published("A scheme that stopped")
	s.withdraw(gone, "The scheme stopped.")
	_, table := s.read("/open-data/assessments.csv")
	rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	s.ok(err)
	_, page := s.get("/open-data")
	named := texts(page.Find("#dictionary tbody th"))
	if len(rows) != 4 || !slices.Equal(rows[0], named) {
		t.Fatalf("the table has %d rows and the columns %q, the dictionary %q", len(rows), rows[0], named)
	}
	_, list := s.read("/open-data/assessments.json")
	var objects []map[string]any
	s.ok(json.Unmarshal([]byte(list), &objects))
	cell := func(row int, name string) string { return rows[row][slices.Index(named, name)] }
	for i, want := range []struct{ ref, version, standing string }{{ref, "2.0", eqia.InForce}, {ref, "1.0", eqia.Replaced}, {gone, "1.0", eqia.TakenAway}} {
		row, object := i+1, objects[i]
		if cell(row, "reference") != want.ref || cell(row, "version") != want.version || cell(row, "standing") != want.standing ||
			object["reference"] != want.ref || object["version"] != want.version || len(object) != len(named) {
			t.Errorf("row %d is %q, and the object %v", row, rows[row], object)
		}
	}
	if cell(1, "title") != "'=Garden waste, moves" || objects[0]["title"] != "=Garden waste, moves" {
		t.Errorf("the title is %q in the table and %q in the list", cell(1, "title"), objects[0]["title"])
	}
	if !strings.Contains(cell(1, "groups_negative"), "age") || cell(3, "groups_negative") != "" || cell(3, "summary") != "" {
		t.Errorf("the effects are %q, and of the withdrawn one %q with the summary %q", cell(1, "groups_negative"), cell(3, "groups_negative"), cell(3, "summary"))
	}
}

func TestTheOpenDataIsSentAgainOnlyWhenSomethingChanged(t *testing.T) {
	s := open(t)
	s.published("Garden waste moves online")
	answer, _ := s.read("/open-data/assessments.csv")
	if same, _ := s.read("/open-data/assessments.csv", "If-None-Match", answer.Header.Get("ETag")); same.StatusCode != http.StatusNotModified {
		t.Errorf("the same file is sent again: %d", same.StatusCode)
	}
	s.published("Another")
	if other, _ := s.read("/open-data/assessments.csv", "If-None-Match", answer.Header.Get("ETag")); other.StatusCode != http.StatusOK {
		t.Error("a file is called the same although something was published since")
	}
}

func TestTwoPublishedVersionsAreComparedWordByWord(t *testing.T) {
	s := open(t)
	ref := s.published("Garden waste moves online")
	s.renamed(ref, "Garden waste stays on paper")
	_, doc := s.get("/assessments/" + ref)
	to := doc.Find("a[href='/assessments/" + ref + "/v/2.0/changes']")
	if squeezed(to) != "See what changed since version 1.0" {
		t.Fatalf("the version leads to its changes by %q", squeezed(to))
	}
	answer, changes := s.get("/assessments/" + ref + "/v/2.0/changes")
	if answer.StatusCode != http.StatusOK || !strings.Contains(squeezed(changes.Find("main")), "compares version 1.0, published 2 November 2026, with version 2.0") ||
		squeezed(changes.Find("del")) != "Start of removed text moves onlineEnd of removed text" {
		t.Errorf("it answers %d and says %q", answer.StatusCode, squeezed(changes.Find("main")))
	}
	for name, path := range map[string]string{"a first version": "/v/1.0/changes", "one that is not there": "/v/9.0/changes"} {
		if answer, _ := s.get("/assessments/" + ref + path); answer.StatusCode != http.StatusNotFound {
			t.Errorf("%s answers %d", name, answer.StatusCode)
		}
	}
	s.withdraw(ref, "The scheme stopped.")
	if answer, doc := s.get("/assessments/" + ref + "/v/2.0/changes"); answer.StatusCode != http.StatusGone || doc.Find("ins, del").Length() > 0 {
		t.Errorf("the changes of a withdrawn version answer %d", answer.StatusCode)
	}
}

// renamed publishes the next version of an assessment under another title.
func (s site) renamed(ref, title string) {
	s.t.Helper()
	ctx := s.t.Context()
	c, err := s.Open(ctx, eqiatest.Author(), ref)
	s.ok(err)
	_, err = s.NewVersion(ctx, c, eqia.NewVersionCommand{Purpose: eqia.Revises})
	s.ok(err)
	c, err = s.Open(ctx, eqiatest.Author(), ref)
	s.ok(err)
	base := map[string]int{form.QuestionTitle: c.Stamps[eqia.PartKey{Kind: eqia.AnswerPart, Key: form.QuestionTitle}].Counter}
	s.ok(s.SaveAnswers(ctx, c, map[string]eqia.Answer{form.QuestionTitle: {Text: title}}, base))
	s.ok(eqiatest.Sign(ctx, s.Service, ref, eqiatest.Author(), eqiatest.Lead()))
	s.release(ref)
}

func TestTheRegisterSaysWhyEachIsFound(t *testing.T) {
	s := open(t)
	s.publish(1, "Library hours", strings.Repeat("Nothing else changes here. ", 12)+"Two libraries close on Mondays.")
	for query, want := range map[string]string{"q=library": "Found by “Library” in the title; “libraries” in the summary.", "q=EQIA-2026-0001": "Found by “EQIA-2026-0001” in the reference.",
		"group=age&effect=negative": "Found by negative effect on “Age”.", "year=2026": ""} {
		_, doc := s.get("/assessments?" + query)
		if got := squeezed(doc.Find("#results p.govuk-hint").Not(":last-child")); got != want {
			t.Errorf("%s: it says %q, want %q", query, got, want)
		}
	}
	_, doc := s.get("/assessments?q=mondays")
	if got := squeezed(doc.Find("#results p.govuk-body")); !strings.HasPrefix(got, "…") || !strings.Contains(got, "close on Mondays") {
		t.Errorf("the words that were found are not shown: %q", got)
	}
}
