package storetest

import (
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"testing"
)

// migratedFiles are what SQLite's copies are made from: for each migrate function, what its file held.
var migratedFiles = struct {
	sync.Mutex
	held map[uintptr][]byte
}{held: map[uintptr][]byte{}}

// SQLite returns the path of a database of the test's own, a copy of one that migrate made once for each migrate function; it goes after the
// test.
func SQLite(tb testing.TB, migrate func(path string) error) string {
	tb.Helper()
	held, err := migratedFile(migrate)
	if err != nil {
		tb.Fatal(err)
	}
	path := filepath.Join(tb.TempDir(), "eqia.db")
	if err := os.WriteFile(path, held, 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}

func migratedFile(migrate func(path string) error) ([]byte, error) {
	migratedFiles.Lock()
	defer migratedFiles.Unlock()
	key := reflect.ValueOf(migrate).Pointer()
	if held, made := migratedFiles.held[key]; made {
		return held, nil
	}
	directory, err := os.MkdirTemp("", "eqia-sqlite-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(directory)
	path := filepath.Join(directory, "eqia.db")
	if err := migrate(path); err != nil {
		return nil, err
	}
	held, err := os.ReadFile(path)
	if err == nil {
		migratedFiles.held[key] = held
	}
	return held, err
}
