package store_test

import (
	"os"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
)

func TestAForwardPlanIsBroughtInOnceAndOnlyByClerks(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		clerks := eqiatest.Committees(t, w.Service)
		raw, err := os.ReadFile("../committee/testdata/forward-plan-2024.csv")
		w.ok(err)
		bring := func(by eqia.Person, file string, dry bool) (committee.PlanImport, error) {
			return clerks.ImportPlan(t.Context(), by, committee.PlanCommand{File: strings.NewReader(file), Edition: "2024-06-11", DryRun: dry})
		}
		if _, err := bring(eqiatest.Author(), string(raw), true); err == nil {
			t.Error("an author brought in a forward plan")
		}
		for _, step := range []struct {
			name                    string
			file                    string
			dry                     bool
			new, changed, unchanged int
		}{
			{"a dry run", string(raw), true, 41, 0, 0},
			{"the first time", string(raw), false, 41, 0, 0},
			{"the second time", string(raw), false, 0, 0, 41},
			{"with one change", strings.Replace(string(raw), "Productivity Plan,no", "Productivity Plan,yes", 1), false, 0, 1, 40},
			{"and again", strings.Replace(string(raw), "Productivity Plan,no", "Productivity Plan,yes", 1), false, 0, 0, 41},
		} {
			got, err := bring(eqiatest.Clerk(), step.file, step.dry)
			w.ok(err)
			if got.Rows != 41 || got.New != step.new || got.Changed != step.changed || got.Unchanged != step.unchanged || len(got.Errors) != 0 {
				t.Errorf("%s: %+v", step.name, got)
			}
		}
		kept, err := s.Committees().PlanItems(t.Context())
		w.ok(err)
		if len(kept) != 41 {
			t.Errorf("%d items are kept", len(kept))
		}
		if n := count(t, s, "plan_items"); n != 41 {
			t.Errorf("%d rows", n)
		}
	})
}
