// Package eqia is the domain: assessments of what a proposal means for people with protected characteristics, the people who write,
// review and sign them, and the record of all that happened. It knows nothing of databases or pages.
package eqia

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"dorset-eqia/workflow"
)

// Assessment is the family: one proposal, with a reference that never changes and one version after another.
type Assessment struct {
	ID           AssessmentID
	Reference    string    // EQIA-2026-0001; given by the store when the first version is made
	Profile      string    // the council's form it is written on
	Restricted   bool      // seen by its people, the equality team and the monitoring officer alone
	RestrictedBy VersionID // the version whose kind of proposal restricted it; empty when it was restricted otherwise or is not
	LiftedReason string    // why a lead lifted a restriction; empty when none was lifted since the last
	Legacy       bool      // made outside this service and brought in
	Current      VersionID
	Signed       VersionID // the newest signed-off version; empty when none is in force
}

// Header is what is known of a version besides its answers.
type Header struct {
	ID           VersionID
	AssessmentID AssessmentID
	Major, Minor int
	Form         string // code of the form version it is written on
	State        workflow.State
	Revision     int // counts every save; submit and sign-off name the one they saw
	Legacy       bool

	Title       string // these eight are copies of answers, for lists and filters
	Kind        string
	Directorate string
	Service     string
	DecisionOn  Day
	ReviewDue   Day
	BudgetRound string // kept as it was answered, though only a kind of proposal that is asked for it counts in a round
	Screening   bool   // records why no assessment is needed

	Purpose    Purpose // why there is a version after the first; empty for the first
	FromNumber string  // number of the version its answers were taken from
	FromForm   string  // code of the form that one was on

	StartedAt     time.Time
	SavedAt       time.Time
	SubmittedAt   time.Time // the first of this round; zero when never sent
	Submissions   int
	Reviewer      PersonID
	Allowed       PersonID // a contributor whom the monitoring officer allowed to sign in this review
	AllowedReason string   // why, for the equality team and the monitoring officer alone; empty in anyone else's case
	SignedAt      time.Time
	SignedBy      PersonID
	SignerName    string // of someone without an account, who signed outside this service
	SignerRole    string
	Digest        string // SHA-256 of the canonical content, hex
	CheckCode     string
	PublishedAt   time.Time
	Reason        string // why it was withdrawn
	Urgent        Urgency
}

// Purpose is why a version was started after the one before.
type Purpose string

// The purposes of a new version.
const (
	Corrects Purpose = "correction" // puts small things right; its number is 1.1
	Revises  Purpose = "change"     // something that matters has changed; its number is 2.0
	Reviews  Purpose = "review"     // asks first what happened since, and then all again
	Redacts  Purpose = "redaction"  // is the one before with words left out, for the public; nobody writes it
)

// IsMinor reports whether the version only puts small things right.
func (h Header) IsMinor() bool { return h.Minor > 0 && h.Purpose != Redacts }

// Number is the version number, for example "1.0".
func (h Header) Number() string { return strconv.Itoa(h.Major) + "." + strconv.Itoa(h.Minor) }

// VersionWords is the version number with what kind of version it is, for example "1.1, a minor correction of version 1.0".
func (h Header) VersionWords() string {
	switch {
	case h.Purpose == Redacts:
		return h.Number() + ", version " + h.FromNumber + " with some words left out"
	case h.IsMinor() && h.FromNumber != "":
		return h.Number() + ", a minor correction of version " + h.FromNumber
	case h.IsMinor():
		return h.Number() + ", a minor correction"
	case h.Purpose == Reviews:
		return h.Number() + ", a review of version " + h.FromNumber
	default:
		return h.Number()
	}
}

// Published reports whether the public can read this version.
func (h Header) Published() bool { return !h.PublishedAt.IsZero() }

// Version is one version with all that belongs to it.
type Version struct {
	Header
	Assessment Assessment
	Content    Content
	Stamps     map[PartKey]Stamp
	Grounds    []Grounds          // for findings that are let stand, also those taken back; in the order of their marks
	Placed     bool               // it is linked to, or expected with, a report at some meeting
	Library    int64              // how often the council's library of facts was changed; 0 when it has none
	Parties    []Party            // everyone of this cycle: this version and earlier ones with the same major number
	Copied     map[PartKey]Copied // parts that were copied from another assessment when this one was started
	Unsaved    []Unsaved          // what people typed and did not save, without the fields: never read as it was a moment ago
	Said       []Comment          // every comment, oldest first, whoever may read it; Service.WithComments puts them on a case
	Verdicts   []Verdict          // what the reviewer asks of parts, by part
	Conditions []Condition        // of its sign-off
	Carried    []Condition        // of the sign-off of the version in force, while this one is being written
}

// Stamp says how often a part was saved, when it was last, and by whom.
type Stamp struct {
	Counter int
	At      time.Time
	By      PersonID
	ByName  string
}

// PartKind is what sort of thing a part of a version is.
type PartKind string

// The kinds of part, each saved under a version counter of its own.
const (
	AnswerPart     PartKind = "answer"
	CardPart       PartKind = "card"
	OptionPart     PartKind = "option"
	EvidencePart   PartKind = "evidence"
	EngagementPart PartKind = "engagement"
	ActionPart     PartKind = "action"
	OutcomePart    PartKind = "outcome"
)

var partKinds = []PartKind{AnswerPart, CardPart, OptionPart, EvidencePart, EngagementPart, ActionPart, OutcomePart}

// PartKey names one part: a question's code, a characteristic's code, or the number of an entry. The zero key is the whole.
type PartKey struct {
	Kind PartKind
	Key  string
}

func (k PartKey) String() string {
	if k == (PartKey{}) {
		return ""
	}
	return string(k.Kind) + "/" + k.Key
}

// Entry names a numbered entry of a list.
func Entry(kind PartKind, no int) PartKey { return PartKey{kind, strconv.Itoa(no)} }

// ParsePartKey reads "kind/key" as written in addresses and forms; "" is the whole assessment.
func ParsePartKey(s string) (PartKey, error) {
	if s == "" {
		return PartKey{}, nil
	}
	kind, key, ok := strings.Cut(s, "/")
	if !ok || !slices.Contains(partKinds, PartKind(kind)) || !keyForm.MatchString(key) {
		return PartKey{}, ErrNotFound
	}
	return PartKey{PartKind(kind), key}, nil
}

var (
	keyForm = regexp.MustCompile(`^[a-z0-9_+-]{1,120}$`)
	refForm = regexp.MustCompile(`^EQIA-\d{4}-\d{4,9}$`)
	numForm = regexp.MustCompile(`^[1-9]\d{0,3}\.\d{1,3}$`)
)

// ParseReference reads an assessment's reference from an address.
func ParseReference(s string) (string, error) {
	if !refForm.MatchString(s) {
		return "", ErrNotFound
	}
	return s, nil
}

// ParseNumber reads a version number from an address.
func ParseNumber(s string) (major, minor int, err error) {
	if !numForm.MatchString(s) {
		return 0, 0, ErrNotFound
	}
	if _, err = fmt.Sscanf(s, "%d.%d", &major, &minor); err != nil {
		return 0, 0, ErrNotFound
	}
	return major, minor, nil
}
