package eqia

import (
	"context"
	"time"

	"dorset-eqia/workflow"
)

// Store keeps everything. Reads see what was committed; a write is one transaction with its acts and notices, made through one queue,
// and answers only when it is safe on disk. The same contract holds on SQLite and on PostgreSQL.
type Store interface {
	// Write makes one change, whole or not at all. It returns *Conflict when a part was saved by someone else since Base, ErrMoved
	// when a version is no longer in the state or at the revision the change was based on, *Repeat when the form's key was used
	// before, and ErrNotSaved when the database did not keep it. A new assessment's reference is filled in.
	Write(ctx context.Context, change *Change) error

	// Repeated reports whether a form's key was used before, and what that made.
	Repeated(ctx context.Context, once string) (result string, used bool, err error)

	// Version is one version of an assessment with everything in it, by its number; the current one when there is no number.
	// ErrNotFound when there is none.
	Version(ctx context.Context, reference, number string) (Version, error)
	// Versions lists a family's versions, newest first.
	Versions(ctx context.Context, assessment AssessmentID) ([]Header, error)
	// Comments is every comment on a version, oldest first.
	Comments(ctx context.Context, version VersionID) ([]Comment, error)
	// History is everything that happened to a family, newest first.
	History(ctx context.Context, assessment AssessmentID) ([]Recorded, error)
	// Submitted is the content as it was at a version's nth submission, counted from 1. ErrNotFound when there was none.
	Submitted(ctx context.Context, version VersionID, n int) (Content, error)

	// Marks lists the words to leave out of a public version of this one, in the order they were put on the list.
	Marks(ctx context.Context, version VersionID) ([]Marked, error)
	// Redactions lists the decisions to leave words out, the first to be looked at again first and those that are over last; of one public
	// version alone when it is named.
	Redactions(ctx context.Context, public VersionID) ([]Redaction, error)

	// Attachments lists the other formats of a version, in the order they were added.
	Attachments(ctx context.Context, version VersionID) ([]Attachment, error)
	// File is the bytes of a file by its SHA-256. ErrNotFound when there is none such.
	File(ctx context.Context, digest string) ([]byte, error)

	// Feedback lists feedback with the versions it is about, what waits first and then the newest; one alone when it is named.
	Feedback(ctx context.Context, id FeedbackID, size int) ([]Feedback, error)
	// EmailsBefore counts the e-mail addresses that came with feedback before a time and are still kept.
	EmailsBefore(ctx context.Context, before time.Time) (int, error)

	// KeepUnsaved keeps what a person typed on one showing of a page, instead of what was kept of it before. What is older than
	// KeepUnsaved goes, and the person's oldest when they have more than UnsavedEach.
	KeepUnsaved(ctx context.Context, u Unsaved) error
	// Unsaved is what a person typed on one showing of a page. ErrNotFound when there is nothing.
	Unsaved(ctx context.Context, key UnsavedKey) (Unsaved, error)
	// UnsavedStarts lists what a person typed to start an assessment with, newest first, without the fields.
	UnsavedStarts(ctx context.Context, person PersonID) ([]Unsaved, error)
	// DropUnsaved deletes it; it is no error when it is gone already.
	DropUnsaved(ctx context.Context, key UnsavedKey) error
	// Alike lists versions that a person works on whose title shares a word with the text, or whose reference it is; all of them when
	// the text is empty. Newest first, as many as size.
	Alike(ctx context.Context, person PersonID, text string, size int) ([]Line, error)

	// Brought is a file that a person brought and that still waits. ErrNotFound when there is none, or it is another person's.
	Brought(ctx context.Context, id BroughtID, by PersonID) (Brought, error)

	// CheckCodeTaken reports whether a signed version has this check code, written without hyphens.
	CheckCodeTaken(ctx context.Context, code string) (bool, error)

	// Mine lists versions a person works on, those returned to them first, then by when they were saved last.
	Mine(ctx context.Context, person PersonID, page Page) ([]Line, error)
	// List lists current versions that match the filter, in the order it asks for.
	List(ctx context.Context, filter Filter, page Page) ([]Line, error)
	// DueForReview lists signed versions in force whose review is due by a day, the earliest first.
	DueForReview(ctx context.Context, filter DueFilter, page Page) ([]DueLine, error)
	// Asked lists people who were asked for assessments that the filter lets through, those of the newest version first.
	Asked(ctx context.Context, filter AskedFilter, page Page) ([]Asked, error)
	// Counts says how many current versions are in each state, and how many an urgent sign-off left to be reviewed.
	Counts(ctx context.Context) (states map[workflow.State]int, outstanding int, err error)
	// Absences lists the absences that end on a day or later and were not ended before, the first to begin first.
	Absences(ctx context.Context, since Day) ([]Absence, error)
	// DaysOff lists the council's own days off that hold, the first to begin first.
	DaysOff(ctx context.Context) ([]DayOff, error)
	// Texts is every wording of a page that the council made, with who made it, the newest first.
	Texts(ctx context.Context, name TextName) ([]PublicText, error)
	// StoodInFor lists those whom a person stands in for on a day.
	StoodInFor(ctx context.Context, deputy PersonID, on Day) ([]PersonID, error)

	Library
	People
	Consultations
	Forms
}

// People is the part of the store that keeps accounts and sessions.
type People interface {
	// PersonByEmail finds an account and its password hash by e-mail address, whatever its case. ErrNotFound when there is none.
	PersonByEmail(ctx context.Context, email string) (Person, string, error)
	// Person finds an account by its identifier.
	Person(ctx context.Context, id PersonID) (Person, error)
	// PeopleList is every account, by name.
	PeopleList(ctx context.Context) ([]Person, error)
	// SavePerson makes or changes an account with its roles; an empty hash keeps the password. The act is kept with the account and its roles.
	SavePerson(ctx context.Context, p Person, hash string, act Act) error
	// SetPassword changes an account's password alone and ends all its sessions. ErrNotFound when it is disabled or not there.
	SetPassword(ctx context.Context, id PersonID, hash string, act Act) error
	// SaveSession keeps a session; the token is hashed by the caller.
	SaveSession(ctx context.Context, s Session) error
	// Session is a live session with its person and their roles, in one query. ErrNotFound when there is none.
	Session(ctx context.Context, tokenHash string) (Session, Person, error)
	// SeenSession notes that a session was used.
	SeenSession(ctx context.Context, tokenHash string, at time.Time) error
	// EndSessions ends one session by its hash or, when that is empty, all of a person's.
	EndSessions(ctx context.Context, tokenHash string, person PersonID) error
}

// Session is one signed-in browser.
type Session struct {
	TokenHash string
	Person    PersonID
	MadeAt    time.Time
	SeenAt    time.Time
}

// Change is one act on the record: what is saved, the acts that say so, and the notices it causes.
type Change struct {
	Once     string // the form's key, so that pressing twice does it once; empty for none
	Result   string // what a repeat of the form is told; a new assessment's reference when empty
	Family   *Assessment
	Made     *Version  // a version to bring into being, with all its content
	After    VersionID // with Made: the version that it follows; refused with ErrMoved unless that is still the current one
	Steps    []Step
	Saves    []Save
	Parties  []Party
	Comments []Comment
	Grounds  []Grounds   // each against the counter it was read with
	Reworded *Comment    // a comment with new words, which its writer has not sent yet
	Verdicts []Verdicted // given or lifted
	Agreed   []Agreement // conditions that a signature carries
	Away     *Absence    // an absence to keep, or to end
	Text     *PublicText // a new wording of a public page; refused with ErrMoved when its number is taken
	Off      *DayOff     // days off to keep, or to take out of the calendar
	Send     VersionID   // let the author see every comment of this version that was kept back
	Keep     []Snapshot
	Public   *Publication  // a version to publish; earlier ones of the family are marked as replaced
	Withdrew []Publication // published versions to take away, each with its notice
	Discard  VersionID
	Library  *LibraryChange
	Spent    UnsavedKey // typed text that is of no more use; the zero key for none
	Copied   []CopiedPart
	Release  *Consultation // a draft to be shown to outside readers; refused with ErrMoved unless its version is still at its revision
	Readers  []Reader      // new readers, and links that end
	Draft    *FormDraft    // a form version being prepared; refused with ErrMoved unless it was at the counter before this one
	Dropped  *FormDraft    // one to be thrown away, or that was published; refused with ErrMoved unless it is at its counter
	Form     *PublishedForm
	Brought  *Brought // a file to keep until someone has looked at it
	Takes    Brought  // the file that this settles, which goes; the zero one for none
	Closed   []string // with Discard: the kinds of proposal that few may read about, so that a signed one of them keeps its restriction
	Acts     []Act
	Notices  []Notice

	Mark      *MarkChange // words to leave out of a public version, or to put back
	Attach    *AttachChange
	Feedback  *Feedback  // from someone outside; with a time of decision, what was decided on it
	Forget    time.Time  // erase the addresses that came with feedback before this; zero for none
	Redaction *Redaction // with Made: what it leaves out, and why
}

// MarkChange puts words on the list of what a public version leaves out, or takes them off it.
type MarkChange struct {
	Version VersionID
	Marked
	Gone bool
}

// AttachChange adds another format to a version, with the bytes of its file, or takes one away.
type AttachChange struct {
	Attachment
	File []byte
	Gone bool
}

// Verdicted is a verdict on a part of a version, given in place of any before it, or lifted.
type Verdicted struct {
	Version VersionID
	Verdict Verdict
	Lifted  bool
}

// Agreement is the conditions that a version's sign-off carries, in order.
type Agreement struct {
	Version    VersionID
	Conditions []Condition
}

// Step changes a version's header. It is refused with ErrMoved unless the version is still in state Was at revision At. A version that is
// withdrawn is no longer the one in force, and gives way as the current one to the newest signed version that was not withdrawn.
type Step struct {
	Was workflow.State
	At  int
	Now Header
}

// Save changes answers of a version that may still be edited, and moves its revision on by one.
type Save struct {
	Version VersionID
	Parts   []Part
	Lists   *Header // holds fresh copies of those saved answers that lists and filters use; nil when none is among the parts
	At      time.Time
	By      PersonID
}

// Part is one part to be saved or removed. Base is the counter it was read with; 0 for one that was not there.
type Part struct {
	Key     PartKey
	Base    int
	Body    any // the Answer, Card, Option, Evidence, Engagement or Action; nil removes the part
	Effects []Effected
}

// Effected is one effect on one characteristic, as lists and counts use it.
type Effected struct {
	Characteristic string
	Audience       string
	Option         string
	Effect         Effect
}

// Snapshot is the content of a version at a moment that matters, kept for ever.
type Snapshot struct {
	Version VersionID
	Kind    workflow.Event // submit or sign_off
	No      int            // which submission; 0 for the signature
	Content []byte         // canonical JSON
	Digest  string
	At      time.Time
}

// Page asks for one page of a list: rows after the cursor, as many as Size.
type Page struct {
	After  string // the cursor of the last row seen; empty for the first page
	Before string // the cursor of the first row seen, to go back in the register
	Size   int
}

// Line is one version as a list shows it.
type Line struct {
	Header
	Reference    string
	Restricted   bool
	AuthorName   string
	ReviewerName string
	OpenComments int
	Meeting      Sitting // the nearest meeting it goes to; zero when none is known
	Cursor       string
}
