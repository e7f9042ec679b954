package committee

import (
	"strings"
	"testing"
	"time"

	"dorset-eqia/workflow"
)

func TestWhatBecameOfAReportIsCheckedBeforeItIsRecorded(t *testing.T) {
	linked := Item{Appearance: &Appearance{Links: []Link{{Relation: Appended}}}}
	bare := Item{Appearance: &Appearance{}}
	good := DecideCommand{Decision: Decision{Outcome: Agreed, Considered: Discussed}}
	for _, c := range []struct {
		name, field string
		item        Item
		early       bool
		change      func(*DecideCommand)
	}{
		{"agreed and discussed", "", linked, false, func(*DecideCommand) {}},
		{"no outcome", "outcome", linked, false, func(c *DecideCommand) { c.Outcome = "" }},
		{"agreed before the meeting", "outcome", linked, true, func(*DecideCommand) {}},
		{"put off before the meeting", "", linked, true, func(c *DecideCommand) { c.Outcome, c.Considered = Deferred, "" }},
		{"withdrawn before the meeting", "", linked, true, func(c *DecideCommand) { c.Outcome, c.Considered = TakenAway, "" }},
		{"agreed and nothing said of the assessment", "considered", linked, false, func(c *DecideCommand) { c.Considered = "" }},
		{"agreed with no assessment to speak of", "", bare, false, func(c *DecideCommand) { c.Considered = "" }},
		{"changed, and nobody says how", "amendments", linked, false, func(c *DecideCommand) { c.Outcome = AgreedAmended }},
		{"changed by a recommendation", "", linked, false, func(c *DecideCommand) { c.Outcome, c.Added, c.Origin = AgreedAmended, "7 Wait", ByMotion }},
		{"a recommendation from nowhere", "origin", linked, false, func(c *DecideCommand) { c.Added = "7 Wait" }},
		{"a recommendation of the officers", "origin", linked, false, func(c *DecideCommand) { c.Added, c.Origin = "7 Wait", ByOfficer }},
		{"words in brackets left", "minute", linked, false, func(c *DecideCommand) { c.Minute = "Members discussed [say what]." }},
		{"more recommendations than a report holds", "added", linked, false, func(c *DecideCommand) { c.Added, c.Origin = strings.Repeat("Wait\n", 101), ByMotion }},
	} {
		t.Run(c.name, func(t *testing.T) {
			cmd := good
			c.change(&cmd)
			wantField(t, cmd.validate(c.item, !c.early), c.field)
		})
	}
}

func TestTheSuggestedWordsSayWhatWasBeforeMembersAndNothingElse(t *testing.T) {
	link := func(reference, appendix string) Link {
		return Link{Appendix: appendix, Pinned: Pinned{Reference: reference, Number: "1.0"}}
	}
	cabinet := Meeting{Committee: Committee{Name: "Cabinet", Kind: Cabinet}}
	for _, c := range []struct {
		name string
		item Item
		want string
	}{
		{"one", Item{Meeting: cabinet, Appearance: &Appearance{Links: []Link{link("EQIA-2026-0001", "Appendix 3")}}},
			"The Cabinet had before it Equality Impact Assessment EQIA-2026-0001 version 1.0 (Appendix 3). Members discussed [say what]. [Say what will be done, by whom and by when.]"},
		{"two", Item{Meeting: cabinet, Appearance: &Appearance{Links: []Link{link("EQIA-2026-0001", ""), link("EQIA-2026-0002", "")}}},
			"Equality Impact Assessment EQIA-2026-0001 version 1.0 and Equality Impact Assessment EQIA-2026-0002 version 1.0."},
		{"one that was withdrawn", Item{Meeting: cabinet, Appearance: &Appearance{Links: []Link{{EndedAt: time.Now()}}}}, "There was no equality impact assessment with this report."},
		{"a reason", Item{Meeting: cabinet, Appearance: &Appearance{Reasons: []Reason{{Public: "It is to note."}}}}, "The reason given was: It is to note."},
		{"an urgent item", Item{Meeting: cabinet, UrgentReason: "The road is closed.", Appearance: &Appearance{}}, "The Chairman agreed that this item was urgent. The reason was: The road is closed."},
		{"one who decides alone", Item{Meeting: Meeting{Committee: Committee{Name: "Head of Roads", Kind: Officer}}, Appearance: &Appearance{Links: []Link{link("EQIA-2026-0001", "")}}},
			"The decision-maker had before them"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.item.Clause(); !strings.Contains(got, c.want) {
				t.Errorf("it suggests %q", got)
			}
		})
	}
}

func TestWhatChangedSinceThePapersIsSaidItemByItem(t *testing.T) {
	recorded := time.Date(2026, 7, 1, 9, 0, 0, 0, time.UTC)
	link := Link{ID: "l", Pinned: Pinned{Reference: "EQIA-2026-0001", Number: "1.0", State: workflow.SignedOff}}
	reason := Reason{ID: "r", Code: ToNote}
	was := Item{ID: "i", Number: "3", Title: "Parking", Access: Open,
		Appearance: &Appearance{Report: Report{Reference: "R-2026-0001"}, Version: ReportVersion{No: 1}, Links: []Link{link}, Reasons: []Reason{reason}}}
	for _, c := range []struct {
		name, says string
		now        func(*Item, *Appearance)
	}{
		{"nothing", "", func(*Item, *Appearance) {}},
		{"the title", "was “3 Parking” in the papers", func(i *Item, _ *Appearance) { i.Title = "Car parks" }},
		{"who may read it", "Now it is: exempt", func(i *Item, _ *Appearance) { i.Access = FullyExempt }},
		{"the report taken off", "is taken off the item", func(i *Item, _ *Appearance) { i.Appearance = nil }},
		{"the report's version", "another version of it", func(_ *Item, a *Appearance) { a.Version.No = 2 }},
		{"the link ended", "The link to it was changed or withdrawn", func(_ *Item, a *Appearance) { a.Links[0].EndedAt = recorded.Add(time.Hour) }},
		{"another link", "version 1.0 was linked after", func(_ *Item, a *Appearance) { a.Links = append(a.Links, Link{ID: "m", Pinned: link.Pinned}) }},
		{"a newer version", "The papers have version 1.0", func(_ *Item, a *Appearance) {
			a.Links[0].Pinned.NewerNumber, a.Links[0].Pinned.NewerSignedAt = "1.1", recorded.Add(time.Hour)
		}},
		{"a newer version that was there before", "", func(_ *Item, a *Appearance) {
			a.Links[0].Pinned.NewerNumber, a.Links[0].Pinned.NewerSignedAt = "1.1", recorded.Add(-time.Hour)
		}},
		{"the version withdrawn", "was withdrawn on 1 July 2026", func(_ *Item, a *Appearance) {
			a.Links[0].Pinned.State, a.Links[0].Pinned.WithdrawnAt = workflow.Withdrawn, recorded.Add(time.Hour)
		}},
		{"the reason withdrawn", "was in the papers and is withdrawn", func(_ *Item, a *Appearance) { a.Reasons[0].EndedAt = recorded.Add(time.Hour) }},
		{"another reason", "was given after the papers", func(_ *Item, a *Appearance) { a.Reasons = append(a.Reasons, Reason{ID: "s", Code: ToNote}) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := papersOf(t, was, recorded)
			now, a := was, *was.Appearance
			a.Links, a.Reasons, now.Appearance = []Link{link}, []Reason{reason}, &a
			c.now(&now, &a)
			p.Meeting.Items = []Item{now}
			list, err := p.Differences()
			if err != nil {
				t.Fatal(err)
			}
			var said []string
			for _, d := range list {
				said = append(said, d.Says)
			}
			if (c.says == "") != (len(said) == 0) || !strings.Contains(strings.Join(said, " "), c.says) {
				t.Errorf("it says %q", said)
			}
		})
	}
}

// papersOf is a meeting of one item whose papers were recorded at a time.
func papersOf(t *testing.T, i Item, recorded time.Time) Papers {
	t.Helper()
	e := Edition{Kind: MainEdition, RecordedAt: recorded}
	if err := e.seal(Meeting{Items: []Item{i}}); err != nil {
		t.Fatal(err)
	}
	return Papers{Newest: e}
}
