package check

import (
	"testing"

	"dorset-eqia/eqia"
)

func TestOnePersonOrRoleAnswersForEachAction(t *testing.T) {
	at := []string{"action/1"}
	who := func(name string) func(*eqia.Case) { return func(c *eqia.Case) { c.Content.Actions[0].Who = name } }
	judged(t, "F1", full, []example{
		{"nobody", who(""), at},
		{"a group", who("Project team"), at},
		{"a person's name", who("Sam Fenn"), nil},
		{"a role", who("Head of libraries"), nil},
		{"an empty entry", func(c *eqia.Case) { c.Content.Actions[0].Who, c.Content.Actions[0].What = "", "" }, nil},
	})
}

func TestEachActionHasATime(t *testing.T) {
	at := []string{"action/1"}
	when := func(w eqia.When) func(*eqia.Case) { return func(c *eqia.Case) { c.Content.Actions[0].When = w } }
	judged(t, "F2", full, []example{
		{"none", when(eqia.When{}), at},
		{"ongoing", when(eqia.When{Kind: eqia.Ongoing}), at},
		{"ongoing in words, without a kind", when(eqia.When{Text: "Ongoing"}), at},
		{"a kind and nothing else", when(eqia.When{Kind: eqia.InSeason}), at},
		{"ongoing, with a day to check", when(eqia.When{Kind: eqia.Ongoing, Day: "2027-06-01"}), nil},
		{"a day", when(eqia.When{Kind: eqia.OnDay, Day: "2027-06-01"}), nil},
		{"a month", when(eqia.When{Kind: eqia.InMonth, Month: "2027-06"}), nil},
		{"each board meeting", when(eqia.When{Kind: eqia.AtEvent, Text: "Each board meeting"}), nil},
		{"an empty entry", func(c *eqia.Case) { c.Content.Actions[0] = eqia.Action{No: 1} }, nil},
	})
}

func TestSomeActionChangesSomethingForPeople(t *testing.T) {
	actions := func(whats ...string) func(*eqia.Case) {
		return func(c *eqia.Case) {
			c.Content.Actions = nil
			for i, what := range whats {
				c.Content.Actions = append(c.Content.Actions, eqia.Action{No: i + 1, What: what, Who: "Manager"})
			}
		}
	}
	judged(t, "F3", full, []example{
		{"papers alone", actions("Present the policy to Cabinet", "Publish the EqIA"), []string{"answer/actions"}},
		{"one of two is for people", actions("Present the policy to Cabinet", "Fit a hearing loop"), nil},
		{"empty entries", actions("", ""), nil},
		{"no actions", actions(), nil},
	})
}
