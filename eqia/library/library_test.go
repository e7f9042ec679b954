package library_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"dorset-eqia/eqia/library"
)

func dorset(t *testing.T) []library.Fact {
	t.Helper()
	facts, err := library.Load(library.Edition("dorset"))
	if err != nil {
		t.Fatal(err)
	}
	return facts
}

func find(t *testing.T, id library.ID) library.Fact {
	t.Helper()
	facts := dorset(t)
	i := slices.IndexFunc(facts, func(f library.Fact) bool { return f.ID == id })
	if i < 0 {
		t.Fatalf("there is no fact %s", id)
	}
	return facts[i]
}

func TestAFactSaysWhoItIsAShareOfAndKeepsWhatWasNotPublishedApartFromNothing(t *testing.T) {
	for id, want := range map[library.ID][2]string{
		"age-65-to-74-residents-all-2021":                {"15.1%", "15.1% of all residents of the Dorset Council area. The published table stops at age 74, so its rows do not add up to everyone."},
		"race-ethnic-group-arab-workforce-2023":          {"Suppressed", "Suppressed: the share of Dorset Council employees is too small to publish. In 2024, 33.9% of employees had not said what their ethnic group is."},
		"race-ethnic-group-arab-workforce-2024":          {"0.0%", "0.0% of Dorset Council employees. In 2024, 33.9% of employees had not said what their ethnic group is."},
		"disability-not-declared-nation-2021":            {"Not published", "Not published for residents of England and Wales in households."},
		"pregnancy-residents-gap":                        {"Not published", "No local figures are published on pregnancy and maternity."},
		"gender-identity-workforce-gap":                  {"Not asked", "The council does not ask its employees about gender identity, so there are no workforce figures."},
		"veterans-residents-number-2021":                 {"45,768", "45,768 (adult residents of the Dorset Council area). Veterans alone. Serving personnel and families are not counted."},
		"gender-pay-gap-mean-2023":                       {"0.24%", "0.24% of the mean hourly pay of men employed by Dorset Council. The difference between the mean hourly pay of men and of women."},
		"sex-prefer-not-to-say-nation-2021":              {"Not published", "Not published for all residents of England and Wales. The Census 2021 question was about sex. Gender identity was asked separately."},
		"undisclosed-religion-workforce-2024":            {"74.9%", "74.9% of Dorset Council employees. The council does not know the religion or belief of these employees."},
		"religion-jewish-workforce-2022":                 {"Suppressed", "Suppressed: the share of Dorset Council employees is too small to publish. In 2024, 74.9% of employees had not said what their religion or belief is."},
		"disability-disclosed-disability-workforce-2024": {"3.5%", "3.5% of Dorset Council employees. In 2024, 42.8% of employees had not said whether they are disabled."},
	} {
		if f := find(t, id); f.Shown() != want[0] || f.Says() != want[1] {
			t.Errorf("%s: shown %q, says %q", id, f.Shown(), f.Says())
		}
	}
}

func TestAFactIsCalledByItsTopicGroupPopulationAndDate(t *testing.T) {
	for id, want := range map[library.ID]string{
		"age-65-to-74-residents-all-2021":           "Age: Aged 65 to 74, all residents, 2021",
		"race-ethnic-group-white-irish-nation-2021": "Ethnic group: White: Irish, England and Wales, 2021",
		"religion-no-religion-workforce-2024":       "Religion or belief: No religion, workforce, 2024",
		"religion-hindu-workforce-2024":             "Religion or belief: Hindu, workforce, 2024",
		"pregnancy-residents-gap":                   "Pregnancy and maternity, residents, 2024",
	} {
		if got := find(t, id).Title(); got != want {
			t.Errorf("%s is called %q", id, got)
		}
	}
}

func TestNoTwoFactsHaveOneName(t *testing.T) {
	seen := map[string]library.ID{}
	for _, f := range dorset(t) {
		if other, there := seen[f.Title()]; there {
			t.Errorf("%s and %s are both called %q", other, f.ID, f.Title())
		}
		seen[f.Title()] = f.ID
	}
}

func TestWhatSaysNothingCanNotBeCited(t *testing.T) {
	for id, want := range map[library.ID]bool{"disability-not-declared-nation-2021": false, "pregnancy-residents-gap": true,
		"gender-identity-workforce-gap": true, "religion-hindu-workforce-2024": true, "age-65-to-74-residents-all-2021": true} {
		if find(t, id).Citable() != want {
			t.Errorf("%s can be cited: %v", id, !want)
		}
	}
}

func TestOnlyTheNewestFigureOfAKindThatHoldsIsCompared(t *testing.T) {
	facts := dorset(t)
	topics := library.Topics(library.About(facts, "age"))
	if len(topics) != 1 || len(topics[0].Rows) != 6 || len(topics[0].Series) != 4 {
		t.Fatalf("the topics on age are %+v", topics)
	}
	if s := topics[0].Series[0]; s.Population != library.Workforce || s.Date != "2024" {
		t.Errorf("the first column is %+v", s)
	}
	for i, f := range facts {
		if f.Characteristic == "age" && f.Population == library.Workforce && f.Date == "2024" {
			facts[i].ReplacedOn = "2026-01-01"
		}
	}
	if s := library.Topics(library.About(facts, "age"))[0].Series[0]; s.Date != "2023" {
		t.Errorf("with the figures of 2024 replaced, the first column is %+v", s)
	}
}

func TestEveryCellOfATableIsItsOwnFact(t *testing.T) {
	facts := library.Newest(dorset(t))
	n := 0
	for _, topic := range library.Topics(facts) {
		for _, row := range topic.Rows {
			for i, f := range row.Cells {
				if f == nil {
					continue
				}
				n++
				if f.Group != row.Group || f.Population != topic.Series[i].Population || f.Base != topic.Series[i].Base {
					t.Errorf("%s stands in row %q of column %+v", f.ID, row.Group, topic.Series[i])
				}
			}
		}
	}
	if n != len(facts) {
		t.Errorf("%d facts, and %d in the tables", len(facts), n)
	}
}

func TestWhatIsNotKnownIsSaid(t *testing.T) {
	topics := library.Topics(library.About(dorset(t), "pregnancy_and_maternity"))
	gaps, _ := topics[0].Notes()
	if len(topics) != 1 || topics[0].Charts() || !slices.Contains(gaps, "No local figures are published on pregnancy and maternity.") {
		t.Errorf("the topics are %+v", topics)
	}
}

func TestASearchFindsFactsWithEveryWord(t *testing.T) {
	found := library.Search(dorset(t), "WORKFORCE hindu 2024")
	if len(found) != 1 || found[0].ID != "religion-hindu-workforce-2024" {
		t.Errorf("it found %v", found)
	}
	if found := library.Search(dorset(t), "hindu unicorn"); len(found) != 0 {
		t.Errorf("it found %v", found)
	}
}

func TestAFactThatIsNotWholeIsRefusedByTheFieldThatIsWrong(t *testing.T) {
	whole := find(t, "age-65-to-74-residents-all-2021")
	if err := whole.Check(); err != nil {
		t.Fatal(err)
	}
	for field, spoil := range map[string]func(*library.Fact){
		"group":      func(f *library.Fact) { f.Group = " " },
		"base":       func(f *library.Fact) { f.Base = "" },
		"date":       func(f *library.Fact) { f.Date = "" },
		"source":     func(f *library.Fact) { f.Source = "" },
		"area":       func(f *library.Fact) { f.Area = strings.Repeat("x", 1001) },
		"population": func(f *library.Fact) { f.Population = "everyone" },
		"measure":    func(f *library.Fact) { f.Measure = "" },
		"unit":       func(f *library.Fact) { f.Unit = "bananas" },
		"link":       func(f *library.Fact) { f.Link = "javascript:alert(1)" },
		"value":      func(f *library.Fact) { f.Value = "<0.0" },
	} {
		f := whole
		spoil(&f)
		var wrong *library.Wrong
		if err := f.Check(); !errors.As(err, &wrong) || wrong.Field != field {
			t.Errorf("with a bad %s it says %v", field, err)
		}
	}
	for name, value := range map[string]string{"more than everyone": "100.01", "three places": "1.234", "none": ""} {
		f := whole
		if f.Value = value; f.Check() == nil {
			t.Errorf("a share of %s (%q) is let through", name, value)
		}
	}
}

func TestATopicSaysWhichGroupDiffersMost(t *testing.T) {
	facts := dorset(t)
	for code, want := range map[string]string{
		"age":                     "Aged 24 and under: 19.2% of residents, 29.1% of England and Wales",
		"disability":              "Disclosed disability: 19.3% of residents, 17.1% of England and Wales",
		"pregnancy_and_maternity": "",
	} {
		if got := library.Topics(library.About(facts, code))[0].Message(); got != want {
			t.Errorf("%s: %q", code, got)
		}
	}
}

func TestAColumnHasAShortNameThatTellsItFromItsNeighbour(t *testing.T) {
	for _, topic := range library.Topics(library.Newest(dorset(t))) {
		seen := map[string]bool{}
		for _, s := range topic.Series {
			if seen[s.Short()] || len(s.Short()) > 24 {
				t.Errorf("%s has two columns called %s, or it is too long", topic.Name, s.Short())
			}
			seen[s.Short()] = true
		}
	}
}

func TestHundredthsAreReadWithoutRounding(t *testing.T) {
	for value, want := range map[string]int{"0.0": 0, "0.24": 24, "15.1": 1510, "100": 10000, "7.05": 705} {
		if got, ok := (library.Fact{Measure: library.Known, Value: value}).Hundredths(); !ok || got != want {
			t.Errorf("%s is %d hundredths", value, got)
		}
	}
	if _, ok := (library.Fact{Measure: library.Suppressed, Value: ""}).Hundredths(); ok {
		t.Error("a suppressed value has hundredths")
	}
}

func TestThereIsNoEditionForACouncilWithoutData(t *testing.T) {
	if library.Edition("other") != "" {
		t.Error("another council has an edition")
	}
	if _, err := library.Load("../library"); err == nil {
		t.Error("a file outside the data is read")
	}
}
