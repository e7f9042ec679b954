package committee

import (
	"slices"
	"time"

	"dorset-eqia/eqia"
)

// EditionID identifies an edition of an agenda.
type EditionID string

// Edition is an agenda as it was recorded as published, or as the meeting was held: what was with each item, frozen. It never changes; what is
// published later is an edition of its own.
type Edition struct {
	ID           EditionID
	Meeting      MeetingID
	Seq          int // from 1 at each meeting
	Kind         EditionKind
	RecordedAt   time.Time // the server's
	RecordedBy   eqia.PersonID
	StatedAt     time.Time   // when it was published, as the clerk or an import says; zero when nothing was said
	StatedSource string      // how that is known
	Reason       string      // why there is another edition
	Manifest     []byte      // canonical JSON; empty in lists
	Digest       string      // SHA-256 of the manifest
	Ruleset      string      // the rules it was checked by
	Statements   []Statement // of when it was published, oldest first; the newest holds. Empty in lists
}

// Statement is when an edition was published, as somebody said it. It never changes: a correction is another one.
type Statement struct {
	At         time.Time
	Source     string
	Why        string
	RecordedAt time.Time
	RecordedBy eqia.PersonID
}

// At is when the edition was published, as far as is known: as stated, or else as recorded here.
func (e Edition) At() time.Time {
	if e.StatedAt.IsZero() {
		return e.RecordedAt
	}
	return e.StatedAt
}

// EditionKind is what sort of edition it is.
type EditionKind string

// The kinds of edition. AsMet is what was before members when the meeting was held.
const (
	MainEdition EditionKind = "main"
	Supplement  EditionKind = "supplement"
	Revised     EditionKind = "revised"
	ToFollow    EditionKind = "to_follow"
	ExemptPack  EditionKind = "exempt_pack"
	Decisions   EditionKind = "decisions"
	MinutesOf   EditionKind = "minutes"
	AsMet       EditionKind = "as_met"
)

// EditionKinds lists the kinds in the order they are offered.
func EditionKinds() []EditionKind {
	return []EditionKind{MainEdition, Supplement, Revised, ToFollow, ExemptPack, Decisions, MinutesOf, AsMet}
}

// Valid reports whether k is one of the kinds.
func (k EditionKind) Valid() bool { return slices.Contains(EditionKinds(), k) }

// Public reports whether papers of this kind are read by the public.
func (k EditionKind) Public() bool {
	return slices.Contains([]EditionKind{MainEdition, Supplement, Revised, ToFollow}, k)
}

// Checked reports whether the publish check stands before papers of this kind. Decisions and minutes say what happened.
func (k EditionKind) Checked() bool { return k.Public() || k == ExemptPack }

// Label is the kind in the words shown on pages.
func (k EditionKind) Label() string {
	return map[EditionKind]string{MainEdition: "Agenda", Supplement: "Supplement", Revised: "Revised agenda", ToFollow: "Papers to follow",
		ExemptPack: "Exempt papers", Decisions: "Decisions", MinutesOf: "Minutes", AsMet: "As the meeting was held"}[k]
}

// Published is the agenda as it was first published; false when it is not recorded as published.
func (m Meeting) Published() (Edition, bool) {
	i := slices.IndexFunc(m.Editions, func(e Edition) bool { return e.Kind == MainEdition })
	if i < 0 {
		return Edition{}, false
	}
	return m.Editions[i], true
}
