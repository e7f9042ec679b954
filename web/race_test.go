package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"testing"

	"dorset-eqia/eqia/eqiatest"
)

func TestOfThoseWhoSaveOnePageAtOnceOneWinsAndEveryOtherSeesTheirText(t *testing.T) {
	for name, c := range map[string]struct{ tail, field string }{
		"an answer": {changePage, "change"}, "a card": {"/impacts/age", "how-0"}, "the shared reason": {"/shared-reason", "reason"},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPair(t)
			writers := []visitor{p.one, p.two}
			for range 3 { // five browsers each is as many as a person may have
				writers = append(writers, p.as(t, eqiatest.Author()), p.as(t, eqiatest.CoAuthor()))
			}
			forms := make([]url.Values, len(writers)) // all of the page as it is before anyone saves it
			for i, v := range writers {
				forms[i] = v.get(p.at(c.tail)).form("form[action='" + p.at(c.tail) + "']")
				forms[i].Set(c.field, words(i))
			}
			answers := make([]answer, len(writers))
			var all sync.WaitGroup
			for i, v := range writers {
				all.Go(func() { answers[i] = v.post(p.at(c.tail), forms[i]) })
			}
			all.Wait()
			won := -1
			for i, got := range answers {
				switch {
				case got.Status == http.StatusSeeOther && won < 0:
					won = i
				case got.Status != http.StatusConflict || !got.givenBack(words(i)):
					t.Errorf("writer %d is answered %d, without their text", i, got.Status)
				}
			}
			if won < 0 {
				t.Fatal("nobody won")
			}
			if kept := p.one.get(p.at(c.tail)).value(c.field); kept != words(won) {
				t.Errorf("%q is kept, and writer %d was told theirs is", kept, won)
			}
		})
	}
}

func words(writer int) string { return fmt.Sprintf("What writer %d wrote.", writer) }
