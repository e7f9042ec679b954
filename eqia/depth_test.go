package eqia_test

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
)

// pick is a choice made for a question.
type pick struct{ question, choice string }

// answer gives a question another choice.
func answer(t *testing.T, s *eqia.Service, reference string, p pick) eqia.Case {
	t.Helper()
	c := opened(t, s, reference)
	base := c.Stamps[eqia.PartKey{Kind: eqia.AnswerPart, Key: p.question}].Counter
	if err := s.SaveAnswers(t.Context(), c, map[string]eqia.Answer{p.question: {Choices: []string{p.choice}}}, map[string]int{p.question: base}); err != nil {
		t.Fatal(err)
	}
	return opened(t, s, reference)
}

// codes lists the codes of choices.
func codes(list []form.Choice) []string {
	out := []string{}
	for _, c := range list {
		out = append(out, c.Code)
	}
	return out
}

func TestTheKindOfProposalSetsWhatIsAsked(t *testing.T) {
	s := eqiatest.New(t)
	reference := full(t, s)
	for _, c := range []struct {
		kind, needed string
		depth        string
		audiences    []string
		missing      []string
	}{
		{"policy", "yes", "full", []string{"residents", "employees"}, nil},
		{"restructure", "yes", "restructure", []string{"employees"}, nil},
		{"budget_saving", "yes", "budget_saving", []string{"residents", "employees"}, []string{"budget_round"}},
		{"restructure", "no", "screening", []string{"residents", "employees"}, []string{"screening_reason"}},
		{"other", "yes", "full", []string{"residents", "employees"}, nil},
	} {
		answer(t, s, reference, pick{form.QuestionAffected, form.AffectedBoth})
		answer(t, s, reference, pick{form.QuestionAssessmentNeeded, c.needed})
		got := answer(t, s, reference, pick{form.QuestionKind, c.kind})
		var missing []string
		for _, q := range got.Missing() {
			missing = append(missing, q.Code)
		}
		if got.Depth().Code != c.depth || !reflect.DeepEqual(codes(got.Audiences()), c.audiences) || !reflect.DeepEqual(missing, c.missing) {
			t.Errorf("a %s that needs one: %s is a %s about %v and still asks %v", c.kind, c.needed, got.Depth().Code, codes(got.Audiences()), missing)
		}
	}
}

func TestAnAudienceThatIsLeftOutIsSetAsideAndComesBack(t *testing.T) {
	s := eqiatest.New(t)
	reference := full(t, s)
	c := answer(t, s, reference, pick{form.QuestionAffected, form.AffectedBoth})
	if err := s.DivideCard(t.Context(), c, "age", eqia.Layout{ByAudience: true}, c.Stamps[eqia.PartKey{Kind: eqia.CardPart, Key: "age"}].Counter); err != nil {
		t.Fatal(err)
	}
	whole := opened(t, s, reference).Content.Card("age")
	c = answer(t, s, reference, pick{form.QuestionKind, eqiatest.Restructure})
	asked, aside := c.Asked(c.Content.Card("age"))
	if len(asked) != 1 || asked[0].Audience != form.AudienceEmployees || len(aside) != 1 || aside[0].Audience != form.AudienceResidents {
		t.Fatalf("asked %+v, set aside %+v", asked, aside)
	}
	joined := c.Divided("age", eqia.Layout{})
	if len(joined.Blocks) != 2 || joined.Blocks[0].Audience != "" || !reflect.DeepEqual(joined.Blocks[1], aside[0]) {
		t.Errorf("putting together what is asked made %+v", joined.Blocks)
	}
	c = answer(t, s, reference, pick{form.QuestionKind, "policy"})
	if back, aside := c.Asked(c.Content.Card("age")); len(aside) != 0 || !reflect.DeepEqual(back, whole.Blocks) {
		t.Errorf("it came back as %+v", back)
	}
}

func TestChangingTheKindBackAndForthLosesNothingAndShowsTheSameAgain(t *testing.T) {
	s := eqiatest.New(t)
	reference := full(t, s)
	answer(t, s, reference, pick{form.QuestionAffected, form.AffectedBoth})
	answer(t, s, reference, pick{form.QuestionBudgetRound, "budget_2027_28"})
	start := opened(t, s, reference)
	kinds, _ := start.Form.Question(form.QuestionKind)
	seed := rand.Uint64()
	t.Logf("the seed is %d", seed)
	dice := rand.New(rand.NewPCG(seed, 0))
	seen := map[string][]eqia.Place{}
	for range 60 {
		kind, needed := kinds.Choices[dice.IntN(len(kinds.Choices))].Code, []string{form.AssessmentYes, form.AssessmentNo}[dice.IntN(2)]
		answer(t, s, reference, pick{form.QuestionAssessmentNeeded, needed})
		c := answer(t, s, reference, pick{form.QuestionKind, kind})
		if steps, was := seen[kind+needed]; was && !reflect.DeepEqual(steps, c.Journey()) {
			t.Fatalf("%s, %s: asked %v before and %v now", kind, needed, steps, c.Journey())
		}
		seen[kind+needed] = c.Journey()
		for code, a := range start.Content.Answers {
			if now := c.Content.Answers[code]; code != form.QuestionKind && code != form.QuestionAssessmentNeeded && !now.Equal(a) {
				t.Fatalf("%s says %+v, and said %+v", code, now, a)
			}
		}
		c.Content.Answers = start.Content.Answers
		if !reflect.DeepEqual(c.Content, start.Content) {
			t.Fatalf("after %s, %s something else is different", kind, needed)
		}
	}
}

func TestARestructureIsRestrictedFromItsStartAndWhenItBecomesOne(t *testing.T) {
	s := eqiatest.New(t)
	first := eqiatest.FirstPage()
	first[form.QuestionKind] = eqia.Answer{Choices: []string{eqiatest.Restructure}}
	reference, err := s.Start(t.Context(), eqiatest.Author(), eqia.StartCommand{Answers: first})
	if err != nil || !opened(t, s, reference).Assessment.Restricted {
		t.Errorf("%s is open to all (%v)", reference, err)
	}
	if c := answer(t, s, full(t, s), pick{form.QuestionKind, eqiatest.Restructure}); !c.Assessment.Restricted {
		t.Error("one that became a restructure is open to all")
	}
}

// together asks twice for age and disability to be looked at together.
func together(t *testing.T, s *eqia.Service, reference string) eqia.Case {
	t.Helper()
	for range 2 {
		code, err := s.AddIntersection(t.Context(), opened(t, s, reference), []string{"disability", "age"})
		if err != nil || code != "age+disability" {
			t.Fatalf("got %q, %v", code, err)
		}
	}
	return opened(t, s, reference)
}

func TestGroupsThatAreLookedAtTogetherAreAddedOnce(t *testing.T) {
	s := eqiatest.New(t)
	c := together(t, s, full(t, s))
	if got := c.Intersections(); len(got) != 1 || got[0].Label != "Age and disability" || len(c.Groups()) != len(c.Characteristics())+1 {
		t.Fatalf("looked at together: %+v", got)
	}
	key := eqia.PartKey{Kind: eqia.CardPart, Key: "age+disability"}
	if got := c.CardProgress("age+disability"); got != eqia.NotStarted || !c.HasPart(key) {
		t.Errorf("its card is %s", got)
	}
}

func TestGroupsThatAreLookedAtTogetherAreRemovedAndAddedAgain(t *testing.T) {
	s := eqiatest.New(t)
	reference := full(t, s)
	c := together(t, s, reference)
	key := eqia.PartKey{Kind: eqia.CardPart, Key: "age+disability"}
	act := eqia.Action{What: "Ask older disabled people", Answers: []eqia.BlockRef{{Card: "age+disability"}, {Card: "age"}}}
	no, err := s.AddEntry(t.Context(), c, act, "")
	if err != nil {
		t.Fatal(err)
	}
	c = opened(t, s, reference)
	if err := s.RemoveIntersection(t.Context(), c, "age+disability", c.Stamps[key].Counter); err != nil {
		t.Fatal(err)
	}
	c = opened(t, s, reference)
	left, _ := c.Content.EntryOf(eqia.ActionPart, no)
	if len(c.Intersections()) != 0 || c.HasPart(key) || len(left.(eqia.Action).Answers) != 1 {
		t.Errorf("after it was removed: %v, and the action deals with %v", c.Intersections(), left)
	}
	if err := s.RemoveIntersection(t.Context(), c, "age", 1); !errors.Is(err, eqia.ErrNotFound) {
		t.Errorf("removing a characteristic: %v", err)
	}
	if _, err := s.AddIntersection(t.Context(), c, []string{"age", "disability"}); err != nil {
		t.Errorf("adding it again: %v", err)
	}
}

func TestWhatCannotBeLookedAtTogetherIsSaid(t *testing.T) {
	s := eqiatest.New(t)
	c := opened(t, s, full(t, s))
	for says, groups := range map[string][]string{
		"Select two or more groups": {"age"}, "Select groups from the list": {"age", "height"},
		"Select five groups or fewer": {"age", "disability", "race", "sex", "carers", "lone_parent"},
	} {
		var invalid *eqia.Invalid
		if _, err := s.AddIntersection(t.Context(), c, groups); !errors.As(err, &invalid) || invalid.Says != says {
			t.Errorf("%v: got %v", groups, err)
		}
	}
}

func TestRemovingAnOptionKeepsItsWordsAndTheActionsThatDealWithIt(t *testing.T) {
	s := eqiatest.New(t)
	reference := full(t, s)
	for _, label := range []string{"Do nothing", "Close two branches"} {
		if _, err := s.AddEntry(t.Context(), opened(t, s, reference), eqia.Option{Label: label}, ""); err != nil {
			t.Fatal(err)
		}
	}
	key := eqia.PartKey{Kind: eqia.CardPart, Key: "age"}
	c := opened(t, s, reference)
	if err := s.DivideCard(t.Context(), c, "age", eqia.Layout{ByOption: true}, c.Stamps[key].Counter); err != nil {
		t.Fatal(err)
	}
	c = opened(t, s, reference)
	if refs := c.Content.Actions[0].Answers; len(refs) != 2 || refs[0].Option != "1" || refs[1].Option != "2" {
		t.Errorf("dividing the card left the action with %v", refs)
	}
	k := c.Content.Card("age")
	k.Blocks[1].How = "Two branches are the only ones within a walk."
	if err := s.SaveCard(t.Context(), c, k, c.Stamps[key].Counter); err != nil {
		t.Fatal(err)
	}
	c = opened(t, s, reference)
	option := eqia.Entry(eqia.OptionPart, 2)
	if err := s.RemoveEntry(t.Context(), c, option, c.Stamps[option].Counter); err != nil {
		t.Fatal(err)
	}
	c = opened(t, s, reference)
	want := k.Blocks[0].How + "\n\nAbout “Close two branches”, which is no longer considered: Two branches are the only ones within a walk."
	if got := c.Content.Card("age").Blocks; len(got) != 1 || got[0].How != want || got[0].Option != "1" {
		t.Errorf("the card says %+v", got)
	}
	if refs := c.Content.Actions[0].Answers; !reflect.DeepEqual(refs, []eqia.BlockRef{{Card: "age", Option: "1"}}) {
		t.Errorf("the action deals with %v", refs)
	}
}
