package store_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"gorm.io/gorm/schema"

	"dorset-eqia/eqia/store"
	"dorset-eqia/migrations"
)

// column is one column of a table, with the kind of what it holds: text, number, truth or bytes.
type column struct{ table, name, kind string }

// kindOf brings both databases' names of types, and gorm's, to one word.
func kindOf(typed string) string {
	switch strings.ToLower(typed) {
	case "text", "string":
		return "text"
	case "bigint", "integer", "int", "uint":
		return "number"
	case "blob", "bytea", "bytes":
		return "bytes"
	case "boolean", "bool":
		return "truth"
	default:
		return typed
	}
}

// columns lists every column of the tables that the service made; those in which SQLite keeps a search are its own affair.
func columns(t *testing.T, s *store.Store) []column {
	t.Helper()
	query := `SELECT m.name AS "table", p.name AS name, p.type AS kind FROM sqlite_master m JOIN pragma_table_info(m.name) p
		WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE 'goose_%'
		AND NOT EXISTS (SELECT 1 FROM sqlite_master v WHERE v.sql LIKE 'CREATE VIRTUAL%' AND (m.name = v.name OR m.name LIKE v.name || '\_%' ESCAPE '\'))`
	if s.IsPostgres() {
		query = `SELECT table_name AS "table", column_name AS name, data_type AS kind FROM information_schema.columns
			WHERE table_schema = 'public' AND table_name NOT LIKE 'goose%'`
	}
	rows, err := s.Reader().Raw(query).Rows()
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var out []column
	for rows.Next() {
		var c column
		if err := rows.Scan(&c.table, &c.name, &c.kind); err != nil {
			t.Fatal(err)
		}
		c.kind = kindOf(c.kind)
		out = append(out, c)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return sorted(out)
}

func sorted(columns []column) []column {
	slices.SortFunc(columns, func(a, b column) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	return columns
}

// inRows lists every column that the service's row types have.
func inRows(t *testing.T) []column {
	t.Helper()
	var out []column
	for _, row := range store.RowTypes() {
		parsed, err := schema.Parse(row, &sync.Map{}, schema.NamingStrategy{})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range parsed.Fields {
			out = append(out, column{parsed.Table, f.DBName, kindOf(string(f.DataType))})
		}
	}
	return sorted(out)
}

// without lists what is in one list of columns and not in another.
func without(all, known []column) []column {
	return slices.DeleteFunc(slices.Clone(all), func(c column) bool { return slices.Contains(known, c) })
}

func TestEveryRowTypeHasExactlyTheColumnsOfItsTable(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		rows := inRows(t)
		migrated := slices.DeleteFunc(columns(t, s), func(c column) bool {
			return !slices.ContainsFunc(rows, func(r column) bool { return r.table == c.table })
		})
		if extra := without(migrated, rows); len(extra) > 0 {
			t.Errorf("no row type has %v", extra)
		}
		if extra := without(rows, migrated); len(extra) > 0 {
			t.Errorf("no table has %v", extra)
		}
	})
}

// namesTable finds the table that a row type in the source says it is.
var namesTable = regexp.MustCompile(`TableName\(\) string\s+\{ return "(\w+)" \}`)

func TestNoRowTypeIsLeftOutOfTheComparison(t *testing.T) {
	compared := inRows(t)
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, source := range sources {
		text, err := os.ReadFile(source)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range namesTable.FindAllStringSubmatch(string(text), -1) {
			found++
			if !slices.ContainsFunc(compared, func(c column) bool { return c.table == m[1] }) {
				t.Errorf("add the row type of %s to RowTypes in export_test.go", m[1])
			}
		}
	}
	if found != len(store.RowTypes()) {
		t.Errorf("the source names %d tables and %d are compared", found, len(store.RowTypes()))
	}
}

func TestBothDatabasesHaveTheSameTablesAndColumns(t *testing.T) {
	lite, pg := columns(t, opened(t, sqliteFile(t))), columns(t, opened(t, postgres(t)))
	if extra := without(lite, pg); len(extra) > 0 {
		t.Errorf("only SQLite has %v", extra)
	}
	if extra := without(pg, lite); len(extra) > 0 {
		t.Errorf("only PostgreSQL has %v", extra)
	}
	if len(lite) == 0 {
		t.Error("there are no columns at all")
	}
}

func TestBothDatabasesHaveTheSameMigrations(t *testing.T) {
	var names [2][]string
	for i, folder := range []string{"sqlite", "postgres"} {
		entries, err := fs.ReadDir(migrations.Files, folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			names[i] = append(names[i], e.Name())
		}
	}
	if !slices.Equal(names[0], names[1]) || len(names[0]) == 0 {
		t.Errorf("SQLite has %v and PostgreSQL has %v", names[0], names[1])
	}
}

func TestListsOfPublicationsReadEveryColumnButWhatWasSigned(t *testing.T) {
	var want []string
	for _, c := range inRows(t) {
		if c.table == "published" && c.name != "content" && c.name != "conditions" {
			want = append(want, c.name)
		}
	}
	got := slices.Sorted(slices.Values(store.Listed()))
	if !slices.Equal(got, want) {
		t.Errorf("they read %v, want %v", got, want)
	}
}

func TestTheSchemaGoesDownAndUpAgain(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		before := columns(t, s)
		p, err := s.Migrations()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.DownTo(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		if left := columns(t, s); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
		if _, err := p.Up(t.Context()); err != nil {
			t.Fatal(err)
		}
		if after := columns(t, s); !slices.Equal(after, before) {
			t.Errorf("after going up again there is %v, want %v", after, before)
		}
		if err := s.Ping(t.Context()); err != nil {
			t.Error(err)
		}
	})
}

func TestADatabaseThatANewerServiceChangedIsRefused(t *testing.T) {
	for _, d := range databases {
		t.Run(d.name, func(t *testing.T) {
			source := d.source(t)
			s := opened(t, source)
			if err := s.Writer().Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (?, TRUE)", 99999).Error; err != nil {
				t.Fatal(err)
			}
			if again, err := store.Open(t.Context(), source); err == nil {
				_ = again.Close()
				t.Error("it was opened")
			} else if !strings.Contains(err.Error(), "use a newer service") {
				t.Errorf("got %v", err)
			}
		})
	}
}
