package storetest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // registers the "pgx" driver
)

// Variable names the environment variable that hands a running cluster's directory to the tests of every package.
const Variable = "EQIA_TEST_POSTGRES"

// ErrNotInstalled says that no PostgreSQL server programs were found on this machine.
var ErrNotInstalled = errors.New("PostgreSQL is not installed")

const (
	directoryPattern = "eqia-postgres-*"
	superuser        = "eqia"
	startLimit       = 30 * time.Second
	stopLimit        = 20 * time.Second
)

// Cluster is one throwaway PostgreSQL server, reached only through a socket in a directory of its own.
type Cluster struct {
	directory string
	server    *server
}

// Start makes a new cluster and waits until it answers; it returns ErrNotInstalled when there is no PostgreSQL.
func Start() (*Cluster, error) {
	programs, err := findPrograms()
	if err != nil {
		return nil, err
	}
	owner, err := unprivileged()
	if err != nil {
		return nil, err
	}
	directory, err := ownDirectory(owner)
	if err != nil {
		return nil, err
	}
	cluster := &Cluster{directory: directory}
	if err := cluster.boot(programs, owner); err != nil {
		return nil, errors.Join(err, cluster.Stop())
	}
	return cluster, nil
}

// Directory is where the cluster lives, to be handed on in the variable that Variable names.
func (c *Cluster) Directory() string { return c.directory }

// Stop ends the server and removes its directory; it is safe to call more than once.
func (c *Cluster) Stop() error {
	var err error
	if c.server != nil {
		err = c.server.stop()
	}
	return errors.Join(err, os.RemoveAll(c.directory))
}

func (c *Cluster) boot(programs string, owner *owner) error {
	initdb := exec.Command(filepath.Join(programs, "initdb"),
		"--pgdata="+c.data(), "--username="+superuser, "--auth=trust",
		"--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
	owner.lend(initdb, c.directory)
	if output, err := initdb.CombinedOutput(); err != nil {
		return fmt.Errorf("make the test cluster: %w: %s", err, output)
	}
	server, err := startServer(filepath.Join(programs, "postgres"), c, owner)
	if err != nil {
		return err
	}
	c.server = server
	return c.waitUntilReady()
}

func (c *Cluster) waitUntilReady() error {
	deadline := time.Now().Add(startLimit)
	for {
		err := c.assertOurs()
		if err == nil {
			return nil
		}
		if c.server.ended() || time.Now().After(deadline) {
			return fmt.Errorf("start the test cluster: %w: %s", err, c.server.log())
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// assertOurs compares the server's data directory with ours, so that tests never touch anybody's real data.
func (c *Cluster) assertOurs() error {
	var directory string
	err := c.admin(func(ctx context.Context, db *sql.DB) error {
		return db.QueryRowContext(ctx, "SHOW data_directory").Scan(&directory)
	})
	if err != nil {
		return err
	}
	if directory != c.data() {
		return fmt.Errorf("the server keeps its data in %s and not in %s", directory, c.data())
	}
	return nil
}

// admin runs one piece of work on the cluster's maintenance database.
func (c *Cluster) admin(work func(context.Context, *sql.DB) error) error {
	db, err := sql.Open("pgx", c.dsn("postgres"))
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), startLimit)
	defer cancel()
	return errors.Join(work(ctx, db), db.Close())
}

func (c *Cluster) dsn(database string) string {
	query := url.Values{"host": {c.socket()}, "user": {superuser}, "sslmode": {"disable"}}
	return (&url.URL{Scheme: "postgres", Path: "/" + database, RawQuery: query.Encode()}).String()
}

func (c *Cluster) data() string   { return filepath.Join(c.directory, "data") }
func (c *Cluster) socket() string { return c.directory }

// attach joins a cluster that another process of ours started, and refuses any other server.
func attach(directory string) (*Cluster, error) {
	if named, err := filepath.Match(directoryPattern, filepath.Base(directory)); err != nil || !named {
		return nil, fmt.Errorf("%s must hold the directory of a cluster that the tests started, not %q", Variable, directory)
	}
	cluster := &Cluster{directory: directory}
	return cluster, cluster.assertOurs()
}

func findPrograms() (string, error) {
	versions, err := filepath.Glob("/usr/lib/postgresql/*/bin/postgres")
	if err != nil {
		return "", err
	}
	if len(versions) > 0 {
		return filepath.Dir(versions[len(versions)-1]), nil
	}
	path, err := exec.LookPath("initdb")
	if err != nil {
		return "", ErrNotInstalled
	}
	path, err = filepath.EvalSymlinks(path)
	return strings.TrimSuffix(filepath.Dir(path), "/"), err
}
