package committee

import (
	"slices"
	"time"

	"dorset-eqia/eqia"
)

// Role is what a report is at a meeting for.
type Role string

// The roles of an appearance.
const (
	PreScrutiny Role = "pre_scrutiny"
	Recommends  Role = "recommend"
	Decides     Role = "decide"
	Adopts      Role = "adopt"
	Notes       Role = "note"
	CallIn      Role = "call_in"
	ReferBack   Role = "refer_back"
)

// Roles lists the roles in the order they are offered.
func Roles() []Role {
	return []Role{PreScrutiny, Recommends, Decides, Adopts, Notes, CallIn, ReferBack}
}

// Label is the role in the words shown on pages.
func (r Role) Label() string {
	return map[Role]string{PreScrutiny: "To be looked at before the decision", Recommends: "To recommend to another body", Decides: "To decide",
		Adopts: "To adopt", Notes: "To note", CallIn: "Called in", ReferBack: "Sent back to be looked at again"}[r]
}

// Authoritative reports whether what is agreed there stands as a decision.
func (r Role) Authoritative() bool { return r == Decides || r == Adopts }

// Outcome is what became of a report at a meeting.
type Outcome string

// The outcomes; none is recorded before the meeting.
const (
	Agreed        Outcome = "agreed"
	AgreedAmended Outcome = "agreed_amended"
	Recommended   Outcome = "recommended"
	Deferred      Outcome = "deferred"
	ReferredBack  Outcome = "referred_back"
	TakenAway     Outcome = "withdrawn"
	Noted         Outcome = "noted"
	NotReached    Outcome = "not_reached"
)

// Outcomes lists the outcomes in the order they are offered.
func Outcomes() []Outcome {
	return []Outcome{Agreed, AgreedAmended, Recommended, Noted, Deferred, ReferredBack, TakenAway, NotReached}
}

// Valid reports whether o is one of the outcomes.
func (o Outcome) Valid() bool { return slices.Contains(Outcomes(), o) }

// Label is the outcome in the words shown on pages.
func (o Outcome) Label() string {
	return map[Outcome]string{Agreed: "Agreed", AgreedAmended: "Agreed with changes", Recommended: "Recommended to another body", Noted: "Noted",
		Deferred: "Put off to another meeting", ReferredBack: "Sent back", TakenAway: "Withdrawn", NotReached: "Not reached"}[o]
}

// Considered is how the assessment was taken up at the meeting. The clerk says so; nothing is taken for granted.
type Considered string

// The ways, as the minutes tell them apart.
const (
	Discussed    Considered = "discussed"
	NotedOnly    Considered = "noted"
	NotMentioned Considered = "not_mentioned"
)

// ConsideredWays lists the ways in the order they are offered.
func ConsideredWays() []Considered { return []Considered{Discussed, NotedOnly, NotMentioned} }

// Label is the way in the words shown on pages.
func (c Considered) Label() string {
	return map[Considered]string{Discussed: "Members discussed it", NotedOnly: "It was noted without discussion", NotMentioned: "It was not mentioned"}[c]
}

// Decision is what was recorded about a report after it was at a meeting.
type Decision struct {
	Role       Role // known before
	Outcome    Outcome
	Resolution string
	Amendments string // what members changed, in words
	Considered Considered
	Minute     string // the clause for the minutes, as the clerk settled it
}

// ClearanceRole is whose clearance a report asks for.
type ClearanceRole string

// ClearanceRoles lists whose clearances there are, in the order they are offered.
func ClearanceRoles() []ClearanceRole {
	return []ClearanceRole{"legal_mo", "s151", "portfolio", "equality", "hr", "climate", "comms"}
}

// Label is the role in the words shown on pages.
func (r ClearanceRole) Label() string {
	return map[ClearanceRole]string{"legal_mo": "Legal and monitoring officer", "s151": "Section 151 officer", "portfolio": "Cabinet member",
		"equality": "Equality lead", "hr": "Human resources", "climate": "Climate", "comms": "Communications"}[r]
}

// Clearance is what one officer said of a version of a report. Nobody is taken to agree by saying nothing. The newest of a role holds.
type Clearance struct {
	ID      string
	Version ReportVersionID
	Role    ClearanceRole
	State   ClearanceState
	Comment string
	At      time.Time
	By      eqia.PersonID
	ByName  string // where it is shown
}

// ClearanceState is how far a clearance has come.
type ClearanceState string

// The states of a clearance.
const (
	ClearanceAsked   ClearanceState = "asked"
	Cleared          ClearanceState = "cleared"
	ClearanceRefused ClearanceState = "refused"
)

// Label is the state in the words shown on pages.
func (s ClearanceState) Label() string {
	return map[ClearanceState]string{ClearanceAsked: "Asked", Cleared: "Cleared", ClearanceRefused: "Not cleared"}[s]
}

// Clearance is what an officer said of the version at an appearance; false when nothing is recorded.
func (a Appearance) Clearance(role ClearanceRole) (Clearance, bool) {
	for _, c := range slices.Backward(a.Clearances) {
		if c.Role == role {
			return c, true
		}
	}
	return Clearance{}, false
}

// ChallengeID identifies a challenge.
type ChallengeID string

// Challenge is a point about equality that a councillor raised, and what came of it.
type Challenge struct {
	ID           ChallengeID
	AppearanceID AppearanceID
	Councillor   string
	Channel      Channel
	Text         string
	AskedOn      eqia.Day
	Answer       string
	LedTo        LedTo
	At           time.Time
	By           eqia.PersonID
	Counter      int
}

// Channel is how a challenge was made.
type Channel string

// Channels lists the channels in the order they are offered.
func Channels() []Channel {
	return []Channel{"before", "meeting", "amendment", "deferral", "call_in", "scrutiny"}
}

// Label is the channel in the words shown on pages.
func (c Channel) Label() string {
	return map[Channel]string{"before": "Question before the meeting", "meeting": "Question at the meeting", "amendment": "Amendment",
		"deferral": "Asked to put it off", "call_in": "Call-in", "scrutiny": "Scrutiny review"}[c]
}

// LedTo is what came of a challenge.
type LedTo string

// LedToWays lists what can come of a challenge, in the order they are offered.
func LedToWays() []LedTo {
	return []LedTo{"none", "clarified", "assessment_reopened", "amended", "deferred", "call_in"}
}

// Label is what came of it in the words shown on pages.
func (l LedTo) Label() string {
	return map[LedTo]string{"none": "Nothing changed", "clarified": "It was made clear", "assessment_reopened": "The assessment was opened again",
		"amended": "The recommendations were changed", "deferred": "It was put off", "call_in": "It was called in"}[l]
}

// CommitmentID identifies a commitment.
type CommitmentID string

// Commitment is something promised to members about equality at a meeting. It is outstanding until it is closed.
type Commitment struct {
	ID           CommitmentID
	AppearanceID AppearanceID
	Text         string
	Owner        string
	DueOn        eqia.Day
	At           time.Time
	By           eqia.PersonID
	ClosedAt     time.Time // zero while it is outstanding
	ClosedBy     eqia.PersonID
	Closing      string // what was done
	Counter      int
}
