package committee_test

import (
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

// proposed is an assessment whose author named who decides and when.
func proposed(title, maker string, on eqia.Day) committee.Proposed {
	return committee.Proposed{Candidate: committee.Candidate{Reference: title, Title: title}, Maker: maker, On: on}
}

func TestAnAssessmentIsOfferedForAnItemByWordsAndByWhatItsAuthorSaid(t *testing.T) {
	const day, other = eqia.Day("2026-07-23"), eqia.Day("2026-07-30")
	cases := []struct {
		name, item string
		all        []committee.Proposed
		want       string
	}{
		{"one word, this committee and this day", "River walls", []committee.Proposed{proposed("Lower Weir flood walls", "Cabinet", day)}, "Lower Weir flood walls"},
		{"one word, this committee and another day", "River walls", []committee.Proposed{proposed("Flood walls", "the Cabinet", other)}, "Flood walls"},
		{"one word and another committee", "River walls", []committee.Proposed{proposed("Garden walls", "Full Council", day)}, ""},
		{"two words and nobody named", "River walls at Weir", []committee.Proposed{proposed("Walls along the river", "", "")}, "Walls along the river"},
		{"the only word there is", "Libraries: review", []committee.Proposed{proposed("Home library rounds", "", "")}, "Home library rounds"},
		{"words that say nothing", "Annual review of the policy", []committee.Proposed{proposed("Review of the parking policy", "Cabinet", day)}, ""},
		{"no word, this committee and this day", "River walls", []committee.Proposed{proposed("Parking charges", "Cabinet", day)}, ""},
		{"the likeliest first", "Parking charges", []committee.Proposed{proposed("Charges for parking permits", "", ""), proposed("Parking", "Cabinet", day)},
			"Parking, Charges for parking permits"},
		{"four at most", "Parking charges", []committee.Proposed{proposed("Parking charges 1", "", ""), proposed("Parking charges 2", "", ""),
			proposed("Parking charges 3", "", ""), proposed("Parking charges 4", "", ""), proposed("Parking charges 5", "", "")},
			"Parking charges 1, Parking charges 2, Parking charges 3, Parking charges 4"},
	}
	m := committee.Meeting{Committee: committee.Committee{Name: "Cabinet"}, StartsAt: begins}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			var got []string
			for _, l := range m.Offers(committee.Item{Title: tc.item}, tc.all) {
				got = append(got, l.Title)
				if len(l.Why) == 0 {
					t.Errorf("%s is offered without a why", l.Title)
				}
			}
			if s := strings.Join(got, ", "); s != tc.want {
				t.Errorf("offered: %q, want %q", s, tc.want)
			}
		})
	}
}

func TestWhyAnAssessmentIsOfferedIsSaid(t *testing.T) {
	m := committee.Meeting{Committee: committee.Committee{Name: "Cabinet"}, StartsAt: begins}
	for maker, want := range map[string]string{
		"Cabinet":      "Its author named this committee and this day; Its title has the same words: walls",
		"Full Council": "Its title has the same words: river, walls",
	} {
		title := "Flood walls"
		if maker != "Cabinet" {
			title = "Walls by rivers"
		}
		got := m.Offers(committee.Item{Title: "River walls"}, []committee.Proposed{proposed(title, maker, m.Day())})
		if len(got) != 1 || strings.Join(got[0].Why, "; ") != want {
			t.Errorf("%s: %+v, want %q", maker, got, want)
		}
	}
}
