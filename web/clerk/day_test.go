package clerk_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
)

func TestTheClerksHomeSaysWhatIsLeftAndWhomEachItemWaitsFor(t *testing.T) {
	h := open(t)
	ctx, clerk := t.Context(), eqiatest.Clerk()
	m, err := h.c.Meeting(ctx, clerk, h.meeting)
	h.ok(err)
	far, err := h.c.AddMeeting(ctx, clerk, committee.Meeting{Committee: m.Committee, Status: committee.Provisional, StartsAt: h.Now().AddDate(0, 0, 60)}, "")
	h.ok(err)
	h.ok(h.c.Expect(ctx, clerk, committee.ExpectCommand{Appearance: h.reported(2, ""), Reference: h.written("")}))
	home := h.get(clerk, "/meetings")
	for _, want := range []string{"working days left", "Not started 2 items", "Blocked 1 item", "Item 2: The author of EQIA-", "Item 3: Democratic services"} {
		home.says(t, want)
	}
	if n := home.Find("#meetings a[href='/meetings/" + string(far) + "']").Length(); n != 0 {
		t.Error("a meeting in two months is on the page of the next six weeks")
	}
	if n := h.get(clerk, "/meetings?when=all").Find("#meetings tbody tr").Length(); n != 2 {
		t.Errorf("%d meetings are to come, not 2", n)
	}
	other, err := h.c.AddCommittee(ctx, clerk, committee.Committee{Name: "Audit", Kind: committee.Regulatory, Regime: committee.LGA1972}, "")
	h.ok(err)
	audit := h.get(clerk, "/meetings?committee="+string(other))
	audit.says(t, "There are no meetings here.")
	if href := audit.Find("a:contains('See earlier')").AttrOr("href", ""); !strings.Contains(href, string(other)) {
		t.Errorf("the way to earlier meetings loses the committee: %s", href)
	}
	if got := h.get(clerk, "/meetings?when=never").Status; got != http.StatusNotFound {
		t.Errorf("a list that is not there answers %d", got)
	}
}

func TestTheAgendaIsNarrowedByItsAddressAndLeadsToWhatIsHeldUp(t *testing.T) {
	h := open(t)
	clerk := eqiatest.Clerk()
	_, err := h.c.Link(t.Context(), clerk, h.reported(2, ""), committee.LinkCommand{Reference: h.signed(""), Relation: committee.ExpresslyReferred,
		Covers: committee.CoversAll})
	h.ok(err)
	whole := h.get(clerk, h.path())
	first := whole.Find("a:contains('first item that is held up')").AttrOr("href", "#none")
	if got := words(whole.Find(first).Text()); got != "3 Library opening hours" {
		t.Errorf("the first item that is held up is %q", got)
	}
	if next := whole.Find("#agenda tbody tr").Eq(2).Find("a:contains('Next one')").AttrOr("href", "#none"); words(whole.Find(next).Text()) != "4 Staff changes" {
		t.Errorf("after that comes %s", next)
	}
	narrow := h.get(clerk, whole.Find("nav[aria-label='Items to show'] a:contains('Not started')").AttrOr("href", ""))
	if n := narrow.Find("#agenda tbody tr").Length(); n != 2 {
		t.Errorf("%d items are shown, not the 2 that are not started", n)
	}
	if again := narrow.Find("a:contains('Check again')").AttrOr("href", ""); again != h.path()+"?show=not_started" {
		t.Errorf("checking again leads to %s", again)
	}
	if got := h.get(clerk, h.path()+"?show=nonsense").Status; got != http.StatusNotFound {
		t.Errorf("a filter that is not there answers %d", got)
	}
}

func TestSeveralItemsAreMarkedAsProceduralAtOnce(t *testing.T) {
	h := open(t)
	clerk := eqiatest.Clerk()
	asked := h.get(clerk, h.path()+"/together")
	h.submit(clerk, asked, "Do it", url.Values{}).wants(t, "Select at least one item", "Select what is to be done with them")
	two := url.Values{"items": {string(h.item(3).ID), string(h.item(4).ID)}, "what": {"procedural"}}
	h.submit(clerk, asked, "Do it", two)
	if h.item(3).Kind != committee.Procedural || h.item(4).Kind != committee.Procedural {
		t.Error("the items are not procedural")
	}
	at := h.reported(2, "")
	h.ok(h.c.Expect(t.Context(), clerk, committee.ExpectCommand{Appearance: at, Reference: h.written("")}))
	h.submit(clerk, h.get(clerk, h.path()+"/together"), "Do it", url.Values{"items": {string(h.item(2).ID)}, "what": {"procedural"}}).wants(t,
		"Something is linked or recorded on item 2. It can’t be marked as procedural")
	asks := h.submit(clerk, h.get(clerk, h.path()+"/together"), "Do it", url.Values{"items": {string(h.item(2).ID)}, "what": {"chase"}})
	if asks.Status != http.StatusSeeOther || asks.Location != h.path() {
		t.Errorf("asking the authors answers %d and leads to %s", asks.Status, asks.Location)
	}
}

func TestAnItemsPageHoldsTheReportAgainstTheAssessment(t *testing.T) {
	h := open(t)
	clerk, ref := eqiatest.Clerk(), h.signed("")
	_, err := h.c.Link(t.Context(), clerk, h.reported(2, "1. Agree it\n2. Note it"), committee.LinkCommand{Reference: ref, Relation: committee.ExpresslyReferred,
		Covers: committee.CoversSome, Recommendations: []committee.PointID{h.item(2).Appearance.Version.Recommendations[0].ID}})
	h.ok(err)
	got := h.get(clerk, h.at(2, "check"))
	for _, want := range []string{"Blocks (EQ-05):", "What " + ref + " version 1.0 says", "We found no effect that matters for", "was linked"} {
		got.says(t, want)
	}
	var cells []string
	for _, cell := range got.Find("#coverage tbody td").EachIter() {
		cells = append(cells, cell.Text())
	}
	if strings.Join(cells, ", ") != "Covered, Not covered" {
		t.Errorf("the recommendations are %v", cells)
	}
	if row := h.get(clerk, h.path()).row(2); !strings.Contains(row, "Covers 1 of 2") {
		t.Errorf("the agenda says %q", row)
	}
}

func TestAClearanceIsRecordedForTheReportAtAnItem(t *testing.T) {
	h := open(t)
	h.reported(2, "")
	clerk := eqiatest.Clerk()
	h.submit(clerk, h.get(clerk, h.at(2, "check")), "Record it", url.Values{}).wants(t, "Select whose clearance it is", "Select what was said")
	h.submit(clerk, h.get(clerk, h.at(2, "check")), "Record it", url.Values{"role": {"s151"}, "state": {"refused"}}).wants(t, "Enter why it was not cleared")
	h.submit(clerk, h.get(clerk, h.at(2, "check")), "Record it", url.Values{"role": {"s151"}, "state": {"cleared"}})
	h.get(clerk, h.at(2, "check")).says(t, "Section 151 officerCleared on")
	lead := h.get(eqiatest.Lead(), h.at(2, "check"))
	if n := lead.Find("select[name=role] option").Length(); n != 2 {
		t.Errorf("the lead is offered %d clearances, with the empty one", n)
	}
	if got := h.post(eqiatest.Lead(), h.at(2, "clearance"), url.Values{"role": {"s151"}, "state": {"cleared"}}).Status; got != http.StatusForbidden {
		t.Errorf("the lead clearing for the section 151 officer answers %d", got)
	}
}

func TestANewVersionOfAReportTakesItsPlaceAtMeetingsToComeAndIsCompared(t *testing.T) {
	h := open(t)
	clerk := eqiatest.Clerk()
	h.reported(2, "1. Agree it")
	ref := h.item(2).Appearance.Report.Reference
	asked := h.get(clerk, "/reports/"+ref+"/revise")
	if !asked.Find("input[name=at]").Is("[checked]") {
		t.Error("the meeting to come is not ticked")
	}
	h.submit(clerk, asked, "Add the version", url.Values{"recommendations": {"1. Agree it\n2. Review it in a year"}, "equality": {"See Appendix 3."},
		"appendices": {"Appendix 3: equality impact assessment"}, "at": {string(h.item(2).Appearance.ID)}})
	if v := h.item(2).Appearance.Version; v.No != 2 || len(v.Recommendations) != 2 || v.EqualityText != "See Appendix 3." || len(v.Appendices) != 1 {
		t.Errorf("at the meeting is version %+v", v)
	}
	changed := h.get(clerk, "/reports/"+ref+"/compare?from=1&to=2")
	if got := words(changed.Find("ins").Text()); !strings.Contains(got, "Review it in a year") {
		t.Errorf("added is %q", got)
	}
	if got := h.get(clerk, "/reports/"+ref+"/compare?from=1&to=9").Status; got != http.StatusNotFound {
		t.Errorf("a version that is not there answers %d", got)
	}
	edited := h.submit(clerk, h.get(clerk, "/reports/"+ref+"/edit"), "Save", url.Values{"title": {"Parking charges"}, "access": {"open"}, "key": {"yes"},
		"key_limb": {"two_wards"}, "wards": {"North\n\nSouth"}})
	if edited.Status != http.StatusSeeOther {
		t.Fatalf("saving the report answers %d", edited.Status)
	}
	h.get(clerk, "/reports/"+ref).says(t, "Yes: its effect on two or more wards")
	h.get(clerk, "/reports/"+ref).says(t, "North and South")
}

func TestWhatIsOverKeepsItsVersionOfTheReport(t *testing.T) {
	h := open(t)
	clerk := eqiatest.Clerk()
	h.reported(2, "1. Agree it")
	m, err := h.c.Meeting(t.Context(), clerk, h.meeting)
	h.ok(err)
	m.Status = committee.Held
	h.ok(h.c.EditMeeting(t.Context(), clerk, m))
	at := h.item(2).Appearance
	got := h.post(clerk, "/reports/"+at.Report.Reference+"/revise", url.Values{"at": {string(at.ID)}})
	if got.Status != http.StatusUnprocessableEntity || h.item(2).Appearance.Version.No != 1 {
		t.Errorf("it answers %d", got.Status)
	}
}

func TestAnAssessmentThatNamesTheMeetingIsPutWithAnItem(t *testing.T) {
	h := open(t)
	ctx, clerk := t.Context(), eqiatest.Clerk()
	h.reported(2, "")
	ref := h.written("")
	c, err := h.Open(ctx, eqiatest.Author(), ref)
	h.ok(err)
	c.Content.Answers[form.QuestionDecisionMaker] = eqia.Answer{Text: "Cabinet"}
	c.Content.Answers[form.QuestionDecisionDate] = eqia.Answer{Day: h.item(2).Meeting.Day()}
	h.ok(eqiatest.Write(ctx, h.Service, eqiatest.Author(), ref, c.Content))
	m := h.get(clerk, h.path())
	m.says(t, "Its author named this committee and this day.")
	h.submit(clerk, m, "Note it there", url.Values{"item": {string(h.item(2).ID)}})
	after := h.get(clerk, h.path())
	after.neverSays(t, "Assessments that name this meeting")
	if !strings.Contains(after.row(2), ref) {
		t.Errorf("the row says %q", after.row(2))
	}
	if got := h.post(clerk, h.path()+"/named", url.Values{"item": {"nonsense"}, "reference": {ref}}).Status; got != http.StatusNotFound {
		t.Errorf("an item that is not there answers %d", got)
	}
}

func TestAnItemKeepsItsPagesAndTheParagraphsThatCloseIt(t *testing.T) {
	h := open(t)
	clerk := eqiatest.Clerk()
	filled := url.Values{"title": {"Staff changes"}, "kind": {"report"}, "access": {"fully_exempt"}, "paragraphs": {"1", "4"}, "page_from": {"31"}, "page_to": {"12"}}
	h.submit(clerk, h.get(clerk, h.at(4, "edit")), "Save", filled).wants(t, "Enter the first and the last page, the first one first")
	filled.Set("page_to", "40")
	h.submit(clerk, h.get(clerk, h.at(4, "edit")), "Save", filled)
	if i := h.item(4); i.PageFrom != 31 || i.PageTo != 40 || strings.Join(i.Paragraphs, " ") != "1 4" {
		t.Errorf("the item has pages %d to %d and paragraphs %v", i.PageFrom, i.PageTo, i.Paragraphs)
	}
	h.get(clerk, h.at(4, "check")).says(t, "31 to 40")
}
