package plan_test

import (
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
)

// sample is the committee system's file kept beside its reader, of a meeting on 23 July 2027.
func sample(t *testing.T) string {
	t.Helper()
	raw, err := os.ReadFile("../../eqia/moderngov/testdata/meeting.xml")
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// fetched brings a file of meetings to where it waits.
func (d *desk) fetched(xml string) answer {
	d.t.Helper()
	at := d.upload(eqiatest.Clerk(), "/imports/meetings", []byte(xml), url.Values{"once": {eqiatest.NewID()}})
	if at.Status != http.StatusSeeOther {
		d.t.Fatalf("bringing it gave %d: %s", at.Status, at.main())
	}
	return d.get(eqiatest.Clerk(), at.Location)
}

// meeting is the only meeting to come, with its items.
func (d *desk) meeting() committee.Meeting {
	d.t.Helper()
	list, err := d.c.Meetings(d.t.Context(), eqiatest.Clerk(), committee.MeetingList{Page: eqia.Page{Size: 10}})
	d.ok(err)
	if len(list) != 1 {
		d.t.Fatalf("there are %d meetings", len(list))
	}
	return list[0]
}

func peopleAndPlaces(d *desk) {
	d.t.Helper()
	_, err := d.c.AddCommittee(d.t.Context(), eqiatest.Clerk(), committee.Committee{Name: "People & Places Committee", Kind: committee.Overview, Regime: committee.LGA1972}, "")
	d.ok(err)
}

func TestAMeetingIsBroughtInOnceWithItsAgenda(t *testing.T) {
	d := open(t)
	d.fetched(sample(t)).says(t, "Meeting 9001: there is no committee called “People & Places Committee” here. Add it first")
	peopleAndPlaces(d)
	trial := d.fetched(sample(t))
	trial.says(t, "New meetings and agenda items 6", "People & Places Committee, 23 July 2027 New", "2 Fees & Charges and the Chair's report New")
	pressed := url.Values{}
	if a := d.press(eqiatest.Clerk(), trial, "Bring these in", pressed); a.Location != "/meetings" {
		t.Fatalf("applying it gave %d", a.Status)
	}
	if a := d.post(eqiatest.Clerk(), trial.Find("main form").AttrOr("action", ""), pressed); a.Location != "/meetings" {
		t.Errorf("pressed twice it gave %d", a.Status)
	}
	m := d.meeting()
	if len(m.Items) != 5 || m.Status != committee.Confirmed || m.SourceID != "9001" || m.Items[1].Access != committee.PartExempt || m.Items[4].Access != committee.FullyExempt {
		t.Errorf("kept is %+v", m)
	}
	again := d.fetched(sample(t))
	again.says(t, "Unchanged 6", "Finish: nothing changes")
	d.press(eqiatest.Clerk(), again, "Finish", url.Values{})
	shorter := sample(t)
	from, to := strings.Index(shorter, "<agendaitem><agendaitemid>4<"), strings.Index(shorter, "<agendaitem><agendaitemid>5<")
	gone := d.fetched(shorter[:from] + shorter[to:])
	gone.says(t, "Not on the agenda any more", "3 Budget round")
	d.press(eqiatest.Clerk(), gone, "Finish", url.Values{})
	if n := len(d.meeting().Items); n != 5 {
		t.Errorf("%d items are left", n)
	}
}

func TestWhatAClerkChangedInAMeetingStaysUnlessTheyTakeTheSystemsWord(t *testing.T) {
	d := open(t)
	ctx, clerk := t.Context(), eqiatest.Clerk()
	peopleAndPlaces(d)
	d.press(clerk, d.fetched(sample(t)), "Bring these in", url.Values{})
	m := d.meeting()
	m.Venue = "Village hall"
	d.ok(d.c.EditMeeting(ctx, clerk, m))
	item := m.Items[2]
	item.Title = "Budget round, revised"
	d.ok(d.c.EditItem(ctx, clerk, item))
	moved := strings.NewReplacer("Council Chamber, County Hall", "Library", "10:00 am", "2:30 pm", "&amp;lt;p&amp;gt;Budget&amp;lt;br /&amp;gt;round&amp;lt;/p&amp;gt;", "Budget rounds").Replace(sample(t))
	trial := d.fetched(moved)
	trial.says(t, "Changed 2", "Venue from “Village hall” to “Library”", "It was changed here, so it stays.", "Date and time from “23 July 2027 at 10:00am” to “23 July 2027 at 2:30pm”")
	boxes := trial.Find("input[name=take]")
	if boxes.Length() != 2 {
		t.Fatalf("%d fields are held back", boxes.Length())
	}
	d.press(clerk, trial, "Bring these in", url.Values{"take": {"agenda_item|4|title"}})
	m = d.meeting()
	if m.Venue != "Village hall" || m.StartsAt.Format("15:04") != "13:30" || m.Items[2].Title != "Budget rounds" {
		t.Errorf("kept is %s at %s, %q", m.Venue, m.StartsAt, m.Items[2].Title)
	}
}

func TestAMeetingThatWasTypedIsRecognised(t *testing.T) {
	d := open(t)
	ctx, clerk := t.Context(), eqiatest.Clerk()
	peopleAndPlaces(d)
	list, err := d.c.Committees(ctx, clerk)
	d.ok(err)
	id, err := d.c.AddMeeting(ctx, clerk, committee.Meeting{Committee: list[0], Status: committee.Provisional, StartsAt: eqia.Day("2027-07-23").Time()}, "")
	d.ok(err)
	d.ok(d.c.AddItems(ctx, clerk, committee.AgendaCommand{Meeting: id, Items: committee.ParseAgenda("1. Apologies\n9. Our own item")}))
	d.press(clerk, d.fetched(sample(t)), "Bring these in", url.Values{})
	m := d.meeting()
	if m.ID != id || len(m.Items) != 6 || m.Status != committee.Provisional {
		t.Errorf("kept is %+v", m)
	}
	d.fetched(sample(t)).neverSays(t, "Our own item")
}

func TestTheConnectionToTheCommitteeSystemIsShown(t *testing.T) {
	d := open(t)
	d.get(eqiatest.Lead(), "/imports").says(t, "No file waits for anyone.", "No committee system is asked for its meetings.")
	_, err := d.c.KeepFetch(t.Context(), []byte("<html></html>"), d.Now(), nil)
	d.ok(err)
	page := d.get(eqiatest.Lead(), "/imports")
	page.says(t, "2 November 2026 at 9:00am Failed 0 this is a web page, perhaps the sign-in page of the committee system, and not its data")
}

func TestAListOfMeetingsIsBroughtIn(t *testing.T) {
	d := open(t)
	peopleAndPlaces(d)
	list := "<getmeetingsbydate><meetings>"
	for _, m := range [][3]string{{"1", "01/07/2027", "Confirmed"}, {"2", "05/08/2027", "Cancelled; no business"}, {"3", "soon", ""}} {
		list += "<meeting><meetingid>" + m[0] + "</meetingid><meetingdate>" + m[1] + "</meetingdate><meetingstatus>" + m[2] + "</meetingstatus><committeetitle>People &amp;amp; Places Committee</committeetitle></meeting>"
	}
	trial := d.fetched(list + "</meetings></getmeetingsbydate>")
	trial.says(t, "New meetings and agenda items 2", "\"soon\" is not a date")
	d.press(eqiatest.Clerk(), trial, "Bring these in", url.Values{})
	kept, err := d.c.Meetings(t.Context(), eqiatest.Clerk(), committee.MeetingList{Page: eqia.Page{Size: 10}})
	d.ok(err)
	if len(kept) != 2 || kept[1].Status != committee.Cancelled {
		t.Errorf("kept are %+v", kept)
	}
	d.fetched("<getmeetingsbydate><meetings></meetings></getmeetingsbydate>").says(t, "That does not mean that there is none")
	bad := d.upload(eqiatest.Clerk(), "/imports/meetings", []byte("<!DOCTYPE html><html><body>Sign in</body></html>"), url.Values{})
	if bad.Status != http.StatusUnprocessableEntity || !strings.Contains(bad.Find("#file-error").Text(), "this is a web page") {
		t.Errorf("a sign-in page: %d", bad.Status)
	}
}

// agendaRows is a file of agenda items for the meeting on 23 July 2027.
const agendaRows = "meeting_ref,number,title,kind,access,page_from,page_to,report_ref\n" +
	"People & Places Committee 23/07/2027,1,Apologies,,,,,\n" +
	"People & Places Committee 23/07/2027,2,Bus fares,report,open,3,20,%s\n" +
	"People & Places Committee 23/07/2027,3,Depot lease,report,full,,,\n"

func TestMeetingsAndTheirAgendasAreBroughtInFromSheets(t *testing.T) {
	d := open(t)
	ctx, clerk := t.Context(), eqiatest.Clerk()
	peopleAndPlaces(d)
	report, err := d.c.AddReport(ctx, clerk, committee.ReportCommand{Report: committee.Report{Title: "Bus fares", Access: committee.Open}})
	d.ok(err)
	meetings := "committee,date,time,venue,status\nPeople & Places Committee,23/07/2027,10:00,Town hall,confirmed\nNobody’s committee,2027-07-24,,,\nPeople & Places Committee,1/2/27,,,\n"
	trial := d.fetched(meetings)
	trial.says(t, "New meetings and agenda items 1", "Cannot be read or placed 2", "Row 2, committee There is no committee called “Nobody’s committee” here. Add it first",
		"Row 3, date Write the date with its year in full")
	d.press(clerk, trial, "Bring these in", url.Values{})
	rows := fmt.Sprintf(agendaRows, report)
	d.press(clerk, d.fetched(rows), "Bring these in", url.Values{})
	m := d.meeting()
	if len(m.Items) != 3 || m.Venue != "Town hall" || m.Items[0].Kind != committee.Procedural || m.Items[2].Access != committee.FullyExempt {
		t.Fatalf("kept is %+v", m)
	}
	if i := m.Items[1]; i.Appearance == nil || i.Appearance.Report.Reference != report || i.PageFrom != 3 || i.PageTo != 20 {
		t.Errorf("the report's item is %+v", i)
	}
	d.fetched(meetings).says(t, "Unchanged 1", "Finish: nothing changes")
	again := d.fetched(rows)
	again.says(t, "New meetings and agenda items 0", "Changed 0", "Unchanged 3", "Finish: nothing changes")
}

func TestAnAgendaFileSaysWhatItCannotPlace(t *testing.T) {
	d := open(t)
	ctx, clerk := t.Context(), eqiatest.Clerk()
	peopleAndPlaces(d)
	d.fetched(fmt.Sprintf(agendaRows, "")).says(t, "Cannot be read or placed 3", "Row 1, meeting_ref There is no meeting “People & Places Committee 23/07/2027” here.")
	d.press(clerk, d.fetched(sample(t)), "Bring these in", url.Values{})
	one, err := d.c.AddReport(ctx, clerk, committee.ReportCommand{Report: committee.Report{Title: "One", Access: committee.Open}})
	d.ok(err)
	other, err := d.c.AddReport(ctx, clerk, committee.ReportCommand{Report: committee.Report{Title: "Other", Access: committee.Open}})
	d.ok(err)
	row := func(report, kind string) answer {
		return d.fetched("meeting_ref,title,report_ref,kind\n9001,Bus fares," + report + "," + kind + "\n")
	}
	row("R-2099-0001", "").says(t, "Row 1, report_ref There is no report R-2099-0001 here.")
	row(one, "procedural").says(t, "Row 1, kind Only a report, a motion or an urgent item has a report.")
	row("", "urgent").says(t, "Row 1, kind Enter why the chairman agreed that the item is urgent")
	d.press(clerk, row(one, ""), "Bring these in", url.Values{})
	row(other, "").says(t, "Row 1, report_ref This item has report "+one+" already. Take it off the item first")
	if a := d.meeting().Items[5].Appearance; a == nil || a.Report.Reference != one {
		t.Errorf("the item has %+v", a)
	}
	named := d.fetched("meeting_ref,number,title\n" + string(d.meeting().ID) + ",6a,Bus fares\n")
	named.says(t, "Changed 1", "Number from “nothing” to “6a”")
}

func TestAnExemptPartIsOfferedAndNeverTakenForGranted(t *testing.T) {
	for _, joined := range []bool{false, true} {
		d := open(t)
		peopleAndPlaces(d)
		trial := d.fetched(sample(t))
		box := trial.Find("input[name=twin]")
		if box.Length() != 1 || box.Is("[checked]") || !strings.Contains(words(trial.Find("main").Text()), "It is the exempt part of: Item 3 Budget round") {
			t.Fatalf("%d boxes are offered", box.Length())
		}
		pressed := url.Values{}
		if joined {
			pressed.Set("twin", box.AttrOr("value", ""))
		}
		d.press(eqiatest.Clerk(), trial, "Bring these in", pressed)
		if m := d.meeting(); (m.Items[3].TwinOf == m.Items[2].ID) != joined || m.Items[3].TwinOf != "" && !joined {
			t.Errorf("joined %t: the part is %+v", joined, m.Items[3])
		}
	}
}
