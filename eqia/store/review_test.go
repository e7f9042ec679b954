package store_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

var age = eqia.PartKey{Kind: eqia.CardPart, Key: "age"}

// inReview is the reference of a short assessment that the reviewer has taken.
func (w world) inReview() string {
	w.t.Helper()
	c := w.as(eqiatest.Author(), w.started())
	w.ok(w.SaveCard(w.t.Context(), c, ageCard("Prices go up."), 0))
	w.sent(c.Assessment.Reference)
	w.move(eqiatest.Reviewer(), c.Assessment.Reference, eqia.MoveCommand{Event: workflow.Take})
	return c.Assessment.Reference
}

// asks gives a verdict as the reviewer.
func (w world) asks(reference string, says eqia.Judgement, part eqia.PartKey, text string) {
	w.t.Helper()
	c := w.as(eqiatest.Reviewer(), reference)
	w.ok(w.GiveVerdict(w.t.Context(), c, eqia.VerdictCommand{Part: part, Says: says, Text: text, Revision: c.Revision}))
}

func TestAConditionIsSignedWithTheRecordAndKeptOutOfTheAuthorsWords(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.inReview()
		before, err := w.as(eqiatest.Reviewer(), reference).Content.Canonical()
		w.ok(err)
		w.asks(reference, eqia.Improve, age, "Count those over 75 by June.")
		w.asks(reference, eqia.Improve, eqia.PartKey{}, "Report to the committee in a year.")
		w.ok(w.sign(eqiatest.Lead(), reference))
		c := w.as(eqiatest.Author(), reference)
		after, err := c.Content.Canonical()
		w.ok(err)
		if string(before) != string(after) {
			t.Error("a condition changed what the author wrote")
		}
		want := []string{"Report to the committee in a year.", "Age: Count those over 75 by June."}
		if got := eqia.Words(c.Conditions); !slices.Equal(got, want) {
			t.Errorf("the conditions are %q, want %q", got, want)
		}
		_, without, err := eqia.Seal(c.Content, nil)
		w.ok(err)
		_, with, err := eqia.Seal(c.Content, want)
		w.ok(err)
		if c.Digest != with || c.Digest == without {
			t.Errorf("the digest %s does not cover the conditions", c.Digest)
		}
		d, err := w.Export(t.Context(), c.Version)
		w.ok(err)
		if !slices.Equal(d.Record.Conditions, want) {
			t.Errorf("the JSON record has %q", d.Record.Conditions)
		}
		w.publish(reference)
		p, err := s.Register().Published(t.Context(), reference, 0, 0)
		w.ok(err)
		if !slices.Equal(p.Conditions, want) {
			t.Errorf("the public reads %q", p.Conditions)
		}
		w.refusesToChangeConditions()
	})
}

// refusesToChangeConditions tries to change signed conditions behind the service's back.
func (w world) refusesToChangeConditions() {
	w.t.Helper()
	for _, statement := range []string{"UPDATE sign_off_conditions SET body = 'none'", "DELETE FROM sign_off_conditions",
		"INSERT INTO sign_off_conditions (version_id, no, part_kind, part_name, body) SELECT id, 9, '', '', 'more' FROM versions",
		"UPDATE published SET conditions = '[]'"} {
		if err := w.store.Writer().Exec(statement).Error; err == nil || !strings.Contains(err.Error(), "never changes") {
			w.t.Errorf("%s gave %v", statement, err)
		}
	}
}

func TestAConditionWaitsAtTheStartOfTheNextVersion(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.inReview()
		w.asks(reference, eqia.Improve, age, "Count those over 75 by June.")
		w.ok(w.sign(eqiatest.Lead(), reference))
		_, err := w.NewVersion(t.Context(), w.as(eqiatest.Author(), reference), eqia.NewVersionCommand{Purpose: eqia.Revises})
		w.ok(err)
		c := w.as(eqiatest.Author(), reference)
		if len(c.Carried) != 1 || c.Carried[0].Part != age || c.Carried[0].Text != "Age: Count those over 75 by June." || len(c.Conditions) > 0 {
			t.Errorf("version %s carries %+v and has %+v", c.Number(), c.Carried, c.Conditions)
		}
	})
}

func TestACorrectionStandsInTheWayUntilItIsLiftedOrTheVersionIsReturned(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.inReview()
		w.asks(reference, eqia.Correct, age, "Say who pays more.")
		var blocked *eqia.Blocked
		if err := w.sign(eqiatest.Lead(), reference); !errors.As(err, &blocked) || blocked.Findings[0].Where != age {
			t.Fatalf("signing gave %v, want a refusal that names the part", err)
		}
		w.move(eqiatest.Reviewer(), reference, eqia.MoveCommand{Event: workflow.RequestChanges, Reason: "Please correct it."})
		if v, ok := w.as(eqiatest.Author(), reference).VerdictOn(age); !ok || v.Text != "Say who pays more." {
			t.Errorf("the author sees %+v", v)
		}
		w.sent(reference)
		if len(w.InTheWay(w.as(eqiatest.Lead(), reference))) > 0 {
			t.Error("a correction of an earlier round stands in the way")
		}
		w.asks(reference, eqia.Correct, age, "Still not said.")
		c := w.as(eqiatest.Lead(), reference)
		w.ok(w.LiftVerdict(t.Context(), c, eqia.VerdictCommand{Part: age, Revision: c.Revision}))
		w.ok(w.sign(eqiatest.Lead(), reference))
	})
}

func TestAVerdictIsTheReviewersAndKeptBackUntilItIsSent(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.inReview()
		w.asks(reference, eqia.Improve, age, "Count those over 75.")
		author := w.as(eqiatest.Author(), reference)
		if len(author.Verdicts) > 0 {
			t.Errorf("the author sees %+v before the review is sent", author.Verdicts)
		}
		var no *workflow.Refusal
		err := w.GiveVerdict(t.Context(), author, eqia.VerdictCommand{Part: age, Says: eqia.Improve, Text: "Fine", Revision: author.Revision})
		if !errors.As(err, &no) {
			t.Errorf("the author's own verdict gave %v", err)
		}
		if c := w.as(eqiatest.Reviewer(), reference); c.ContributedTo(eqiatest.Reviewer()) {
			t.Error("a verdict made the reviewer a contributor")
		}
	})
}

func TestAVerdictIsRefusedWhereItSaysNothingOrOnNoPart(t *testing.T) {
	cases := map[string]struct {
		cmd  eqia.VerdictCommand
		want string
	}{
		"no judgement":             {eqia.VerdictCommand{Part: age, Text: "More"}, "verdict"},
		"an unknown judgement":     {eqia.VerdictCommand{Part: age, Says: "reject", Text: "More"}, "verdict"},
		"nothing said":             {eqia.VerdictCommand{Part: age, Says: eqia.Improve, Text: " "}, "text"},
		"a part that is not there": {eqia.VerdictCommand{Part: eqia.Entry(eqia.ActionPart, 7), Says: eqia.Improve, Text: "More"}, ""},
	}
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		c := w.as(eqiatest.Reviewer(), w.inReview())
		for name, tc := range cases {
			tc.cmd.Revision = c.Revision
			err := w.GiveVerdict(t.Context(), c, tc.cmd)
			var bad *eqia.Invalid
			if errors.As(err, &bad) && bad.Field == tc.want || tc.want == "" && errors.Is(err, eqia.ErrNotFound) {
				continue
			}
			t.Errorf("%s gave %v", name, err)
		}
	})
}

func TestNobodySignsPastAVerdictGivenMeanwhile(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.inReview()
		read := w.as(eqiatest.Lead(), reference)
		_, digest, err := eqia.Seal(read.Content, eqia.Words(read.ToSign()))
		w.ok(err)
		w.asks(reference, eqia.Correct, age, "Say who pays more.")
		if err := w.SignOff(t.Context(), read, eqia.SignCommand{Revision: read.Revision, Digest: digest}); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("signing what was read before gave %v", err)
		}
	})
}

func TestTheWordsOfACommentCanChangeUntilItIsSent(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.inReview()
		w.ok(w.AddComment(t.Context(), w.as(eqiatest.Reviewer(), reference), eqia.Remark{Part: age, Text: "Hwo many?"}))
		edit := func(by eqia.Person, text string) error {
			c := w.as(by, reference).WithComments()
			return w.EditComment(t.Context(), c, c.Comments[0].ID, eqia.Remark{Text: text})
		}
		w.ok(edit(eqiatest.Reviewer(), "How many?"))
		var no *workflow.Refusal
		if err := edit(eqiatest.Lead(), "Mine"); !errors.As(err, &no) {
			t.Errorf("someone else's words: %v", err)
		}
		comments, err := s.Comments(t.Context(), w.as(eqiatest.Lead(), reference).ID)
		w.ok(err)
		if comments[0].Text != "How many?" || comments[0].Edited.IsZero() {
			t.Errorf("the comment is %+v", comments[0])
		}
		w.move(eqiatest.Reviewer(), reference, eqia.MoveCommand{Event: workflow.RequestChanges})
		if err := edit(eqiatest.Reviewer(), "Too late"); !errors.As(err, &no) {
			t.Errorf("after it was sent: %v", err)
		}
		if err := s.Writer().Exec("UPDATE comments SET body = 'Too late'").Error; err == nil {
			t.Error("the database itself lets a sent comment change")
		}
	})
}

// suggested has the reviewer suggest wording for the effect on age, and return it.
func (w world) suggested(reference, text string) eqia.CommentID {
	w.t.Helper()
	w.ok(w.AddComment(w.t.Context(), w.as(eqiatest.Reviewer(), reference), eqia.Remark{Part: age, For: "how", Wording: text}))
	w.move(eqiatest.Reviewer(), reference, eqia.MoveCommand{Event: workflow.RequestChanges})
	c := w.as(eqiatest.Author(), reference).WithComments()
	return c.Comments[len(c.Comments)-1].ID
}

func TestSuggestedWordingIsTheAuthorsOnceTheyUseIt(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.inReview()
		id := w.suggested(reference, "Prices go up for 1,200 people over 75.")
		c := w.as(eqiatest.Author(), reference)
		w.ok(w.UseWording(t.Context(), c, eqia.WordingCommand{Comment: id, Base: c.Stamps[age].Counter}))
		c = w.as(eqiatest.Author(), reference).WithComments()
		if got := c.Content.Card("age").Blocks[0]; got.How != "Prices go up for 1,200 people over 75." || got.Mitigation == "" {
			t.Errorf("the card is %+v", got)
		}
		if m := c.Comments[0]; m.State != eqia.CommentAnswered || m.Wording.UsedAt.IsZero() {
			t.Errorf("the comment is %+v", m)
		}
		if c.ContributedTo(eqiatest.Reviewer()) || c.Stamps[age].By != eqiatest.Author().ID {
			t.Error("the words count as the reviewer's")
		}
		var again *eqia.Repeat
		if err := w.UseWording(t.Context(), c, eqia.WordingCommand{Comment: id, Base: 1}); !errors.As(err, &again) {
			t.Errorf("pressing twice gave %v", err)
		}
	})
}

func TestSuggestedWordingNeverOverwritesWhatTheAuthorSavedSince(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.inReview()
		base := w.as(eqiatest.Author(), reference).Stamps[age].Counter
		id := w.suggested(reference, "Prices go up for 1,200 people over 75.")
		w.ok(w.SaveCard(t.Context(), w.as(eqiatest.Author(), reference), ageCard("We changed the prices."), base))
		var conflict *eqia.Conflict
		if err := w.UseWording(t.Context(), w.as(eqiatest.Author(), reference), eqia.WordingCommand{Comment: id, Base: base}); !errors.As(err, &conflict) {
			t.Errorf("got %v, want a conflict", err)
		}
		c := w.as(eqiatest.Author(), reference)
		if got := c.Content.Card("age").Blocks[0].How; got != "We changed the prices." {
			t.Errorf("it says %q", got)
		}
		w.ok(w.UseWording(t.Context(), c, eqia.WordingCommand{Comment: id, Base: c.Stamps[age].Counter}))
	})
}

func TestWordingIsSuggestedByTheTeamForATextThatIsThere(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		c := w.as(eqiatest.Reviewer(), w.inReview())
		kind := eqia.PartKey{Kind: eqia.AnswerPart, Key: "kind"}
		for name, r := range map[string]eqia.Remark{
			"a text that is not there":   {Part: age, For: "why", Wording: "Other"},
			"an answer that is chosen":   {Part: kind, For: "text", Wording: "Other"},
			"no words":                   {Part: age, For: "how", Wording: " "},
			"the words that are there":   {Part: age, For: "how", Wording: "Prices go up."},
			"on the assessment as whole": {For: "how", Wording: "Other"},
		} {
			var bad *eqia.Invalid
			if err := w.AddComment(t.Context(), c, r); !errors.As(err, &bad) {
				t.Errorf("%s: %v", name, err)
			}
		}
		var no *workflow.Refusal
		author := w.as(eqiatest.Author(), c.Assessment.Reference)
		if err := w.AddComment(t.Context(), author, eqia.Remark{Part: age, For: "how", Wording: "Mine"}); !errors.As(err, &no) {
			t.Errorf("the author's own suggestion: %v", err)
		}
	})
}

func TestTheLeadGivesAReviewToSomeoneOfTheTeam(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.started()
		w.sent(reference)
		give := func(by, to eqia.Person) error {
			c := w.as(by, reference)
			return w.Move(t.Context(), c, eqia.MoveCommand{Event: workflow.Assign, Revision: c.Revision, Person: to.ID})
		}
		var bad *eqia.Invalid
		if err := give(eqiatest.Lead(), eqiatest.Clerk()); !errors.As(err, &bad) {
			t.Errorf("giving it to a clerk: %v", err)
		}
		var no *workflow.Refusal
		if err := give(eqiatest.Reviewer(), eqiatest.Reviewer()); !errors.As(err, &no) {
			t.Errorf("given by a reviewer: %v", err)
		}
		w.ok(give(eqiatest.Lead(), eqiatest.Reviewer()))
		w.ok(give(eqiatest.Lead(), eqiatest.DeputyLead()))
		c := w.as(eqiatest.DeputyLead(), reference)
		if c.Reviewer != eqiatest.DeputyLead().ID || c.State != workflow.InReview || !c.Standing.Has(workflow.Holder) {
			t.Errorf("it is %s with %s", c.State, c.Reviewer)
		}
		history, err := w.History(t.Context(), c)
		w.ok(err)
		if history[0].Kind != workflow.Assign || history[0].Facts["reviewer"] != string(eqiatest.DeputyLead().ID) {
			t.Errorf("the record says %+v", history[0])
		}
	})
}
