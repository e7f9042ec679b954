package committee

import (
	"slices"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// PackCheckID identifies one check of a pack.
type PackCheckID string

// PackKind is who reads a pack.
type PackKind string

// The kinds of pack.
const (
	PublicPack PackKind = "public"
	ClosedPack PackKind = "exempt"
)

// PackKinds lists the kinds in the order they are offered.
func PackKinds() []PackKind { return []PackKind{PublicPack, ClosedPack} }

// Valid reports whether k is one of the kinds.
func (k PackKind) Valid() bool { return slices.Contains(PackKinds(), k) }

// Label is the kind in the words shown on pages.
func (k PackKind) Label() string {
	return map[PackKind]string{PublicPack: "The public pack", ClosedPack: "The exempt pack, for members alone"}[k]
}

// PackCheck is what was found in the file that members were or will be sent. It never changes; a pack that is put right is checked again.
type PackCheck struct {
	ID       PackCheckID
	Meeting  MeetingID
	Edition  EditionID // of the meeting's papers, the newest when it was checked; empty when none was recorded as published
	Kind     PackKind
	SHA256   string // of the file
	Bytes    int
	At       time.Time
	By       eqia.PersonID
	ByName   string
	PackRead PackRead
}

// Agrees reports whether the pack holds what was linked, whole and in order, and nothing else.
func (c PackCheck) Agrees() bool { return c.PackRead.Sound() }

// PackRead is what a pack holds, and what is wrong with it.
type PackRead struct {
	Pages    int           `json:"pages"`
	Copies   []PackCopy    `json:"copies"`
	Problems []PackProblem `json:"problems"`
}

// Sound reports whether nothing was found that has to be put right or looked at.
func (r PackRead) Sound() bool { return len(r.Problems) == 0 }

// PackCopy is one copy of an assessment in a pack, by the footers of its pages.
type PackCopy struct {
	Reference string            `json:"reference"`
	Version   string            `json:"version"`
	Code      string            `json:"code"` // as printed
	From      int               `json:"from"` // first and last page of the pack that it is on
	To        int               `json:"to"`
	Found     int               `json:"found"` // different pages of it that are there
	Of        int               `json:"of"`    // how many it has, as its footers say
	Standing  eqia.CodeStanding `json:"standing"`
	Differs   int               `json:"differs"` // places where its words are not those that were signed; -1 where they were not compared
}

// PackProblem is one thing wrong with a pack. Page is the page of the pack it is about, 0 for all of it.
type PackProblem struct {
	Page int    `json:"page"`
	Says string `json:"says"`
}

// Coded is the signed version that a check code was given to, as the council's own people may know it.
type Coded struct {
	Code       string
	Assessment eqia.AssessmentID
	Reference  string
	Number     string
	Title      string // empty when it is restricted
	State      workflow.State
	Restricted bool
	Public     bool // anyone can read it in the register
	SignedAt   time.Time
	SignerRole string
	Digest     string
	ReviewDue  eqia.Day
	Newer      string    // the version that replaced it, where one did
	NewerAt    time.Time // when that was signed off
	CopyOf     string    // the version that this is with words left out; empty for a whole one
	Without    string    // the version that is in force with words of this one left out; empty where there is none
}

// Standing is how the version stands on a day.
func (c Coded) Standing(today eqia.Day) eqia.CodeStanding {
	switch {
	case c.Reference == "":
		return eqia.CodeUnknown
	case c.Restricted && !c.Public:
		return eqia.CodeRestricted
	case c.State == workflow.Withdrawn:
		return eqia.CodeWithdrawn
	case c.State == workflow.Superseded:
		return eqia.CodeSuperseded
	case c.ReviewDue != "" && c.ReviewDue < today:
		return eqia.CodeOverdue
	default:
		return eqia.CodeCurrent
	}
}

// says is what is wrong with using the version in a pack of a kind; "" when nothing is.
func (c Coded) says(kind PackKind, today eqia.Day) string {
	name := c.Reference + " version " + c.Number
	if kind == PublicPack && c.Without != "" {
		return name + " has words that the public may not read. The public pack must have version " + c.Without + " instead."
	}
	switch c.Standing(today) {
	case eqia.CodeWithdrawn:
		return name + " is withdrawn. Take it out of the pack."
	case eqia.CodeSuperseded:
		out := name + " was replaced by a later version."
		if c.Newer != "" {
			out = name + " was replaced by version " + c.Newer + ", signed off on " + eqia.DayOf(c.NewerAt).Words() + "."
		}
		return out + " Compare them before members get this pack."
	case eqia.CodeRestricted:
		if kind == PublicPack {
			return name + " is restricted. It must not be in a public pack."
		}
	case eqia.CodeCurrent, eqia.CodeOverdue, eqia.CodeUnknown:
	}
	return ""
}
