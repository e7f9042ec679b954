package web_test

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
)

// tooManyBytes is short enough in characters for the form, and too long in bytes to be kept.
func tooManyBytes() string { return strings.Repeat("ŵ", 120_000) }

func TestWhatTheServiceWillNotKeepOnACardIsShownAtItsField(t *testing.T) {
	p := bothAudiences(t)
	p.divide()
	at := p.at("/impacts/age")
	got := p.one.fill(p.one.get(at), at, url.Values{"how-1": {tooManyBytes()}})
	got.leads(t, "how-1")
	if _, err := p.AddEntry(t.Context(), p.open(t, eqiatest.Author(), p.ref), eqia.Evidence{Title: "Census"}, ""); err != nil {
		t.Fatal(err)
	}
	got = p.one.fill(p.one.get(at), at, url.Values{"evidence-1": {"99"}})
	got.leads(t, "evidence-1")
	if p.age()[1].How != "" {
		t.Errorf("something was kept: %+v", p.age())
	}
}

func TestWhatTheServiceWillNotKeepOfAnEntryIsShownAtItsField(t *testing.T) {
	p := newPair(t)
	card := eqia.Card{Code: "age", Blocks: []eqia.Block{{Effects: eqia.Effects{eqia.Negative}, Aims: []string{}, Evidence: []int{}}}}
	if err := p.SaveCard(t.Context(), p.open(t, eqiatest.Author(), p.ref), card, 0); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, list string
		filled     url.Values
		to         string
	}{
		{"a group that is not on the form", "evidence", url.Values{"evidence_title": {"Census"}, "evidence_groups": {"nobody"}}, "evidence_groups"},
		{"an impact that is not there", "action", url.Values{"action_what": {"Ask"}, "action_answers": {"age|nobody|"}}, "action_answers"},
		{"a month that is none", "action", url.Values{"action_what": {"Ask"}, "action_when": {"month"}, "action_month": {"Brumaire"}}, "action_month"},
	} {
		at := p.at("/list/" + c.list)
		got := p.one.fill(p.one.get(at), at, c.filled)
		if got.Status != http.StatusUnprocessableEntity {
			t.Errorf("%s: got %d", c.name, got.Status)
		}
		got.leads(t, c.to)
		if got.Find("details:not([open]) [id='"+c.to+"']").Length() > 0 {
			t.Errorf("%s: the field is in a part of the page that is closed", c.name)
		}
	}
}

func TestAnActionIsKeptWhereNoImpactIsLeftToDealWith(t *testing.T) {
	p := newPair(t)
	at := p.at("/list/action")
	got := p.one.fill(p.one.get(at), at, url.Values{"action_what": {"Ask"}, "action_answers": {"age||"}})
	if list := p.content().Actions; got.Status != http.StatusSeeOther || len(list) != 1 || len(list[0].Answers) != 0 {
		t.Errorf("got %d, and kept %+v", got.Status, list)
	}
}

func TestAFullListSaysSoAtTheNameOfTheEntry(t *testing.T) {
	p := newPair(t)
	for i := range 200 {
		if _, err := p.AddEntry(t.Context(), p.open(t, eqiatest.Author(), p.ref), eqia.Option{Label: "Option " + strconv.Itoa(i)}, ""); err != nil {
			t.Fatal(err)
		}
	}
	at := p.at("/list/option")
	p.one.fill(p.one.get(at), at, url.Values{"option_label": {"One more"}}).leads(t, "option_label")
}

func TestAFirstEntryThatIsRefusedIsGivenBackAndTheAnswersAreKept(t *testing.T) {
	p := newPair(t)
	at := p.at("/page/evidence")
	got := p.one.fill(p.one.get(at), at, url.Values{"evidence_says": {"What it tells us"}, "evidence_title": {"Census"}, "evidence_groups": {"nobody"}})
	got.leads(t, "evidence_groups")
	if got.Find("#evidence_title").AttrOr("value", "") != "Census" || p.content().Answers["evidence_says"].Text != "What it tells us" {
		t.Errorf("got %d; the source is not given back, or the answer is not kept", got.Status)
	}
	again := p.one.fill(got, at, url.Values{"evidence_says": {"What it tells us now"}, "evidence_groups": {"age"}})
	if again.Status != http.StatusSeeOther || len(p.content().Evidence) != 1 || p.content().Answers["evidence_says"].Text != "What it tells us now" {
		t.Errorf("put right: got %d, and kept %+v", again.Status, p.content().Evidence)
	}
}

func TestWhatWasTypedIsGivenBackWhereThePageIsGone(t *testing.T) {
	p := newPair(t)
	at := p.at("/page/change")
	values := p.two.get(at).form("form[action='" + at + "']")
	values.Set("change", "An hour of work about secrets.")
	if err := p.RemoveParty(t.Context(), p.open(t, eqiatest.Author(), p.ref), eqiatest.CoAuthor().ID, ""); err != nil {
		t.Fatal(err)
	}
	got := p.two.post(at, values)
	if got.Status != http.StatusNotFound || !got.givenBack("An hour of work about secrets.") || !strings.Contains(got.Find("main").Text(), "not saved") {
		t.Errorf("got %d: %s", got.Status, got.Find("main").Text())
	}
	title := eqiatest.FirstPage()["title"].Text
	if strings.Contains(got.Body, title) {
		t.Error("the page says what the assessment is called")
	}
	nowhere := p.two.post("/casework/EQIA-2026-9999/page/change", values)
	if a, b := strings.ReplaceAll(got.Find("h1, main > p").First().Text(), p.ref, ""), nowhere.Find("h1, main > p").First().Text(); a != b || nowhere.Status != http.StatusNotFound {
		t.Errorf("an assessment that is there answers %q, one that is not %q", a, b)
	}
	if anyone := p.anyone(t).post("/nothing-here", values); anyone.Status != http.StatusNotFound || anyone.Find("textarea").Length() > 0 {
		t.Errorf("to someone who is not signed in: got %d", anyone.Status)
	}
}
