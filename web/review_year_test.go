package web_test

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/workflow"
)

// started is a signed assessment with its next version begun for a purpose.
func (s *site) started(t *testing.T, purpose eqia.Purpose) string {
	t.Helper()
	m := s.bring(t, "signed off")
	if _, err := s.NewVersion(t.Context(), s.open(t, eqiatest.Author(), m.ref), eqia.NewVersionCommand{Purpose: purpose}); err != nil {
		t.Fatal(err)
	}
	return m.ref
}

// sent sends a version for review and has the lead take it.
func (s *site) sent(t *testing.T, ref string) {
	t.Helper()
	checks := s.Checks
	s.Checks = nil
	defer func() { s.Checks = checks }()
	c := s.open(t, eqiatest.Author(), ref)
	if err := s.Send(t.Context(), c, eqia.SendCommand{Revision: c.Revision}); err != nil {
		t.Fatal(err)
	}
	c = s.open(t, eqiatest.Lead(), ref)
	if err := s.Move(t.Context(), c, eqia.MoveCommand{Event: workflow.Take, Revision: c.Revision}); err != nil {
		t.Fatal(err)
	}
}

func TestAReviewIsStartedFromTheRecordAndOnceOnly(t *testing.T) {
	s := newSite(t)
	m := s.bring(t, "signed off")
	author := s.as(t, eqiatest.Author())
	at := "/casework/" + m.ref + "/start-review"
	if n := author.get("/casework/" + m.ref).Find("a[href='" + at + "']").Length(); n != 1 {
		t.Fatalf("the assessment's page leads there %d times", n)
	}
	values := author.get(at).form("form[action='" + at + "']")
	for range 2 {
		if a := author.post(at, values); a.Status != http.StatusSeeOther || a.To != "/casework/"+m.ref {
			t.Fatalf("got %d to %s: %s", a.Status, a.To, a.Find("main").Text())
		}
	}
	hub := author.get("/casework/" + m.ref)
	if text := hub.Find("h2:contains('Before you start again') + ul").Text(); !strings.Contains(text, "What happened since") || !strings.Contains(text, "Not yet started") {
		t.Errorf("the task list begins with %q", text)
	}
	if got := hub.Find(".govuk-caption-l").Text(); !strings.Contains(got, "version 2.0, a review of version 1.0") {
		t.Errorf("it is called %q", got)
	}
}

func TestTheOutcomesPageAsksAboutEachThingAndGivesBackWordsWithNothingSelected(t *testing.T) {
	s := newSite(t)
	ref := s.started(t, eqia.Reviews)
	at := "/casework/" + ref + "/outcomes"
	form := "form[action='" + at + "']"
	one := s.as(t, eqiatest.Author())
	first := one.get(at)
	n := len(s.open(t, eqiatest.Author(), ref).Content.Outcomes)
	if got := first.Find(form + " fieldset").Length(); got != n || n < 3 {
		t.Fatalf("%d things are asked about, and there are %d", got, n)
	}
	if first.Find(form+" input[type=radio][checked]").Length() > 0 {
		t.Error("something is chosen that nobody chose")
	}
	values := first.form(form)
	values.Set("text-1", "Nobody came.")
	if a := one.post(at, values); a.Status != http.StatusUnprocessableEntity || a.Find("#came-1-error").Length() == 0 || a.Find("#text-1").Text() != "\nNobody came." && a.Find("#text-1").Text() != "Nobody came." {
		t.Errorf("words with nothing selected: got %d, %q", a.Status, a.Find("#text-1").Text())
	}
	values.Set("came-1", "less")
	if a := one.post(at, values); a.Status != http.StatusSeeOther {
		t.Errorf("with one selected: got %d: %s", a.Status, a.Find("main").Text())
	}
}

func TestTheOutcomesPageKeepsWhatWasSaidAndTellsConflictsApart(t *testing.T) {
	s := newSite(t)
	ref := s.started(t, eqia.Reviews)
	at := "/casework/" + ref + "/outcomes"
	form := "form[action='" + at + "']"
	one, two := s.as(t, eqiatest.Author()), s.as(t, eqiatest.CoAuthor())
	values, stale := one.get(at).form(form), two.get(at).form(form)
	values.Set("text-1", "Nobody came.")
	values.Set("came-1", "less")
	values.Set("then", "later")
	if a := one.post(at, values); a.Status != http.StatusSeeOther || a.To != "/casework/"+ref {
		t.Fatalf("got %d: %s", a.Status, a.Find("main").Text())
	}
	stale.Set("came-1", "more")
	stale.Set("text-1", "Everybody came.")
	stale.Set("came-2", "as_predicted")
	clash := two.post(at, stale)
	if clash.Status != http.StatusConflict || !strings.Contains(clash.Body, "Nobody came.") || !strings.Contains(clash.Body, "Everybody came.") {
		t.Fatalf("got %d: %s", clash.Status, clash.Find("main").Text())
	}
	again := clash.form(form)
	again.Set("settle", "mine")
	if a := two.post(at, again); a.Status != http.StatusSeeOther {
		t.Fatalf("keeping mine: got %d: %s", a.Status, a.Find("main").Text())
	}
	said := s.open(t, eqiatest.Author(), ref).Content.Outcomes
	if said[0].Text != "Everybody came." || said[0].Came != eqia.MoreSo || said[1].Came != eqia.AsPredicted {
		t.Errorf("it is kept as %+v and %+v", said[0], said[1])
	}
}

func TestOnlyAReviewHasOutcomesAndOnlyItsWritersSayThem(t *testing.T) {
	s := newSite(t)
	plain := "/casework/" + s.started(t, eqia.Revises) + "/outcomes"
	if a := s.as(t, eqiatest.Author()).get(plain); a.Status != http.StatusNotFound {
		t.Errorf("a version that is no review answers %d", a.Status)
	}
	at := "/casework/" + s.started(t, eqia.Reviews) + "/outcomes"
	for by, want := range map[string]struct {
		who    eqia.Person
		status int
	}{"the author": {eqiatest.Author(), http.StatusOK}, "a co-author": {eqiatest.CoAuthor(), http.StatusOK}, "the lead": {eqiatest.Lead(), http.StatusForbidden},
		"the adviser": {eqiatest.Adviser(), http.StatusForbidden}, "a clerk": {eqiatest.Clerk(), http.StatusNotFound},
		"an administrator": {eqiatest.Administrator(), http.StatusNotFound}} {
		if a := s.as(t, want.who).get(at); a.Status != want.status {
			t.Errorf("%s gets %d, want %d", by, a.Status, want.status)
		}
		if a := s.as(t, want.who).post(at, url.Values{}); want.status != http.StatusOK && a.Status != want.status {
			t.Errorf("a post by %s gets %d, want %d", by, a.Status, want.status)
		}
	}
}

func TestALeadReadsOnlyWhatACorrectionChangesAndSignsIt(t *testing.T) {
	s := newSite(t)
	ref := s.started(t, eqia.Corrects)
	c := s.open(t, eqiatest.Author(), ref)
	key := eqia.PartKey{Kind: eqia.AnswerPart, Key: "aims"}
	aims := c.Content.Answers["aims"].Text + " Sooner."
	if err := s.SaveAnswers(t.Context(), c, map[string]eqia.Answer{"aims": {Text: aims}}, map[string]int{"aims": c.Stamps[key].Counter}); err != nil {
		t.Fatal(err)
	}
	s.sent(t, ref)
	lead := s.as(t, eqiatest.Lead())
	if a := lead.get("/casework/" + ref + "/review"); a.To != "/casework/"+ref+"/correction" {
		t.Fatalf("the review leads to %q", a.To)
	}
	page := lead.get("/casework/" + ref + "/correction")
	if text := page.Find("main").Text(); !strings.Contains(text, "1.1, a minor correction of version 1.0") || !strings.Contains(text, "Sooner.") ||
		strings.Contains(text, c.Content.Answers["summary"].Text) {
		t.Errorf("the page says %s", text)
	}
	if page.Find("#beyond").Length() > 0 {
		t.Errorf("it is flagged: %s", page.Find("#beyond").Text())
	}
	at, ok := page.Find("a:contains('Sign it off')").Attr("href")
	if !ok {
		t.Fatal("there is no way to sign it")
	}
	sign := lead.get(at)
	if text := sign.Find("main").Text(); !strings.Contains(text, "1.1, a minor correction of version 1.0") || !strings.Contains(text, "what this correction changes") {
		t.Errorf("the signature is asked for with %s", text)
	}
	if sign.Find("input[type=password]").Length() != 1 {
		t.Error("the signature asks for no password")
	}
}

func TestACorrectionThatChangesAnEffectIsFlaggedToTheAuthorAndTheLead(t *testing.T) {
	s := newSite(t)
	ref := s.started(t, eqia.Corrects)
	c := s.open(t, eqiatest.Author(), ref)
	k := c.Content.Card("sex")
	k.Blocks[0].Effects, k.Blocks[0].Shared, k.Blocks[0].How = eqia.Effects{eqia.Positive}, false, "More women will sign up."
	if err := s.SaveCard(t.Context(), c, k, c.Stamps[eqia.PartKey{Kind: eqia.CardPart, Key: "sex"}].Counter); err != nil {
		t.Fatal(err)
	}
	if text := s.as(t, eqiatest.Author()).get("/casework/" + ref + "/changes").Find("#beyond").Text(); !strings.Contains(text, "Sex: the effects") {
		t.Errorf("the author is told %q", text)
	}
	s.sent(t, ref)
	page := s.as(t, eqiatest.Lead()).get("/casework/" + ref + "/correction")
	if text := page.Find("#beyond").Text(); !strings.Contains(text, "Sex: the effects") {
		t.Errorf("the lead is told %q", text)
	}
	if a := s.as(t, eqiatest.Author()).get("/casework/" + ref + "/correction"); a.Status != http.StatusNotFound {
		t.Errorf("the author gets the lead's page: %d", a.Status)
	}
}

func TestReviewsThatAreDueAreListedInWords(t *testing.T) {
	s := newSite(t)
	m := s.bring(t, "signed off")
	clock := eqiatest.NewClock()
	clock.Set(s.open(t, eqiatest.Lead(), m.ref).ReviewDue.Time().AddDate(0, 0, 9))
	late := *s.Service
	late.Now = clock.Now
	then := siteOf(t, &late)
	for _, by := range []eqia.Person{eqiatest.Lead(), eqiatest.Author()} {
		text := then.as(t, by).get("/casework/reviews").Find("#reviews").Text()
		if !strings.Contains(text, m.ref) || !strings.Contains(text, "9 days ago") || !strings.Contains(text, "Overdue by more than 7 days") {
			t.Errorf("%s sees %q", by.Name, text)
		}
	}
	if a := then.as(t, eqiatest.Member()).get("/casework/reviews"); a.Find("#reviews").Length() > 0 || a.Status != http.StatusOK {
		t.Errorf("a councillor gets %d, %q", a.Status, a.Find("#reviews").Text())
	}
}

func TestAnActionIsMadeFromAHarmWithOnePress(t *testing.T) {
	s := newSite(t)
	m := s.bring(t, "draft")
	author := s.as(t, eqiatest.Author())
	at := "/casework/" + m.ref + "/impacts/age"
	values := author.get(at).form("form[action='" + at + "']")
	values["effects-0"], values["then"] = []string{"negative"}, []string{"action-0"}
	values.Set("how-0", "Older people\nfind it harder.")
	values.Set("mitigation-0", "Libraries sign people up.")
	a := author.post(at, values)
	if a.Status != http.StatusSeeOther || a.To != "/casework/"+m.ref+"/list/action?card=age" {
		t.Fatalf("got %d to %s", a.Status, a.To)
	}
	if got := s.open(t, eqiatest.Author(), m.ref).Content.Card("age").Blocks[0].Mitigation; got != "Libraries sign people up." {
		t.Errorf("the card was saved with %q", got)
	}
	page := author.get(a.To)
	filled := page.form("form[action='/casework/" + m.ref + "/list/action']")
	if filled.Get("action_issue") != "Older people find it harder." || strings.TrimSpace(filled.Get("action_what")) != "Libraries sign people up." || filled.Get("action_answers") != "age||" {
		t.Errorf("it is filled in with %v", filled)
	}
	if a := author.get("/casework/" + m.ref + "/list/action?card=sex"); a.Status != http.StatusNotFound {
		t.Errorf("a group without a harm answers %d", a.Status)
	}
	check := author.get("/casework/" + m.ref + "/check")
	if n := check.Find("a[href='" + a.To + "']").Length(); n != 1 {
		t.Errorf("the check page offers it %d times", n)
	}
}

func TestAnActionsTimeIsAskedSimply(t *testing.T) {
	s := newSite(t)
	m := s.bring(t, "draft")
	author := s.as(t, eqiatest.Author())
	at := "/casework/" + m.ref + "/list/action"
	for name, c := range map[string]struct {
		typed url.Values
		wrong string
		want  eqia.When
	}{
		"a month":            {url.Values{"action_when": {"month"}, "action_month": {"7/2027"}}, "", eqia.When{Kind: eqia.InMonth, Month: "2027-07"}},
		"a month in words":   {url.Values{"action_when": {"month"}, "action_month": {"by the end of October 2027"}}, "", eqia.When{Kind: eqia.InMonth, Month: "2027-10", Text: "by the end of October 2027"}},
		"a season":           {url.Values{"action_when": {"season"}, "action_month": {"Autumn 2027"}}, "", eqia.When{Kind: eqia.InSeason, Season: eqia.Autumn, Year: "2027"}},
		"a season, no year":  {url.Values{"action_when": {"season"}, "action_month": {"autumn"}}, "action_month", eqia.When{}},
		"a year":             {url.Values{"action_when": {"year"}, "action_month": {"2027"}}, "", eqia.When{Kind: eqia.InYear, Year: "2027"}},
		"each year":          {url.Values{"action_when": {"recurring"}, "action_words": {"end of March each year"}}, "", eqia.When{Kind: eqia.Recurring, To: 3, Text: "end of March each year"}},
		"every six months":   {url.Values{"action_when": {"recurring"}, "action_words": {"every 6 months"}}, "action_day", eqia.When{}},
		"and from a day":     {url.Values{"action_when": {"recurring"}, "action_words": {"every 6 months"}, "action_day-day": {"4"}, "action_day-month": {"6"}, "action_day-year": {"2027"}}, "", eqia.When{Kind: eqia.Recurring, Every: 6, Day: "2027-06-04"}},
		"a meeting":          {url.Values{"action_when": {"event"}, "action_words": {"each board meeting"}}, "action_day", eqia.When{}},
		"ongoing, no check":  {url.Values{"action_when": {"ongoing"}}, "action_day", eqia.When{}},
		"recurring, nothing": {url.Values{"action_when": {"recurring"}}, "action_words", eqia.When{}},
		"no kind but a day":  {url.Values{"action_day-day": {"4"}, "action_day-month": {"6"}, "action_day-year": {"2027"}}, "", eqia.When{Kind: eqia.OnDay, Day: "2027-06-04"}},
		"no kind, a month":   {url.Values{"action_month": {"July 2027"}}, "", eqia.When{Kind: eqia.InMonth, Month: "2027-07"}},
		"no kind, words":     {url.Values{"action_words": {"soon"}}, "action_when", eqia.When{}},
	} {
		t.Run(name, func(t *testing.T) {
			values := author.get(at).form("form[action='" + at + "']")
			values.Set("action_what", "Do "+name)
			for field, typed := range c.typed {
				values[field] = typed
			}
			a := author.post(at, values)
			if c.wrong != "" {
				if a.Status != http.StatusUnprocessableEntity || a.Find("#"+c.wrong+"-error").Length() != 1 {
					t.Errorf("got %d with %q", a.Status, a.Find(".govuk-error-summary").Text())
				}
				return
			}
			if a.Status != http.StatusSeeOther {
				t.Fatalf("got %d with %q", a.Status, a.Find(".govuk-error-summary").Text())
			}
			list := s.open(t, eqiatest.Author(), m.ref).Content.Actions
			last := list[len(list)-1]
			if last.When != c.want {
				t.Fatalf("it is kept as %+v, want %+v", last.When, c.want)
			}
			entry := at + "/" + strconv.Itoa(last.No)
			again := author.get(entry).form("form[action='" + entry + "']")
			if a := author.post(entry, again); a.Status != http.StatusSeeOther {
				t.Fatalf("saved again unchanged, it gives %d: %q", a.Status, a.Find(".govuk-error-summary").Text())
			}
			list = s.open(t, eqiatest.Author(), m.ref).Content.Actions
			if got := list[len(list)-1].When; got != c.want {
				t.Errorf("saved again unchanged, it is %+v", got)
			}
		})
	}
}

func TestWhoWasAskedBeforeIsFoundOnItsPage(t *testing.T) {
	s := newSite(t)
	m := s.bring(t, "draft")
	who := s.open(t, eqiatest.Author(), m.ref).Content.Engagement[0].Who
	author := s.as(t, eqiatest.Author())
	page := author.get("/casework/asked?text=" + url.QueryEscape(who))
	if !strings.Contains(page.Find("main").Text(), who) || page.Find("main a[href^='/casework/"+m.ref+"/v/1.0#']").Length() != 1 {
		t.Errorf("it says %s", page.Find("main").Text())
	}
	if text := s.as(t, eqiatest.Member()).get("/casework/asked").Find("main").Text(); strings.Contains(text, who) {
		t.Error("a councillor sees who was asked for a draft")
	}
}

func TestTheHistorySaysWhatWasChangedAndWhereAVersionCameFrom(t *testing.T) {
	s := newSite(t)
	ref := s.started(t, eqia.Reviews)
	c := s.open(t, eqiatest.Author(), ref)
	if err := s.SaveOutcomes(t.Context(), c, []eqia.Reported{{No: 1, Came: eqia.LessSo, Text: "Fewer.", Base: 1}}); err != nil {
		t.Fatal(err)
	}
	text := s.as(t, eqiatest.Author()).get("/casework/" + ref + "/history").Find("main").Text()
	for _, want := range []string{"Started a review of what happened", "Version 2.0, from version 1.0", "Version 2.0: What happened 1", "Age"} {
		if !strings.Contains(text, want) {
			t.Errorf("the history does not say %q", want)
		}
	}
}
