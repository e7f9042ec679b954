package check

import (
	"testing"

	"dorset-eqia/eqia"
)

func TestEachHarmHasAnActionOrAReason(t *testing.T) {
	at := []string{"card/age"}
	linked := func(a eqia.Action) func(*eqia.Case) { return func(c *eqia.Case) { c.Content.Actions[0] = a } }
	judged(t, "F4", full, []example{
		{"no action", func(c *eqia.Case) { c.Content.Actions = c.Content.Actions[1:] }, at},
		{"an action for another group", linked(eqia.Action{No: 1, What: "Print leaflets", Answers: []eqia.BlockRef{{Card: "race"}}}), at},
		{"an action that answers nothing", linked(eqia.Action{No: 1, What: "Print leaflets"}), at},
		{"an action that does nothing", linked(eqia.Action{No: 1, What: "TBC", Answers: []eqia.BlockRef{{Card: "age"}}}), at},
		{"an action without a date", linked(eqia.Action{No: 1, What: "Print leaflets", Answers: []eqia.BlockRef{{Card: "age"}}}), nil},
		{"a reason in its place", func(c *eqia.Case) {
			c.Content.Actions = c.Content.Actions[1:]
			blockOf(c, "age").Justification = "The branch is unsafe and has to close."
		}, nil},
		{"a filler for a reason", func(c *eqia.Case) {
			c.Content.Actions = c.Content.Actions[1:]
			blockOf(c, "age").Justification = "Not applicable"
		}, at},
		{"a split card, with an action for one part", func(c *eqia.Case) {
			split(c, "age")
			c.Content.Actions[0].Answers = []eqia.BlockRef{{Card: "age", Audience: "residents"}}
		}, at},
		{"a split card, with an action for both parts", func(c *eqia.Case) { split(c, "age") }, nil},
		{"an action that named a part, from before the parts were joined", func(c *eqia.Case) {
			c.Content.Actions[0].Answers = []eqia.BlockRef{{Card: "age", Audience: "employees"}}
		}, nil},
		{"a harm that is unclear too is another rule's", func(c *eqia.Case) {
			c.Content.Actions = c.Content.Actions[1:]
			blockOf(c, "age").Effects = eqia.Effects{eqia.Negative, eqia.Unclear}
		}, nil},
		{"a positive effect", func(c *eqia.Case) {
			c.Content.Actions = c.Content.Actions[1:]
			blockOf(c, "age").Effects = eqia.Effects{eqia.Positive}
		}, nil},
	})
}

// split divides a group's card by audience.
func split(c *eqia.Case, code string) {
	k := cardOf(c, code)
	*k = k.Divide([]string{"residents", "employees"}, nil)
}

func TestTheRealEffectsAreWatched(t *testing.T) {
	review := func(day string) func(*eqia.Case) {
		return func(c *eqia.Case) { c.Content.Answers["review_date"] = eqia.Answer{Day: eqia.Day(day)} }
	}
	judged(t, "F5", full, []example{
		{"a filler", answering("monitoring", "To be confirmed"), []string{"answer/monitoring"}},
		{"a word or two", answering("monitoring", "As usual."), []string{"answer/monitoring"}},
		{"what is counted", answering("monitoring", "Count visits each month."), nil},
		{"no answer is another rule's", func(c *eqia.Case) { delete(c.Content.Answers, "monitoring") }, nil},
		{"a year and a day from now", review("2027-11-03"), []string{"answer/review_date"}},
		{"a year from now", review("2027-11-02"), nil},
		{"within a year of a later decision", inTurn(decidedOn("2027-02-01"), review("2028-02-01")), nil},
		{"more than a year after the decision", inTurn(decidedOn("2027-02-01"), review("2028-02-02")), []string{"answer/review_date"}},
		{"in words, as older records have it", answering("review_date", "End of March 2031"), nil},
	})
}
