// Package store keeps the record in SQLite or PostgreSQL through gorm. Nothing else in the service speaks SQL. Every write goes through
// one queue; reads use a pool of their own that can't write.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/pressly/goose/v3"
	"gorm.io/driver/postgres"
	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"dorset-eqia/migrations"
)

// Store keeps everything, and implements the contracts eqia.Store, eqia.Register and those of the committee side.
type Store struct {
	read    *gorm.DB
	queue   *queue
	wdb     *gorm.DB // writes, through the one connection that does
	writer  *writer
	pg      bool
	kept    *memory
	shelf   shelf
	edition edition
	bodies  bodies

	momentStatement string
}

// Open opens the database, creating and migrating it where needed. Source is a postgres:// address, or the path of an SQLite file.
func Open(ctx context.Context, source string) (*Store, error) {
	s := &Store{pg: strings.HasPrefix(source, "postgres://") || strings.HasPrefix(source, "postgresql://"), kept: newMemory()}
	s.momentStatement = s.makeMomentStatement()
	if err := s.openWriter(ctx, source); err != nil {
		return nil, err
	}
	if err := s.openReader(source); err != nil {
		return nil, errors.Join(err, s.closeWriter())
	}
	s.queue = newQueue(s)
	return s, nil
}

// Close finishes what is queued and lets the database go.
func (s *Store) Close() error {
	s.queue.close()
	return errors.Join(closeDB(s.read), s.closeWriter())
}

func (s *Store) closeWriter() error {
	return errors.Join(s.writer.Close(), s.writer.pool.Close())
}

// Ping reports whether the database can be written now: it writes, in a transaction of its own.
func (s *Store) Ping(ctx context.Context) error {
	return s.queue.write(func(b *batch) error {
		return b.tx.WithContext(ctx).Exec(
			"INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
			"pinged_at", time.Now().UTC().Format(time.RFC3339)).Error
	})
}

func (s *Store) openWriter(ctx context.Context, source string) error {
	db, err := connect(s.dialect(source, false))
	if err != nil {
		return fmt.Errorf("open the database: %w", err)
	}
	pool, err := db.DB()
	if err != nil {
		return err
	}
	s.writer = &writer{pool: pool}
	if err := s.migrate(ctx, pool); err != nil {
		return errors.Join(err, pool.Close())
	}
	pool.SetMaxOpenConns(1)
	pool.SetMaxIdleConns(1)
	s.wdb = db.WithContext(context.WithoutCancel(ctx))
	s.wdb.Statement.ConnPool = s.writer
	return nil
}

func (s *Store) openReader(source string) error {
	db, err := connect(s.dialect(source, true))
	if err != nil {
		return fmt.Errorf("open the database for reading: %w", err)
	}
	pool, err := db.DB()
	if err != nil {
		return err
	}
	pool.SetMaxOpenConns(8)
	pool.SetMaxIdleConns(8)
	s.read = db
	return nil
}

func (s *Store) dialect(source string, readOnly bool) gorm.Dialector {
	if s.pg {
		if readOnly {
			source = withParam(source, "default_transaction_read_only", "on")
		}
		return postgres.Open(source)
	}
	common := "?_busy_timeout=5000&_foreign_keys=on&_synchronous=FULL"
	path := "file:" + (&url.URL{Path: source}).EscapedPath()
	if readOnly {
		return sqlite.Open(path + common + "&mode=ro&_query_only=true")
	}
	return sqlite.Open(path + common + "&_journal_mode=WAL&_txlock=immediate")
}

func withParam(source, name, value string) string {
	u, err := url.Parse(source)
	if err != nil {
		return source
	}
	q := u.Query()
	q.Set(name, value)
	u.RawQuery = q.Encode()
	return u.String()
}

// connect opens gorm with statements prepared once, and a log that never holds a value: what people typed stays out of it.
func connect(d gorm.Dialector) (*gorm.DB, error) {
	return gorm.Open(d, &gorm.Config{
		PrepareStmt: true, SkipDefaultTransaction: true, TranslateError: true,
		Logger: logger.NewSlogLogger(slog.Default(), logger.Config{
			LogLevel: logger.Error, ParameterizedQueries: true, IgnoreRecordNotFoundError: true,
		}),
	})
}

// migrate brings the schema up to date and refuses a database that a newer service has changed.
func (s *Store) migrate(ctx context.Context, pool *sql.DB) error {
	p, err := s.provider(pool)
	if err != nil {
		return fmt.Errorf("read the migrations: %w", err)
	}
	if at, err := p.GetDBVersion(ctx); err == nil && at > latest(p) {
		return fmt.Errorf("the database is at version %d and this service knows only version %d: use a newer service", at, latest(p))
	}
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("migrate the database: %w", err)
	}
	return nil
}

func (s *Store) provider(pool *sql.DB) (*goose.Provider, error) {
	dialect, folder := goose.DialectSQLite3, "sqlite"
	if s.pg {
		dialect, folder = goose.DialectPostgres, "postgres"
	}
	files, err := fs.Sub(migrations.Files, folder)
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(dialect, pool, files)
}

func latest(p *goose.Provider) int64 {
	sources := p.ListSources()
	return sources[len(sources)-1].Version
}

// lockChain takes the audit chain for a transaction. SQLite has one writer anyway; on PostgreSQL another copy of the service may write.
func (s *Store) lockChain(tx *gorm.DB) error {
	if !s.pg {
		return nil
	}
	return tx.Exec("SELECT pg_advisory_xact_lock(?)", 149).Error
}

func closeDB(db *gorm.DB) error {
	pool, err := db.DB()
	if err != nil {
		return err
	}
	return pool.Close()
}

// FileIn is the path of the SQLite database in a data folder, which is made, readable by its owner alone, where it is missing.
func FileIn(dir string) (string, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("make the data folder: %w", err)
	}
	if err := os.Chmod(dir, 0o700); err != nil { //nolint:gosec // a folder needs its execute bit
		return "", fmt.Errorf("close the data folder to others: %w", err)
	}
	return filepath.Join(dir, "eqia.db"), nil
}
