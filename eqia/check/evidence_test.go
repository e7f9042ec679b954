package check

import (
	"slices"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/library"
)

func with(e ...eqia.Evidence) func(*eqia.Case) { return func(c *eqia.Case) { c.Content.Evidence = e } }

func TestEvidenceIsNamed(t *testing.T) {
	at := []string{"answer/evidence"}
	judged(t, "E1", full, []example{
		{"none", with(), at},
		{"an empty entry", with(eqia.Evidence{No: 1}), at},
		{"a filler", with(eqia.Evidence{No: 1, Title: "TBC", Source: "n/a"}), at},
		{"findings without a source", with(eqia.Evidence{No: 1, Says: "Evenings are quiet."}), at},
		{"a title alone", with(eqia.Evidence{No: 1, Title: "Census 2021"}), nil},
		{"a link alone", with(eqia.Evidence{No: 1, Link: "https://www.example.org/visits"}), nil},
		{"none, before it is settled that an assessment is needed", func(c *eqia.Case) {
			c.Content.Evidence = nil
			delete(c.Content.Answers, "assessment_needed")
		}, nil},
		{"an empty entry beside a good one", with(eqia.Evidence{No: 1}, eqia.Evidence{No: 2, Source: "Library service"}), nil},
	})
}

func TestEachEffectRestsOnEvidence(t *testing.T) {
	visits := eqia.Evidence{No: 1, Title: "Visits by hour"}
	about := func(codes ...string) eqia.Evidence {
		return eqia.Evidence{No: 2, Title: "Survey", Characteristics: codes}
	}
	judged(t, "E2", full, []example{
		{"two sources and none is tied", with(visits, eqia.Evidence{No: 2, Title: "Survey"}), []string{"card/age", "card/disability"}},
		{"one source, about another group", with(about("race")), []string{"card/age", "card/disability"}},
		{"one is tied to the card", inTurn(with(visits, about("race")), func(c *eqia.Case) { blockOf(c, "age").Evidence = []int{1} }), []string{"card/disability"}},
		{"one says that it is about the group", with(visits, about("age", "disability")), nil},
		{"one source about everyone", with(visits), nil},
		{"none at all is another rule's", with(), nil},
		{"so many that it is one question", inTurn(with(about("race")), every(eqia.Positive)), []string{"answer/evidence"}},
		{"what is unclear or neutral needs none", inTurn(with(about("race")), every(eqia.Neutral), func(c *eqia.Case) { blockOf(c, "sex").Effects = eqia.Effects{eqia.Unclear} }), nil},
	})
}

func TestAKnownGapIsSaid(t *testing.T) {
	says := func(code, words string, e eqia.Effect) func(*eqia.Case) {
		return func(c *eqia.Case) { setBlock(c, code, eqia.Block{Effects: eqia.Effects{e}, How: words}) }
	}
	both := func(code, words string, e eqia.Effect) func(*eqia.Case) {
		return inTurn(choosing(form.QuestionAffected, form.AffectedBoth), says(code, words, e))
	}
	firm := says("pregnancy_and_maternity", "Pregnant women will notice no change to the desk.", eqia.Neutral)
	judged(t, "E5", full, []example{
		{"sure about a group without figures", firm, []string{"card/pregnancy_and_maternity"}},
		{"sure about the religion of staff", both("religion_or_belief", "Staff of every religion keep their prayer room.", eqia.Positive), []string{"card/religion_or_belief"}},
		{"the gap is said", says("pregnancy_and_maternity", "No local figures exist, and no visit depends on it.", eqia.Neutral), nil},
		{"some doubt is said", says("pregnancy_and_maternity", "We expect pregnant women to find the lift useful.", eqia.Positive), nil},
		{"unclear", says("pregnancy_and_maternity", "Pregnant women use the seats.", eqia.Unclear), nil},
		{"a source is tied to it", inTurn(firm, func(c *eqia.Case) { blockOf(c, "pregnancy_and_maternity").Evidence = []int{1} }), nil},
		{"a source speaks to it", inTurn(firm, with(eqia.Evidence{No: 1, Title: "Maternity survey", Characteristics: []string{"pregnancy_and_maternity"}})), nil},
		{"sure about the ethnic group of staff", both("race", "Black employees keep their grades.", eqia.Positive), []string{"card/race"}},
		{"the library has no such gap any more", inTurn(firm, func(c *eqia.Case) {
			c.Known = slices.DeleteFunc(slices.Clone(c.Known), func(f library.Fact) bool { return f.Characteristic == "pregnancy_and_maternity" })
		}), nil},
		{"residents' religion is in the Census", says("religion_or_belief", "Churches and mosques keep their parking.", eqia.Neutral), nil},
		{"the shared reason", func(*eqia.Case) {}, nil},
	})
}

func TestMoreIsAskedForWhereAnEffectIsUnclear(t *testing.T) {
	at := []string{"answer/more_needed"}
	enough := choosing("more_needed", "no")
	harms := func(code string) func(*eqia.Case) {
		return func(c *eqia.Case) {
			setBlock(c, code, eqia.Block{Effects: eqia.Effects{eqia.Negative}, How: "Pregnant women walk to the next stop."})
		}
	}
	judged(t, "E6", full, []example{
		{"nothing more is needed, and one group is unclear", enough, at},
		{"more is needed", func(*eqia.Case) {}, nil},
		{"a harm to people there are no figures on", inTurn(enough, func(c *eqia.Case) { blockOf(c, "sex").Effects = eqia.Effects{eqia.Neutral} }, harms("pregnancy_and_maternity")), at},
		{"the same with a source", inTurn(enough, func(c *eqia.Case) { blockOf(c, "sex").Effects = eqia.Effects{eqia.Neutral} }, harms("pregnancy_and_maternity"),
			func(c *eqia.Case) { blockOf(c, "pregnancy_and_maternity").Evidence = []int{1} }), nil},
		{"staff who help the public, where only the public is affected", inTurn(enough, func(c *eqia.Case) { blockOf(c, "sex").Effects = eqia.Effects{eqia.Neutral} },
			choosing(form.QuestionAffected, form.AffectedExternal), func(c *eqia.Case) {
				setBlock(c, "disability", eqia.Block{Effects: eqia.Effects{eqia.Positive}, How: "Blind readers can borrow audio books, with staff to help them start."})
			}), nil},
		{"nothing is unclear", inTurn(enough, func(c *eqia.Case) { blockOf(c, "sex").Effects = eqia.Effects{eqia.Neutral} }), nil},
		{"not answered", func(c *eqia.Case) { delete(c.Content.Answers, "more_needed") }, nil},
	})
}
