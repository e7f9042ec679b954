package committee

import (
	"slices"
	"strings"

	"dorset-eqia/eqia"
)

// mostQuestions is how many questions are offered about one item.
const mostQuestions = 8

// Question is one that members may want to ask, with the fact that gives rise to it.
type Question struct {
	Fact, Ask string
}

// askable is the question that goes with what a rule found. Where the fact begins with a colon, the parts it was found in stand before it.
type askable struct {
	rules     []string
	fact, ask string
}

// askables lists the questions, those about people first.
var askables = []askable{
	{[]string{"A7", "F4"}, ": no action answers the negative effect.", "What will be done for these people? If nothing, why go ahead?"},
	{[]string{"A8"}, ": the effect is not known yet.", "When will we know, and can the decision wait until then?"},
	{[]string{"E7"}, "Nobody who may be affected was asked.", "Why was nobody asked, and what might they have told us?"},
	{[]string{"E8"}, "It is not recorded what people said, or what changed because of it.", "What did people say, and what changed?"},
	{[]string{"E9"}, "The assessment was last changed before the consultation ended.", "What did the consultation find, and where does the assessment say so?"},
	{[]string{"E1"}, "No evidence is named.", "What are these findings based on?"},
	{[]string{"E2"}, ": no evidence is named for the effect.", "How do we know this?"},
	{[]string{"E3"}, "Some of the evidence is old, or newer figures have come out.", "What do newer figures say?"},
	{[]string{"E6"}, "Some effects are unclear, and the assessment asks for nothing more.", "What would tell us more?"},
	{[]string{"F1"}, "An action has nobody in particular who is responsible.", "Who will see that it is done?"},
	{[]string{"F2"}, "An action has no date.", "By when will it be done?"},
	{[]string{"F3"}, "No action is about an effect on people.", "What will be different for the people affected?"},
	{[]string{"F5"}, "It is not said how or when the effects will be looked at again.", "How will we know whether it works?"},
	{[]string{"A4", "A5"}, "Several groups have the same finding or the same words.", "Was each group thought about by itself?"},
	{[]string{"A9"}, ": no effect was found, and it is not said what was looked at.", "What was looked at?"},
	{[]string{"A12"}, "Not every option was assessed.", "Who would be affected by the other options?"},
	{[]string{"A15"}, "Nobody looked at people who are in two of the groups at once.", "Could some people be affected twice?"},
	{[]string{"EQ-01"}, "There is no assessment, and no agreed reason for having none.", "How was the effect on people looked at?"},
	{[]string{"EQ-02"}, "An assessment that was expected is not signed off or not linked.", "When will members have it?"},
	{[]string{"EQ-03"}, "The assessment with the report was replaced or withdrawn.", "Does what came after it change anything for this decision?"},
	{[]string{"EQ-05", "JR-01"}, "No assessment covers some of what members are asked to agree.", "How was equality looked at for that part?"},
	{[]string{"EQ-08", "AG-03"}, "The assessment was signed off after the agenda was public.", "Have members and the public had time to read it?"},
	{[]string{"EQ-09"}, "Another meeting agreed this before the assessment was signed off.", "How can the decision still change?"},
	{[]string{"EQ-10"}, "The day to review the assessment comes before the meeting.", "Does it still hold?"},
	{[]string{"EQ-15"}, "The assessment records no effect for some groups.", "What does the proposal mean for them?"},
	{[]string{"EQ-17"}, "Something that was promised to members earlier is still open.", "Has it been done?"},
	{[]string{"EQ-24"}, "An earlier meeting had the same assessment.", "Has anything changed since?"},
}

// ask turns findings into questions, each once, with the names of the parts where the fact asks for them.
func ask(found []eqia.Finding, name func(eqia.PartKey) string) []Question {
	var out []Question
	for _, q := range askables {
		var where []string
		hit := false
		for _, f := range found {
			if !slices.Contains(q.rules, f.Rule) {
				continue
			}
			hit = true
			if n := name(f.Where); n != "" && !slices.Contains(where, n) {
				where = append(where, n)
			}
		}
		named := strings.HasPrefix(q.fact, ":")
		switch {
		case hit && named && len(where) > 0:
			out = append(out, Question{eqia.Listed(where) + q.fact, q.ask})
		case hit && !named:
			out = append(out, Question{q.fact, q.ask})
		}
	}
	return out
}

// questionsOn asks about one assessment: what the rules found, and every effect that is not known yet.
func questionsOn(w Accounted, found []eqia.Finding) []Question {
	for _, t := range w.Adverse {
		if t.Effects.Has(eqia.Unclear) {
			found = append(found, eqia.Finding{Rule: "A8", Where: eqia.PartKey{Kind: eqia.CardPart, Key: t.Code}})
		}
	}
	return ask(found, func(k eqia.PartKey) string {
		ch, ok := w.Case.Form.Group(k.Key)
		if k.Kind != eqia.CardPart || !ok {
			return ""
		}
		return ch.Label
	})
}
