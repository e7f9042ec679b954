package store_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
)

// room sets how many pages the database may have, and gives how many it has.
func (w world) room(pages int) int {
	w.t.Helper()
	var has int
	w.ok(w.store.Reader().Raw("PRAGMA page_count").Scan(&has).Error)
	pool, err := w.store.Writer().DB()
	w.ok(err)
	if pages > 0 {
		_, err = pool.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages))
		w.ok(err)
	}
	return has
}

func TestAFullDiskSavesNothingByHalvesAndWorksAgainWithRoom(t *testing.T) {
	w := worldOn(t, opened(t, sqliteFile(t)))
	c := w.as(eqiatest.Author(), w.started())
	w.room(w.room(0) + 40)
	saved, err := 0, error(nil)
	for ; err == nil && saved < 1000; saved++ {
		said := map[string]eqia.Answer{"aims": {Text: strings.Repeat(fmt.Sprint(saved, " "), 4000)}}
		before := dump(t, w.store)
		err = w.SaveAnswers(t.Context(), c, said, map[string]int{"aims": saved})
		if err != nil && dump(t, w.store) != before {
			t.Error("the save that failed left something behind")
		}
	}
	if !errors.Is(err, eqia.ErrNotSaved) || !strings.Contains(err.Error(), "full") {
		t.Fatalf("a full disk gave %v after %d saves", err, saved)
	}
	sound(t, w.store)
	if got := w.as(eqiatest.Author(), c.Assessment.Reference).Stamps[aims].Counter; got != saved-1 {
		t.Errorf("%d saves were confirmed and %d are kept", saved-1, got)
	}
	w.room(1 << 30)
	said := map[string]eqia.Answer{"aims": {Text: "There is room again"}}
	w.ok(w.SaveAnswers(t.Context(), c, said, map[string]int{"aims": saved - 1}))
	sound(t, w.store)
}
