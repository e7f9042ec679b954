package committee

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"time"

	"dorset-eqia/eqia"
)

// ReadMeeting is a meeting as a committee system or a file has it.
type ReadMeeting struct {
	SourceID    string
	Committee   string
	StartsAt    time.Time // midnight in London when no time is given; zero when no day is
	Venue       string
	Status      Status
	Items       []ReadItem // without headings
	Full        bool       // its agenda was read too
	AgendaAlone bool       // nothing was read of it but its agenda
	Loose       bool       // the source has no name for it, so committee and day tell which it is
	Unsaid      []string   // fields of which the source says nothing
	Row         int        // in a CSV file, counted from 1 without the header; 0 for none
}

// ReadItem is an agenda item as a committee system or a file has it.
type ReadItem struct {
	SourceID string
	Number   string
	Title    string
	Kind     ItemKind
	Access   Access
	From, To string // pages in the pack; empty when the source says nothing of them
	Report   string // reference of the report at it; empty when the source says nothing of one
	Loose    bool   // the source has no name for it, so its title tells which it is
	Unsaid   []string
	Row      int
}

// ReadMeetings is what an answer of a committee system or a file holds. No meeting at all means that nothing is known, not that there is none.
type ReadMeetings struct {
	Source   string
	Meetings []ReadMeeting
	LeftOut  int       // meetings on days that nobody asked for
	Bad      []string  // meetings that can't be read, and why
	Rows     int       // of a CSV file
	Errors   []BadCell // rows of a CSV file that can't be read
}

// MeetingsImport is what bringing meetings in would do, or did, meetings and agenda items counted together. Nothing is ever deleted.
type MeetingsImport struct {
	Brought
	Changes []MeetingChange `json:"-"`
	Bad     []string        `json:"-"` // what can't be read or placed of what the committee system said, and why
	LeftOut int             `json:"-"`
}

// MeetingChange is one meeting or agenda item that is new, or of which the source says something new.
type MeetingChange struct {
	Name   string
	New    bool
	Fields []FieldChange
	Key    string // names it, to take over what the source says of a field

	meeting *Meeting
	item    *Item
	under   *Meeting // of an item
	report  *Report  // that comes to the item
	twin    *Item    // of which it may be the exempt part
	joined  bool     // a clerk says that it is
	heard   Imported
}

// meetingLabels are the fields of meetings and agenda items that a source speaks of.
var meetingLabels = []struct{ name, label string }{{"starts", "Date and time"}, {"venue", "Venue"}, {"status", "Status"}, {"number", "Number"},
	{"title", "Title"}, {"kind", "Kind"}, {"access", "Who can read it"}, {"page_from", "First page"}, {"page_to", "Last page"}, {"report", "Report"}}

func (m Meeting) said() map[string]string {
	return map[string]string{"starts": m.StartsAt.UTC().Format(time.RFC3339), "venue": m.Venue, "status": string(m.Status)}
}

func (m Meeting) becoming(said map[string]string) Meeting {
	if at, err := time.Parse(time.RFC3339, said["starts"]); err == nil {
		m.StartsAt = at
	}
	m.Venue, m.Status = said["venue"], cmp.Or(Status(said["status"]), Provisional)
	return m
}

func (i Item) said() map[string]string {
	return map[string]string{"number": i.Number, "title": i.Title, "kind": string(i.Kind), "access": string(i.Access), "page_from": page(i.PageFrom),
		"page_to": page(i.PageTo), "report": i.appearance().Report.Reference}
}

// page is a page of the pack as a source says it.
func page(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// becoming leaves the report out: it comes to the item in a change of its own.
func (i Item) becoming(said map[string]string) Item {
	i.Number, i.Title, i.Kind, i.Access = said["number"], said["title"], cmp.Or(ItemKind(said["kind"]), KindOf(said["title"])), cmp.Or(Access(said["access"]), Open)
	i.PageFrom, _ = strconv.Atoi(said["page_from"])
	i.PageTo, _ = strconv.Atoi(said["page_to"])
	i.PageTo = max(i.PageFrom, i.PageTo)
	return i
}

// said is what the source says of a meeting.
func (r ReadMeeting) said() map[string]string {
	return without(Meeting{StartsAt: r.StartsAt, Venue: line(r.Venue), Status: r.Status}.said(), r.Unsaid)
}

// said is what the source says of an item.
func (r ReadItem) said() map[string]string {
	out := without(map[string]string{"number": line(r.Number), "title": line(r.Title), "kind": string(r.Kind), "access": string(r.Access)}, r.Unsaid)
	for name, text := range map[string]string{"page_from": r.From, "page_to": r.To, "report": r.Report} {
		if text != "" {
			out[name] = text
		}
	}
	return out
}

func without(said map[string]string, unsaid []string) map[string]string {
	for _, name := range unsaid {
		delete(said, name)
	}
	return said
}

// shownMeeting is what a field says, in the words of the pages.
func shownMeeting(name, text string) string {
	switch name {
	case "starts":
		if at, err := time.Parse(time.RFC3339, text); err == nil {
			return eqia.Moment(at)
		}
		return text
	case "status":
		return Status(text).Label()
	case "kind":
		return ItemKind(text).Label()
	case "access":
		return Access(text).Label()
	default:
		return text
	}
}

// hall is what is kept of meetings, as an import finds it.
type hall struct {
	committees []Committee
	meetings   []Meeting // with their items where the agenda was read
	heard      map[string]Imported
	bySource   map[string]string // kind and the source's name: the identifier here
	reports    map[string]Report // those that a file names, by reference
	take       []string          // keys of fields in which the clerk takes over what the source says
	at         time.Time
	source     string
}

func (h hall) known(kind ImportedKind, sourceID string) string {
	return h.bySource[string(kind)+"|"+sourceID]
}

// spoken is what a source says of a meeting or an item, beside what is kept.
type spoken struct {
	kind         ImportedKind
	id           string // here; empty for one that is not kept yet
	sourceID     string
	loose        bool
	ours, theirs map[string]string
}

// note is what is to be remembered of what the source said. Where it has no name for the thing, the name that another source gave it stays.
func (h hall) note(s spoken) Imported {
	was := h.heard[string(s.kind)+"|"+s.id]
	i := Imported{Kind: s.kind, Target: s.id, Source: h.source, SourceID: s.sourceID, FetchedAt: h.at, Hash: hashOf(s.theirs), Counter: was.Counter}
	if s.loose && was.SourceID != "" {
		i.Source, i.SourceID = was.Source, was.SourceID
	}
	i.Said = maps.Clone(s.theirs)
	for name, text := range was.Said {
		if _, said := s.theirs[name]; !said {
			i.Said[name] = text
		}
	}
	return i
}

// agree reports whether the source says nothing but what is here.
func (s spoken) agree() bool {
	for name, text := range s.theirs {
		if s.ours[name] != text {
			return false
		}
	}
	return true
}

// one gives the fields of a meeting or an item as they become, and what changes. News is false when the source says nothing new.
func (h hall) one(s spoken) (next map[string]string, c MeetingChange, news bool) {
	heard := h.heard[string(s.kind)+"|"+s.id]
	c = MeetingChange{Key: string(s.kind) + "|" + s.sourceID, heard: h.note(s)}
	if s.id == "" {
		c.New = true
		return s.theirs, c, true
	}
	if heard.Hash == c.heard.Hash || s.loose && s.agree() {
		return s.ours, c, false
	}
	next, held := heard.merge(s.ours, s.theirs)
	for _, l := range meetingLabels {
		was := s.ours[l.name]
		is, said := s.theirs[l.name]
		if !said || was == is {
			continue
		}
		f := FieldChange{Name: l.name, Label: l.label, Was: shownMeeting(l.name, was), Is: shownMeeting(l.name, is), Held: slices.Contains(held, l.name)}
		if f.Held && slices.Contains(h.take, c.Key+"|"+l.name) {
			next[l.name], f.Held = is, false
		}
		c.Fields = append(c.Fields, f)
	}
	return next, c, true
}
