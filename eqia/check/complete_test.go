package check

import (
	"testing"

	"dorset-eqia/eqia"
)

func TestEveryNeededQuestionIsAnswered(t *testing.T) {
	missing := func(questions ...string) func(*eqia.Case) {
		return func(c *eqia.Case) {
			for _, q := range questions {
				delete(c.Content.Answers, q)
			}
		}
	}
	judged(t, "Q1", full, []example{
		{"one is missing", missing("aims"), []string{"answer/aims"}},
		{"two are missing, in the order of the form", missing("monitoring", "change"), []string{"answer/change", "answer/monitoring"}},
		{"one that another rule speaks of", missing("decision_maker"), nil},
		{"one that nobody has to answer", missing("background", "service"), nil},
		{"one that follows from another answer", func(c *eqia.Case) { delete(c.Content.Answers, "more_needed_what") }, []string{"answer/more_needed_what"}},
		{"nobody was asked, and no reason", missing("no_engagement"), []string{"answer/no_engagement"}},
		{"nobody was asked, and a filler", answering("no_engagement", "n/a"), []string{"answer/no_engagement"}},
		{"an entry that names nobody", func(c *eqia.Case) {
			delete(c.Content.Answers, "no_engagement")
			c.Content.Engagement = []eqia.Engagement{{No: 1, How: "Survey"}}
		}, []string{"answer/no_engagement"}},
		{"someone was asked", func(c *eqia.Case) {
			delete(c.Content.Answers, "no_engagement")
			c.Content.Engagement = []eqia.Engagement{{No: 1, Who: "Friends of the library"}}
		}, nil},
		{"a screening record is not asked whom it asked", func(c *eqia.Case) {
			delete(c.Content.Answers, "no_engagement")
			c.Content.Answers["assessment_needed"] = choice("no")
		}, nil},
		{"a screening record still needs its title", func(c *eqia.Case) {
			delete(c.Content.Answers, "title")
			c.Content.Answers["assessment_needed"] = choice("no")
		}, []string{"answer/title"}},
	})
}

// older is a whole assessment on a form from before the council asked about care experience.
func older(t testing.TB) eqia.Case {
	t.Helper()
	c := full(t)
	old := caseOn(t, "2024-1")
	c.Form = old.Form
	drop(&c, "care_experience")
	return c
}

func TestAnOlderFormIsFlaggedForTheGroupItLeavesOut(t *testing.T) {
	at := []string{"answer/summary"}
	judged(t, "A22", older, []example{
		{"the group is nowhere", func(*eqia.Case) {}, at},
		{"a word inside another", answering("summary", "Day care experiences differ."), at},
		{"the summary names it", answering("summary", "People with care experience keep their passes."), nil},
		{"the summary uses another name", answering("summary", "Care leavers keep their passes."), nil},
		{"a merged row covers it", func(c *eqia.Case) {
			c.Content.Cards = append(c.Content.Cards, eqia.Card{Code: "other", Label: "Other groups", Covers: []string{"carers", "care_experience"}})
		}, nil},
	})
}

func TestTheNewestFormAsksAboutEveryGroup(t *testing.T) {
	c := full(t)
	drop(&c, "care_experience")
	if got := places(c, eqia.AtSubmit, "A22"); len(got) > 0 {
		t.Errorf("A22 is found at %q", got)
	}
	if got := places(c, eqia.AtSubmit, "A1"); len(got) != 1 || got[0] != "card/care_experience" {
		t.Errorf("A1 is found at %q", got)
	}
}

func TestWhatAnOlderFormLeavesOutStopsNothing(t *testing.T) {
	if got := eqia.Blocks(Judge(older(t), eqia.AtSubmit)); len(got) > 0 {
		t.Errorf("blocked by %+v", got)
	}
}
