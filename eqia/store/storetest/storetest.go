// Package storetest gives each test a fresh, migrated PostgreSQL database in a throwaway cluster.
package storetest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"reflect"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
)

// sharedCluster is what the tests of one package's process use together: one cluster and its migrated templates.
type sharedCluster struct {
	mutex     sync.Mutex
	inMain    bool
	cluster   *Cluster
	failure   error
	mine      bool
	templates map[uintptr]string
}

var (
	shared = sharedCluster{templates: map[uintptr]string{}}
	serial atomic.Int64
)

// Main runs a package's tests and then removes the cluster they started; call it from TestMain.
func Main(m *testing.M) {
	shared.inMain = true
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-interrupted
		shared.stop()
		os.Exit(130)
	}()
	code := m.Run()
	if err := shared.stop(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

// Postgres returns the postgres:// address of a database of the test's own, a copy of one that migrate made once
// for each migrate function; it is dropped after the test. Without PostgreSQL the test is skipped, or fails when CI=true.
func Postgres(tb testing.TB, migrate func(dsn string) error) string {
	tb.Helper()
	cluster, template, err := shared.template(migrate)
	if errors.Is(err, ErrNotInstalled) && os.Getenv("CI") != "true" {
		tb.Skip(err)
	}
	if err != nil {
		tb.Fatal(err)
	}
	name := newName("test")
	if err := cluster.execute("CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY file_copy"); err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := cluster.execute("DROP DATABASE " + name + " WITH (FORCE)"); err != nil {
			tb.Error(err)
		}
	})
	return cluster.dsn(name)
}

// template returns the cluster and the name of the migrated database that copies are made from.
func (s *sharedCluster) template(migrate func(string) error) (*Cluster, string, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if err := s.start(); err != nil {
		return nil, "", err
	}
	key := reflect.ValueOf(migrate).Pointer()
	if name, made := s.templates[key]; made {
		return s.cluster, name, nil
	}
	name := newName("template")
	if err := s.cluster.makeTemplate(name, migrate); err != nil {
		return nil, "", err
	}
	s.templates[key] = name
	return s.cluster, name, nil
}

func (s *sharedCluster) start() error {
	if s.cluster != nil || s.failure != nil {
		return s.failure
	}
	if directory := os.Getenv(Variable); directory != "" {
		s.cluster, s.failure = attach(directory)
		return s.failure
	}
	if !s.inMain {
		return errors.New("call storetest.Main from TestMain, so that the cluster is removed after the tests")
	}
	s.cluster, s.failure = Start()
	s.mine = s.failure == nil
	return s.failure
}

func (s *sharedCluster) stop() error {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if !s.mine {
		return nil
	}
	return s.cluster.Stop()
}

func (c *Cluster) makeTemplate(name string, migrate func(string) error) error {
	if err := c.execute("CREATE DATABASE " + name); err != nil {
		return err
	}
	if err := migrate(c.dsn(name)); err != nil {
		return fmt.Errorf("migrate the test template: %w", err)
	}
	// A database with an open connection cannot be copied, and a pool may close its own a moment late.
	return c.execute(
		"ALTER DATABASE "+name+" WITH ALLOW_CONNECTIONS false",
		"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"+name+"'",
	)
}

func (c *Cluster) execute(statements ...string) error {
	return c.admin(func(ctx context.Context, db *sql.DB) error {
		for _, statement := range statements {
			if _, err := db.ExecContext(ctx, statement); err != nil {
				return fmt.Errorf("%s: %w", strings.SplitN(statement, ";", 2)[0], err)
			}
		}
		return nil
	})
}

// newName is unique among the processes that share a cluster.
func newName(kind string) string {
	return fmt.Sprintf("%s_%d_%d", kind, os.Getpid(), serial.Add(1))
}
