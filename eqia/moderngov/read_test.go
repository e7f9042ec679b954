package moderngov

import (
	"os"
	"slices"
	"strings"
	"testing"

	"dorset-eqia/eqia/committee"
)

// example is the meeting kept beside the tests.
func example(t *testing.T) Meeting {
	t.Helper()
	file, err := os.Open("testdata/meeting.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	m, err := ReadMeeting(file)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestAMeetingIsReadInPlainWords(t *testing.T) {
	m := example(t)
	if m.ID != "9001" || m.Committee != "People & Places Committee" || m.Status != committee.Confirmed || m.RawStatus != "Confirmed; Rescheduled from 16 July 2027" {
		t.Errorf("got %+v", m)
	}
	if got := m.StartsAt.Format("2006-01-02 15:04 MST"); got != "2027-07-23 10:00 BST" {
		t.Errorf("it starts at %s", got)
	}
}

func TestTheItemsOfAMeetingAreReadInPlainWords(t *testing.T) {
	m := example(t)
	for i, want := range []Item{
		{Title: "Opening business", Heading: true, Access: committee.Open, Kind: committee.ReportItem},
		{Number: "1", Title: "Apologies", Access: committee.Open, Kind: committee.Procedural},
		{Number: "2", Title: "Fees & Charges and the Chair's report", Access: committee.PartExempt, Kind: committee.ReportItem},
		{Number: "3", Title: "Budget round", Access: committee.Open, Kind: committee.ReportItem},
		{Number: "4", Title: "Budget round (Exempt Category 3)", Access: committee.FullyExempt, Kind: committee.ReportItem},
		{Number: "5", Title: "A quiet title", Access: committee.FullyExempt, Kind: committee.ReportItem},
	} {
		got := m.Items[i]
		if got.Number != want.Number || got.Title != want.Title || got.Heading != want.Heading || got.Access != want.Access || got.Kind != want.Kind {
			t.Errorf("item %d is %+v, want %+v", i, got, want)
		}
	}
}

func TestThePapersOfAMeetingAreReadOnceEach(t *testing.T) {
	m := example(t)
	if docs := m.Items[2].Documents; len(docs) != 2 || docs[0].Title != "Fees & charges report" || docs[0].Access != committee.Open || docs[1].Access != committee.FullyExempt {
		t.Errorf("the papers are %+v", docs)
	}
	if docs := m.Items[3].Documents; len(docs) != 0 {
		t.Errorf("a paper is listed a second time: %+v", docs)
	}
}

func list(meetings string) string {
	return "\ufeff<getmeetingsbydate><meetingscount>9</meetingscount><meetings>" + meetings + "</meetings></getmeetingsbydate>"
}

func sat(id, date, status string) string {
	return "<meeting><meetingid>" + id + "</meetingid><meetingdate>" + date + "</meetingdate><meetingstatus>" + status + "</meetingstatus></meeting>"
}

func TestDaysNobodyAskedForAreLeftOut(t *testing.T) {
	got, err := ReadMeetings(strings.NewReader(list(sat("1", "01/07/2027", "Confirmed")+sat("2", "31/07/2027", "Provisional")+sat("3", "30/06/2027", "Confirmed")+
		sat("4", "01/08/2027", "Confirmed")+sat("5", "soon", "")+sat("", "02/07/2027", ""))), "2027-07-01", "2027-07-31")
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, m := range got.Meetings {
		ids = append(ids, m.ID)
	}
	if !slices.Equal(ids, []string{"1", "2"}) || got.LeftOut != 2 || len(got.Bad) != 2 {
		t.Errorf("got %v, %d left out, %v", ids, got.LeftOut, got.Bad)
	}
}

func TestAStatusIsReadByItsFirstWords(t *testing.T) {
	for raw, want := range map[string]committee.Status{"Confirmed": committee.Confirmed, "Confirmed; Budget Council": committee.Confirmed,
		"Confirmed; Rescheduled from 24 September 2026": committee.Confirmed, "Rescheduled to 3 October": committee.Rescheduled, "Cancelled": committee.Cancelled,
		"CANCELLED; no business": committee.Cancelled, "Provisional": committee.Provisional, "": committee.Provisional, "Occurred": committee.Held} {
		if got := statusOf(raw); got != want {
			t.Errorf("%q is %s, want %s", raw, got, want)
		}
	}
}

func TestWhatIsNotTheSystemsDataIsRefusedInWords(t *testing.T) {
	for name, c := range map[string]struct{ file, says string }{
		"a sign-in page":       {"<!DOCTYPE html><html><body><form>Sign in</form></body></html>", "web page"},
		"nothing":              {"", "empty"},
		"half a file":          {"<meeting>\n<meetingid>9", "line 2"},
		"another answer":       {"<committees></committees>", "committees"},
		"an unknown alphabet":  {`<?xml version="1.0" encoding="EBCDIC"?><meeting></meeting>`, "EBCDIC"},
		"an entity of its own": {`<!DOCTYPE m [<!ENTITY x "boom">]><meeting><meetingid>&x;</meetingid></meeting>`, "not XML"},
		"a meeting of no day":  {"<meeting><meetingid>9</meetingid></meeting>", "date"},
		"far too large":        {"<meeting>" + strings.Repeat(" ", MaxBytes), "20 MB"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := ReadMeeting(strings.NewReader(c.file)); err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("it says %v, and not %q", err, c.says)
			}
		})
	}
	many := list(strings.Repeat(sat("1", "01/07/2027", ""), MaxMeetings+1))
	if _, err := ReadMeetings(strings.NewReader(many), "", ""); err == nil {
		t.Error("too many meetings are read")
	}
}

func TestAnOlderAlphabetIsRead(t *testing.T) {
	m, err := ReadMeeting(strings.NewReader("<?xml version=\"1.0\" encoding=\"windows-1252\"?><meeting><meetingid>7</meetingid><meetingdate>01/02/2027</meetingdate><meetinglocation>Caf\xe9 \x96 Poole</meetinglocation></meeting>"))
	if err != nil || m.Venue != "Café – Poole" {
		t.Errorf("%q, %v", m.Venue, err)
	}
}

func FuzzReadMeeting(f *testing.F) {
	raw, err := os.ReadFile("testdata/meeting.xml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(raw))
	f.Add(list(sat("1", "01/07/2027", "Confirmed")))
	f.Fuzz(func(t *testing.T, file string) {
		m, err := ReadMeeting(strings.NewReader(file))
		if err == nil && (m.ID == "" || m.StartsAt.IsZero() || !m.Status.Valid()) {
			t.Errorf("a meeting that says too little: %+v", m)
		}
		l, err := ReadMeetings(strings.NewReader(file), "2027-01-01", "2027-12-31")
		if err == nil && len(l.Meetings) > MaxMeetings {
			t.Error("too many")
		}
	})
}
