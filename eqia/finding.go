package eqia

import (
	"dorset-eqia/eqia/record"
	"dorset-eqia/workflow"
)

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
	AtPublish   Gate = "publish"
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
	Title    string // what the rule hopes to find
	Severity Severity
	Gate     Gate
	Basis    Basis
	Where    PartKey
	Message  string
	Why      string
	Weak     string         // an answer that the rule would question
	Better   string         // the same answer, put right
	MayPass  workflow.Actor // who may let a block pass with a recorded reason; empty when nobody may
	Ruleset  string         // the set of rules and wordings that it comes from
}

// Mark names a finding by what it says, how much it weighs and where. When any of those changes it is another finding, and a reason that
// was given for the one says nothing of the other. The gate is no part of it: sending and signing ask the same of an answer.
func (f Finding) Mark() string {
	return record.Digest([]byte(f.Rule + "\n" + string(f.Severity) + "\n" + f.Where.String() + "\n" + f.Message))[:markLength]
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
