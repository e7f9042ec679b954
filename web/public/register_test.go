package public_test

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
)

func titles(doc *goquery.Document) []string { return texts(doc.Find("#results h3")) }

func TestTheRegisterListsAssessmentsNewestFirst(t *testing.T) {
	s := open(t)
	s.publish(1, "Library hours", "Two libraries close on Mondays.")
	s.publish(2, "Parking permits", strings.Repeat("Permits move online. ", 30))
	_, doc := s.get("/assessments")
	if got := titles(doc); !slices.Equal(got, []string{"Parking permits", "Library hours"}) {
		t.Errorf("the list says %q", got)
	}
	if got := squeezed(doc.Find("h2.govuk-heading-m")); got != "2 assessments" {
		t.Errorf("the count says %q", got)
	}
	if href, _ := doc.Find("#results a").First().Attr("href"); href != "/assessments/EQIA-2026-0002" {
		t.Errorf("the title leads to %q", href)
	}
	summaries := texts(doc.Find("#results p.govuk-body"))
	if !strings.HasSuffix(summaries[0], "…") || len(summaries[0]) > 210 || summaries[1] != "Two libraries close on Mondays." {
		t.Errorf("the summaries say %q", summaries)
	}
	if got := squeezed(doc.Find("#results .govuk-hint").Last()); got != "EQIA-2026-0001, published 1 March 2026, Highways" {
		t.Errorf("below the summary it says %q", got)
	}
}

func TestAnEmptyRegisterSaysSo(t *testing.T) {
	_, doc := open(t).get("/assessments")
	if got := squeezed(doc.Find("h2.govuk-heading-m")); got != "No assessments found" {
		t.Errorf("the count says %q", got)
	}
}

func TestTheRegisterCanBeNarrowed(t *testing.T) {
	s := open(t)
	other := eqiatest.Publication(1, "Library hours", "")
	other.Directorate, other.Effects = "people_adults", []eqia.Effected{{Characteristic: "race", Effect: eqia.Positive}}
	other.PublishedAt, other.Screening = other.PublishedAt.AddDate(-1, 0, 0), true
	s.ok(eqiatest.Publish(t.Context(), s.Store, other))
	s.publish(2, "Parking permits", "")
	for name, query := range map[string]string{
		"words":           "q=libraries",
		"a directorate":   "directorate=people_adults",
		"an effect":       "group=race&effect=positive",
		"a year":          "year=2025",
		"not needed":      "only=not_needed",
		"all of them":     "q=hours&directorate=people_adults&group=race&effect=positive&year=2025&only=not_needed",
		"empty ones left": "q=+library+&directorate=&group=&effect=&year=&only=",
	} {
		t.Run(name, func(t *testing.T) {
			_, doc := s.get("/assessments?" + query)
			if got := titles(doc); !slices.Equal(got, []string{"Library hours"}) {
				t.Errorf("the list says %q", got)
			}
			if doc.Find("form a[href='/assessments']").Length() != 1 {
				t.Error("there is no way to clear the search")
			}
		})
	}
}

func TestASearchThatCannotBeIsPutRightOnThePage(t *testing.T) {
	s := open(t)
	for name, c := range map[string]struct{ query, field, says string }{
		"a directorate that is not there": {"directorate=treasury", "directorate", "Select a directorate from the list"},
		"a group that is not there":       {"group=cats&effect=negative", "group", "Select a group from the list"},
		"an effect that is not there":     {"group=age&effect=bad", "effect", "Select an effect from the list"},
		"a group without an effect":       {"group=age", "effect", "Select the effect on this group"},
		"an effect without a group":       {"effect=negative", "group", "Select which group the effect is on"},
		"a year that is none":             {"year=last", "year", "Enter a year with 4 numbers, for example 2026"},
		"a kind of record there is not":   {"only=drafts", "only", "Select the kind of record from the list"},
		"a committee there is not":        {"committee=the-cabinet", "committee", "Select a committee from the list"},
		"a status there is not":           {"status=draft", "status", "Select a status from the list"},
		"too many words":                  {"q=" + strings.Repeat("a", 201), "q", "Words to look for must be 200 characters or fewer"},
	} {
		t.Run(name, func(t *testing.T) {
			answer, doc := s.get("/assessments?" + c.query)
			if answer.StatusCode != http.StatusUnprocessableEntity || !strings.HasPrefix(doc.Find("title").Text(), "Error: ") {
				t.Errorf("status %d, title %q", answer.StatusCode, doc.Find("title").Text())
			}
			if got := squeezed(doc.Find(".govuk-error-summary a[href='#" + c.field + "']")); got != c.says {
				t.Errorf("the summary says %q, want %q", got, c.says)
			}
			described, _ := doc.Find("#" + c.field).Attr("aria-describedby")
			if !strings.Contains(described, c.field+"-error") || !strings.Contains(squeezed(doc.Find("#"+c.field+"-error")), c.says) {
				t.Errorf("the field is described by %q", described)
			}
			if answer.Header.Get("ETag") != "" {
				t.Error("a page with errors may be kept")
			}
		})
	}
}

func TestTheRegisterIsReadPageByPageBothWays(t *testing.T) {
	s := open(t)
	for no := range 120 {
		s.publish(no, fmt.Sprintf("Parking %03d", 119-no), "")
	}
	for _, start := range []string{"/assessments", "/assessments?q=parking", "/assessments?effect=negative&group=age"} {
		t.Run(start, func(t *testing.T) {
			_, first := s.get(start)
			_, second := s.get(href(first, "next"))
			_, third := s.get(href(second, "next"))
			seen := slices.Concat(titles(first), titles(second), titles(third))
			if len(seen) != 120 || !slices.IsSorted(seen) || len(slices.Compact(seen)) != 120 {
				t.Errorf("three pages show %d assessments", len(seen))
			}
			if !strings.Contains(third.Find("title").Text(), ", page 3 - ") || href(third, "next") != "" {
				t.Errorf("the last page is called %q and leads on to %q", third.Find("title").Text(), href(third, "next"))
			}
			_, back := s.get(href(third, "prev"))
			if !slices.Equal(titles(back), titles(second)) || href(back, "next") == "" || href(back, "prev") != start {
				t.Errorf("going back shows %d assessments from %q, and leads to %q", len(titles(back)), titles(back)[0], href(back, "prev"))
			}
		})
	}
}

// href is where the link to the page before or after leads; "" when there is none.
func href(doc *goquery.Document, way string) string {
	to, _ := doc.Find(".govuk-pagination__" + way + " a").Attr("href")
	return to
}

func TestAPlaceThatWasNotSignedForTheListIsTheFirstPage(t *testing.T) {
	s := open(t)
	for no := range 60 {
		s.publish(no, fmt.Sprintf("Parking %02d", no), "")
	}
	_, first := s.get("/assessments")
	next, err := url.Parse(href(first, "next"))
	s.ok(err)
	good := next.Query().Get("from")
	for name, from := range map[string]string{
		"nothing":                "",
		"no place at all":        "nonsense",
		"a cursor of one's own":  "a2~k3j4.01JD0000000000000000000001~AAAAAAAAAAAAAAAAAAAAAA",
		"another page number":    "a9" + strings.TrimPrefix(good, "a2"),
		"the other way":          "b" + strings.TrimPrefix(good, "a"),
		"only signs":             "~~",
		"a signature of nothing": "~" + good[strings.LastIndex(good, "~")+1:],
	} {
		t.Run(name, func(t *testing.T) {
			_, doc := s.get("/assessments?from=" + url.QueryEscape(from))
			if !slices.Equal(titles(doc), titles(first)) || strings.Contains(doc.Find("title").Text(), "page") {
				t.Errorf("it shows %q", doc.Find("title").Text())
			}
		})
	}
	t.Run("a place in another list", func(t *testing.T) {
		_, want := s.get("/assessments?q=parking")
		_, doc := s.get("/assessments?q=parking&from=" + url.QueryEscape(good))
		if !slices.Equal(titles(doc), titles(want)) {
			t.Error("a place of one list was taken in another")
		}
	})
}

func TestTheTitleSaysWhatWasLookedForAndTypedWordsAreOnlyText(t *testing.T) {
	s := open(t)
	_, doc := s.get("/assessments?q=" + url.QueryEscape(`<script>alert(1)</script>"`))
	if got := doc.Find("title").Text(); got != `Search results for “<script>alert(1)</script>"” - Equality impact assessments` {
		t.Errorf("the title is %q", got)
	}
	if doc.Find("main script").Length() > 0 {
		t.Error("typed words became markup")
	}
	if value, _ := doc.Find("#q").Attr("value"); value != `<script>alert(1)</script>"` {
		t.Errorf("the field holds %q", value)
	}
}
