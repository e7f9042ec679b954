package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/workflow"
)

// The findings of the tests: a warning about age while its card speaks of four in ten people, a block at sign-off that a lead may let pass,
// and a prompt.
var (
	vagueAge = eqia.Finding{Rule: "X1", Title: "It says which ages", Severity: eqia.Warn, Gate: eqia.AtSubmit, Basis: eqia.GoodPractice,
		Where: eqia.PartKey{Kind: eqia.CardPart, Key: "age"}, Message: "Age: say which ages you mean.", Why: "Readers can't tell whom to think of.",
		Weak: "Older people lose out.", Better: "People over 75 lose out.", Ruleset: "tests-1"}
	noDate = eqia.Finding{Rule: "X2", Title: "It says when", Severity: eqia.Stop, Gate: eqia.AtSignOff, Basis: eqia.Policy, MayPass: workflow.Lead,
		Where: eqia.PartKey{Kind: eqia.AnswerPart, Key: "decision_date"}, Message: "Enter the day of the decision.", Why: "Others plan by it."}
	askMore = eqia.Finding{Rule: "X3", Title: "It looks at more than one group at once", Severity: eqia.Prompt, Gate: eqia.AtSubmit, Basis: eqia.GoodPractice,
		Message: "Say what it means for older disabled people.", Why: "Some people belong to several groups."}
)

// warnedSite is a site where the findings of the tests are made of an assessment whose card of age says "Four in ten".
func warnedSite(t *testing.T) *site {
	t.Helper()
	s := newSite(t)
	s.Checks = func(c eqia.Case, gate eqia.Gate) []eqia.Finding {
		if gate == eqia.AtSignOff {
			return []eqia.Finding{noDate}
		}
		var out []eqia.Finding
		if k := c.Content.Card("age"); len(k.Blocks) > 0 && strings.Contains(k.Blocks[0].How, "Four in ten") {
			out = append(out, vagueAge)
		}
		return append(out, askMore)
	}
	return s
}

// written is a draft with everything filled in, and the author at a browser.
func (s *site) written(t *testing.T) (ref string, author visitor) {
	t.Helper()
	checks := s.Checks
	s.Checks = nil
	m := s.bring(t, "draft")
	s.Checks = checks
	return m.ref, s.as(t, eqiatest.Author())
}

func keepAt(ref string) string { return "/casework/" + ref + "/keep/" + vagueAge.Mark() }
func passAt(ref string) string { return "/casework/" + ref + "/pass/" + noDate.Mark() }

// links are the addresses that a page leads to, by the words that are heard.
func (a answer) links() map[string]string {
	out := map[string]string{}
	a.Find("main a").Each(func(_ int, n *goquery.Selection) {
		out[strings.Join(strings.Fields(n.Text()), " ")] = n.AttrOr("href", "")
	})
	return out
}

func (a answer) says(t *testing.T, want ...string) {
	t.Helper()
	text := strings.Join(strings.Fields(a.Find("main").Text()), " ")
	for _, w := range want {
		if !strings.Contains(text, w) {
			t.Errorf("the page does not say %q", w)
		}
	}
}

func TestAWarningIsFixedOrKeptWithAReasonBeforeItIsSent(t *testing.T) {
	s := warnedSite(t)
	ref, author := s.written(t)
	check := author.get("/casework/" + ref + "/check")
	check.says(t, "Worth another look", vagueAge.Message, vagueAge.Why, "This question comes from good practice", vagueAge.Weak, vagueAge.Better, "Good to know", askMore.Message)
	if check.Find("a:contains('Continue to send')").Length() != 0 || check.Find("h2:contains('put right')").Length() != 0 {
		t.Error("it can be sent without a reason, or a warning is said to be an error")
	}
	links := check.links()
	if got := links["Fix "+vagueAge.Message]; got != "/casework/"+ref+"/impacts/age" {
		t.Errorf("Fix leads to %q", got)
	}
	if got := links["Keep, because… "+vagueAge.Message]; got != keepAt(ref) {
		t.Errorf("Keep leads to %q", got)
	}
	page := author.get(keepAt(ref))
	page.says(t, vagueAge.Message, vagueAge.Why, vagueAge.Better)
	for name, typed := range map[string]string{"nothing": "", "too little": "It is."} {
		a := author.fill(page, keepAt(ref), url.Values{"reason": {typed}})
		a.leads(t, "reason")
		if a.Status != http.StatusUnprocessableEntity || typed != "" && !a.givenBack(typed) {
			t.Errorf("%s: got %d", name, a.Status)
		}
	}
	const reason = "The table in our evidence gives <every> age."
	if a := author.fill(page, keepAt(ref), url.Values{"reason": {reason}}); a.Status != http.StatusSeeOther || a.To != "/casework/"+ref+"/check" {
		t.Fatalf("got %d to %s", a.Status, a.To)
	}
	check = author.get("/casework/" + ref + "/check")
	check.says(t, "Kept as it is, because:", reason, eqiatest.Author().Name+" (Author)")
	send := check.Find("a:contains('Continue to send')").AttrOr("href", "")
	if !strings.HasPrefix(send, "/casework/"+ref+"/before-sending?revision=") {
		t.Fatalf("it goes on to %q", send)
	}
	before := author.get(send)
	before.says(t, vagueAge.Message, askMore.Message)
	if before.Find("main input, main textarea, main form").Length() != 0 {
		t.Error("the page that interrupts asks for something")
	}
	on := before.Find("a:contains('Continue')").AttrOr("href", "")
	declaration := author.get(on)
	if a := author.fill(declaration, "/casework/"+ref+"/send", url.Values{"declared": {"yes"}}); a.Status != http.StatusSeeOther || a.To != "/casework/"+ref+"/sent" {
		t.Errorf("got %d to %s", a.Status, a.To)
	}
}

func TestAReasonIsTakenBackOnItsPage(t *testing.T) {
	s := warnedSite(t)
	ref, author := s.written(t)
	author.fill(author.get(keepAt(ref)), keepAt(ref), url.Values{"reason": {"The table gives every age."}})
	page := author.get(keepAt(ref))
	if !page.givenBack("The table gives every age.") {
		t.Error("the reason can't be changed: it is not on its page")
	}
	author.fill(page, keepAt(ref), url.Values{"reason": {"The appendix gives every age."}})
	author.get("/casework/"+ref+"/check").says(t, "The appendix gives every age.")
	if a := author.fill(author.get(keepAt(ref)), keepAt(ref), url.Values{"do": {"take_back"}}); a.Status != http.StatusSeeOther {
		t.Fatalf("got %d", a.Status)
	}
	check := author.get("/casework/" + ref + "/check")
	if check.Find("a:contains('Continue to send')").Length() != 0 || strings.Contains(check.Body, "appendix gives") {
		t.Error("it was not taken back")
	}
	if a := author.post("/casework/"+ref+"/send", url.Values{"declared": {"yes"}, "revision": {"99"}}); a.To != "/casework/"+ref+"/check" {
		t.Errorf("sending all the same: %d to %s", a.Status, a.To)
	}
	if a := author.get("/casework/" + ref + "/before-sending"); a.To != "/casework/"+ref+"/check" {
		t.Errorf("the last look: %d to %s", a.Status, a.To)
	}
}

func TestWhoeverIsSecondWithAReasonSeesTheFirstAndLosesNothing(t *testing.T) {
	s := warnedSite(t)
	ref, author := s.written(t)
	other := s.as(t, eqiatest.CoAuthor())
	mine, theirs := author.get(keepAt(ref)), other.get(keepAt(ref))
	other.fill(theirs, keepAt(ref), url.Values{"reason": {"We will ask the forum."}})
	a := author.fill(mine, keepAt(ref), url.Values{"reason": {"The table gives every age."}})
	a.says(t, "Someone else was here first", "We will ask the forum.", eqiatest.CoAuthor().Name)
	if a.Status != http.StatusConflict || !a.givenBack("The table gives every age.") {
		t.Fatalf("got %d", a.Status)
	}
	if b := author.fill(a, keepAt(ref), url.Values{}); b.Status != http.StatusSeeOther {
		t.Errorf("choosing mine: got %d", b.Status)
	}
	if got := s.open(t, eqiatest.Author(), ref).Given(); len(got) != 1 || got[0].Text != "The table gives every age." {
		t.Errorf("kept %+v", got)
	}
}

func TestAReasonPressedTwiceIsGivenOnce(t *testing.T) {
	s := warnedSite(t)
	ref, author := s.written(t)
	page := author.get(keepAt(ref))
	for range 2 {
		if a := author.fill(page, keepAt(ref), url.Values{"reason": {"The table gives every age."}}); a.Status != http.StatusSeeOther {
			t.Errorf("got %d", a.Status)
		}
	}
	if c := s.open(t, eqiatest.Author(), ref); len(c.Given()) != 1 || c.Given()[0].Counter != 1 {
		t.Errorf("kept %+v", c.Given())
	}
}

func TestAPageForWhatWasPutRightMeanwhileLeadsBack(t *testing.T) {
	s := warnedSite(t)
	ref, author := s.written(t)
	page := author.get(keepAt(ref))
	card := author.get("/casework/" + ref + "/impacts/age")
	author.fill(card, "/casework/"+ref+"/impacts/age", url.Values{"how-0": {"People over 75 lose out."}})
	if a := author.fill(page, keepAt(ref), url.Values{"reason": {"The table gives every age."}}); a.Status != http.StatusSeeOther || a.To != "/casework/"+ref+"/check" {
		t.Errorf("got %d to %s", a.Status, a.To)
	}
	if a := author.get("/casework/" + ref + "/keep/nonsense"); a.Status != http.StatusNotFound {
		t.Errorf("an address that can't exist answers %d", a.Status)
	}
	if a := author.get("/casework/" + ref + "/check"); !strings.Contains(a.Find("a:contains('Continue to send')").AttrOr("href", ""), "/send?") {
		t.Error("someone with nothing to look at again is interrupted")
	}
	if a := author.get("/casework/" + ref + "/before-sending?revision=7"); a.To != "/casework/"+ref+"/send?revision=7" {
		t.Errorf("the last look leads to %s", a.To)
	}
}

func TestTheLastLookShowsFiveAtMost(t *testing.T) {
	s := warnedSite(t)
	ref, author := s.written(t)
	var many []eqia.Finding
	for _, code := range []string{"age", "sex", "race", "disability", "carers", "veterans"} {
		f := vagueAge
		f.Message = "Say more about " + code + "."
		many = append(many, f)
	}
	s.Checks = func(eqia.Case, eqia.Gate) []eqia.Finding { return append(many, askMore) }
	for _, f := range many {
		c := s.open(t, eqiatest.Author(), ref)
		if err := s.Keep(t.Context(), c, eqia.GroundsCommand{Mark: f.Mark(), Text: "It is right so."}); err != nil {
			t.Fatal(err)
		}
	}
	page := author.get("/casework/" + ref + "/before-sending")
	if n := page.Find("main li").Length(); n != 5 {
		t.Errorf("it shows %d", n)
	}
	page.says(t, "The check page lists 2 more.")
}

func TestTheReviewerSeesTheReasonBesideTheAnswerAndTheLeadLetsABlockPass(t *testing.T) {
	s := warnedSite(t)
	ref, author := s.written(t)
	author.fill(author.get(keepAt(ref)), keepAt(ref), url.Values{"reason": {"The table gives every age."}})
	c := s.open(t, eqiatest.Author(), ref)
	if err := s.Send(t.Context(), c, eqia.SendCommand{Revision: c.Revision}); err != nil {
		t.Fatal(err)
	}
	c = s.open(t, eqiatest.Reviewer(), ref)
	if err := s.Move(t.Context(), c, eqia.MoveCommand{Event: workflow.Take, Revision: c.Revision}); err != nil {
		t.Fatal(err)
	}
	review := s.as(t, eqiatest.Reviewer()).get("/casework/" + ref + "/review")
	review.says(t, "Kept as it is, because:", "The table gives every age.", askMore.Message, noDate.Message)
	if review.Find("a[href*='/pass/']").Length() != 0 {
		t.Error("a reviewer is offered to let a block pass")
	}
	lead := s.as(t, eqiatest.Lead())
	sign := lead.get("/casework/" + ref + "/sign-off")
	sign.says(t, "What must be put right first", noDate.Message)
	if got := sign.Find("a[href='" + passAt(ref) + "']").Length(); got != 1 {
		t.Fatalf("the lead has %d ways to let it pass", got)
	}
	if a := lead.fill(lead.get(passAt(ref)), passAt(ref), url.Values{"reason": {" "}}); a.Status != http.StatusUnprocessableEntity {
		t.Errorf("without a reason: %d", a.Status)
	}
	a := lead.fill(lead.get(passAt(ref)), passAt(ref), url.Values{"reason": {"The day is set next week."}})
	if a.Status != http.StatusSeeOther || a.To != "/casework/"+ref+"/review#answer-decision_date" {
		t.Fatalf("got %d to %s", a.Status, a.To)
	}
	lead.get("/casework/"+ref+"/review").says(t, "Let pass", "The equality team let this pass, because:", "The day is set next week.")
	sign = lead.get("/casework/" + ref + "/sign-off")
	sign.says(t, "Reasons that go with it", "The table gives every age.", "The day is set next week.")
	if sign.Find("input[name=password]").Length() != 1 {
		t.Error("it still can't be signed")
	}
	lead.get("/casework/"+ref+"/history").says(t, "Let something pass and gave a reason", "Gave a reason to keep an answer as it is")
	s.as(t, eqiatest.Author()).get("/casework/"+ref+"/read").says(t, "The table gives every age.")
}

func TestAnOldPageLetsNothingPass(t *testing.T) {
	s := warnedSite(t)
	ref, _ := s.written(t)
	s.Checks = func(_ eqia.Case, gate eqia.Gate) []eqia.Finding {
		return map[eqia.Gate][]eqia.Finding{eqia.AtSignOff: {noDate}}[gate]
	}
	c := s.open(t, eqiatest.Author(), ref)
	if err := s.Send(t.Context(), c, eqia.SendCommand{Revision: c.Revision}); err != nil {
		t.Fatal(err)
	}
	c = s.open(t, eqiatest.Reviewer(), ref)
	if err := s.Move(t.Context(), c, eqia.MoveCommand{Event: workflow.Take, Revision: c.Revision}); err != nil {
		t.Fatal(err)
	}
	lead := s.as(t, eqiatest.Lead())
	page := lead.get(passAt(ref))
	a := lead.fill(page, passAt(ref), url.Values{"revision": {"1"}, "reason": {"The day is set next week."}})
	if a.Status != http.StatusConflict || !strings.Contains(a.Body, "The day is set next week.") {
		t.Errorf("got %d, and what was typed is not given back", a.Status)
	}
}

func TestCoachingStandsBesideWhatHasBegun(t *testing.T) {
	s := warnedSite(t)
	ref, author := s.written(t)
	at := func(kind eqia.PartKind, key, message string) eqia.Finding {
		return eqia.Finding{Rule: "X4", Severity: eqia.Warn, Where: eqia.PartKey{Kind: kind, Key: key}, Message: message, Why: "It helps readers."}
	}
	s.Checks = func(_ eqia.Case, gate eqia.Gate) []eqia.Finding {
		if gate != eqia.AtDraft {
			return nil
		}
		return []eqia.Finding{at(eqia.AnswerPart, "change", "Say when it starts."), at(eqia.EvidencePart, "1", "Say how many were asked."),
			at(eqia.CardPart, "age", "Say which ages."), at(eqia.AnswerPart, eqia.SharedReason, "Say where you looked.")}
	}
	for tail, want := range map[string]struct{ message, field string }{
		"/page/change":     {"Say when it starts.", "#change"},
		"/page/evidence":   {"Say how many were asked.", ""},
		"/list/evidence/1": {"Say how many were asked.", ""},
		"/impacts/age":     {"Say which ages.", "fieldset"},
		"/shared-reason":   {"Say where you looked.", "#reason"},
	} {
		page := author.get("/casework/" + ref + tail)
		looks := page.Find(".app-look")
		if looks.Length() != 1 || !strings.Contains(looks.Text(), want.message) || page.Find(".govuk-error-summary").Length() != 0 {
			t.Errorf("%s has %d: %s", tail, looks.Length(), looks.Text())
			continue
		}
		if id := looks.AttrOr("id", ""); want.field != "" && !strings.Contains(page.Find("form "+want.field).First().AttrOr("aria-describedby", ""), id) {
			t.Errorf("%s: the field is not tied to #%s", tail, id)
		}
	}
	fresh, _ := s.draft(t)
	c := s.open(t, eqiatest.Author(), fresh)
	if err := s.SaveTable(t.Context(), c, []eqia.Chosen{{Code: "age", Effects: eqia.Effects{eqia.Positive}}}); err != nil {
		t.Fatal(err)
	}
	for _, tail := range []string{"/page/change", "/impacts/age"} {
		if page := author.get("/casework/" + fresh + tail); page.Find(".app-look").Length() != 0 {
			t.Errorf("%s talks about what has not been begun", tail)
		}
	}
}

func TestCoachingIsShortAndLeavesAloneWhatIsSettled(t *testing.T) {
	s := warnedSite(t)
	ref, author := s.written(t)
	var many []eqia.Finding
	for _, n := range []string{"one", "two", "three", "four", "five", "six"} {
		f := vagueAge
		f.Message = "Say thing " + n + "."
		many = append(many, f)
	}
	s.Checks = func(eqia.Case, eqia.Gate) []eqia.Finding { return many }
	count := func() int { return author.get("/casework/"+ref+"/impacts/age").Find(".app-look p").Length() - 1 }
	if n := count(); n != 5 {
		t.Errorf("it says %d things at once", n)
	}
	many = many[:2]
	c := s.open(t, eqiatest.Author(), ref)
	if err := s.Keep(t.Context(), c, eqia.GroundsCommand{Mark: many[0].Mark(), Text: "It is right so."}); err != nil {
		t.Fatal(err)
	}
	if n := count(); n != 1 {
		t.Errorf("after one reason it says %d things", n)
	}
}
