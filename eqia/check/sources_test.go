package check

import (
	"slices"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/library"
)

func TestFiguresAreTheNewestThereAre(t *testing.T) {
	at := []string{"evidence/1"}
	source := func(title, date string) func(*eqia.Case) { return with(eqia.Evidence{No: 1, Title: title, Date: date}) }
	judged(t, "E3", full, []example{
		{"a Census that was replaced", source("Census 2011", "2011"), at},
		{"it was the newest when this was signed", inTurn(source("Census 2011", "2011"), signedOn("2021-05-01")), nil},
		{"the short name of an index", source("IMD19 by ward", ""), at},
		{"the index of 2019, before the next came out", inTurn(source("IMD 2019", "2019"), signedOn("2025-10-29")), nil},
		{"the index of 2019, on the day the next came out", inTurn(source("IMD 2019", "2019"), signedOn("2025-10-30")), at},
		{"six years old", source("Visitor survey", "2020"), at},
		{"five years old", source("Visitor survey", "2021"), nil},
		{"a financial year", source("Visitor survey", "2020/21"), nil},
		{"the Census that is the newest", source("Census 2021", "2021"), nil},
		{"the Census of 2021 is the newest in 2030", inTurn(source("Census 2021", "2021"), signedOn("2030-01-01")), nil},
		{"law", source("Equality Act 2010", "2010"), nil},
		{"no date", source("Visitor survey", ""), nil},
		{"in what the evidence says", answering("evidence_says", "The 2011 Census shows that one in five is over 65."), []string{"answer/evidence_says"}},
		{"in what a card says", saying("age", "By the 2011 Census, one in five people here is over 65."), []string{"card/age"}},
		{"beside the newer one", answering("evidence_says", "Between the 2011 and the 2021 Census the county grew older."), nil},
	})
}

func TestAPercentageSaysWhatItIsAShareOf(t *testing.T) {
	judged(t, "E4", full, []example{
		{"on a card", saying("age", "About 40% would lose out."), []string{"card/age"}},
		{"in a source", with(eqia.Evidence{No: 1, Title: "Poll", Says: "58% agreed."}), []string{"evidence/1"}},
		{"in what the evidence says", answering("evidence_says", "Satisfaction fell to 61%."), []string{"answer/evidence_says"}},
		{"in words", saying("age", "Three in ten would lose out."), []string{"card/age"}},
		{"in words, with a whole further on", saying("age", "Four in ten have not said, so we can't tell who would find it hard."), nil},
		{"the whole in the sentence before", saying("age", "412 people answered. 58% agreed."), nil},
		{"of whom", saying("age", "About 40% of tenants would lose out."), nil},
		{"among whom", saying("age", "Among tenants over 75 it is 40%."), nil},
		{"a price", saying("age", "The fee rises by 4% for people over 60."), nil},
		{"no percentage", saying("age", "The recent move helps older people."), nil},
	})
}

func TestAFigureIsTheLibrarys(t *testing.T) {
	veterans := func(says string) func(*eqia.Case) {
		return with(eqia.Evidence{No: 1, Title: "Veterans", Date: "2021", Says: says, Fact: "veterans-residents-2021"})
	}
	overtaken := func(c *eqia.Case) {
		c.Known = slices.Clone(c.Known)
		i := slices.IndexFunc(c.Known, func(f library.Fact) bool { return f.ID == "veterans-residents-2021" })
		now := c.Known[i]
		now.ID, now.Value, now.Date = "veterans-residents-2031", "11.9", "2031"
		c.Known[i].ReplacedOn, c.Known[i].ReplacedBy = "2026-10-01", now.ID
		c.Known = append(c.Known, now)
	}
	judged(t, "E4", full, []example{
		{"a source as the library has it", veterans("14.2% of adult residents of the Dorset Council area."), nil},
		{"a source that was changed", veterans("41.2% of adult residents of the Dorset Council area."), []string{"evidence/1"}},
		{"a source that was rounded", veterans("About 14% of adult residents."), nil},
		{"a source whose fact was replaced", inTurn(veterans("14.2% of adult residents of the Dorset Council area."), overtaken), []string{"evidence/1"}},
		{"a source with no figure", veterans("Many adults have served."), nil},
		{"a source without a known fact", with(eqia.Evidence{No: 1, Title: "Veterans", Says: "41.2% of adults.", Fact: "gone"}), nil},
		{"a share of residents on a card", saying("armed_forces", "Veterans make up 19% of Dorset residents."), []string{"card/armed_forces"}},
		{"the same share", saying("armed_forces", "Veterans make up 14% of Dorset residents."), nil},
		{"a share of the workforce", saying("sex", "Women are 74% of the workforce."), []string{"card/sex"}},
		{"the share of the workforce, in the words of the library", saying("sex", "64.0% of Dorset Council employees are female."), nil},
		{"the share of an earlier year", saying("sex", "In 2022, 63.9% of Dorset Council employees were women."), nil},
		{"a share of a year that the library does not have", saying("sex", "In 2019, 70% of Dorset Council employees were women."), nil},
		{"on one of several bases", saying("disability", "In Dorset 18% of residents are disabled."), nil},
		{"on none of its bases", saying("disability", "In Dorset 31% of residents are disabled."), []string{"card/disability"}},
		{"of the group itself", saying("sex", "12% of women in Dorset are carers."), nil},
		{"of fewer people", saying("sex", "74% of those employees are women."), nil},
		{"of people in one place", saying("sex", "56% of residents in Sherborne ward are women."), nil},
		{"a number of people", answering("evidence_says", "There are 512 active care leavers in Dorset."), []string{"answer/evidence_says"}},
		{"a number that was rounded", answering("evidence_says", "There are about 300 active care leavers in Dorset."), nil},
		{"a movement", saying("sex", "The number of women employees fell by 12%."), nil},
		{"where the council has no library", inTurn(saying("sex", "Women are 74% of the workforce."), func(c *eqia.Case) { c.Known = nil }), nil},
	})
}
