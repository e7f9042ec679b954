package web_test

import (
	"database/sql"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
)

// BenchmarkSaveSection saves 8 KB of text against its counter, with its line in the audit, by 1, 16 and 64 people at once. The yardstick
// is the same two rows in a transaction of their own, written straight to a file by one writer.
func BenchmarkSaveSection(b *testing.B) {
	quietly(b)
	for _, c := range []struct {
		writers int
		limits
	}{{1, limits{0.25, 0.45}}, {16, limits{0.8, 1.3}}, {64, limits{0.8, 1.3}}} {
		b.Run(strconv.Itoa(c.writers), func(b *testing.B) {
			save, raw := savers(b, c.writers), rawSaver(b)
			beside(b, c.limits, save, raw)
		})
	}
}

// section is 8 KB of text that is different every time.
func section(no int) string {
	return strconv.Itoa(no) + strings.Repeat(" People who travel by bus were asked.", 8192/36)
}

// savers is a function that saves n sections, shared out among writers who each have an assessment of their own.
func savers(b *testing.B, writers int) func(n int) {
	b.Helper()
	service := eqiatest.New(b)
	cases, counters := make([]eqia.Case, writers), make([]int, writers)
	for w := range writers {
		ref, err := service.Start(b.Context(), eqiatest.Author(), eqia.StartCommand{Answers: eqiatest.FirstPage()})
		if err != nil {
			b.Fatal(err)
		}
		if cases[w], err = service.Open(b.Context(), eqiatest.Author(), ref); err != nil {
			b.Fatal(err)
		}
	}
	one := func(w int) error {
		answers := map[string]eqia.Answer{form.QuestionSummary: {Text: section(counters[w])}}
		err := service.SaveAnswers(b.Context(), cases[w], answers, map[string]int{form.QuestionSummary: counters[w]})
		counters[w]++
		return err
	}
	return func(n int) {
		var all sync.WaitGroup
		for w := range writers {
			all.Go(func() {
				for i := w; i < n; i += writers {
					if err := one(w); err != nil {
						b.Error(err)
						return
					}
				}
			})
		}
		all.Wait()
	}
}

// rawSaver is a function that saves n sections with nothing but SQL.
func rawSaver(b *testing.B) func(n int) {
	b.Helper()
	db, err := sql.Open("sqlite3", filepath.Join(b.TempDir(), "raw.db")+"?_journal_mode=WAL&_synchronous=FULL&_txlock=immediate")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	db.SetMaxOpenConns(1)
	for _, statement := range []string{"CREATE TABLE parts (name TEXT PRIMARY KEY, counter INTEGER, body TEXT)",
		"CREATE TABLE audit (seq INTEGER PRIMARY KEY, detail TEXT, hash TEXT)", "INSERT INTO parts VALUES ('summary', 0, '')"} {
		if _, err := db.ExecContext(b.Context(), statement); err != nil {
			b.Fatal(err)
		}
	}
	counter := 0
	return func(n int) {
		for range n {
			if err := rawSave(b, db, counter); err != nil {
				b.Fatal(err)
			}
			counter++
		}
	}
}

func rawSave(b *testing.B, db *sql.DB, counter int) error {
	tx, err := db.BeginTx(b.Context(), nil)
	if err != nil {
		return err
	}
	done, err := tx.ExecContext(b.Context(), "UPDATE parts SET counter = counter + 1, body = ? WHERE name = 'summary' AND counter = ?", section(counter), counter)
	if err != nil {
		return err
	}
	if changed, err := done.RowsAffected(); err != nil || changed != 1 {
		b.Fatalf("the raw save changed %d rows, %v", changed, err)
	}
	if _, err := tx.ExecContext(b.Context(), "INSERT INTO audit (detail, hash) VALUES (?, ?)", "part=answer/summary", strings.Repeat("0", 64)); err != nil {
		return err
	}
	return tx.Commit()
}
