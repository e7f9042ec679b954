package public_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
)

func TestAPublishedAssessmentIsReadInTheOrderPeopleNeed(t *testing.T) {
	s := open(t)
	ref := s.published("Garden waste moves online")
	answer, doc := s.get("/assessments/" + ref)
	if answer.StatusCode != http.StatusOK || squeezed(doc.Find("h1")) != "Garden waste moves online" {
		t.Fatalf("status %d, heading %q", answer.StatusCode, squeezed(doc.Find("h1")))
	}
	if got := doc.Find("title").Text(); got != "Garden waste moves online - "+ref+" version 1.0 - Equality impact assessments" {
		t.Errorf("the title is %q", got)
	}
	var want = []string{"Summary", "What is being decided", "Where people could lose out, or we are not sure", "Every group at a glance",
		"The other groups", "What will be done"}
	got := texts(doc.Find("main h2.govuk-heading-m"))
	if !slices.Equal(got[:len(want)], want) || !slices.Equal(got[len(got)-3:], []string{"About this record", "Other formats", "Ask for another format"}) {
		t.Errorf("the headings are %q", got)
	}
	if doc.Find("#glance-protected tbody tr").Length() != 9 || doc.Find("#glance-local tbody tr").Length() != 7 {
		t.Error("the tables do not show nine protected groups and seven local ones")
	}
	if doc.Find("#action-plan").Length() != 1 {
		t.Error("the action plan is not there once")
	}
	between := doc.Find("#adverse").NextUntil("#glance").Filter("h3")
	if got := texts(between); !slices.Equal(got, []string{"Age", "Disability"}) {
		t.Errorf("the groups that come first are %q", got)
	}
}

func TestEveryLinkWithinAnAssessmentLandsOnThePage(t *testing.T) {
	s := open(t)
	_, doc := s.get("/assessments/" + s.published("Garden waste moves online"))
	for _, to := range doc.Find("a[href^='#']").Map(func(_ int, a *goquery.Selection) string { return a.AttrOr("href", "") }) {
		if doc.Find(to).Length() != 1 {
			t.Errorf("%s leads nowhere", to)
		}
	}
}

func TestAnAssessmentNamesARoleAndNobody(t *testing.T) {
	s := open(t)
	ref := s.published("Garden waste moves online")
	_, doc := s.get("/assessments/" + ref)
	record := texts(doc.Find("#record").Next().Find("dt, dd"))
	want := []string{"Reference", ref, "Version", "1.0", "Signed off by", "Equality lead", "Signed off on", "2 November 2026"}
	if len(record) < len(want) || !slices.Equal(record[:len(want)], want) || !slices.Contains(record, "Check code") {
		t.Errorf("the record says %q, want %q first", record, want)
	}
	for _, p := range eqiatest.People() {
		if strings.Contains(doc.Text(), p.Name) || strings.Contains(doc.Text(), p.Email) || strings.Contains(doc.Text(), string(p.ID)) {
			t.Errorf("the page names %s", p.Name)
		}
	}
}

func TestAReplacedVersionSaysSoAndLeadsToTheOneInForce(t *testing.T) {
	s := open(t)
	ref := s.published("Garden waste moves online")
	s.again(ref)
	answer, doc := s.get("/assessments/" + ref + "/v/1.0")
	if answer.StatusCode != http.StatusOK || !strings.Contains(squeezed(doc.Find(".govuk-warning-text")), "Version 2.0 replaced this version on 2 November 2026.") {
		t.Errorf("status %d, notice %q", answer.StatusCode, squeezed(doc.Find(".govuk-warning-text")))
	}
	if doc.Find("main a[href='/assessments/"+ref+"']").Length() != 1 {
		t.Error("nothing leads to the version in force")
	}
	_, newest := s.get("/assessments/" + ref)
	if newest.Find(".govuk-warning-text").Length() > 0 || newest.Find("#versions a[href='/assessments/"+ref+"/v/1.0']").Length() != 1 {
		t.Error("the version in force has a notice, or no way to the earlier one")
	}
}

func TestAWithdrawnAssessmentSaysWhyAndIsNotCalledMissing(t *testing.T) {
	s := open(t)
	ref := s.published("Garden waste moves online")
	s.withdraw(ref, "The proposal will not go ahead.")
	for _, path := range []string{"/assessments/" + ref, "/assessments/" + ref + "/v/1.0"} {
		answer, doc := s.get(path)
		if answer.StatusCode != http.StatusGone {
			t.Errorf("%s answers %d", path, answer.StatusCode)
		}
		if !strings.Contains(squeezed(doc.Find(".govuk-warning-text")), "withdrew this assessment on 2 November 2026") ||
			!strings.Contains(squeezed(doc.Find("#reason").Next()), "The proposal will not go ahead.") {
			t.Errorf("%s says %q", path, squeezed(doc.Find("main")))
		}
		if doc.Find("#summary, #glance").Length() > 0 {
			t.Error("what was withdrawn is still shown")
		}
	}
	if _, doc := s.get("/assessments?q=garden"); len(titles(doc)) > 0 {
		t.Error("the register still lists it")
	}
}

func TestWhatIsNotPublishedIsNotThere(t *testing.T) {
	s := open(t)
	draft, err := s.Start(t.Context(), eqiatest.Author(), eqia.StartCommand{Answers: eqiatest.FirstPage()})
	s.ok(err)
	signed := s.signed("Signed and waiting")
	public := s.published("Garden waste moves online")
	for name, path := range map[string]string{
		"a draft":                  "/assessments/" + draft,
		"signed but not published": "/assessments/" + signed,
		"its first version":        "/assessments/" + signed + "/v/1.0",
		"a version never made":     "/assessments/" + public + "/v/9.0",
		"a number that is none":    "/assessments/" + public + "/v/one",
		"no reference":             "/assessments/1%20OR%201=1",
	} {
		t.Run(name, func(t *testing.T) {
			if answer, _ := s.get(path); answer.StatusCode != http.StatusNotFound {
				t.Errorf("%s answers %d", path, answer.StatusCode)
			}
		})
	}
}

func TestAnOlderFormsRecordSaysWhatItsFormDidNotAsk(t *testing.T) {
	s := open(t)
	p := eqiatest.Publication(1, "Home to school transport", "Buses to school change.")
	p.Legacy, p.Content.Form.Version, p.Form = true, "outside", "outside"
	merged := eqia.BlankBlock()
	merged.Effects, merged.How = eqia.Effects{eqia.Negative}, "Longer journeys."
	p.Content.Cards = []eqia.Card{{Code: "gender_reassignment+gender_identity", Label: "Gender reassignment and gender identity",
		Covers: []string{"gender_reassignment", "gender_identity"}, Blocks: []eqia.Block{merged}}}
	s.ok(eqiatest.Publish(t.Context(), s.Store, p))
	answer, doc := s.get("/assessments/" + p.Reference)
	if answer.StatusCode != http.StatusOK {
		t.Fatalf("status %d", answer.StatusCode)
	}
	rows := texts(doc.Find("#glance-protected tbody td"))
	if rows[0] != "This form did not ask" || !strings.Contains(rows[2], "Asked about together with others") {
		t.Errorf("the table says %q", rows)
	}
	if !strings.Contains(squeezed(doc.Find(".govuk-inset-text").First()), "older form") {
		t.Error("nothing says that it was made on an older form")
	}
}
