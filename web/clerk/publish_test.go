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
	"dorset-eqia/eqia/record"
)

// ready links an assessment to the second item and says why the others have none. It gives the assessment.
func (h *hall) ready() string {
	h.t.Helper()
	ctx, clerk, ref := h.t.Context(), eqiatest.Clerk(), h.signed("")
	_, err := h.c.Link(ctx, clerk, h.reported(2, "1. Agree it"), committee.LinkCommand{Reference: ref, Relation: committee.Appended, Covers: committee.CoversAll, Appendix: "Appendix 3"})
	h.ok(err)
	for n := range 2 {
		_, err := h.c.GiveReason(ctx, clerk, h.reported(n+3, ""), committee.ReasonCommand{Code: committee.ToNote, Public: "Members are asked to note it."})
		h.ok(err)
	}
	return ref
}

func TestAnAgendaIsCheckedRecordedAsPublishedAndStatedAgain(t *testing.T) {
	h := open(t)
	clerk := eqiatest.Clerk()
	h.get(clerk, h.path()+"/publish").says(t, "No equality assessment is linked to this item")
	h.submit(clerk, h.get(clerk, h.path()+"/publish"), "Record as published", url.Values{}).wants(t, "Put right what stands in the way before you record this as published")
	ref := h.ready()
	asked := h.get(clerk, h.path()+"/publish")
	asked.says(t, ref+" version 1.0")
	if n := h.get(eqiatest.Lead(), h.path()+"/publish").Find("main form").Length(); n != 0 {
		t.Error("the lead is offered the form")
	}
	future := url.Values{"date-day": {"1"}, "date-month": {"1"}, "date-year": {"2999"}, "time": {"10am"}, "source": {"The website"}}
	h.submit(clerk, asked, "Record as published", future).wants(t, "Enter a time that is not in the future")
	h.submit(clerk, asked, "Record as published", url.Values{"time": {"10am"}}).wants(t, "Enter the date, for example 27 3 2027")
	done := h.submit(clerk, asked, "Record as published", url.Values{})
	if again := h.submit(clerk, asked, "Record as published", url.Values{}); done.Status != http.StatusSeeOther || again.Location != done.Location {
		t.Fatalf("it leads to %q, and then to %q", done.Location, again.Location)
	}
	kept := h.get(eqiatest.MonitoringOfficer(), done.Location)
	for _, want := range []string{ref + " version 1.0", "Appendix 3", "This is the service’s own clock", "Nothing else was stated", "Members are only asked to note it"} {
		kept.says(t, want)
	}
	h.submit(clerk, h.get(clerk, done.Location+"/state"), "Save", url.Values{"date-day": {"1"}, "date-month": {"1"}, "date-year": {"2026"}, "time": {"9am"},
		"source": {"The server’s log"}, "why": {"It went up earlier"}})
	h.get(clerk, done.Location).says(t, "Published on 1 January 2026 at 9:00am. Source: The server’s log.")
	manifest := h.get(clerk, done.Location+"/manifest")
	m, err := h.c.Meeting(t.Context(), clerk, h.meeting)
	h.ok(err)
	if got := manifest.Find("body").Text(); record.Digest([]byte(got)) != m.Editions[0].Digest {
		t.Errorf("the manifest that is downloaded is another: %s", got)
	}
	h.submit(clerk, h.get(clerk, h.path()+"/publish"), "Record as published", url.Values{"kind": {"supplement"}}).wants(t, "Enter why there is something to publish after the agenda")
}

func TestWhatBecameOfAReportIsRecordedInTheClerksOwnWords(t *testing.T) {
	h := open(t)
	clerk, ref := eqiatest.Clerk(), h.ready()
	h.get(clerk, h.path()+"/minutes").says(t, "Not recorded yet")
	h.post(clerk, h.at(2, "outcome"), url.Values{"outcome": {"agreed"}}).wants(t, "The meeting has not begun yet. Only a report that was withdrawn or put off can be recorded before it")
	m, err := h.c.Meeting(t.Context(), clerk, h.meeting)
	h.ok(err)
	m.StartsAt = h.Now().AddDate(0, 0, -1)
	h.ok(h.c.EditMeeting(t.Context(), clerk, m))
	asked := h.get(clerk, h.at(2, "outcome"))
	if text := words(asked.Find("textarea[name=minute]").Text()); text != "" {
		t.Errorf("the minutes already say %q", text)
	}
	begun := h.get(clerk, h.at(2, "outcome")+"?words=suggested")
	clause := begun.Find("textarea[name=minute]").Text()
	if !strings.Contains(clause, "The Cabinet had before it Equality Impact Assessment "+ref+" version 1.0 (Appendix 3).") {
		t.Errorf("the suggestion is %q", clause)
	}
	h.submit(clerk, begun, "Save", url.Values{"outcome": {"agreed"}}).wants(t, "Select how members took up the assessment, or that it was not mentioned")
	h.submit(clerk, begun, "Save", url.Values{"outcome": {"agreed"}, "considered": {"noted"}, "minute": {clause}}).wants(t, "Replace the words in square brackets, or delete them")
	h.submit(clerk, begun, "Save", url.Values{"outcome": {"agreed_amended"}, "considered": {"discussed"}, "added": {"Freeze the charges"}, "origin": {"cabinet_amendment"}, "minute": {"Members discussed it."}})
	minutes := h.get(clerk, h.path()+"/minutes")
	minutes.says(t, "Agreed with changes")
	minutes.says(t, "Members discussed it")
	h.get(clerk, "/reports/"+h.item(2).Appearance.Report.Reference).says(t, "2. Freeze the charges")
}

func TestPointsAndPromisesAreRecordedAnsweredAndClosed(t *testing.T) {
	h := open(t)
	clerk := eqiatest.Clerk()
	h.ready()
	today := h.Now()
	on := func(field string) url.Values {
		return url.Values{field + "-day": {today.Format("2")}, field + "-month": {today.Format("1")}, field + "-year": {today.Format("2006")}}
	}
	asked := on("asked")
	asked.Set("councillor", "Ward member")
	asked.Set("text", "Who was asked?")
	h.submit(clerk, h.get(clerk, h.at(2, "points")), "Record the point", asked).wants(t, "Select how it was raised")
	asked.Set("channel", "meeting")
	h.submit(clerk, h.get(clerk, h.at(2, "points")), "Record the point", asked)
	id := string(h.item(2).Appearance.Challenges[0].ID)
	asked.Del("once")
	asked.Set("answer", "300 residents")
	asked.Set("led_to", "clarified")
	h.submit(clerk, h.get(clerk, h.at(2, "points/"+id)), "Save", asked)
	h.get(eqiatest.Lead(), h.at(2, "points")).says(t, "It was made clear")

	due := on("due")
	due.Set("text", "A survey")
	h.submit(clerk, h.get(clerk, h.at(2, "promises")), "Record the promise", due).wants(t, "Enter who will do it")
	due.Set("owner", "Head of Parking")
	h.submit(clerk, h.get(clerk, h.at(2, "promises")), "Record the promise", due)
	promise := h.at(2, "promises/"+string(h.item(2).Appearance.Commitments[0].ID))
	h.submit(eqiatest.Lead(), h.get(eqiatest.Lead(), promise), "Save", url.Values{}).wants(t, "Enter what was done")
	h.submit(eqiatest.Lead(), h.get(eqiatest.Lead(), promise), "Save", url.Values{"closing": {"The survey is done."}})
	h.get(clerk, h.at(2, "promises")).says(t, "The survey is done.")
}

func TestMembersAreToldOfWhatChangedAfterPublication(t *testing.T) {
	h := open(t)
	clerk, ctx := eqiatest.Clerk(), t.Context()
	h.ready()
	h.get(clerk, "/meetings/changes").says(t, "Nothing changed")
	_, err := h.c.PublishAgenda(ctx, clerk, h.meeting, committee.PublishCommand{Kind: committee.MainEdition})
	h.ok(err)
	h.ok(h.c.WithdrawLink(ctx, clerk, h.item(2).Appearance.Links[0].ID, committee.WithdrawCommand{Reason: "It is about another car park."}))
	list := h.get(clerk, "/meetings/changes")
	list.says(t, "The link to it was changed or withdrawn since")
	tell := list.Find("main a[href*='/changes/']").AttrOr("href", "")
	h.submit(clerk, h.get(clerk, tell), "Save", url.Values{"way": {"verbal"}, "date-day": {"1"}, "date-month": {"1"}, "date-year": {"2026"}}).wants(t, "Enter the time at which members were told")
	h.submit(clerk, h.get(clerk, tell), "Save", url.Values{"way": {"verbal"}, "date-day": {"1"}, "date-month": {"1"}, "date-year": {"2026"}, "time": {"10am"}, "note": {"The chairman said so."}})
	told := h.get(eqiatest.Lead(), "/meetings/changes")
	told.says(t, "Told at the meeting, and recorded in the minutes, on 1 January 2026 at 10:00am")
	told.says(t, "The chairman said so.")
	supplement := h.get(clerk, list.Find("main a[href*='kind=supplement']").AttrOr("href", ""))
	if supplement.Find("input[value=supplement][checked]").Length() != 1 {
		t.Error("the publish check does not begin with a supplement")
	}
}

func TestWhatWasPutOnAnAgendaByMistakeIsTakenOffAndAReportGetsANewVersion(t *testing.T) {
	h := open(t)
	clerk := eqiatest.Clerk()
	h.ready()
	h.submit(clerk, h.get(clerk, h.at(2, "take-off")), "Take the report off", url.Values{}).wants(t, "What was linked or recorded here is kept, so the report stays on this item")
	h.submit(clerk, h.get(clerk, h.at(2, "remove")), "Remove the item", url.Values{}).wants(t, "Take the report off this item first")
	report := h.item(2).Appearance.Report.Reference
	h.submit(clerk, h.get(clerk, "/reports/"+report+"/revise"), "Add the version", url.Values{"recommendations": {"1. Agree it\n2. Review it"}})
	h.get(clerk, "/reports/"+report).says(t, "2. Review it")
	h.ok(h.c.AddItems(t.Context(), clerk, committee.AgendaCommand{Meeting: h.meeting, Items: committee.ParseAgenda("5. Bins\n6. Bridges")}))
	h.reported(5, "")
	h.submit(clerk, h.get(clerk, h.at(5, "take-off")), "Take the report off", url.Values{})
	h.submit(clerk, h.get(clerk, h.at(6, "remove")), "Remove the item", url.Values{})
	m, err := h.c.Meeting(t.Context(), clerk, h.meeting)
	h.ok(err)
	if len(m.Items) != 5 || m.Items[4].Appearance != nil {
		t.Errorf("the agenda has %d items, the last with %+v", len(m.Items), m.Items[len(m.Items)-1].Appearance)
	}
}

func TestTheCheckJudgesTheAgendaAsItWillBeOnceItIsOut(t *testing.T) {
	h := open(t)
	clerk := eqiatest.Clerk()
	h.ready()
	const late = "The last day for 5 clear days was"
	h.get(clerk, h.path()+"/publish").neverSays(t, late)
	m, err := h.c.Meeting(t.Context(), clerk, h.meeting)
	h.ok(err)
	m.StartsAt = h.Now().AddDate(0, 0, 7)
	h.ok(h.c.EditMeeting(t.Context(), clerk, m))
	h.get(clerk, h.path()).neverSays(t, late)
	asked := h.get(clerk, h.path()+"/publish")
	asked.says(t, late)
	pressed := h.submit(clerk, asked, "Record as published", url.Values{})
	pressed.wants(t, "Put right what stands in the way before you record this as published")
	if before, after := asked.Find("#blocks ~ ul").First().Find("li").Length(), pressed.Find("#blocks ~ ul").First().Find("li").Length(); before != 1 || after != 1 {
		t.Errorf("%d things stand in the way before it is pressed and %d after", before, after)
	}
	earlier := h.Now().AddDate(0, 0, -3)
	got := h.submit(clerk, asked, "Record as published", url.Values{"date-day": {earlier.Format("2")}, "date-month": {earlier.Format("1")}, "date-year": {earlier.Format("2006")},
		"time": {"9am"}})
	got.wants(t, "Enter how you know when it was published, for example the council’s website")
	got.neverSays(t, late)
}

func TestPapersDoNotTakeASmallNumberIntoThePublicUnseen(t *testing.T) {
	h := open(t)
	ctx, clerk, ref := t.Context(), eqiatest.Clerk(), h.written("")
	c, err := h.Open(ctx, eqiatest.Author(), ref)
	h.ok(err)
	code := form.QuestionSummary
	said := eqia.Answer{Text: c.Content.Answers[code].Text + " Six deaf residents of the village use it."}
	h.ok(h.SaveAnswers(ctx, c, map[string]eqia.Answer{code: said}, map[string]int{code: c.Stamps[eqia.PartKey{Kind: eqia.AnswerPart, Key: code}].Counter}))
	h.ok(eqiatest.Sign(ctx, h.Service, ref, eqiatest.Author(), eqiatest.Lead()))
	_, err = h.c.Link(ctx, clerk, h.reported(2, "1. Agree it"), committee.LinkCommand{Reference: ref, Relation: committee.Appended, Covers: committee.CoversAll, Appendix: "Appendix 3"})
	h.ok(err)
	for n := range 2 {
		_, err := h.c.GiveReason(ctx, clerk, h.reported(n+3, ""), committee.ReasonCommand{Code: committee.ToNote, Public: "Members are asked to note it."})
		h.ok(err)
	}
	asked := h.get(clerk, h.path()+"/publish")
	asked.says(t, "Take out the number (“six")
	asked.says(t, "Read "+ref+" version 1.0")
	h.submit(clerk, asked, "Record as published", url.Values{}).wants(t, "Select that you have looked at each of these")
	if got := h.get(eqia.Person{}, "/assessments/"+ref).Status; got != http.StatusNotFound {
		t.Errorf("nobody looked, and the public gets %d", got)
	}
	if done := h.submit(clerk, asked, "Record as published", url.Values{"looked": {"yes"}}); done.Status != http.StatusSeeOther {
		t.Fatalf("having looked, it answers %d", done.Status)
	}
	if got := h.get(eqia.Person{}, "/assessments/"+ref).Status; got != http.StatusOK {
		t.Errorf("somebody looked, and the public gets %d", got)
	}
}
