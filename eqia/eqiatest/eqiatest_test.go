package eqiatest

import (
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/check"
	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

func everyForm(t *testing.T, test func(*testing.T, form.Profile, form.Version)) {
	t.Helper()
	for _, code := range form.Profiles() {
		council, err := form.Load(code)
		if err != nil {
			t.Fatal(err)
		}
		for _, fv := range council.Versions {
			t.Run(code+" "+fv.Code, func(t *testing.T) { test(t, council, fv) })
		}
	}
}

func caseOf(council form.Profile, fv form.Version, content eqia.Content) eqia.Case {
	return eqia.Case{Version: eqia.Version{Header: eqia.Header{StartedAt: NewClock().Now()}, Content: content}, Form: fv, Council: council}
}

func TestAFullAssessmentLeavesNothingOutOnAnyForm(t *testing.T) {
	everyForm(t, func(t *testing.T, council form.Profile, fv form.Version) {
		c := caseOf(council, fv, Full(council.Code, fv))
		if missing := c.Missing(); len(missing) > 0 {
			t.Errorf("it leaves out %v", missing)
		}
		for _, step := range c.Journey() {
			if got := c.ProgressOf(step); got != eqia.Complete && !step.Aside {
				t.Errorf("%s is %s", step.Title, got.Label())
			}
		}
	})
}

func TestAScreeningLeavesNothingOutOnAnyForm(t *testing.T) {
	everyForm(t, func(t *testing.T, council form.Profile, fv form.Version) {
		c := caseOf(council, fv, Screening(council.Code, fv))
		if !c.Screens() {
			t.Error("it is not a screening record")
		}
		if missing := c.Missing(); len(missing) > 0 {
			t.Errorf("it leaves out %v", missing)
		}
	})
}

// warned fails for each finding that stops the sending or asks for a reason.
func warned(t *testing.T, found []eqia.Finding) {
	t.Helper()
	for _, f := range found {
		if f.Severity == eqia.Stop || f.Severity == eqia.Warn {
			t.Errorf("%s at %q: %s", f.Rule, f.Where, f.Message)
		}
	}
}

func TestAReadyMadeAssessmentIsSoundByEveryRuleOfSending(t *testing.T) {
	everyForm(t, func(t *testing.T, council form.Profile, fv form.Version) {
		for _, content := range []eqia.Content{Full(council.Code, fv), Screening(council.Code, fv)} {
			c := caseOf(council, fv, content)
			c.Today = "2026-11-02"
			warned(t, check.Judge(c, eqia.AtSubmit))
		}
	})
}

func TestAReadyMadeAssessmentCanBeWrittenAndSigned(t *testing.T) {
	s := New(t)
	reference, err := s.Start(t.Context(), Author(), eqia.StartCommand{Answers: FirstPage()})
	if err != nil {
		t.Fatal(err)
	}
	fv, _ := s.Profiles[Profile].Latest("2026-11-02")
	full := Full(Profile, fv)
	if err := Write(t.Context(), s, Author(), reference, full); err != nil {
		t.Fatal(err)
	}
	if err := Sign(t.Context(), s, reference, Author(), Lead()); err != nil {
		t.Fatal(err)
	}
	c, err := s.Open(t.Context(), Lead(), reference)
	if err != nil {
		t.Fatal(err)
	}
	if c.State != workflow.SignedOff {
		t.Errorf("it is %s", c.State.Label())
	}
	want, _ := full.Canonical()
	if got, _ := c.Content.Canonical(); string(got) != string(want) {
		t.Errorf("the record holds\n%s\nwant\n%s", got, want)
	}
}

func TestEachPersonHasAnIdentifierOfTheirOwn(t *testing.T) {
	seen := map[eqia.PersonID]bool{}
	for _, p := range People() {
		if _, err := eqia.ParseID[eqia.PersonID](string(p.ID)); err != nil || seen[p.ID] {
			t.Errorf("%s has the identifier %q", p.Name, p.ID)
		}
		seen[p.ID] = true
	}
}
