package clerk_test

import (
	"net/http"
	"net/url"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/workflow"
)

func TestSomeoneDecidesWhoReadsAnAssessmentThatAMeetingTakesInPrivate(t *testing.T) {
	h := open(t)
	ctx, lead := t.Context(), eqiatest.Lead()
	i := h.item(4)
	i.Access, i.Paragraphs = committee.FullyExempt, []string{"3", "4"}
	h.ok(h.c.EditItem(ctx, eqiatest.Clerk(), i))
	ref := h.signed("")
	h.link(h.reported(4, ""), ref, "")
	h.get(lead, "/review/closed").says(t, "Decide")
	h.get(lead, "/casework/"+ref+"/v/1.0").says(t, "Not for publication: paragraphs 3 and 4 of Schedule 12A to the Local Government Act 1972")
	at := "/casework/" + ref + "/access"
	for _, p := range []eqia.Person{eqiatest.Author(), eqiatest.Clerk(), eqiatest.Member(), eqiatest.Reviewer()} {
		if got := h.get(p, at).Status; got != http.StatusNotFound {
			t.Errorf("%s is answered %d", p.Name, got)
		}
	}
	page := h.get(lead, at)
	if n := page.Find("input[name=paragraphs][checked]").Length(); n != 2 {
		t.Errorf("%d paragraphs are ticked", n)
	}
	h.submit(lead, page, "Record", url.Values{}).wants(t, "Select whether it stays closed", "Enter why, and what the public interest is",
		"Enter a date after today on which to look at it again")
	filled := url.Values{"outcome": {"open"}, "paragraphs": {"3", "4"}, "reason": {"Nothing in it says which firm."}, "review-day": {"1"},
		"review-month": {"6"}, "review-year": {"2020"}}
	h.submit(lead, page, "Record", filled).wants(t, "Enter a date after today on which to look at it again")
	filled.Set("review-year", "2027")
	if got := h.submit(lead, page, "Record", filled); got.Status != http.StatusSeeOther || got.Location != "/review/closed" {
		t.Fatalf("recording it answers %d to %s", got.Status, got.Location)
	}
	h.get(lead, "/review/closed").says(t, "There are none now.")
	c, err := h.Open(ctx, lead, ref)
	h.ok(err)
	h.ok(h.Publish(ctx, c, eqia.MoveCommand{Event: workflow.Publish, Revision: c.Revision}))
}

func TestTheMonitoringOfficersFirstPageLeadsToWhatIsBeforeClosedMeetings(t *testing.T) {
	h := open(t)
	for _, c := range []struct {
		person eqia.Person
		links  int
	}{{eqiatest.MonitoringOfficer(), 1}, {eqiatest.Clerk(), 0}} {
		if n := h.get(c.person, "/meetings").Find("main a[href='/review/closed']").Length(); n != c.links {
			t.Errorf("%s has %d links", c.person.Name, n)
		}
	}
}
