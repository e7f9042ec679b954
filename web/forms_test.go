package web_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/web"
	"dorset-eqia/web/account"
)

// formRoute fills in the parameters of a route about the form.
func formRoute(path string) string {
	return strings.NewReplacer(":version", "2026-1", ":page", "change", ":question", "aims", ":code", "carers", ":do", "down").Replace(path)
}

func TestOnlyAdministratorsMeetThePagesAboutTheForm(t *testing.T) {
	s := newSite(t)
	if err := s.Store.SavePerson(t.Context(), officer, "", eqia.Act{At: s.Now(), Kind: eqiatest.PersonAdded, Subject: "person/" + string(officer.ID)}); err != nil {
		t.Fatal(err)
	}
	admin := s.as(t, eqiatest.Administrator())
	if a := admin.post("/forms", admin.get("/forms").form("main form")); a.Status != http.StatusSeeOther || a.To != "/forms/draft" {
		t.Fatalf("starting a version gave %d to %q", a.Status, a.To)
	}
	asked := 0
	for _, r := range web.Routes(web.Deps{Accounts: account.New(&account.Passwords{})}) {
		if !strings.HasPrefix(r.Path, "/forms") {
			continue
		}
		asked++
		for _, w := range everyone {
			got := outcomeOf(s.visit(t, w).send(r.Method, formRoute(r.Path), url.Values{}))
			want := hide
			switch {
			case w == "nobody":
				want = askHome
			case w == "administrator" && (got == let || got == refuse): // with nothing posted, a change is refused as one of another moment
				want = got
			}
			if got != want {
				t.Errorf("%s %s by %s: %s, want %s", r.Method, r.Path, w, got, want)
			}
		}
	}
	if asked < 20 {
		t.Errorf("only %d routes were asked", asked)
	}
}

// drafted is an administrator with a version of the form under way.
func (s *site) drafted(t *testing.T) visitor {
	t.Helper()
	admin := s.as(t, eqiatest.Administrator())
	admin.post("/forms", admin.get("/forms").form("main form"))
	return admin
}

// filled is a page's form with some fields changed.
func (v visitor) filled(path string, with url.Values) url.Values {
	v.t.Helper()
	values := v.get(path).form("main form[action='" + path + "']")
	for name, set := range with {
		values[name] = set
	}
	return values
}

// must posts what is to be accepted.
func (v visitor) must(path string, values url.Values) {
	v.t.Helper()
	if a := v.post(path, values); a.Status != http.StatusSeeOther {
		v.t.Fatalf("%s gave %d: %s", path, a.Status, a.Find(".govuk-error-summary").Text()+a.Find("h1").Text())
	}
}

// revised is an administrator who changed the version of the form under way in every kind of way.
func (s *site) revised(t *testing.T) visitor {
	t.Helper()
	admin := s.drafted(t)
	change := func(path string, with url.Values) { t.Helper(); admin.must(path, admin.filled(path, with)) }
	change("/forms/draft/questions/title", url.Values{"label": {"What is it called?"}})
	change("/forms/draft/questions/status", url.Values{"choice-new": {"Brand new"}, "more": {"Not sure"}})
	change("/forms/draft/pages/change", url.Values{"title": {"What changes"}, "guidance": {"Be brief.\nBe plain."}})
	change("/forms/draft/pages/change/add", url.Values{"kind": {"one_of"}, "label": {"Is it seasonal?"}, "short": {"Seasonal"}, "more": {"Yes\nNo"}})
	change("/forms/draft/new-characteristic", url.Values{"label": {"Digital exclusion"}, "definition": {"People who cannot use the internet."},
		"source": {"Adopted by the council"}, "prompts": {"Is there another way?"}, "aims": {"advance"}, "from-day": {"1"}, "from-month": {"11"}, "from-year": {"2026"}})
	change("/forms/draft/characteristics/carers", url.Values{"to-day": {"1"}, "to-month": {"11"}, "to-year": {"2026"}})
	for _, do := range []string{"questions/service/off", "questions/service/on", "questions/service/off", "questions/aims/up", "characteristics/disability/up"} {
		admin.must("/forms/draft/"+do, admin.get("/forms/draft").form("main form[action='/forms/draft/"+do+"']"))
	}
	return admin
}

// publishes has the version of the form under way apply from today, and says so twice.
func (v visitor) publishes() {
	v.t.Helper()
	values := v.filled("/forms/draft/publish", url.Values{"from-day": {"2"}, "from-month": {"11"}, "from-year": {"2026"}})
	for range 2 {
		v.must("/forms/draft/publish", values)
	}
}

func TestTheComparisonAndThePreviewShowWhatAnAdministratorChanged(t *testing.T) {
	admin := newSite(t).revised(t)
	changes := admin.get("/forms/draft/changes").Find("main").Text()
	for _, want := range []string{"What is it called?", "Brand new", "Be plain.", "Is it seasonal?", "People who cannot use the internet.", "Order of the questions"} {
		if !strings.Contains(changes, want) {
			t.Errorf("the comparison does not show %q", want)
		}
	}
	preview := admin.get("/forms/versions/draft")
	if preview.Find("input[name=q_seasonal]").Length() != 2 || preview.Find("input[name=service]").Length() != 0 {
		t.Error("the preview is not the form as it is now")
	}
}

func TestAFormIsPublishedFromTodayAndNotForThePast(t *testing.T) {
	admin := newSite(t).revised(t)
	past := admin.post("/forms/draft/publish", admin.filled("/forms/draft/publish", url.Values{"from-day": {"1"}, "from-month": {"11"}, "from-year": {"2026"}}))
	if past.Status != http.StatusUnprocessableEntity || !strings.Contains(past.Find(".govuk-error-summary").Text(), "today or later") {
		t.Errorf("publishing for the past gave %d", past.Status)
	}
	admin.publishes()
	if text := admin.get("/forms").Find("#versions").Text(); !strings.Contains(text, "2026-2") {
		t.Errorf("the versions are %s", text)
	}
}

func TestAuthorsStartOnTheFormThatWasPublished(t *testing.T) {
	s := newSite(t)
	s.revised(t).publishes()
	author := s.as(t, eqiatest.Author())
	if label := author.get("/casework/start").Find("label[for=title]").Text(); !strings.Contains(label, "What is it called?") {
		t.Errorf("a new assessment asks %q", label)
	}
	ref, err := s.Start(t.Context(), eqiatest.Author(), eqia.StartCommand{Answers: eqiatest.FirstPage()})
	if err != nil {
		t.Fatal(err)
	}
	c := s.open(t, eqiatest.Author(), ref)
	var codes []string
	for _, ch := range c.Characteristics() {
		codes = append(codes, ch.Code)
	}
	if c.Form.Code != "2026-2" || !slices.Contains(codes, "digital_exclusion") || slices.Contains(codes, "carers") || codes[0] != "disability" {
		t.Errorf("it is on %s and asks about %v", c.Form.Code, codes)
	}
	if author.get("/casework/"+ref+"/page/change").Find("input[name=q_seasonal]").Length() != 2 {
		t.Error("the added question is not asked")
	}
}

func TestOfTwoAdministratorsTheLaterGetsWhatTheyTypedBack(t *testing.T) {
	s := newSite(t)
	admin := s.drafted(t)
	const path = "/forms/draft/questions/aims"
	mine, theirs := admin.filled(path, url.Values{"label": {"What is my question?"}}), admin.filled(path, url.Values{"label": {"What is their question?"}})
	if a := admin.post(path, theirs); a.Status != http.StatusSeeOther {
		t.Fatalf("the first gave %d", a.Status)
	}
	a := admin.post(path, mine)
	if a.Status != http.StatusConflict || !strings.Contains(a.Body, "What is my question?") {
		t.Errorf("the second gave %d", a.Status)
	}
}

func TestAFormThatIsNotFilledInComesBackAsItWasTyped(t *testing.T) {
	s := newSite(t)
	admin := s.drafted(t)
	cases := map[string]struct {
		path string
		with url.Values
		says string
	}{
		"no words":          {"/forms/draft/questions/aims", url.Values{"label": {""}}, "Enter the question"},
		"a choice unsaid":   {"/forms/draft/questions/status", url.Values{"choice-new": {""}}, "Enter the words for this choice"},
		"no heading":        {"/forms/draft/pages/change", url.Values{"title": {""}}, "Enter the page’s heading"},
		"no kind":           {"/forms/draft/pages/change/add", url.Values{"label": {"A?"}, "short": {"A"}}, "Select how it is answered"},
		"no choices":        {"/forms/draft/pages/change/add", url.Values{"label": {"A?"}, "short": {"A"}, "kind": {"one_of"}}, "Enter the choices"},
		"no aims":           {"/forms/draft/new-characteristic", url.Values{"label": {"A"}}, "Select the aims it can touch"},
		"an early last day": {"/forms/draft/characteristics/carers", url.Values{"to-day": {"1"}, "to-month": {"1"}, "to-year": {"1999"}}, "The last day must be on or after"},
		"no first day":      {"/forms/draft/publish", url.Values{}, "Enter the first day"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			a := admin.post(c.path, admin.filled(c.path, c.with))
			if a.Status != http.StatusUnprocessableEntity || !strings.Contains(a.Find(".govuk-error-summary").Text(), c.says) {
				t.Errorf("got %d: %s", a.Status, a.Find(".govuk-error-summary").Text())
			}
			a.Find(".govuk-error-summary a").Each(func(_ int, link *goquery.Selection) {
				if to := link.AttrOr("href", ""); a.Find(to).Length() != 1 {
					t.Errorf("%q leads to %s, which is not there", link.Text(), to)
				}
			})
		})
	}
	for _, code := range []string{"title", "options"} {
		if a := admin.post("/forms/draft/questions/"+code+"/off", url.Values{"revision": {"1"}}); a.Status != http.StatusUnprocessableEntity {
			t.Errorf("turning off %s gave %d", code, a.Status)
		}
	}
}
