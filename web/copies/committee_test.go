package copies_test

import (
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/web/copies"
)

func TestAnOpenAppendixLeavesOutWhatThePublicDoesNotRead(t *testing.T) {
	whole := eqia.Publication{Reference: "EQIA-2026-0001", Major: 1, Standing: eqia.TakenAway}
	without := eqia.Publication{Reference: "EQIA-2026-0001", Major: 1, Minor: 1, CopyOf: "1.0", Standing: eqia.InForce}
	gone := without
	gone.Standing = eqia.TakenAway
	for name, tc := range map[string]struct {
		versions []eqia.Publication
		linked   string
		want     string
	}{
		"words are left out":               {[]eqia.Publication{without, whole}, "1.0", "1.1"},
		"nothing is left out":              {[]eqia.Publication{{Reference: "EQIA-2026-0001", Major: 1, Standing: eqia.InForce}}, "1.0", ""},
		"it is not published":              {nil, "1.0", ""},
		"another version is meant":         {[]eqia.Publication{without, whole}, "2.0", ""},
		"the one without is withdrawn":     {[]eqia.Publication{gone, whole}, "1.0", "1.1"},
		"the one without is linked itself": {[]eqia.Publication{without, whole}, "1.1", ""},
	} {
		p, found := copies.Instead(tc.versions, tc.linked)
		if found != (tc.want != "") || found && p.Number() != tc.want {
			t.Errorf("%s: %v, version %s", name, found, p.Number())
		}
	}
}
