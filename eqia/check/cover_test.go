package check

import (
	"testing"

	"dorset-eqia/eqia"
)

func TestEveryoneWhoIsAffectedIsThoughtAbout(t *testing.T) {
	at := []string{"answer/affected"}
	both := choosing("affected", "both")
	judged(t, "A11", full, []example{
		{"employees are affected and nothing speaks of them", both, at},
		{"a card speaks of the staff", inTurn(both, func(c *eqia.Case) {
			blockOf(c, "age").How = "Two drivers over 60 start earlier, and older people wait longer."
		}), nil},
		{"a card has a block for employees", inTurn(both, func(c *eqia.Case) { split(c, "age") }), nil},
		{"the shared reason speaks of them", inTurn(both, answering(eqia.SharedReason, "Staff keep their hours and people their visits.")), nil},
		{"a block for employees that nobody filled in", inTurn(both, func(c *eqia.Case) {
			split(c, "age")
			cardOf(c, "age").Blocks[1].Effects = nil
		}), at},
		{"only residents are affected", choosing("affected", "external"), nil},
		{"before any group is looked at", inTurn(both, func(c *eqia.Case) { c.Content.Cards = nil }), nil},
	})
}

func TestEveryOptionIsAssessed(t *testing.T) {
	options := func(list ...eqia.Option) func(*eqia.Case) { return func(c *eqia.Case) { c.Content.Options = list } }
	idle, close1, fewer := eqia.Option{No: 1, Label: "Do nothing"}, eqia.Option{No: 2, Label: "Close one branch"}, eqia.Option{No: 3, Label: "Open fewer hours"}
	judged(t, "A12", full, []example{
		{"two options, and no group has an answer about either", options(idle, close1), []string{"option/1", "option/2"}},
		{"no word of doing nothing", options(close1, fewer), []string{"option/2", "option/3", "answer/options"}},
		{"one option alone lacks doing nothing", options(close1), []string{"answer/options"}},
		{"one of them is assessed in a block of its own", inTurn(options(idle, close1), func(c *eqia.Case) { blockOf(c, "age").Option = "2" }), []string{"option/1"}},
		{"the summary speaks of both", inTurn(options(idle, close1), answering("summary", "Option 1 keeps the harm. Option B takes older people's evenings away.")), nil},
		{"the summary names them", inTurn(options(idle, fewer), answering("summary", "To do nothing costs more. To open fewer hours costs older people their evenings.")), nil},
		{"leaving it as it is, in other words", inTurn(options(eqia.Option{No: 1, Label: "Keep the current hours"}, fewer),
			answering("summary", "Option 1 changes nothing and option 3 costs older people their evenings.")), nil},
		{"no options", options(), nil},
		{"before any group is looked at", inTurn(options(idle, close1), func(c *eqia.Case) { c.Content.Cards = nil }), nil},
	})
}
