package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
)

// bothAudiences is a pair whose proposal affects two audiences, so that a card can be split.
func bothAudiences(t *testing.T) pair {
	t.Helper()
	p := newPair(t)
	c := p.open(t, eqiatest.Author(), p.ref)
	q, _ := c.Form.Question(form.QuestionAffected)
	for _, ch := range q.Choices {
		if len(c.Form.AudiencesFor(ch.Code)) > 1 {
			err := p.SaveAnswers(t.Context(), c, map[string]eqia.Answer{q.Code: {Choices: []string{ch.Code}}}, map[string]int{})
			if err != nil {
				t.Fatal(err)
			}
			return p
		}
	}
	t.Fatal("no choice has two audiences")
	return p
}

// divide presses the button that splits the card for age, or joins it.
func (p pair) divide() {
	p.t.Helper()
	at := p.at("/impacts/age")
	if got := p.one.fill(p.one.get(at), at+"/split", nil); got.Status != http.StatusSeeOther {
		p.t.Fatalf("divide: got %d", got.Status)
	}
}

func (p pair) age() []eqia.Block { return p.content().Card("age").Blocks }

func TestPressingSplitOnAnOldPageNeverJoins(t *testing.T) {
	p := bothAudiences(t)
	at := p.at("/impacts/age")
	old := p.two.get(at)
	p.divide()
	p.one.fill(p.one.get(at), at, url.Values{"how-0": {"Residents lose a bus"}, "how-1": {"Staff do not use it"}})
	p.two.fill(old, at+"/split", nil)
	if k := p.age(); len(k) != 2 || k[0].How != "Residents lose a bus" || k[1].How != "Staff do not use it" {
		t.Errorf("the two audiences became %+v", k)
	}
}

func TestJoiningACardThatSomeoneChangedIsRefused(t *testing.T) {
	p := bothAudiences(t)
	at := p.at("/impacts/age")
	p.divide()
	old := p.two.get(at)
	p.one.fill(p.one.get(at), at, url.Values{"how-1": {"Staff do not use it"}})
	if got := p.two.fill(old, at+"/split", nil); got.Status != http.StatusConflict || len(p.age()) != 2 {
		t.Errorf("got %d, and the card is %+v", got.Status, p.age())
	}
	if got := p.two.post(at+"/split", url.Values{}); got.Status != http.StatusUnprocessableEntity || len(p.age()) != 2 {
		t.Errorf("a post that asks for neither: got %d", got.Status)
	}
}

func TestPressingSplitTwiceSplitsOnce(t *testing.T) {
	p := bothAudiences(t)
	at := p.at("/impacts/age")
	page := p.one.get(at)
	for range 2 {
		if got := p.one.fill(page, at+"/split", nil); got.Status != http.StatusSeeOther || len(p.age()) != 2 {
			t.Errorf("got %d, and the card is %+v", got.Status, p.age())
		}
	}
}

func TestTextTypedForAnAudienceIsKeptWhenSomeoneJoinedTheCard(t *testing.T) {
	p := bothAudiences(t)
	at := p.at("/impacts/age")
	p.divide()
	mine := p.two.get(at)
	p.divide()
	p.one.fill(p.one.get(at), at, url.Values{"how-0": {"One text for everyone"}})
	clash := p.two.fill(mine, at, url.Values{"effects-0": {"negative"}, "how-0": {"Residents"}, "how-1": {"An hour of work about staff"}, "find_out-1": {"Ask the depot"}})
	if clash.Status != http.StatusConflict {
		t.Fatalf("got %d", clash.Status)
	}
	for _, text := range []string{"An hour of work about staff", "Ask the depot", "One text for everyone", "Employees"} {
		if !strings.Contains(clash.Find("main").Text(), text) {
			t.Errorf("the page does not show %q", text)
		}
	}
	if got := p.two.fill(clash, at, url.Values{"settle": {"mine"}}); got.Status != http.StatusSeeOther {
		t.Errorf("use mine: got %d", got.Status)
	}
	if k := p.age(); len(k) != 2 || k[0].How != "Residents" || k[1].How != "An hour of work about staff" || k[1].FindOut != "Ask the depot" {
		t.Errorf("kept %+v", k)
	}
}

func TestTextTypedForEveryoneIsKeptWhenSomeoneSplitTheCard(t *testing.T) {
	p := bothAudiences(t)
	at := p.at("/impacts/age")
	mine := p.two.get(at)
	p.divide()
	p.one.fill(p.one.get(at), at, url.Values{"how-1": {"Theirs about staff"}})
	clash := p.two.fill(mine, at, url.Values{"effects-0": {"unclear"}, "how-0": {"Mine about everyone"}})
	if clash.Status != http.StatusConflict || !clash.givenBack("Mine about everyone") || !strings.Contains(clash.Find("main").Text(), "Theirs about staff") {
		t.Fatalf("got %d: %s", clash.Status, clash.Find("main").Text())
	}
	p.two.fill(clash, at, url.Values{"settle": {"theirs"}})
	if k := p.age(); len(k) != 2 || k[1].How != "Theirs about staff" {
		t.Errorf("keep theirs kept %+v", k)
	}
	p.two.fill(clash, at, url.Values{"settle": {"combined"}, "how-0": {"Both together"}})
	if k := p.age(); len(k) != 1 || k[0].How != "Both together" || !k[0].Effects.Only(eqia.Unclear) {
		t.Errorf("put together kept %+v", k)
	}
}

func TestTheConflictOfACardShowsAimsAndEvidence(t *testing.T) {
	p := newPair(t)
	if _, err := p.AddEntry(t.Context(), p.open(t, eqiatest.Author(), p.ref), eqia.Evidence{Title: "Census 2021"}, ""); err != nil {
		t.Fatal(err)
	}
	at := p.at("/impacts/age")
	mine := p.two.get(at)
	ch, _ := p.open(t, eqiatest.Author(), p.ref).Form.Characteristic("age")
	p.one.fill(p.one.get(at), at, url.Values{"effects-0": {"negative"}, "aims-0": {ch.Aims[0]}})
	clash := p.two.fill(mine, at, url.Values{"effects-0": {"negative"}, "evidence-0": {"1"}})
	heads := clash.Find("main h2").Text()
	if clash.Status != http.StatusConflict || !strings.Contains(heads, "Aims it touches") || !strings.Contains(heads, "Evidence that shows it") {
		t.Errorf("got %d with %q", clash.Status, heads)
	}
	if text := clash.Find("main dl").Text(); !strings.Contains(text, "Census 2021") {
		t.Errorf("the source is not named: %q", text)
	}
	p.two.fill(clash, at, url.Values{"settle": {"mine"}})
	if k := p.age(); len(k[0].Aims) != 0 || len(k[0].Evidence) != 1 {
		t.Errorf("kept %+v", k)
	}
}

func TestACardCannotBeGivenPartsThatNobodyOffered(t *testing.T) {
	p := bothAudiences(t)
	at := p.at("/impacts/age")
	for name, parts := range map[string][]string{"an audience of no form": {"nobody|"}, "an option that is not there": {"|9"}, "the same part twice": {"|", "|"}, "no part at all": {"nothing"}} {
		values := p.one.get(at).form("form[action='" + at + "']")
		for i, part := range parts {
			values.Set("block-"+string(rune('0'+i)), part)
		}
		values.Set("how-0", "What was typed")
		if got := p.one.post(at, values); got.Status < 400 || !got.givenBack("What was typed") || len(p.age()) > 0 {
			t.Errorf("%s: got %d, and the card is %+v", name, got.Status, p.age())
		}
	}
}

func TestACardLeftAloneIsNeverSaved(t *testing.T) {
	p := newPair(t)
	at := p.at("/impacts/age")
	untouched := p.two.get(at)
	p.one.fill(p.one.get(at), at, url.Values{"how-0": {"Written meanwhile"}})
	if got := p.two.fill(untouched, at, nil); got.Status != http.StatusSeeOther || p.age()[0].How != "Written meanwhile" {
		t.Errorf("got %d, and the card is %+v", got.Status, p.age())
	}
}
