package form

import (
	"slices"
	"testing"
)

func TestNamesOnOlderFormsAreUnderstood(t *testing.T) {
	v := dorset(t)
	for name, want := range map[string]string{
		"age":                                 "age",
		"  AGE: ":                             "age",
		"Marriage or civil partnership":       "marriage_and_civil_partnership",
		"Marriage & Civil Partnership":        "marriage_and_civil_partnership",
		"Race and Ethnicity":                  "race",
		"Religion and belief":                 "religion_or_belief",
		"Sex (consider men and women)":        "sex",
		"Gender reassignment":                 "gender_reassignment",
		"Gender identity":                     "gender_identity",
		"Armed Forces communities":            "armed_forces",
		"Armed Forces, Armed Forces veteran":  "armed_forces",
		"People with caring responsibilities": "carers",
		"care leavers":                        "care_experience",
		"Single parents":                      "lone_parent",
		"lone parent family":                  "lone_parent",
		"Rural isolation":                     "rural_isolation",
		"Socio economic deprivation":          "socio_economic",
		"socio_economic":                      "socio_economic",
	} {
		c, ok := v.FindCharacteristic(name)
		if !ok || c.Code != want {
			t.Errorf("%q is %q (%t), not %q", name, c.Code, ok, want)
		}
	}
}

func TestAMergedRowIsBothGroupsAndNeither(t *testing.T) {
	const merged = "Gender Reassignment and Gender Identity"
	for _, version := range load(t, "dorset").Versions {
		if c, ok := version.FindCharacteristic(merged); ok {
			t.Errorf("%s: the merged row was taken for %s alone", version.Code, c.Code)
		}
		got := codesOf(version.Covered(merged), func(c Characteristic) string { return c.Code })
		if !slices.Equal(got, []string{"gender_reassignment", "gender_identity"}) {
			t.Errorf("%s: the merged row covers %v", version.Code, got)
		}
	}
}

func TestAnUnknownNameCoversNothing(t *testing.T) {
	for _, name := range []string{"", " - ", "Height", "Gender"} {
		if c, ok := dorset(t).FindCharacteristic(name); ok {
			t.Errorf("%q was taken for %s", name, c.Code)
		}
		if covered := dorset(t).Covered(name); len(covered) > 0 {
			t.Errorf("%q covers %d groups", name, len(covered))
		}
	}
}
