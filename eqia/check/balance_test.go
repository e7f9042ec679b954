package check

import (
	"testing"

	"dorset-eqia/eqia"
)

// every gives each group the same effects.
func every(effects ...eqia.Effect) func(*eqia.Case) {
	return func(c *eqia.Case) {
		for i := range c.Content.Cards {
			c.Content.Cards[i].Blocks[0].Effects = effects
		}
	}
}

func TestGroupsAreLookedAtOneByOne(t *testing.T) {
	judged(t, "A5", full, []example{
		{"all positive", every(eqia.Positive), []string{""}},
		{"all neutral", every(eqia.Neutral), []string{""}},
		{"all mixed", every(eqia.Positive, eqia.Negative), []string{""}},
		{"all but one", inTurn(every(eqia.Neutral), func(c *eqia.Case) { blockOf(c, "sex").Effects = eqia.Effects{eqia.Unclear} }), nil},
		{"one is not answered yet", inTurn(every(eqia.Positive), func(c *eqia.Case) { drop(c, "sex") }), nil},
	})
}

func TestEachAimIsThoughtAbout(t *testing.T) {
	aims := func(codes ...string) func(*eqia.Case) {
		return func(c *eqia.Case) { blockOf(c, "disability").Aims = codes }
	}
	judged(t, "A13", full, []example{
		{"none", aims(), []string{""}},
		{"one of three is worth knowing", aims("advance"), []string{""}},
		{"all three on one card", aims("eliminate", "advance", "foster"), nil},
		{"in words", inTurn(aims(), func(c *eqia.Case) {
			blockOf(c, "age").How = "It helps to eliminate harassment, to remove barriers and to bring people together."
		}), nil},
		{"no group is affected", inTurn(aims(), every(eqia.Neutral)), nil},
		{"only a local group is affected", inTurn(aims(), every(eqia.Neutral), func(c *eqia.Case) { blockOf(c, "carers").Effects = eqia.Effects{eqia.Positive} }), nil},
		{"marriage has one aim", inTurn(every(eqia.Neutral), func(c *eqia.Case) {
			*blockOf(c, "marriage_and_civil_partnership") = eqia.Block{Effects: eqia.Effects{eqia.Positive}, Aims: []string{"eliminate"}}
		}), nil},
	})
	for name, want := range map[string]struct {
		codes    []string
		severity eqia.Severity
	}{"none": {nil, eqia.Warn}, "one": {[]string{"foster"}, eqia.Inform}, "two": {[]string{"foster", "advance"}, eqia.Inform}} {
		c := full(t)
		aims(want.codes...)(&c)
		for _, f := range Judge(c, eqia.AtSubmit) {
			if f.Rule == "A13" && f.Severity != want.severity {
				t.Errorf("%s: %s, want %s", name, f.Severity, want.severity)
			}
		}
	}
}

func TestPeopleBelongToMoreThanOneGroup(t *testing.T) {
	plainly := func(c *eqia.Case) { blockOf(c, "age").How = "About forty people over sixty come in the evening." }
	judged(t, "A15", full, []example{
		{"two groups, each alone", plainly, []string{""}},
		{"one text speaks of two groups", func(*eqia.Case) {}, nil},
		{"the summary does", inTurn(plainly, answering("summary", "Older disabled people lose most.")), nil},
		{"a card for people in both", inTurn(plainly, func(c *eqia.Case) {
			c.Content.Cards = append(c.Content.Cards, eqia.Card{Code: "age+disability", Blocks: []eqia.Block{{Effects: eqia.Effects{eqia.Negative}}}})
		}), nil},
		{"a merged row is no such card", inTurn(plainly, func(c *eqia.Case) {
			c.Content.Cards = append(c.Content.Cards, eqia.Card{Code: "sex+race", Covers: []string{"sex", "race"}, Blocks: []eqia.Block{{Effects: eqia.Effects{eqia.Negative}}}})
		}), []string{""}},
		{"one group alone is affected", inTurn(plainly, every(eqia.Neutral), func(c *eqia.Case) { blockOf(c, "age").Effects = eqia.Effects{eqia.Negative} }), nil},
	})
}

func TestGainsAndLossesAreBothShown(t *testing.T) {
	text := func(words string, effects ...eqia.Effect) func(*eqia.Case) {
		return func(c *eqia.Case) { blockOf(c, "age").How, blockOf(c, "age").Effects = words, effects }
	}
	at := []string{"card/age"}
	judged(t, "A16", full, []example{
		{"on balance", text("On balance older people gain from this.", eqia.Positive), at},
		{"outweighs", text("The longer hours outweigh the loss of the evening for older people.", eqia.Positive), at},
		{"neutral as the sum", text("Some gain and some lose, so overall neutral for older people.", eqia.Neutral), at},
		{"both are shown", text("On balance older people gain from this.", eqia.Positive, eqia.Negative), nil},
		{"a balance of another kind", text("Tai chi helps older people keep their balance.", eqia.Positive), nil},
		{"a network is not a net", text("The network of older volunteers grows.", eqia.Positive), nil},
	})
}
