package store_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// ages is a rule of the tests: it warns while the card of age speaks of "older people" without saying how old.
func ages(c eqia.Case) []eqia.Finding {
	k := c.Content.Card("age")
	if len(k.Blocks) == 0 || !strings.Contains(k.Blocks[0].How, "older people") {
		return nil
	}
	return []eqia.Finding{{Rule: "X1", Severity: eqia.Warn, Where: eqia.PartKey{Kind: eqia.CardPart, Key: "age"}, Ruleset: "tests-1",
		Message: "Say which ages you mean by " + strings.Fields(k.Blocks[0].How)[0] + "."}}
}

// noDecider is a rule that blocks while the answer about the decision-maker is empty; a lead may let it pass.
func noDecider(c eqia.Case) []eqia.Finding {
	if c.Content.Answers["decision_maker"].Text != "" {
		return nil
	}
	return []eqia.Finding{{Rule: "X2", Severity: eqia.Stop, MayPass: workflow.Lead, Where: eqia.PartKey{Kind: eqia.AnswerPart, Key: "decision_maker"},
		Ruleset: "tests-1", Message: "Enter who will decide."}}
}

// warned is a draft whose card of age is questioned, by the rules of the tests: the warning at sending, the block at sign-off.
func (w world) warned(how string) string {
	w.t.Helper()
	w.Checks = func(c eqia.Case, gate eqia.Gate) []eqia.Finding {
		if gate == eqia.AtSignOff {
			return append(noDecider(c), ages(c)...)
		}
		return ages(c)
	}
	reference := w.started()
	w.ok(w.SaveCard(w.t.Context(), w.as(eqiatest.Author(), reference), ageCard(how), 0))
	return reference
}

// The findings of the tests that are made wherever they are wanted.
var (
	warning = eqia.Finding{Rule: "X1", Severity: eqia.Warn, Message: "Say which ages you mean.", Ruleset: "tests-1"}
	block   = eqia.Finding{Rule: "X2", Severity: eqia.Stop, MayPass: workflow.Lead, Message: "Enter who will decide.", Ruleset: "tests-1"}
)

// ground gives a reason for a finding that is made for this one time.
func (w world) ground(ctx context.Context, c eqia.Case, f eqia.Finding, cmd eqia.GroundsCommand) error {
	w.Checks = func(eqia.Case, eqia.Gate) []eqia.Finding { return []eqia.Finding{f} }
	defer func() { w.Checks = nil }()
	cmd.Mark = f.Mark()
	if f.Severity == eqia.Warn {
		return w.Keep(ctx, c, cmd)
	}
	cmd.Revision = c.Revision
	return w.Pass(ctx, c, cmd)
}

// markOf is the mark of the one finding at a gate.
func (w world) markOf(reference string, gate eqia.Gate) string {
	w.t.Helper()
	found := w.Judge(w.as(eqiatest.Author(), reference), gate)
	if len(found) == 0 {
		w.t.Fatalf("nothing is found at %s", gate)
	}
	return found[0].Mark()
}

// keepIt gives the author's reason for the warning.
func (w world) keepIt(reference, text string) {
	w.t.Helper()
	w.ok(w.Keep(w.t.Context(), w.as(eqiatest.Author(), reference), eqia.GroundsCommand{Mark: w.markOf(reference, eqia.AtSubmit), Text: text}))
}

// signedWithReasons is a signed assessment on which the author kept a warning and the lead let a block pass.
func (w world) signedWithReasons() string {
	w.t.Helper()
	reference := w.warned("Some older people lose out.")
	w.keepIt(reference, "Ages are in the table.")
	w.ok(w.AddComment(w.t.Context(), w.as(eqiatest.Author(), reference), eqia.Remark{Text: "How many are over 75?"}))
	w.sent(reference)
	w.move(eqiatest.Lead(), reference, eqia.MoveCommand{Event: workflow.Take})
	w.ok(w.letPass(reference, "The leader decides next week."))
	w.ok(w.sign(eqiatest.Lead(), reference))
	return reference
}

func (w world) trySending(reference string) error {
	w.t.Helper()
	c := w.as(eqiatest.Author(), reference)
	return w.Send(w.t.Context(), c, eqia.SendCommand{Revision: c.Revision})
}

func TestAWarningIsSentOnlyWithAReason(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.warned("Some older people lose out.")
		var blocked *eqia.Blocked
		if err := w.trySending(reference); !errors.As(err, &blocked) || len(blocked.Findings) != 1 || blocked.Findings[0].Rule != "X1" {
			t.Fatalf("without a reason: %v", err)
		}
		before := w.as(eqiatest.Author(), reference).Revision
		w.keepIt(reference, "  The table gives\r\nthe ages. ")
		c := w.as(eqiatest.Author(), reference)
		given := c.Given()
		if len(given) != 1 || given[0].Text != "The table gives\nthe ages." || given[0].ByName != eqiatest.Author().Name || given[0].Role != workflow.Author ||
			given[0].Ruleset != "tests-1" || given[0].Where.Key != "age" || !given[0].At.Equal(w.clock.Now()) {
			t.Errorf("kept %+v", given)
		}
		if c.Revision != before+1 {
			t.Errorf("the revision went from %d to %d", before, c.Revision)
		}
		w.ok(w.trySending(reference))
		if got := w.as(eqiatest.Author(), reference).Given(); len(got) != 1 {
			t.Errorf("after sending: %+v", got)
		}
		sound(t, s)
	})
}

func TestAReasonLapsesWhenWhatItWasGivenForChanges(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.warned("Some older people lose out.")
		w.keepIt(reference, "The table gives the ages.")
		card := func(how string) {
			c := w.as(eqiatest.Author(), reference)
			w.ok(w.SaveCard(t.Context(), c, ageCard(how), c.Stamps[eqia.PartKey{Kind: eqia.CardPart, Key: "age"}].Counter))
		}
		card("Some very old older people lose out.")
		w.ok(ready(w, reference))
		card("Most older people lose out.")
		if err := ready(w, reference); err == nil {
			t.Error("the reason outlived what it was given for")
		}
		card("People over 75 lose out.")
		w.ok(w.trySending(reference))
		if got := w.as(eqiatest.Author(), reference).Given(); len(got) != 0 {
			t.Errorf("a reason that had lapsed was sent too: %+v", got)
		}
	})
}

// ready is what stands in the way of sending; nil when nothing does.
func ready(w world, reference string) error {
	c := w.as(eqiatest.Author(), reference)
	if left := c.Unsettled(w.Judge(c, eqia.AtSubmit)); len(left) > 0 {
		return &eqia.Blocked{Findings: left}
	}
	return nil
}

func TestAReasonIsChangedAndTakenBack(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.warned("Some older people lose out.")
		mark := w.markOf(reference, eqia.AtSubmit)
		do := func(cmd eqia.GroundsCommand) {
			t.Helper()
			cmd.Mark = mark
			w.ok(w.Keep(t.Context(), w.as(eqiatest.Author(), reference), cmd))
		}
		do(eqia.GroundsCommand{Text: "The table gives the ages."})
		do(eqia.GroundsCommand{Text: "The appendix gives the ages.", Base: 1})
		c := w.as(eqiatest.Author(), reference)
		if got := c.Given(); len(got) != 1 || got[0].Text != "The appendix gives the ages." || got[0].Counter != 2 {
			t.Errorf("changed to %+v", got)
		}
		do(eqia.GroundsCommand{TakeBack: true, Text: "this is not kept", Base: 2})
		c = w.as(eqiatest.Author(), reference)
		if len(c.Given()) != 0 || ready(w, reference) == nil || strings.Contains(dump(t, s), "gives the ages") || strings.Contains(dump(t, s), "this is not kept") {
			t.Errorf("what was taken back is still there: %+v", c.Grounds)
		}
		do(eqia.GroundsCommand{Text: "They are in the appendix.", Base: 3})
		w.ok(ready(w, reference))
		var said []string
		all, err := w.History(t.Context(), w.as(eqiatest.Author(), reference))
		w.ok(err)
		for _, a := range all {
			if strings.Contains(string(a.Kind), "reason") || a.Kind == workflow.KeepFinding {
				said = append(said, string(a.Kind)+" "+a.Facts["rule"]+" "+a.Facts["part"])
			}
			for _, v := range a.Facts {
				if strings.Contains(v, "appendix") {
					t.Errorf("the audit has typed text: %v", a.Facts)
				}
			}
		}
		if got := strings.Join(said, ", "); got != "keep_finding X1 card/age, drop_reason X1 card/age, keep_finding X1 card/age, keep_finding X1 card/age" {
			t.Errorf("the history has %s", got)
		}
	})
}

func TestOfTwoWhoGiveDifferentReasonsTheSecondIsTold(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.warned("Some older people lose out.")
		w.invite(eqiatest.CoAuthor(), reference, workflow.Editor)
		mark := w.markOf(reference, eqia.AtSubmit)
		one, two := w.as(eqiatest.Author(), reference), w.as(eqiatest.CoAuthor(), reference)
		w.ok(w.Keep(t.Context(), one, eqia.GroundsCommand{Mark: mark, Text: "The table gives the ages."}))
		var clash *eqia.Conflict
		err := w.Keep(t.Context(), two, eqia.GroundsCommand{Mark: mark, Text: "We will ask them first."})
		if !errors.As(err, &clash) || clash.Parts[0].Key != "age" {
			t.Errorf("the second was told %v", err)
		}
		w.ok(w.Keep(t.Context(), two, eqia.GroundsCommand{Mark: mark, Text: "The table gives the ages."}))
		c := w.as(eqiatest.Author(), reference)
		if got := c.Given(); len(got) != 1 || got[0].ByName != eqiatest.Author().Name || got[0].Counter != 1 {
			t.Errorf("kept %+v", got)
		}
	})
}

func TestOfManyWhoGiveReasonsAtOnceExactlyOneWins(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.warned("Some older people lose out.")
		mark, c := w.markOf(reference, eqia.AtSubmit), w.as(eqiatest.Author(), reference)
		won := make([]error, 20)
		var all sync.WaitGroup
		for i := range won {
			all.Go(func() {
				won[i] = w.Keep(t.Context(), c, eqia.GroundsCommand{Mark: mark, Text: strings.Repeat("The table says so. ", i+1)})
			})
		}
		all.Wait()
		wins := 0
		for _, err := range won {
			var clash *eqia.Conflict
			if err == nil {
				wins++
			} else if !errors.As(err, &clash) {
				t.Errorf("one met %v", err)
			}
		}
		if wins != 1 || w.as(eqiatest.Author(), reference).Revision != c.Revision+1 {
			t.Errorf("%d won", wins)
		}
		sound(t, s)
	})
}

func TestAReasonNeedsSubstanceAndSomeoneWhoMayWrite(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.warned("Some older people lose out.")
		w.invite(eqiatest.Adviser(), reference, workflow.Commenter)
		mark := w.markOf(reference, eqia.AtSubmit)
		for _, c := range []struct {
			name, text, mark string
			by               eqia.Person
			fits             func(error) bool
		}{
			{"no text", "", mark, eqiatest.Author(), unmet(workflow.ReasonGiven)},
			{"spaces", " \n ", mark, eqiatest.Author(), unmet(workflow.ReasonGiven)},
			{"two words", "It is.", mark, eqiatest.Author(), invalid("reason")},
			{"dashes for words", "no - - -", mark, eqiatest.Author(), invalid("reason")},
			{"control characters", "It is right\x07 so.", mark, eqiatest.Author(), invalid("reason")},
			{"too long", strings.Repeat("long ", 50_000), mark, eqiatest.Author(), invalid("reason")},
			{"a mark that no finding has", "It is right so.", strings.Repeat("0", 32), eqiatest.Author(), isNotFound},
			{"someone who only comments", "It is right so.", mark, eqiatest.Adviser(), refusedAs(workflow.NotYours)},
			{"the lead", "It is right so.", mark, eqiatest.Lead(), refusedAs(workflow.NotYours)},
		} {
			t.Run(c.name, func(t *testing.T) {
				err := w.Keep(t.Context(), w.as(c.by, reference), eqia.GroundsCommand{Mark: c.mark, Text: c.text})
				if !c.fits(err) {
					t.Errorf("got %v", err)
				}
			})
		}
		if got := w.as(eqiatest.Author(), reference).Grounds; len(got) != 0 {
			t.Errorf("kept %+v", got)
		}
		w.keepIt(reference, "It is right so.")
		w.sent(reference)
		err := w.Keep(t.Context(), w.as(eqiatest.Author(), reference), eqia.GroundsCommand{Mark: mark, TakeBack: true, Base: 1})
		if !refusedAs(workflow.NotFromHere)(err) {
			t.Errorf("after sending: %v", err)
		}
	})
}

func TestWhoeverGivesAReasonHasContributed(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.warned("Some older people lose out.")
		w.invite(eqiatest.DeputyLead(), reference, workflow.Editor)
		w.ok(w.Keep(t.Context(), w.as(eqiatest.DeputyLead(), reference), eqia.GroundsCommand{Mark: w.markOf(reference, eqia.AtSubmit), Text: "The table gives the ages."}))
		if c := w.as(eqiatest.DeputyLead(), reference); !c.ContributedTo(eqiatest.DeputyLead()) {
			t.Error("an editor who spoke for the assessment may sign it off")
		}
	})
}

func TestAnAuthorsReasonNeverLetsABlockPass(t *testing.T) {
	f := eqia.Finding{Rule: "X1", Severity: eqia.Stop, MayPass: workflow.Lead, Message: "Say which ages."}
	v := eqia.Version{Grounds: []eqia.Grounds{{Mark: f.Mark(), Text: "It is right so."}}}
	if _, ok := v.GroundsFor(f); ok {
		t.Error("a reason to keep an answer let a block pass")
	}
	warning := f
	warning.Severity = eqia.Warn
	if warning.Mark() == f.Mark() {
		t.Error("a warning that became a block keeps its mark, and with it the reason")
	}
}

func TestPressingTwiceGivesOneReason(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.warned("Some older people lose out.")
		c := w.as(eqiatest.Author(), reference)
		cmd := eqia.GroundsCommand{Mark: w.markOf(reference, eqia.AtSubmit), Text: "The table gives the ages.", Once: "once"}
		w.ok(w.Keep(t.Context(), c, cmd))
		var again *eqia.Repeat
		if err := w.Keep(t.Context(), c, cmd); !errors.As(err, &again) {
			t.Errorf("the second press met %v", err)
		}
		if now := w.as(eqiatest.Author(), reference); now.Revision != c.Revision+1 || len(now.Given()) != 1 {
			t.Errorf("it was done twice: %+v", now.Given())
		}
	})
}
