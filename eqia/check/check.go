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
const Version = "2026-3"

// Rule is one question asked of an assessment, with the words that explain it.
type Rule struct {
	ID        string
	Severity  eqia.Severity
	Gates     []eqia.Gate
	Basis     eqia.Basis
	MayPass   workflow.Actor // who may let a block pass with a recorded reason; empty for a rule that blocks nothing
	Screening bool           // also asked of a record that says why no assessment is needed
	Waits     bool           // it asks for what is not written yet, so it is not asked while someone writes
	Title     string
	Why       string
	Weak      string // an answer this rule would question
	Better    string // the same answer, put right
	Judge     func(*reading) []Remark
}

// Remark is one place that a rule questions, and what to do there.
type Remark struct {
	Where   eqia.PartKey
	Message string
	Only    eqia.Severity // how much this one asks for, where that is less than the rule's own severity
}

// The gates that rules have. A rule that blocks sending is asked again before signing; one that advises is asked once.
var (
	bothGates = []eqia.Gate{eqia.AtSubmit, eqia.AtSignOff}
	atDraft   = []eqia.Gate{eqia.AtDraft}
	atSubmit  = []eqia.Gate{eqia.AtSubmit}
	atSignOff = []eqia.Gate{eqia.AtSignOff}
	atPublish = []eqia.Gate{eqia.AtPublish}
)

// All lists every rule, family by family.
func All() []Rule {
	return slices.Concat(timingRules(), laterRules(), scopeRules(), peopleRules(), dutyRules(), partnerRules(), completeRules(), coverRules(), analysisRules(),
		wordingRules(), balanceRules(), particularRules(), summaryRules(), evidenceRules(), sourceRules(), engagementRules(), disclosureRules(),
		actionRules(), followUpRules(), outcomeRules())
}

// Judge asks a case the rules of a gate and lists what they found, worst first. While an assessment is a draft these are the rules of
// sending too, but for those that ask for what is not written yet. It is an eqia.Checks.
func Judge(c eqia.Case, gate eqia.Gate) []eqia.Finding {
	return judge(c, func(r Rule) (eqia.Gate, bool) {
		coaches := gate == eqia.AtDraft && !r.Waits && r.Gates[0] == eqia.AtSubmit
		return gate, coaches || slices.Contains(r.Gates, gate)
	})
}

// Whole asks a case every rule once, each at the first of its gates, and lists what they found, worst first.
func Whole(c eqia.Case) []eqia.Finding {
	return judge(c, func(r Rule) (eqia.Gate, bool) { return r.Gates[0], true })
}

// judge asks a case the rules that are due, each at the gate it is due at.
func judge(c eqia.Case, due func(Rule) (eqia.Gate, bool)) []eqia.Finding {
	var found []eqia.Finding
	read := reads(c)
	for _, r := range All() {
		gate, ok := due(r)
		if !ok || c.Screens() && !r.Screening {
			continue
		}
		for _, m := range r.Judge(read) {
			found = append(found, r.finding(m, gate))
		}
	}
	slices.SortStableFunc(found, func(a, b eqia.Finding) int { return cmp.Compare(rank(a.Severity), rank(b.Severity)) })
	return found
}

func (r Rule) finding(m Remark, gate eqia.Gate) eqia.Finding {
	return eqia.Finding{Rule: r.ID, Title: r.Title, Severity: cmp.Or(m.Only, r.Severity), Gate: gate, Basis: r.Basis, Where: m.Where,
		Message: m.Message, Why: r.Why, Weak: r.Weak, Better: r.Better, MayPass: r.MayPass, Ruleset: Version}
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

// atPart is a remark on a card or an entry.
func atPart(where eqia.PartKey, message string) Remark { return Remark{Where: where, Message: message} }
