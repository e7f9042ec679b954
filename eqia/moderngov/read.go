// Package moderngov reads what a ModernGov committee system gives out: saved answers of its web service, with the oddities seen on real
// systems. It turns them into the words of the committee side and changes nothing.
package moderngov

import (
	"bytes"
	"cmp"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"regexp"
	"strings"
	"time"

	"golang.org/x/text/encoding/charmap"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

// Limits of one answer: bytes, and meetings in a list.
const (
	MaxBytes    = 20 << 20
	MaxMeetings = 5000
)

// Meeting is a meeting as the system has it. ID is the system's own number.
type Meeting struct {
	ID          string
	CommitteeID string
	Committee   string
	StartsAt    time.Time // midnight in London when no time is given
	Venue       string
	Status      committee.Status
	RawStatus   string // the system's words, which may say more than the status
	Items       []Item
}

// Item is one agenda item. A heading groups those that follow it.
type Item struct {
	ID        string
	Number    string
	Title     string
	Heading   bool
	Access    committee.Access
	Kind      committee.ItemKind
	Documents []Document
}

// Document is a paper of an item. The address is a way to it, not its identity: a system may make the file afresh for each reader.
type Document struct {
	ID     string
	Title  string
	URL    string
	Access committee.Access
}

// List is the meetings of an answer that fall into the days asked for. LeftOut counts those outside, which a system may send all the same.
// No meeting at all means that nothing is known, not that there is none.
type List struct {
	Meetings []Meeting
	LeftOut  int
	Bad      []string // meetings that can't be read, and why
}

// ReadMeeting reads the answer to GetMeeting.
func ReadMeeting(in io.Reader) (Meeting, error) {
	var raw rawMeeting
	if err := decode(in, &raw, "meeting"); err != nil {
		return Meeting{}, err
	}
	return raw.meeting()
}

// ReadMeetings reads the answer to GetAllMeetingsByDate. The days are looked at again here, both included: a system may ignore those it was
// asked for.
func ReadMeetings(in io.Reader, from, to eqia.Day) (List, error) {
	var raw struct {
		XMLName  xml.Name
		Meetings []rawMeeting `xml:"meetings>meeting"`
	}
	if err := decode(in, &raw, "getmeetingsbydate"); err != nil {
		return List{}, err
	}
	if len(raw.Meetings) > MaxMeetings {
		return List{}, fmt.Errorf("there are %d meetings, more than %d: ask for fewer days", len(raw.Meetings), MaxMeetings)
	}
	var out List
	for _, r := range raw.Meetings {
		m, err := r.meeting()
		if err != nil {
			out.Bad = append(out.Bad, err.Error())
			continue
		}
		if day := eqia.DayOf(m.StartsAt); day < from || to != "" && day > to {
			out.LeftOut++
			continue
		}
		out.Meetings = append(out.Meetings, m)
	}
	return out, nil
}

// Committee is a committee as the system has it.
type Committee struct {
	ID    string
	Title string
}

// MaxCommittees is how many committees of a system are asked one by one.
const MaxCommittees = 200

// ReadCommittees reads the answer to GetCommittees: those that still meet.
func ReadCommittees(in io.Reader) ([]Committee, error) {
	var raw struct {
		Committees []struct {
			ID      string `xml:"committeeid"`
			Title   string `xml:"committeetitle"`
			Expired string `xml:"committeeexpired"`
			Deleted string `xml:"committeedeleted"`
		} `xml:"committee"`
	}
	if err := decode(in, &raw, "committees"); err != nil {
		return nil, err
	}
	var out []Committee
	for _, c := range raw.Committees {
		if id := plain(c.ID); id != "" && !yes(c.Expired) && !yes(c.Deleted) {
			out = append(out, Committee{id, plain(c.Title)})
		}
	}
	if len(out) > MaxCommittees {
		return nil, fmt.Errorf("there are %d committees, more than %d", len(out), MaxCommittees)
	}
	return out, nil
}

// Source is how imported rows name where they come from.
const Source = "moderngov"

// Read reads an answer to GetMeeting or to GetAllMeetingsByDate, or what Pack packed, whichever it is, for the committee side.
func Read(raw []byte) (committee.ReadMeetings, error) {
	if bytes.HasPrefix(raw, []byte("{")) {
		var out committee.ReadMeetings
		if err := json.Unmarshal(raw, &out); err != nil {
			return out, errors.New("the file is not XML, and not what this service fetched itself")
		}
		if len(out.Meetings) > MaxMeetings {
			return committee.ReadMeetings{}, errors.New("there are more than 5,000 meetings")
		}
		return out, nil
	}
	root, err := rootOf(bytes.TrimPrefix(raw, []byte("\ufeff")))
	if err != nil {
		return committee.ReadMeetings{}, err
	}
	if strings.EqualFold(root, "meeting") {
		m, err := ReadMeeting(bytes.NewReader(raw))
		return List{Meetings: []Meeting{m}}.read(true), err
	}
	list, err := ReadMeetings(bytes.NewReader(raw), "", "")
	return list.read(false), err
}

// Pack is what a round of questions brought as one file, which Read reads.
func Pack(read committee.ReadMeetings) ([]byte, error) { return json.Marshal(read) }

// read is a list in the words of the committee side; full when the meetings came with their agendas.
func (l List) read(full bool) committee.ReadMeetings {
	out := committee.ReadMeetings{Source: Source, LeftOut: l.LeftOut, Bad: l.Bad}
	for _, m := range l.Meetings {
		r := committee.ReadMeeting{SourceID: m.ID, Committee: m.Committee, StartsAt: m.StartsAt, Venue: m.Venue, Status: m.Status, Full: full}
		for _, i := range m.Items {
			if !i.Heading && i.Title != "" {
				r.Items = append(r.Items, committee.ReadItem{SourceID: cmp.Or(i.ID, m.ID+"|"+i.Title), Number: i.Number, Title: i.Title, Kind: i.Kind, Access: i.Access})
			}
		}
		out.Meetings = append(out.Meetings, r)
	}
	return out
}

// decode reads XML with one root, within limits. A web page, such as a sign-in page that a system answers with, is said to be one.
func decode(in io.Reader, into any, root string) error {
	raw, err := io.ReadAll(io.LimitReader(in, MaxBytes+1))
	if err != nil {
		return fmt.Errorf("read the file: %w", err)
	}
	if len(raw) > MaxBytes {
		return errors.New("the file is larger than 20 MB")
	}
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	found, err := rootOf(raw)
	if err != nil {
		return err
	}
	if strings.EqualFold(found, "html") {
		return errors.New("this is a web page, perhaps the sign-in page of the committee system, and not its data")
	}
	if !strings.EqualFold(found, root) {
		return fmt.Errorf("this file holds %q and not %q", found, root)
	}
	return said(reader(raw).Decode(into))
}

func rootOf(raw []byte) (string, error) {
	d := reader(raw)
	for {
		token, err := d.Token()
		if err != nil {
			return "", said(err)
		}
		if start, ok := token.(xml.StartElement); ok {
			return start.Name.Local, nil
		}
	}
}

func reader(raw []byte) *xml.Decoder {
	d := xml.NewDecoder(bytes.NewReader(raw))
	d.CharsetReader = func(charset string, in io.Reader) (io.Reader, error) {
		switch strings.ToLower(charset) {
		case "windows-1252", "iso-8859-1", "latin1":
			return charmap.Windows1252.NewDecoder().Reader(in), nil
		case "utf-8", "us-ascii":
			return in, nil
		default:
			return nil, fmt.Errorf("the file is written in %s, which is not known here: save it as UTF-8", charset)
		}
	}
	return d
}

// said puts an error of the XML reader into words, with its line.
func said(err error) error {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("line %d is not XML: %s", syntax.Line, syntax.Msg)
	}
	if errors.Is(err, io.EOF) {
		return errors.New("the file is empty, or it ends too early")
	}
	return err
}

var (
	breaks = regexp.MustCompile(`(?i)<(br|/p|/div|/li)[^>]*>`)
	tags   = regexp.MustCompile(`<[^<>]*>`)
)

// plain is a text that was escaped for a web page before it was escaped for XML: without the escapes and the tags.
func plain(s string) string {
	s = breaks.ReplaceAllString(html.UnescapeString(s), "\n")
	s = html.UnescapeString(tags.ReplaceAllString(s, ""))
	return strings.Join(strings.Fields(s), " ")
}
