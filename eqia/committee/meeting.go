package committee

import (
	"slices"
	"time"

	"dorset-eqia/eqia"
)

// Meeting is one sitting of a committee.
type Meeting struct {
	ID        MeetingID
	Committee Committee
	StartsAt  time.Time // UTC
	Venue     string
	Status    Status
	AgendaOn  eqia.Day // when the agenda was published, or will be, as the clerk states it; empty when not known
	Counter   int      // how often it was saved; 0 for one that is new
	Items     []Item   // in the order of the agenda, where the page shows them
	Cursor    string
	ChangedAt time.Time // the server's; when it was last saved

	ShortNotice string    // why it was convened at short notice; empty when it was not
	Editions    []Edition // what was published, newest last, without manifests
	Source      string    // where it was imported from; empty for one that was typed
	SourceID    string
	Book        RuleBook  // how the council weighs the rules
	Findings    []Finding // about the agenda as a whole, where the service has judged it
}

// Day is the day of the meeting in London.
func (m Meeting) Day() eqia.Day { return eqia.DayOf(m.StartsAt) }

// GoesAhead reports whether the meeting is confirmed or was held, so that councillors may read what is before it.
func (m Meeting) GoesAhead() bool { return m.Status == Confirmed || m.Status == Held }

// Over reports whether a meeting was held, or begins no later than now.
func (m Meeting) Over(now time.Time) bool { return m.Status == Held || !m.StartsAt.After(now) }

// Status is how sure a meeting is.
type Status string

// The statuses of a meeting.
const (
	Provisional Status = "provisional"
	Confirmed   Status = "confirmed"
	Rescheduled Status = "rescheduled"
	Cancelled   Status = "cancelled"
	Held        Status = "held"
)

// Statuses lists the statuses in the order they are offered.
func Statuses() []Status { return []Status{Provisional, Confirmed, Rescheduled, Cancelled, Held} }

// Valid reports whether s is one of the statuses.
func (s Status) Valid() bool { return slices.Contains(Statuses(), s) }

// Label is the status in the words shown on pages.
func (s Status) Label() string {
	return map[Status]string{Provisional: "Provisional", Confirmed: "Confirmed", Rescheduled: "Moved to another date",
		Cancelled: "Cancelled", Held: "Held"}[s]
}

func (m *Meeting) validate() error {
	m.ShortNotice = eqia.Lines(m.ShortNotice)
	m.Venue, m.StartsAt = line(m.Venue), m.StartsAt.UTC().Truncate(time.Microsecond)
	switch {
	case m.Committee.ID == "":
		return &eqia.Invalid{Field: "committee", Says: "Select a committee"}
	case m.StartsAt.IsZero():
		return &eqia.Invalid{Field: "starts", Says: "Enter the date and time of the meeting"}
	case !m.Status.Valid():
		return &eqia.Invalid{Field: "status", Says: "Select whether the meeting is confirmed"}
	}
	if m.AgendaOn != "" {
		if _, err := eqia.ParseDay(string(m.AgendaOn)); err != nil {
			return &eqia.Invalid{Field: "agenda", Says: "Agenda date must be a real date"}
		}
	}
	if err := eqia.ValidText("short_notice", m.ShortNotice); err != nil {
		return err
	}
	return short("venue", m.Venue)
}

// Item is one item on the agenda of a meeting.
type Item struct {
	ID           ItemID
	Meeting      Meeting // without its items
	Order        int
	Number       string // as printed: "7", "7a"
	Title        string
	Kind         ItemKind
	Access       Access
	UrgentReason string
	Counter      int
	Appearance   *Appearance // the report at this item; nil when there is none

	Paragraphs []string  // of Schedule 12A to the Local Government Act 1972, "1" to "7", that close the item
	PageFrom   int       // in the pack; 0 when not known
	PageTo     int       // in the pack
	Source     string    // where it was imported from; empty for one that was typed
	SourceID   string    // what it is called there
	TwinOf     ItemID    // the item of which this is the exempt part
	Twin       Twin      // that item; the zero value when there is none any more
	Silent     bool      // nobody outside may be told that there is an assessment with it
	Stated     bool      // members or the public, who may read no more of it, may be told that there is one
	AddedAt    time.Time // the server's; zero when not known

	Readiness Readiness // how far it has come, where the service has judged it
	Findings  []Finding // blocks first, where the service has judged it
}

// Twin is the item of which another is the exempt part.
type Twin struct {
	Number string
	Title  string
	Kind   ItemKind
}

// Halves lists the items of the meeting that an item could be the exempt part of.
func (m Meeting) Halves(of Item) []Item {
	return slices.DeleteFunc(slices.Clone(m.Items), func(i Item) bool { return i.ID == of.ID || i.TwinOf != "" || !i.Kind.Asks() })
}

// Follows reports whether an item has no report of its own because it is the exempt part of one that answers for both: they are one matter.
func (i Item) Follows() bool { return i.TwinOf != "" && i.Twin.Kind.Asks() && i.Appearance == nil }

// ItemKind is what sort of item it is. Only some kinds ask for an assessment or a reason.
type ItemKind string

// The kinds of agenda item.
const (
	ReportItem   ItemKind = "report"
	Motion       ItemKind = "motion"
	Urgent       ItemKind = "urgent"
	Minutes      ItemKind = "minutes"
	Procedural   ItemKind = "procedural"
	ExemptMotion ItemKind = "exempt_motion"
	Heading      ItemKind = "heading"
)

// ItemKinds lists the kinds in the order they are offered.
func ItemKinds() []ItemKind {
	return []ItemKind{ReportItem, Motion, Urgent, Minutes, Procedural, ExemptMotion, Heading}
}

// Valid reports whether k is one of the kinds.
func (k ItemKind) Valid() bool { return slices.Contains(ItemKinds(), k) }

// Asks reports whether an item of this kind needs an assessment or a reason for having none.
func (k ItemKind) Asks() bool { return k == ReportItem || k == Motion || k == Urgent }

// Label is the kind in the words shown on pages.
func (k ItemKind) Label() string {
	return map[ItemKind]string{ReportItem: "Report", Motion: "Motion", Urgent: "Urgent item", Minutes: "Minutes", Procedural: "Procedural",
		ExemptMotion: "Move into private session", Heading: "Heading"}[k]
}

// Access is who may read an item, a report or a document.
type Access string

// The levels of access, from open to closed by law.
const (
	Open         Access = "open"
	PartExempt   Access = "part_exempt"
	FullyExempt  Access = "fully_exempt"
	Confidential Access = "confidential"
)

// Accesses lists the levels in the order they are offered.
func Accesses() []Access { return []Access{Open, PartExempt, FullyExempt, Confidential} }

// Valid reports whether a is one of the levels.
func (a Access) Valid() bool { return slices.Contains(Accesses(), a) }

// Label is the level in the words shown on pages.
func (a Access) Label() string {
	return map[Access]string{Open: "Open to the public", PartExempt: "Part exempt", FullyExempt: "Exempt", Confidential: "Confidential"}[a]
}

// Closed reports whether the public and councillors are told no more of it than that it is there.
func (a Access) Closed() bool { return a == FullyExempt || a == Confidential }

// Closed reports whether the item, or the report at it, is closed: of the two the stricter holds.
func (i Item) Closed() bool {
	return i.Access.Closed() || i.Appearance != nil && i.Appearance.Report.Access.Closed()
}

// Opens reports whether the public may read all of the item and of the report at it.
func (i Item) Opens() bool {
	return i.Access == Open && (i.Appearance == nil || i.Appearance.Report.Access == Open)
}

// validParagraphs reports whether all are paragraphs of part 1 of Schedule 12A.
func validParagraphs(list []string) bool {
	return !slices.ContainsFunc(list, func(p string) bool { return len(p) != 1 || p < "1" || p > "7" })
}

func (i *Item) validate() error {
	i.Number, i.Title, i.UrgentReason = line(i.Number), line(i.Title), eqia.Lines(i.UrgentReason)
	switch {
	case i.Title == "":
		return &eqia.Invalid{Field: "title", Says: "Enter the title of the agenda item"}
	case len(i.Number) > 20:
		return &eqia.Invalid{Field: "number", Says: "Enter a shorter item number, for example 7a"}
	case !i.Kind.Valid():
		return &eqia.Invalid{Field: "kind", Says: "Select what kind of item it is"}
	case !i.Access.Valid():
		return &eqia.Invalid{Field: "access", Says: "Select who can read it"}
	case !validParagraphs(i.Paragraphs):
		return &eqia.Invalid{Field: "paragraphs", Says: "Select paragraphs from the list"}
	case i.PageFrom < 0 || i.PageTo < i.PageFrom:
		return &eqia.Invalid{Field: "pages", Says: "Enter the first and the last page, the first one first"}
	case i.TwinOf != "" && i.Access == Open:
		return &eqia.Invalid{Field: "twin_of", Says: "An item that is open is no exempt part of another. Change who can read it, or select None"}
	case i.Silent && i.Access == Open:
		return &eqia.Invalid{Field: "silent", Says: "An item that is open cannot keep an assessment from being named. Change who can read it, or clear the box"}
	case i.Kind == Urgent && i.UrgentReason == "":
		return &eqia.Invalid{Field: "urgent_reason", Says: "Enter why the chairman agreed that the item is urgent"}
	}
	if err := short("title", i.Title); err != nil {
		return err
	}
	return eqia.ValidText("urgent_reason", i.UrgentReason)
}
