package check

import (
	"testing"

	"dorset-eqia/eqia"
)

func TestNobodyCanBePickedOut(t *testing.T) {
	const email = "Write to a.person@mail.example."
	judged(t, "E10", full, []example{
		{"in an answer", answering("background", email), []string{"answer/background"}},
		{"on a card", saying("age", "Two disabled older employees lose their desks."), []string{"card/age"}},
		{"in what lowers a harm", func(c *eqia.Case) { blockOf(c, "age").Mitigation = email }, []string{"card/age"}},
		{"in an option", func(c *eqia.Case) { c.Content.Options = []eqia.Option{{No: 1, Label: "Do nothing", Text: email}} }, []string{"option/1"}},
		{"in a source", with(eqia.Evidence{No: 1, Title: "Letter", Says: email}), []string{"evidence/1"}},
		{"in who was asked", func(c *eqia.Case) {
			c.Content.Engagement = []eqia.Engagement{{No: 2, Who: "Mrs Alder", Said: "Keep it.", Changed: "It is kept."}}
		}, []string{"engagement/2"}},
		{"in an action", func(c *eqia.Case) { c.Content.Actions[0].Issue = email }, []string{"action/1"}},
		{"twice the same kind is asked once", answering("background", email+" "+email), []string{"answer/background"}},
		{"two kinds are asked twice", answering("background", email+" Ring 01632 960 456."), []string{"answer/background", "answer/background"}},
		{"nothing personal", answering("background", "Write to the library, or ring 0300 123 4567."), nil},
		{"a number of ten digits that is no NHS number", answering("background", "The order is 943 476 5918."), nil},
		{"the address of a team", answering("background", "Write to libraries@council.example."), nil},
	})
}

func TestAScreeningRecordIsPublicToo(t *testing.T) {
	c := screened(t)
	c.Content.Answers["screening_reason"] = text(c.Content.Answers["screening_reason"].Text + " Mrs Alder agrees.")
	if got := places(c, eqia.AtSubmit, "E10"); len(got) != 1 {
		t.Errorf("E10 is found at %q", got)
	}
}
