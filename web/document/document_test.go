package document_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/a-h/templ"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
)

const day = "2026-11-02"

func councilForm(t *testing.T) form.Version {
	t.Helper()
	council, err := form.Load(eqiatest.Profile)
	if err != nil {
		t.Fatal(err)
	}
	fv, ok := council.Latest(day)
	if !ok {
		t.Fatal("no form is in force")
	}
	return fv
}

func drawn(t *testing.T, c templ.Component) *goquery.Document {
	t.Helper()
	var b bytes.Buffer
	if err := c.Render(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	page, err := goquery.NewDocumentFromReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

func full(t *testing.T) (eqia.Content, form.Version) {
	t.Helper()
	fv := councilForm(t)
	return eqiatest.Full(eqiatest.Profile, fv), fv
}

func TestEveryAnswerIsOnThePage(t *testing.T) {
	content, fv := full(t)
	page := drawn(t, document.Of(content, fv, day).Whole(2)).Text()
	plain := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	for code, a := range content.Answers {
		for line := range strings.SplitSeq(a.Text, "\n") {
			if !strings.Contains(plain(page), plain(line)) {
				t.Errorf("the answer to %s is not on the page: %q", code, line)
			}
		}
	}
	for _, e := range content.Evidence {
		if !strings.Contains(page, e.Title) {
			t.Errorf("the evidence %q is not on the page", e.Title)
		}
	}
	for _, a := range content.Actions {
		if !strings.Contains(page, a.What) {
			t.Errorf("the action %q is not on the page", a.What)
		}
	}
}

func TestHeadingsNeverSkipAndIdsAreUnique(t *testing.T) {
	content, fv := full(t)
	page := drawn(t, document.Of(content, fv, day).Whole(2))
	last := 1
	page.Find("h1, h2, h3, h4, h5, h6").Each(func(_ int, s *goquery.Selection) {
		level := int(goquery.NodeName(s)[1] - '0')
		if level == 1 || level > last+1 {
			t.Errorf("the heading %q has level %d after level %d", s.Text(), level, last)
		}
		last = level
	})
	seen := map[string]bool{}
	page.Find("[id]").Each(func(_ int, s *goquery.Selection) {
		id := s.AttrOr("id", "")
		if seen[id] {
			t.Errorf("the id %s is there twice", id)
		}
		seen[id] = true
	})
}

func TestTheGlanceHasOneRowForEachGroupInForce(t *testing.T) {
	content, fv := full(t)
	page := drawn(t, document.Of(content, fv, day).Glance())
	if got, want := page.Find("tbody tr").Length(), len(fv.CharacteristicsInForce(day)); got != want {
		t.Errorf("%d rows, want %d", got, want)
	}
	if got, want := page.Find("#glance-protected tbody tr").Length(), len(form.Protected()); got != want {
		t.Errorf("%d protected groups, want %d", got, want)
	}
}

func TestAnUnansweredGroupIsNeverShownAsNeutral(t *testing.T) {
	fv := councilForm(t)
	content := eqia.NewContent(eqia.FormRef{Profile: eqiatest.Profile, Version: fv.Code})
	page := drawn(t, document.Of(content, fv, day).Whole(2))
	if strings.Contains(page.Text(), "Neutral") {
		t.Error("an untouched assessment says Neutral")
	}
	if got := page.Find("#glance-protected tbody td").First().Text(); strings.TrimSpace(got) != "Not answered" {
		t.Errorf("the first group's effect is %q, want Not answered", got)
	}
}

func TestAMergedRowIsShownUnderEachGroupAndCountedUnderNone(t *testing.T) {
	fv := councilForm(t)
	content := eqia.NewContent(eqia.FormRef{Profile: eqiatest.Profile, Version: "outside"})
	content.Cards = []eqia.Card{{Code: "gender_reassignment+gender_identity", Label: "Gender reassignment and gender identity",
		Covers: []string{"gender_reassignment", "gender_identity"}, Blocks: []eqia.Block{{Effects: eqia.Effects{eqia.Positive}, How: "Better for both"}}}}
	d := document.Of(content, fv, day)
	for _, c := range d.Groups {
		if (c.Part.Key == "gender_reassignment" || c.Part.Key == "gender_identity") && (c.Merged == "" || len(c.Effects) > 0) {
			t.Errorf("%s: merged %q, effects %v", c.Label, c.Merged, c.Effects)
		}
	}
	glance := drawn(t, d.Glance()).Text()
	if strings.Contains(glance, "Positive") || !strings.Contains(glance, "“Gender reassignment and gender identity”") {
		t.Errorf("the table counts a merged row or does not name it: %s", glance)
	}
	if page := drawn(t, d.Cards(3)).Text(); !strings.Contains(page, "Better for both") {
		t.Error("the merged row's words are not on the page")
	}
}

func TestAnAnswerThatTheFormDoesNotAskForIsKept(t *testing.T) {
	content, fv := full(t)
	content.Answers["old_question"] = eqia.Answer{Text: "From an older form"}
	q, ok := document.Of(content, fv, day).Question("old_question")
	if !ok || q.Text != "From an older form" || q.Label != "Old question" {
		t.Errorf("got %+v, %v", q, ok)
	}
}

func TestWhatIsLeftOutIsNotDrawn(t *testing.T) {
	content, fv := full(t)
	d := document.Of(content, fv, day).Leave(form.QuestionSummary).Only(document.Card.Adverse)
	if _, ok := d.Question(form.QuestionSummary); ok {
		t.Error("the summary is still there")
	}
	for _, c := range d.Groups {
		if !c.Adverse() {
			t.Errorf("%s is still there", c.Label)
		}
	}
	if len(d.Groups) == 0 {
		t.Error("no group is left")
	}
}

func TestEveryExtraIsDrawnOnceWhereItsPartIsShown(t *testing.T) {
	content, fv := full(t)
	d := document.Of(content, fv, day)
	drawnFor := map[eqia.PartKey]int{}
	d = d.With(nil, func(k eqia.PartKey) templ.Component {
		drawnFor[k]++
		return nil
	})
	drawn(t, d.Whole(2))
	for _, p := range eqia.PartsOf(content) {
		if d.Shows(p.Key) && drawnFor[p.Key] != 1 {
			t.Errorf("%s is shown, and its extra is drawn %d times", p.Key, drawnFor[p.Key])
		}
		if !d.Shows(p.Key) && drawnFor[p.Key] != 0 {
			t.Errorf("%s is not shown, and its extra is drawn", p.Key)
		}
	}
}

func TestTypedTextIsNeverMarkup(t *testing.T) {
	content, fv := full(t)
	content.Answers["aims"] = eqia.Answer{Text: "<b id=\"bad\">bold</b>"}
	content.Evidence[0].Link = "javascript:alert(1)"
	page := drawn(t, document.Of(content, fv, day).Whole(2))
	if page.Find("#bad, a[href^='javascript']").Length() > 0 {
		t.Error("typed text became markup or a script")
	}
}

func TestPassagesCoverEveryPartThatSaysSomething(t *testing.T) {
	content, fv := full(t)
	has := map[eqia.PartKey]bool{}
	for _, p := range document.Of(content, fv, day).Passages() {
		has[p.Part] = true
	}
	for _, p := range eqia.PartsOf(content) {
		if a, ok := p.Body.(eqia.Answer); ok && a.Empty() {
			continue
		}
		if !has[p.Key] {
			t.Errorf("%s says something and has no passage", p.Key)
		}
	}
}

func TestTheOrderOfThePartsIsTheOneTheyAreDrawnIn(t *testing.T) {
	content, fv := full(t)
	d := document.Of(content, fv, "2026-11-02").With(nil, func(k eqia.PartKey) templ.Component { return components.Tag{Text: k.Key}.View() })
	page := drawn(t, d.Whole(2))
	place := map[string]int{}
	page.Find("[id]").Each(func(i int, s *goquery.Selection) { place[s.AttrOr("id", "")] = i + 1 })
	last := 0
	for _, k := range d.Order() {
		at := place[document.ID(k)]
		if at == 0 || at < last {
			t.Errorf("%s is drawn at %d, after %d", k, at, last)
		}
		last = at
	}
	if len(d.Order()) < 20 {
		t.Errorf("only %d parts have an order", len(d.Order()))
	}
}
