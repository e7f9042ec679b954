package eqia_test

import (
	"testing"
	"time"

	"dorset-eqia/eqia"
)

func TestTheAgeOfWhatWasCopiedIsSaidInWords(t *testing.T) {
	const today eqia.Day = "2026-03-31"
	for written, want := range map[string]string{
		"2026-03-30": "less than a month ago", "2026-03-01": "less than a month ago", "2026-02-28": "1 month ago", "2025-03-31": "12 months ago",
		"2025-04-01": "11 months ago", "2025-01-15": "14 months ago", "2024-04-01": "23 months ago", "2024-03-31": "2 years ago",
		"2024-02-29": "2 years ago", "2021-12-31": "4 years ago", "2026-04-02": "less than a month ago",
	} {
		at, err := time.Parse(time.DateOnly, written)
		if err != nil {
			t.Fatal(err)
		}
		if got := (eqia.Copied{WrittenAt: at}).Age(today); got != want {
			t.Errorf("written on %s it is said to be %q, want %q", written, got, want)
		}
	}
}
