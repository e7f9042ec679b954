package web_test

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/library"
)

const aged = library.ID("age-65-to-74-residents-all-2021")

// shelved is a site with a filled library and the reference of a draft.
func shelved(t *testing.T) (*site, string) {
	t.Helper()
	s := newSite(t)
	if err := s.SeedLibrary(t.Context()); err != nil {
		t.Fatal(err)
	}
	return s, s.bring(t, "draft").ref
}

func (s *site) evidence(t *testing.T, ref string) []eqia.Evidence {
	t.Helper()
	c, err := s.Open(t.Context(), eqiatest.Author(), ref)
	if err != nil {
		t.Fatal(err)
	}
	return c.Content.Evidence
}

var figure = regexp.MustCompile(`^(\d[\d,.]*%|Suppressed)$`)

func TestAChartSaysTheSameNumbersAsItsTable(t *testing.T) {
	s, ref := shelved(t)
	v := s.as(t, eqiatest.Author())
	charts := 0
	for _, code := range []string{"age", "disability", "race", "marriage_and_civil_partnership", "religion_or_belief", "sex", "sexual_orientation"} {
		page := v.get("/casework/" + ref + "/impacts/" + code)
		page.Find("svg.app-chart").Each(func(_ int, chart *goquery.Selection) {
			charts++
			var drawn, written []string
			chart.Find(".app-chart__value").Each(func(_ int, text *goquery.Selection) { drawn = append(drawn, text.Text()) })
			table := chart.NextAllFiltered(".app-table-scroll").First()
			table.Find("td .app-figure").Each(func(_ int, cell *goquery.Selection) {
				if figure.MatchString(cell.Text()) {
					written = append(written, cell.Text())
				}
			})
			if len(drawn) < 2 || !slices.Equal(drawn, written) {
				t.Errorf("%s: the chart says %v and the table %v", code, drawn, written)
			}
			if name := chart.AttrOr("aria-label", ""); chart.AttrOr("role", "") != "img" || name == "" {
				t.Errorf("%s: the chart is called %q", code, name)
			}
			if lines := chart.Find("line").Length(); lines > 10 {
				t.Errorf("%s: the chart has %d lines", code, lines)
			}
		})
	}
	if charts != 8 {
		t.Errorf("there are %d charts", charts)
	}
}

func TestNothingIsDrawnAsAZeroThatIsNotOne(t *testing.T) {
	s, ref := shelved(t)
	page := s.as(t, eqiatest.Author()).get("/casework/" + ref + "/impacts/religion_or_belief")
	values, bars := page.Find("svg .app-chart__value"), page.Find("svg .app-chart__bar")
	suppressed := values.FilterFunction(func(_ int, v *goquery.Selection) bool { return v.Text() == "Suppressed" }).Length()
	if suppressed == 0 || bars.Length() != values.Length()-suppressed {
		t.Errorf("%d values, %d of them suppressed, and %d bars", values.Length(), suppressed, bars.Length())
	}
	if text := s.as(t, eqiatest.Author()).get("/casework/" + ref + "/impacts/pregnancy_and_maternity").Find("main").Text(); !strings.Contains(text,
		"No local figures are published on pregnancy and maternity.") {
		t.Error("the gap is not said")
	}
}

func TestOnePressSavesWhatWasTypedAndCitesTheFigure(t *testing.T) {
	s, ref := shelved(t)
	v, address := s.as(t, eqiatest.Author()), "/casework/"+ref+"/impacts/age"
	button := v.get(address).Find(`button[name=fact][value="` + string(aged) + `"]`)
	if button.AttrOr("formaction", "") != address+"/cite" || button.AttrOr("form", "") != "card" {
		t.Fatalf("the button is %+v", button.Nodes)
	}
	before := len(s.evidence(t, ref))
	values := v.get(address).form("#card")
	values.Set("how-0", "Fewer buses for people over 65.")
	values.Set("fact", string(aged))
	for range 2 { // pressed twice on one page
		if got := v.post(address+"/cite", values); got.Status != http.StatusSeeOther || got.To != address {
			t.Fatalf("it answers %d, %s", got.Status, got.To)
		}
	}
	list := s.evidence(t, ref)
	if len(list) != before+1 || list[before].Fact != string(aged) {
		t.Fatalf("the evidence is %+v", list)
	}
	page := v.get(address)
	if how := page.Find("#how-0").Text(); strings.TrimSpace(how) != "Fewer buses for people over 65." {
		t.Errorf("what was typed is %q", how)
	}
	if page.Find(`button[name=fact][value="`+string(aged)+`"]`).Length() != 0 || !strings.Contains(page.Find(".app-figures").Text(), "Cited") {
		t.Error("the figure does not say that it is cited")
	}
}

func TestACardWithSomethingToPutRightIsShownAgainAndNothingIsCited(t *testing.T) {
	s, ref := shelved(t)
	v, address := s.as(t, eqiatest.Author()), "/casework/"+ref+"/impacts/age"
	before := len(s.evidence(t, ref))
	values := v.get(address).form("#card")
	values["effects-0"] = []string{"neutral", "negative"}
	values.Set("how-0", "Typed and kept.")
	values.Set("fact", string(aged))
	got := v.post(address+"/cite", values)
	if got.Status != http.StatusUnprocessableEntity || strings.TrimSpace(got.Find("#how-0").Text()) != "Typed and kept." || len(s.evidence(t, ref)) != before {
		t.Errorf("it answers %d with %q", got.Status, got.Find("#how-0").Text())
	}
	values["effects-0"] = []string{"negative"}
	for _, bad := range []string{"no-such-fact", "../x", ""} {
		values.Set("fact", bad)
		if got := v.post(address+"/cite", values); got.Status != http.StatusNotFound {
			t.Errorf("for %q it answers %d", bad, got.Status)
		}
	}
}

func TestCitingOnACardThatWasLeftAloneKeepsWhatSomeoneElseSavedMeanwhile(t *testing.T) {
	s, ref := shelved(t)
	v, address := s.as(t, eqiatest.Author()), "/casework/"+ref+"/impacts/age"
	values := v.get(address).form("#card")
	theirs := s.as(t, eqiatest.CoAuthor()).get(address).form("#card")
	theirs.Set("how-0", "Their words.")
	s.as(t, eqiatest.CoAuthor()).post(address, theirs)
	values.Set("fact", string(aged))
	if got := v.post(address+"/cite", values); got.Status != http.StatusSeeOther {
		t.Fatalf("it answers %d", got.Status)
	}
	if how := v.get(address).Find("#how-0").Text(); strings.TrimSpace(how) != "Their words." {
		t.Errorf("the card says %q", how)
	}
	mine := values
	mine.Set("how-0", "My words.")
	if got := v.post(address+"/cite", mine); got.Status != http.StatusConflict || !strings.Contains(got.Body, "My words.") {
		t.Errorf("where both typed, it answers %d", got.Status)
	}
}

func TestSeveralFiguresAreFoundTickedAndAdded(t *testing.T) {
	s, ref := shelved(t)
	v, address := s.as(t, eqiatest.Author()), "/casework/"+ref+"/library"
	before := len(s.evidence(t, ref))
	page := v.get(address + "?group=age&words=65+residents")
	if n := page.Find("input[name=fact]").Length(); n != 3 {
		t.Errorf("%d figures are offered", n)
	}
	action := page.Find("main form[method=post]").AttrOr("action", "")
	if got := v.post(action, url.Values{}); got.Status != http.StatusUnprocessableEntity || got.Find("input[name=fact]").Length() != 3 {
		t.Errorf("with none ticked it answers %d", got.Status)
	}
	got := v.post(action, url.Values{"fact": {string(aged), "age-65-to-74-nation-2021"}})
	if got.Status != http.StatusSeeOther || len(s.evidence(t, ref)) != before+2 {
		t.Errorf("it answers %d, and the evidence is %+v", got.Status, s.evidence(t, ref))
	}
	if n := v.get(address + "?group=age&words=65+residents").Find("input[name=fact]").Length(); n != 1 {
		t.Errorf("after that, %d figures are offered", n)
	}
}

func TestAChangedSourceKeepsTheFigureItWasTakenFrom(t *testing.T) {
	s, ref := shelved(t)
	v := s.as(t, eqiatest.Author())
	v.post("/casework/"+ref+"/library", url.Values{"fact": {string(aged)}})
	list := s.evidence(t, ref)
	last := list[len(list)-1]
	address := "/casework/" + ref + "/list/evidence/" + eqia.Entry(eqia.EvidencePart, last.No).Key
	values := v.get(address).form("main form")
	values.Set("evidence_area", "Dorset, without Bournemouth, Christchurch and Poole")
	if got := v.post(address, values); got.Status != http.StatusSeeOther {
		t.Fatalf("it answers %d", got.Status)
	}
	list = s.evidence(t, ref)
	if e := list[len(list)-1]; e.Fact != string(aged) || !strings.HasPrefix(e.Area, "Dorset, without") {
		t.Errorf("the source is %+v", e)
	}
}

func TestAReplacedFigureIsSaidBesideTheEvidenceAndOnTheCheckPageAndExchangedInOnePress(t *testing.T) {
	s, ref := shelved(t)
	v, lead := s.as(t, eqiatest.Author()), s.as(t, eqiatest.Lead())
	v.post("/casework/"+ref+"/library", url.Values{"fact": {string(aged)}})
	values := lead.get("/library/" + string(aged) + "/change").form("main form")
	values.Set("population", "residents")
	values.Set("measure", "known")
	values.Set("unit", "percent")
	values.Set("characteristic", "age")
	values.Set("value", "16.2")
	values.Set("date", "2031")
	got := lead.post("/library/"+string(aged)+"/change", values)
	if got.Status != http.StatusSeeOther || !strings.HasPrefix(got.To, "/library/fact-") {
		t.Fatalf("the change answers %d, %s", got.Status, got.To)
	}
	if again := lead.post("/library/"+string(aged)+"/change", values); again.To != got.To {
		t.Errorf("pressed twice it leads to %s", again.To)
	}
	if !strings.Contains(lead.get("/library").Find("#outdated").Text(), ref) {
		t.Error("the lead is not told who uses the replaced figure")
	}
	if !strings.Contains(v.get("/library/"+string(aged)).Find(".govuk-inset-text").Text(), "16.2%") {
		t.Error("the old figure does not say what replaced it")
	}
	if !strings.Contains(v.get("/casework/"+ref+"/page/evidence").Find(".govuk-summary-card").Text(), "Replaced on") {
		t.Error("the list of evidence does not say it")
	}
	form := v.get("/casework/" + ref + "/check").form(`form[action$="/library/renew"]`)
	for range 2 {
		if got := v.post("/casework/"+ref+"/library/renew", form); got.Status != http.StatusSeeOther {
			t.Fatalf("using the new figure answers %d", got.Status)
		}
	}
	list := s.evidence(t, ref)
	if e := list[len(list)-1]; !strings.HasPrefix(e.Says, "16.2%") || e.Fact == string(aged) {
		t.Errorf("the source is %+v", e)
	}
	if v.get("/casework/"+ref+"/check").Find(`form[action$="/library/renew"]`).Length() != 0 {
		t.Error("the check page still offers it")
	}
}

func TestALeadAddsAFigureAndIsToldWhatIsWrongWithIt(t *testing.T) {
	s, _ := shelved(t)
	lead := s.as(t, eqiatest.Lead())
	values := lead.get("/library/add").form("main form")
	for name, value := range map[string]string{"characteristic": "carers", "topic": "Unpaid carers", "group": "Unpaid carers", "population": "residents",
		"measure": "known", "value": "nine", "unit": "percent", "base": "residents aged 5 and over", "date": "2021", "area": "Dorset", "source": "ONS"} {
		values.Set(name, value)
	}
	got := lead.post("/library/add", values)
	if got.Status != http.StatusUnprocessableEntity || got.Find("#base").AttrOr("value", "") != "residents aged 5 and over" ||
		!strings.Contains(got.Find("#value-error").Text(), "Enter the figure as a number") {
		t.Errorf("it answers %d: %s", got.Status, got.Find("#value-error").Text())
	}
	values.Set("value", "9.5")
	if got := lead.post("/library/add", values); got.Status != http.StatusSeeOther {
		t.Fatalf("it answers %d", got.Status)
	}
	if text := lead.get("/library?group=carers").Find("main").Text(); !strings.Contains(text, "9.5% of residents aged 5 and over.") {
		t.Error("the figure is not in the library")
	}
}

func TestACouncilWithoutDataHasAnEmptyLibraryAndItsCardsNoFigures(t *testing.T) {
	s := newSite(t)
	ref := s.bring(t, "draft").ref
	v := s.as(t, eqiatest.Author())
	if page := v.get("/casework/" + ref + "/impacts/age"); page.Status != http.StatusOK || page.Find(".app-figures").Length() != 0 {
		t.Error("the card has figures")
	}
	if page := v.get("/library?group=age"); !strings.Contains(page.Find("main").Text(), "There are no figures on this group") {
		t.Error("the library does not say that it is empty")
	}
	if strings.Contains(v.get("/casework/"+ref+"/page/evidence").Find("main").Text(), "evidence library") {
		t.Error("the evidence page offers an empty library")
	}
}

func TestAReviewerSeesTheFiguresBesideTheAnswer(t *testing.T) {
	s, _ := shelved(t)
	ref := s.bring(t, "in review").ref
	page := s.as(t, eqiatest.Reviewer()).get("/casework/" + ref + "/review")
	if page.Find(".app-evidence #figures-age-1").Length() != 1 || page.Find(".app-evidence svg.app-chart").Length() == 0 {
		t.Error("the figures are not beside the answer on age")
	}
	seen := map[string]bool{}
	page.Find("[id]").Each(func(_ int, e *goquery.Selection) {
		id := e.AttrOr("id", "")
		if seen[id] {
			t.Errorf("the id %s is there twice", id)
		}
		seen[id] = true
	})
}

func TestACardSaysInShortWhatIsKnownBesideItsQuestions(t *testing.T) {
	s, ref := shelved(t)
	v := s.as(t, eqiatest.Author())
	v.post("/casework/"+ref+"/library", url.Values{"fact": {string(aged)}})
	age := v.get("/casework/" + ref + "/impacts/age").Find(".app-beside .app-evidence")
	if !strings.Contains(age.Find("a[href*='/list/evidence/']").Text(), "Aged 65 to 74") {
		t.Errorf("the author's own evidence is %q", age.Find("ul").Text())
	}
	var shares []string
	for _, row := range age.Find(".app-glance__row").EachIter() {
		shares = append(shares, row.Find("dt").Text()+" "+row.Find("dd").Text())
	}
	if !slices.Contains(shares, "Aged 65 to 74 15.1%") || len(shares) != 6 {
		t.Errorf("the shares are %q", shares)
	}
	race := v.get("/casework/" + ref + "/impacts/race").Find(".app-evidence")
	if strings.Contains(race.Find("ul").Text(), "Aged 65 to 74") || !strings.Contains(race.Text(), "Ethnic minorities: 6.1% of residents, 25.6% of England and Wales.") {
		t.Errorf("beside race it says %q", race.Text())
	}
	if race.Find(".app-glance__row").Length() > 6 {
		t.Error("a long table stands beside the questions")
	}
}
