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

func TestSmallCountsArePointedOutBeforePublication(t *testing.T) {
	judged(t, "P1", full, []example{
		{"six people with a trait", answering("background", "Six deaf residents of the village use the hall."), []string{"answer/background"}},
		{"nine in figures on a card", saying("age", "We know 9 disabled employees over 60."), []string{"card/age"}},
		{"twice in one place", answering("background", "Six deaf residents came. Seven deaf residents wrote."), []string{"answer/background"}},
		{"ten are enough", answering("background", "Ten deaf residents of the village use the hall."), nil},
		{"five are asked about, four are for another rule", answering("background", "Four deaf residents of the village use the hall."), nil},
		{"a count of things", answering("background", "Six disabled parking bays stay open."), nil},
		{"a share", answering("background", "One in five disabled residents drives."), nil},
	})
}

func TestPeopleAreNamedByTheirRoleWhereTheCouncilSaysSo(t *testing.T) {
	responsible := func(c *eqia.Case) { c.Content.Actions[0].Others = []string{"Jane Alder"} }
	judged(t, "P2", full, []example{
		{"someone responsible", func(c *eqia.Case) { c.Content.Actions[0].Who = "Jane Alder" }, []string{"action/1"}},
		{"someone else who is responsible", responsible, []string{"action/1"}},
		{"in an answer", answering("background", "Jane Alder ran the survey."), []string{"answer/background"}},
		{"an answer that no public page shows", answering("senior_officer", "Jane Alder"), nil},
		{"a role", func(c *eqia.Case) { c.Content.Actions[0].Who = "Library manager" }, nil},
		{"a council that publishes names", func(c *eqia.Case) {
			responsible(c)
			c.Council.PublicNames = ""
		}, nil},
	})
}
