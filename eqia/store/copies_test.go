package store_test

import (
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/record"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

func TestTwoSavesAtOnceNeverBringAnOldTitleBackIntoLists(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.started()
		w.invite(eqiatest.CoAuthor(), reference, workflow.Editor)
		first, second := w.as(eqiatest.Author(), reference), w.as(eqiatest.CoAuthor(), reference)
		save := func(c eqia.Case, question, text string) {
			base := c.Stamps[eqia.PartKey{Kind: eqia.AnswerPart, Key: question}].Counter
			w.ok(w.SaveAnswers(t.Context(), c, map[string]eqia.Answer{question: {Text: text}}, map[string]int{question: base}))
		}
		save(first, form.QuestionTitle, "The new title")
		save(second, "service", "Waste")
		if c := w.as(eqiatest.Author(), reference); c.Title != "The new title" || c.Service != "Waste" {
			t.Errorf("lists say %q and %q", c.Title, c.Service)
		}
	})
}

func TestASignatureTakesTheNextCheckCodeWhenTheFirstIsTaken(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference, other := w.started(), w.started()
		w.sent(reference)
		w.move(eqiatest.Lead(), reference, eqia.MoveCommand{Event: workflow.Take})
		c := w.as(eqiatest.Lead(), reference)
		_, digest, err := eqia.Seal(c.Content, nil)
		w.ok(err)
		code := func(attempt int) string {
			at := w.clock.Now().UTC().Format("2006-01-02T15:04:05.999999999Z07:00")
			return string(record.NewCode(w.Key, reference, "1.0", digest, at, attempt))
		}
		w.ok(s.Writer().Exec("UPDATE versions SET check_code = ? WHERE id = ?", code(0), string(w.as(eqiatest.Author(), other).ID)).Error)
		w.ok(w.sign(eqiatest.Lead(), reference))
		if got := w.as(eqiatest.Lead(), reference).CheckCode; got != code(1) {
			t.Errorf("its check code is %s, want %s", got, code(1))
		}
	})
}

func TestTheRegisterIsSearchedByCheckCode(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.signed()
		w.publish(reference)
		first := record.Code(w.as(eqiatest.Lead(), reference).CheckCode)
		w.next(reference, false)
		w.ok(eqiatest.Sign(t.Context(), w.Service, reference, eqiatest.Author(), eqiatest.Lead()))
		w.publish(reference)
		second := record.Code(w.as(eqiatest.Lead(), reference).CheckCode)
		search := func(text string) string {
			filter := eqia.PublicFilter{Text: text}
			list, err := s.Register().Search(t.Context(), filter, eqia.Page{Size: 5})
			w.ok(err)
			n, err := s.Register().Count(t.Context(), filter, 5)
			w.ok(err)
			if n != len(list) {
				t.Errorf("%q counts %d and lists %d", text, n, len(list))
			}
			if len(list) != 1 {
				return ""
			}
			return list[0].Number()
		}
		for _, c := range []struct{ name, text, want string }{
			{"the one in force", second.String(), "1.1"},
			{"one that was replaced", first.String(), "1.0"},
			{"in small letters with spaces", " " + string(second[:4]) + " - " + string(second[4:]), "1.1"},
			{"a word of nine letters", "libraries", ""},
		} {
			if got := search(c.text); got != c.want {
				t.Errorf("%s: found %q, want %q", c.name, got, c.want)
			}
		}
		w.withdraw(reference, "1.1")
		if got := search(second.String()); got != "" {
			t.Errorf("a withdrawn version is found: %s", got)
		}
	})
}
