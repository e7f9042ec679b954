package committee_test

import (
	"testing"

	"dorset-eqia/eqia/committee"
)

func TestAPastedAgendaBecomesItemsWithTheirNumbersTakenOff(t *testing.T) {
	items := committee.ParseAgenda("1.  Apologies\r\n2. Minutes of the meeting held on 4 June 2026\n\n7a\tHousing allocations policy\n(b) Library opening hours\nItem 9: Budget\n10 A new library\n2026 Census of rough sleepers\n")
	want := []struct {
		number, title string
		kind          committee.ItemKind
	}{
		{"1", "Apologies", committee.Procedural},
		{"2", "Minutes of the meeting held on 4 June 2026", committee.Minutes},
		{"7a", "Housing allocations policy", committee.ReportItem},
		{"b", "Library opening hours", committee.ReportItem},
		{"9", "Budget", committee.ReportItem},
		{"10", "A new library", committee.ReportItem},
		{"", "2026 Census of rough sleepers", committee.ReportItem},
	}
	if len(items) != len(want) {
		t.Fatalf("got %d items, want %d: %+v", len(items), len(want), items)
	}
	for i, w := range want {
		got := items[i]
		if got.Number != w.number || got.Title != w.title || got.Kind != w.kind || got.Order != i+1 || got.Access != committee.Open {
			t.Errorf("line %d: got %q %q %s at %d", i+1, got.Number, got.Title, got.Kind, got.Order)
		}
	}
}

func TestOnlyKnownProceduralTitlesAskForNoAssessment(t *testing.T) {
	for title, want := range map[string]committee.ItemKind{
		"Apologies":                             committee.Procedural,
		"Apologies for absence":                 committee.Procedural,
		"Minutes":                               committee.Minutes,
		"Declarations of Interest":              committee.Procedural,
		"Declarations of disclosable interests": committee.Procedural,
		"Public Participation":                  committee.Procedural,
		"Questions from Councillors":            committee.Procedural,
		"Urgent items":                          committee.Procedural,
		"Exempt Business":                       committee.ExemptMotion,
		"Forward Plan":                          committee.Procedural,
		"Cabinet Forward Plan":                  committee.Procedural,
		"The Committee's Work Programme":        committee.Procedural,
		"Committee work programme and Cabinet forward plan": committee.Procedural,
		"Highways work programme":                           committee.ReportItem,
		"Public participation strategy 2026 to 2030":        committee.ReportItem,
		"Minutes silence policy":                            committee.ReportItem,
		"Questionnaire on bus routes":                       committee.ReportItem,
		"Urgent and emergency care plan":                    committee.ReportItem,
		"Forward plan for adult social care":                committee.ReportItem,
	} {
		if got := committee.KindOf(title); got != want {
			t.Errorf("%q is taken for %s, want %s", title, got, want)
		}
	}
}
