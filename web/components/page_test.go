package components

import (
	"reflect"
	"strings"
	"testing"

	"dorset-eqia/web/form"

	"github.com/PuerkitoBio/goquery"
)

func TestTextPeopleTypeIsAlwaysEscaped(t *testing.T) {
	const hostile = `"><script>alert(1)</script>`
	for _, component := range everyComponent() {
		value := reflect.ValueOf(component).Elem()
		t.Run(value.Type().Name(), func(t *testing.T) {
			fill(value, hostile, 0)
			page := rendered(t, value.Interface().(viewer).View())
			noScript(t, page)
			markup, err := page.Html()
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(markup, "alert(1)") {
				t.Error("the text was lost instead of being shown")
			}
		})
	}
	for name, page := range map[string]*goquery.Document{
		"Paragraphs": rendered(t, Paragraphs(hostile)),
		"Effects":    rendered(t, Effects([]string{hostile})),
	} {
		t.Run(name, func(t *testing.T) { noScript(t, page) })
	}
}

// noScript fails the test when a page holds a script with a body, or one that a page's own text brought in.
func noScript(t *testing.T, page *goquery.Document) {
	t.Helper()
	for _, script := range page.Find("script").EachIter() {
		if _, own := script.Attr("src"); !own || script.Text() != "" {
			t.Error("typed text became a script")
		}
	}
}

func TestALinkToAScriptIsNeverMade(t *testing.T) {
	for _, component := range everyComponent() {
		value := reflect.ValueOf(component).Elem()
		fill(value, "javascript:alert(1)", 0)
		page := rendered(t, value.Interface().(viewer).View())
		if page.Find(`[href^="javascript:"], [action^="javascript:"]`).Length() != 0 {
			t.Errorf("%s makes a link that runs a script", value.Type().Name())
		}
	}
}

func TestAPageIsWellMade(t *testing.T) {
	frame, content := samplePage()
	page := within(t, frame.View(), content)
	seen := map[string]bool{}
	for _, element := range page.Find("[id]").EachIter() {
		id := element.AttrOr("id", "")
		if seen[id] || id == "" {
			t.Errorf("the id %q is used twice or empty", id)
		}
		seen[id] = true
	}
	for _, element := range page.Find("[aria-describedby], [aria-labelledby], [aria-controls], label[for]").EachIter() {
		for _, attribute := range []string{"aria-describedby", "aria-labelledby", "aria-controls", "for"} {
			for id := range strings.FieldsSeq(element.AttrOr(attribute, "")) {
				if !seen[id] {
					t.Errorf("%s names %q, which is not on the page", attribute, id)
				}
			}
		}
	}
	if count := page.Find("h1").Length(); count != 1 {
		t.Errorf("the page has %d main headings", count)
	}
	if page.Find("[style], [onclick], [required], style").Length() != 0 {
		t.Error("the page holds an inline style or script, or leaves checks to the browser")
	}
	if page.Find("form:not([novalidate])").Length() != 0 {
		t.Error("a form leaves checks to the browser")
	}
	noScript(t, page)
}

func TestAPageNamesItsLanguageAndItsLandmarks(t *testing.T) {
	frame, content := samplePage()
	page := within(t, frame.View(), content)
	same(t, "language", page.Find("html").AttrOr("lang", ""), "en-GB")
	same(t, "skip link", page.Find(".govuk-skip-link").AttrOr("href", ""), "#main-content")
	for _, landmark := range []string{"header", "main#main-content", "footer"} {
		if page.Find(landmark).Length() != 1 {
			t.Errorf("the page has not exactly one %s", landmark)
		}
	}
	if page.Find("body > *:not(header, footer, script, .govuk-skip-link)").Find("main").Length() != 1 {
		t.Error("something on the page is outside its landmarks")
	}
}

func TestATitleSaysWhatIsWrongAndWhereThePageIs(t *testing.T) {
	cases := []struct {
		name, want string
		page       Page
	}{
		{"a page in a section", "Age - Characteristics - Equality", Page{Title: "Age", Section: "Characteristics", Service: "Equality"}},
		{"a page of no section", "Sign in - Equality", Page{Title: "Sign in", Service: "Equality"}},
		{"with errors", "Error: Age - Equality", Page{Title: "Age", Service: "Equality", Errors: form.Errors{{Message: "Enter"}}}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { same(t, "title", squeezed(rendered(t, c.page.View()).Find("title")), c.want) })
	}
}

func TestHelpIsInTheSamePlaceOnEveryPage(t *testing.T) {
	for _, page := range []Page{{}, {Demo: true, Wide: true, RequestID: "01ABC"}} {
		footer := rendered(t, page.View()).Find("footer")
		same(t, "links", strings.Join(footer.Find("li a").Map(func(_ int, link *goquery.Selection) string { return link.Text() }), ", "),
			"Accessibility, Privacy, Cookies, Contact")
		if page.RequestID != "" && !strings.Contains(footer.Text(), page.RequestID) {
			t.Error("the reference to quote is missing")
		}
	}
}

func TestTheCouncilIsNamedAndTheCrownIsNot(t *testing.T) {
	page := rendered(t, Page{Council: "Dorset Council"}.View())
	same(t, "header", squeezed(page.Find(".govuk-generic-header")), "Dorset Council")
	if page.Find(".govuk-logo, .govuk-footer__crown, .govuk-header").Length() != 0 {
		t.Error("the page carries a mark that is not the council's")
	}
}

func TestADemonstrationSaysSo(t *testing.T) {
	if !strings.Contains(rendered(t, Page{Demo: true}.View()).Find("header").Text(), "Demonstration") {
		t.Error("a demonstration must say that it is one")
	}
	if strings.Contains(rendered(t, Page{}.View()).Find("header").Text(), "Demonstration") {
		t.Error("a real service is not a demonstration")
	}
}

func TestSigningOutIsAPost(t *testing.T) {
	page := rendered(t, Page{Person: &PersonLine{Name: "Clerk", SignOut: "/sign-out"}}.View())
	same(t, "sign out", squeezed(page.Find(`form[method=post][action="/sign-out"] button`)), "Sign out")
}

func TestAnErrorSummaryLinksToEachField(t *testing.T) {
	page := rendered(t, ErrorSummary{Errors: form.Errors{{ID: "title", Message: "Enter the title"}, {Message: "Send it again"}}}.View())
	same(t, "link", page.Find(`a[href="#title"]`).Text(), "Enter the title")
	same(t, "list", squeezed(page.Find("li")), "Enter the titleSend it again")
	if rendered(t, ErrorSummary{}.View()).Find("body *").Length() != 0 {
		t.Error("with nothing to put right there is no summary")
	}
}
