package check

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

func TestAWholeRecordIsNotQuestioned(t *testing.T) {
	for name, c := range map[string]eqia.Case{"an assessment": full(t), "a screening record": screened(t)} {
		for _, gate := range bothGates {
			if got := Judge(c, gate); len(got) > 0 {
				t.Errorf("%s at %s: %+v", name, gate, got)
			}
		}
	}
}

func TestEveryBlockingRuleIsThere(t *testing.T) {
	want := map[string][]eqia.Gate{"T10": bothGates, "D1": bothGates, "Q1": bothGates, "A1": bothGates, "A2": bothGates, "A7": bothGates, "A8": bothGates,
		"A21": bothGates, "E1": bothGates, "F4": bothGates, "F7": bothGates, "D2": {eqia.AtSignOff}, "D4": {eqia.AtSignOff}}
	for _, r := range All() {
		gates, ok := want[r.ID]
		if r.Severity == eqia.Stop && (!ok || !slices.Equal(r.Gates, gates)) {
			t.Errorf("%s blocks at %v, want %v", r.ID, r.Gates, gates)
		}
		if r.Severity == eqia.Stop {
			delete(want, r.ID)
		}
	}
	if len(want) > 0 {
		t.Errorf("these do not block, or are missing: %v", want)
	}
}

func TestEveryRuleExplainsItself(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range All() {
		if seen[r.ID] {
			t.Errorf("%s is there twice", r.ID)
		}
		seen[r.ID] = true
		for what, words := range map[string]string{"title": r.Title, "why": r.Why, "weak example": r.Weak, "better example": r.Better} {
			if strings.TrimSpace(words) == "" {
				t.Errorf("%s has no %s", r.ID, what)
			}
		}
		if r.Severity == eqia.Stop && r.MayPass == "" {
			t.Errorf("%s blocks and names nobody who may pass it", r.ID)
		}
		want := eqia.Finding{Rule: r.ID, Title: r.Title, Severity: r.Severity, Gate: eqia.AtSubmit, Basis: r.Basis, Why: r.Why, Weak: r.Weak, Better: r.Better,
			MayPass: r.MayPass, Ruleset: Version}
		if got := r.finding(Remark{}, eqia.AtSubmit); got != want {
			t.Errorf("%s is not said as it is written: %+v", r.ID, got)
		}
	}
}

// worst is a record that most rules question at once.
func worst(t *testing.T) eqia.Case {
	c := full(t)
	c.Facts, c.State = nil, workflow.SignedOff
	for _, code := range []string{"decision_maker", "aims", "no_engagement"} {
		delete(c.Content.Answers, code)
	}
	c.Content.Answers["summary"] = text("There are no negative impacts.")
	c.Content.Evidence, c.Content.Actions = nil, nil
	blockOf(&c, "age").Mitigation = ""
	blockOf(&c, "disability").How = ""
	drop(&c, "race")
	return c
}

var (
	mustWord  = regexp.MustCompile(`(?i)\bmust\b`)
	aVerdict  = regexp.MustCompile(`(?i)\bcompliant\b|\bcompliance\b|\bfail`)
	aSentence = regexp.MustCompile(`^(?:[A-Z][^:.]*: )?(?:Enter|Select|Add|Say|Make|Ask|Take|Use|You helped) .*[.]$`)
)

// fitToBeReadOut makes sure that a finding says what to do in a sentence, gives no verdict, and is somewhere that a page can link to.
func fitToBeReadOut(t *testing.T, f eqia.Finding) {
	t.Helper()
	if f.Basis != eqia.Law && mustWord.MatchString(f.Message+f.Why) {
		t.Errorf("%s says must, and is %s: %s %s", f.Rule, f.Basis, f.Message, f.Why)
	}
	if aVerdict.MatchString(f.Message + f.Why) {
		t.Errorf("%s gives a verdict: %s", f.Rule, f.Message)
	}
	if !aSentence.MatchString(strings.ReplaceAll(f.Message, "\n", " ")) {
		t.Errorf("%s does not say what to do in a sentence: %q", f.Rule, f.Message)
	}
	if _, err := eqia.ParsePartKey(f.Where.String()); err != nil {
		t.Errorf("%s is somewhere a page can't link to: %q", f.Rule, f.Where)
	}
}

func TestEveryRuleHasItsTable(t *testing.T) {
	files, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	tables := ""
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		tables += string(raw)
	}
	for _, r := range All() {
		if !strings.Contains(tables, "judged(t, \""+r.ID+"\"") {
			t.Errorf("%s has no table of examples", r.ID)
		}
	}
}

func TestADraftIsNotAskedForWhatIsNotWrittenYet(t *testing.T) {
	c := caseOn(t, "2026-1")
	c.Placed = false
	if got := Judge(c, eqia.AtDraft); len(got) > 0 {
		t.Errorf("an untouched draft is questioned: %+v", got)
	}
	c.Content.Answers["review_date"] = eqia.Answer{Day: "2031-01-01"}
	if got := places(c, eqia.AtDraft, "F5"); len(got) != 1 {
		t.Errorf("what is written is not questioned while it is a draft: %q", got)
	}
}

func TestEachFindingIsThereOnceAtTheFirstOfItsGates(t *testing.T) {
	c := worst(t)
	c.Content.Answers["decision_date"] = eqia.Answer{Day: "2026-10-05"}
	gates, seen := map[string]eqia.Gate{}, map[string]bool{}
	for _, f := range Whole(c) {
		key := f.Rule + f.Where.String() + f.Message
		if seen[key] {
			t.Errorf("%s is there twice", key)
		}
		seen[key], gates[f.Rule] = true, f.Gate
	}
	for rule, want := range map[string]eqia.Gate{"T2": eqia.AtDraft, "A1": eqia.AtSubmit, "T1": eqia.AtSubmit, "D2": eqia.AtSignOff} {
		if gates[rule] != want {
			t.Errorf("%s is at %q, want %q", rule, gates[rule], want)
		}
	}
}

func TestTheWorstComesFirst(t *testing.T) {
	c := older(t)
	delete(c.Content.Answers, "aims")
	got := Judge(c, eqia.AtSubmit)
	if len(got) < 2 || got[0].Severity != eqia.Stop || got[len(got)-1].Severity != eqia.Inform {
		t.Errorf("got %+v", got)
	}
}

func TestAnUnknownGateAsksNothing(t *testing.T) {
	if got := Judge(worst(t), eqia.Afterwards); len(got) > 0 {
		t.Errorf("got %+v", got)
	}
}

func TestAScreeningRecordIsAskedOnlyItsOwnRules(t *testing.T) {
	c := worst(t)
	c.Content.Answers["assessment_needed"] = choice("no")
	asked := map[string]bool{}
	for _, gate := range bothGates {
		for _, f := range Judge(c, gate) {
			asked[f.Rule] = true
		}
	}
	for rule := range asked {
		if !slices.Contains([]string{"Q1", "D1", "T9", "T10", "D2", "D4"}, rule) {
			t.Errorf("%s was asked", rule)
		}
	}
	if len(asked) != 6 {
		t.Errorf("asked %v", asked)
	}
}
