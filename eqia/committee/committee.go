// Package committee is the committee side: committees and their meetings, reports on their way through them, and which signed version
// of which assessment was before members each time. It knows nothing of databases or pages.
package committee

import (
	"slices"
	"strings"

	"dorset-eqia/eqia"
)

// Identifiers are ULIDs, as in eqia; each kind has a type of its own.
type (
	// ID identifies a committee.
	ID string
	// MeetingID identifies a meeting.
	MeetingID string
	// ItemID identifies an agenda item.
	ItemID string
	// ReportID identifies a report.
	ReportID string
	// ReportVersionID identifies a version of a report.
	ReportVersionID string
	// PointID identifies a recommendation or an option.
	PointID string
	// AppearanceID identifies an appearance.
	AppearanceID string
	// LinkID identifies a link.
	LinkID string
	// ReasonID identifies a reason for having no assessment.
	ReasonID string
)

// Committee is a body that meets and decides, or one person who decides.
type Committee struct {
	ID      ID
	Name    string
	Kind    Kind
	Regime  Regime
	Active  bool
	Counter int // how often it was saved; 0 for one that is new
}

// Kind is what sort of body a committee is.
type Kind string

// The kinds of committee.
const (
	FullCouncil Kind = "full_council"
	Cabinet     Kind = "cabinet"
	Overview    Kind = "overview"
	Scrutiny    Kind = "scrutiny"
	Shareholder Kind = "shareholder"
	Regulatory  Kind = "regulatory"
	Area        Kind = "area"
	Joint       Kind = "joint"
	OtherKind   Kind = "other"

	CabinetMember Kind = "cabinet_member"
	Officer       Kind = "officer"
)

// Kinds lists the kinds in the order they are offered.
func Kinds() []Kind {
	return []Kind{FullCouncil, Cabinet, Overview, Scrutiny, Shareholder, Regulatory, Area, Joint, CabinetMember, Officer, OtherKind}
}

// Sits reports whether a body of this kind meets. One person decides alone, on a day, and what is before them is kept in the same way.
func (k Kind) Sits() bool { return k != CabinetMember && k != Officer }

// Valid reports whether k is one of the kinds.
func (k Kind) Valid() bool { return slices.Contains(Kinds(), k) }

// Label is the kind in the words shown on pages.
func (k Kind) Label() string {
	return map[Kind]string{FullCouncil: "Full Council", Cabinet: "Cabinet", Overview: "Overview committee", Scrutiny: "Scrutiny committee",
		Shareholder: "Shareholder committee", Regulatory: "Regulatory committee", Area: "Area committee", Joint: "Joint committee",
		CabinetMember: "Cabinet member who decides alone", Officer: "Officer who decides alone", OtherKind: "Another body"}[k]
}

// Regime is the law that says when a committee's papers must be public.
type Regime string

// The regimes: part VA of the Local Government Act 1972, and the executive arrangements regulations of 2012 (SI 2012/2089).
const (
	LGA1972  Regime = "lga1972"
	Exec2012 Regime = "exec2012"
)

// Regimes lists the regimes in the order they are offered.
func Regimes() []Regime { return []Regime{LGA1972, Exec2012} }

// Valid reports whether r is one of the regimes.
func (r Regime) Valid() bool { return slices.Contains(Regimes(), r) }

// Label is the regime in the words shown on pages.
func (r Regime) Label() string {
	return map[Regime]string{LGA1972: "Council and its committees (Local Government Act 1972)",
		Exec2012: "Cabinet and its committees (executive regulations 2012)"}[r]
}

func (c *Committee) validate() error {
	c.Name = line(c.Name)
	switch {
	case c.Name == "":
		return &eqia.Invalid{Field: "name", Says: "Enter the name of the committee"}
	case !c.Kind.Valid():
		return &eqia.Invalid{Field: "kind", Says: "Select what kind of committee it is"}
	case !c.Regime.Valid():
		return &eqia.Invalid{Field: "regime", Says: "Select which rules on papers apply"}
	}
	return short("name", c.Name)
}

// line is text on one line, without spaces around it or doubled in it.
func line(s string) string { return strings.Join(strings.Fields(s), " ") }

// mostLine is how many bytes a title or a name may hold.
const mostLine = 500

func short(field, s string) error {
	if len(s) > mostLine {
		return &eqia.Invalid{Field: field, Says: "This is too long. Keep it under 500 characters"}
	}
	return eqia.ValidText(field, s)
}
