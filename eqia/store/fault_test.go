package store_test

import (
	"context"
	"errors"
	"strconv"
	"sync/atomic"
	"testing"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

var errFault = errors.New("the fault that was asked for")

// hook calls a function before every statement that a pool of gorm's runs.
func hook(t *testing.T, db *gorm.DB, before func(tx *gorm.DB)) {
	t.Helper()
	c := db.Callback()
	err := errors.Join(
		c.Create().Before("*").Register("test:create", before), c.Query().Before("*").Register("test:query", before),
		c.Update().Before("*").Register("test:update", before), c.Delete().Before("*").Register("test:delete", before),
		c.Row().Before("*").Register("test:row", before), c.Raw().Before("*").Register("test:raw", before))
	if err != nil {
		t.Fatal(err)
	}
}

// faults makes one statement of the writer fail: the one at which its countdown comes to nothing.
type faults struct{ left atomic.Int32 }

func (f *faults) on(t *testing.T, s *store.Store) *faults {
	t.Helper()
	hook(t, s.Writer(), func(tx *gorm.DB) {
		if !tx.DryRun && f.left.Add(-1) == 0 { // what is only written out is part of another statement
			_ = tx.AddError(errFault)
		}
	})
	return f
}

// step is one act of the journey, tried again and again until no fault comes in its way.
type step struct {
	name string
	do   func(context.Context, world, string) error
}

// opening makes a step of something that a person does with the assessment as they find it.
func opening(name string, by eqia.Person, do func(context.Context, world, eqia.Case) error) step {
	return step{name, func(ctx context.Context, w world, reference string) error {
		c, err := w.Open(ctx, by, reference)
		if err != nil {
			return err
		}
		return do(ctx, w, c)
	}}
}

func moving(event workflow.Event, by eqia.Person) step {
	return opening(string(event), by, func(ctx context.Context, w world, c eqia.Case) error {
		return w.Move(ctx, c, eqia.MoveCommand{Event: event, Revision: c.Revision, Once: "press " + string(event) + strconv.Itoa(c.Revision),
			Reason: "A reason.", Person: eqiatest.Author().ID})
	})
}

func sending(name string) step {
	return opening(name, eqiatest.Author(), func(ctx context.Context, w world, c eqia.Case) error {
		return w.Send(ctx, c, eqia.SendCommand{Revision: c.Revision})
	})
}

func signing(name string) step {
	return opening(name, eqiatest.Lead(), func(ctx context.Context, w world, c eqia.Case) error {
		_, digest, err := eqia.Seal(c.Content, nil)
		if err != nil {
			return err
		}
		return w.SignOff(ctx, c, eqia.SignCommand{Revision: c.Revision, Digest: digest})
	})
}

func publishing(name string) step {
	return opening(name, eqiatest.Lead(), func(ctx context.Context, w world, c eqia.Case) error {
		return w.Publish(ctx, c, eqia.MoveCommand{Event: workflow.Publish, Revision: c.Revision})
	})
}

func renewing(name string) step {
	return opening(name, eqiatest.Author(), func(ctx context.Context, w world, c eqia.Case) error {
		_, err := w.NewVersion(ctx, c, eqia.NewVersionCommand{Once: "press " + name})
		return err
	})
}

func savingAge(name, how string) step {
	return opening(name, eqiatest.Author(), func(ctx context.Context, w world, c eqia.Case) error {
		return w.SaveCard(ctx, c, ageCard(how), c.Stamps[eqia.PartKey{Kind: eqia.CardPart, Key: "age"}].Counter)
	})
}

// grounding gives a reason for what a rule says, which it says only then.
func grounding(name string, by eqia.Person, f eqia.Finding) step {
	return opening(name, by, func(ctx context.Context, w world, c eqia.Case) error {
		return w.ground(ctx, c, f, eqia.GroundsCommand{Text: "The table gives the ages.", Once: "press " + name})
	})
}

func writingSteps() []step {
	return []step{
		{"start", func(ctx context.Context, w world, _ string) error {
			_, err := w.Start(ctx, eqiatest.Author(), eqia.StartCommand{Once: "press start", Answers: eqiatest.FirstPage()})
			return err
		}},
		opening("invite", eqiatest.Author(), func(ctx context.Context, w world, c eqia.Case) error {
			return w.Invite(ctx, c, eqia.Invitation{Email: eqiatest.CoAuthor().Email, Relation: workflow.Editor})
		}),
		opening("save answers", eqiatest.CoAuthor(), func(ctx context.Context, w world, c eqia.Case) error {
			said := map[string]eqia.Answer{"title": {Text: "Another title"}, "kind": {Choices: []string{"restructure"}}, "aims": {Text: "Aims"}}
			return w.SaveAnswers(ctx, c, said, map[string]int{"title": 1, "kind": 1})
		}),
		savingAge("save a card", "Prices go up."),
		grounding("keep an answer", eqiatest.CoAuthor(), warning),
		opening("add an entry", eqiatest.Author(), func(ctx context.Context, w world, c eqia.Case) error {
			_, err := w.AddEntry(ctx, c, eqia.Evidence{Title: "Survey"}, "press add")
			return err
		}),
		opening("remove an entry", eqiatest.Author(), func(ctx context.Context, w world, c eqia.Case) error {
			source := eqia.Entry(eqia.EvidencePart, 1)
			return w.RemoveEntry(ctx, c, source, c.Stamps[source].Counter)
		}),
		opening("remove someone", eqiatest.Author(), func(ctx context.Context, w world, c eqia.Case) error {
			return w.RemoveParty(ctx, c, eqiatest.CoAuthor().ID, "")
		}),
		opening("make it public again", eqiatest.Author(), func(ctx context.Context, w world, c eqia.Case) error {
			family := c.Assessment
			family.Restricted = false
			return w.Store.Write(ctx, &eqia.Change{Family: &family, Acts: []eqia.Act{{At: w.Now(), Kind: "unrestrict", Assessment: c.AssessmentID}}})
		}),
	}
}

func reviewingSteps() []step {
	return []step{
		sending("submit"), moving(workflow.Recall, eqiatest.Author()), sending("submit again"), moving(workflow.Take, eqiatest.Reviewer()),
		opening("comment", eqiatest.Reviewer(), func(ctx context.Context, w world, c eqia.Case) error {
			return w.AddComment(ctx, c, eqia.Remark{Text: "Who is over 75?", Once: "press comment"})
		}),
		moving(workflow.Release, eqiatest.Reviewer()), moving(workflow.Take, eqiatest.Lead()), moving(workflow.RequestChanges, eqiatest.Lead()),
		opening("answer a comment", eqiatest.Author(), func(ctx context.Context, w world, c eqia.Case) error {
			c = c.WithComments()
			return w.AnswerComment(ctx, c, c.Comments[0].ID)
		}),
		savingAge("save again", "Prices go up for 300 people."), sending("resubmit"), moving(workflow.AllowSigner, eqiatest.MonitoringOfficer()),
		grounding("let a block pass", eqiatest.Lead(), block),
		signing("sign off"), publishing("publish"),
	}
}

func keepingSteps() []step {
	return []step{
		renewing("new version"), moving(workflow.Discard, eqiatest.Author()), renewing("new version once more"), sending("submit the new version"), moving(workflow.Take, eqiatest.Lead()),
		signing("sign off the new version, which replaces the old one"), publishing("publish the new version"),
		moving(workflow.Withdraw, eqiatest.Lead()),
		{"save a person", func(ctx context.Context, w world, _ string) error {
			p := eqiatest.Member()
			p.Name, p.Roles = "Councillor, Cabinet", []workflow.Actor{workflow.Member, workflow.Clerk}
			return w.store.SavePerson(ctx, p, "a hash", eqia.Act{At: w.Now(), Kind: eqiatest.PersonAdded})
		}},
		{"sign in", func(ctx context.Context, w world, _ string) error {
			return w.store.SaveSession(ctx, eqia.Session{TokenHash: "t", Person: eqiatest.Member().ID, MadeAt: w.Now(), SeenAt: w.Now()})
		}},
		{"disable a person", func(ctx context.Context, w world, _ string) error {
			p := eqiatest.Member()
			p.Disabled = true
			return w.store.SavePerson(ctx, p, "", eqia.Act{At: w.Now(), Kind: eqiatest.PersonAdded})
		}},
	}
}

func TestWhicheverStatementFailsTheChangeIsMadeWhollyOrNotAtAll(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		f := (&faults{}).on(t, s)
		for _, next := range append(writingSteps(), append(reviewingSteps(), keepingSteps()...)...) {
			t.Run(next.name, func(t *testing.T) { f.everywhere(t, w, next) })
			if t.Failed() {
				return
			}
		}
		sound(t, s)
	})
}

// everywhere fails the first statement of a step, then the second and so on, until the step gets through.
func (f *faults) everywhere(t *testing.T, w world, next step) {
	before := dump(t, w.store)
	for n := int32(1); ; n++ {
		f.left.Store(n)
		err := next.do(t.Context(), w, "EQIA-2026-0001")
		if f.left.Swap(0) > 0 {
			if err != nil {
				t.Fatalf("with no fault it gave %v", err)
			}
			if dump(t, w.store) == before {
				t.Error("it changed nothing")
			}
			if n < 5 {
				t.Errorf("only %d statements were tried", n-1)
			}
			return
		}
		if !errors.Is(err, eqia.ErrNotSaved) {
			t.Fatalf("when statement %d failed it gave %v, want not saved", n, err)
		}
		if dump(t, w.store) != before {
			t.Fatalf("when statement %d failed, something was kept", n)
		}
	}
}
