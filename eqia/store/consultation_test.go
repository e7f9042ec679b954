package store_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// released is a draft that the lead has released, and the version as its author left it.
func (w world) released() (reference string, copied eqia.Consultation) {
	w.t.Helper()
	reference = w.started()
	w.ok(w.SaveCard(w.t.Context(), w.as(eqiatest.Author(), reference), ageCard("Prices go up."), 0))
	w.release(reference)
	return reference, w.copies(reference)[0]
}

func (w world) release(reference string) {
	w.t.Helper()
	c := w.as(eqiatest.Lead(), reference)
	w.ok(w.ReleaseForConsultation(w.t.Context(), c, eqia.MoveCommand{Revision: c.Revision}))
}

func (w world) copies(reference string) []eqia.Consultation {
	w.t.Helper()
	all, err := w.Consultations(w.t.Context(), w.as(eqiatest.Lead(), reference))
	w.ok(err)
	return all
}

// invited is the link of a new reader of a released draft.
func (w world) invited(reference string, copied eqia.Consultation, name string) (eqia.Reader, string) {
	w.t.Helper()
	r, link, err := w.InviteReader(w.t.Context(), w.as(eqiatest.Lead(), reference), eqia.ReaderCommand{Consultation: copied.ID, Name: name,
		Position: "Chair of a forum", Email: "chair@forum.example", Days: eqia.ConsultationDays})
	w.ok(err)
	return r, link
}

// says comments through a link.
func (w world) says(link string, part eqia.PartKey, text string) error {
	w.t.Helper()
	r, err := w.OpenLink(w.t.Context(), link)
	w.ok(err)
	return w.CommentFromOutside(w.t.Context(), r, eqia.Remark{Part: part, Text: text})
}

var agePart = eqia.PartKey{Kind: eqia.CardPart, Key: "age"}

func TestAnOutsideReaderSeesTheDraftAsItWasReleased(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference, copied := w.released()
		_, link := w.invited(reference, copied, "Forum chair")
		w.ok(w.SaveCard(t.Context(), w.as(eqiatest.Author(), reference), ageCard("Prices stay as they are."), 1))
		r, err := w.OpenLink(t.Context(), link)
		w.ok(err)
		if got := r.Content.Card("age").Blocks[0].How; got != "Prices go up." || !r.Open {
			t.Errorf("the reader sees %q, open %v", got, r.Open)
		}
		if _, digest, err := eqia.Seal(r.Content, nil); err != nil || digest != copied.Digest {
			t.Errorf("the copy's digest is %s and not %s: %v", digest, copied.Digest, err)
		}
		if r.Assessment.Reference != reference || r.Form.Code != "2026-1" {
			t.Errorf("got %s on form %s", r.Assessment.Reference, r.Form.Code)
		}
	})
}

func TestWhatAnOutsideReaderSaysStandsOnThePartItIsAboutUntilItIsAnswered(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference, copied := w.released()
		reader, link := w.invited(reference, copied, "Forum chair")
		_, other := w.invited(reference, copied, "Parish council")
		w.ok(w.says(link, agePart, "Which ages?"))
		w.ok(w.says(other, eqia.PartKey{}, "A good start."))
		c := w.as(eqiatest.Author(), reference).WithComments()
		on := c.On(agePart)
		if len(on) != 1 || on[0].ByName != "Forum chair" || on[0].Role != workflow.OutsideReader || on[0].Reader != reader.ID || len(c.Open()) != 2 {
			t.Fatalf("the author sees %+v", on)
		}
		r, err := w.OpenLink(t.Context(), link)
		w.ok(err)
		if len(r.Comments) != 1 || len(r.On(agePart)) != 1 {
			t.Errorf("the reader sees %+v, and wrote one comment", r.Comments)
		}
		w.release(reference)
		w.ok(w.AnswerComment(t.Context(), c, on[0].ID))
		if c = w.as(eqiatest.Lead(), reference).WithComments(); len(c.Open()) != 1 || len(c.Seen()) != 2 {
			t.Errorf("after a later copy and an answer %d are open of %d", len(c.Open()), len(c.Seen()))
		}
		if len(c.Contributors()) != 1 {
			t.Errorf("the readers count as contributors: %+v", c.Contributors())
		}
	})
}

func TestALinkClosesWhenItsTimeIsOverItIsEndedOrTheAssessmentMovesOn(t *testing.T) {
	cases := map[string]func(w world, reference string, r eqia.Reader){
		"its time is over": func(w world, _ string, _ eqia.Reader) { w.clock.Pass(29 * 24 * time.Hour) },
		"the lead ends it": func(w world, reference string, r eqia.Reader) {
			w.ok(w.EndLink(w.t.Context(), w.as(eqiatest.Lead(), reference), r.ID))
		},
		"the author withdraws it": func(w world, reference string, _ eqia.Reader) {
			w.move(eqiatest.Author(), reference, eqia.MoveCommand{Event: workflow.Withdraw, Reason: "It will not go ahead."})
		},
		"it is signed off": func(w world, reference string, _ eqia.Reader) {
			w.ok(eqiatest.Sign(w.t.Context(), w.Service, reference, eqiatest.Author(), eqiatest.Lead()))
		},
		"it is restricted": func(w world, reference string, _ eqia.Reader) {
			c := w.as(eqiatest.Author(), reference)
			key := eqia.PartKey{Kind: eqia.AnswerPart, Key: "kind"}
			w.ok(w.SaveAnswers(w.t.Context(), c, map[string]eqia.Answer{"kind": {Choices: []string{eqiatest.Restructure}}}, map[string]int{"kind": c.Stamps[key].Counter}))
		},
	}
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		for name, closes := range cases {
			t.Run(name, func(t *testing.T) {
				w := world{w.Service, t, w.store, w.clock}
				reference, copied := w.released()
				reader, link := w.invited(reference, copied, "Forum chair")
				before, err := w.OpenLink(t.Context(), link)
				w.ok(err)
				closes(w, reference, reader)
				after, err := w.OpenLink(t.Context(), link)
				w.ok(err)
				if !before.Open || after.Open || len(after.Content.Answers) > 0 {
					t.Errorf("open before %v, after %v with %d answers", before.Open, after.Open, len(after.Content.Answers))
				}
				var invalid *eqia.Invalid
				if err := w.CommentFromOutside(t.Context(), after, eqia.Remark{Text: "Too late?"}); !errors.As(err, &invalid) {
					t.Errorf("a comment after it closed gave %v", err)
				}
				if name == "its time is over" {
					return
				}
				if err := w.CommentFromOutside(t.Context(), before, eqia.Remark{Text: "Just in time?"}); !errors.As(err, &invalid) {
					t.Errorf("a comment on a page that was open before gave %v", err)
				}
			})
		}
	})
}

func TestALinkThatNobodyGaveIsNotFound(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference, copied := w.released()
		r, link := w.invited(reference, copied, "Forum chair")
		for name, guess := range map[string]string{"nothing": "", "the digest itself": r.LinkHash, "one letter less": link[1:], "another case": strings.ToUpper(link),
			"very long": strings.Repeat(link, 1000), "part of a query": link + "' OR '1'='1", "the reader": string(r.ID)} {
			if _, err := w.OpenLink(t.Context(), guess); !errors.Is(err, eqia.ErrNotFound) {
				t.Errorf("%s: %v", name, err)
			}
		}
		if len(link) != 43 || strings.Contains(dump(t, s), link) {
			t.Errorf("a link of %d characters is kept", len(link))
		}
		if text := acts(t, w, reference); strings.Contains(text, "Forum") || strings.Contains(text, "forum.example") {
			t.Errorf("the audit names the reader: %s", text)
		}
	})
}

// acts is every fact in an assessment's audit.
func acts(t *testing.T, w world, reference string) string {
	t.Helper()
	all, err := w.Store.History(t.Context(), w.as(eqiatest.Lead(), reference).AssessmentID)
	w.ok(err)
	var out []string
	for _, a := range all {
		for name, fact := range a.Facts {
			out = append(out, name+"="+fact)
		}
	}
	return strings.Join(out, "\n")
}

func TestAConsultationIsRefusedWhereItDoesNotBelong(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference, copied := w.released()
		_, link := w.invited(reference, copied, "Forum chair")
		elsewhere, theirs := w.released()
		lead := w.as(eqiatest.Lead(), reference)
		good := eqia.ReaderCommand{Consultation: copied.ID, Name: "A", Position: "B", Email: "a@forum.example", Days: 28}
		with := func(change func(*eqia.ReaderCommand)) error {
			cmd := good
			change(&cmd)
			_, _, err := w.InviteReader(t.Context(), lead, cmd)
			return err
		}
		r, err := w.OpenLink(t.Context(), link)
		w.ok(err)
		say := func(part eqia.PartKey, text string) error {
			return w.CommentFromOutside(t.Context(), r, eqia.Remark{Part: part, Text: text})
		}
		cases := map[string]struct {
			err  error
			want any
		}{
			"released by the author": {w.ReleaseForConsultation(t.Context(), w.as(eqiatest.Author(), reference), eqia.MoveCommand{Revision: lead.Revision}), new(*workflow.Refusal)},
			"released as it was":     {w.ReleaseForConsultation(t.Context(), lead, eqia.MoveCommand{Revision: lead.Revision - 1}), eqia.ErrMoved},
			"a copy of another":      {with(func(c *eqia.ReaderCommand) { c.Consultation = theirs.ID }), eqia.ErrNotFound},
			"no name":                {with(func(c *eqia.ReaderCommand) { c.Name = " " }), new(*eqia.Invalid)},
			"no position":            {with(func(c *eqia.ReaderCommand) { c.Position = "" }), new(*eqia.Invalid)},
			"no address":             {with(func(c *eqia.ReaderCommand) { c.Email = "nobody" }), new(*eqia.Invalid)},
			"two addresses":          {with(func(c *eqia.ReaderCommand) { c.Email = "a@b.example, c@d.example" }), new(*eqia.Invalid)},
			"a name and an address":  {with(func(c *eqia.ReaderCommand) { c.Email = "A <a@b.example>" }), new(*eqia.Invalid)},
			"no days":                {with(func(c *eqia.ReaderCommand) { c.Days = 0 }), new(*eqia.Invalid)},
			"a year":                 {with(func(c *eqia.ReaderCommand) { c.Days = 365 }), new(*eqia.Invalid)},
			"ending a stranger":      {w.EndLink(t.Context(), w.as(eqiatest.Lead(), elsewhere), r.Reader.ID), eqia.ErrNotFound},
			"ended by the author":    {w.EndLink(t.Context(), w.as(eqiatest.Author(), reference), r.Reader.ID), new(*workflow.Refusal)},
			"no words":               {say(agePart, " \n"), new(*eqia.Invalid)},
			"too many words":         {say(agePart, strings.Repeat("a", eqia.OutsideCommentChars+1)), new(*eqia.Invalid)},
			"a part of another":      {say(eqia.PartKey{Kind: eqia.EvidencePart, Key: "7"}, "Hello"), eqia.ErrNotFound},
			"no such question":       {say(eqia.PartKey{Kind: eqia.AnswerPart, Key: "nothing"}, "Hello"), eqia.ErrNotFound},
		}
		for name, c := range cases {
			if want, ok := c.want.(error); ok && !errors.Is(c.err, want) || !ok && !errors.As(c.err, c.want) {
				t.Errorf("%s: got %v", name, c.err)
			}
		}
		if got := len(w.copies(reference)[0].Readers); got != 1 {
			t.Errorf("there are %d readers, want 1", got)
		}
	})
}

func TestARestrictedAssessmentIsNotReleased(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		first := eqiatest.FirstPage()
		first["kind"] = eqia.Answer{Choices: []string{eqiatest.Restructure}}
		reference, err := w.Start(t.Context(), eqiatest.Author(), eqia.StartCommand{Answers: first})
		w.ok(err)
		c := w.as(eqiatest.Lead(), reference)
		var refusal *workflow.Refusal
		err = w.ReleaseForConsultation(t.Context(), c, eqia.MoveCommand{Revision: c.Revision})
		if !errors.As(err, &refusal) || refusal.Condition != workflow.Unrestricted {
			t.Errorf("got %v", err)
		}
	})
}

func TestPressingTwiceReleasesInvitesAndCommentsOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference, copied := w.released()
		_, link := w.invited(reference, copied, "Forum chair")
		c := w.as(eqiatest.Lead(), reference)
		r, err := w.OpenLink(t.Context(), link)
		w.ok(err)
		for n := range 2 {
			var again *eqia.Repeat
			_, _, invite := w.InviteReader(t.Context(), c, eqia.ReaderCommand{Consultation: copied.ID, Name: "A", Position: "B", Email: "a@b.example", Days: 1, Once: "invite"})
			for what, err := range map[string]error{
				"release": w.ReleaseForConsultation(t.Context(), c, eqia.MoveCommand{Revision: c.Revision, Once: "release"}),
				"invite":  invite,
				"comment": w.CommentFromOutside(t.Context(), r, eqia.Remark{Text: "Hello", Once: "comment"}),
			} {
				if (err == nil) != (n == 0) || n == 1 && !errors.As(err, &again) {
					t.Errorf("%s, time %d: %v", what, n+1, err)
				}
			}
		}
		if copies := w.copies(reference); len(copies) != 2 || len(copies[1].Readers) != 2 || count(t, s, "comments") != 1 {
			t.Errorf("there are %d copies and %d comments", len(copies), count(t, s, "comments"))
		}
	})
}

func TestTheAuthorAndTheReaderAreToldOfAConsultation(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference, copied := w.released()
		reader, link := w.invited(reference, copied, "Forum chair")
		w.ok(w.says(link, agePart, "Which ages?"))
		var told []string
		w.ok(s.Reader().Table("outbox").Select("kind || ' ' || recipient").Order("seq").Find(&told).Error)
		want := "consult " + string(eqiatest.Author().ID) + ", invite_reader reader:" + string(reader.ID) + ", outside_comment " + string(eqiatest.Author().ID)
		if got := strings.Join(told, ", "); got != want {
			t.Errorf("told %s, want %s", got, want)
		}
	})
}

func TestADiscardedDraftTakesItsCopiesAndReadersWithIt(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference, copied := w.released()
		_, link := w.invited(reference, copied, "Forum chair")
		w.ok(w.says(link, agePart, "Which ages?"))
		c := w.as(eqiatest.Author(), reference)
		w.ok(w.Move(t.Context(), c, eqia.MoveCommand{Event: workflow.Discard, Revision: c.Revision}))
		if _, err := w.OpenLink(t.Context(), link); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("the link gave %v", err)
		}
		if left := count(t, s, "consultations") + count(t, s, "consultation_readers") + count(t, s, "comments"); left != 0 {
			t.Errorf("%d rows are left", left)
		}
	})
}

func TestTheDatabaseItselfKeepsReleasedDraftsAndLinksAsTheyAre(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference, copied := w.released()
		reader, link := w.invited(reference, copied, "Forum chair")
		w.ok(w.says(link, agePart, "Which ages?"))
		w.ok(w.EndLink(t.Context(), w.as(eqiatest.Lead(), reference), reader.ID))
		before := dump(t, s)
		for statement, refusal := range map[string]string{
			"UPDATE consultations SET content = '{}'":                  "a released draft never changes",
			"UPDATE consultation_readers SET ended_at = 0":             "a link only ends",
			"UPDATE consultation_readers SET closes_on = '2099-01-01'": "a link only ends",
			"UPDATE consultation_readers SET token_hash = 'x'":         "a link only ends",
			"UPDATE comments SET reader_id = ''":                       "a comment keeps its words",
		} {
			if err := s.Writer().Exec(statement).Error; err == nil || !strings.Contains(err.Error(), refusal) {
				t.Errorf("%s: got %v", statement, err)
			}
		}
		if dump(t, s) != before {
			t.Error("something changed all the same")
		}
	})
}
