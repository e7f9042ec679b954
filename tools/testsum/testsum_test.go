package main

import (
	"strings"
	"testing"
)

const events = `
{"Action":"output","Package":"p/a","Test":"TestOne","Output":"one.go:1: broken\n"}
{"Action":"fail","Package":"p/a","Test":"TestOne"}
{"Action":"pass","Package":"p/a","Test":"TestTwo"}
{"Action":"output","Package":"p/a","Test":"TestThree","Output":"no database\n"}
{"Action":"skip","Package":"p/a","Test":"TestThree"}
{"Action":"fail","Package":"p/a","Elapsed":1.5}
{"Action":"skip","Package":"p/untested"}
{"Action":"build-output","ImportPath":"p/b","Output":"b.go:2: undefined\n"}
{"Action":"build-fail","ImportPath":"p/b"}
{"Action":"fail","Package":"p/b"}
`

func TestGoTestsAreCountedByHowTheyEnded(t *testing.T) {
	var out strings.Builder
	got, err := readGoTests(strings.NewReader(strings.TrimSpace(events)), &out)
	if err != nil {
		t.Fatal(err)
	}
	if want := (tally{passed: 1, failed: 2, skipped: 1}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	for _, words := range []string{
		"FAILED p/a TestOne\none.go:1: broken\n",
		"SKIPPED p/a TestThree\nno database\n",
		"p/a: 1 passed, 1 failed, 1 skipped in 1.5s\n",
		"b.go:2: undefined\n",
	} {
		if !strings.Contains(out.String(), words) {
			t.Errorf("the report lacks %q:\n%s", words, out.String())
		}
	}
	if strings.Contains(out.String(), "p/untested") {
		t.Error("a package without tests is reported")
	}
}

func TestJourneysAreCountedFromTheEndOfTheirReport(t *testing.T) {
	cases := map[string]struct {
		report string
		want   tally
		fails  bool
	}{
		"a whole run":         {"ok 1 - signs in\n# tests 9\n# pass 3\n# fail 1\n# cancelled 2\n# skipped 1\n# todo 1\n", tally{3, 3, 2}, false},
		"a run that stopped":  {"ok 1 - signs in\n", tally{}, true},
		"words like a result": {"# pass the form on\n# pass 1\n", tally{passed: 1}, false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got, err := readTAP(strings.NewReader(c.report))
			if got != c.want || (err != nil) != c.fails {
				t.Errorf("got %v, %v", got, err)
			}
		})
	}
}

func TestAStrictCountTurnsSkipsIntoFailures(t *testing.T) {
	if got := (tally{4, 1, 2}).strict().String(); got != "4 passed, 3 failed, 0 skipped" {
		t.Errorf("got %q", got)
	}
}
