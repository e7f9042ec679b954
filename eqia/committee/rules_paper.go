package committee

import (
	"fmt"
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/section"
	"dorset-eqia/workflow"
)

// paperRules look at how the assessment stands in the report: its label, its name and the lists at the end.
func paperRules() []rule {
	const clerk = workflow.Clerk
	return []rule{
		{Rule{"EQ-12", eqia.Warn, eqia.GoodPractice, "The section was made from the version that is linked",
			"A section that was changed by hand, or made from an older version, may say something else than the assessment.", clerk}, notAsMade},
		{Rule{"EQ-13", eqia.Warn, eqia.GoodPractice, "Members find the appendix by its label",
			"A missing or doubled label sends members to another paper.", clerk}, appendixLabels},
		{Rule{"EQ-13", eqia.Warn, eqia.GoodPractice, "The appendix is in the report’s list",
			"Members look for an appendix in the list at the end of the report.", clerk}, appendixList},
		{Rule{"EQ-14", eqia.Warn, eqia.GoodPractice, "The assessment is of the same proposal",
			"An assessment of something else tells members nothing about this decision.", clerk}, otherProposal},
		{Rule{"EQ-25", eqia.Inform, eqia.Policy, "The report is cleared",
			"Clearance shows that those who answer for the law, the money and the service have read it.", clerk}, notCleared},
		{Rule{"EQ-26", eqia.Warn, eqia.Law, "What the report relies on is listed",
			"Papers that a report relies on must be listed and open to inspection (Local Government Act 1972, section 100D).", clerk}, unlistedPaper},
	}
}

func notAsMade(m matter) []string {
	v := m.Version
	if v.EqualitySource == EditedText {
		return []string{"The equality section was changed by hand after it was made from the assessment, by: " + lower(putter.Label()) + ". Compare the two."}
	}
	if v.EqualitySource != GeneratedText {
		return nil
	}
	return about(m, func(p Pinned) bool { return !slices.Contains(v.GeneratedFrom, p.VersionID) },
		"is not the version that the equality section was made from. Make the section again, or link the version it was made from.")
}

func appendixLabels(m matter) []string {
	var out []string
	seen := map[string]int{}
	for _, l := range m.Live() {
		if l.Appendix != "" {
			seen[lower(l.Appendix)]++
		}
		if l.Relation == Appended && l.Appendix == "" {
			out = append(out, l.Pinned.name()+" is appended without a label. Replace the link and enter one, for example Appendix 3.")
		}
		if seen[lower(l.Appendix)] == 2 {
			out = append(out, "Two assessments are labelled "+l.Appendix+". Replace one of the links and enter another label.")
		}
	}
	return out
}

// appendixList holds labels against the report's own list, and against what its equality section says.
func appendixList(m matter) []string {
	var out []string
	cited := section.Read(m.Version.EqualityText).Appendices()
	for _, l := range m.Live() {
		if l.Relation != Appended || l.Appendix == "" {
			continue
		}
		if len(m.Version.Appendices) > 0 && !slices.ContainsFunc(m.Version.Appendices, func(line string) bool { return section.Mentions(line, l.Appendix) }) {
			out = append(out, fmt.Sprintf("%s is cited for %s, but the report’s list of appendices has no such entry. Correct the list or the label.", l.Appendix, l.Pinned.name()))
		}
		same := func(label string) bool { return section.Mentions(l.Appendix, label) }
		if len(cited) > 0 && len(m.Live()) == 1 && !slices.ContainsFunc(cited, same) {
			out = append(out, fmt.Sprintf("The equality section says that the assessment is %s, and it is linked as %s. Correct one of them.",
				strings.Join(cited, ", "), l.Appendix))
		}
	}
	return out
}

// otherProposal looks for another reference in the section, and for titles that share no word that means something. Titles drift between plan,
// agenda and report, so less than that says nothing.
func otherProposal(m matter) []string {
	var out []string
	known := m.references()
	for _, ref := range section.Read(m.Version.EqualityText).References() {
		if len(m.Live()) > 0 && !slices.Contains(known, ref) {
			out = append(out, fmt.Sprintf("The equality section names %s, which is not linked here. Correct the section, or link that assessment.", ref))
		}
	}
	titles := strings.Join(append([]string{m.Report.Title, m.Version.Title, m.Title}, m.Report.Aliases...), " ")
	for _, l := range m.Live() {
		p := l.Pinned
		named := strings.Contains(titles, p.Reference)
		if !p.Restricted && !named && m.Report.Title != "" && len(telling(p.Facts.Proposal)) > 0 && len(sharedWords(p.Facts.Proposal, titles)) == 0 {
			out = append(out, fmt.Sprintf("The titles have no word in common: “%s” and “%s”. Check that %s is about the same proposal.", m.Report.Title, p.Facts.Proposal, p.Reference))
		}
	}
	return out
}

// references are those of every assessment that is linked, relied on or expected here.
func (m matter) references() []string {
	var out []string
	for _, l := range m.Live() {
		out = append(out, l.Pinned.Reference)
	}
	for _, r := range m.Given() {
		out = append(out, r.RelyOn.Reference)
	}
	for _, e := range m.Expected {
		out = append(out, e.Reference)
	}
	return out
}

// wanted are the clearances that a report usually needs.
var wanted = []ClearanceRole{"legal_mo", "s151", "portfolio"}

func notCleared(m matter) []string {
	if m.Version.ID == "" {
		return nil
	}
	var missing, refused, out []string
	for _, role := range wanted {
		switch c, ok := m.Clearance(role); {
		case !ok || c.State == ClearanceAsked:
			missing = append(missing, lower(role.Label()))
		case c.State == ClearanceRefused:
			refused = append(refused, lower(role.Label()))
		}
	}
	if len(missing) > 0 {
		out = append(out, "No clearance is recorded from: "+strings.Join(missing, ", ")+".")
	}
	if len(refused) > 0 {
		out = append(out, "The report is not cleared by: "+strings.Join(refused, ", ")+". Ask the author to put right what they said.")
	}
	if len(m.Report.CabinetMembers) == 0 {
		out = append(out, "No cabinet member is recorded for the report.")
	}
	return out
}

func unlistedPaper(m matter) []string {
	var out []string
	for _, l := range m.Live() {
		listed := slices.ContainsFunc(m.Version.Background, func(line string) bool {
			return strings.Contains(line, l.Pinned.Reference) || section.NamesAssessment(line)
		})
		unlisted := l.Relation == ReliedOnElsewhere || l.Relation == BackgroundPaper && len(m.Version.Background) > 0
		if unlisted && !listed {
			out = append(out, "The report relies on "+l.Pinned.name()+". List it as a background paper, or append it.")
		}
	}
	return out
}
