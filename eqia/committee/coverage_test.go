package committee

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
)

// revised is the second version of a report, an hour after the first, as the service makes it of what each says.
func revised(t *testing.T, first, second ReportText) ReportVersion {
	t.Helper()
	n, now := 0, time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	s := &Service{Now: func() time.Time { return now }, NewID: func() string { n++; return strings.Repeat("x", n) }}
	one, err := s.version(eqia.Person{}, "r", 1, first)
	if err != nil {
		t.Fatal(err)
	}
	now = now.Add(time.Hour)
	two, err := s.version(eqia.Person{}, "r", 2, second)
	if err != nil {
		t.Fatal(err)
	}
	two.inherit([]ReportVersion{one})
	return two
}

func TestWhatKeepsItsWordsStaysCoveredInTheNextVersion(t *testing.T) {
	const first = "1. Approve the charges\n2. Review them in a year"
	linked := time.Date(2027, 3, 1, 9, 30, 0, 0, time.UTC)
	whole := Link{Covers: CoversAll, At: linked}
	second := Link{Covers: CoversSome, Recommendations: []PointID{"xxx"}, At: linked} // the service gives the version x, then its points
	for _, c := range []struct {
		name, next string
		link       Link
		covered    string
		newer      string
	}{
		{"the same words", first, whole, "1 2", ""},
		{"the same words under other numbers", "1. Review them in a year\n2. Approve the charges", second, "1", ""},
		{"small and capital letters and spaces", "1. Approve  the Charges\n2. Review them in a year", whole, "1 2", ""},
		{"one is changed", "1. Approve the charges and the fines\n2. Review them in a year", whole, "2", "recommendation 1"},
		{"the one that was linked is changed", "1. Approve the charges\n2. Review them in ten years", second, "", ""},
		{"one is added", first + "\n3. Sell the car park", whole, "1 2", "recommendation 3"},
		{"one twice", first + "\n3. Approve the charges", whole, "1 2", "recommendation 3"},
		{"one is gone", "2. Review them in a year", whole, "2", ""},
		{"nothing is left", "", whole, "", ""},
		{"a link made since", "1. Sell the car park", Link{Covers: CoversAll, At: linked.Add(time.Hour)}, "1", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := revised(t, ReportText{Recommendations: first}, ReportText{Recommendations: c.next})
			ids, all := v.Covers(c.link)
			if got := strings.Join(v.labels(ids), " "); got != c.covered {
				t.Errorf("covered are %q, want %q", got, c.covered)
			}
			if got := strings.Join(v.Newer(c.link), ", "); got != c.newer {
				t.Errorf("newer are %q, want %q", got, c.newer)
			}
			if want := c.link.Covers == CoversAll && c.newer == ""; all != want {
				t.Errorf("it covers all: %t", all)
			}
		})
	}
}

func TestAnOptionIsNotARecommendationWithTheSameWords(t *testing.T) {
	v := revised(t, ReportText{Recommendations: "1. Do nothing"}, ReportText{Recommendations: "1. Go on", Options: "A Do nothing"})
	if newer := v.Newer(Link{Covers: CoversAll, At: v.At.Add(-time.Minute)}); !slices.Equal(newer, []string{"recommendation 1", "option 1"}) {
		t.Errorf("newer are %q", newer)
	}
}

func TestTheClerkIsAskedAboutWhatWasWrittenAfterALink(t *testing.T) {
	v := revised(t, ReportText{Recommendations: "1. Approve the charges"}, ReportText{Recommendations: "1. Approve the charges\n2. Sell the car park"})
	a := Appearance{Version: v, Links: []Link{{Covers: CoversAll, At: v.At.Add(-time.Minute)}}}
	found := notCovered(matter{Item: Item{Appearance: &a}, Appearance: a})
	if len(found) != 1 || !strings.HasPrefix(found[0], "Recommendation 2 was added or changed after the assessment was linked") {
		t.Errorf("found is %q", found)
	}
	if n, all := a.Covered(); n != 1 || all != 2 {
		t.Errorf("%d of %d are covered", n, all)
	}
}
