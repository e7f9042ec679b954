package storetest

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
)

func TestMain(m *testing.M) { Main(m) }

var migrations atomic.Int32

func migrateOneTable(dsn string) error {
	migrations.Add(1)
	return run(dsn, "CREATE TABLE note (words text NOT NULL)", "INSERT INTO note VALUES ('from the template')")
}

func run(dsn string, statements ...string) error {
	db, err := sql.Open("pgx", dsn)
	if err != nil {
		return err
	}
	for _, statement := range statements {
		if _, err := db.Exec(statement); err != nil {
			return errors.Join(err, db.Close())
		}
	}
	return db.Close()
}

func countNotes(t *testing.T, dsn string) int {
	t.Helper()
	db, err := sql.Open("pgx", dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var count int
	if err := db.QueryRow("SELECT count(*) FROM note").Scan(&count); err != nil {
		t.Fatal(err)
	}
	return count
}

func TestEachTestHasADatabaseOfItsOwnFromOneTemplate(t *testing.T) {
	first := Postgres(t, migrateOneTable)
	if err := run(first, "INSERT INTO note VALUES ('only in the first')"); err != nil {
		t.Fatal(err)
	}
	second := Postgres(t, migrateOneTable)
	if got := countNotes(t, first); got != 2 {
		t.Errorf("the first database holds %d notes, want 2", got)
	}
	if got := countNotes(t, second); got != 1 {
		t.Errorf("the second database holds %d notes, want 1", got)
	}
	if got := migrations.Load(); got != 1 {
		t.Errorf("the template was migrated %d times, want once", got)
	}
}

func TestADatabaseIsDroppedAfterItsTest(t *testing.T) {
	var dsn string
	t.Run("the test", func(t *testing.T) { dsn = Postgres(t, migrateOneTable) })
	if t.Skipped() || dsn == "" {
		return
	}
	if err := run(dsn, "SELECT 1"); err == nil || !strings.Contains(err.Error(), "does not exist") {
		t.Errorf("connecting after the test gave %v, want an error that the database does not exist", err)
	}
}

func TestTheClusterIsOursAndListensOnNoPort(t *testing.T) {
	db, err := sql.Open("pgx", Postgres(t, migrateOneTable))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var directory, addresses string
	if err := db.QueryRow("SELECT current_setting('data_directory'), current_setting('listen_addresses')").Scan(&directory, &addresses); err != nil {
		t.Fatal(err)
	}
	if directory != shared.cluster.data() || addresses != "" {
		t.Errorf("data directory %q, addresses %q", directory, addresses)
	}
}

func TestAStoppedClusterLeavesNothingBehind(t *testing.T) {
	cluster, err := Start()
	if errors.Is(err, ErrNotInstalled) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(cluster.Stop(), cluster.Stop()); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(cluster.Directory()); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the directory is still there: %v", err)
	}
	if !cluster.server.ended() {
		t.Error("the server still runs")
	}
}

func TestAnAddressThatIsNotATestClusterIsRefused(t *testing.T) {
	for name, directory := range map[string]string{
		"a real server's socket directory": "/var/run/postgresql",
		"an address":                       "postgres://db.example/eqia",
		"a name like ours with no server":  filepath.Join(t.TempDir(), "eqia-postgres-1"),
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := attach(directory); err == nil {
				t.Errorf("%s was accepted", directory)
			}
		})
	}
}

func TestAFailedMigrationFailsWithItsOwnWords(t *testing.T) {
	Postgres(t, migrateOneTable) // skips without PostgreSQL
	broken := func(string) error { return errors.New("column missing") }
	if _, _, err := shared.template(broken); err == nil || !strings.Contains(err.Error(), "column missing") {
		t.Errorf("got %v, want the migration's error", err)
	}
}
