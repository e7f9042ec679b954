package main

import "fmt"

// tally counts tests by how they ended.
type tally struct {
	passed, failed, skipped int
}

func (t tally) plus(other tally) tally {
	return tally{t.passed + other.passed, t.failed + other.failed, t.skipped + other.skipped}
}

// strict counts every skipped test as failed.
func (t tally) strict() tally {
	return tally{passed: t.passed, failed: t.failed + t.skipped}
}

func (t tally) String() string {
	return fmt.Sprintf("%d passed, %d failed, %d skipped", t.passed, t.failed, t.skipped)
}
