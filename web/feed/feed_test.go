package feed_test

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-ical"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/feed"
)

var changed = time.Date(2026, 6, 1, 8, 30, 0, 0, time.UTC)

// meeting is at ten in the morning in London, in summer.
func meeting() committee.Entry {
	return committee.Entry{UID: "meeting-1", What: "Cabinet", Starts: time.Date(2026, 7, 23, 9, 0, 0, 0, time.UTC), Place: "Council chamber", Meeting: "1",
		Changed: changed}
}

func written(t *testing.T, entries ...committee.Entry) string {
	t.Helper()
	out, err := feed.Calendar{Name: "Meetings", Site: "https://eqia.example", Page: func(id committee.MeetingID) string { return "/council-meetings/" + string(id) },
		Entries: entries}.Write()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// strict lists what is wrong with a calendar by RFC 5545, as far as it can be told from its lines.
func strict(text string) []string {
	var wrong []string
	if !strings.HasSuffix(text, "\r\n") || strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") || strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\r") {
		wrong = append(wrong, "a line does not end in CR LF")
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 {
			wrong = append(wrong, fmt.Sprintf("a line has %d octets", len(line)))
		}
		if !utf8.ValidString(line) {
			wrong = append(wrong, "a character is split: "+line)
		}
	}
	unfolded := strings.Split(strings.ReplaceAll(strings.TrimSuffix(text, "\r\n"), "\r\n ", ""), "\r\n")
	return append(wrong, properties(unfolded)...)
}

// needs says which properties a component must have once.
var needs = map[string][]string{"VCALENDAR": {"VERSION", "PRODID"}, "VEVENT": {"UID", "DTSTAMP", "DTSTART", "SEQUENCE", "STATUS", "SUMMARY"},
	"VTIMEZONE": {"TZID"}, "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"}, "DAYLIGHT": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"}}

var shapes = map[string]*regexp.Regexp{
	"DTSTAMP": regexp.MustCompile(`^DTSTAMP:\d{8}T\d{6}Z$`),
	"DTSTART": regexp.MustCompile(`^DTSTART(;VALUE=DATE:\d{8}|;TZID=Europe/London:\d{8}T\d{6}|:\d{8}T\d{6})$`),
	"STATUS":  regexp.MustCompile(`^STATUS:(CONFIRMED|CANCELLED)$`),
	"SUMMARY": regexp.MustCompile(`^SUMMARY:([^\\,;]|\\[\\,;nN])*$`),
	"UID":     regexp.MustCompile(`^UID:[A-Za-z0-9-]+@[a-z.]+$`),
}

func properties(lines []string) []string {
	var wrong, open []string
	var has []map[string]int
	uids := map[string]bool{}
	for _, line := range lines {
		name, _, ok := strings.Cut(strings.SplitN(line, ":", 2)[0], ";")
		_ = ok
		_, value, found := strings.Cut(line, ":")
		if !found {
			wrong = append(wrong, "no property: "+line)
			continue
		}
		switch name {
		case "BEGIN":
			open, has = append(open, value), append(has, map[string]int{})
			continue
		case "END":
			last := len(open) - 1
			if last < 0 || open[last] != value {
				return append(wrong, "parts that end where they did not begin")
			}
			for _, need := range needs[value] {
				if has[last][need] != 1 {
					wrong = append(wrong, fmt.Sprintf("%s has %s %d times", value, need, has[last][need]))
				}
			}
			open, has = open[:last], has[:last]
			continue
		}
		has[len(has)-1][name]++
		if shape := shapes[name]; shape != nil && !shape.MatchString(line) {
			wrong = append(wrong, "not as it should be: "+line)
		}
		if name == "UID" {
			if uids[value] {
				wrong = append(wrong, "twice: "+value)
			}
			uids[value] = true
		}
	}
	if !slices.Contains(lines, "BEGIN:VTIMEZONE") || !slices.Contains(lines, "TZID:Europe/London") {
		wrong = append(wrong, "the time zone is not explained")
	}
	return wrong
}

// events reads a calendar by another library than the one that wrote it.
func events(t *testing.T, text string) []ical.Event {
	t.Helper()
	cal, err := ical.NewDecoder(strings.NewReader(text)).Decode()
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return cal.Events()
}

func TestACalendarKeepsToTheStandardWhateverIsInIt(t *testing.T) {
	for name, what := range map[string]string{
		"a committee":                  "Cabinet",
		"commas and semicolons":        `Place, Health; and a \ with Homes`,
		"line ends":                    "Cabinet\r\nSTATUS:CANCELLED\nBEGIN:VEVENT",
		"a long name":                  strings.Repeat("Overview committee for a very long name ", 8),
		"a long word":                  strings.Repeat("Llanfairpwllgwyngyll", 20),
		"letters of two to four bytes": strings.Repeat("Pwyllgor trosolwg ’n Gŵyl 🏛 é ", 12),
		"no spaces, three bytes each":  strings.Repeat("’", 200),
		"empty":                        "",
	} {
		t.Run(name, func(t *testing.T) {
			e := meeting()
			e.What, e.Place = what, what
			text := written(t, e, committee.Entry{UID: "agenda-1", What: what, Day: "2026-07-15", Changed: changed})
			if wrong := strict(text); len(wrong) > 0 {
				t.Errorf("%q in\n%s", wrong, text)
			}
			list := events(t, text)
			if len(list) != 2 {
				t.Fatalf("another reader finds %d events in\n%s", len(list), text)
			}
			got, err := list[0].Props.Text(ical.PropSummary)
			if want := eqia.Lines(what); err != nil || got != want {
				t.Errorf("another reader reads %q, %v, want %q", got, err, want)
			}
		})
	}
}

func TestAMeetingIsAtItsTimeInLondonAndADeadlineTakesAWholeDay(t *testing.T) {
	text := written(t, meeting(), committee.Entry{UID: "agenda-1", What: "Agenda must be public: Cabinet, 23 July 2026", Day: "2026-07-15", Changed: changed})
	for _, line := range []string{"DTSTART;TZID=Europe/London:20260723T100000", "DTSTART;VALUE=DATE:20260715", "DTEND;VALUE=DATE:20260716", "DTSTAMP:20260601T083000Z",
		"URL:https://eqia.example/council-meetings/1", "UID:meeting-1@eqia.example", "SEQUENCE:0", "TRANSP:TRANSPARENT"} {
		if !strings.Contains(text, line+"\r\n") {
			t.Errorf("there is no %s in\n%s", line, text)
		}
	}
	starts, err := events(t, text)[0].DateTimeStart(nil)
	if err != nil || !starts.Equal(meeting().Starts) {
		t.Errorf("another reader has it begin at %s, %v", starts, err)
	}
	winter := meeting()
	winter.Starts = time.Date(2027, 1, 19, 10, 0, 0, 0, time.UTC)
	if !strings.Contains(written(t, winter), "DTSTART;TZID=Europe/London:20270119T100000\r\n") {
		t.Error("in winter London has another time")
	}
}

func TestAMeetingThatIsCalledOffIsCancelledAndKeepsItsName(t *testing.T) {
	e := meeting()
	e.Cancelled, e.Sequence = true, 3
	text := written(t, e)
	for _, line := range []string{"STATUS:CANCELLED", "SEQUENCE:3", "UID:meeting-1@eqia.example"} {
		if !strings.Contains(text, line+"\r\n") {
			t.Errorf("there is no %s", line)
		}
	}
}

func TestTheStrictReaderSeesWhatIsWrong(t *testing.T) {
	good := written(t, meeting())
	for name, bad := range map[string]string{
		"line ends":           strings.ReplaceAll(good, "\r\n", "\n"),
		"a line too long":     strings.Replace(good, "SUMMARY:Cabinet", "SUMMARY:"+strings.Repeat("é", 40), 1),
		"no stamp":            strings.Replace(good, "DTSTAMP:20260601T083000Z\r\n", "", 1),
		"no zone":             strings.ReplaceAll(good, "VTIMEZONE", "VTODO"),
		"a bare comma":        strings.Replace(good, "SUMMARY:Cabinet", "SUMMARY:Cabinet, Monday", 1),
		"a split character":   strings.Replace(good, "SUMMARY:Cabinet", "SUMMARY:Caf\xc3\r\n \xa9", 1),
		"the same name twice": strings.Replace(good, "END:VCALENDAR", good[strings.Index(good, "BEGIN:VEVENT"):strings.Index(good, "END:VCALENDAR")]+"END:VCALENDAR", 1),
	} {
		if len(strict(bad)) == 0 {
			t.Errorf("%s: nothing is wrong with\n%s", name, bad)
		}
	}
}

func FuzzACalendarCanAlwaysBeReadBack(f *testing.F) {
	for _, seed := range []string{"Cabinet", "a,b;c\\d\ne", strings.Repeat("’", 99), "\r\n", "Gŵyl 🏛"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, what string) {
		if eqia.ValidText("name", what) != nil || !utf8.ValidString(what) {
			return // the service keeps no such text
		}
		e := meeting()
		e.What = what
		text := written(t, e)
		if wrong := strict(text); len(wrong) > 0 {
			t.Errorf("%q in\n%s", wrong, text)
		}
		if _, err := ical.NewDecoder(bytes.NewReader([]byte(text))).Decode(); err != nil {
			t.Errorf("%v in\n%s", err, text)
		}
	})
}
