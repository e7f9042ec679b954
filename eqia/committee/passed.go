package committee

import (
	"slices"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// OverrideID identifies an override.
type OverrideID string

// Override lets a finding pass at one appearance, with the reason. It speaks of the finding as it was: when what was found changes, it says
// nothing of that.
type Override struct {
	ID           OverrideID
	AppearanceID AppearanceID
	Rule         string
	Mark         string // of the finding
	Public       string
	Private      string // may be legal advice
	AgreedHow    string // for example "by telephone at 16:35", when someone recorded it for the one who may
	Role         workflow.Actor
	At           time.Time
	By           eqia.PersonID
	ByName       string
	ConfirmBy    eqia.Day // until when it holds unconfirmed; empty when the one who may recorded it
	ConfirmedAt  time.Time
	ConfirmedBy  eqia.PersonID
	EndedAt      time.Time // zero while it holds
	EndedBy      eqia.PersonID
	Counter      int
}

// Holds reports whether the override still counts on a day.
func (o Override) Holds(today eqia.Day) bool {
	return o.EndedAt.IsZero() && (o.ConfirmBy == "" || !o.ConfirmedAt.IsZero() || today <= o.ConfirmBy)
}

// Finding is one thing found about an item, and what lets it pass.
type Finding struct {
	eqia.Finding
	Override *Override // nil while nothing lets it pass
}

// Outstanding is the findings that nothing lets pass.
func Outstanding(found []Finding) []Finding {
	return slices.DeleteFunc(slices.Clone(found), func(f Finding) bool { return f.Override != nil })
}
