package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
)

// event is one line of what go test -json prints.
type event struct {
	Action, Package, ImportPath, Test, Output string
	Elapsed                                   float64
}

// goReport turns the events of a run into counts and the lines worth reading.
type goReport struct {
	out    io.Writer
	total  tally
	counts map[string]tally
	output map[string][]string
}

func runGoTests(ctx context.Context, out io.Writer) (tally, error) {
	command := command(ctx, "go", "test", "-race", "-json", "./...")
	lines, err := command.StdoutPipe()
	if err != nil {
		return tally{}, err
	}
	if err := command.Start(); err != nil {
		return tally{}, err
	}
	sum, err := readGoTests(lines, out)
	var exit *exec.ExitError
	if ended := command.Wait(); errors.As(ended, &exit) && sum.failed == 0 {
		err = errors.Join(err, fmt.Errorf("go test: %w", ended))
	} else if ended != nil && exit == nil {
		err = errors.Join(err, ended)
	}
	return sum, err
}

func readGoTests(lines io.Reader, out io.Writer) (tally, error) {
	report := goReport{out: out, counts: map[string]tally{}, output: map[string][]string{}}
	scanner := bufio.NewScanner(lines)
	scanner.Buffer(nil, 16<<20)
	for scanner.Scan() {
		var e event
		if err := json.Unmarshal(scanner.Bytes(), &e); err != nil {
			fmt.Fprintln(out, scanner.Text())
			continue
		}
		report.add(e)
	}
	return report.total, scanner.Err()
}

func (r *goReport) add(e event) {
	key := e.Package + e.ImportPath + " " + e.Test
	switch e.Action {
	case "output", "build-output":
		r.output[key] = append(r.output[key], e.Output)
	case "build-fail":
		fmt.Fprint(r.out, strings.Join(r.output[key], ""))
	case "pass", "fail", "skip":
		if e.Test == "" {
			r.endPackage(e, key)
		} else {
			r.endTest(e, key)
		}
		delete(r.output, key)
	}
}

func (r *goReport) endTest(e event, key string) {
	var one tally
	switch e.Action {
	case "pass":
		one.passed = 1
	case "fail":
		one.failed = 1
		fmt.Fprintf(r.out, "FAILED %s\n%s", key, strings.Join(r.output[key], ""))
	case "skip":
		one.skipped = 1
		fmt.Fprintf(r.out, "SKIPPED %s\n%s", key, strings.Join(r.output[key], ""))
	}
	r.counts[e.Package] = r.counts[e.Package].plus(one)
	r.total = r.total.plus(one)
}

// endPackage also counts a package that failed outside its tests, such as one that does not compile.
func (r *goReport) endPackage(e event, key string) {
	count := r.counts[e.Package]
	if e.Action == "fail" && count.failed == 0 {
		count.failed++
		r.total.failed++
		fmt.Fprintf(r.out, "FAILED %s\n%s", e.Package, strings.Join(r.output[key], ""))
	}
	if count != (tally{}) {
		fmt.Fprintf(r.out, "%s: %s in %.1fs\n", e.Package, count, e.Elapsed)
	}
}
