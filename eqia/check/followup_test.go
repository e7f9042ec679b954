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
	*k = k.SplitBy([]string{"residents", "employees"})
}
