package committee

import (
	"slices"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// AccessDecision is what someone decided about an assessment that a meeting takes in private: who may read it, why, and when that is looked at
// again. It never changes; the newest holds.
type AccessDecision struct {
	ID         string
	Assessment eqia.AssessmentID
	Outcome    AccessOutcome
	Paragraphs []string // of Schedule 12A that were weighed
	Reason     string
	ReviewOn   eqia.Day
	Role       workflow.Actor
	At         time.Time
	By         eqia.PersonID
	ByName     string
}

// AccessOutcome is what was decided.
type AccessOutcome string

// The outcomes.
const (
	KeptClosed AccessOutcome = "closed"
	OpenedUp   AccessOutcome = "open"
)

// AccessOutcomes lists the outcomes in the order they are offered.
func AccessOutcomes() []AccessOutcome { return []AccessOutcome{KeptClosed, OpenedUp} }

// Label is the outcome in the words shown on pages.
func (o AccessOutcome) Label() string {
	return map[AccessOutcome]string{KeptClosed: "Keep it closed", OpenedUp: "Open it: it can be published"}[o]
}

// ClosedPlace is an item, open to members alone or to nobody else, that an assessment is or was linked to.
type ClosedPlace struct {
	Meeting    Meeting // without items
	Number     string
	Access     Access
	Paragraphs []string
	Live       bool // the link holds, and the meeting is not called off
	Silent     bool // nobody outside may be told that there is an assessment with it
}

// ClosedPaper is a restricted assessment that was put before a closed meeting, with what was decided about it.
type ClosedPaper struct {
	AssessmentID eqia.AssessmentID
	Reference    string
	Title        string
	Places       []ClosedPlace
	Decision     *AccessDecision // the newest; nil when nobody has decided
}

// AccessStage is what a closed assessment waits for.
type AccessStage string

// The stages.
const (
	AccessToDecide AccessStage = "decide"  // nobody has decided who may read it
	AccessLapsed   AccessStage = "lapsed"  // no closed meeting has it before it any more
	AccessToReview AccessStage = "review"  // the day to look at the decision again has come
	AccessSettled  AccessStage = "settled" // a decision holds
)

// Label is the stage in the words of a tag.
func (s AccessStage) Label() string {
	return map[AccessStage]string{AccessToDecide: "Decide", AccessLapsed: "No longer before a closed meeting", AccessToReview: "Look at it again", AccessSettled: "Decided"}[s]
}

// Stage is what the assessment waits for on a day.
func (p ClosedPaper) Stage(today eqia.Day) AccessStage {
	switch {
	case !p.Held():
		return AccessLapsed
	case p.Decision == nil:
		return AccessToDecide
	case p.Decision.ReviewOn <= today:
		return AccessToReview
	default:
		return AccessSettled
	}
}

// Held reports whether a closed meeting has it before it.
func (p ClosedPaper) Held() bool {
	return slices.ContainsFunc(p.Places, func(at ClosedPlace) bool { return at.Live })
}

// Silent reports whether an item forbids saying that there is an assessment. It holds for as long as the assessment is restricted.
func (p ClosedPaper) Silent() bool {
	return slices.ContainsFunc(p.Places, func(at ClosedPlace) bool { return at.Silent })
}

// confidential reports whether it is before a meeting as confidential information, which no public interest opens.
func (p ClosedPaper) confidential() bool {
	return slices.ContainsFunc(p.Places, func(at ClosedPlace) bool { return at.Live && at.Access == Confidential })
}

// Paragraphs is every paragraph that closes an item with it now, each once.
func (p ClosedPaper) Paragraphs() []string {
	var out []string
	for _, at := range p.Places {
		if at.Live {
			out = append(out, at.Paragraphs...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// AccessCommand is a decision as it is made.
type AccessCommand struct {
	Once       string
	Outcome    AccessOutcome
	Paragraphs []string
	Reason     string
	ReviewOn   eqia.Day
}

func (c *AccessCommand) validate(p ClosedPaper, today eqia.Day) error {
	c.Reason = eqia.Lines(c.Reason)
	_, badDay := eqia.ParseDay(string(c.ReviewOn))
	known := func(no string) bool {
		return slices.ContainsFunc(eqia.Schedule12A(), func(s [2]string) bool { return s[0] == no })
	}
	switch {
	case !slices.Contains(AccessOutcomes(), c.Outcome):
		return &eqia.Invalid{Field: "outcome", Says: "Select whether it stays closed"}
	case c.Outcome == OpenedUp && p.confidential():
		return &eqia.Invalid{Field: "outcome", Says: "It is before a meeting as confidential information, which cannot be opened. Select Keep it closed"}
	case len(c.Paragraphs) == 0 && !p.confidential():
		return &eqia.Invalid{Field: "paragraphs", Says: "Select each paragraph you looked at"}
	case slices.ContainsFunc(c.Paragraphs, func(no string) bool { return !known(no) }):
		return &eqia.Invalid{Field: "paragraphs", Says: "Select paragraphs from the list"}
	case c.Reason == "":
		return &eqia.Invalid{Field: "reason", Says: "Enter why, and what the public interest is"}
	case badDay != nil || c.ReviewOn <= today:
		return &eqia.Invalid{Field: "review", Says: "Enter a date after today on which to look at it again"}
	}
	return eqia.ValidText("reason", c.Reason)
}
