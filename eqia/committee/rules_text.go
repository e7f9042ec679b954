package committee

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/section"
	"dorset-eqia/workflow"
)

// wordRules read what the report itself says.
func wordRules() []rule {
	const mo, clerk = workflow.MonitoringOfficer, workflow.Clerk
	return []rule{
		{Rule{"EQ-04", eqia.Stop, eqia.Policy, "Members are given the assessment that the report speaks of",
			"Members are taken to have read what is in their papers or what they are directed to, and not what a summary leaves out.", mo}, notGiven},
		{Rule{"EQ-11", eqia.Warn, eqia.GoodPractice, "The section says the same as the assessment",
			"Members who read only the section would not know who may lose out.", clerk}, leavesOut},
		{Rule{"EQ-19", eqia.Warn, eqia.GoodPractice, "The duty is in the words of the Act",
			"Other words change what the duty asks, and the change is easily missed.", clerk}, inOtherWords},
		{Rule{"EQ-21", eqia.Inform, eqia.GoodPractice, "No template text is left in",
			"Template text makes readers doubt the rest.", clerk}, leftIn},
		{Rule{"EQ-23", eqia.Stop, eqia.Policy, "The report has an equality section",
			"Members should be told in the report itself what was found.", mo}, noSection},
		{Rule{"EQ-23", eqia.Inform, eqia.GoodPractice, "The equality section was read here",
			"What is not here can’t be held against the assessment.", clerk}, notPasted},
		{Rule{"AG-05", eqia.Warn, eqia.GoodPractice, "The purpose fits the recommendations",
			"Members should know whether they decide or ask someone else to.", clerk}, otherPurpose},
	}
}

// read is the report's equality section.
func (m matter) read() section.Section { return section.Read(m.Version.EqualityText) }

func notGiven(m matter) []string {
	text := m.read()
	given := func(l Link) bool { return l.Relation == Appended || l.Relation == ExpresslyReferred }
	if text.ClaimsDone() == "" || text.Directs() || slices.ContainsFunc(m.Live(), given) || slices.ContainsFunc(m.Version.Appendices, section.NamesAssessment) {
		return nil
	}
	return []string{"The report says that an assessment was done, and members are not given it. Append it, or direct members to it in the report or on the agenda item."}
}

// leavesOut holds the section against what each linked assessment found. A restricted one is not named with its groups.
func leavesOut(m matter) []string {
	var out []string
	for _, l := range m.Live() {
		p := l.Pinned
		groups := m.read().Unsaid(p.lost())
		switch {
		case len(groups) == 0:
		case p.Restricted:
			out = append(out, "The equality section does not mention every negative or unclear effect that "+p.name()+" found. Ask the author to add them.")
		default:
			out = append(out, fmt.Sprintf("The equality section does not mention the negative or unclear effect that %s found on: %s. Ask the author to add it.",
				p.name(), strings.Join(groups, ", ")))
		}
	}
	return out
}

// lost are the groups that the version found a negative or an unclear effect on.
func (p Pinned) lost() []string {
	var out []string
	for _, group := range slices.Sorted(maps.Keys(p.Facts.Effects)) {
		e := p.Facts.Effects[group]
		if slices.Contains(e, string(eqia.Negative)) || slices.Contains(e, string(eqia.Unclear)) {
			out = append(out, group)
		}
	}
	return out
}

func inOtherWords(m matter) []string {
	if said := m.read().DepartsFromLaw(); said != "" {
		return []string{"This wording departs from section 149 of the Equality Act 2010: “" + excerpt(said) + "” Use the words of the Act."}
	}
	return nil
}

func leftIn(m matter) []string {
	var out []string
	for _, text := range m.read().Residue() {
		out = append(out, "Template text is left in: “"+excerpt(text)+"”. Ask the author to take it out.")
	}
	return out
}

// noSection speaks once something of the report is here and its equality section is not, or says nothing. Where the whole item is procedural
// none is needed.
func noSection(m matter) []string {
	here := m.Version.EqualityText != "" || len(m.Version.Recommendations)+len(m.Version.Appendices)+len(m.Version.Background) > 0
	procedural := func(r Reason) bool { return r.Code == ProceduralItem && len(r.Recommendations) == 0 }
	if m.Version.ID == "" || !here || !m.read().Blank() || slices.ContainsFunc(m.Given(), procedural) {
		return nil
	}
	return []string{"The report has no equality section, or it is empty. Ask the author to write it, then add it to the report here."}
}

// notPasted speaks while nothing that the report says is here, so that nothing of it could be checked.
func notPasted(m matter) []string {
	if m.Version.ID == "" || m.Version.EqualityText != "" || len(noSection(m)) > 0 || len(m.Live()) == 0 {
		return nil
	}
	return []string{"What the report says about equality is not here, so it was not checked. Add it to the report here to have it read."}
}

func otherPurpose(m matter) []string {
	var recommended []string
	for _, r := range m.Version.Recommendations {
		recommended = append(recommended, r.Text)
	}
	if does := section.PurposeConflict(m.Report.Purpose, recommended); does != "" {
		return []string{fmt.Sprintf("The report is marked “%s” and %s. Correct one of them.", m.Report.Purpose, does)}
	}
	return nil
}

// longQuote is how many characters of a report a message quotes at most.
const longQuote = 120

func excerpt(s string) string {
	letters := []rune(s)
	if len(letters) <= longQuote {
		return s
	}
	cut := string(letters[:longQuote])
	if at := strings.LastIndexByte(cut, ' '); at > 0 {
		cut = cut[:at]
	}
	return cut + "…"
}

// Draft is what a report says that the rules can read before it is on any agenda.
type Draft struct {
	Equality        string              `json:"equality"`
	Purpose         string              `json:"purpose"`
	Recommendations []string            `json:"recommendations"`
	Appendices      []string            `json:"appendices"`
	Effects         map[string][]string `json:"effects"` // what the assessment found, by the name of the group
}

// JudgeDraft asks a report the rules that read its words, and lists what they found, worst first.
func JudgeDraft(d Draft) []eqia.Finding {
	m := matter{Appearance: Appearance{Report: Report{Purpose: d.Purpose}, Version: ReportVersion{ID: "draft", EqualityText: d.Equality, Appendices: d.Appendices}}}
	if m.Version.EqualityText == "" {
		m.Version.EqualityText = "-"
	}
	for _, r := range d.Recommendations {
		m.Version.Recommendations = append(m.Version.Recommendations, Recommendation{Text: r})
	}
	if len(d.Effects) > 0 {
		m.Links = []Link{{Pinned: Pinned{Reference: "the assessment", Facts: LinkFacts{Effects: d.Effects}}}}
	}
	var found []eqia.Finding
	for _, r := range wordRules() {
		for _, message := range r.finds(m) {
			found = append(found, RuleBook{}.finding(r.Rule, r.Severity, message))
		}
	}
	slices.SortStableFunc(found, func(x, y eqia.Finding) int { return weight(x.Severity) - weight(y.Severity) })
	return found
}
