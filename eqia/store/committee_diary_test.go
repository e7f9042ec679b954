package store_test

import (
	"errors"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
)

func TestACalendarHasWhatItsPersonWorksOn(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, author := t.Context(), eqiatest.Author()
		at, linked, expected := h.appeared(), h.signed(), h.started()
		_, err := h.Link(ctx, eqiatest.Clerk(), at, whole(linked))
		h.ok(err)
		h.ok(h.Expect(ctx, eqiatest.Clerk(), committee.ExpectCommand{Appearance: at, Reference: expected}))
		h.ok(h.Expect(ctx, eqiatest.Clerk(), committee.ExpectCommand{Appearance: at, Reference: linked}))
		d, err := h.Diary(ctx, author)
		h.ok(err)
		if len(d.Papers) != 2 || d.Papers[0].Reference != linked || d.Papers[1].Reference != expected || d.Papers[0].Meeting.Committee.Name != "Cabinet" ||
			len(d.Meetings) != 0 || d.Papers[0].Meeting.ChangedAt.IsZero() {
			t.Errorf("the author's is %+v", d)
		}
		if d, err = h.Diary(ctx, eqiatest.CoAuthor()); err != nil || len(d.Papers) != 0 {
			t.Errorf("another officer's is %+v, %v", d, err)
		}
		if d, err = h.Diary(ctx, eqiatest.Clerk()); err != nil || len(d.Meetings) != 1 {
			t.Errorf("the clerk's is %+v, %v", d, err)
		}
	})
}

func TestACalendarOpensUntilItsAddressEnds(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, author := t.Context(), eqiatest.Author()
		first, err := h.MakeCalendarLink(ctx, author, "k1")
		h.ok(err)
		_, err = h.MakeCalendarLink(ctx, author, "k1")
		var again *eqia.Repeat
		if !errors.As(err, &again) {
			t.Errorf("pressing twice gives %v", err)
		}
		opens := func(link string) bool {
			_, err := h.OpenCalendar(ctx, link)
			return err == nil
		}
		if !opens(first) || opens(first+"x") || opens("") {
			t.Error("the address does not open, or another does")
		}
		second, err := h.MakeCalendarLink(ctx, author, "k2")
		h.ok(err)
		if opens(first) || !opens(second) {
			t.Error("a new address leaves the old one open")
		}
		h.ok(h.EndCalendarLink(ctx, author))
		h.ok(h.EndCalendarLink(ctx, author))
		if opens(second) {
			t.Error("an address that ended still opens")
		}
		third, err := h.MakeCalendarLink(ctx, author, "k3")
		h.ok(err)
		gone := author
		gone.Disabled = true
		h.ok(h.store.SavePerson(ctx, gone, "", eqia.Act{At: h.clock.Now(), Kind: "person_changed"}))
		if opens(third) {
			t.Error("the calendar of someone who has left opens")
		}
	})
}

func TestATextIsPutInAReportOnceFromOneReading(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk := t.Context(), eqiatest.Clerk()
		_, err := h.Link(ctx, clerk, h.appeared(), whole(h.signed()))
		h.ok(err)
		first := h.item(3)
		put := func(text string) error {
			return h.PutText(ctx, clerk, committee.TextCommand{Item: first.ID, Text: text, Was: committee.TextMark(first.Appearance.Version)})
		}
		h.ok(put("Everyone was thought about."))
		if err := put("Someone else’s words."); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("a second text from the same reading gives %v", err)
		}
		r, err := h.Report(ctx, clerk, h.report)
		h.ok(err)
		now := h.item(3).Appearance.Version
		if now.EqualityText != "Everyone was thought about." || now.EqualitySource != committee.EditedText || len(now.GeneratedFrom) != 1 ||
			r.Versions[0].EqualityText != now.EqualityText || len(now.Recommendations) != 2 {
			t.Errorf("the report says %+v, and on its own page %+v", now, r.Versions[0])
		}
	})
}
