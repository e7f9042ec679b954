package eqia

import (
	"cmp"
	"context"
	"time"

	"dorset-eqia/eqia/record"
	"dorset-eqia/workflow"
)

// Register is the part of the record that the public may read. Its store can see published rows and nothing else.
type Register interface {
	// Published is one published version: the one in force when major is 0. A withdrawn or superseded one is found too, and says so.
	// ErrNotFound when it was never published.
	Published(ctx context.Context, reference string, major, minor int) (Publication, error)
	// PublishedVersions lists every published version of a reference, newest first, without their content.
	PublishedVersions(ctx context.Context, reference string) ([]Publication, error)
	// Coded is the published version that a check code was given to, whatever became of it since. ErrNotFound when none was given it that the
	// public may read: a code nobody has and the code of something secret are looked for alike.
	Coded(ctx context.Context, code record.Code) (Publication, error)
	// Search lists published versions, those in force unless the filter says otherwise, newest first, without their content, and says of each
	// why words found it. A check code finds its own version, also when it was replaced.
	Search(ctx context.Context, filter PublicFilter, page Page) ([]Publication, error)
	// Alike lists published versions in force that share a word with the text, or whose reference it is, newest first, without their
	// content; none when the text is empty.
	Alike(ctx context.Context, text string, size int) ([]Publication, error)
	// Count says how many match, up to a cap: a count equal to the cap means "or more".
	Count(ctx context.Context, filter PublicFilter, limit int) (int, error)
	// Effects lists the effects that versions found, each once for a group; a version that was withdrawn has none.
	Effects(ctx context.Context, versions []VersionID) (map[VersionID][]Effected, error)
	// Text is the words of a page that every footer leads to, as they are now.
	Text(ctx context.Context, name TextName) (PublicText, error)
	// Formats lists the other formats of a published version that was not withdrawn, in the order they were added.
	Formats(ctx context.Context, version VersionID) ([]Attachment, error)
	// Format is one of them with its bytes, by the assessment's reference. ErrNotFound when its version is not public now, or when it is a link.
	Format(ctx context.Context, reference string, id AttachmentID) (Attachment, Publication, []byte, error)
	// Feedback lists what the council shows of what people said about the versions of a reference, newest first.
	Feedback(ctx context.Context, reference string) ([]Feedback, error)
	// Years lists the years in which a version in force was published, the newest first.
	Years(ctx context.Context) ([]int, error)
	// Edition names the state of the record. While it is the same, so is everything that the public can read, but for what a day brings.
	// Another copy of the service is noticed within a second.
	Edition(ctx context.Context) (int64, error)
}

// PublicFilter narrows the register; an empty field matches all.
type PublicFilter struct {
	Text           string // words in the title, a reference or a check code
	Directorate    string
	Characteristic string
	Effect         Effect // with Characteristic: that effect on that group
	Committee      string // its identifier: the assessment was or will be before it, at an item that is open
	Year           string // YYYY of publication
	NotNeeded      bool   // it says why no assessment is needed
	Standing       string // InForce when empty
}

// Stands is the standing that is asked for.
func (f PublicFilter) Stands() string { return cmp.Or(f.Standing, InForce) }

// Standings lists how a published version can stand, in the order they are offered.
func Standings() []string { return []string{InForce, Replaced, TakenAway} }

// StandingLabel is a standing in the words shown on pages.
func StandingLabel(standing string) string {
	return map[string]string{InForce: "In force", Replaced: "Replaced by a later version", TakenAway: "Withdrawn"}[standing]
}

// Why is where in a publication words that were looked for stand, as they are written there.
type Why struct {
	In    string // one of InTitle, InSummary and InReference
	Words []string
}

// The parts of a publication that are searched.
const (
	InTitle     = "title"
	InSummary   = "summary"
	InReference = "reference"
)

// Standings of a published version.
const (
	InForce    = "current"
	Replaced   = "superseded"
	TakenAway  = "withdrawn"
	CountLimit = 1000 // counts beyond this are shown as "1,000+"
)

// Publication is a published version as the public reads it.
type Publication struct {
	Version      VersionID
	Reference    string
	Major, Minor int
	Title        string
	Summary      string
	Kind         string
	Directorate  string
	Service      string
	Screening    bool
	Legacy       bool
	Profile      string
	Form         string
	StartedOn    Day // the groups in force then are the ones it was asked about
	DecisionOn   Day
	ReviewDue    Day
	SignedOn     Day
	SignerRole   string
	Digest       string
	CheckCode    string
	Conditions   []string // of the sign-off
	Content      Content  // empty in lists
	PublishedAt  time.Time
	Standing     string
	WithdrawnOn  Day
	Notice       string // why it was withdrawn
	Effects      []Effected
	Why          []Why    // which words found it, and where; empty when none were looked for
	CopyOf       string   // number of the version that it is with words left out; empty for a whole one
	Grounds      []string // on which they were
	Withheld     bool     // it was public with words that are left out since: its title and service are not shown
	Cursor       string
}

// Number is the version number, for example "1.0".
func (p Publication) Number() string { return Header{Major: p.Major, Minor: p.Minor}.Number() }

// Document is the published version outside the database: it names nobody.
func (p Publication) Document() Document {
	states := map[string]workflow.State{InForce: workflow.SignedOff, Replaced: workflow.Superseded, TakenAway: workflow.Withdrawn}
	d := Document{Format: DocumentFormat, Content: p.Content.whole(), Record: Record{Reference: p.Reference, Version: p.Number(), State: states[p.Standing],
		Legacy: p.Legacy, People: []Named{}, SignedOff: Signature{Role: p.SignerRole, On: p.SignedOn}, ReviewDue: p.ReviewDue,
		PublishedOn: DayOf(p.PublishedAt), Conditions: full(p.Conditions), Digest: p.Digest, CheckCode: p.CheckCode}}
	d.Content.Sort()
	return d
}
