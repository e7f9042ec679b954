package check

import (
	"testing"

	"dorset-eqia/eqia"
)

// saying gives a group's block new words.
func saying(code, words string) func(*eqia.Case) {
	return func(c *eqia.Case) { blockOf(c, code).How = words }
}

func TestAnExplanationSaysItHere(t *testing.T) {
	judged(t, "A3", full, []example{
		{"a card that only points", saying("age", "See action plan."), []string{"card/age"}},
		{"a neutral card that only points", saying("race", "As above."), []string{"card/race"}},
		{"the shared reason only points", answering(eqia.SharedReason, "Please see section 4 of the report."), []string{"answer/" + eqia.SharedReason}},
		{"a shared reason that nobody uses", inTurn(answering(eqia.SharedReason, "Please see section 4 of the report."), func(c *eqia.Case) {
			for i := range c.Content.Cards {
				c.Content.Cards[i].Blocks[0].How = "Visits do not differ for them."
			}
		}), nil},
		{"both parts of a split card", inTurn(saying("age", "See action plan."), func(c *eqia.Case) { split(c, "age") }), []string{"card/age", "card/age"}},
		{"it says something and points on", saying("age", "About 40 people over 70 come in the evening. See also the action plan."), nil},
		{"a merged row that only points", func(c *eqia.Case) {
			c.Content.Cards = append(c.Content.Cards, eqia.Card{Code: "sex+gender", Label: "Sex and gender", Covers: []string{"sex", "gender_identity"},
				Blocks: []eqia.Block{{Effects: eqia.Effects{eqia.Positive}, How: "See the strategy."}}})
		}, []string{"card/sex+gender"}},
		{"an untouched card", func(c *eqia.Case) { setBlock(c, "age", eqia.Block{How: "See above."}) }, nil},
	})
}

func TestEachGroupHasWordsOfItsOwn(t *testing.T) {
	same := func(words string, codes ...string) func(*eqia.Case) {
		return func(c *eqia.Case) {
			for _, code := range codes {
				blockOf(c, code).How = words
			}
		}
	}
	judged(t, "A4", full, []example{
		{"three groups, asked once at the first", same("Staff were told.", "age", "race", "sex"), []string{"card/age"}},
		{"two groups", same("Staff were told.", "age", "race"), nil},
		{"two sentences, three groups each", inTurn(same("Staff were told.", "age", "race", "sex"), same("Letters go out.", "carers", "disability", "lone_parent")),
			[]string{"card/age", "card/disability"}},
		{"one split card is one group", inTurn(saying("age", "Staff were told."), saying("race", "Staff were told."), func(c *eqia.Case) { split(c, "age") }), nil},
		{"a short shared reason is worth a look", answering(eqia.SharedReason, "Prices stay as they are."), []string{"answer/" + eqia.SharedReason}},
		{"a shared reason of substance", func(*eqia.Case) {}, nil},
	})
	c := full(t)
	c.Content.Answers[eqia.SharedReason] = text("Prices stay as they are.")
	for _, f := range Judge(c, eqia.AtSubmit) {
		if f.Rule == "A4" && f.Severity != eqia.Prompt {
			t.Errorf("a short shared reason is %s", f.Severity)
		}
	}
}

func TestAGainSaysWhoGetsWhat(t *testing.T) {
	at := []string{"card/disability"}
	aims := func(codes ...string) func(*eqia.Case) {
		return func(c *eqia.Case) { blockOf(c, "disability").Aims = codes }
	}
	judged(t, "A6", full, []example{
		{"nobody can picture it", saying("disability", "A positive impact on this group."), at},
		{"no aim", aims(), at},
		{"an aim in words", inTurn(aims(), saying("disability", "Quiet hours remove barriers for autistic people who find noise hard.")), nil},
		{"an aim ticked", aims("advance"), nil},
		{"a form that offers no aims", inTurn(aims(), func(c *eqia.Case) { c.Content.Form.Version = eqia.FormOutside }), nil},
		{"a pointer is another rule's", saying("disability", "See action plan."), nil},
		{"nothing written is another rule's", saying("disability", ""), nil},
		{"a harm", saying("age", "A negative impact on this group."), nil},
	})
}

func TestNeutralHasAReason(t *testing.T) {
	shared := []string{"answer/" + eqia.SharedReason}
	judged(t, "A9", full, []example{
		{"no reason of its own", saying("race", "No impact."), []string{"card/race"}},
		{"no reason that is shared", answering(eqia.SharedReason, "There is no impact on any of these groups."), shared},
		{"no evidence, and none was looked at", saying("race", "No evidence of a difference."), []string{"card/race"}},
		{"no evidence, and some was looked at", inTurn(saying("race", "No evidence of a difference."), func(c *eqia.Case) { blockOf(c, "race").Evidence = []int{1} }), nil},
		{"a reason", saying("race", "Visits at these hours do not differ by ethnic group, as the door count shows."), nil},
		{"an unclear group", saying("sex", "No impact."), nil},
		{"too short for a reason is another rule's", answering(eqia.SharedReason, "No impact."), nil},
	})
}

func TestAPossibleHarmIsDescribed(t *testing.T) {
	at := []string{"card/age"}
	effects := func(e ...eqia.Effect) func(*eqia.Case) { return func(c *eqia.Case) { blockOf(c, "age").Effects = e } }
	vague := saying("age", "This could affect older people.")
	judged(t, "A10", full, []example{
		{"a harm", vague, at},
		{"a harm beside a gain", inTurn(vague, effects(eqia.Positive, eqia.Negative)), at},
		{"something unclear", inTurn(vague, effects(eqia.Unclear)), at},
		{"a gain is another rule's", inTurn(vague, effects(eqia.Positive)), nil},
		{"numbers and a place", saying("age", "This could leave 40 older people in Weir Street without a bus."), nil},
		{"no doubt at all", saying("age", "It affects older people."), nil},
	})
}
