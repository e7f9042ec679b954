package store_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/store"
)

// eachConnection runs a check on several connections of a pool at once, so that none of them is the same.
func eachConnection(t *testing.T, db *gorm.DB, connections int, check func(*testing.T, *sql.Conn)) {
	t.Helper()
	pool, err := db.DB()
	if err != nil {
		t.Fatal(err)
	}
	for range connections {
		conn, err := pool.Conn(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		check(t, conn)
	}
}

func TestEveryConnectionToSQLiteIsSetUpToLoseNothing(t *testing.T) {
	s := opened(t, sqliteFile(t))
	pools := map[string]struct {
		db          *gorm.DB
		connections int
	}{"the writer": {s.Writer(), 1}, "the readers": {s.Reader(), 8}}
	for name, pool := range pools {
		t.Run(name, func(t *testing.T) {
			eachConnection(t, pool.db, pool.connections, func(t *testing.T, conn *sql.Conn) {
				for pragma, want := range map[string]string{"synchronous": "2", "foreign_keys": "1", "journal_mode": "wal", "busy_timeout": "5000"} {
					var got string
					if err := conn.QueryRowContext(t.Context(), "PRAGMA "+pragma).Scan(&got); err != nil || got != want {
						t.Errorf("%s is %q, want %q: %v", pragma, got, want, err)
					}
				}
			})
		})
	}
}

func TestConnectionsForReadingRefuseToWrite(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		eachConnection(t, s.Reader(), 8, func(t *testing.T, conn *sql.Conn) {
			if _, err := conn.ExecContext(t.Context(), "INSERT INTO settings (name, value) VALUES ('a', 'b')"); err == nil {
				t.Error("a connection for reading wrote")
			}
		})
	})
}

func TestAnAddressWithSignsInItOpensTheFileOfThatName(t *testing.T) {
	path := filepath.Join(t.TempDir(), "what? 100% & mine.db")
	s := opened(t, path)
	if err := s.Ping(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}

func TestAClosedStoreSaysThatNothingWasSaved(t *testing.T) {
	s, err := store.Open(t.Context(), sqliteFile(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Ping(context.Background()); !errors.Is(err, eqia.ErrNotSaved) {
		t.Errorf("a write to a closed store gave %v", err)
	}
}
