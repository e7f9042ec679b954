package form

import (
	"slices"
	"strings"
	"testing"
)

// answering is the answers to questions with choices, as conditions ask for them.
func answering(answers map[string][]string) func(string) []string {
	return func(question string) []string { return answers[question] }
}

func TestTheKindOfProposalSetsTheDepth(t *testing.T) {
	v := dorset(t)
	for kind, want := range map[string]string{
		"": DepthFull, "policy": DepthFull, "budget_saving": "budget_saving", "restructure": "restructure", "screening": DepthFull, "nothing": DepthFull,
	} {
		if got := v.DepthOf(kind); got.Code != want || got.Title == "" || got.Says == "" {
			t.Errorf("a %q goes to %+v, not to %s", kind, got, want)
		}
	}
	restructure := v.DepthOf("restructure")
	if !restructure.Restricted || !slices.Equal(restructure.Audiences, []string{AudienceEmployees}) || len(restructure.Care) == 0 {
		t.Errorf("a restructure is %+v", restructure)
	}
	if got := v.RestrictedKinds(); !slices.Equal(got, []string{"restructure"}) {
		t.Errorf("restricted from the start: %v", got)
	}
}

func TestTheKindOfProposalSetsWhichQuestionsAppear(t *testing.T) {
	v := dorset(t)
	for _, c := range []struct {
		kind               string
		affected, perRound bool
	}{
		{"", true, false}, {"policy", true, false}, {"restructure", false, false}, {"budget_saving", true, true},
	} {
		answered := answering(map[string][]string{QuestionKind: {c.kind}})
		affected, _ := v.Question(QuestionAffected)
		round, _ := v.Question(QuestionBudgetRound)
		if affected.If.Met(answered) != c.affected || round.If.Met(answered) != c.perRound {
			t.Errorf("%q: who is affected %t, budget round %t", c.kind, affected.If.Met(answered), round.If.Met(answered))
		}
	}
}

func TestOnlyKindsThatAreAskedForABudgetRoundCountInOne(t *testing.T) {
	v := dorset(t)
	if got := v.KindsInRounds(); !slices.Equal(got, []string{"budget_saving"}) {
		t.Errorf("the council's form asks %q", got)
	}
	if got := (Version{}).KindsInRounds(); len(got) > 0 {
		t.Errorf("a form that asks for none asks %q", got)
	}
}

func TestAConditionCanSayWhatTheAnswerIsNot(t *testing.T) {
	c := &Condition{Question: "kind", Not: []string{"restructure", "other"}}
	for _, tc := range []struct {
		name   string
		chosen []string
		want   bool
	}{
		{"unanswered", nil, true}, {"another answer", []string{"policy"}, true}, {"one that is named", []string{"other"}, false},
		{"one that is named among others", []string{"policy", "restructure"}, false},
	} {
		if got := c.Met(answering(map[string][]string{"kind": tc.chosen})); got != tc.want {
			t.Errorf("%s: %t", tc.name, got)
		}
	}
}

func TestTheAdviceGivesAReasonForEachFactThatSpeaksForAnAssessment(t *testing.T) {
	v := dorset(t)
	for _, c := range []struct {
		name    string
		answers map[string][]string
		want    []string
	}{
		{"nothing answered", nil, nil},
		{"a small policy", map[string][]string{"kind": {"policy"}, "affected": {"external"}, "triggers": {"none"}}, nil},
		{"a restructure", map[string][]string{"kind": {"restructure"}}, []string{"A staff restructure"}},
		{"a closure that saves", map[string][]string{"kind": {"project"}, "triggers": {"saving", "closure"}}, []string{"It saves money", "It closes"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := v.Advised(answering(c.answers))
			if len(got) != len(c.want) {
				t.Fatalf("got %q", got)
			}
			for i, start := range c.want {
				if !strings.HasPrefix(got[i], start) {
					t.Errorf("reason %d is %q", i+1, got[i])
				}
			}
		})
	}
}

func TestEveryFactAboutADecisionIsAReason(t *testing.T) {
	v := dorset(t)
	triggers, _ := v.Question(QuestionTriggers)
	for _, c := range triggers.Choices {
		said := v.Advised(answering(map[string][]string{QuestionTriggers: {c.Code}}))
		if (len(said) == 1) != (c.Code != TriggerNone) {
			t.Errorf("%s says %q", c.Code, said)
		}
	}
}

func TestADepthOrAnAdviceWithAFaultIsRefused(t *testing.T) {
	refuse(t, []refusal{
		{"no full assessment", func(p *Profile) { p.Versions[0].Depths[1].Code = "half" }, `depth "full" is missing`},
		{"no screening", func(p *Profile) { p.Versions[0].Depths[0].Code = "half" }, `depth "screening" is missing`},
		{"a depth twice", func(p *Profile) { p.Versions[0].Depths[2].Code = "full" }, `depth "full" is there twice`},
		{"a depth without words", func(p *Profile) { p.Versions[0].Depths[2].Says = "" }, `depth "restructure" needs a title`},
		{"a depth for nothing", func(p *Profile) { p.Versions[0].Depths[2].Kinds = nil }, `depth "restructure" is for 0 kinds`},
		{"a full assessment for some", func(p *Profile) { p.Versions[0].Depths[1].Kinds = []string{"policy"} }, `depth "full" is for 1 kinds`},
		{"a kind that is not asked", func(p *Profile) { p.Versions[0].Depths[2].Kinds = []string{"flood"} }, "not a kind of proposal"},
		{"a kind with two depths", func(p *Profile) {
			p.Versions[0].Depths = append(p.Versions[0].Depths, Depth{Code: "more", Title: "T", Says: "S.", Kinds: []string{"restructure"}})
		}, `"restructure" is there twice`},
		{"an audience that is not asked", func(p *Profile) { p.Versions[0].Depths[2].Audiences = []string{"cats"} }, "not an audience"},
		{"advice on nothing", func(p *Profile) { p.Versions[0].Advice.Questions = nil }, "the advice asks nothing"},
		{"advice on a text", func(p *Profile) { p.Versions[0].Advice.Questions[1] = "aims" }, `asks "aims"`},
		{"advice without a last word", func(p *Profile) { p.Versions[0].Advice.Otherwise = "" }, "where no reason holds"},
		{"a reason that says nothing", func(p *Profile) { p.Versions[0].Advice.Reasons[0].Says = "" }, "is not a sentence"},
		{"a reason that is not asked for", func(p *Profile) { p.Versions[0].Advice.Reasons[0].If.Question = "route" }, "not asked before it"},
		{"a condition both ways", func(p *Profile) { p.Versions[0].Advice.Reasons[0].If.Not = []string{"policy"} }, "both kinds"},
		{"no words for people in several groups", func(p *Profile) { p.Versions[0].Together.Definition = "" }, "have no definition"},
		{"no prompts for people in several groups", func(p *Profile) { p.Versions[0].Together.Prompts = nil }, "have no prompts"},
		{"an odd link for people in several groups", func(p *Profile) { p.Versions[0].Together.Link = "http://example.org" }, "not https"},
	})
}
