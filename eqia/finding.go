package eqia

// Severity is what a rule's finding asks for.
type Severity string

// The severities: a block stops the move, a warning asks for a reason, a prompt is for the reviewer, information is for anyone.
const (
	Stop   Severity = "block"
	Warn   Severity = "warn"
	Prompt Severity = "prompt"
	Inform Severity = "information"
)

// Gate is the point at which a rule is judged.
type Gate string

// The gates.
const (
	AtDraft     Gate = "draft"
	AtSubmit    Gate = "submit"
	AtSignOff   Gate = "sign_off"
	AtCommittee Gate = "committee"
	Afterwards  Gate = "after_decision"
)

// Basis is where a rule comes from. Only the law says "must".
type Basis string

// The bases of a rule.
const (
	Law          Basis = "law"
	Policy       Basis = "council policy"
	GoodPractice Basis = "good practice"
)

// Finding is one rule's remark about one place: what to put right, in words that could be read out in public.
type Finding struct {
	Rule     string
	Severity Severity
	Gate     Gate
	Basis    Basis
	Where    PartKey
	Message  string
	Why      string
	MayPass  string // who may let it pass with a recorded reason; empty when nobody may
}

// Checks judges a version at a gate. The rules live in eqia/check; cmd hands them to the service.
type Checks func(c Case, gate Gate) []Finding

// Blocks is the findings that stop a move.
func Blocks(found []Finding) []Finding {
	var out []Finding
	for _, f := range found {
		if f.Severity == Stop {
			out = append(out, f)
		}
	}
	return out
}
