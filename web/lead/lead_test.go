package lead_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/workflow"
)

var ageCard = eqia.PartKey{Kind: eqia.CardPart, Key: "age"}

func TestTheQueueIsForTheEqualityTeamAlone(t *testing.T) {
	s := open(t)
	for _, p := range eqiatest.People() {
		want := http.StatusNotFound
		if p.Holds(workflow.Reviewer, workflow.Lead) {
			want = http.StatusOK
		}
		if got := s.get(p, "/review").Status; got != want {
			t.Errorf("%s: %d, want %d", p.Name, got, want)
		}
	}
}

func TestTheQueueShowsWhatWaitsAndLetsAReviewerTakeIt(t *testing.T) {
	s := open(t)
	ref := s.sent()
	queue := s.get(eqiatest.Reviewer(), "/review").sound(t)
	queue.says(t, "0 working days (since 2 November 2026)")
	queue.says(t, "Waiting for review: 1")
	if got := s.submit(eqiatest.Reviewer(), queue, "/casework/"+ref+"/move/take", url.Values{}); got.Status != http.StatusSeeOther {
		t.Fatalf("taking it answers %d", got.Status)
	}
	if got := s.state(ref); got != workflow.InReview {
		t.Errorf("it is %s", got)
	}
}

func TestTheQueueFindsByStageTextAndDirectorate(t *testing.T) {
	s := open(t)
	ref := s.sent()
	cases := map[string]struct {
		query  string
		found  bool
		status int
	}{
		"its stage":           {"state=submitted", true, 200},
		"another stage":       {"state=in_review", false, 200},
		"its reference":       {"text=" + ref, true, 200},
		"other words":         {"text=nothing+like+it", false, 200},
		"an unknown stage":    {"state=lost", false, 422},
		"an unknown division": {"directorate=nowhere", false, 422},
		"a made-up cursor":    {"after=nonsense", true, 200},
	}
	for name, tc := range cases {
		t.Run(name, func(t *testing.T) {
			got := s.get(eqiatest.Lead(), "/review?"+tc.query)
			if found := got.Find("#queue").Length() == 1; got.Status != tc.status || found != tc.found {
				t.Errorf("status %d, found %v; want %d, %v", got.Status, found, tc.status, tc.found)
			}
		})
	}
}

func TestAReviewShowsEverythingOnOnePage(t *testing.T) {
	s := open(t)
	ref := s.taken()
	review := s.get(eqiatest.Reviewer(), "/casework/"+ref+"/review").sound(t)
	if got := review.Find("#glance-protected tbody tr, #glance-local tbody tr").Length(); got != 16 {
		t.Errorf("%d groups at a glance, want 16", got)
	}
	review.says(t, "Make a decision")
	s.as(eqiatest.Reviewer(), ref, func(_ context.Context, c eqia.Case) error {
		for code, a := range c.Content.Answers {
			if first, _, _ := strings.Cut(a.Text, "\n"); first != "" {
				review.says(t, strings.Join(strings.Fields(first), " "))
				_ = code
			}
		}
		return nil
	})
}

func TestNobodyElseSeesTheReview(t *testing.T) {
	s := open(t)
	ref := s.taken()
	for _, p := range []eqia.Person{eqiatest.Author(), eqiatest.CoAuthor(), eqiatest.Clerk(), eqiatest.Member(), eqiatest.Administrator()} {
		for _, what := range []string{"review", "publish", "return", "decision", "sign-off"} {
			if got := s.get(p, "/casework/"+ref+"/"+what).Status; got != http.StatusNotFound && got != http.StatusForbidden {
				t.Errorf("%s, %s: %d", p.Name, what, got)
			}
		}
	}
}

func TestFindingsStandBesideTheirAnswer(t *testing.T) {
	s := open(t)
	ref := s.taken()
	s.Checks = func(eqia.Case, eqia.Gate) []eqia.Finding {
		return []eqia.Finding{{Rule: "A", Severity: eqia.Warn, Where: ageCard, Message: "Say which ages"},
			{Rule: "B", Severity: eqia.Prompt, Message: "Read it twice"}, {Rule: "D", Severity: eqia.Prompt, Where: eqia.Entry(eqia.EvidencePart, 1), Message: "Say who was asked"},
			{Rule: "E", Severity: eqia.Prompt, Where: eqia.Entry(eqia.ActionPart, 1), Message: "Name one person"}, {Rule: "C", Severity: eqia.Warn, Where: eqia.PartKey{Kind: eqia.CardPart, Key: "race"}, Message: "Say why"}}
	}
	review := s.get(eqiatest.Reviewer(), "/casework/"+ref+"/review").sound(t)
	for _, message := range []string{"Say which ages", "Read it twice", "Say why", "Say who was asked", "Name one person"} {
		if n := strings.Count(review.Find("main").Text(), message); n != 1 {
			t.Errorf("%q is there %d times, want once", message, n)
		}
	}
	if got := review.Find("h3#card-race").Length(); got != 1 {
		t.Error("a group with a finding has no place of its own")
	}
}

func TestACommentGoesWhereItWasMadeAndWaitsForTheReviewToBeSent(t *testing.T) {
	s := open(t)
	ref := s.taken()
	review := s.get(eqiatest.Reviewer(), "/casework/"+ref+"/review")
	values := url.Values{"part": {ageCard.String()}, "text": {"Which ages?"}, "from": {"review"}, "reply_to": {""}}
	got := s.submit(eqiatest.Reviewer(), review, "/casework/"+ref+"/comments", values)
	if want := "/casework/" + ref + "/review#card-age"; got.Location != want {
		t.Errorf("it leads to %q, want %q", got.Location, want)
	}
	s.get(eqiatest.Reviewer(), got.Location).sound(t).says(t, "Which ages?")
	if history := s.get(eqiatest.Author(), "/casework/"+ref+"/history"); strings.Contains(history.Find("main").Text(), "Commented") {
		t.Error("the author sees that there is a comment before the review is sent")
	}
}

func TestACommentSentTwiceIsThereOnce(t *testing.T) {
	s := open(t)
	ref := s.taken()
	values := url.Values{"text": {"Once is enough"}, "from": {"review"}, "once": {eqiatest.NewID()}}
	for range 2 {
		if got := s.post(eqiatest.Reviewer(), "/casework/"+ref+"/comments", values).Status; got != http.StatusSeeOther {
			t.Fatalf("it answers %d", got)
		}
	}
	if n := strings.Count(s.get(eqiatest.Reviewer(), "/casework/"+ref+"/review").Find("main").Text(), "Once is enough"); n != 1 {
		t.Errorf("it is there %d times", n)
	}
}

func TestAnEmptyCommentIsAskedForAgain(t *testing.T) {
	s := open(t)
	ref := s.taken()
	got := s.post(eqiatest.Reviewer(), "/casework/"+ref+"/comments", url.Values{"part": {ageCard.String()}, "from": {"review"}}).sound(t)
	if got.Status != http.StatusUnprocessableEntity || !strings.HasPrefix(got.Find("title").Text(), "Error: ") {
		t.Errorf("status %d, title %q", got.Status, got.Find("title").Text())
	}
	if got.Find(".govuk-error-summary a[href='#text']").Length() != 1 || got.Find("#text-error").Length() != 1 {
		t.Error("the error is not in the summary and beside the field")
	}
}

func TestAFormNeverLeadsAway(t *testing.T) {
	s := open(t)
	ref := s.taken()
	for _, from := range []string{"//elsewhere.example", "../../sign-out", "https://elsewhere.example", "page/x?y=z", "review/../..", ""} {
		got := s.post(eqiatest.Reviewer(), "/casework/"+ref+"/comments", url.Values{"text": {"A comment"}, "from": {from}})
		if want := "/casework/" + ref + "#whole"; got.Location != want {
			t.Errorf("from %q it leads to %q, want %q", from, got.Location, want)
		}
	}
}

func TestACommentOfAnotherAssessmentIsNotFound(t *testing.T) {
	s := open(t)
	mine, other := s.taken(), s.taken()
	s.as(eqiatest.Reviewer(), other, func(ctx context.Context, c eqia.Case) error {
		return s.AddComment(ctx, c, eqia.Remark{Part: ageCard, Text: "Not here"})
	})
	var id eqia.CommentID
	s.as(eqiatest.Reviewer(), other, func(_ context.Context, c eqia.Case) error {
		id = c.WithComments().Comments[0].ID
		return nil
	})
	if got := s.post(eqiatest.Reviewer(), "/casework/"+mine+"/comments/"+string(id)+"/resolve", nil).Status; got != http.StatusNotFound {
		t.Errorf("through another assessment: %d, want 404", got)
	}
	if got := s.post(eqiatest.Reviewer(), "/casework/"+other+"/comments/"+string(id)+"/resolve", url.Values{"from": {"review"}}); got.Location != "/casework/"+other+"/review#card-age" {
		t.Errorf("status %d, to %q", got.Status, got.Location)
	}
}
