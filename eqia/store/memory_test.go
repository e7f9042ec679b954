package store_test

import (
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

func TestWhatAnotherCopyOfTheServiceChangesIsSeenAtOnce(t *testing.T) {
	for _, d := range databases {
		t.Run(d.name, func(t *testing.T) {
			source := d.source(t)
			here, there := worldOn(t, opened(t, source)), worldOn(t, opened(t, source))
			reference := here.started()
			first := here.as(eqiatest.Author(), reference)
			there.as(eqiatest.Author(), reference)
			here.ok(here.SaveAnswers(t.Context(), first, map[string]eqia.Answer{"service": {Text: "Waste"}},
				map[string]int{"service": first.Stamps[eqia.PartKey{Kind: eqia.AnswerPart, Key: "service"}].Counter}))
			if got := there.as(eqiatest.Author(), reference).Content.Answers["service"].Text; got != "Waste" {
				t.Errorf("the other copy still reads %q", got)
			}
			there.invite(eqiatest.CoAuthor(), reference, workflow.Editor)
			if c := here.as(eqiatest.CoAuthor(), reference); !c.May(workflow.Edit) {
				t.Errorf("%s was invited by the other copy and may not edit", c.Person.Name)
			}
		})
	}
}

func TestWhatAReaderChangesIsNotRemembered(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.signedWithReasons()
		c := w.as(eqiatest.Author(), reference)
		c.Grounds[0].Text = "Mine alone"
		c.Content.Answers[form.QuestionTitle] = eqia.Answer{Text: "Mine alone"}
		c.Content.Cards[0].Blocks[0].How = "Mine alone"
		c.Content.Cards[0].Blocks[0].Effects[0] = eqia.Positive
		c.Stamps[eqia.PartKey{}] = eqia.Stamp{Counter: 99}
		c.Parties[0].Name = "Mine alone"
		again, err := s.Version(t.Context(), reference, "")
		w.ok(err)
		block := again.Content.Cards[0].Blocks[0]
		if again.Content.Title() == "Mine alone" || block.How == "Mine alone" || !block.Effects.Has(eqia.Negative) ||
			again.Parties[0].Name == "Mine alone" || again.Grounds[0].Text == "Mine alone" || again.Stamps[eqia.PartKey{}].Counter == 99 {
			t.Errorf("a reader's own changes came back: %+v", again)
		}
	})
}
