package web_test

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
)

// timedPair is a pair on a site whose clock the test moves.
func timedPair(t *testing.T) (pair, *eqiatest.Clock) {
	t.Helper()
	service, clock := eqiatest.New(t), eqiatest.NewClock()
	service.Now = clock.Now
	return pairOn(t, siteOf(t, service)), clock
}

// types sends what stands in a page's form to be kept, as the page's script does.
func (p pair) types(v visitor, tail string, filled url.Values) answer {
	p.t.Helper()
	a := v.get(p.at(tail))
	values := a.form("form[action='" + p.at(tail) + "']")
	for name, value := range filled {
		values[name] = value
	}
	values.Set("drawn-at", p.at(tail))
	return v.post(p.at("/unsaved"), values)
}

// offered is where the page leads to use what was not saved; "" when it offers nothing.
func (a answer) offered() string { return a.Find("a[href*='unsaved=']").AttrOr("href", "") }

// value is what stands in a field for text.
func (a answer) value(id string) string {
	field := a.Find("[id='" + id + "']")
	if field.Is("textarea") {
		return strings.TrimPrefix(field.Text(), "\n")
	}
	return field.AttrOr("value", "")
}

const changePage = "/page/change"

func TestTextThatWasTypedIsKeptOfferedAndGoneOnceSaved(t *testing.T) {
	p := newPair(t)
	kept := p.types(p.one, changePage, url.Values{"change": {"Stalls open at seven."}})
	if kept.Status != http.StatusOK || kept.Body != "Draft kept at 9:00am" {
		t.Fatalf("it answers %d %q", kept.Status, kept.Body)
	}
	if p.content().Answers["change"].Text != "" {
		t.Error("it was saved")
	}
	shown := p.one.get(p.at(changePage))
	if shown.offered() == "" || shown.value("change") != "" {
		t.Fatalf("the page offers %q, and its field holds %q", shown.offered(), shown.value("change"))
	}
	used := p.one.get(shown.offered())
	if used.Status != http.StatusOK || used.value("change") != "Stalls open at seven." {
		t.Fatalf("used, it answers %d and the field holds %q", used.Status, used.value("change"))
	}
	if got := p.one.fill(used, p.at(changePage), nil); got.Status != http.StatusSeeOther {
		t.Fatalf("saving it answers %d", got.Status)
	}
	if p.content().Answers["change"].Text != "Stalls open at seven." {
		t.Error("it was not saved")
	}
	if after := p.one.get(p.at(changePage)); after.offered() != "" {
		t.Error("it is offered after it was saved")
	}
}

func TestTextThatWasTypedCanBeDeleted(t *testing.T) {
	p := newPair(t)
	p.types(p.one, changePage, url.Values{"change": {"Stalls open at seven."}})
	shown := p.one.get(p.at(changePage))
	drop := p.at("/unsaved/drop")
	if got := p.one.fill(shown, drop, nil); got.Status != http.StatusSeeOther || got.To != p.at(changePage) {
		t.Fatalf("it answers %d and leads to %s", got.Status, got.To)
	}
	if after := p.one.get(p.at(changePage)); after.offered() != "" {
		t.Error("it is still offered")
	}
}

func TestOnlyThePersonWhoTypedItIsOfferedIt(t *testing.T) {
	p := newPair(t)
	p.types(p.one, changePage, url.Values{"change": {"Stalls open at seven."}})
	link := p.one.get(p.at(changePage)).offered()
	if link == "" {
		t.Fatal("nothing is offered to the one who typed it")
	}
	for _, path := range []string{p.at(changePage), link, p.at("")} {
		if got := p.two.get(path); got.offered() != "" || strings.Contains(got.Body, "Stalls open") {
			t.Errorf("%s shows the co-author what the author typed", path)
		}
	}
}

func TestUsingTextOnAnAnswerThatMovedShowsBoth(t *testing.T) {
	for name, c := range map[string]struct {
		tail         string
		mine, theirs url.Values
		text         string // of mine, in the page that shows both
		before       func(p pair)
	}{
		"an answer": {changePage, url.Values{"change": {"Stalls open at seven."}}, url.Values{"change": {"Stalls open at eight."}}, "Stalls open at seven.", nil},
		"a card":    {"/impacts/age", url.Values{"how-0": {"Older people walk more slowly."}}, url.Values{"how-0": {"Children cross here."}}, "Older people walk", nil},
		"the table": {"/impacts", url.Values{"effects-sex": {"positive"}}, url.Values{"effects-sex": {"negative"}}, "positive", nil},
		"the shared reason": {"/shared-reason", url.Values{"reason": {"Nobody is treated otherwise."}}, url.Values{"reason": {"We found no difference."}},
			"Nobody is treated", nil},
		"a source": {"/list/evidence/1", url.Values{"evidence_source": {"The county"}}, url.Values{"evidence_source": {"The district"}}, "The county", func(p pair) {
			p.one.fill(p.one.get(p.at("/list/evidence")), p.at("/list/evidence"), url.Values{"evidence_title": {"Counts"}})
		}},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPair(t)
			if c.before != nil {
				c.before(p)
			}
			if got := p.types(p.one, c.tail, c.mine); got.Status != http.StatusOK {
				t.Fatalf("keeping answers %d", got.Status)
			}
			if got := p.two.fill(p.two.get(p.at(c.tail)), p.at(c.tail), c.theirs); got.Status != http.StatusSeeOther {
				t.Fatalf("the other's save answers %d", got.Status)
			}
			both := p.one.get(p.one.get(p.at(c.tail)).offered())
			if both.Status != http.StatusConflict || !strings.Contains(both.Find("main").Text(), c.text) {
				t.Fatalf("it answers %d without %q", both.Status, c.text)
			}
			if got := p.one.fill(both, p.at(c.tail), url.Values{"settle": {"mine"}}); got.Status != http.StatusSeeOther {
				t.Fatalf("settling answers %d", got.Status)
			}
			if after := p.one.get(p.at(c.tail)); after.offered() != "" || !strings.Contains(after.Body, c.text) && name != "the table" {
				t.Errorf("after settling, it offers %q", after.offered())
			}
		})
	}
}

func TestTextOnANewEntryIsGivenBackInItsFields(t *testing.T) {
	p := newPair(t)
	p.types(p.one, "/list/evidence", url.Values{"evidence_title": {"Counts of 2026"}})
	used := p.one.get(p.one.get(p.at("/list/evidence")).offered())
	if used.value("evidence_title") != "Counts of 2026" {
		t.Errorf("the field holds %q", used.value("evidence_title"))
	}
	if got := p.one.fill(used, p.at("/list/evidence"), nil); got.Status != http.StatusSeeOther || len(p.content().Evidence) != 1 {
		t.Errorf("saving answers %d, with %d sources", got.Status, len(p.content().Evidence))
	}
}

func TestKeptTextIsNotJudged(t *testing.T) {
	p := newPair(t)
	p.types(p.one, "/page/decision", url.Values{"decision_date-day": {"99"}, "decision_date-month": {"x"}})
	used := p.one.get(p.one.get(p.at("/page/decision")).offered())
	if used.Status != http.StatusOK || used.Find(".govuk-error-summary, .govuk-error-message").Length() != 0 || used.value("decision_date-day") != "99" {
		t.Errorf("it answers %d, the day is %q", used.Status, used.value("decision_date-day"))
	}
}

func TestTextPostedAfterTheSessionEndedWaitsForItsPerson(t *testing.T) {
	p, clock := timedPair(t)
	shown := p.one.get(p.at(changePage))
	clock.Pass(eqia.SessionIdle + time.Minute)
	lost := p.one.fill(shown, p.at(changePage), url.Values{"change": {"Stalls open at seven."}})
	if lost.Status != http.StatusUnauthorized || strings.Contains(lost.Body, "Stalls open") {
		t.Fatalf("it answers %d, and the page may show the text", lost.Status)
	}
	if next := lost.Find("main a.govuk-button").AttrOr("href", ""); next != "/sign-in?next="+url.QueryEscape(p.at(changePage)) {
		t.Errorf("it leads to %q", next)
	}
	if again := p.one.get(p.at(changePage)); again.Status != http.StatusSeeOther {
		t.Errorf("the ended session is let in: %d", again.Status)
	}
	if other := p.as(t, eqiatest.CoAuthor()).get(p.at(changePage)); strings.Contains(other.Body, "Stalls open") {
		t.Error("someone else who signs in sees the text")
	}
	back := p.as(t, eqiatest.Author())
	found := back.get(p.at(changePage))
	if found.Status != http.StatusOK || found.value("change") != "Stalls open at seven." {
		t.Fatalf("back, it answers %d and the field holds %q", found.Status, found.value("change"))
	}
	if p.content().Answers["change"].Text != "" {
		t.Error("it was saved without being asked")
	}
	if got := back.fill(found, p.at(changePage), nil); got.Status != http.StatusSeeOther || p.content().Answers["change"].Text != "Stalls open at seven." {
		t.Errorf("saving answers %d", got.Status)
	}
	if after := back.get(p.at(changePage)); after.Find("a[href*='unsaved=']").Length() != 0 || strings.Contains(after.Body, "not saved yet") {
		t.Error("it is still said to be unsaved")
	}
}

func TestAnEndedSessionStillKeepsWhatItsPageSends(t *testing.T) {
	p, clock := timedPair(t)
	shown := p.one.get(p.at(changePage)).form("form[action='" + p.at(changePage) + "']")
	shown.Set("change", "Stalls open at seven.")
	shown.Set("drawn-at", p.at(changePage))
	clock.Pass(eqia.SessionIdle + time.Minute)
	got := p.one.post(p.at("/unsaved"), shown)
	if got.Status != http.StatusOK || !strings.Contains(got.Body, "signed out") {
		t.Fatalf("it answers %d %q", got.Status, got.Body)
	}
	if back := p.as(t, eqiatest.Author()).get(p.at(changePage)); back.offered() == "" {
		t.Error("it is not offered")
	}
}

func TestTextOfNobodyIsGivenBackAndNotKept(t *testing.T) {
	p, clock := timedPair(t)
	shown := p.one.get(p.at(changePage))
	for name, lose := range map[string]func(){
		"signed out": func() {
			sum := sha256.Sum256([]byte(p.one.token))
			if err := p.Store.EndSessions(t.Context(), hex.EncodeToString(sum[:]), ""); err != nil {
				t.Fatal(err)
			}
		},
		"more than a day ago": func() { clock.Pass(eqia.SessionKept + time.Minute) },
	} {
		t.Run(name, func(t *testing.T) {
			p.one = p.as(t, eqiatest.Author())
			lose()
			got := p.one.fill(shown, p.at(changePage), url.Values{"change": {"Stalls open at seven."}})
			if got.Status != http.StatusUnauthorized || !got.givenBack("Stalls open at seven.") {
				t.Errorf("it answers %d, without the text", got.Status)
			}
			if back := p.as(t, eqiatest.Author()).get(p.at(changePage)); back.offered() != "" || back.value("change") != "" {
				t.Error("it was kept")
			}
		})
	}
}

func TestWhoMayHaveTextKept(t *testing.T) {
	p := newPair(t)
	form := p.one.get(p.at(changePage)).form("form[action='" + p.at(changePage) + "']")
	form.Set("drawn-at", p.at(changePage))
	long := url.Values{"drawn-at": {p.at(changePage)}, "change": {strings.Repeat("x", eqia.MostUnsaved)}}
	for name, c := range map[string]struct {
		by     visitor
		typed  url.Values
		status int
	}{
		"the author":                    {p.one, form, http.StatusOK},
		"nobody":                        {p.anyone(t), form, http.StatusUnauthorized},
		"someone who only reads it":     {p.as(t, eqiatest.Lead()), form, http.StatusForbidden},
		"someone who may not see it":    {p.as(t, eqiatest.Member()), form, http.StatusNotFound},
		"a page that is not written on": {p.one, url.Values{"drawn-at": {p.at("/send")}}, http.StatusNotFound},
		"a page of another assessment":  {p.one, url.Values{"drawn-at": {"/casework/EQIA-2026-9999/page/change"}}, http.StatusNotFound},
		"too much text":                 {p.one, long, http.StatusUnprocessableEntity},
	} {
		if got := c.by.post(p.at("/unsaved"), c.typed); got.Status != c.status {
			t.Errorf("%s: it answers %d, want %d", name, got.Status, c.status)
		}
	}
	foreign := httptest.NewRequest(http.MethodPost, p.at("/unsaved"), strings.NewReader(form.Encode()))
	foreign.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	foreign.Header.Set("Sec-Fetch-Site", "cross-site")
	if got := p.one.ask(foreign); got.Status != http.StatusForbidden {
		t.Errorf("another site: it answers %d", got.Status)
	}
}

func TestTextIsKeptOnlySoOftenAMinute(t *testing.T) {
	p, clock := timedPair(t)
	form := p.one.get(p.at(changePage)).form("form[action='" + p.at(changePage) + "']")
	form.Set("drawn-at", p.at(changePage))
	for range 60 {
		if got := p.one.post(p.at("/unsaved"), form); got.Status != http.StatusOK {
			t.Fatalf("it answers %d", got.Status)
		}
	}
	if got := p.one.post(p.at("/unsaved"), form); got.Status != http.StatusTooManyRequests {
		t.Errorf("the next answers %d", got.Status)
	}
	if got := p.two.post(p.at("/unsaved"), form); got.Status != http.StatusOK {
		t.Errorf("someone else is answered %d", got.Status)
	}
	clock.Pass(2 * time.Minute)
	if got := p.one.post(p.at("/unsaved"), form); got.Status != http.StatusOK {
		t.Errorf("a while later it answers %d", got.Status)
	}
}

func TestThePageSaysWhoElseIsAtWork(t *testing.T) {
	p, clock := timedPair(t)
	p.types(p.two, changePage, url.Values{"change": {"Stalls open at eight."}})
	clock.Pass(5 * time.Minute)
	words := eqiatest.CoAuthor().Name + " was working on this 5 minutes ago."
	for _, path := range []string{"", changePage} {
		if got := p.one.get(p.at(path)); !strings.Contains(got.Find("main").Text(), words) {
			t.Errorf("%q does not say it", path)
		}
		if own := p.two.get(p.at(path)); strings.Contains(own.Body, words) {
			t.Errorf("%q says so to the person themselves", path)
		}
	}
	if got := p.one.get(p.at("/impacts/sex")); strings.Contains(got.Body, "was working on this") {
		t.Error("a page they did not work on says so")
	}
	clock.Pass(11 * time.Minute)
	if got := p.one.get(p.at("")); strings.Contains(got.Body, "was working on this") {
		t.Error("it is said for too long")
	}
}
