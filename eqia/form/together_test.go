package form

import (
	"slices"
	"testing"
)

func TestGroupsCanBeLookedAtTogether(t *testing.T) {
	v := dorset(t)
	all := []string{AimEliminate, AimAdvance, AimFoster}
	for _, c := range []struct {
		name        string
		codes       []string
		code, label string
		aims        []string
	}{
		{"two in another order", []string{"disability", "age"}, "age+disability", "Age and disability", all},
		{"three", []string{"age", "sex", "rural_isolation"}, "age+sex+rural_isolation", "Age, sex and rural isolation", all},
		{"with marriage", []string{"marriage_and_civil_partnership", "sex"}, "marriage_and_civil_partnership+sex", "Marriage and civil partnership and sex",
			[]string{AimEliminate}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := v.Combine(c.codes)
			if !ok || got.Code != c.code || got.Label != c.label || !slices.Equal(got.Aims, c.aims) || got.Kind != Combined || got.Definition == "" {
				t.Errorf("got %+v, %t", got, ok)
			}
			if found, ok := v.Group(c.code); !ok || found.Label != c.label {
				t.Errorf("%s is not found by its code", c.code)
			}
		})
	}
}

func TestWhatIsNotSeveralGroupsIsRefused(t *testing.T) {
	v := dorset(t)
	for name, codes := range map[string][]string{
		"none": nil, "one": {"age"}, "one twice": {"age", "age"}, "an unknown one": {"age", "height"},
		"too many": {"age", "disability", "race", "sex", "carers", "lone_parent"},
	} {
		if got, ok := v.Combine(codes); ok {
			t.Errorf("%s: %+v", name, got)
		}
	}
	for _, code := range []string{"", "+", "age+", "disability+age", "age+age", "height", "age+height"} {
		if _, ok := v.Group(code); ok {
			t.Errorf("%q is a group", code)
		}
	}
	if c, ok := v.Group("age"); !ok || c.Kind != Statutory {
		t.Errorf("age is %+v, %t", c, ok)
	}
}

func TestCombiningLeavesTheFormAsItWas(t *testing.T) {
	v := dorset(t)
	v.Combine([]string{"marriage_and_civil_partnership", "age"})
	if age, _ := v.Characteristic("age"); len(age.Aims) != 3 {
		t.Errorf("age can touch %v now", age.Aims)
	}
}
