package workflow

import "testing"

func TestEveryActorAndStateHasItsOwnLabel(t *testing.T) {
	seen := map[string]bool{}
	for _, a := range everyone {
		if a.Label() == "" || seen[a.Label()] {
			t.Errorf("%s is labelled %q", a, a.Label())
		}
		seen[a.Label()] = true
	}
	for _, s := range States() {
		if s.Label() == "" || seen[s.Label()] {
			t.Errorf("%s is labelled %q", s, s.Label())
		}
		seen[s.Label()] = true
	}
}

func TestOnlyRolesCanBeGiven(t *testing.T) {
	given := map[Actor]bool{Reviewer: true, Lead: true, Clerk: true, MonitoringOfficer: true, Member: true, Administrator: true}
	for _, a := range everyone {
		if a.IsRole() != given[a] {
			t.Errorf("%s can be given: %t", a, a.IsRole())
		}
	}
}

func TestAnAdministratorReadsAndSignsNothing(t *testing.T) {
	for event := range expected {
		for _, s := range States() {
			if _, err := Find(s, event, Standing{Officer, Administrator}, allFacts()); err == nil {
				t.Errorf("an administrator may %s in %s", event, s)
			}
		}
	}
}

func TestAStandingHasAnyOfItsParts(t *testing.T) {
	s := Standing{Officer, Lead}
	if !s.Has(Clerk, Lead) || s.Has(Clerk, Author) || s.Has() {
		t.Errorf("%v has the wrong parts", s)
	}
}
