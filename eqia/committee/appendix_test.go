package committee_test

import (
	"slices"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

func TestACoverSaysWhatOfTheReportTheAssessmentCovers(t *testing.T) {
	version := committee.ReportVersion{Recommendations: []committee.Recommendation{{ID: "a", Label: "1"}, {ID: "b", Label: "2"}, {ID: "c", Label: "3(a)"}}}
	for name, tc := range map[string]struct {
		link           committee.Link
		covers, leaves string
	}{
		"all":                   {committee.Link{Covers: committee.CoversAll}, "All of the report", ""},
		"some":                  {committee.Link{Covers: committee.CoversSome, Recommendations: []committee.PointID{"a", "c"}}, "Recommendations 1 and 3(a).", "Recommendation 2"},
		"some, with a note":     {committee.Link{Covers: committee.CoversSome, Recommendations: []committee.PointID{"a"}, Note: "Not the fees"}, "Recommendation 1. Not the fees.", "Recommendations 2 and 3(a)"},
		"only what a note says": {committee.Link{Covers: committee.CoversSome, Note: "the pilot alone"}, "the pilot alone.", "Recommendations 1, 2 and 3(a)"},
	} {
		item := committee.Item{Appearance: &committee.Appearance{Version: version}}
		if a := item.Appendix(tc.link); a.Covers != tc.covers || a.Leaves != tc.leaves {
			t.Errorf("%s: it covers %q and leaves %q", name, a.Covers, a.Leaves)
		}
	}
}

func TestACoverListsTheMeetingsThatHadTheAssessmentBefore(t *testing.T) {
	at := func(body, day string, status committee.Status, links ...committee.Link) committee.Item {
		start, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		return committee.Item{Meeting: committee.Meeting{Committee: committee.Committee{Name: body}, StartsAt: start.Add(10 * time.Hour), Status: status},
			Appearance: &committee.Appearance{Links: links}}
	}
	link := func(a eqia.AssessmentID, number string) committee.Link {
		return committee.Link{Pinned: committee.Pinned{AssessmentID: a, Number: number}}
	}
	ended := link("one", "0.9")
	ended.EndedAt = time.Now()
	now := at("Council", "2026-12-20", committee.Confirmed, link("one", "1.1"))
	now.Appearance.Journey = []committee.Item{at("Overview", "2026-11-01", committee.Held, ended, link("one", "1.0")), at("Cabinet", "2026-11-20", committee.Held, link("one", "1.1")),
		at("Board", "2026-11-25", committee.Cancelled, link("one", "1.1")), at("Panel", "2026-11-26", committee.Held, link("two", "1.0")), now}
	var got []string
	for _, e := range now.Appendix(now.Appearance.Links[0]).Earlier {
		got = append(got, e.Body+" "+e.Number)
	}
	if want := []string{"Overview 1.0", "Cabinet 1.1"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
