package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// journeyNeeds are the things the browser journeys cannot run without, with how to get each.
var journeyNeeds = []struct {
	name, install string
	present       func() bool
}{
	{"Node.js", "apt-get install nodejs npm", onPath("node")},
	{"Chromium", "apt-get install chromium", onPath("chromium")},
	{"the browser test package", "make web/assets/node_modules", exists("web/assets/node_modules/playwright-core")},
	{"the program to try", "make bin/eqia-race", exists("bin/eqia-race")},
}

func onPath(program string) func() bool {
	return func() bool { _, err := exec.LookPath(program); return err == nil }
}

func exists(path string) func() bool {
	return func() bool { _, err := os.Stat(path); return err == nil }
}

func runJourneys(ctx context.Context, out io.Writer) (tally, error) {
	for _, need := range journeyNeeds {
		if !need.present() {
			fmt.Fprintf(out, "SKIPPED the browser journeys: %s is missing. Get it with: %s\n", need.name, need.install)
			return tally{skipped: 1}, nil
		}
	}
	files, err := filepath.Glob("web/journeys/*.test.mjs")
	if err != nil {
		return tally{}, err
	}
	report, err := os.CreateTemp("", "eqia-journeys-*.tap")
	if err != nil {
		return tally{}, err
	}
	defer os.Remove(report.Name())
	arguments := []string{
		"--test", "--test-concurrency=2", "--test-timeout=300000", "--test-reporter=spec", "--test-reporter-destination=stdout",
		"--test-reporter=tap", "--test-reporter-destination=" + report.Name(),
	}
	node := command(ctx, "node", append(arguments, files...)...)
	node.Stdout = out
	ended := node.Run()
	sum, err := readTAP(report)
	if ended != nil && sum.failed == 0 {
		err = errors.Join(err, fmt.Errorf("browser journeys: %w", ended))
	}
	return sum, errors.Join(err, report.Close())
}

// readTAP takes the counts from the lines that end a report of Node's test runner.
func readTAP(report io.Reader) (tally, error) {
	var sum tally
	ended := false
	scanner := bufio.NewScanner(report)
	scanner.Buffer(nil, 16<<20)
	for scanner.Scan() {
		var word string
		var count int
		if !strings.HasPrefix(scanner.Text(), "# ") {
			continue
		}
		if n, _ := fmt.Sscanf(scanner.Text(), "# %s %d", &word, &count); n != 2 {
			continue
		}
		switch word {
		case "pass":
			sum.passed, ended = count, true
		case "fail", "cancelled":
			sum.failed += count
		case "skipped", "todo":
			sum.skipped += count
		}
	}
	if !ended {
		return sum, errors.New("the browser journeys ended without counting themselves")
	}
	return sum, scanner.Err()
}
