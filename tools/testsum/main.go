// Command testsum runs the Go tests and the browser journeys against one throwaway PostgreSQL cluster, and ends
// with one line that counts them. With CI=true a skipped test counts as a failed one.
package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"

	"dorset-eqia/eqia/store/storetest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	tally, err := run(ctx, os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "testsum:", err)
		tally.failed++
	}
	if os.Getenv("CI") == "true" {
		tally = tally.strict()
	}
	fmt.Println(tally)
	if tally.failed > 0 {
		os.Exit(1)
	}
}

// run does every part even when an earlier one failed, so that one run tells everything.
func run(ctx context.Context, out io.Writer) (tally, error) {
	scratch, err := scratch()
	if err != nil {
		return tally{}, err
	}
	defer os.RemoveAll(scratch)
	cluster, err := storetest.Start()
	switch {
	case errors.Is(err, storetest.ErrNotInstalled):
		fmt.Fprintln(out, "PostgreSQL is not installed, so the tests that need it are skipped. Install it with: apt-get install postgresql")
	case err != nil:
		return tally{}, err
	default:
		if err := os.Setenv(storetest.Variable, cluster.Directory()); err != nil {
			return tally{}, errors.Join(err, cluster.Stop())
		}
	}
	sum, err := runGoTests(ctx, out)
	journeys, journeysErr := runJourneys(ctx, out)
	err = errors.Join(err, journeysErr)
	if cluster != nil {
		err = errors.Join(err, cluster.Stop())
	}
	return sum.plus(journeys), err
}

// scratch makes a directory for what the tests write, which is where they wait for the disk most. What the compiler writes is larger and
// stays where it was.
func scratch() (string, error) {
	built := cmp.Or(os.Getenv("GOTMPDIR"), os.TempDir())
	directory, err := os.MkdirTemp(storetest.Place(), "eqia-tests-*")
	return directory, errors.Join(err, os.Setenv("GOTMPDIR", built), os.Setenv("TMPDIR", directory))
}

// command asks a program to stop when the run is interrupted and kills it ten seconds later.
func command(ctx context.Context, name string, arguments ...string) *exec.Cmd {
	command := exec.CommandContext(ctx, name, arguments...)
	command.Cancel = func() error { return command.Process.Signal(os.Interrupt) }
	command.WaitDelay = 10 * time.Second
	command.Stderr = os.Stderr
	return command
}
