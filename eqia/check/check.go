// Package check holds the due-regard rules: what a reviewer, a councillor or a court would ask of an assessment. Rules advise in plain
// words; a person decides. Rules and wordings change together, under one version.
package check

import (
	"cmp"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// Version names this set of rules and wordings; it is kept beside every result.
const Version = "2026-1"

// Rule is one question asked of an assessment, with the words that explain it.
type Rule struct {
	ID        string
	Severity  eqia.Severity
	Gates     []eqia.Gate
	Basis     eqia.Basis
	MayPass   workflow.Actor // who may let a block pass with a recorded reason; empty for a rule that blocks nothing
	Screening bool           // also asked of a record that says why no assessment is needed
	Title     string
	Why       string
	Weak      string // an answer this rule would question
	Better    string // the same answer, put right
	Judge     func(eqia.Case) []Remark
}

// Remark is one place that a rule questions, and what to do there.
type Remark struct {
	Where   eqia.PartKey
	Message string
}

// bothGates is where a rule that blocks sending is asked again before signing.
var bothGates = []eqia.Gate{eqia.AtSubmit, eqia.AtSignOff}

// All lists every rule, family by family.
func All() []Rule {
	return slices.Concat(scopeRules(), peopleRules(), completeRules(), analysisRules(), summaryRules(), evidenceRules(), followUpRules())
}

// Judge asks a case the rules of a gate and lists what they found, blocks first. It is an eqia.Checks.
func Judge(c eqia.Case, gate eqia.Gate) []eqia.Finding {
	var found []eqia.Finding
	for _, r := range All() {
		if !slices.Contains(r.Gates, gate) || c.Screens() && !r.Screening {
			continue
		}
		for _, m := range r.Judge(c) {
			found = append(found, r.finding(m, gate))
		}
	}
	slices.SortStableFunc(found, func(a, b eqia.Finding) int { return cmp.Compare(rank(a.Severity), rank(b.Severity)) })
	return found
}

func (r Rule) finding(m Remark, gate eqia.Gate) eqia.Finding {
	return eqia.Finding{Rule: r.ID, Title: r.Title, Severity: r.Severity, Gate: gate, Basis: r.Basis, Where: m.Where, Message: m.Message,
		Why: r.Why, Weak: r.Weak, Better: r.Better, MayPass: r.MayPass, Ruleset: Version}
}

// rank puts the worst first.
func rank(s eqia.Severity) int {
	return slices.Index([]eqia.Severity{eqia.Stop, eqia.Warn, eqia.Prompt, eqia.Inform}, s)
}

// atAnswer is a remark on one question.
func atAnswer(question, message string) []Remark {
	return []Remark{{Where: eqia.PartKey{Kind: eqia.AnswerPart, Key: question}, Message: message}}
}

// atWhole is a remark on the assessment as a whole.
func atWhole(message string) []Remark { return []Remark{{Message: message}} }
