package eqia

// CodeStanding is how the version stands that a check code was given to.
type CodeStanding string

// The standings of a code. Overdue is in force, with its review late. Unknown is also what stands for a version that nobody may know of.
const (
	CodeCurrent    CodeStanding = "current"
	CodeOverdue    CodeStanding = "review_overdue"
	CodeSuperseded CodeStanding = "superseded"
	CodeWithdrawn  CodeStanding = "withdrawn"
	CodeRestricted CodeStanding = "restricted"
	CodeUnknown    CodeStanding = "not_recognised"
)

// Label is the standing in the words shown on pages.
func (s CodeStanding) Label() string {
	return map[CodeStanding]string{CodeCurrent: "Current", CodeOverdue: "Signed off, review overdue", CodeSuperseded: "Superseded",
		CodeWithdrawn: "Withdrawn", CodeRestricted: "Restricted", CodeUnknown: "Not recognised"}[s]
}

// CodeStanding is how the publication stands on a day, to someone who checks a copy of it.
func (p Publication) CodeStanding(today Day) CodeStanding {
	switch {
	case p.Standing == TakenAway:
		return CodeWithdrawn
	case p.Standing == Replaced:
		return CodeSuperseded
	case p.ReviewDue != "" && p.ReviewDue < today:
		return CodeOverdue
	default:
		return CodeCurrent
	}
}
