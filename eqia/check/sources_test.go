package check

import (
	"testing"

	"dorset-eqia/eqia"
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
		{"of whom", saying("age", "About 40% of tenants would lose out."), nil},
		{"among whom", saying("age", "Among tenants over 75 it is 40%."), nil},
		{"a price", saying("age", "The fee rises by 4% for people over 60."), nil},
		{"no percentage", saying("age", "The recent move helps older people."), nil},
	})
}
