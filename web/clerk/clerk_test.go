package clerk_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/workflow"
)

func TestAMeetingIsAddedAndItsAgendaPastedCheckedAndConfirmed(t *testing.T) {
	h := open(t)
	clerk := eqiatest.Clerk()
	added := h.get(clerk, "/meetings/add")
	id := added.Find("#committee option").Eq(1).AttrOr("value", "")
	filled := url.Values{"committee": {id}, "date-day": {"16"}, "date-month": {"3"}, "date-year": {"2027"}, "time": {"6.30pm"}, "status": {"confirmed"}}
	done := h.submit(clerk, added, "Save and continue", filled)
	if again := h.post(clerk, "/meetings/add", filled); done.Status != http.StatusSeeOther || again.Location != done.Location {
		t.Fatalf("it leads to %q, and sent again to %q", done.Location, again.Location)
	}
	pasted := h.post(clerk, done.Location, url.Values{"agenda": {"1. Minutes\n2. Parking charges\n3. Bus contract"}})
	if got := pasted.Find("select[name=kind-1] option[selected]").AttrOr("value", ""); got != string(committee.Minutes) {
		t.Errorf("the first item is taken for %q", got)
	}
	confirmed := h.submit(clerk, pasted, "Add 3 items", url.Values{"kind-2": {"motion"}, "access-3": {"fully_exempt"}, "kind-3": {"urgent"}})
	if confirmed.Status != http.StatusSeeOther {
		t.Fatalf("confirming answers %d", confirmed.Status)
	}
	m := h.get(clerk, confirmed.Location)
	m.says(t, "16 March 2027 at 6:30pm")
	m.says(t, "Not started (2)")
	if !strings.Contains(m.row(1), "None needed: minutes") || !strings.Contains(m.row(3), "Exempt") {
		t.Errorf("the rows are %q and %q", m.row(1), m.row(3))
	}
}

func TestFormsSayWhatToPutRight(t *testing.T) {
	h := open(t)
	h.reported(2, "1. Agree it")
	cases := map[string]struct {
		path   string
		posted url.Values
		says   []string
	}{
		"an empty meeting": {"/meetings/add", nil, []string{"Select a committee", "Enter the date of the meeting", "Enter the start time, for example 10:00am",
			"Select whether the meeting is confirmed"}},
		"a committee that is not there": {"/meetings/add", url.Values{"committee": {"nonsense"}, "date-day": {"1"}, "date-month": {"3"}, "date-year": {"2027"},
			"time": {"25:00"}, "status": {"held"}}, []string{"Select a committee from the list", "Enter a real start time, for example 10:00am or 18:30"}},
		"an empty committee": {"/meetings/committees", nil, []string{"Enter the name of the committee", "Select what kind of committee it is",
			"Select which rules on papers apply"}},
		"a committee that is here already": {"/meetings/committees", url.Values{"name": {"cabinet"}, "kind": {"cabinet"}, "regime": {"exec2012"}},
			[]string{"There is a committee with this name already"}},
		"an empty agenda":          {h.path() + "/agenda", nil, []string{"Paste at least one agenda item"}},
		"an agenda of empty lines": {h.path() + "/agenda", url.Values{"agenda": {" \n"}, "confirm": {"yes"}}, []string{"Paste at least one agenda item"}},
		"an item without a title":  {h.at(2, "edit"), url.Values{"kind": {"report"}, "access": {"open"}}, []string{"Enter the title of the item"}},
		"an urgent item without why": {h.at(2, "edit"), url.Values{"title": {"Bins"}, "kind": {"urgent"}, "access": {"open"}},
			[]string{"Enter why the chairman agreed that the item is urgent"}},
		"a report without a title": {h.at(3, "report"), nil, []string{"Enter the title of the report"}},
		"no assessment":            {h.at(2, "link"), nil, []string{"Select an assessment"}},
		"an unknown assessment":    {h.at(2, "link"), url.Values{"reference": {"EQIA-2026-0999"}}, []string{"Select an assessment from the list"}},
		"an empty reason":          {h.at(2, "reason"), nil, []string{"Select why there is no assessment", "Enter the reason, in words the public can read"}},
		"a later decision without its date": {h.at(2, "reason"), url.Values{"code": {"STAGE"}, "public": {"It comes back."}},
			[]string{"Enter the date of the later decision"}},
		"covered without a reference": {h.at(2, "reason"), url.Values{"code": {"COVERED"}, "public": {"Another covers it."}},
			[]string{"Enter the reference of the signed assessment"}},
	}
	h.signed("")
	for name, tc := range cases {
		t.Run(name, func(t *testing.T) {
			h.t = t
			h.post(eqiatest.Clerk(), tc.path, tc.posted).wants(t, tc.says...)
		})
	}
	h.t = t
}

func TestASignedAssessmentIsLinkedChangedAndWithdrawn(t *testing.T) {
	h := open(t)
	clerk := eqiatest.Clerk()
	chosen := h.submit(clerk, h.get(clerk, h.at(2, "report")), "Add the report", url.Values{"title": {"Parking charges and garden waste"},
		"recommendations": {"1. Agree it\n2. Note it"}, "equality": {"The equality impact assessment is attached as Appendix 3."}})
	if chosen.Location != h.at(2, "link") {
		t.Fatalf("adding the report leads to %q", chosen.Location)
	}
	ref := h.signed("")
	asked := h.get(clerk, chosen.Location+"?q="+ref)
	some := url.Values{"reference": {ref}, "relation": {"appended"}}
	h.submit(clerk, asked, "Save", some).wants(t, "Select what the assessment covers")
	some.Set("covers", "some")
	some.Set("recommendations", asked.Find("input[name=recommendations]").First().AttrOr("value", ""))
	h.submit(clerk, asked, "Save", some)
	row := h.get(clerk, h.path()).row(2)
	for _, want := range []string{ref + " version 1.0", "Blocked", "No linked assessment or reason covers recommendation 2", "appended without a label"} {
		if !strings.Contains(row, want) {
			t.Errorf("the row %q does not say %q", row, want)
		}
	}
	first := h.item(2).Appearance.Live()[0].ID
	again := h.get(clerk, h.at(2, "link")+"?q="+ref+"&replace="+string(first))
	h.submit(clerk, again, "Save", url.Values{"reference": {ref}, "relation": {"appended"}, "covers": {"all"}, "appendix": {"Appendix 3"}})
	if row := h.get(clerk, h.path()).row(2); !strings.Contains(row, "Nothing outstanding") || !strings.Contains(row, "Appendix 3") {
		t.Errorf("after the change the row says %q", row)
	}
	live := h.item(2).Appearance.Live()
	if len(live) != 1 || live[0].ID == first {
		t.Fatalf("%d links hold", len(live))
	}
	withdraw := h.at(2, "links/"+string(live[0].ID)+"/withdraw")
	h.post(clerk, withdraw, url.Values{}).wants(t, "Enter why the link is withdrawn")
	h.submit(clerk, h.get(clerk, withdraw), "Withdraw the link", url.Values{"reason": {"It is about another car park."}})
	if row := h.get(clerk, h.path()).row(2); !strings.Contains(row, "Not started") {
		t.Errorf("after the link is withdrawn the row says %q", row)
	}
	h.get(clerk, "/reports/"+h.item(2).Appearance.Report.Reference).says(t, "It is about another car park.")
}

func TestAnUnsignedAssessmentIsNotedAsExpectedAndBlocks(t *testing.T) {
	h := open(t)
	clerk := eqiatest.Clerk()
	h.reported(2, "")
	ref := h.written("")
	h.submit(clerk, h.get(clerk, h.at(2, "link")), "Save", url.Values{"reference": {ref}})
	m := h.get(clerk, h.path())
	if row := m.row(2); !strings.Contains(row, "Blocked") || !strings.Contains(row, ref+": draft.") {
		t.Errorf("the row says %q", row)
	}
	if got := h.get(eqiatest.Author(), "/casework/"+ref); !strings.Contains(got.Text(), "Expected, not linked yet") {
		t.Error("the author's own page does not say where it is expected")
	}
	h.submit(clerk, h.get(clerk, h.at(2, "check")), ref+" is not expected", url.Values{})
	if row := h.get(clerk, h.path()).row(2); !strings.Contains(row, "Not started") {
		t.Errorf("once it is not expected the row says %q", row)
	}
}

func TestAReasonWaitsForTheRoleThatAgreesIt(t *testing.T) {
	h := open(t)
	h.reported(2, "")
	given := h.submit(eqiatest.Clerk(), h.get(eqiatest.Clerk(), h.at(2, "reason")), "Record the reason",
		url.Values{"code": {"COVERED"}, "public": {"The transport plan’s assessment covers it."}, "reference": {h.signed("")}})
	if given.Status != http.StatusSeeOther {
		t.Fatalf("recording it answers %d", given.Status)
	}
	h.get(eqiatest.Clerk(), h.path()).says(t, "It waits for: equality lead")
	if n := h.get(eqiatest.Lead(), h.at(2, "reason")).Find("input[name=code]").Length(); n != 3 {
		t.Errorf("the lead is offered %d reasons", n)
	}
	h.submit(eqiatest.Lead(), h.get(eqiatest.Lead(), h.path()), "Agree the reason", url.Values{})
	m := h.get(eqiatest.Clerk(), h.path())
	if row := m.row(2); !strings.Contains(row, "Nothing outstanding") || !strings.Contains(row, "Agreed by: equality lead") {
		t.Errorf("the row says %q", row)
	}
	h.submit(eqiatest.Clerk(), h.get(eqiatest.Clerk(), h.at(2, "check")), "Withdraw the reason", url.Values{})
	if row := h.get(eqiatest.Clerk(), h.path()).row(2); !strings.Contains(row, "Not started") {
		t.Errorf("after it is withdrawn the row says %q", row)
	}
}

func TestAReportThatIsHereGoesToASecondMeeting(t *testing.T) {
	h := open(t)
	h.reported(2, "")
	ref := h.item(2).Appearance.Report.Reference
	found := h.get(eqiatest.Clerk(), h.at(3, "report")+"?q=parking")
	h.submit(eqiatest.Clerk(), found, "Use this report", url.Values{}).wants(t, "Select a report")
	used := h.submit(eqiatest.Clerk(), found, "Use this report", url.Values{"report": {ref}})
	if used.Location != h.at(3, "link") || h.item(3).Appearance.Report.Reference != ref {
		t.Errorf("it leads to %q", used.Location)
	}
	if n := h.get(eqiatest.Clerk(), "/reports/"+ref).Find("#journey tbody tr").Length(); n != 2 {
		t.Errorf("its journey has %d stops", n)
	}
}

func TestARestrictedAssessmentIsNeverNamedAndNeverOnAnOpenItem(t *testing.T) {
	h := open(t)
	h.reported(2, "")
	ref := h.signed("restructure")
	clerk := eqiatest.Clerk()
	h.get(clerk, h.at(2, "link")).neverSays(t, ref)
	found := h.get(clerk, h.at(2, "link")+"?q="+ref)
	found.says(t, ref+": Restricted assessment")
	h.submit(clerk, found, "Save", url.Values{"reference": {ref}, "relation": {"appended"}}).wants(t,
		"This assessment is restricted and the item is open to the public. Close the item, or ask the equality lead")
}

func TestMeetingsAreListedByDateEarlierOnesApart(t *testing.T) {
	h := open(t)
	clerk := eqiatest.Clerk()
	m, err := h.c.Meeting(t.Context(), clerk, h.meeting)
	h.ok(err)
	for n := range 25 {
		_, err := h.c.AddMeeting(t.Context(), clerk, committee.Meeting{Committee: m.Committee, Status: committee.Held, StartsAt: h.Now().AddDate(0, 0, -n-1)}, "")
		h.ok(err)
	}
	if n := h.get(clerk, "/meetings").Find("#meetings tbody tr").Length(); n != 1 {
		t.Errorf("%d meetings are to come", n)
	}
	first := h.get(clerk, "/meetings?when=earlier")
	second := h.get(clerk, first.Find("a[rel=next]").AttrOr("href", ""))
	if a, b := first.Find("#meetings tbody tr").Length(), second.Find("#meetings tbody tr").Length(); a != 20 || b != 5 {
		t.Errorf("the pages have %d and %d", a, b)
	}
	if back := second.Find("a[rel=prev]").AttrOr("href", ""); back != "/meetings?when=earlier" {
		t.Errorf("the way back is %q", back)
	}
}

func TestAnAssessmentSaysWhichMeetingsItIsForInPublicAndInItsHistory(t *testing.T) {
	h := open(t)
	ctx, clerk := t.Context(), eqiatest.Clerk()
	ref := h.signed("")
	c, err := h.Open(ctx, eqiatest.Lead(), ref)
	h.ok(err)
	h.ok(h.Publish(ctx, c, eqia.MoveCommand{Event: workflow.Publish, Revision: c.Revision}))
	closed := h.item(4)
	closed.Access = committee.FullyExempt
	h.ok(h.c.EditItem(ctx, clerk, closed))
	for n := range 3 {
		_, err := h.c.Link(ctx, clerk, h.reported(n+2, ""), committee.LinkCommand{Reference: ref, Relation: committee.Appended, Covers: committee.CoversAll, Appendix: "Appendix 3"})
		h.ok(err)
	}
	m, err := h.c.Meeting(ctx, clerk, h.meeting)
	h.ok(err)
	m.Status = committee.Held
	h.ok(h.c.EditMeeting(ctx, clerk, m))

	public := h.get(eqia.Person{}, "/assessments/"+ref)
	public.says(t, "Item 2 Parking charges. Version 1.0.")
	public.neverSays(t, "Staff changes")
	h.get(eqiatest.Lead(), "/casework/"+ref+"/history").says(t, "Linked it to a committee report")
	own := h.get(eqiatest.Author(), "/casework/"+ref)
	own.says(t, "Item 3 Library opening hours")
	if own.Find("a[href^='/meetings/']").Length() > 0 {
		t.Error("the author is led to a page that is not for them")
	}
}
