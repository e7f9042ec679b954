// Package workflow says what can happen to a version of an assessment: its states, the moves between them, who may make each move
// and on what conditions. It is one table; what is not in the table cannot happen. It knows nothing of storage or pages.
package workflow

import "slices"

// State is where one version of an assessment stands.
type State string

// The states of a version.
const (
	Draft            State = "draft"
	Submitted        State = "submitted"
	InReview         State = "in_review"
	ChangesRequested State = "changes_requested"
	SignedOff        State = "signed_off"
	Superseded       State = "superseded"
	Withdrawn        State = "withdrawn"
)

// States lists every state in the order a version meets them.
func States() []State {
	return []State{Draft, Submitted, InReview, ChangesRequested, SignedOff, Superseded, Withdrawn}
}

// Valid reports whether s is one of the states.
func (s State) Valid() bool { return slices.Contains(States(), s) }

// Label is the state in the words shown on pages.
func (s State) Label() string {
	return map[State]string{
		Draft:            "Draft",
		Submitted:        "Waiting for review",
		InReview:         "In review",
		ChangesRequested: "Changes requested",
		SignedOff:        "Signed off",
		Superseded:       "Replaced by a later version",
		Withdrawn:        "Withdrawn",
	}[s]
}

// Open reports whether work on a version in this state can still lead to sign-off.
func (s State) Open() bool { return slices.Contains(open, s) }

// Editable reports whether answers may change in this state.
func (s State) Editable() bool { return slices.Contains(editable, s) }

// Frozen reports whether a version in this state was signed off and holds a snapshot, unless it was withdrawn before signing.
func (s State) Frozen() bool { return s == SignedOff || s == Superseded }

var (
	open     = []State{Draft, Submitted, InReview, ChangesRequested}
	editable = []State{Draft, ChangesRequested}
)
