package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"log/slog"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/eqia/store/storetest"
)

// TestMain runs the tests, or, as the child of the test that kills the service, writes until it is killed.
func TestMain(m *testing.M) {
	slog.SetDefault(slog.New(slog.DiscardHandler)) // the refusals that are asked for here are not news
	if source := os.Getenv(childVariable); source != "" {
		writeUntilKilled(source)
		return
	}
	storetest.Main(m)
}

// databases are the two that the store keeps its contract on, each with a way to a fresh one.
var databases = []struct {
	name   string
	source func(testing.TB) string
}{
	{"SQLite", sqliteFile},
	{"PostgreSQL", postgres},
}

func sqliteFile(tb testing.TB) string { return storetest.SQLite(tb, migrated) }

func postgres(tb testing.TB) string { return storetest.Postgres(tb, migrated) }

func migrated(source string) error {
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	defer stop()
	s, err := store.Open(ctx, source)
	if err != nil {
		return err
	}
	return s.Close()
}

// onBoth runs a test on a fresh database of each kind.
func onBoth(t *testing.T, test func(*testing.T, *store.Store)) {
	t.Helper()
	for _, d := range databases {
		t.Run(d.name, func(t *testing.T) { test(t, opened(t, d.source(t))) })
	}
}

func opened(t *testing.T, source string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), source)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// world is a service on a store, with the ready-made people in it.
type world struct {
	*eqia.Service
	t     *testing.T
	store *store.Store
	clock *eqiatest.Clock
}

func worldOn(t *testing.T, s *store.Store) world {
	t.Helper()
	clock := eqiatest.NewClock()
	service, err := eqiatest.On(t.Context(), s, clock)
	if err != nil {
		t.Fatal(err)
	}
	return world{service, t, s, clock}
}

// ok fails the test at once when something that must work does not.
func (w world) ok(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// started is the reference of a new draft by the author.
func (w world) started() string {
	w.t.Helper()
	reference, err := w.Start(w.t.Context(), eqiatest.Author(), eqia.StartCommand{Answers: eqiatest.FirstPage()})
	w.ok(err)
	return reference
}

// signed is the reference of a short assessment that the lead has signed, with a comment on it.
func (w world) signed() string {
	w.t.Helper()
	reference := w.started()
	c := w.as(eqiatest.Author(), reference)
	w.ok(w.SaveCard(w.t.Context(), c, ageCard("Prices go up."), 0))
	w.ok(w.AddComment(w.t.Context(), c, eqia.Remark{Text: "How many are over 75?"}))
	w.ok(eqiatest.Sign(w.t.Context(), w.Service, reference, eqiatest.Author(), eqiatest.Lead()))
	return reference
}

// as opens the current version as one of the people. What the store remembers of it must be what a fresh look finds.
func (w world) as(by eqia.Person, reference string) eqia.Case {
	w.t.Helper()
	remembered, err := w.store.Version(w.t.Context(), reference, "")
	w.ok(err)
	w.store.Forget()
	found, err := w.store.Version(w.t.Context(), reference, "")
	w.ok(err)
	if !reflect.DeepEqual(remembered, found) {
		w.t.Errorf("remembered %+v, found %+v", remembered, found)
	}
	c, err := w.Open(w.t.Context(), by, reference)
	w.ok(err)
	return c
}

// move makes a simple move at the revision as it is now.
func (w world) move(by eqia.Person, reference string, cmd eqia.MoveCommand) {
	w.t.Helper()
	c := w.as(by, reference)
	cmd.Revision = c.Revision
	w.ok(w.Move(w.t.Context(), c, cmd))
}

// ageCard is a card with one negative effect, explained in the words given.
func ageCard(how string) eqia.Card {
	b := eqia.BlankBlock()
	b.Effects, b.How, b.Mitigation = eqia.Effects{eqia.Negative}, how, "Keep a lower price for people over 75."
	return eqia.Card{Code: "age", Blocks: []eqia.Block{b}}
}

// dump is every row of every table, as text in a fixed order.
func dump(t *testing.T, s *store.Store) string {
	t.Helper()
	var out []string
	for _, table := range tables(t, s) {
		rows, err := s.Reader().Table(table).Rows()
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range scanned(t, rows) {
			out = append(out, table+": "+line)
		}
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

func scanned(t *testing.T, rows *sql.Rows) []string {
	t.Helper()
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for rows.Next() {
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		out = append(out, fmt.Sprint(values...))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func tables(t *testing.T, s *store.Store) []string {
	t.Helper()
	query := "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
	if s.IsPostgres() {
		query = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name"
	}
	var names []string
	if err := s.Reader().Raw(query).Scan(&names).Error; err != nil {
		t.Fatal(err)
	}
	return names
}

// count is how many rows a table has.
func count(t *testing.T, s *store.Store, table string) int {
	t.Helper()
	var n int64
	if err := s.Reader().Table(table).Count(&n).Error; err != nil {
		t.Fatal(err)
	}
	return int(n)
}
