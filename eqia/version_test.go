package eqia_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
)

// signedOn is the reference of a full assessment that was written and signed off on a day.
func signedOn(t *testing.T, s *eqia.Service, clock *eqiatest.Clock, day time.Time) string {
	t.Helper()
	clock.Set(day)
	reference := full(t, s)
	if err := eqiatest.Sign(t.Context(), s, reference, eqiatest.Author(), eqiatest.Lead()); err != nil {
		t.Fatal(err)
	}
	return reference
}

// timed is a service with a clock that the test moves.
func timed(t *testing.T) (*eqia.Service, *eqiatest.Clock) {
	t.Helper()
	s, clock := eqiatest.New(t), eqiatest.NewClock()
	s.Now = clock.Now
	return s, clock
}

// next starts the next version for a purpose, and opens it.
func next(t *testing.T, s *eqia.Service, reference string, purpose eqia.Purpose) eqia.Case {
	t.Helper()
	if _, err := s.NewVersion(t.Context(), opened(t, s, reference), eqia.NewVersionCommand{Purpose: purpose}); err != nil {
		t.Fatal(err)
	}
	return opened(t, s, reference)
}

func opened(t *testing.T, s *eqia.Service, reference string) eqia.Case {
	t.Helper()
	c, err := s.Open(t.Context(), eqiatest.Author(), reference)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

var (
	in2025 = time.Date(2025, time.May, 6, 9, 0, 0, 0, time.UTC)
	in2026 = time.Date(2026, time.November, 2, 9, 0, 0, 0, time.UTC)
)

func TestAReviewMovesAnOldAssessmentToTheNewestFormAndLosesNothing(t *testing.T) {
	s, clock := timed(t)
	reference := signedOn(t, s, clock, in2025)
	old := opened(t, s, reference)
	if old.Header.Form != "2024-1" || len(old.Content.Card("care_experience").Blocks) > 0 {
		t.Fatalf("the old one is on %s", old.Header.Form)
	}
	clock.Set(in2026)
	now := next(t, s, reference, eqia.Reviews)
	if now.Header.Form != "2026-1" || now.Number() != "2.0" || now.Purpose != eqia.Reviews || now.FromNumber != "1.0" || now.FromForm != "2024-1" {
		t.Errorf("version %s on %s is a %s of %s on %s", now.Number(), now.Header.Form, now.Purpose, now.FromNumber, now.FromForm)
	}
	was, is := old.Content.Clone(), now.Content.Clone()
	was.Form, is.Form, is.Outcomes = eqia.FormRef{}, eqia.FormRef{}, nil
	if !reflect.DeepEqual(was, is) {
		t.Errorf("it said\n%+v\nand says\n%+v", was, is)
	}
	if k := now.Content.Card("care_experience"); len(k.Effects()) > 0 || now.CardProgress("care_experience") != eqia.NotStarted {
		t.Errorf("the group that is new was answered for: %+v", k)
	}
	asked := now.NewlyAsked()
	if len(asked.Characteristics) != 1 || asked.Characteristics[0].Code != "care_experience" || len(asked.Questions) > 0 {
		t.Errorf("newly asked: %+v", asked)
	}
}

func TestACorrectionStaysOnItsFormAndAsksNothingNew(t *testing.T) {
	s, clock := timed(t)
	reference := signedOn(t, s, clock, in2025)
	clock.Set(in2026)
	now := next(t, s, reference, eqia.Corrects)
	if now.Header.Form != "2024-1" || now.Number() != "1.1" || !now.IsMinor() || !now.NewlyAsked().Empty() || len(now.Content.Outcomes) > 0 {
		t.Errorf("version %s is on %s and asks %+v", now.Number(), now.Header.Form, now.NewlyAsked())
	}
}

func TestAMergedRowOfALegacyRecordIsAskedAgainForEachGroupWithItsWords(t *testing.T) {
	s := eqiatest.New(t)
	text := strings.Replace(example(t, "legacy"), `"card": "rural_isolation"`, `"card": "gender_reassignment+gender_identity"`, 1)
	v := imported(t, s, text, eqia.ImportOptions{Legacy: true})
	merged := v.Content.Card("gender_reassignment+gender_identity")
	c, err := s.Open(t.Context(), eqiatest.Lead(), v.Assessment.Reference)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.NewVersion(t.Context(), c, eqia.NewVersionCommand{Purpose: eqia.Reviews}); err != nil {
		t.Fatal(err)
	}
	if c, err = s.Open(t.Context(), eqiatest.Lead(), v.Assessment.Reference); err != nil {
		t.Fatal(err)
	}
	for _, code := range merged.Covers {
		keepsWords(t, c.Content.Card(code), merged)
		if !slices.Contains(c.Content.Actions[0].Answers, eqia.BlockRef{Card: code}) {
			t.Errorf("the action does not deal with %s: %v", code, c.Content.Actions[0].Answers)
		}
	}
	if got := c.Content.Actions[0].When; got.Text != "By the end of autumn 2024" {
		t.Errorf("the action's time reads %q", got.Text)
	}
	asked := func(code string) bool {
		return slices.ContainsFunc(c.NewlyAsked().Characteristics, func(ch form.Characteristic) bool { return ch.Code == code })
	}
	if !asked("care_experience") || !asked("gender_identity") || asked("age") {
		t.Errorf("newly asked: %+v", c.NewlyAsked().Characteristics)
	}
}

// keepsWords makes sure that a card has all the words and evidence of the merged row it came from, and no answer of its own.
func keepsWords(t *testing.T, k, row eqia.Card) {
	t.Helper()
	want := row.Blocks[0]
	want.Effects, want.Aims = eqia.Effects{}, []string{}
	if len(k.Blocks) != 1 || !reflect.DeepEqual(k.Blocks[0], want) {
		t.Errorf("%s says %+v, and the row said %+v", k.Code, k.Blocks, row.Blocks[0])
	}
}

func TestAReviewBeginsWithWhatWasPredicted(t *testing.T) {
	s, clock := timed(t)
	reference := signedOn(t, s, clock, in2026)
	c := next(t, s, reference, eqia.Reviews)
	if first := c.Journey()[0]; first != eqia.OutcomePlace() || c.ProgressOf(first) != eqia.NotStarted {
		t.Errorf("the first step is %+v, %s", first, c.ProgressOf(first))
	}
	var names []string
	for _, o := range c.Content.Outcomes {
		if o.Came != "" || o.Text != "" || o.Of != "1.0" {
			t.Errorf("it was answered for: %+v", o)
		}
		names = append(names, o.Card)
	}
	actions := len(c.Content.Actions)
	if want := []string{"age", "carers", "disability"}; !slices.Equal(names[:len(names)-actions], want) || actions == 0 {
		t.Errorf("it asks about %v and %d actions", names, actions)
	}
	reports := []eqia.Reported{{No: 1, Came: eqia.LessSo, Text: "Fewer than we feared.", Base: 1}}
	if err := s.SaveOutcomes(t.Context(), c, reports); err != nil {
		t.Fatal(err)
	}
	c = opened(t, s, reference)
	if o := c.Content.Outcomes[0]; o.Came != eqia.LessSo || o.Text != "Fewer than we feared." || o.Said == "" {
		t.Errorf("it is kept as %+v", o)
	}
	if c.ProgressOf(eqia.OutcomePlace()) != eqia.Begun || len(c.Content.Unreported()) != len(names)-1 {
		t.Errorf("%d are left, and it is %s", len(c.Content.Unreported()), c.ProgressOf(eqia.OutcomePlace()))
	}
}

func TestAnOutcomeThatCannotBeIsRefused(t *testing.T) {
	s, clock := timed(t)
	c := next(t, s, signedOn(t, s, clock, in2026), eqia.Reviews)
	last := len(c.Content.Outcomes)
	for name, report := range map[string]eqia.Reported{
		"an outcome that is not there":     {No: last + 1, Came: eqia.LessSo},
		"an action that came less":         {No: last, Came: eqia.LessSo, Base: 1},
		"a prediction that was done":       {No: 1, Came: eqia.Done, Base: 1},
		"words that can't be kept":         {No: 1, Came: eqia.LessSo, Text: "a\x00b", Base: 1},
		"a word that is none of those":     {No: 1, Came: "perhaps", Base: 1},
		"an older counter than is current": {No: 1, Came: eqia.MoreSo, Base: 0},
	} {
		t.Run(name, func(t *testing.T) {
			if err := s.SaveOutcomes(t.Context(), c, []eqia.Reported{report}); err == nil {
				t.Error("it was kept")
			}
		})
	}
}

func TestACorrectionIsToldFromAChangeThatMatters(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*eqia.Content)
		want   []eqia.Reach
	}{
		"nothing":              {func(*eqia.Content) {}, nil},
		"a spelling in a card": {func(c *eqia.Content) { c.Cards[0].Blocks[0].How += " So it is." }, nil},
		"an effect":            {func(c *eqia.Content) { c.Cards[0].Blocks[0].Effects = eqia.Effects{eqia.Positive} }, []eqia.Reach{eqia.ReachesEffects}},
		"a card taken away":    {func(c *eqia.Content) { c.Cards = c.Cards[1:] }, []eqia.Reach{eqia.ReachesGroups}},
		"a card split": {func(c *eqia.Content) {
			c.Cards[0] = c.Cards[0].Divide([]string{"residents", "employees"}, nil)
		}, []eqia.Reach{eqia.ReachesGroups}},
		"who is affected": {func(c *eqia.Content) {
			c.Answers[form.QuestionAffected] = eqia.Answer{Choices: []string{form.AffectedBoth}}
		}, []eqia.Reach{eqia.ReachesGroups}},
		"what is decided": {func(c *eqia.Content) {
			c.Answers["change"] = eqia.Answer{Text: "All collections of garden waste end in April and are not replaced."}
		}, []eqia.Reach{eqia.ReachesScope}},
		"a spelling in what is decided": {func(c *eqia.Content) {
			c.Answers["change"] = eqia.Answer{Text: strings.Replace(c.Answers["change"].Text, "website", "web site", 1)}
		}, nil},
		"a sum of money": {func(c *eqia.Content) { c.Answers["money"] = eqia.Answer{Text: "£20,000"} }, []eqia.Reach{eqia.ReachesScope}},
		"an option":      {func(c *eqia.Content) { c.Options = []eqia.Option{{No: 1, Label: "Do nothing"}} }, []eqia.Reach{eqia.ReachesScope}},
		"a link":         {func(c *eqia.Content) { c.Evidence[0].Link = "https://example.org/census" }, nil},
		"the summary":    {func(c *eqia.Content) { c.Answers[form.QuestionSummary] = eqia.Answer{Text: "Shorter."} }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			council, err := form.Load("dorset")
			if err != nil {
				t.Fatal(err)
			}
			before := eqiatest.Full(council.Code, council.Versions[len(council.Versions)-1])
			after := before.Clone()
			c.change(&after)
			var got []eqia.Reach
			for _, r := range eqia.BeyondCorrection(before, after) {
				got = append(got, r.Why)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("it reaches %v, and should reach %v", got, c.want)
			}
		})
	}
}

func TestAVersionFromBeforeThereWereOutcomesKeepsItsDigest(t *testing.T) {
	council, err := form.Load("dorset")
	if err != nil {
		t.Fatal(err)
	}
	raw, err := eqiatest.Full(council.Code, council.Versions[0]).Canonical()
	if err != nil {
		t.Fatal(err)
	}
	for _, field := range []string{`"outcomes"`, `"others"`, `"season"`, `"every"`, `"to"`, `"from"`} {
		if strings.Contains(string(raw), field) {
			t.Errorf("%s is in a record that has none", field)
		}
	}
}
