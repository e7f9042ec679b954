package committee

import (
	"context"
	"iter"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/record"
	"dorset-eqia/workflow"
)

// Store keeps the committee side, by the same contract as eqia.Store: a write is one transaction with its acts.
type Store interface {
	// Write makes one change, whole or not at all. It returns ErrMoved when something was saved by someone else since its counter was
	// read, *Repeat when the form's key was used before or what was read has exactly this change already, and ErrNotSaved when the database did not keep it. A new report's reference is
	// filled in.
	Write(ctx context.Context, change *Change) error

	// Used is *eqia.Repeat when a form's key was used before, and nil otherwise.
	Used(ctx context.Context, once string) error
	// Committees is every committee, by name.
	Committees(ctx context.Context) ([]Committee, error)
	// Bodies is every committee, by name, asked of the database only when the record has changed since it was last asked.
	Bodies(ctx context.Context) ([]Committee, error)
	// Meetings lists meetings that match, with their items and all that is with those: upcoming ones soonest first, earlier ones newest
	// first.
	Meetings(ctx context.Context, filter MeetingFilter, page eqia.Page) ([]Meeting, error)
	// Meeting is one meeting with its items and all that is with those. ErrNotFound when there is none.
	Meeting(ctx context.Context, id MeetingID) (Meeting, error)
	// Item is one item with its meeting and all that is with it, found by any one identifier. ErrNotFound when there is none.
	Item(ctx context.Context, by ItemKey) (Item, error)
	// Report is one report with its versions and the items it was or will be at. ErrNotFound when there is none.
	Report(ctx context.Context, reference string) (Report, error)
	// Reports lists reports whose reference or title has the words, newest first.
	Reports(ctx context.Context, words string, limit int) ([]Report, error)
	// Assessed is which of these reports, by reference, have a signed assessment linked to them at any meeting.
	Assessed(ctx context.Context, references []string) (map[string]bool, error)
	// Candidates lists assessments whose reference or title has the words, newest first. A restricted one is found by its whole
	// reference alone, and comes without its title.
	Candidates(ctx context.Context, words string, limit int) ([]Candidate, error)
	// Proposed lists assessments that are not restricted, with what their authors said of the decision: those whose authors named a
	// day from one day to another, and the newest; as many of each as the limit. Newest first.
	Proposed(ctx context.Context, from, to eqia.Day, limit int) ([]Proposed, error)
	// Appearances is every place an assessment is linked to or expected at, newest meeting first.
	Appearances(ctx context.Context, assessment eqia.AssessmentID) ([]Appeared, error)
	// PublicAppearances is every meeting a published assessment is linked to that the public may know of, newest first.
	PublicAppearances(ctx context.Context, reference string, today eqia.Day) ([]PublicAppeared, error)
	// Linked reports whether a link of the assessment holds at an item that is not closed, of a meeting that is confirmed or was held.
	Linked(ctx context.Context, assessment eqia.AssessmentID) (bool, error)
	// Diary lists the meetings in a span of time, soonest first, without items.
	Diary(ctx context.Context, span Span) ([]Meeting, error)
	// OwnPapers lists the assessments a person works on that are linked to or expected at a meeting in a span of time, each meeting without items.
	OwnPapers(ctx context.Context, person eqia.PersonID, span Span) ([]Paper, error)
	// CalendarLink is the calendar address that opens, found by either. ErrNotFound when there is none.
	CalendarLink(ctx context.Context, by LinkKey) (CalendarLink, error)
	// Public says which of these versions anyone can read in the register.
	Public(ctx context.Context, versions []eqia.VersionID) (map[eqia.VersionID]bool, error)
	// ClosedPapers lists the restricted assessments that were ever linked to a closed item, or one of them, with the newest decision about each.
	ClosedPapers(ctx context.Context, assessment eqia.AssessmentID) ([]ClosedPaper, error)
	// AccessDecision is the newest decision on who may read an assessment; nil when there is none.
	AccessDecision(ctx context.Context, assessment eqia.AssessmentID) (*AccessDecision, error)
	// Book is the rule book as it is now; one that nobody wrote in is the zero value.
	Book(ctx context.Context) (RuleBook, error)
	// Edition is one edition of an agenda with its manifest. ErrNotFound when there is none.
	Edition(ctx context.Context, id EditionID) (Edition, error)
	// Chain reads the whole audit in order, for record.Verify.
	Chain(ctx context.Context) iter.Seq2[record.Sealed, error]
	// Papers lists meetings whose agenda is published, soonest first, with the newest edition of their papers.
	Papers(ctx context.Context, filter PapersFilter, page eqia.Page) ([]Papers, error)
	// PlanItems is every item of every plan, soonest first.
	PlanItems(ctx context.Context) ([]PlanItem, error)
	// Planned lists items of plans that match, with what belongs to them: those to come soonest first, earlier ones newest first.
	Planned(ctx context.Context, filter PlanFilter) ([]Planned, error)
	// PlanBodies lists whose plans there are, by name.
	PlanBodies(ctx context.Context) ([]string, error)
	// MatchPool is what reports an item could be the same as, but for those that a clerk has judged.
	MatchPool(ctx context.Context, item PlanItemID) (MatchPool, error)
	// Fetches lists the last times that the committee system was asked, the newest first, and the last good one.
	Fetches(ctx context.Context, limit int) (list []Fetch, good Fetch, err error)
	// MeetingsKept is every meeting without its items, the newest first.
	MeetingsKept(ctx context.Context) ([]Meeting, error)
	// Imported lists what sources last said of rows of a kind; of one row when a target is named.
	Imported(ctx context.Context, kind ImportedKind, target string) ([]Imported, error)
	// Waiting lists the files that wait for a clerk, the oldest first, without what is in them; one with it when it is named.
	Waiting(ctx context.Context, id ImportID) ([]Waiting, error)
	// PackChecks lists the checks of a meeting's packs, the newest first.
	PackChecks(ctx context.Context, meeting MeetingID) ([]PackCheck, error)
	// Coded finds the signed versions that these check codes were given to, by code; none for a code that no version has.
	Coded(ctx context.Context, codes []string) (map[string]Coded, error)
	// Unconfirmed is every pass that waits for the monitoring officer to confirm it, the oldest first.
	Unconfirmed(ctx context.Context) ([]WaitingPass, error)
	// AgreedSince reports whether the monitoring officer has agreed a reason of that code at the committee since then.
	AgreedSince(ctx context.Context, committee ID, code Code, since time.Time) (bool, error)
}

// MeetingFilter narrows a list of meetings.
type MeetingFilter struct {
	From      time.Time // meetings that start at or after this; before it when Earlier
	Until     time.Time // before this, where it is given, of those that are not earlier
	Earlier   bool
	Committee ID // empty: all
}

// PlanFilter narrows a list of items of plans.
type PlanFilter struct {
	ID      PlanItemID // this one alone; empty for a list
	Kind    PlanKind   // empty: all
	Plan    string     // empty: all
	Today   eqia.Day   // items from this day on, and those without a day; those before it when Earlier
	Earlier bool
	All     bool // whatever their day
}

// MatchPool is the reports that an item could be the same as, with the meetings where they were or will be, newest first, and the titles of all
// items and reports, in which a rare word is one that few have.
type MatchPool struct {
	Reports []Report
	Titles  []string
}

// PapersFilter narrows a list of published agendas: one meeting, or all that start at or after a time and are neither held nor cancelled.
type PapersFilter struct {
	Meeting MeetingID
	From    time.Time
}

// ItemKey finds an item by one identifier: its own, or one of what is with it.
type ItemKey struct {
	Item       ItemID
	Appearance AppearanceID
	Link       LinkID
	Reason     ReasonID
	Override   OverrideID
}

// Span is a span of time, its end left out.
type Span struct{ From, To time.Time }

// LinkKey finds a calendar address: by whose it is, or by the digest of its secret part.
type LinkKey struct {
	Person eqia.PersonID
	Hash   string
}

// Candidate is an assessment that could be linked, as a clerk may know it.
type Candidate struct {
	AssessmentID eqia.AssessmentID
	Reference    string
	Title        string // empty when the assessment is restricted
	State        workflow.State
	Number       string
	SignedNumber string // of the version in force; empty when there is none
	SignedAt     time.Time
	Screening    bool
	Restricted   bool
}

// Appeared is one place an assessment is linked to or expected at, for those who may read the assessment.
type Appeared struct {
	Meeting    Meeting // without items
	ItemNumber string
	ItemTitle  string
	Access     Access
	Reference  string // of the report
	Title      string // of the report
	Number     string // of the linked version; empty while it is only expected
	Relation   Relation
	Appendix   string
	LinkedAt   time.Time
	EndedAt    time.Time
}

// Expected reports whether the assessment is not linked there yet.
func (a Appeared) Expected() bool { return a.Number == "" }

// PublicAppeared is one meeting an assessment was or will be before, as the public may know it.
type PublicAppeared struct {
	Committee string
	StartsAt  time.Time
	Venue     string
	Item      string // its number and title; empty when the item is not open, or no agenda was published yet
	Number    string // of the linked version
	Held      bool
}

// Change is one act on the committee side: what is saved, and the acts that say so.
type Change struct {
	Once       string
	Result     string // what a repeat of the form is told; a new report's reference when empty
	Committee  *Committee
	Meeting    *Meeting
	Items      []Item
	Removed    *Item
	Report     *Report
	Version    *ReportVersion
	Appearance *Appearance
	Uses       *Appearance // with another version of its report, from the counter it was read with
	TakenOff   AppearanceID
	Expected   *Expected
	Unexpected *Expected
	Link       *Link
	Ended      *Link // with EndedAt, EndedBy and ReplacedBy or WithdrawnReason set
	Reason     *Reason
	Planned    []PlanItem
	Meetings   []Meeting  // brought in together
	Imported   []Imported // each against the counter it was read with
	Match      *Match
	PlanLink   *PlanLink
	PlanUnlink *PlanLink
	Waiting    *Waiting
	Outdated   bool // what waits from an earlier fetch is dropped
	Fetch      *Fetch
	Settled    *Settled  // ErrMoved when it does not wait any more
	Also       []*Change // further changes of the same act, in their order, without keys of their own
	Acts       []eqia.Act
	Notices    []eqia.Notice

	Closes     []eqia.AssessmentID // assessments that become restricted, because a meeting takes them in private
	Access     *AccessDecision
	Text       *NewText
	Calendar   *CalendarLink  // a new one, which ends any other of the person; or one that ends
	Freeze     *Freeze        // makes the rest of the change from the meeting as it is inside the transaction
	Publish    []*eqia.Change // assessments that become public with the papers
	Edition    *Edition       // a new one, with what is stated of it
	Stated     *Edition       // one that is there, of which something else is stated now, with why in Reason
	Decided    *Appearance    // what was recorded of it, from the counter it was read with
	Clearance  *Clearance
	Override   *Override // a new one, or one confirmed or ended
	Told       *Notified
	Challenge  *Challenge
	Commitment *Commitment
	Book       *RuleBook
	Pack       *PackCheck
}

// Freeze is a change that depends on what a meeting is at the very moment: the store holds the meeting, reads it inside the transaction and
// lets Make finish the change, or refuse it.
type Freeze struct {
	Meeting MeetingID
	Make    func(Meeting) error
}
