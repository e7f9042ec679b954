package committee

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
)

// sheetSource is what rows that came in a CSV file name as their source, where the file does not name them itself.
const sheetSource = "csv"

// The sorts of CSV file that meetings and agendas come in.
var (
	meetingsFile = sheetFile{needed: []string{"committee", "date"}, columns: itself("committee", "date", "time", "venue", "status", "source_id")}
	agendaFile   = sheetFile{needed: []string{"meeting_ref", "title"},
		columns: itself("meeting_ref", "number", "title", "kind", "access", "page_from", "page_to", "report_ref", "source_id")}
)

// itself is columns that have one name.
func itself(names ...string) map[string][]string {
	out := map[string][]string{}
	for _, name := range names {
		out[name] = []string{name}
	}
	return out
}

// readFile reads a file of meetings or of agenda items, however it is written: CSV, or what the committee system gives out.
func (s *Service) readFile(raw []byte) (ReadMeetings, error) {
	start := bytes.TrimSpace(bytes.TrimPrefix(raw, []byte(byteMark)))
	if bytes.HasPrefix(start, []byte("<")) || bytes.HasPrefix(start, []byte("{")) {
		return s.ReadMeetings(raw)
	}
	if IsAgenda(raw) {
		return readAgenda(bytes.NewReader(raw))
	}
	return readMeetings(bytes.NewReader(raw))
}

// IsAgenda reports whether a file is a CSV file of agenda items: those alone say which meeting each row belongs to.
func IsAgenda(raw []byte) bool {
	header, err := csv.NewReader(withoutMark(bytes.NewReader(raw))).Read()
	return err == nil && slices.ContainsFunc(header, func(h string) bool { return columnName(h) == "meeting_ref" })
}

func readMeetings(in io.Reader) (ReadMeetings, error) {
	out := ReadMeetings{Source: sheetSource}
	seen := map[string]int{}
	bad, err := meetingsFile.read(in, func(no int, cells map[string]string) BadCell {
		m, wrong := meetingOf(cells)
		if first := seen[m.SourceID]; wrong.Says == "" && first > 0 {
			wrong = BadCell{Column: "source_id", Says: fmt.Sprintf("The same meeting is in row %d. Give meetings of one committee on one day a source_id each", first)}
		}
		if wrong.Says == "" {
			m.Row, seen[m.SourceID] = no, no
			out.Meetings = append(out.Meetings, m)
		}
		return wrong
	})
	out.Errors, out.Rows = bad, len(bad)+len(out.Meetings)
	return out, err
}

const dateExample = "Write the date with its year in full, for example 2027-09-10, 10/09/2027 or 10 Sep 2027"

func meetingOf(cells map[string]string) (ReadMeeting, BadCell) {
	m := ReadMeeting{SourceID: line(cells["source_id"]), Committee: line(cells["committee"]), Venue: cells["venue"], Unsaid: unsaid(cells, "venue", "status")}
	day, ok := dayAs(cells["date"])
	switch {
	case m.Committee == "":
		return m, BadCell{Column: "committee", Says: "Enter the name of the committee"}
	case !ok || day == "":
		return m, BadCell{Column: "date", Says: dateExample}
	}
	m.StartsAt = day.Time()
	if clock, ok := ReadClock(cells["time"]); ok {
		m.StartsAt = InLondon(day, clock)
	} else if cells["time"] != "" {
		return m, BadCell{Column: "time", Says: "Write the time, for example 10:00 or 6.30pm"}
	}
	if m.Status, ok = oneOf(cells["status"], Statuses(), Status.Label); !ok {
		return m, BadCell{Column: "status", Says: "Write provisional, confirmed, rescheduled, cancelled or held"}
	}
	if m.Loose = m.SourceID == ""; m.Loose {
		m.SourceID = plainly(m.Committee) + "|" + string(day)
	}
	return m, BadCell{}
}

func readAgenda(in io.Reader) (ReadMeetings, error) {
	out := ReadMeetings{Source: sheetSource}
	at, seen, rows := map[string]int{}, map[string]int{}, 0
	bad, err := agendaFile.read(in, func(no int, cells map[string]string) BadCell {
		i, wrong := itemOf(cells)
		if wrong.Says != "" {
			return wrong
		}
		if first := seen[i.SourceID]; first > 0 {
			return BadCell{Column: "source_id", Says: fmt.Sprintf("The same item is in row %d. Give items with one title a source_id each", first)}
		}
		ref := line(cells["meeting_ref"])
		n, known := at[plainly(ref)]
		if !known {
			n, at[plainly(ref)] = len(out.Meetings), len(out.Meetings)
			out.Meetings = append(out.Meetings, agendaOf(ref))
		}
		i.Row, seen[i.SourceID], rows = no, no, rows+1
		out.Meetings[n].Items = append(out.Meetings[n].Items, i)
		return BadCell{}
	})
	out.Errors, out.Rows = bad, len(bad)+rows
	return out, err
}

// agendaOf is the agenda of the meeting that a reference names: by what its source calls it, by its identifier here, or by committee and day.
func agendaOf(ref string) ReadMeeting {
	by := visit(strings.Fields(ref))
	m := ReadMeeting{SourceID: ref, Committee: by.Body, Full: true, AgendaAlone: true, Loose: true}
	if by.On != "" {
		m.StartsAt = by.On.Time()
	}
	return m
}

func itemOf(cells map[string]string) (ReadItem, BadCell) {
	i := ReadItem{SourceID: line(cells["source_id"]), Number: cells["number"], Title: line(cells["title"]), Report: strings.ToUpper(line(cells["report_ref"])),
		Unsaid: unsaid(cells, "number", "kind", "access")}
	ref := line(cells["meeting_ref"])
	var ok, first, last bool
	i.From, first = pageNumber(line(cells["page_from"]))
	i.To, last = pageNumber(line(cells["page_to"]))
	if i.Kind, ok = oneOf(cells["kind"], ItemKinds(), ItemKind.Label); !ok {
		return i, BadCell{Column: "kind", Says: "Write report, motion, urgent, minutes, procedural, exempt_motion or heading"}
	}
	if i.Access, ok = accessAs(cells["access"]); !ok {
		return i, BadCell{Column: "access", Says: "Write open, part_exempt, fully_exempt or confidential"}
	}
	i.Kind = cmp.Or(i.Kind, KindOf(i.Title))
	switch {
	case ref == "":
		return i, BadCell{Column: "meeting_ref", Says: "Enter which meeting it is, for example Cabinet 2027-09-10"}
	case i.Title == "":
		return i, BadCell{Column: "title", Says: "Enter the title of the agenda item"}
	case !first:
		return i, BadCell{Column: "page_from", Says: "Write a page of the pack as a number"}
	case !last:
		return i, BadCell{Column: "page_to", Says: "Write a page of the pack as a number"}
	}
	if _, err := ParseReportReference(i.Report); i.Report != "" && err != nil {
		return i, BadCell{Column: "report_ref", Says: "Write the reference of a report, for example R-2027-0001"}
	}
	if i.Loose = i.SourceID == ""; i.Loose {
		i.SourceID = plainly(ref) + "|" + plainly(i.Title)
	}
	return i, BadCell{}
}

// unsaid is which of these cells say nothing, so that what is kept stays as it is.
func unsaid(cells map[string]string, names ...string) []string {
	return slices.DeleteFunc(names, func(name string) bool { return cells[name] != "" })
}

// oneOf reads one of a closed list, by its name or its label; nothing is allowed.
func oneOf[T ~string](text string, list []T, label func(T) string) (T, bool) {
	word := strings.ReplaceAll(plainly(text), " ", "_")
	for _, one := range list {
		if string(one) == word || plainly(label(one)) == plainly(text) {
			return one, true
		}
	}
	return "", text == ""
}

// mostPages is how many pages a pack can have.
const mostPages = 100_000

// pageNumber reads a page of the pack; nothing is allowed.
func pageNumber(text string) (string, bool) {
	n, err := strconv.Atoi(text)
	if text == "" || err != nil || n < 1 || n > mostPages {
		return "", text == ""
	}
	return strconv.Itoa(n), true
}

// day is the day that the source names; empty when it names none.
func (r ReadMeeting) day() eqia.Day {
	if r.StartsAt.IsZero() {
		return ""
	}
	return eqia.DayOf(r.StartsAt)
}
