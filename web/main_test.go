package web_test

import (
	"log/slog"
	"os"
	"testing"
)

// TestMain keeps the log of thousands of requests out of the test's own words.
func TestMain(m *testing.M) {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	os.Exit(m.Run())
}
