package check

import (
	"strings"
	"testing"

	"dorset-eqia/eqia"
)

// In these the cards show age negative, sex unclear and disability positive; all other groups are neutral.

var contradicting = []string{
	"There are no negative impacts.",
	"There are no negative impacts",
	"NO NEGATIVE IMPACTS HAVE BEEN IDENTIFIED!",
	"Overall, there will be no adverse effects on any group.",
	"We found no negative or adverse impacts.",
	"The proposal will not have a negative impact on anyone with a protected characteristic.",
	"The assessment has identified no negative equality impacts.",
	"The changes won’t have any adverse impact on people with protected characteristics.",
	"Nobody will be worse off.",
	"No group is disadvantaged by the change.",
	"No protected group will be adversely affected as a result.",
	"The proposal will not disadvantage anyone.",
	"The saving is small and there are no negative impacts on any protected characteristic.",
	"We are confident that there are no negative impacts.",
	"The hours change in two places.\nNo-one will lose out.",
	"There is no impact on any group.",
	"The policy has no equality impact.",
	"No groups will be affected.",
	"All impacts are neutral.",
	"The impact is neutral for all groups.",
	"There is a neutral impact on all protected characteristics.",
	"All impacts are positive.",
	"There are only positive effects.",
	"There are no unclear impacts.",
	"There are no positive impacts.",
	"There is no negative impact on age.",
	"There are no negative impacts on race, age or religion or belief.",
	"There will be no negative effects (see the table).",
	"Summary: there are no negative impacts from this proposal on anyone.",
	"It is not anticipated that there will be any negative impacts.",
	"There is not expected to be any negative impact on protected groups.",
	"We have not identified any adverse impacts.",
	"None of the groups will be disadvantaged.",
	"The policy applies equally to everyone so there is no impact on any protected characteristic.",
}

var agreeing = []string{
	"Older people lose evening hours.",
	"There are no negative impacts on race or religion or belief.",
	"For race and religion or belief, there are no negative impacts.",
	"Apart from age, there are no negative impacts.",
	"There are no negative impacts on any group other than age.",
	"There is no negative impact on any other group.",
	"There are no negative impacts for most groups.",
	"There are no negative impacts on younger people.",
	"There are no significant negative impacts.",
	"There would be no negative impact if the bus ran on Sundays.",
	"Once the ramp is built there will be no negative impacts.",
	"There are no negative impacts. However, older people lose evening hours.",
	"There are no negative impacts, but older people lose evening hours.",
	"Option 2 has no negative impacts.",
	"The last assessment found no negative impacts.",
	"People who answered the survey said that there are no negative impacts.",
	"One reply was “there are no negative impacts”.",
	"Are there no negative impacts?",
	"We can't say that there are no negative impacts.",
	"This does not mean that there are no negative impacts.",
	"We want to ensure that there are no negative impacts.",
	"Religion or belief: opening times miss no festival. There are no negative impacts.",
	"Disabled people gain quiet hours, and there are no negative impacts.",
	"There is no impact on the budget.",
	"The impact is neutral for race.",
	"There is no impact.",
	"In the north, there are no negative impacts.",
	"It has no negative impacts.",
	"The extra desk has no negative impacts.",
	"There are no positive or negative impacts on carers.",
	"No group is treated as less important.",
	"There is no negative impact on the age of the building.",
	"There are no unclear impacts on race.",
	"There is no negative impact on people who drive.",
	"There is no negative impact on any group in the north.",
	"There are no negative financial impacts.",
	"There are no negative impacts on the 9.30 bus.",
	"The impacts are not all positive.",
	"The proposal has a negative impact on age.",
	"No one will be affected on Sundays.",
	"Doing nothing: there are no negative impacts.",
	"Do nothing. There are no negative impacts.",
	"Residents: no negative impacts. Employees: the evening team changes its hours.",
	"There are no negative impacts from the first stage.",
	"There is no disadvantage in keeping the old card as well.",
	"No one will be worse off by more than two pounds a week.",
	"No group is affected more than any other.",
	"No one is harmed by the new gate.",
	"Drivers gain, and no one will lose out on a permit.",
	"There are no negative impacts that a bus pass would not cure.",
	"The proposal is neutral in cost for all groups.",
	"",
}

func TestASummaryMayNotDenyWhatTheTableShows(t *testing.T) {
	for _, words := range contradicting {
		t.Run("contradicts: "+words, func(t *testing.T) {
			if got := summarised(t, words); len(got) != 1 {
				t.Errorf("found %d times, want once", len(got))
			}
		})
	}
	for _, words := range agreeing {
		t.Run("agrees: "+words, func(t *testing.T) {
			if got := summarised(t, words); len(got) > 0 {
				t.Error("found, and is not a contradiction")
			}
		})
	}
}

func summarised(t *testing.T, words string) []string {
	t.Helper()
	c := full(t)
	c.Content.Answers["summary"] = text(words)
	return places(c, eqia.AtSubmit, "A21")
}

func TestADenialThatIsTrueIsNotQuestioned(t *testing.T) {
	for _, words := range contradicting {
		t.Run(words, func(t *testing.T) {
			c := full(t)
			for i := range c.Content.Cards {
				c.Content.Cards[i].Blocks[0].Effects = eqia.Effects{eqia.Neutral}
			}
			c.Content.Answers["summary"] = text(words)
			if got := places(c, eqia.AtSubmit, "A21"); len(got) > 0 {
				t.Error("found, although every card is neutral")
			}
		})
	}
}

func TestTheContradictionIsShown(t *testing.T) {
	at := []string{"answer/summary"}
	judged(t, "A21", full, []example{
		{"what the table shows", answering("summary", "Older people lose evening hours."), nil},
		{"one harm", answering("summary", "There are no negative impacts."), at},
		{"two sentences are two remarks", answering("summary", "There are no negative impacts. No group is affected."), append(at, at...)},
		{"the same sentence twice is one remark", answering("summary", "There are no negative impacts. There are no negative impacts."), at},
		{"a merged row counts as the row it is", func(c *eqia.Case) {
			drop(c, "age")
			c.Content.Answers["summary"] = text("There are no negative impacts.")
			c.Content.Cards = append(c.Content.Cards, eqia.Card{Code: "age+disability", Label: "Age and disability", Covers: []string{"age", "disability"},
				Blocks: []eqia.Block{{Effects: eqia.Effects{eqia.Negative}}}})
		}, at},
	})
	c := full(t)
	setBlock(&c, "race", eqia.Block{Effects: eqia.Effects{eqia.Negative}, How: "People without papers can't join.", Justification: "The law asks for papers."})
	c.Content.Answers["summary"] = text("Opening hours change in March. There are no negative impacts.")
	want := "Make the summary and the table agree. The summary says “There are no negative impacts”, but Age and Race are marked negative."
	for _, f := range Judge(c, eqia.AtSubmit) {
		if f.Rule == "A21" && f.Message != want {
			t.Errorf("got %q, want %q", f.Message, want)
		}
	}
}

func TestALongSentenceIsCutShortWhenItIsShown(t *testing.T) {
	c := full(t)
	c.Content.Answers["summary"] = text("There are no negative impacts, " + strings.Repeat("é", 5000) + ".")
	got := Judge(c, eqia.AtSubmit)
	if len(got) == 0 || !strings.Contains(got[0].Message, "é…”, but Age is marked negative.") || len([]rune(got[0].Message)) > 300 {
		t.Errorf("got %+v", got)
	}
}
