package store_test

import (
	"errors"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
)

func TestDaysOffAreAddedOnceAndTakenOutByAdministrators(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		ctx, admin := t.Context(), eqiatest.Administrator()
		christmas := eqia.DayOff{Name: " Christmas  closure", Kind: eqia.Closure, From: "2026-12-29", Until: "2026-12-31"}
		if err := w.AddDayOff(ctx, eqiatest.Clerk(), christmas, ""); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("a clerk adds days off: %v", err)
		}
		w.ok(w.AddDayOff(ctx, admin, christmas, "a form"))
		var again *eqia.Repeat
		if err := w.AddDayOff(ctx, admin, christmas, "a form"); !errors.As(err, &again) {
			t.Errorf("the same form twice: %v", err)
		}
		for name, c := range map[string]struct {
			day   eqia.DayOff
			field string
		}{
			"no name":       {eqia.DayOff{Kind: eqia.Closure, From: "2027-02-01", Until: "2027-02-01"}, "name"},
			"no kind":       {eqia.DayOff{Name: "Storm", From: "2027-02-01", Until: "2027-02-01"}, "kind"},
			"backwards":     {eqia.DayOff{Name: "Storm", Kind: eqia.Closure, From: "2027-02-02", Until: "2027-02-01"}, "until"},
			"a whole year":  {eqia.DayOff{Name: "Storm", Kind: eqia.Closure, From: "2027-02-02", Until: "2028-02-01"}, "until"},
			"shared days":   {eqia.DayOff{Name: "New Year", Kind: eqia.Closure, From: "2026-12-31", Until: "2027-01-02"}, "from"},
			"no day at all": {eqia.DayOff{Name: "Storm", Kind: eqia.Closure}, "from"},
		} {
			t.Run(name, func(t *testing.T) { wantInvalid(t, w.AddDayOff(ctx, admin, c.day, ""), c.field) })
		}
		list, err := w.DaysOff(ctx, "2026-12-31")
		w.ok(err)
		if len(list) != 1 || list[0].Name != "Christmas closure" || list[0].From != "2026-12-29" {
			t.Fatalf("the days off are %+v", list)
		}
		if later, err := w.DaysOff(ctx, "2027-01-01"); err != nil || len(later) != 0 {
			t.Errorf("days off that are over: %v, %v", later, err)
		}
		w.ok(w.RemoveDayOff(ctx, admin, list[0].ID))
		if err := w.RemoveDayOff(ctx, admin, list[0].ID); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("taken out twice: %v", err)
		}
		w.ok(w.AddDayOff(ctx, admin, christmas, ""))
	})
}
