package committee

import (
	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// rule is one thing to look for on an agenda item. The same number may have two rows, where it weighs differently for different cases.
type rule struct {
	id       string
	severity eqia.Severity
	basis    eqia.Basis
	why      string
	mayPass  workflow.Actor // who may let it pass with a recorded reason; empty when nobody may
	finds    func(matter) []string
}

// Ruleset names the rules and wordings of this release; results say by which they were made.
const Ruleset = "2026-1"

// rules lists every rule of the committee gate, by number. A new family is another function of rules, added here.
func rules() []rule { return equalityRules() }

func equalityRules() []rule {
	const mo = workflow.MonitoringOfficer
	return []rule{
		{"EQ-01", eqia.Stop, eqia.Policy, "Members need the assessment, or a reason for having none, before they decide.", "", nothingRecorded},
		{"EQ-01", eqia.Stop, eqia.Policy, "A reason holds once the person responsible has agreed it.", "", reasonNotAgreed},
		{"EQ-02", eqia.Stop, eqia.Policy, "Only a signed version can be put before members: it does not change afterwards.", mo, notLinked},
		{"EQ-03", eqia.Stop, eqia.Policy, "Members should read the version that is in force.", mo, replacedOrWithdrawn},
		{"EQ-03", eqia.Stop, eqia.Policy, "A reason can't rest on an assessment that was withdrawn.", mo, reliesOnWithdrawn},
		{"EQ-05", eqia.Stop, eqia.Policy, "What no assessment covers is decided without one.", mo, notCovered},
		{"EQ-06", eqia.Stop, eqia.Policy, "A restricted assessment may say things about few people.", "", restrictedInTheOpen},
		{"EQ-07", eqia.Stop, eqia.Policy, "Someone who did not write the assessment should sign it off.", mo, signedByContributor},
		{"EQ-07", eqia.Warn, eqia.Policy, "It was signed off outside this service, where this was not checked.", mo, signedElsewhereByContributor},
		{"EQ-08", eqia.Warn, eqia.GoodPractice, "Members and the public need time to read it.", mo, signedLate},
		{"EQ-10", eqia.Warn, eqia.GoodPractice, "What was found may have changed since.", mo, reviewDue},
		{"EQ-13", eqia.Warn, eqia.GoodPractice, "Members find an appendix by its label.", mo, appendixLabels},
		{"EQ-15", eqia.Warn, eqia.Policy, "A group without a finding may not have been thought about.", mo, unrated},
	}
}

func (r rule) finding(severity eqia.Severity, message string) eqia.Finding {
	return eqia.Finding{Rule: r.id, Severity: severity, Gate: eqia.AtCommittee, Basis: r.basis, Message: message, Why: r.why, MayPass: r.mayPass, Ruleset: Ruleset}
}
