package check

import (
	"strings"
	"testing"

	"dorset-eqia/eqia"
)

func TestEveryGroupHasAnAnswer(t *testing.T) {
	judged(t, "A1", full, []example{
		{"an untouched group", func(c *eqia.Case) { drop(c, "carers") }, []string{"card/carers"}},
		{"words without an effect", func(c *eqia.Case) { blockOf(c, "race").Effects = eqia.Effects{} }, []string{"card/race"}},
		{"a statutory and a local group, in the order of the form", func(c *eqia.Case) { drop(c, "lone_parent"); drop(c, "age") },
			[]string{"card/age", "card/lone_parent"}},
		{"one part of a split card", func(c *eqia.Case) { split(c, "age"); cardOf(c, "age").Blocks[1].Effects = nil }, []string{"card/age"}},
		{"a merged row says nothing of one group", func(c *eqia.Case) {
			drop(c, "gender_reassignment")
			c.Content.Cards = append(c.Content.Cards, eqia.Card{Code: "gender_reassignment", Label: "Gender", Covers: []string{"gender_reassignment", "gender_identity"},
				Blocks: []eqia.Block{{Effects: eqia.Effects{eqia.Neutral}, How: "The same for all of them here."}}})
		}, []string{"card/gender_reassignment"}},
		{"groups looked at together, once they were added", func(c *eqia.Case) { combine(c, eqia.BlankBlock()) }, []string{"card/age+disability"}},
		{"a part that this kind of proposal leaves out", func(c *eqia.Case) {
			split(c, "age")
			cardOf(c, "age").Blocks[0].Effects, c.Content.Answers["kind"] = nil, choice("restructure")
		}, nil},
		{"neutral is an answer", func(c *eqia.Case) { blockOf(c, "age").Effects = eqia.Effects{eqia.Neutral} }, nil},
		{"unclear is an answer", func(c *eqia.Case) { blockOf(c, "age").Effects = eqia.Effects{eqia.Unclear} }, nil},
	})
}

// combine looks at age and disability together, with one block.
func combine(c *eqia.Case, b eqia.Block) {
	c.Content.Cards = append(c.Content.Cards, eqia.Card{Code: "age+disability", Blocks: []eqia.Block{b}})
}

func TestEveryEffectIsExplained(t *testing.T) {
	how := func(code, words string) func(*eqia.Case) { return func(c *eqia.Case) { blockOf(c, code).How = words } }
	judged(t, "A2", full, []example{
		{"an effect alone", how("age", ""), []string{"card/age"}},
		{"four words", how("age", "It is a harm."), []string{"card/age"}},
		{"marks are not words", how("age", "- - - - - - -"), []string{"card/age"}},
		{"five words", how("age", "Older people visit less often."), nil},
		{"unanswered is another rule's", func(c *eqia.Case) { setBlock(c, "age", eqia.BlankBlock()) }, nil},
		{"neutral without a reason, its own or shared", func(c *eqia.Case) { blockOf(c, "race").Shared = false }, []string{"card/race"}},
		{"neutral, with a reason of its own", func(c *eqia.Case) {
			setBlock(c, "race", eqia.Block{Effects: eqia.Effects{eqia.Neutral}, How: "Visits do not differ by ethnic group."})
		}, nil},
		{"no shared reason is said once", answering(eqia.SharedReason, ""), []string{"answer/" + eqia.SharedReason}},
		{"a thin shared reason is said once", answering(eqia.SharedReason, "No change."), []string{"answer/" + eqia.SharedReason}},
		{"a thin shared reason that nobody uses", func(c *eqia.Case) {
			c.Content.Answers[eqia.SharedReason] = text("No.")
			for i := range c.Content.Cards {
				c.Content.Cards[i].Blocks[0].How = "Visits do not differ for them."
			}
		}, nil},
		{"a shared reason does not explain a harm", func(c *eqia.Case) { setBlock(c, "age", eqia.Block{Effects: eqia.Effects{eqia.Negative}, Shared: true}) },
			[]string{"card/age"}},
		{"groups looked at together", func(c *eqia.Case) { combine(c, eqia.Block{Effects: eqia.Effects{eqia.Positive}}) }, []string{"card/age+disability"}},
		{"groups the proposal points to need their own", func(c *eqia.Case) { c.Content.Answers["triggers"] = choice("charging") }, []string{"card/socio_economic"}},
		{"groups the proposal points to, with their own", func(c *eqia.Case) {
			c.Content.Answers["triggers"] = choice("charging")
			setBlock(c, "socio_economic", eqia.Block{Effects: eqia.Effects{eqia.Neutral}, How: "The service stays free for all."})
		}, nil},
	})
}

func TestEachHarmIsLoweredOrJustified(t *testing.T) {
	with := func(mitigation, justification string) func(*eqia.Case) {
		return func(c *eqia.Case) {
			blockOf(c, "age").Mitigation, blockOf(c, "age").Justification = mitigation, justification
		}
	}
	judged(t, "A7", full, []example{
		{"neither", with("", ""), []string{"card/age"}},
		{"fillers", with("None", "N/A"), []string{"card/age"}},
		{"a way to lower it", with("A later closing time on Fridays.", ""), nil},
		{"a reason to go ahead", with("", "The roof is unsafe."), nil},
		{"none, and why", with("None, because the law sets the fee.", ""), nil},
		{"a harm beside a gain", func(c *eqia.Case) { blockOf(c, "disability").Effects = eqia.Effects{eqia.Positive, eqia.Negative} }, []string{"card/disability"}},
		{"unclear alone", func(c *eqia.Case) { with("", "")(c); blockOf(c, "age").Effects = eqia.Effects{eqia.Unclear} }, nil},
		{"each part of a split card", func(c *eqia.Case) { with("", "")(c); split(c, "age") }, []string{"card/age", "card/age"}},
	})
}

func TestWhatIsUnclearWillBeFoundOut(t *testing.T) {
	action := func(change func(*eqia.Action)) func(*eqia.Case) {
		return func(c *eqia.Case) { change(&c.Content.Actions[1]) }
	}
	judged(t, "A8", full, []example{
		{"no action", func(c *eqia.Case) { c.Content.Actions = c.Content.Actions[:1] }, []string{"card/sex"}},
		{"an action for another group", action(func(a *eqia.Action) { a.Answers[0].Card = "race" }), []string{"card/sex"}},
		{"nobody to do it", action(func(a *eqia.Action) { a.Who = "" }), []string{"action/2"}},
		{"someone to be confirmed", action(func(a *eqia.Action) { a.Who = "TBC" }), []string{"action/2"}},
		{"no time for it", action(func(a *eqia.Action) { a.When = eqia.When{} }), []string{"action/2"}},
		{"ongoing is a time", action(func(a *eqia.Action) { a.When = eqia.When{Kind: eqia.Ongoing} }), nil},
		{"one action of two is whole", func(c *eqia.Case) {
			c.Content.Actions[0].Answers = append(c.Content.Actions[0].Answers, eqia.BlockRef{Card: "sex"})
			c.Content.Actions[1].Who = ""
		}, nil},
		{"a reason to go ahead without", func(c *eqia.Case) {
			c.Content.Actions = c.Content.Actions[:1]
			blockOf(c, "sex").Justification = "The pilot is how we will find out."
		}, nil},
		{"unclear beside a harm", func(c *eqia.Case) {
			c.Content.Actions = c.Content.Actions[1:]
			blockOf(c, "age").Effects = eqia.Effects{eqia.Negative, eqia.Unclear}
		}, []string{"card/age"}},
		{"a harm alone is another rule's", func(c *eqia.Case) { c.Content.Actions = c.Content.Actions[1:] }, nil},
	})
}

func TestARemarkNamesTheGroupAndThePart(t *testing.T) {
	c := full(t)
	split(&c, "age")
	cardOf(&c, "age").Blocks[1].Mitigation = ""
	for _, f := range Judge(c, eqia.AtSubmit) {
		if f.Rule == "A7" && strings.HasPrefix(f.Message, "Age, employees: Enter ") {
			return
		}
	}
	t.Error("no remark begins with the group and the part")
}
