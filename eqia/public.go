package eqia

import (
	"context"
	"time"

	"dorset-eqia/workflow"
)

// Register is the part of the record that the public may read. Its store can see published rows and nothing else.
type Register interface {
	// Published is one published version: the one in force when major is 0. A withdrawn or superseded one is found too, and says so.
	// ErrNotFound when it was never published.
	Published(ctx context.Context, reference string, major, minor int) (Publication, error)
	// PublishedVersions lists every published version of a reference, newest first, without their content.
	PublishedVersions(ctx context.Context, reference string) ([]Publication, error)
	// Search lists published versions in force, newest first, without their content. A check code finds its own version, also
	// when it was replaced.
	Search(ctx context.Context, filter PublicFilter, page Page) ([]Publication, error)
	// Alike lists published versions in force that share a word with the text, or whose reference it is, newest first, without their
	// content; none when the text is empty.
	Alike(ctx context.Context, text string, size int) ([]Publication, error)
	// Count says how many match, up to a cap: a count equal to the cap means "or more".
	Count(ctx context.Context, filter PublicFilter, limit int) (int, error)
}

// PublicFilter narrows the register; an empty field matches all.
type PublicFilter struct {
	Text           string // words in the title, a reference or a check code
	Directorate    string
	Characteristic string
	Effect         Effect // with Characteristic: that effect on that group
	Year           string // YYYY of publication
	NotNeeded      bool   // it says why no assessment is needed
}

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
