package committee

import (
	"bytes"
	"strings"
	"testing"

	"dorset-eqia/eqia"
)

func TestAMeetingIsReadAsPeopleWriteIt(t *testing.T) {
	const head = "Committee,Date,time,venue,status,source_id\n"
	for _, c := range []struct{ name, row, starts, id string }{
		{"as a machine writes it", "Cabinet,2027-09-10,10:00,Hall,confirmed,77", "10 September 2027 at 10:00am", "77"},
		{"as a person writes it", "Cabinet,10/09/2027,6.30pm,,Confirmed,", "10 September 2027 at 6:30pm", "cabinet|2027-09-10"},
		{"with the month in letters", "Cabinet,10 Sep 2027,,,Moved to another date,", "10 September 2027 at 12:00am", "cabinet|2027-09-10"},
		{"with marks against formulas", "'=Cabinet,2027-01-05,9am,'+1,,'-7", "5 January 2027 at 9:00am", "-7"},
	} {
		t.Run(c.name, func(t *testing.T) {
			read, err := readMeetings(strings.NewReader(byteMark + head + c.row + "\r\n"))
			if err != nil || len(read.Meetings) != 1 {
				t.Fatalf("%+v, %v", read, err)
			}
			if m := read.Meetings[0]; eqia.Moment(m.StartsAt) != c.starts || m.SourceID != c.id || strings.HasPrefix(m.Venue, "'") {
				t.Errorf("it is read as %+v", m)
			}
		})
	}
}

func TestARowThatCannotBeReadIsNamedWithItsColumn(t *testing.T) {
	const meetings, agenda = "committee,date,time,status,source_id\n", "meeting_ref,title,kind,access,page_from,report_ref\n"
	for _, c := range []struct{ name, file, column string }{
		{"a year of two digits", meetings + "Cabinet,10/09/27,,,", "date"},
		{"a day that there is not", meetings + "Cabinet,2027-02-30,,,", "date"},
		{"no day", meetings + "Cabinet,,,,", "date"},
		{"no committee", meetings + ",2027-09-10,,,", "committee"},
		{"a time that is none", meetings + "Cabinet,2027-09-10,half past nine,,", "time"},
		{"a status nobody knows", meetings + "Cabinet,2027-09-10,,likely,", "status"},
		{"too few cells", meetings + "Cabinet,2027-09-10", ""},
		{"no meeting", agenda + ",Roads,,,,", "meeting_ref"},
		{"no title", agenda + "77,,,,,", "title"},
		{"a kind nobody knows", agenda + "77,Roads,thing,,,", "kind"},
		{"an access nobody knows", agenda + "77,Roads,,secret,,", "access"},
		{"a page that is no number", agenda + "77,Roads,,,iv,", "page_from"},
		{"a report that cannot be one", agenda + "77,Roads,,,,Roads", "report_ref"},
	} {
		t.Run(c.name, func(t *testing.T) {
			read, err := (&Service{}).readFile([]byte(c.file))
			if err != nil || len(read.Meetings) > 0 || read.Rows != 1 || len(read.Errors) != 1 {
				t.Fatalf("%+v, %v", read, err)
			}
			if bad := read.Errors[0]; bad.Row != 1 || bad.Column != c.column || bad.Says == "" {
				t.Errorf("it says %+v", bad)
			}
		})
	}
}

func TestTheSameRowTwiceIsRefused(t *testing.T) {
	for file, column := range map[string]string{
		"committee,date\nCabinet,2027-09-10\ncabinet,10/09/2027\n":                            "source_id",
		"meeting_ref,title,source_id\n77,Roads,1\n77,Bridges,1\n":                             "source_id",
		"meeting_ref,title\nCabinet 2027-09-10,Roads\ncabinet 2027-09-10,roads\n":             "source_id",
		"meeting_ref,title\nCabinet 2027-09-10,Roads\nCabinet 2027-09-10,\"Roads\nand on\"\n": "",
	} {
		read, err := (&Service{}).readFile([]byte(file))
		if err != nil || column == "" && len(read.Errors) > 0 {
			t.Errorf("%q: %+v, %v", file, read.Errors, err)
		}
		if column != "" && (len(read.Errors) != 1 || read.Errors[0].Row != 2 || read.Errors[0].Column != column) {
			t.Errorf("%q: %+v", file, read.Errors)
		}
	}
	for _, file := range []string{"date,venue\n", "meeting_ref,number\n", "committee,date\n\"Cabinet", ""} {
		if _, err := (&Service{}).readFile([]byte(file)); err == nil {
			t.Errorf("%q is read", file)
		}
	}
}

// saysEnough fails unless what was read of a meeting can be placed.
func saysEnough(t *testing.T, m ReadMeeting) {
	t.Helper()
	if m.SourceID == "" || !m.AgendaAlone && (m.Committee == "" || m.day() == "") {
		t.Errorf("a meeting that says too little: %+v", m)
	}
	for _, i := range m.Items {
		if i.Title == "" || i.SourceID == "" || !i.Kind.Valid() || !i.Access.Valid() {
			t.Errorf("an item that says too little: %+v", i)
		}
	}
}

func FuzzReadFile(f *testing.F) {
	f.Add([]byte("committee,date,time,venue,status,source_id\nCabinet,10 Sep 2027,6.30pm,Hall,held,7\n"))
	f.Add([]byte(byteMark + "meeting_ref,number,title,kind,access,page_from,page_to,report_ref,source_id\n\"Cabinet 10/09/2027\",7,Roads,report,part,3,9,r-2027-0001,\n"))
	f.Add([]byte("meeting_ref,title\n'=1,'=2\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if start := bytes.TrimSpace(raw); bytes.HasPrefix(start, []byte("<")) || bytes.HasPrefix(start, []byte("{")) || bytes.HasPrefix(start, []byte(byteMark)) {
			return // the committee system's own, which have a test of theirs
		}
		read, err := (&Service{}).readFile(raw)
		if err != nil {
			return
		}
		rows := len(read.Errors)
		for _, m := range read.Meetings {
			saysEnough(t, m)
			rows += max(1, len(m.Items))
		}
		if rows != read.Rows {
			t.Errorf("%d rows are read of %d", rows, read.Rows)
		}
		for _, b := range read.Errors {
			if b.Row < 1 || b.Says == "" {
				t.Errorf("an error without words: %+v", b)
			}
		}
	})
}
