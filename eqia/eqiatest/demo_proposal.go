package eqiatest

import (
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

// proposal is what a made-up assessment says, in the order of the form. Days are counted in months from when it is written.
type proposal struct {
	title, kind, screening      string
	round                       string // the budget that a saving is for
	status, change, aims        string
	affected, directorate, unit string
	route, maker                string
	decision, review            int // months from now
	triggers                    []string
	background                  string
	evidence                    []eqia.Evidence
	evidenceSays                string
	engagement                  []eqia.Engagement
	notAsked                    string // why nobody was asked
	findings                    []found
	shared                      string // the one reason for every group without a finding
	summary, monitoring         string
	actions                     []eqia.Action
}

// found is what was found for some groups: what a block says, without the aims that each group's form offers.
type found struct {
	groups     []string
	effects    eqia.Effects
	how        string
	mitigation string
	findOut    string
	evidence   []int
}

// content is the proposal as content on the form of a case.
func (p proposal) content(c eqia.Case) eqia.Content {
	out := eqia.NewContent(c.Content.Form)
	out.Evidence, out.Engagement, out.Actions = slices.Clone(p.evidence), slices.Clone(p.engagement), slices.Clone(p.actions)
	for code, a := range p.answers(c.Today) {
		if _, asked := c.Form.Question(code); !a.Empty() && (asked || code == eqia.SharedReason) {
			out.Answers[code] = a
		}
	}
	if p.screening != "" {
		return out
	}
	for _, ch := range c.Characteristics() {
		out.Cards = append(out.Cards, eqia.Card{Code: ch.Code, Blocks: []eqia.Block{p.block(ch)}})
	}
	out.Sort()
	return out
}

// answers are the questions that are not lists.
func (p proposal) answers(today eqia.Day) map[string]eqia.Answer {
	needed := form.AssessmentYes
	if p.screening != "" {
		needed = form.AssessmentNo
	}
	out := map[string]eqia.Answer{
		form.QuestionTitle: {Text: p.title}, form.QuestionKind: chosen(p.kind), form.QuestionBudgetRound: chosen(p.round),
		form.QuestionAssessmentNeeded: chosen(needed),
		"status":                      chosen(p.status), "change": {Text: p.change}, "aims": {Text: p.aims}, form.QuestionAffected: chosen(p.affected),
		"directorate": chosen(p.directorate), "service": {Text: p.unit}, form.QuestionRoute: chosen(p.route),
		form.QuestionDecisionMaker: {Text: p.maker}, form.QuestionDecisionDate: {Day: today.AddMonths(p.decision)},
		form.QuestionTriggers: chosen(p.triggers...), form.QuestionScreeningReason: {Text: p.screening},
	}
	if p.screening != "" {
		return out
	}
	out["background"], out[form.QuestionEvidenceSays] = eqia.Answer{Text: p.background}, eqia.Answer{Text: p.evidenceSays}
	out["more_needed"], out["more_needed_what"] = chosen("no"), eqia.Answer{Text: p.stillToFindOut()}
	if !out["more_needed_what"].Empty() {
		out["more_needed"] = chosen("yes")
	}
	out[form.QuestionNoEngagement] = eqia.Answer{Text: p.notAsked}
	out[form.QuestionSummary], out[form.QuestionMonitoring] = eqia.Answer{Text: p.summary}, eqia.Answer{Text: p.monitoring}
	out[form.QuestionReviewDate], out[eqia.SharedReason] = eqia.Answer{Day: today.AddMonths(p.review)}, eqia.Answer{Text: p.shared}
	return out
}

// stillToFindOut is what the unclear findings leave open.
func (p proposal) stillToFindOut() string {
	var open []string
	for _, f := range p.findings {
		if f.findOut != "" {
			open = append(open, f.findOut)
		}
	}
	return strings.Join(open, "\n")
}

// block is the finding for a group, or neutral for the shared reason where there is none.
func (p proposal) block(ch form.Characteristic) eqia.Block {
	b := eqia.BlankBlock()
	b.Effects = eqia.Effects{eqia.Neutral}
	for _, f := range p.findings {
		if !slices.Contains(f.groups, ch.Code) {
			continue
		}
		b.Effects, b.How, b.Mitigation, b.FindOut = slices.Clone(f.effects), f.how, f.mitigation, f.findOut
		if !f.effects.Only(eqia.Neutral) {
			b.Aims, b.Evidence = ch.Aims[:min(2, len(ch.Aims))], slices.Clone(f.evidence)
		}
	}
	return b
}

// chosen is an answer by choices; the empty answer for an empty one.
func chosen(codes ...string) eqia.Answer {
	return eqia.Answer{Choices: slices.DeleteFunc(slices.Clone(codes), func(code string) bool { return code == "" })}
}

// forGroups are the blocks that an action deals with.
func forGroups(codes ...string) []eqia.BlockRef {
	out := make([]eqia.BlockRef, len(codes))
	for i, code := range codes {
		out[i] = eqia.BlockRef{Card: code}
	}
	return out
}

func groups(codes ...string) []string { return codes }

// The effects that the made-up proposals have.
func better() eqia.Effects  { return eqia.Effects{eqia.Positive} }
func worse() eqia.Effects   { return eqia.Effects{eqia.Negative} }
func mixed() eqia.Effects   { return eqia.Effects{eqia.Positive, eqia.Negative} }
func unclear() eqia.Effects { return eqia.Effects{eqia.Unclear} }
func same() eqia.Effects    { return eqia.Effects{eqia.Neutral} }
