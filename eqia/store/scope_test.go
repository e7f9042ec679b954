package store_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// choose gives questions other choices, as the author.
func (w world) choose(reference string, choices map[string]string) {
	w.t.Helper()
	c := w.as(eqiatest.Author(), reference)
	answers, base := map[string]eqia.Answer{}, map[string]int{}
	for q, choice := range choices {
		answers[q], base[q] = eqia.Answer{Choices: []string{choice}}, c.Stamps[eqia.PartKey{Kind: eqia.AnswerPart, Key: q}].Counter
	}
	w.ok(w.SaveAnswers(w.t.Context(), c, answers, base))
}

// screened is the reference of a record of why no assessment is needed, which the lead has taken for review.
func (w world) screened() string {
	w.t.Helper()
	reference := w.started()
	w.choose(reference, map[string]string{form.QuestionAssessmentNeeded: form.AssessmentNo})
	c := w.as(eqiatest.Author(), reference)
	w.ok(w.SaveAnswers(w.t.Context(), c, map[string]eqia.Answer{form.QuestionScreeningReason: {Text: "Nobody outside the team notices."}}, map[string]int{}))
	w.ok(w.SaveCard(w.t.Context(), w.as(eqiatest.Author(), reference), ageCard("Begun before it was screened out."), 0))
	c = w.as(eqiatest.Author(), reference)
	w.ok(w.Send(w.t.Context(), c, eqia.SendCommand{Revision: c.Revision}))
	w.move(eqiatest.Lead(), reference, eqia.MoveCommand{Event: workflow.Take})
	return reference
}

func TestADeclinedScreeningGoesBackAsAFullAssessmentAndKeepsWhatWasWritten(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.screened()
		before := w.as(eqiatest.Author(), reference)
		lead := w.as(eqiatest.Lead(), reference)
		cmd := eqia.MoveCommand{Event: workflow.DeclineScreening, Revision: lead.Revision, Once: "lead/1", Reason: "Older people may notice. Please assess it."}
		w.ok(w.Move(t.Context(), lead, cmd))
		c := w.as(eqiatest.Author(), reference)
		if c.State != workflow.ChangesRequested || c.Screens() || c.Screening || c.Reviewer != eqiatest.Lead().ID {
			t.Errorf("it is %s, screening %v, with %s", c.State, c.Screening, c.Reviewer)
		}
		if got := eqia.Changed(before.Content, c.Content); len(got) != 1 || got[0].Key != form.QuestionAssessmentNeeded {
			t.Errorf("these changed: %v", got)
		}
		c = c.WithComments()
		if open := c.Open(); len(open) != 1 || open[0].Text != cmd.Reason || open[0].Part.Key != form.QuestionAssessmentNeeded {
			t.Errorf("the author reads %+v", open)
		}
		if c.ContributedTo(eqiatest.Lead()) {
			t.Error("the lead counts as someone who wrote it")
		}
		var again *eqia.Repeat
		if err := w.Move(t.Context(), w.as(eqiatest.Lead(), reference), cmd); !errors.As(err, &again) {
			t.Errorf("pressing twice: %v", err)
		}
	})
}

func TestOnlyALeadDeclinesAndOnlyAScreeningAndOnlyWithAReason(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		screened, full := w.screened(), w.started()
		c := w.as(eqiatest.Author(), full)
		w.ok(w.Send(t.Context(), c, eqia.SendCommand{Revision: c.Revision}))
		w.move(eqiatest.Lead(), full, eqia.MoveCommand{Event: workflow.Take})
		for name, tc := range map[string]struct {
			by                eqia.Person
			reference, reason string
			why               workflow.Why
			condition         workflow.Condition
		}{
			"no reason":         {eqiatest.Lead(), screened, " ", workflow.Unmet, workflow.ReasonGiven},
			"a full assessment": {eqiatest.Lead(), full, "Do it", workflow.Unmet, workflow.ScreenedOut},
			"a reviewer":        {eqiatest.Reviewer(), screened, "Do it", workflow.NotYours, ""},
			"its author":        {eqiatest.Author(), screened, "Do it", workflow.NotYours, ""},
		} {
			c := w.as(tc.by, tc.reference)
			err := w.Move(t.Context(), c, eqia.MoveCommand{Event: workflow.DeclineScreening, Revision: c.Revision, Reason: tc.reason})
			var refused *workflow.Refusal
			if !errors.As(err, &refused) || refused.Why != tc.why || refused.Condition != tc.condition {
				t.Errorf("%s: got %v", name, err)
			}
		}
	})
}

func TestScreenedOutAssessmentsAndBudgetRoundsCanBeListed(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		plain, screened, saving, was := w.titled("Plain"), w.titled("Screened out"), w.titled("A saving"), w.titled("A saving no more")
		other, dropped := w.titled("Another round"), w.titled("A saving that is screened out")
		round := func(kind, round, needed string) map[string]string {
			return map[string]string{form.QuestionKind: kind, form.QuestionBudgetRound: round, form.QuestionAssessmentNeeded: needed}
		}
		w.choose(screened, map[string]string{form.QuestionAssessmentNeeded: form.AssessmentNo})
		w.choose(saving, round("budget_saving", "budget_2027_28", form.AssessmentYes))
		w.choose(was, round("budget_saving", "budget_2027_28", form.AssessmentYes))
		w.choose(was, map[string]string{form.QuestionKind: "policy"})
		w.choose(other, round("budget_saving", "budget_2028_29", form.AssessmentYes))
		w.choose(dropped, round("budget_saving", "budget_2027_28", form.AssessmentNo))
		listed := func(f eqia.Filter) []string {
			f.Kinds = []string{"budget_saving"}
			rows, err := s.List(t.Context(), f, eqia.Page{Size: 20})
			w.ok(err)
			var out []string
			for _, l := range rows {
				out = append(out, l.Title)
			}
			return slices.Sorted(slices.Values(out))
		}
		if got := listed(eqia.Filter{NotNeeded: true}); strings.Join(got, ", ") != "A saving that is screened out, Screened out" {
			t.Errorf("screened out: %v", got)
		}
		if got := listed(eqia.Filter{BudgetRound: "budget_2027_28"}); strings.Join(got, ", ") != "A saving" {
			t.Errorf("in the round: %v", got)
		}
		w.choose(was, map[string]string{form.QuestionKind: "budget_saving"})
		if got := listed(eqia.Filter{BudgetRound: "budget_2027_28"}); strings.Join(got, ", ") != "A saving, A saving no more" {
			t.Errorf("in the round once it is a saving again: %v", got)
		}
		if c := w.as(eqiatest.Author(), was); !c.InRound() || w.as(eqiatest.Author(), plain).InRound() {
			t.Errorf("%q counts in a round: %v", c.Title, c.InRound())
		}
	})
}

func TestTheEffectsOfGroupsTogetherAreCountedUnderTheirOwnCode(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.started()
		code, err := w.AddIntersection(t.Context(), w.as(eqiatest.Author(), reference), []string{"age", "disability"})
		w.ok(err)
		c := w.as(eqiatest.Author(), reference)
		k := ageCard("Older disabled people cannot reach the kiosk.")
		k.Code = code
		key := eqia.PartKey{Kind: eqia.CardPart, Key: code}
		w.ok(w.SaveCard(t.Context(), c, k, c.Stamps[key].Counter))
		kept := func() []string {
			var rows []string
			w.ok(s.Reader().Table("effects").Order("characteristic").Pluck("characteristic", &rows).Error)
			return rows
		}
		if got := kept(); !slices.Equal(got, []string{"age+disability"}) {
			t.Errorf("counted under %v", got)
		}
		c = w.as(eqiatest.Author(), reference)
		w.ok(w.RemoveIntersection(t.Context(), c, code, c.Stamps[key].Counter))
		if got := kept(); len(got) != 0 {
			t.Errorf("still counted once removed: %v", got)
		}
		if c := w.as(eqiatest.Author(), reference); len(c.Content.Cards) != 0 {
			t.Errorf("the record still has %+v", c.Content.Cards)
		}
	})
}

func TestDividingByOptionKeepsTheEffectsOfEachApart(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.started()
		for _, label := range []string{"Do nothing", "Close it"} {
			_, err := w.AddEntry(t.Context(), w.as(eqiatest.Author(), reference), eqia.Option{Label: label}, "")
			w.ok(err)
		}
		w.ok(w.SaveCard(t.Context(), w.as(eqiatest.Author(), reference), ageCard("Fewer buses."), 0))
		w.ok(w.DivideCard(t.Context(), w.as(eqiatest.Author(), reference), "age", eqia.Layout{ByOption: true}, 1))
		var rows []string
		w.ok(s.Reader().Table("effects").Order("option_no").Pluck("option_no", &rows).Error)
		if !slices.Equal(rows, []string{"1", "2"}) {
			t.Errorf("kept for the options %v", rows)
		}
		if err := w.DivideCard(t.Context(), w.as(eqiatest.Author(), reference), "age", eqia.Layout{}, 1); err == nil {
			t.Error("a card that had moved on was put together")
		}
	})
}
