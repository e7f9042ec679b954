package form

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"testing"
)

// section149Digest is the SHA-256 of the words of the Act, so that no edit of the constant goes unseen.
const section149Digest = "6b62f3bfdc55b222bd338720bba50f82bf9163c8b7a809183e18191828db0ca5"

func TestSection149IsWordForWord(t *testing.T) {
	sum := sha256.Sum256([]byte(Section149))
	if got := hex.EncodeToString(sum[:]); got != section149Digest {
		t.Errorf("the words have changed: digest %s", got)
	}
}

func TestTheAimsAreTheWordsOfSection149(t *testing.T) {
	for _, code := range Profiles() {
		for _, v := range load(t, code).Versions {
			if len(v.Aims) != 3 {
				t.Fatalf("%s %s has %d aims", code, v.Code, len(v.Aims))
			}
			for _, a := range v.Aims {
				if !strings.Contains(Section149, a.Label) {
					t.Errorf("%s %s: %q is not in section 149(1)", code, v.Code, a.Label)
				}
			}
		}
	}
}

func TestTheLawDecidesWhichAimsAGroupTouches(t *testing.T) {
	for _, code := range Profiles() {
		for _, v := range load(t, code).Versions {
			for _, c := range v.Characteristics {
				if want := c.Code != MarriageAndCivilPartnership; slices.Contains(c.Aims, AimAdvance) != want || slices.Contains(c.Aims, AimFoster) != want {
					t.Errorf("%s: %s touches %v", code, c.Code, c.Aims)
				}
				if says := strings.Contains(c.Source, "council's choice, not section 149"); says != (c.Kind == Local) {
					t.Errorf("%s: %s (%s) gives its source as %q", code, c.Code, c.Kind, c.Source)
				}
			}
		}
	}
}
