package plan_test

import (
	"bytes"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
)

const small = "plan,title,key_decision,decision_maker,decision_date,lead_officer\nCabinet,Waste Strategy,yes,Cabinet,2027-01-12,Head of Waste\n" +
	"Cabinet,Library closures,yes,Cabinet,2026-11-24,\nCabinet,Soon,no,Cabinet,1/2/27,\n"

// brought brings a plan in, by the pages.
func (d *desk) brought(csv string) {
	d.t.Helper()
	at := d.upload(eqiatest.Clerk(), "/imports/plan", []byte(csv), url.Values{"once": {eqiatest.NewID()}})
	if at.Status != http.StatusSeeOther {
		d.t.Fatalf("bringing it gave %d: %s", at.Status, at.main())
	}
	if done := d.press(eqiatest.Clerk(), d.get(eqiatest.Clerk(), at.Location), "", url.Values{}); done.Status != http.StatusSeeOther {
		d.t.Fatalf("applying it gave %d", done.Status)
	}
}

// item is the address of the item with a title.
func (d *desk) item(title string) string {
	d.t.Helper()
	page, err := d.c.Plan(d.t.Context(), eqiatest.Clerk(), committee.PlanList{Size: 100})
	d.ok(err)
	for _, p := range page.Items {
		if p.Title == title {
			return "/plan/" + string(p.ID)
		}
	}
	d.t.Fatalf("there is no item %q", title)
	return ""
}

func TestAPlanIsLookedAtBeforeItIsBroughtIn(t *testing.T) {
	d := open(t)
	clerk := eqiatest.Clerk()
	form := url.Values{"once": {eqiatest.NewID()}, "edition-day": {"1"}, "edition-month": {"11"}, "edition-year": {"2026"}}
	first := d.upload(clerk, "/imports/plan", []byte(small), form)
	if again := d.upload(clerk, "/imports/plan", []byte(small), form); again.Location != first.Location || first.Status != http.StatusSeeOther {
		t.Errorf("sent twice it waits at %s and at %s", first.Location, again.Location)
	}
	trial := d.get(clerk, first.Location)
	trial.says(t, "Rows in the file 3", "New items 2", "Rows that cannot be read 1", "Row 3, decision_date Write the date with its year in full", "Waste Strategy 1 Cabinet 12 January 2027")
	if list := d.get(clerk, "/plan"); strings.Contains(list.main(), "Waste Strategy") {
		t.Error("it is kept before it is applied")
	}
	d.get(clerk, "/imports").says(t, "Forward plan or work programme", "Uploaded by "+clerk.Name)
	pressed := url.Values{}
	if done := d.press(clerk, trial, "Bring in 2 items", pressed); done.Location != "/plan" {
		t.Errorf("applying it led to %q, %d", done.Location, done.Status)
	}
	if twice := d.post(clerk, first.Location, pressed); twice.Location != "/plan" {
		t.Errorf("pressed twice it gave %d", twice.Status)
	}
	list := d.get(clerk, "/plan")
	list.says(t, "2 items.", "Library closures", "Overdue", "An assessment is probably needed", "No assessment started; it is needed by")
	second := d.upload(clerk, "/imports/plan", []byte(small), url.Values{"once": {eqiatest.NewID()}})
	same := d.get(clerk, second.Location)
	same.says(t, "New items 0", "Changed items 0", "Unchanged items 2")
	if done := d.press(clerk, same, "Do not bring it in", url.Values{}); done.Location != "/imports" {
		t.Errorf("dropping it led to %q", done.Location)
	}
	if gone := d.get(clerk, second.Location); gone.Status != http.StatusNotFound {
		t.Errorf("after it was dropped it gives %d", gone.Status)
	}
}

func TestWhatCannotBeBroughtInIsSaidBesideTheFile(t *testing.T) {
	d := open(t)
	for name, c := range map[string]struct {
		file []byte
		says string
	}{
		"nothing":       {nil, "Choose a file, or paste its text"},
		"another table": {[]byte("a,b\n1,2\n"), "there is no column plan_body or plan"},
		"far too large": {bytes.Repeat([]byte("x"), committee.MostFile+1), "The file must be smaller than 20 MB"},
		"larger still":  {bytes.Repeat([]byte("x"), committee.MostFile+2<<20), "The file must be smaller than 20 MB"},
	} {
		t.Run(name, func(t *testing.T) {
			a := d.upload(eqiatest.Clerk(), "/imports/plan", c.file, url.Values{})
			if a.Status != http.StatusUnprocessableEntity || !strings.Contains(words(a.Find("#file-error").Text()), c.says) {
				t.Errorf("it gives %d: %s", a.Status, words(a.Find("#file-error").Text()))
			}
		})
	}
	if a := d.upload(eqia.Person{}, "/imports/plan", []byte(small), url.Values{}); a.Status == http.StatusOK || a.Status == http.StatusUnprocessableEntity {
		t.Errorf("nobody brings a file: %d", a.Status)
	}
	pasted := d.post(eqiatest.Clerk(), "/imports/plan", url.Values{"text": {small}})
	if pasted.Status != http.StatusSeeOther {
		t.Errorf("pasted text gives %d: %s", pasted.Status, pasted.main())
	}
}

func TestTheRealPlanIsBroughtInWhole(t *testing.T) {
	d := open(t)
	raw, err := os.ReadFile("../../eqia/committee/testdata/forward-plan-2024.csv")
	d.ok(err)
	at := d.upload(eqiatest.Clerk(), "/imports/plan", raw, url.Values{"edition-day": {"11"}, "edition-month": {"6"}, "edition-year": {"2024"}})
	trial := d.get(eqiatest.Clerk(), at.Location)
	trial.says(t, "Rows in the file 41", "New items 41")
	if n := trial.Find("#flags tbody tr").Length(); n != 9 {
		t.Errorf("%d items are flagged, want 2 without a date and 7 past", n)
	}
	d.press(eqiatest.Clerk(), trial, "Bring in 41 items", url.Values{})
	for path, want := range map[string]string{"/plan": "2 items.", "/plan?when=earlier": "39 items.", "/plan?when=earlier&plan=Cabinet": "24 items.",
		"/plan?when=earlier&state=signed": "There are no such items.", "/plan?kind=work_programme": "There are no such items."} {
		d.get(eqiatest.Lead(), path).says(t, want)
	}
	csv := d.get(eqiatest.Lead(), "/plan/export?mark=yes")
	if !strings.HasPrefix(csv.Raw, "\ufeffplan_body,edition_published,") || strings.Count(csv.Raw, "\r\n") != 42 || csv.Header.Get("Content-Type") != "text/csv; charset=utf-8" {
		t.Errorf("the export begins %.80q", csv.Raw)
	}
	again := d.upload(eqiatest.Clerk(), "/imports/plan", []byte(csv.Raw), url.Values{})
	d.get(eqiatest.Clerk(), again.Location).says(t, "Unchanged items 41")
}

func TestAnItemSaysWhenAndWhyAndWhatBelongsToIt(t *testing.T) {
	d := open(t)
	clerk := eqiatest.Clerk()
	d.brought(small)
	report, err := d.c.AddReport(t.Context(), clerk, committee.ReportCommand{Report: committee.Report{Title: "A waste strategy for ten years", LeadOfficer: "Head of Waste",
		Access: committee.Open}})
	d.ok(err)
	path := d.item("Waste Strategy")
	page := d.get(clerk, path)
	page.says(t, "The assessment is needed by 9 December 2026", "it is a key decision", "it sets a direction (“strategy”)", "FP-04, law", "same lead officer", "1 shared rare word: waste")
	if a := d.press(clerk, page, "It is the same matter", url.Values{}); a.Location != path {
		t.Errorf("confirming led to %q, %d", a.Location, a.Status)
	}
	page = d.get(clerk, path)
	page.neverSays(t, "Could it be one of these?")
	page.says(t, report+": A waste strategy for ten years")
	wrong := d.press(clerk, page, "Link it", url.Values{"reference": {"EQIA-1999-0001"}})
	if wrong.Status != http.StatusUnprocessableEntity || wrong.Find("#reference-error").Length() != 1 {
		t.Errorf("an assessment that is not there: %d", wrong.Status)
	}
	reference, err := d.Start(t.Context(), eqiatest.Author(), eqia.StartCommand{Answers: eqiatest.FirstPage()})
	d.ok(err)
	d.press(clerk, page, "Link it", url.Values{"reference": {reference}})
	page = d.get(clerk, path)
	page.says(t, reference+": ", "Draft")
	d.press(clerk, page, "Take it off this item", url.Values{})
	d.get(clerk, path).says(t, "There is none yet.")
	d.get(eqiatest.Lead(), path).neverSays(t, "Link an assessment")
}

func TestAnAssessmentIsExpectedAtTheMeetingsOfItsReport(t *testing.T) {
	d := open(t)
	ctx, clerk := t.Context(), eqiatest.Clerk()
	d.brought(small)
	cabinet, err := d.c.AddCommittee(ctx, clerk, committee.Committee{Name: "Cabinet", Kind: committee.Cabinet, Regime: committee.Exec2012}, "")
	d.ok(err)
	meeting, err := d.c.AddMeeting(ctx, clerk, committee.Meeting{Committee: committee.Committee{ID: cabinet}, Status: committee.Confirmed, StartsAt: d.Now().AddDate(0, 0, 71)}, "")
	d.ok(err)
	d.ok(d.c.AddItems(ctx, clerk, committee.AgendaCommand{Meeting: meeting, Items: committee.ParseAgenda("7. Waste")}))
	sitting, err := d.c.Meeting(ctx, clerk, meeting)
	d.ok(err)
	report, err := d.c.AddReport(ctx, clerk, committee.ReportCommand{Report: committee.Report{Title: "Waste", Access: committee.Open}})
	d.ok(err)
	_, err = d.c.Appear(ctx, clerk, committee.AppearCommand{Item: sitting.Items[0].ID, Reference: report})
	d.ok(err)
	reference, err := d.Start(ctx, eqiatest.Author(), eqia.StartCommand{Answers: eqiatest.FirstPage()})
	d.ok(err)
	path := d.item("Waste Strategy")
	d.get(clerk, path).says(t, "same Cabinet date")
	d.post(clerk, path+"/match", url.Values{"report": {report}, "verdict": {"same"}})
	d.post(clerk, path+"/link", url.Values{"reference": {reference}})
	page := d.get(clerk, path)
	d.press(clerk, page, "Expect "+reference+" at Cabinet on 12 January 2027", url.Values{})
	d.get(clerk, path).neverSays(t, "Expect "+reference)
	now, err := d.c.Meeting(ctx, clerk, meeting)
	d.ok(err)
	if e := now.Items[0].Appearance.Expected; len(e) != 1 || e[0].Reference != reference {
		t.Errorf("expected there are %+v", e)
	}
}

func TestAClerksWordsStayUntilTheyTakeOverThePlans(t *testing.T) {
	d := open(t)
	clerk := eqiatest.Clerk()
	d.brought(small)
	path := d.item("Waste Strategy")
	edit := d.get(clerk, path+"/edit")
	filled := url.Values{"kind": {"forward_plan"}, "plan": {"Cabinet"}, "title": {"Waste Strategy"}, "key": {"yes"}, "access": {"open"}, "maker": {"Cabinet"},
		"on-day": {"12"}, "on-month": {"1"}, "on-year": {"2027"}, "lead": {"Director of Place"}, "consulted": {"Place Committee, 8 December 2026"}}
	if a := d.press(clerk, edit, "Save", filled); a.Location != path {
		t.Fatalf("saving gave %d: %s", a.Status, a.main())
	}
	d.get(clerk, path).says(t, "Director of Place", "Place Committee, 8 December 2026", "Here: Director of Place", "In the plan: Head of Waste")
	d.brought(small)
	page := d.get(clerk, path)
	page.says(t, "Here: Director of Place")
	pressed := url.Values{"field": {"lead"}}
	d.press(clerk, page, "Use what the plan says about: Lead officer", pressed)
	d.post(clerk, path+"/take-over", pressed)
	page = d.get(clerk, path)
	page.neverSays(t, "Director of Place")
	page.says(t, "Head of Waste")
	page.neverSays(t, "What the plan says differently")
	filled.Del("once")
	if a := d.post(clerk, path+"/edit", filled); a.Status != http.StatusConflict && a.Location == path {
		t.Error("a form of an earlier page is saved over what came since")
	}
}

func TestAnItemThatIsNotFilledInProperlyComesBack(t *testing.T) {
	d := open(t)
	a := d.post(eqiatest.Clerk(), "/plan/add", url.Values{"lead_email": {"nobody"}, "address": {"somewhere"}, "on-day": {"31"}, "on-month": {"2"}, "on-year": {"2027"}})
	for _, want := range []string{"Select whether it is in a forward plan or a work programme", "Enter whose plan it is", "Enter the title of the item",
		"Select whether it is a key decision", "Select who can read it", "Date of the decision must be a real date", "Enter an email address in the correct format", "Enter a web address in full"} {
		if a.Status != http.StatusUnprocessableEntity || !strings.Contains(a.main(), want) {
			t.Errorf("status %d without %q", a.Status, want)
		}
	}
	if _, ok := a.Find("details").Attr("open"); !ok {
		t.Error("what is wrong is in a closed part of the page")
	}
}

func TestOnlyClerksChangeAPlan(t *testing.T) {
	d := open(t)
	d.brought(small)
	at := d.upload(eqiatest.Clerk(), "/imports/plan", []byte(small), url.Values{})
	item := d.item("Waste Strategy")
	for _, p := range []eqia.Person{eqiatest.Author(), eqiatest.Lead(), eqiatest.MonitoringOfficer(), eqiatest.Member()} {
		for _, path := range []string{item + "/edit", item + "/take-over", item + "/match", item + "/link", item + "/unlink", item + "/expect", at.Location, at.Location + "/drop"} {
			if a := d.post(p, path, url.Values{}); a.Status != http.StatusNotFound {
				t.Errorf("%s posts to %s: %d", p.Name, path, a.Status)
			}
		}
		if a := d.get(p, at.Location); a.Status != http.StatusNotFound {
			t.Errorf("%s reads a file: %d", p.Name, a.Status)
		}
		reads := p.Holds("lead", "monitoring_officer")
		if a := d.get(p, item); (a.Status == http.StatusOK) != reads {
			t.Errorf("%s reads an item: %d", p.Name, a.Status)
		}
	}
}
