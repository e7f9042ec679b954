package web_test

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// main is the text of the page's main part.
func (a answer) main() string { return strings.Join(strings.Fields(a.Find("main").Text()), " ") }

func TestTheQuestionnaireSuggestsHowFarToGoAndWhy(t *testing.T) {
	s := newSite(t)
	author := s.as(t, eqiatest.Author())
	for name, tc := range map[string]struct {
		told      url.Values
		says      []string
		suggested string
	}{
		"a closure":      {url.Values{"kind": {"service_change"}, "affected": {"external"}, "triggers": {"closure", "saving"}}, []string{"It closes or reduces", "It saves money"}, "yes"},
		"a small policy": {url.Values{"kind": {"policy"}, "affected": {"internal"}, "triggers": {"none"}}, []string{"You may not need a full assessment"}, "no"},
		"a restructure":  {url.Values{"kind": {"restructure"}, "triggers": {"staffing"}}, []string{"Staff restructure", "Few people can read it"}, "yes"},
		"a saving":       {url.Values{"kind": {"budget_saving"}, "affected": {"both"}, "triggers": {"saving"}}, []string{"Budget saving", "which budget"}, "yes"},
	} {
		t.Run(name, func(t *testing.T) {
			asked := author.fill(author.get("/casework/start/questions"), "/casework/start/questions", tc.told)
			if asked.Status != http.StatusSeeOther || !strings.HasPrefix(asked.To, "/casework/start/advice?") {
				t.Fatalf("got %d to %s", asked.Status, asked.To)
			}
			page := author.get(asked.To)
			for _, text := range tc.says {
				if !strings.Contains(page.main(), text) {
					t.Errorf("it does not say %q: %s", text, page.main())
				}
			}
			first := page.Find("main a.govuk-button").First().AttrOr("href", "")
			if !strings.Contains(first, "assessment_needed="+tc.suggested) {
				t.Errorf("it suggests %s", first)
			}
		})
	}
}

func TestTheQuestionnaireSaysWhatIsMissing(t *testing.T) {
	s := newSite(t)
	author := s.as(t, eqiatest.Author())
	page := author.get("/casework/start/questions")
	got := author.fill(page, "/casework/start/questions", url.Values{"kind": {"policy"}})
	if got.Status != http.StatusUnprocessableEntity {
		t.Fatalf("got %d", got.Status)
	}
	got.leads(t, "affected")
	got.leads(t, "triggers")
	if got.Find("input[name=kind][value=policy][checked]").Length() != 1 {
		t.Error("what was chosen is not given back")
	}
	both := author.fill(page, "/casework/start/questions", url.Values{"kind": {"policy"}, "affected": {"both"}, "triggers": {"none", "saving"}})
	if both.Status != http.StatusUnprocessableEntity {
		t.Errorf("none of these together with another: got %d", both.Status)
	}
	both.leads(t, "triggers")
	if got := author.get("/casework/start/advice"); got.Status != http.StatusSeeOther || got.To != "/casework/start/questions" {
		t.Errorf("advice on nothing: got %d to %s", got.Status, got.To)
	}
}

func TestWhatWasToldBeforeTheStartIsNotAskedAgain(t *testing.T) {
	s := newSite(t)
	author := s.as(t, eqiatest.Author())
	page := author.get("/casework/start?kind=policy&affected=both&triggers=saving&triggers=closure&assessment_needed=no&triggers=flood&title=Mine")
	if page.Find("input[name=kind]").Length()+page.Find("input[name=assessment_needed]").Length() != 0 || page.Find("input[name=title]").Length() != 1 {
		t.Error("it asks again, or does not ask for the name")
	}
	if page.Find("input[name=title]").AttrOr("value", "") != "" {
		t.Error("a name came from the address")
	}
	if bad := author.fill(page, "/casework/start", nil); bad.Status != http.StatusUnprocessableEntity || bad.Find("input[name=told-kind][value=policy]").Length() != 1 {
		t.Errorf("without a name: got %d", bad.Status)
	}
	made := author.fill(page, "/casework/start", url.Values{"title": {"Quiet hours"}})
	if made.Status != http.StatusSeeOther {
		t.Fatalf("got %d", made.Status)
	}
	c := s.open(t, eqiatest.Author(), strings.Split(made.To, "/")[2])
	said := c.Content.Answers
	if said["kind"].Choice() != "policy" || said["affected"].Choice() != "both" || !slices.Equal(said["triggers"].Choices, []string{"saving", "closure"}) || !c.Screens() {
		t.Errorf("it starts with %+v", said)
	}
}

func TestALeadAsksForAFullAssessmentAndTheAuthorSeesWhy(t *testing.T) {
	s := newSite(t)
	ref, _ := s.draft(t)
	c := s.open(t, eqiatest.Author(), ref)
	if err := eqiatest.Write(t.Context(), s.Service, eqiatest.Author(), ref, eqiatest.Screening(eqiatest.Profile, c.Form)); err != nil {
		t.Fatal(err)
	}
	c = s.open(t, eqiatest.Author(), ref)
	if err := s.Send(t.Context(), c, eqia.SendCommand{Revision: c.Revision}); err != nil {
		t.Fatal(err)
	}
	if err := s.Move(t.Context(), s.open(t, eqiatest.Lead(), ref), eqia.MoveCommand{Event: workflow.Take, Revision: c.Revision + 1}); err != nil {
		t.Fatal(err)
	}
	lead, reviewer := s.as(t, eqiatest.Lead()), s.as(t, eqiatest.Reviewer())
	at := "/casework/" + ref
	revision := s.open(t, eqiatest.Lead(), ref).Revision
	decision := lead.get(at + "/decision?revision=" + strconv.Itoa(revision))
	if decision.Find("input[value=decline]").Length() != 1 {
		t.Fatalf("the lead cannot ask for it: %d %s", decision.Status, decision.main())
	}
	chosen := lead.fill(decision, at+"/decision", url.Values{"decision": {"decline"}})
	page := lead.get(chosen.To)
	if bad := lead.fill(page, at+"/move/decline_screening", nil); bad.Status != http.StatusUnprocessableEntity {
		t.Errorf("without a reason: got %d", bad.Status)
	}
	if got := reviewer.get(at + "/move/decline_screening"); got.Status != http.StatusForbidden {
		t.Errorf("a reviewer: got %d", got.Status)
	}
	for range 2 { // pressing twice does it once
		if got := lead.fill(page, at+"/move/decline_screening", url.Values{"reason": {"Night workers may lose their break room."}}); got.Status != http.StatusSeeOther {
			t.Fatalf("got %d: %s", got.Status, got.main())
		}
	}
	author := s.as(t, eqiatest.Author())
	if hub := author.get(at); !strings.Contains(hub.main(), "asks for a full assessment") || !strings.Contains(hub.main(), "All effects in one table") {
		t.Errorf("the author's page says %s", hub.main())
	}
	if start := author.get(at + "/page/start"); !strings.Contains(start.main(), "Night workers may lose their break room.") {
		t.Error("the author does not see why")
	}
	if got := s.open(t, eqiatest.Author(), ref); len(eqia.Changed(c.Content, got.Content)) != 1 {
		t.Errorf("more than one answer changed: %v", eqia.Changed(c.Content, got.Content))
	}
	if got := lead.get(at + "/move/decline_screening"); got.Status != http.StatusConflict {
		t.Errorf("once it is a full assessment: got %d", got.Status)
	}
}

// together asks twice for a page of older disabled people, and says how they are affected on it.
func (p pair) together() string {
	p.t.Helper()
	at, page := p.at("/impacts/age+disability"), p.one.get(p.at("/together"))
	for range 2 {
		if got := p.one.fill(page, p.at("/together"), url.Values{"groups": {"disability", "age"}}); got.Status != http.StatusSeeOther || got.To != at {
			p.t.Fatalf("got %d to %s", got.Status, got.To)
		}
	}
	p.one.fill(p.one.get(at), at, url.Values{"effects-0": {"negative"}, "how-0": {"Older disabled people lose the one bus they can board."}})
	return at
}

func TestPeopleInTwoGroupsGetAPageWhenAskedFor(t *testing.T) {
	p := newPair(t)
	if hub := p.one.get(p.at("")); strings.Contains(hub.main(), "Age and disability") || hub.Find("main a[href='"+p.at("/together")+"']").Length() != 1 {
		t.Errorf("before it is asked for: %s", hub.main())
	}
	page := p.one.get(p.at("/together"))
	if bad := p.one.fill(page, p.at("/together"), url.Values{"groups": {"age"}}); bad.Status != http.StatusUnprocessableEntity {
		t.Errorf("one group: got %d", bad.Status)
	} else {
		bad.leads(t, "groups")
	}
	p.together()
	for _, tail := range []string{"", "/impacts", "/check", "/read"} {
		if got := p.one.get(p.at(tail)); got.Status != http.StatusOK || !strings.Contains(got.main(), "Age and disability") {
			t.Errorf("%s does not show it: %d", tail, got.Status)
		}
	}
	p.one.fill(p.one.get(p.at("/impacts")), p.at("/impacts"), url.Values{"effects-age+disability": {"negative", "unclear"}})
	if k := p.content().Card("age+disability"); len(k.Effects()) != 2 || k.Blocks[0].How == "" {
		t.Errorf("the table made it %+v", k)
	}
}

func TestThePageOfPeopleInTwoGroupsIsRemovedWhenAskedFor(t *testing.T) {
	p := newPair(t)
	at := p.together()
	for _, code := range []string{"age", "age+height", "disability+age"} {
		if got := p.one.get(p.at("/impacts/" + code + "/remove")); got.Status != http.StatusNotFound {
			t.Errorf("removing %s: got %d", code, got.Status)
		}
	}
	if got := p.one.post(at+"/remove", url.Values{}); got.Status != http.StatusUnprocessableEntity {
		t.Errorf("a post that does not say what it saw: got %d", got.Status)
	}
	ask := p.one.get(at + "/remove")
	for range 2 {
		if got := p.one.fill(ask, at+"/remove", nil); got.Status != http.StatusSeeOther || len(p.content().Cards) != 0 {
			t.Errorf("got %d, and there are %d cards", got.Status, len(p.content().Cards))
		}
	}
}

// optionsApart adds two options and answers for each of them apart what becomes of people of some age.
func (p pair) optionsApart() {
	p.t.Helper()
	for _, label := range []string{"Do nothing", "Close at weekends"} {
		p.one.fill(p.one.get(p.at("/list/option")), p.at("/list/option"), url.Values{"option_label": {label}})
	}
	at := p.at("/impacts/age")
	p.one.fill(p.one.get(at), at, url.Values{"effects-0": {"negative"}, "how-0": {"Fewer can come."}})
	if split := p.one.submit(p.one.get(at), "form:has(input[value=option])", at+"/split", nil); split.Status != http.StatusSeeOther {
		p.t.Fatalf("dividing by option: got %d", split.Status)
	}
	if saved := p.one.fill(p.one.get(at), at, url.Values{"effects-0": {"neutral"}, "how-0": {"All stays as it is."}}); saved.Status != http.StatusSeeOther {
		p.t.Fatalf("saving: got %d", saved.Status)
	}
}

func TestOptionsAreAnsweredApartAndCompared(t *testing.T) {
	p := newPair(t)
	if got := p.one.get(p.at("/options")); got.Status != http.StatusOK || !strings.Contains(got.main(), "nothing to compare") {
		t.Errorf("without options: got %d", got.Status)
	}
	p.optionsApart()
	if heads := p.one.get(p.at("/impacts/age")).Find("main h2").Text(); !strings.Contains(heads, "Do nothing") || !strings.Contains(heads, "Close at weekends") {
		t.Errorf("the parts are called %q", heads)
	}
	table := p.one.get(p.at("/options"))
	if row := strings.Join(strings.Fields(table.Find("#options-compared tbody tr").First().Text()), " "); !strings.Contains(row, "Age") || !strings.Contains(row, "Neutral") || !strings.Contains(row, "Negative") {
		t.Errorf("the row of age says %q", row)
	}
	if !strings.Contains(table.main(), "The options differ for: Age.") {
		t.Error("it does not say for whom they differ")
	}
	for _, tail := range []string{"", "/check", "/read"} {
		if got := p.one.get(p.at(tail)); got.Find("a[href='"+p.at("/options")+"']").Length() != 1 {
			t.Errorf("%s does not lead to it", tail)
		}
	}
}

func TestRemovingAnOptionSaysWhoHasAnAnswerForItAndKeepsItsWords(t *testing.T) {
	p := newPair(t)
	p.optionsApart()
	remove := p.one.get(p.at("/list/option/2/remove"))
	if !strings.Contains(remove.main(), "These groups have an answer for this option alone: Age.") {
		t.Errorf("removing it says %s", remove.main())
	}
	p.one.fill(remove, p.at("/list/option/2/remove"), nil)
	if k := p.content().Card("age"); len(k.Blocks) != 1 || !strings.Contains(k.Blocks[0].How, "About “Close at weekends”, which is no longer considered: Fewer can come.") {
		t.Errorf("its words became %+v", k.Blocks)
	}
}

func TestARestructureAsksAboutEmployeesAloneAndKeepsTheRest(t *testing.T) {
	p := bothAudiences(t)
	p.divide()
	at, start := p.at("/impacts/age"), p.at("/page/start")
	p.one.fill(p.one.get(at), at, url.Values{"how-0": {"Residents wait longer."}, "how-1": {"Staff travel further."}})
	p.one.fill(p.one.get(start), start, url.Values{"kind": {"restructure"}})
	page := p.one.get(at)
	if page.givenBack("Residents wait longer.") || !page.givenBack("Staff travel further.") || !strings.Contains(page.main(), "can point to one person") {
		t.Errorf("a restructure asks: %s", page.main())
	}
	change := p.one.get(p.at("/page/change"))
	if change.Find("input[name=affected]").Length() != 0 {
		t.Error("it asks who is affected")
	}
	p.one.fill(change, p.at("/page/change"), url.Values{"aims": {"To join two teams."}})
	p.one.fill(page, at, url.Values{"how-0": {"Staff travel an hour more."}})
	if k := p.age(); len(k) != 2 || p.content().Answers["affected"].Choice() != "both" {
		t.Errorf("it kept %+v", k)
	}
	p.one.fill(p.one.get(start), start, url.Values{"kind": {"policy"}})
	if back := p.one.get(at); !back.givenBack("Residents wait longer.") || !back.givenBack("Staff travel an hour more.") {
		t.Errorf("changed back, it asks: %s", back.main())
	}
}

func TestOnlyASavingIsAskedForItsBudget(t *testing.T) {
	p := newPair(t)
	start, decision := p.at("/page/start"), p.at("/page/decision")
	if p.one.get(decision).Find("input[name=budget_round]").Length() != 0 {
		t.Error("a service change is asked for a budget round")
	}
	p.one.fill(p.one.get(start), start, url.Values{"kind": {"budget_saving"}})
	p.one.fill(p.one.get(decision), decision, url.Values{"budget_round": {"budget_2027_28"}})
	if c := p.open(t, eqiatest.Author(), p.ref); !c.InRound() || c.BudgetRound != "budget_2027_28" {
		t.Errorf("it counts in %q", c.BudgetRound)
	}
}

func TestTheAimsAreInTheWordsOfTheActAndMarriageHasTheFirstAlone(t *testing.T) {
	p := newPair(t)
	aims := func(code string) []string {
		var out []string
		for _, n := range p.one.get(p.at("/impacts/" + code)).Find("input[name=aims-0] + label").EachIter() {
			out = append(out, strings.TrimSpace(n.Text()))
		}
		return out
	}
	for _, said := range aims("age") {
		if !strings.Contains(form.Section149, ") "+said) {
			t.Errorf("not the words of the Act: %q", said)
		}
	}
	if all, marriage := aims("age"), aims("marriage_and_civil_partnership"); len(all) != 3 || len(marriage) != 1 || marriage[0] != all[0] {
		t.Errorf("age has %d aims and marriage %q", len(all), marriage)
	}
}
