package form

import (
	"slices"
	"testing"
)

func TestTheShortPathAsksTheRightPagesInOrder(t *testing.T) {
	for _, c := range []struct {
		name   string
		needed string
		want   []string
	}{
		{"nothing answered yet", "", []string{"start", "change", "decision"}},
		{"a full assessment", AssessmentYes, []string{"start", "change", "decision", "evidence", "engagement", "next"}},
		{"a screening record", AssessmentNo, []string{"start", "change", "decision", "screening"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			answered := func(code string) []string {
				if code == QuestionAssessmentNeeded && c.needed != "" {
					return []string{c.needed}
				}
				return nil
			}
			var asked []string
			for _, p := range dorset(t).PagesInOrder() {
				if !p.Aside && p.If.Met(answered) {
					asked = append(asked, p.Code)
				}
			}
			if !slices.Equal(asked, c.want) {
				t.Errorf("the pages are %v, not %v", asked, c.want)
			}
		})
	}
}

func TestPagesOffTheShortPathRequireNothing(t *testing.T) {
	aside := 0
	for p, q := range dorset(t).Questions() {
		if p.Aside {
			aside++
		}
		if p.Aside && q.Required {
			t.Errorf("question %s of page %s is required", q.Code, p.Code)
		}
	}
	if aside != 11 {
		t.Errorf("%d questions are off the short path, not 11", aside)
	}
}

func TestTriggersPointToGroupsOnceInFormOrder(t *testing.T) {
	v := dorset(t)
	for _, c := range []struct {
		name     string
		triggers []string
		want     []string
	}{
		{"nothing ticked", nil, nil},
		{"facts that point nowhere", []string{"key_decision", "saving", TriggerNone}, nil},
		{"an unknown trigger", []string{"flood"}, nil},
		{"a charge", []string{"charging"}, []string{"disability", "socio_economic"}},
		{"two that overlap", []string{"digital_only", "eligibility"}, []string{"age", "disability", "carers", "rural_isolation", "socio_economic"}},
		{"staffing", []string{"staffing"}, []string{"age", "disability", "pregnancy_and_maternity", "sex"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := v.Pointed(c.triggers); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestWhoIsAffectedDecidesTheAudiences(t *testing.T) {
	for affected, want := range map[string][]string{
		"":               {},
		AffectedInternal: {AudienceEmployees},
		AffectedExternal: {AudienceResidents},
		AffectedBoth:     {AudienceResidents, AudienceEmployees},
	} {
		got := codesOf(dorset(t).AudiencesFor(affected), func(c Choice) string { return c.Code })
		if !slices.Equal(got, want) {
			t.Errorf("%q asks about %v, not %v", affected, got, want)
		}
	}
}

func TestThingsAreFoundByTheirCode(t *testing.T) {
	v := dorset(t)
	if q, ok := v.Question(QuestionMonitoring); !ok || q.Kind != Text {
		t.Errorf("monitoring is %v, %t", q.Kind, ok)
	}
	if p, ok := v.Page("next"); !ok || p.Title != "What happens next" {
		t.Errorf("page next is %q, %t", p.Title, ok)
	}
	if c, ok := v.Characteristic("carers"); !ok || c.Kind != Local {
		t.Errorf("carers are %q, %t", c.Kind, ok)
	}
	if a, ok := v.Aim(AimFoster); !ok || a.Code != AimFoster {
		t.Errorf("foster is %q, %t", a.Code, ok)
	}
	_, q := v.Question("nothing")
	_, p := v.Page("nothing")
	_, c := v.Characteristic("nothing")
	_, a := v.Aim("nothing")
	if q || p || c || a {
		t.Error("something was found that is not there")
	}
}

func TestACharacteristicIsAskedAboutBetweenItsDates(t *testing.T) {
	v := Version{Characteristics: []Characteristic{
		{Code: "old", From: "2020-01-01", To: "2024-12-31"}, {Code: "both", From: "2020-01-01"}, {Code: "new", From: "2025-01-01"},
	}}
	for day, want := range map[string][]string{
		"2019-12-31": {}, "2024-12-31": {"old", "both"}, "2025-01-01": {"both", "new"},
	} {
		got := codesOf(v.CharacteristicsInForce(day), func(c Characteristic) string { return c.Code })
		if !slices.Equal(got, want) {
			t.Errorf("on %s: %v, not %v", day, got, want)
		}
	}
}
