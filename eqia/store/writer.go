package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"sync"
)

// writer is the one connection that writes, as gorm sees it. Its statements are prepared once and kept for as long as the connection
// lives: through a pool, database/sql prepares a statement anew in each transaction, which cost a save a third of its time.
type writer struct {
	pool *sql.DB
	mu   sync.Mutex // the tests read through this connection beside the queue
	conn *sql.Conn
	kept map[string]*sql.Stmt
}

// transaction does its work between a begin and a commit on the connection. A connection that broke is replaced for the next.
func (w *writer) transaction(ctx context.Context, do func() error) error {
	conn, err := w.open(ctx)
	if err != nil {
		return err
	}
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return w.drop(err)
	}
	if err := do(); err != nil {
		return errors.Join(err, w.drop(tx.Rollback()))
	}
	return w.drop(tx.Commit())
}

func (w *writer) open(ctx context.Context) (*sql.Conn, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.conn != nil {
		return w.conn, nil
	}
	conn, err := w.pool.Conn(ctx)
	w.conn, w.kept = conn, map[string]*sql.Stmt{}
	return conn, err
}

// drop lets a connection go that is of no more use, with its statements, and passes the error on.
func (w *writer) drop(err error) error {
	if errors.Is(err, driver.ErrBadConn) || errors.Is(err, sql.ErrConnDone) {
		err = errors.Join(err, w.Close())
	}
	return err
}

// Close gives the connection back to its pool.
func (w *writer) Close() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.conn == nil {
		return nil
	}
	var errs []error
	for _, s := range w.kept {
		errs = append(errs, s.Close())
	}
	errs = append(errs, w.conn.Close())
	w.conn, w.kept = nil, nil
	return errors.Join(errs...)
}

// PrepareContext is a statement of this connection, prepared the first time it is asked for.
func (w *writer) PrepareContext(ctx context.Context, query string) (*sql.Stmt, error) {
	conn, err := w.open(ctx)
	if err != nil {
		return nil, err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if s, ok := w.kept[query]; ok {
		return s, nil
	}
	s, err := conn.PrepareContext(ctx, query) //nolint:sqlclosecheck // kept until the connection is let go
	if err == nil {
		w.kept[query] = s
	}
	return s, err
}

// ExecContext runs a statement that answers with no rows.
func (w *writer) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	s, err := w.PrepareContext(ctx, query) //nolint:sqlclosecheck // kept until the connection is let go
	if err != nil {
		return nil, err
	}
	return s.ExecContext(ctx, args...)
}

// QueryContext runs a statement that answers with rows.
func (w *writer) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := w.PrepareContext(ctx, query) //nolint:sqlclosecheck // kept until the connection is let go
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

// QueryRowContext runs a statement that answers with one row.
func (w *writer) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	s, err := w.PrepareContext(ctx, query) //nolint:sqlclosecheck // kept until the connection is let go
	if err != nil {
		return w.pool.QueryRowContext(ctx, query, args...) // brings the error with it
	}
	return s.QueryRowContext(ctx, args...)
}
