package check

import (
	"testing"

	"dorset-eqia/eqia"
)

func TestItAsksWhatCouldBeMadeBetter(t *testing.T) {
	harm := inTurn(every(eqia.Neutral), saying("disability", ""), func(c *eqia.Case) {
		*blockOf(c, "age") = eqia.Block{Effects: eqia.Effects{eqia.Negative}, How: "Older people lose the evening.", Mitigation: "The harm is kept small."}
		blockOf(c, "disability").Aims = nil
	}, answering("summary", "Older people lose the evening."))
	judged(t, "A14", full, []example{
		{"harm alone", harm, []string{""}},
		{"an aim is ticked", inTurn(harm, func(c *eqia.Case) { blockOf(c, "age").Aims = []string{"advance"} }), nil},
		{"an action makes something better", inTurn(harm, func(c *eqia.Case) { c.Content.Actions[0].What = "Offer 40 new places" }), nil},
		{"the summary speaks of a gain", inTurn(harm, answering("summary", "Older people gain a morning.")), nil},
		{"a gain beside the harm", func(*eqia.Case) {}, nil},
		{"no harm", every(eqia.Neutral), nil},
	})
}

func TestSexAndGenderReassignmentAreKeptApart(t *testing.T) {
	at := []string{"card/sex"}
	judged(t, "A17", full, []example{
		{"gender identity in the row on sex", saying("sex", "People of every gender identity use the desk."), at},
		{"the same words", inTurn(saying("sex", "Nobody has raised this."), saying("gender_reassignment", "Nobody has raised this!")), at},
		{"the same two words", inTurn(saying("sex", "No change."), saying("gender_reassignment", "No change.")), nil},
		{"the rows are kept apart", saying("sex", "Figures are by sex. Trans people are looked at in the row on gender reassignment."), nil},
		{"gender identity in its own row", saying("gender_identity", "Forms have a box for gender identity."), nil},
		{"both share the one reason", saying("sex", ""), nil},
	})
}

func TestItSaysWhichDisabledPeople(t *testing.T) {
	at := []string{"card/disability"}
	vague := saying("disability", "Disabled people will come more often.")
	judged(t, "A18", full, []example{
		{"all disabled people alike", vague, at},
		{"what they need", saying("disability", "A ramp lets disabled people in."), nil},
		{"what will be found out names them", inTurn(vague, func(c *eqia.Case) { blockOf(c, "disability").FindOut = "Whether deaf people can book." }), nil},
		{"an action for them names them", inTurn(vague, func(c *eqia.Case) {
			c.Content.Actions[0] = eqia.Action{No: 1, What: "Fit a hearing loop", Who: "Manager", Answers: []eqia.BlockRef{{Card: "disability"}}}
		}), nil},
		{"neutral", inTurn(vague, every(eqia.Neutral)), nil},
		{"another group", saying("age", "Disabled people will come less."), nil},
	})
}

func TestItSaysWhichAges(t *testing.T) {
	at := []string{"card/age"}
	ages := func(how, mitigation string) func(*eqia.Case) {
		return func(c *eqia.Case) { blockOf(c, "age").How, blockOf(c, "age").Mitigation = how, mitigation }
	}
	judged(t, "A19", full, []example{
		{"nobody in particular", ages("Some people come less often.", "The desk stays."), at},
		{"of all ages", ages("People of all ages come less often.", "The desk stays."), at},
		{"a number", ages("Those over 75 come less often.", "The desk stays."), nil},
		{"in what lowers it", ages("Some people come less often.", "Pensioners can ring."), nil},
	})
}

func TestRuralIsolationSaysWhere(t *testing.T) {
	rural := func(words string) func(*eqia.Case) {
		return func(c *eqia.Case) {
			*blockOf(c, "rural_isolation") = eqia.Block{Effects: eqia.Effects{eqia.Negative}, How: words, Justification: "The law asks for it."}
		}
	}
	online := answering("change", "Bookings can only be made online from May.")
	judged(t, "A20", full, []example{
		{"nowhere in particular", rural("Isolated residents find it harder."), []string{"card/rural_isolation"}},
		{"a named place", rural("Isolated residents in Purbeck find it harder."), nil},
		{"villages", rural("Nine villages have no bus."), nil},
		{"online only, and nothing on who that touches", inTurn(online, every(eqia.Neutral), saying("age", ""), saying("disability", "")), []string{"answer/change"}},
		{"online only, and older people are thought of", online, nil},
		{"online only is ticked, so another rule asks", inTurn(online, every(eqia.Neutral), saying("age", ""), saying("disability", ""), choosing("triggers", "digital_only")), nil},
		{"online as well", inTurn(answering("change", "Bookings can also be made online."), every(eqia.Neutral), saying("age", ""), saying("disability", "")), nil},
	})
}
