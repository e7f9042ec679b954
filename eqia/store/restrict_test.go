package store_test

import (
	"errors"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// restructure answers that the proposal is one, in the draft that is current.
func (w world) restructure(reference string) {
	w.t.Helper()
	c := w.as(eqiatest.Author(), reference)
	base := c.Stamps[eqia.PartKey{Kind: eqia.AnswerPart, Key: form.QuestionKind}].Counter
	said := map[string]eqia.Answer{form.QuestionKind: {Choices: []string{eqiatest.Restructure}}}
	w.ok(w.SaveAnswers(w.t.Context(), c, said, map[string]int{form.QuestionKind: base}))
}

func TestDiscardingTheDraftThatAskedForARestrictionLiftsIt(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.signed()
		w.next(reference, false)
		w.restructure(reference)
		if !w.as(eqiatest.Author(), reference).Assessment.Restricted {
			t.Fatal("a restructure is not restricted")
		}
		w.move(eqiatest.Author(), reference, eqia.MoveCommand{Event: workflow.Discard})
		if c := w.as(eqiatest.Lead(), reference); c.Assessment.Restricted || !c.May(workflow.Publish) {
			t.Errorf("version %s is still restricted", c.Number())
		}
	})
}

func TestDiscardingADraftKeepsARestrictionThatItDidNotAskFor(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.started()
		w.restructure(reference)
		w.ok(eqiatest.Sign(t.Context(), w.Service, reference, eqiatest.Author(), eqiatest.Lead()))
		w.next(reference, false)
		w.move(eqiatest.Author(), reference, eqia.MoveCommand{Event: workflow.Discard})
		if !w.as(eqiatest.Lead(), reference).Assessment.Restricted {
			t.Error("a signed restructure was opened")
		}
	})
}

func TestALeadLiftsARestrictionForAReasonThatTheTeamKeeps(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.started()
		w.restructure(reference)
		var refused *workflow.Refusal
		if err := w.LiftRestriction(t.Context(), w.as(eqiatest.Lead(), reference), " "); !errors.As(err, &refused) || refused.Condition != workflow.ReasonGiven {
			t.Errorf("without a reason: %v", err)
		}
		if err := w.LiftRestriction(t.Context(), w.as(eqiatest.Author(), reference), "Mine"); !errors.As(err, &refused) || refused.Why != workflow.NotYours {
			t.Errorf("by the author: %v", err)
		}
		w.ok(w.LiftRestriction(t.Context(), w.as(eqiatest.Lead(), reference), "It names nobody."))
		c := w.as(eqiatest.Author(), reference)
		w.ok(w.SaveAnswers(t.Context(), c, map[string]eqia.Answer{form.QuestionTitle: {Text: "Another title"}}, map[string]int{form.QuestionTitle: 1}))
		c = w.as(eqiatest.Author(), reference)
		if c.Assessment.Restricted || c.Assessment.LiftedReason != "" {
			t.Errorf("restricted %v, and the author reads %q", c.Assessment.Restricted, c.Assessment.LiftedReason)
		}
		if got := w.as(eqiatest.Lead(), reference).Assessment.LiftedReason; got != "It names nobody." {
			t.Errorf("the lead reads %q", got)
		}
		history, err := s.History(t.Context(), c.AssessmentID)
		w.ok(err)
		if act := history[1]; act.Kind != workflow.LiftRestriction || act.By != eqiatest.Lead().ID {
			t.Errorf("the record says %s by %s", act.Kind, act.By)
		}
		if err := w.LiftRestriction(t.Context(), w.as(eqiatest.Lead(), reference), "Again"); !errors.As(err, &refused) || refused.Condition != workflow.Restricted {
			t.Errorf("a second time: %v", err)
		}
	})
}

func TestAccessIsEndedWhileItIsReviewedAndAfterItIsSigned(t *testing.T) {
	people := map[string]eqia.Person{"the author": eqiatest.Author(), "a lead": eqiatest.Lead(), "the monitoring officer": eqiatest.MonitoringOfficer()}
	for name, by := range people {
		for _, signed := range []bool{false, true} {
			t.Run(name+map[bool]string{false: " in the queue", true: " after sign-off"}[signed], func(t *testing.T) {
				onBoth(t, func(t *testing.T, s *store.Store) {
					w := worldOn(t, s)
					reference := w.started()
					w.invite(eqiatest.CoAuthor(), reference, workflow.Editor)
					w.ok(w.SaveAnswers(t.Context(), w.as(eqiatest.CoAuthor(), reference), map[string]eqia.Answer{"aims": {Text: "Ours"}}, nil))
					if signed {
						w.ok(eqiatest.Sign(t.Context(), w.Service, reference, eqiatest.Author(), eqiatest.Lead()))
					} else {
						w.sent(reference)
					}
					w.ok(w.RemoveParty(t.Context(), w.as(by, reference), eqiatest.CoAuthor().ID, ""))
					if p := w.partyOf(eqiatest.CoAuthor(), reference); p.Active || !p.Contributed {
						t.Errorf("active %v, contributed %v; want removed and still a contributor", p.Active, p.Contributed)
					}
					if _, err := w.Open(t.Context(), eqiatest.CoAuthor(), reference); !errors.Is(err, eqia.ErrNotFound) {
						t.Errorf("reading it afterwards gave %v", err)
					}
				})
			})
		}
	}
}

func TestSomeoneWithoutAnAccountIsInTheRecordByTheDigestOfTheirName(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.started()
		w.ok(w.Invite(t.Context(), w.as(eqiatest.Author(), reference), eqia.Invitation{Name: "Head of transport", Relation: eqia.Involved}))
		w.ok(w.RemoveParty(t.Context(), w.as(eqiatest.Author(), reference), "", "Head of transport"))
		history, err := s.History(t.Context(), w.as(eqiatest.Author(), reference).AssessmentID)
		w.ok(err)
		const digest = "name_digest"
		removed, added := history[0], history[1]
		if removed.Kind != workflow.RemovePerson || added.Kind != workflow.Invite || len(added.Facts[digest]) != 64 || added.Facts[digest] != removed.Facts[digest] {
			t.Errorf("the record says %s %v and %s %v", added.Kind, added.Facts, removed.Kind, removed.Facts)
		}
	})
}
