package store_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// statement is one query as the database was asked it.
type statement struct {
	sql  string
	args []any
}

// listener notes every statement that the readers run.
type listener struct{ heard []statement }

func (l *listener) on(t *testing.T, s *store.Store) *listener {
	t.Helper()
	note := func(tx *gorm.DB) {
		if !tx.DryRun {
			l.heard = append(l.heard, statement{tx.Statement.SQL.String(), tx.Statement.Vars})
		}
	}
	c := s.Reader().Callback()
	err := errors.Join(c.Query().After("*").Register("test:heard", note), c.Row().After("*").Register("test:heard", note),
		c.Raw().After("*").Register("test:heard", note))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// reading is something that pages read, with the most statements it may take.
type reading struct {
	name string
	most int
	do   func(t *testing.T, s *store.Store) error
}

func readings() []reading {
	all := []reading{
		{"a version", 2, func(t *testing.T, s *store.Store) error {
			_, err := s.Version(t.Context(), "EQIA-2026-0001", "")
			return err
		}},
		{"a version by its number", 2, func(t *testing.T, s *store.Store) error {
			_, err := s.Version(t.Context(), "EQIA-2026-0001", "1.0")
			return err
		}},
		{"an assessment's own page, signed in", 4, func(t *testing.T, s *store.Store) error {
			if _, _, err := s.Session(t.Context(), "token"); err != nil {
				return err
			}
			v, err := s.Version(t.Context(), "EQIA-2026-0001", "")
			if err != nil {
				return err
			}
			_, err = s.Committees().Appearances(t.Context(), v.AssessmentID)
			return err
		}},
		{"the library of the council", 2, func(t *testing.T, s *store.Store) error {
			_, err := s.Facts(t.Context(), "dorset", -1)
			return err
		}},
		{"a characteristic's page with text that was kept, signed in", 4, func(t *testing.T, s *store.Store) error {
			if _, _, err := s.Session(t.Context(), "token"); err != nil {
				return err
			}
			v, err := s.Version(t.Context(), "EQIA-2026-0001", "")
			if err != nil {
				return err
			}
			if _, err := s.Unsaved(t.Context(), eqia.UnsavedKey{Version: v.ID, Person: eqiatest.Author().ID, Drawn: "none"}); !errors.Is(err, eqia.ErrNotFound) {
				return err
			}
			_, err = s.Facts(t.Context(), v.Assessment.Profile, v.Library)
			return err
		}},
		{"the users of a fact", 1, func(t *testing.T, s *store.Store) error {
			_, err := s.Uses(t.Context(), "age-65-to-74-residents-all-2021", eqiatest.Author().ID)
			return err
		}},
		{"the users of replaced facts", 1, func(t *testing.T, s *store.Store) error {
			_, err := s.Outdated(t.Context(), "dorset", eqiatest.Author().ID)
			return err
		}},
		{"which reports have an assessment", 1, func(t *testing.T, s *store.Store) error {
			_, err := s.Committees().Assessed(t.Context(), []string{"R-2026-0001", "R-2026-0002", "R-2026-0003"})
			return err
		}},
		{"a session", 1, func(t *testing.T, s *store.Store) error {
			_, _, err := s.Session(t.Context(), "token")
			return err
		}},
		{"mine", 1, func(t *testing.T, s *store.Store) error {
			_, err := s.Mine(t.Context(), eqiatest.Author().ID, eqia.Page{Size: 50})
			return err
		}},
		{"reviews that fall due", 1, func(t *testing.T, s *store.Store) error {
			_, err := s.DueForReview(t.Context(), eqia.DueFilter{By: "2030-01-01"}, eqia.Page{Size: 50})
			return err
		}},
		{"a person's reviews that fall due", 1, func(t *testing.T, s *store.Store) error {
			_, err := s.DueForReview(t.Context(), eqia.DueFilter{By: "2030-01-01", Person: eqiatest.Author().ID}, eqia.Page{Size: 50, After: "c2hw8.01M80SPAJKAQYSS6RH6HD1RFVY"})
			return err
		}},
		{"the next page of mine", 1, func(t *testing.T, s *store.Store) error {
			_, err := s.Mine(t.Context(), eqiatest.Author().ID, eqia.Page{Size: 1, After: "1000.01M80SPAJKAQYSS6RH6HD1RFVY"})
			return err
		}},
	}
	all = append(all, reading{"one's own that are alike", 1, func(t *testing.T, s *store.Store) error {
		_, err := s.Alike(t.Context(), eqiatest.Author().ID, "garden waste", 200)
		return err
	}}, reading{"published ones that are alike", 1, func(t *testing.T, s *store.Store) error {
		_, err := s.Register().Alike(t.Context(), "garden waste", 200)
		return err
	}}, reading{"a page of the register with all that narrows it", 2, func(t *testing.T, s *store.Store) error {
		f := eqia.PublicFilter{Text: "garden", Directorate: "place", Characteristic: "age", Effect: eqia.Negative, Committee: eqiatest.NewID(), Standing: eqia.Replaced}
		if _, err := s.Register().Search(t.Context(), f, eqia.Page{Size: 51}); err != nil {
			return err
		}
		_, err := s.Register().Count(t.Context(), f, 1000)
		return err
	}}, reading{"what was not saved", 1, func(t *testing.T, s *store.Store) error {
		_, err := s.Unsaved(t.Context(), eqia.UnsavedKey{Person: eqiatest.Author().ID, Drawn: "a"})
		if errors.Is(err, eqia.ErrNotFound) {
			err = nil
		}
		return err
	}})
	for name, f := range map[string]eqia.Filter{
		"": {}, " by the nearest meeting": {ByMeeting: true}, " before a meeting": {MeetsBefore: time.Now().AddDate(1, 0, 0)},
		" of some people": {Reviewers: []eqia.PersonID{eqiatest.Lead().ID, eqiatest.Reviewer().ID}}, " with a negative effect": {Negative: "age"},
		" that is overdue": {SentBefore: time.Now()}, " signed as urgent": {Urgent: true}, " for words": {Text: "parking"},
	} {
		all = append(all, reading{"the queue" + name, 1, func(t *testing.T, s *store.Store) error {
			if !f.Urgent {
				f.States = []workflow.State{workflow.Submitted, workflow.InReview}
			}
			_, err := s.List(t.Context(), f, eqia.Page{Size: 50, After: "1000.01M80SPAJKAQYSS6RH6HD1RFVY"})
			return err
		}})
	}
	all = append(all, reading{"the absences", 1, func(t *testing.T, s *store.Store) error {
		_, err := s.Absences(t.Context(), "2026-11-02")
		return err
	}}, reading{"whom someone stands in for", 1, func(t *testing.T, s *store.Store) error {
		_, err := s.StoodInFor(t.Context(), eqiatest.Lead().ID, "2026-11-02")
		return err
	}})
	for _, f := range publicFilters {
		all = append(all, reading{"the register by " + f.name, 1, func(t *testing.T, s *store.Store) error {
			_, err := s.Register().Search(t.Context(), f.filter, eqia.Page{Size: 50})
			return err
		}}, reading{"the count of the register by " + f.name, 1, func(t *testing.T, s *store.Store) error {
			_, err := s.Register().Count(t.Context(), f.filter, 1000)
			return err
		}})
	}
	return all
}

// populated has a few of everything, so that the database has something to plan for.
func populated(t *testing.T, s *store.Store) {
	w := worldOn(t, s)
	w.ok(w.SeedLibrary(t.Context()))
	w.signed()
	w.keeps(eqiatest.Author(), w.started(), typed("a", "one"))
	w.copyOf(eqiatest.Author(), "EQIA-2026-0001")
	w.filled()
	w.ok(s.SaveSession(t.Context(), session("token", eqiatest.DeputyLead(), w.Now())))
}

func TestEachPageTakesFewStatementsWhateverItsSize(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		populated(t, s)
		l := (&listener{}).on(t, s)
		for _, r := range readings() {
			t.Run(r.name, func(t *testing.T) {
				l.heard = nil
				if err := r.do(t, s); err != nil {
					t.Fatal(err)
				}
				if len(l.heard) > r.most || len(l.heard) == 0 {
					t.Errorf("it took %d statements, and may take %d", len(l.heard), r.most)
				}
			})
		}
	})
}

// wholeTable is how SQLite says that it reads something from end to end. A search of words is no such thing, nor is counting what was found.
var wholeTable = regexp.MustCompile(`^SCAN (\w+)`)

func TestNothingThatPagesReadGoesThroughAWholeTable(t *testing.T) {
	s := opened(t, sqliteFile(t))
	populated(t, s)
	l := (&listener{}).on(t, s)
	for _, r := range readings() {
		t.Run(r.name, func(t *testing.T) {
			l.heard = nil
			if err := r.do(t, s); err != nil {
				t.Fatal(err)
			}
			for _, asked := range l.heard {
				for _, line := range planOf(t, s, asked) {
					scan := wholeTable.FindStringSubmatch(line)
					if scan != nil && !strings.Contains(asked.sql, ") AS "+scan[1]) && !strings.Contains(line, "VIRTUAL TABLE") {
						t.Errorf("%s\nin %s", line, asked.sql)
					}
				}
			}
		})
	}
}

// planOf is how SQLite would answer a statement, a line for each step.
func planOf(t *testing.T, s *store.Store, asked statement) []string {
	t.Helper()
	pool, err := s.Reader().DB()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := pool.Query("EXPLAIN QUERY PLAN "+asked.sql, asked.args...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var id, parent, unused int
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			t.Fatal(err)
		}
		out = append(out, detail)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	if len(out) == 0 {
		t.Fatalf("there is no plan for %s", asked.sql)
	}
	return out
}
