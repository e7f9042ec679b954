package store

import (
	"testing"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
)

// PlanOfSearch is how SQLite goes about a search of the register, a line for each step.
func PlanOfSearch(t *testing.T, s *Store, f eqia.PublicFilter, page eqia.Page) []string {
	t.Helper()
	dry := s.read.Session(&gorm.Session{DryRun: true, Context: t.Context()})
	r := s.Register()
	var found []publishedRow
	made := paged(r.matching(dry, f, true), r.leading(f), page).Select("published.title").Find(&found).Statement
	var plan []string
	rows, err := s.read.Raw("EXPLAIN QUERY PLAN "+made.SQL.String(), made.Vars...).Rows()
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id, parent, unused int
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			t.Fatal(err)
		}
		plan = append(plan, detail)
	}
	if rows.Err() != nil || len(plan) == 0 {
		t.Fatalf("no plan: %v", rows.Err())
	}
	return plan
}
