package committee

import (
	"slices"
	"strings"
	"time"

	"dorset-eqia/eqia"
)

// ReadMeeting is a meeting as a committee system has it.
type ReadMeeting struct {
	SourceID  string
	Committee string
	StartsAt  time.Time // midnight in London when no time is given
	Venue     string
	Status    Status
	Items     []ReadItem // without headings
	Full      bool       // its agenda was read too
}

// ReadItem is an agenda item as a committee system has it.
type ReadItem struct {
	SourceID string
	Number   string
	Title    string
	Kind     ItemKind
	Access   Access
}

// ReadMeetings is what an answer of a committee system holds. No meeting at all means that nothing is known, not that there is none.
type ReadMeetings struct {
	Source   string
	Meetings []ReadMeeting
	LeftOut  int      // meetings on days that nobody asked for
	Bad      []string // meetings that can't be read, and why
}

// MeetingsImport is what bringing meetings in would do, or did. Nothing is ever deleted.
type MeetingsImport struct {
	New, Changed, Unchanged int // meetings and agenda items together
	Changes                 []MeetingChange
	Gone                    []string // items kept here that the agenda does not have any more
	Bad                     []string // what can't be read or placed, and why
	LeftOut                 int
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
	heard   Imported
}

// meetingLabels are the fields of meetings and agenda items that a source speaks of.
var meetingLabels = []struct{ name, label string }{{"starts", "Date and time"}, {"venue", "Venue"}, {"status", "Status"}, {"number", "Number"},
	{"title", "Title"}, {"kind", "Kind"}, {"access", "Who can read it"}}

func (m Meeting) said() map[string]string {
	return map[string]string{"starts": m.StartsAt.UTC().Format(time.RFC3339), "venue": m.Venue, "status": string(m.Status)}
}

func (m Meeting) becoming(said map[string]string) Meeting {
	if at, err := time.Parse(time.RFC3339, said["starts"]); err == nil {
		m.StartsAt = at
	}
	m.Venue, m.Status = said["venue"], Status(said["status"])
	return m
}

func (i Item) said() map[string]string {
	return map[string]string{"number": i.Number, "title": i.Title, "kind": string(i.Kind), "access": string(i.Access)}
}

func (i Item) becoming(said map[string]string) Item {
	i.Number, i.Title, i.Kind, i.Access = said["number"], said["title"], ItemKind(said["kind"]), Access(said["access"])
	return i
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
	ours, theirs map[string]string
}

// one gives the fields of a meeting or an item as they become, and what changes. News is false when the source says nothing new.
func (h hall) one(s spoken) (next map[string]string, c MeetingChange, news bool) {
	heard := h.heard[string(s.kind)+"|"+s.id]
	hash := hashOf(s.theirs)
	c = MeetingChange{Key: string(s.kind) + "|" + s.sourceID, heard: Imported{Kind: s.kind, Target: s.id, Source: h.source, SourceID: s.sourceID, FetchedAt: h.at,
		Hash: hash, Said: s.theirs, Counter: heard.Counter}}
	if s.id == "" {
		c.New = true
		return s.theirs, c, true
	}
	if heard.Hash == hash {
		return s.ours, c, false
	}
	next, held := heard.merge(s.ours, s.theirs)
	for _, l := range meetingLabels {
		if was, is := s.ours[l.name], s.theirs[l.name]; was != is {
			f := FieldChange{Name: l.name, Label: l.label, Was: shownMeeting(l.name, was), Is: shownMeeting(l.name, is), Held: slices.Contains(held, l.name)}
			if f.Held && slices.Contains(h.take, c.Key+"|"+l.name) {
				next[l.name], f.Held = is, false
			}
			c.Fields = append(c.Fields, f)
		}
	}
	return next, c, true
}

// bring sets every meeting that was read beside what is kept.
func (m *MeetingsImport) bring(read ReadMeetings, h hall) {
	m.Bad, m.LeftOut = read.Bad, read.LeftOut
	for _, r := range read.Meetings {
		i := slices.IndexFunc(h.committees, func(c Committee) bool { return c.named(r.Committee) })
		if i < 0 {
			m.Bad = append(m.Bad, "Meeting "+r.SourceID+": there is no committee called “"+r.Committee+"” here. Add it first")
			continue
		}
		was, found := h.meeting(r, h.committees[i])
		was.Committee = h.committees[i]
		m.meeting(r, h, &was)
		if r.Full {
			m.agenda(r, h, &was, found)
		}
	}
}

// meeting finds the meeting that is kept: the one that came from the source, or else the committee's only one on that day.
func (h hall) meeting(r ReadMeeting, c Committee) (Meeting, bool) {
	id := h.known(ImportedMeeting, r.SourceID)
	for _, m := range h.meetings {
		if id != "" && string(m.ID) == id {
			return m, true
		}
	}
	for _, m := range h.meetings {
		_, heard := h.heard[string(ImportedMeeting)+"|"+string(m.ID)]
		if id == "" && !heard && m.Committee.ID == c.ID && m.Day() == eqia.DayOf(r.StartsAt) {
			return m, true
		}
	}
	return Meeting{}, false
}

// meeting sets one meeting beside what is kept of it, and leaves it as it becomes.
func (m *MeetingsImport) meeting(r ReadMeeting, h hall, now *Meeting) {
	theirs := Meeting{StartsAt: r.StartsAt, Venue: line(r.Venue), Status: r.Status}.said()
	ours := now.said()
	local := r.StartsAt.In(eqia.London())
	if now.ID != "" && now.Day() == eqia.DayOf(r.StartsAt) && local.Hour()+local.Minute() == 0 {
		theirs["starts"] = ours["starts"] // the source gives no time
	}
	if r.Status == Held && now.Status != Held && now.ID != "" {
		theirs["status"] = ours["status"] // what was before members is kept when a clerk records that it was held
	}
	next, c, news := h.one(spoken{ImportedMeeting, string(now.ID), r.SourceID, ours, theirs})
	if !news {
		m.Unchanged++
		return
	}
	*now = now.becoming(next)
	now.Source, now.SourceID = h.source, r.SourceID
	if now.Status == Held && c.New {
		now.Status = Confirmed
	}
	c.Name, c.meeting = now.Committee.Name+", "+now.Day().Words(), now
	m.add(c)
}

func (m *MeetingsImport) add(c MeetingChange) {
	if c.New {
		m.New++
	} else {
		m.Changed++
	}
	m.Changes = append(m.Changes, c)
}

// agenda sets the items of one meeting beside those that are kept.
func (m *MeetingsImport) agenda(r ReadMeeting, h hall, now *Meeting, found bool) {
	seen := map[ItemID]bool{}
	for n, read := range r.Items {
		was := h.item(read, now.Items, seen)
		seen[was.ID] = true
		theirs := Item{Number: line(read.Number), Title: line(read.Title), Kind: read.Kind, Access: read.Access}.said()
		if was.restricted() && read.Access == Open {
			theirs["access"] = string(was.Access) // a restricted assessment is linked, so the item stays closed
		}
		next, c, news := h.one(spoken{ImportedAgendaItem, string(was.ID), read.SourceID, was.said(), theirs})
		if !news {
			m.Unchanged++
			continue
		}
		item := was.becoming(next)
		item.Source, item.SourceID = h.source, read.SourceID
		if c.New {
			item.Order, item.AddedAt = len(now.Items)+n+1, h.at
		}
		c.Name, c.item, c.under = strings.TrimSpace(item.Number+" "+item.Title), &item, now
		m.add(c)
	}
	for _, i := range now.Items {
		if _, heard := h.heard[string(ImportedAgendaItem)+"|"+string(i.ID)]; found && heard && !seen[i.ID] {
			m.Gone = append(m.Gone, strings.TrimSpace(i.Number+" "+i.Title))
		}
	}
}

// restricted reports whether a restricted assessment is linked to the item.
func (i Item) restricted() bool {
	return slices.ContainsFunc(i.appearance().Live(), func(l Link) bool { return l.Pinned.Restricted })
}

// item finds the agenda item that is kept: the one that came from the source, or else one with the same title that did not.
func (h hall) item(r ReadItem, items []Item, seen map[ItemID]bool) Item {
	id := h.known(ImportedAgendaItem, r.SourceID)
	for _, i := range items {
		if id != "" && string(i.ID) == id {
			return i
		}
	}
	for _, i := range items {
		_, heard := h.heard[string(ImportedAgendaItem)+"|"+string(i.ID)]
		if id == "" && !heard && !seen[i.ID] && plainly(i.Title) == plainly(r.Title) {
			return i
		}
	}
	return Item{}
}
