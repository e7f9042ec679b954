package eqia_test

import (
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
)

func TestAReviewIsDueInStages(t *testing.T) {
	for _, c := range []struct {
		due   eqia.Day
		stage eqia.DueStage
		words string
	}{
		{"", eqia.DueLater, ""},
		{"2027-01-02", eqia.DueLater, "in 61 days"},
		{"2027-01-01", eqia.Due60, "in 60 days"},
		{"2026-12-03", eqia.Due60, "in 31 days"},
		{"2026-12-02", eqia.Due30, "in 30 days"},
		{"2026-11-10", eqia.Due30, "in 8 days"},
		{"2026-11-09", eqia.Due7, "in 7 days"},
		{"2026-11-03", eqia.Due7, "tomorrow"},
		{"2026-11-02", eqia.Due7, "today"},
		{"2026-11-01", eqia.Overdue, "yesterday"},
		{"2026-10-26", eqia.Overdue, "7 days ago"},
		{"2026-10-25", eqia.Overdue7, "8 days ago"},
		{"2026-10-02", eqia.Overdue30, "31 days ago"},
		{"2026-09-03", eqia.Overdue30, "60 days ago"},
		{"2026-09-02", eqia.Overdue60, "61 days ago"},
		{"2024-02-29", eqia.Overdue60, "977 days ago"},
	} {
		t.Run(string(c.due), func(t *testing.T) {
			if got := eqia.DueStageOf(c.due, "2026-11-02"); got != c.stage {
				t.Errorf("it is %q, and should be %q", got.Label(), c.stage.Label())
			}
			if c.due != "" && eqia.DueWords(c.due, "2026-11-02") != c.words {
				t.Errorf("it is due %q, and should be due %q", eqia.DueWords(c.due, "2026-11-02"), c.words)
			}
		})
	}
}

func TestAReviewIsDueTwelveMonthsOnUnlessItSays(t *testing.T) {
	for name, c := range map[string]struct {
		answer eqia.Answer
		want   eqia.Day
	}{
		"nothing said":             {eqia.Answer{}, "2027-02-28"},
		"a day":                    {eqia.Answer{Day: "2026-06-01"}, "2026-06-01"},
		"words that come to a day": {eqia.Answer{Text: "Spring 2027"}, "2027-05-31"},
		"a rule":                   {eqia.Answer{Text: "End of March each year"}, "2026-03-31"},
		"words that come to none":  {eqia.Answer{Text: "When the contract ends"}, "2027-02-28"},
	} {
		t.Run(name, func(t *testing.T) {
			content := eqia.Content{Answers: map[string]eqia.Answer{form.QuestionReviewDate: c.answer}}
			if got := content.ReviewDay("2026-02-28"); got != c.want {
				t.Errorf("it is due on %s, and should be on %s", got, c.want)
			}
		})
	}
}

func TestAReviewDateIsSuggestedFromTheDecision(t *testing.T) {
	for name, c := range map[string]struct{ decision, want eqia.Day }{
		"a decision to come":   {"2027-01-19", "2028-01-19"},
		"no decision known":    {"", "2027-11-02"},
		"a decision long past": {"2025-01-19", "2027-11-02"},
		"a leap day":           {"2028-02-29", "2029-02-28"},
	} {
		t.Run(name, func(t *testing.T) {
			v := eqia.Case{Today: "2026-11-02", Version: eqia.Version{Header: eqia.Header{DecisionOn: c.decision}}}
			if got := v.SuggestedReview(); got != c.want {
				t.Errorf("it is %s, and should be %s", got, c.want)
			}
		})
	}
}

func TestALegacyRecordIsDueForReviewOnTheDayItsWordsComeTo(t *testing.T) {
	s := eqiatest.New(t)
	v := imported(t, s, example(t, "legacy"), eqia.ImportOptions{Legacy: true})
	if v.ReviewDue != "2025-05-31" {
		t.Errorf("it said spring 2025 and is due on %q", v.ReviewDue)
	}
}
