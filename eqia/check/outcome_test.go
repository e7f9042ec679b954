package check

import (
	"testing"

	"dorset-eqia/eqia"
)

// reviewing is the full assessment as a review, in which all was said that a rule asks for.
func reviewing(t testing.TB) eqia.Case {
	t.Helper()
	c := full(t)
	c.Content.Outcomes = []eqia.Outcome{
		{No: 1, Of: "1.0", Card: "age", Effects: eqia.Effects{eqia.Negative}, Said: "Older people lose the evening.", Came: eqia.LessSo, Text: "Forty left, and half came back."},
		{No: 2, Of: "1.0", Card: "sex", Effects: eqia.Effects{eqia.Unclear}, Came: eqia.NotKnownYet, Text: "The survey is in May."},
		{No: 3, Of: "1.0", Action: 1, Said: "Open until 7pm on Fridays", Came: eqia.Done},
		{No: 4, Of: "1.0", Action: 2, Said: "Ask 100 evening users", Came: eqia.NotDone, Text: "The trainer left in May."},
	}
	return c
}

// came changes what is said of one outcome.
func came(no int, what eqia.Came, text string) func(*eqia.Case) {
	return func(c *eqia.Case) { c.Content.Outcomes[no-1].Came, c.Content.Outcomes[no-1].Text = what, text }
}

func TestAReviewSaysWhatReallyHappened(t *testing.T) {
	judged(t, "F7", reviewing, []example{
		{"all is said", func(*eqia.Case) {}, nil},
		{"nothing is said", came(1, "", ""), []string{"outcome/1"}},
		{"a choice and no words", came(1, eqia.AsPredicted, ""), []string{"outcome/1"}},
		{"a filler for words", came(1, eqia.MoreSo, "N/A"), []string{"outcome/1"}},
		{"not known, and no reason", came(2, eqia.NotKnownYet, ""), []string{"outcome/2"}},
		{"words and no choice", came(2, "", "The survey is in May."), []string{"outcome/2"}},
		{"it did not happen, in words", came(1, eqia.DidNot, "Nobody left."), nil},
		{"an action is another rule's", came(3, "", ""), nil},
		{"a version that is no review", func(c *eqia.Case) { c.Content.Outcomes = nil }, nil},
	})
}

func TestAReviewReportsOnEachAction(t *testing.T) {
	judged(t, "F8", reviewing, []example{
		{"all is said", func(*eqia.Case) {}, nil},
		{"nothing is said", came(3, "", ""), []string{"outcome/3"}},
		{"not done, and no reason", came(3, eqia.NotDone, ""), []string{"outcome/3"}},
		{"not done, with a filler", came(4, eqia.NotDone, "To be confirmed"), []string{"outcome/4"}},
		{"done needs no words", came(4, eqia.Done, ""), nil},
		{"a prediction is another rule's", came(1, "", ""), nil},
		{"a version that is no review", func(c *eqia.Case) { c.Content.Outcomes = nil }, nil},
	})
}
