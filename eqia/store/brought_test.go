package store_test

import (
	"errors"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	wt "dorset-eqia/eqia/word/wordtest"
)

// waitingFiles counts the files in the database.
func waitingFiles(t *testing.T, s *store.Store) (n int64) {
	t.Helper()
	if err := s.Reader().Table("brought_files").Count(&n).Error; err != nil {
		t.Fatal(err)
	}
	return n
}

func TestAFileIsKeptForWhoBroughtItUntilADraftIsMadeOfIt(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		ctx, author := t.Context(), eqiatest.Author()
		raw := wt.File(wt.Table(wt.Texts("Title of proposal", "Grit bins"), wt.Texts("Age", "Positive", "Fewer falls.")))
		id, err := w.BringWord(ctx, author, raw, "brings")
		w.ok(err)
		var again *eqia.Repeat
		if _, err := w.BringWord(ctx, author, raw, "brings"); !errors.As(err, &again) || again.Result != string(id) || waitingFiles(t, s) != 1 {
			t.Errorf("the same form twice: %v, and %d files", err, waitingFiles(t, s))
		}
		if _, err := w.BroughtWord(ctx, eqiatest.Lead(), id); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("someone else sees it: %v", err)
		}
		if err := w.DropWord(ctx, eqiatest.Lead(), id, ""); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("someone else lets it go: %v", err)
		}
		if read, err := w.BroughtWord(ctx, author, id); err != nil || read.Document.Content.Title() != "Grit bins" {
			t.Errorf("it reads as %q (%v)", read.Document.Content.Title(), err)
		}
		take := eqia.TakeCommand{File: id, Title: "Grit bins in car parks", Once: "takes"}
		ref, err := w.TakeWord(ctx, author, take)
		w.ok(err)
		if _, err := w.TakeWord(ctx, author, take); !errors.As(err, &again) || again.Result != ref {
			t.Errorf("taken twice by one form: %v", err)
		}
		if _, err := w.TakeWord(ctx, author, eqia.TakeCommand{File: id, Title: "Grit bins"}); !errors.Is(err, eqia.ErrNotFound) || waitingFiles(t, s) != 0 {
			t.Errorf("taken twice: %v, and %d files", err, waitingFiles(t, s))
		}
		c, err := w.Open(ctx, author, ref)
		w.ok(err)
		if c.Title != "Grit bins in car parks" || !c.Content.Card("age").Effects().Only(eqia.Positive) || c.AuthorOf().Person != author.ID {
			t.Errorf("the draft is %+v by %+v", c.Content, c.AuthorOf())
		}
	})
}

func TestAFileGoesWhenItIsDroppedAndWhenNobodyCameBack(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		ctx, author := t.Context(), eqiatest.Author()
		raw := wt.File(wt.P("Text"))
		first, err := w.BringWord(ctx, author, raw, "")
		w.ok(err)
		w.ok(w.DropWord(ctx, author, first, "drops"))
		if n := waitingFiles(t, s); n != 0 {
			t.Errorf("after it was dropped there are %d files", n)
		}
		old, err := w.BringWord(ctx, author, raw, "")
		w.ok(err)
		w.clock.Pass(eqia.BroughtKept + time.Hour)
		if _, err := w.BroughtWord(ctx, author, old); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("after a week: %v", err)
		}
		_, err = w.BringWord(ctx, author, raw, "")
		w.ok(err)
		if n := waitingFiles(t, s); n != 1 {
			t.Errorf("after the next one there are %d files", n)
		}
		_, err = w.BringWord(ctx, author, []byte("no Word file"), "")
		wantInvalid(t, err, "file")
	})
}
