package lead_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/workflow"
)

// underReview is an assessment that the reviewer has taken.
func (s site) underReview() string {
	s.t.Helper()
	ref := s.sent()
	c, err := s.Open(s.t.Context(), eqiatest.Reviewer(), ref)
	s.ok(err)
	s.ok(s.Move(s.t.Context(), c, eqia.MoveCommand{Event: workflow.Take, Revision: c.Revision}))
	return ref
}

func TestAPartIsAskedToBeImprovedAndTheConditionIsSignedWithIt(t *testing.T) {
	s := open(t)
	ref := s.underReview()
	form := s.get(eqiatest.Reviewer(), "/casework/"+ref+"/verdict?part=card/age").sound(t)
	if got := s.submit(eqiatest.Reviewer(), form, "/casework/"+ref+"/verdict", url.Values{"verdict": {"improve"}}); got.Status != http.StatusUnprocessableEntity {
		t.Errorf("without words it answers %d", got.Status)
	}
	got := s.submit(eqiatest.Reviewer(), form, "/casework/"+ref+"/verdict", url.Values{"verdict": {"improve"}, "text": {"Count those over 75."}})
	if got.Status != http.StatusSeeOther || !strings.HasSuffix(got.Location, "age") {
		t.Fatalf("it answers %d and leads to %s", got.Status, got.Location)
	}
	s.get(eqiatest.Reviewer(), got.Location).sound(t).says(t, "Count those over 75.")
	s.get(eqiatest.Lead(), "/casework/"+ref+"/sign-off").sound(t).says(t, "Age: Count those over 75.")
	if page := s.get(eqiatest.Author(), "/casework/"+ref); strings.Contains(page.Text(), "Count those over 75.") {
		t.Error("the author sees it before the review is sent")
	}
}

func TestACorrectionIsShownOnTheSignOffPageAndCanBeTakenBack(t *testing.T) {
	s := open(t)
	ref := s.underReview()
	form := s.get(eqiatest.Reviewer(), "/casework/"+ref+"/verdict?part=card/age")
	s.submit(eqiatest.Reviewer(), form, "/casework/"+ref+"/verdict", url.Values{"verdict": {"correct"}, "text": {"Say who pays."}})
	signing := s.get(eqiatest.Lead(), "/casework/"+ref+"/sign-off").sound(t)
	signing.says(t, "Say who pays.")
	if signing.Find("input[name=password]").Length() > 0 {
		t.Error("it can be signed all the same")
	}
	review := s.get(eqiatest.Reviewer(), "/casework/"+ref+"/review")
	if got := s.submit(eqiatest.Reviewer(), review, "/casework/"+ref+"/verdict/lift", url.Values{}); got.Status != http.StatusSeeOther {
		t.Errorf("taking it back answers %d", got.Status)
	}
	if s.get(eqiatest.Lead(), "/casework/"+ref+"/sign-off").Find("input[name=password]").Length() == 0 {
		t.Error("it still cannot be signed")
	}
	for _, p := range []eqia.Person{eqiatest.Author(), eqiatest.Adviser()} {
		if got := s.post(p, "/casework/"+ref+"/verdict/lift", url.Values{"part": {"card/age"}}); got.Status < 400 {
			t.Errorf("%s takes back a verdict: %d", p.Name, got.Status)
		}
	}
}

func TestWordingIsSuggestedSeenAsAChangeAndUsedWithOnePress(t *testing.T) {
	s := open(t)
	ref := s.underReview()
	form := s.get(eqiatest.Reviewer(), "/casework/"+ref+"/wording?part=answer/aims").sound(t)
	got := s.submit(eqiatest.Reviewer(), form, "/casework/"+ref+"/wording", url.Values{"wording": {"Other aims, in plain words."}})
	if got.Status != http.StatusSeeOther {
		t.Fatalf("suggesting answers %d", got.Status)
	}
	s.get(eqiatest.Reviewer(), "/casework/"+ref+"/review").sound(t).says(t, "Suggested wording for")
	c, err := s.Open(t.Context(), eqiatest.Reviewer(), ref)
	s.ok(err)
	s.ok(s.Move(t.Context(), c, eqia.MoveCommand{Event: workflow.RequestChanges, Revision: c.Revision}))
	comments := s.get(eqiatest.Author(), "/casework/"+ref+"/comments").sound(t)
	if comments.Find("ins").Length() == 0 || comments.Find("del").Length() == 0 {
		t.Error("the suggestion is not shown as a change")
	}
	comments.says(t, "Start of removed text")
	action := comments.Find("form[action$='/use']").AttrOr("action", "")
	if got := s.submit(eqiatest.Author(), comments, action, url.Values{}); got.Status != http.StatusSeeOther {
		t.Fatalf("using it answers %d", got.Status)
	}
	c, err = s.Open(t.Context(), eqiatest.Author(), ref)
	s.ok(err)
	if text := c.Content.Answers["aims"].Text; text != "Other aims, in plain words." {
		t.Errorf("it says %q", text)
	}
	if got := s.post(eqiatest.Adviser(), action, url.Values{}); got.Status < 400 {
		t.Errorf("someone else uses it: %d", got.Status)
	}
}

func TestASuggestionForATextThatMovedShowsBothBeforeAnythingIsSaved(t *testing.T) {
	s := open(t)
	ref := s.underReview()
	c, err := s.Open(t.Context(), eqiatest.Reviewer(), ref)
	s.ok(err)
	aims := eqia.PartKey{Kind: eqia.AnswerPart, Key: "aims"}
	s.ok(s.AddComment(t.Context(), c, eqia.Remark{Part: aims, For: "text", Wording: "Other aims."}))
	s.ok(s.Move(t.Context(), c, eqia.MoveCommand{Event: workflow.RequestChanges, Revision: c.Revision}))
	comments := s.get(eqiatest.Author(), "/casework/"+ref+"/comments")
	c, err = s.Open(t.Context(), eqiatest.Author(), ref)
	s.ok(err)
	s.ok(s.SaveAnswers(t.Context(), c, map[string]eqia.Answer{"aims": {Text: "Changed meanwhile."}}, map[string]int{"aims": c.Stamps[aims].Counter}))
	action := comments.Find("form[action$='/use']").AttrOr("action", "")
	moved := s.submit(eqiatest.Author(), comments, action, url.Values{})
	if moved.Status != http.StatusConflict {
		t.Fatalf("it answers %d", moved.Status)
	}
	moved.sound(t).says(t, "Changed meanwhile.")
	if got := s.submit(eqiatest.Author(), moved, action, url.Values{}); got.Status != http.StatusSeeOther {
		t.Errorf("using it after all answers %d", got.Status)
	}
}

func TestOneMayChangeOnesOwnCommentUntilItIsSent(t *testing.T) {
	s := open(t)
	ref := s.underReview()
	c, err := s.Open(t.Context(), eqiatest.Reviewer(), ref)
	s.ok(err)
	s.ok(s.AddComment(t.Context(), c, eqia.Remark{Text: "Hwo many?"}))
	review := s.get(eqiatest.Reviewer(), "/casework/"+ref+"/review")
	at := review.Find("a[href$='/edit']").AttrOr("href", "")
	form := s.get(eqiatest.Reviewer(), at).sound(t)
	if got := s.submit(eqiatest.Reviewer(), form, at, url.Values{"text": {""}}); got.Status != http.StatusUnprocessableEntity {
		t.Errorf("an empty comment answers %d", got.Status)
	}
	if got := s.submit(eqiatest.Reviewer(), form, at, url.Values{"text": {"How many?"}}); got.Status != http.StatusSeeOther {
		t.Errorf("changing it answers %d", got.Status)
	}
	s.get(eqiatest.Reviewer(), "/casework/"+ref+"/review").says(t, "How many?")
	if got := s.get(eqiatest.Lead(), at); got.Status != http.StatusForbidden {
		t.Errorf("the lead changes the reviewer's comment: %d", got.Status)
	}
	if got := s.post(eqiatest.Author(), at, url.Values{"text": {"Mine"}}); got.Status != http.StatusNotFound {
		t.Errorf("the author learns of a comment that is kept back: %d", got.Status)
	}
}

func TestTheTeamDownloadsTheCommentsAndNoFormulaComesWithThem(t *testing.T) {
	s := open(t)
	ref := s.underReview()
	c, err := s.Open(t.Context(), eqiatest.Reviewer(), ref)
	s.ok(err)
	s.ok(s.AddComment(t.Context(), c, eqia.Remark{Text: "=HYPERLINK(\"https://example.org\")"}))
	csv := s.get(eqiatest.Lead(), "/casework/"+ref+"/comments-file/csv")
	if body := csv.Text(); csv.Status != http.StatusOK || !strings.Contains(body, "'=HYPERLINK") || strings.Contains(body, ",=HYPERLINK") {
		t.Errorf("it answers %d with %s", csv.Status, body)
	}
	json := s.get(eqiatest.Lead(), "/casework/"+ref+"/comments-file/json")
	if body := json.Text(); json.Status != http.StatusOK || !strings.Contains(body, "=HYPERLINK") {
		t.Errorf("it answers %d with %s", json.Status, body)
	}
	for who, path := range map[string]string{"author": "/comments-file/csv", "lead": "/comments-file/exe"} {
		p := map[string]eqia.Person{"author": eqiatest.Author(), "lead": eqiatest.Lead()}[who]
		if got := s.get(p, "/casework/"+ref+path); got.Status != http.StatusNotFound {
			t.Errorf("%s at %s: %d", who, path, got.Status)
		}
	}
}

func TestTheLeadGivesAReviewAway(t *testing.T) {
	s := open(t)
	ref := s.sent()
	form := s.get(eqiatest.Lead(), "/casework/"+ref+"/assign").sound(t)
	if got := s.submit(eqiatest.Lead(), form, "/casework/"+ref+"/assign", url.Values{}); got.Status != http.StatusUnprocessableEntity {
		t.Errorf("nobody chosen answers %d", got.Status)
	}
	got := s.submit(eqiatest.Lead(), form, "/casework/"+ref+"/assign", url.Values{"person": {string(eqiatest.Reviewer().ID)}})
	if got.Status != http.StatusSeeOther {
		t.Fatalf("giving it answers %d", got.Status)
	}
	mine := s.get(eqiatest.Reviewer(), "/review?with=me").sound(t)
	if mine.Find("#queue tbody tr").Length() != 1 {
		t.Error("it is not among the reviewer's own")
	}
	if s.get(eqiatest.DeputyLead(), "/review?with=me").Find("#queue").Length() != 0 {
		t.Error("it is among someone else's")
	}
}

func TestSomeoneAwayHasTheirReviewsWithTheirDeputy(t *testing.T) {
	s := open(t)
	ref := s.underReview()
	form := s.get(eqiatest.Lead(), "/review/absences").sound(t)
	fill := func(deputy eqia.Person) url.Values {
		return url.Values{"person": {string(eqiatest.Reviewer().ID)}, "deputy": {string(deputy.ID)}, "from-day": {"2"}, "from-month": {"11"},
			"from-year": {"2026"}, "until-day": {"20"}, "until-month": {"11"}, "until-year": {"2026"}}
	}
	wrong := s.submit(eqiatest.Lead(), form, "/review/absences", fill(eqiatest.Reviewer()))
	if wrong.Status != http.StatusUnprocessableEntity {
		t.Errorf("standing in for oneself answers %d", wrong.Status)
	}
	wrong.sound(t)
	if got := s.submit(eqiatest.Lead(), form, "/review/absences", fill(eqiatest.DeputyLead())); got.Status != http.StatusSeeOther {
		t.Fatalf("it answers %d", got.Status)
	}
	if s.get(eqiatest.DeputyLead(), "/review?with=me").Find("#queue tbody tr").Length() != 1 {
		t.Errorf("%s is not with the deputy", ref)
	}
	list := s.get(eqiatest.Reviewer(), "/review/absences").sound(t)
	end := list.Find("form[action$='/end']").AttrOr("action", "")
	if got := s.post(eqiatest.Clerk(), end, url.Values{}); got.Status != http.StatusNotFound {
		t.Errorf("a clerk ends it: %d", got.Status)
	}
	if got := s.post(eqiatest.Reviewer(), end, url.Values{}); got.Status != http.StatusSeeOther {
		t.Errorf("ending it answers %d", got.Status)
	}
	if s.get(eqiatest.DeputyLead(), "/review?with=me").Find("#queue").Length() != 0 {
		t.Error("it is still with the deputy")
	}
}

func TestTheReviewerSeesWhatChangedSinceTheyLastHadIt(t *testing.T) {
	s := open(t)
	ref := s.underReview()
	if s.get(eqiatest.Reviewer(), "/casework/"+ref+"/review").Find("summary:contains('Not changed')").Length() > 0 {
		t.Error("something is folded away the first time")
	}
	c, err := s.Open(t.Context(), eqiatest.Reviewer(), ref)
	s.ok(err)
	s.ok(s.Move(t.Context(), c, eqia.MoveCommand{Event: workflow.RequestChanges, Revision: c.Revision, Reason: "Say more."}))
	c, err = s.Open(t.Context(), eqiatest.Author(), ref)
	s.ok(err)
	aims := eqia.PartKey{Kind: eqia.AnswerPart, Key: "aims"}
	s.ok(s.SaveAnswers(t.Context(), c, map[string]eqia.Answer{"aims": {Text: "Clearer aims."}}, map[string]int{"aims": c.Stamps[aims].Counter}))
	c, err = s.Open(t.Context(), eqiatest.Author(), ref)
	s.ok(err)
	s.ok(s.Send(t.Context(), c, eqia.SendCommand{Revision: c.Revision}))
	review := s.get(eqiatest.Reviewer(), "/casework/"+ref+"/review").sound(t)
	if n := strings.Count(review.Text(), "Changed since you last had it"); n != 1 {
		t.Errorf("%d parts are marked as changed, want 1", n)
	}
	review.says(t, "open thing: ")
	if n := review.Find("summary:contains('Not changed since you last had it (Age)')").Length(); n != 1 {
		t.Errorf("what was read before is folded away %d times", n)
	}
	if review.Find("details:contains('Clearer aims.')").Length() > 0 {
		t.Error("what changed is folded away")
	}
}

func TestTheQueueIsNarrowedByAFormAndRefusesWhatItDoesNotOffer(t *testing.T) {
	s := open(t)
	s.sent()
	for query, want := range map[string]int{"": 1, "only=overdue": 0, "only=meeting": 0, "only=not_needed": 0, "with=nobody": 1, "negative=age": -1,
		"sort=meeting": 1, "state=submitted&only=overdue&only=meeting": 0} {
		got := s.get(eqiatest.Lead(), "/review?"+query).sound(t)
		if rows := got.Find("#queue tbody tr").Length(); want >= 0 && rows != want {
			t.Errorf("%q lists %d, want %d", query, rows, want)
		}
	}
	for _, query := range []string{"only=all", "negative=height", "kind=x", "sort=name", "state=lost"} {
		if got := s.get(eqiatest.Lead(), "/review?"+query); got.Status != http.StatusUnprocessableEntity {
			t.Errorf("%q answers %d", query, got.Status)
		}
	}
	if got := s.get(eqiatest.Lead(), "/review?with=someone"); got.Status != http.StatusNotFound {
		t.Errorf("a reviewer that is none answers %d", got.Status)
	}
	sorted := s.get(eqiatest.Lead(), "/review?sort=meeting")
	if got := sorted.Find("th[aria-sort=ascending]").Text(); !strings.Contains(got, "Nearest meeting") {
		t.Errorf("it is sorted by %q", got)
	}
}

func TestTheQueueListsTheSavingsOfABudgetRoundAtEveryStage(t *testing.T) {
	s := open(t)
	ref := s.written()
	c, err := s.Open(t.Context(), eqiatest.Author(), ref)
	s.ok(err)
	saving := map[string]eqia.Answer{"kind": {Choices: []string{"budget_saving"}}, "budget_round": {Choices: []string{"budget_2027_28"}}}
	base := map[string]int{}
	for code := range saving {
		base[code] = c.Stamps[eqia.PartKey{Kind: eqia.AnswerPart, Key: code}].Counter
	}
	s.ok(s.SaveAnswers(t.Context(), c, saving, base))
	s.written()
	for address, want := range map[string]int{"/review?state=every": 2, "/review?state=every&round=budget_2027_28": 1, "/review?state=every&round=budget_2028_29": 0,
		"/review?round=budget_2027_28": 0} {
		list := s.get(eqiatest.Lead(), address).sound(t)
		if got := list.Find("#queue tbody tr").Length(); got != want {
			t.Errorf("%s lists %d, want %d", address, got, want)
		}
	}
	if got := s.get(eqiatest.Lead(), "/review?round=last"); got.Status != http.StatusUnprocessableEntity {
		t.Errorf("a round that is none answers %d", got.Status)
	}
}
