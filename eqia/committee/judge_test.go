package committee_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/workflow"
)

var begins = time.Date(2026, time.July, 23, 9, 0, 0, 0, time.UTC)

// good is a report item with two recommendations and one link about which there is nothing to say.
func good() committee.Item {
	cleared := func(role committee.ClearanceRole) committee.Clearance {
		return committee.Clearance{Role: role, State: committee.Cleared}
	}
	return committee.Item{Kind: committee.ReportItem, Access: committee.Open, Title: "Parking charges",
		Meeting: committee.Meeting{StartsAt: begins, AgendaOn: "2026-07-15", Committee: committee.Committee{Name: "Cabinet", Kind: committee.Cabinet}},
		Appearance: &committee.Appearance{
			Report: committee.Report{Title: "Parking charges", Purpose: "For decision", CabinetMembers: []string{"Cabinet Member for Highways"}},
			Version: committee.ReportVersion{ID: "V", EqualityText: "An equality impact assessment has been completed. It is attached as Appendix 1.",
				Recommendations: []committee.Recommendation{{ID: "A", Label: "1", Text: "Agree the charges"}, {ID: "B", Label: "2", Text: "Agree the date"}}},
			Links:      []committee.Link{link("1")},
			Clearances: []committee.Clearance{cleared("legal_mo"), cleared("s151"), cleared("portfolio")},
		}}
}

func link(no string) committee.Link {
	return committee.Link{ID: committee.LinkID(no), Relation: committee.Appended, Covers: committee.CoversAll, Appendix: "Appendix " + no,
		Pinned: committee.Pinned{AssessmentID: eqia.AssessmentID(no), Reference: "EQIA-2026-000" + no, Number: "1.0", State: workflow.SignedOff,
			SignedAt: begins.AddDate(0, -1, 0)}}
}

// rulesOf is the numbers of the rules that found something, in order, each once.
func rulesOf(found []committee.Finding) string {
	var out []string
	for _, f := range found {
		if !slices.Contains(out, f.Rule) {
			out = append(out, f.Rule)
		}
	}
	return strings.Join(out, " ")
}

func TestAnItemIsJudgedByWhatIsWithIt(t *testing.T) {
	agreed := committee.Reason{Code: committee.CoveredBy, AgreedAt: begins}
	cases := []struct {
		name  string
		alter func(i *committee.Item, a *committee.Appearance)
		want  committee.Readiness
		rules string
	}{
		{"a signed assessment in order", func(*committee.Item, *committee.Appearance) {}, committee.NothingOutstanding, ""},
		{"a procedural item", func(i *committee.Item, a *committee.Appearance) { i.Kind, a.Links = committee.Procedural, nil }, committee.NothingOutstanding, ""},
		{"no report yet", func(i *committee.Item, _ *committee.Appearance) { i.Appearance = nil }, committee.NotStarted, "EQ-01"},
		{"nothing linked", func(_ *committee.Item, a *committee.Appearance) { a.Links = nil }, committee.NotStarted, "EQ-01"},
		{"only a withdrawn link", func(_ *committee.Item, a *committee.Appearance) { a.Links[0].EndedAt = begins }, committee.NotStarted, "EQ-01"},
		{"an agreed reason", func(_ *committee.Item, a *committee.Appearance) { a.Links, a.Reasons = nil, []committee.Reason{agreed} }, committee.NothingOutstanding, ""},
		{"a reason that waits", func(_ *committee.Item, a *committee.Appearance) {
			a.Links, a.Reasons = nil, []committee.Reason{{Code: committee.CoveredBy}}
		}, committee.Blocked, "EQ-01"},
		{"a reason that ended", func(_ *committee.Item, a *committee.Appearance) {
			a.Links, a.Reasons = nil, []committee.Reason{{Code: committee.CoveredBy, AgreedAt: begins, EndedAt: begins}}
		}, committee.NotStarted, "EQ-01"},
		{"expected and not signed", func(_ *committee.Item, a *committee.Appearance) {
			a.Links, a.Expected = nil, []committee.Expected{{AssessmentID: "9", Reference: "EQIA-2026-0009", State: workflow.InReview}}
		}, committee.Blocked, "EQ-02"},
		{"expected and linked", func(_ *committee.Item, a *committee.Appearance) {
			a.Expected = []committee.Expected{{AssessmentID: "1", Reference: "EQIA-2026-0001", State: workflow.SignedOff, SignedNumber: "1.0"}}
		}, committee.NothingOutstanding, ""},
		{"replaced before the meeting", func(_ *committee.Item, a *committee.Appearance) {
			p := &a.Links[0].Pinned
			p.State, p.NewerNumber, p.NewerSignedAt = workflow.Superseded, "2.0", begins.AddDate(0, 0, -2)
		}, committee.Blocked, "EQ-03"},
		{"replaced after the meeting", func(_ *committee.Item, a *committee.Appearance) {
			p := &a.Links[0].Pinned
			p.State, p.NewerNumber, p.NewerSignedAt = workflow.Superseded, "2.0", begins.AddDate(0, 0, 2)
		}, committee.NothingOutstanding, ""},
		{"withdrawn before the meeting", func(_ *committee.Item, a *committee.Appearance) {
			a.Links[0].Pinned.State, a.Links[0].Pinned.WithdrawnAt = workflow.Withdrawn, begins.AddDate(0, 0, -2)
		}, committee.Blocked, "EQ-03"},
		{"withdrawn after the meeting", func(_ *committee.Item, a *committee.Appearance) {
			a.Links[0].Pinned.State, a.Links[0].Pinned.WithdrawnAt = workflow.Withdrawn, begins.AddDate(0, 0, 2)
		}, committee.NothingOutstanding, ""},
		{"a reason that relies on a withdrawn version", func(_ *committee.Item, a *committee.Appearance) {
			r := agreed
			r.RelyOn.State = workflow.Withdrawn
			a.Reasons = []committee.Reason{r}
		}, committee.Blocked, "EQ-03"},
		{"one recommendation not covered", func(_ *committee.Item, a *committee.Appearance) {
			a.Links[0].Covers, a.Links[0].Recommendations = committee.CoversSome, []committee.PointID{"A"}
		}, committee.Blocked, "EQ-05"},
		{"the other covered by a reason", func(_ *committee.Item, a *committee.Appearance) {
			r := agreed
			r.Recommendations = []committee.PointID{"B"}
			a.Links[0].Covers, a.Links[0].Recommendations, a.Reasons = committee.CoversSome, []committee.PointID{"A"}, []committee.Reason{r}
		}, committee.NothingOutstanding, ""},
		{"an option not covered", func(_ *committee.Item, a *committee.Appearance) {
			a.Version.Options = []committee.Option{{ID: "C", Label: "A"}}
			a.Links[0].Covers, a.Links[0].Recommendations = committee.CoversSome, []committee.PointID{"A", "B"}
		}, committee.Blocked, "EQ-05"},
		{"some covered and none typed", func(_ *committee.Item, a *committee.Appearance) {
			a.Version.Recommendations, a.Links[0].Covers = nil, committee.CoversSome
		}, committee.NothingOutstanding, ""},
		{"restricted on an open item", func(_ *committee.Item, a *committee.Appearance) { a.Links[0].Pinned.Restricted = true }, committee.Blocked, "EQ-06"},
		{"restricted on an exempt item", func(i *committee.Item, a *committee.Appearance) {
			i.Access, a.Links[0].Pinned.Restricted = committee.FullyExempt, true
		}, committee.NothingOutstanding, ""},
		{"signed by a contributor", func(_ *committee.Item, a *committee.Appearance) { a.Links[0].Pinned.SignerContributed = true }, committee.Blocked, "EQ-07"},
		{"signed by a contributor who was allowed to", func(_ *committee.Item, a *committee.Appearance) {
			a.Links[0].Pinned.SignerContributed, a.Links[0].Pinned.SignerAllowed = true, true
		}, committee.NothingOutstanding, ""},
		{"signed elsewhere by a contributor", func(_ *committee.Item, a *committee.Appearance) {
			a.Links[0].Pinned.SignerContributed, a.Links[0].Pinned.Legacy = true, true
		}, committee.Warnings, "EQ-07"},
		{"signed after the agenda was published", func(_ *committee.Item, a *committee.Appearance) {
			a.Links[0].Pinned.SignedAt = begins.AddDate(0, 0, -3)
		}, committee.Warnings, "EQ-08"},
		{"signed on the day the agenda was published, after the lock", func(_ *committee.Item, a *committee.Appearance) {
			a.Links[0].Pinned.SignedAt = time.Date(2026, time.July, 15, 22, 30, 0, 0, time.UTC)
		}, committee.Warnings, "EQ-08"},
		{"signed after the meeting, with no agenda date known", func(i *committee.Item, a *committee.Appearance) {
			i.Meeting.AgendaOn, a.Links[0].Pinned.SignedAt = "", begins.Add(time.Hour)
		}, committee.Warnings, "EQ-08"},
		{"review due the day before", func(_ *committee.Item, a *committee.Appearance) { a.Links[0].Pinned.ReviewDue = "2026-07-22" }, committee.Warnings, "EQ-10"},
		{"review due on the day", func(_ *committee.Item, a *committee.Appearance) { a.Links[0].Pinned.ReviewDue = "2026-07-23" }, committee.NothingOutstanding, ""},
		{"appended without a label", func(_ *committee.Item, a *committee.Appearance) { a.Links[0].Appendix = "" }, committee.Warnings, "EQ-13"},
		{"directed to, so without a label", func(_ *committee.Item, a *committee.Appearance) {
			a.Version.EqualityText = "Members are asked to read the equality impact assessment."
			a.Links[0].Appendix, a.Links[0].Relation = "", committee.ExpresslyReferred
		}, committee.NothingOutstanding, ""},
		{"two with one label", func(_ *committee.Item, a *committee.Appearance) {
			second := link("2")
			second.Appendix = "appendix 1"
			a.Links = append(a.Links, second)
		}, committee.Warnings, "EQ-13"},
		{"a group without a finding", func(_ *committee.Item, a *committee.Appearance) {
			a.Links[0].Pinned.Unrated = []string{"Care experience"}
		}, committee.Warnings, "EQ-15"},
		{"a block and a warning", func(_ *committee.Item, a *committee.Appearance) {
			a.Links[0].Pinned.Unrated, a.Links[0].Pinned.Restricted = []string{"Care experience"}, true
		}, committee.Blocked, "EQ-06 EQ-15"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			item := good()
			c.alter(&item, item.Appearance)
			got, found := committee.Judge(item, committee.Sight{Today: "2026-07-01", Deadlines: usual})
			if got != c.want || rulesOf(found) != c.rules {
				t.Errorf("got %s by %q, want %s by %q", got, rulesOf(found), c.want, c.rules)
			}
			for _, f := range found {
				if f.Message == "" || f.Why == "" || f.Basis == "" || f.Gate != eqia.AtCommittee {
					t.Errorf("a finding says too little: %+v", f)
				}
			}
		})
	}
}

func TestAFindingNeverNamesTheTitleOfARestrictedAssessment(t *testing.T) {
	item := good()
	item.Appearance.Links[0].Pinned.Restricted = true
	item.Appearance.Links[0].Pinned.Title = "Canary of a title"
	item.Appearance.Expected = []committee.Expected{{AssessmentID: "9", Reference: "EQIA-2026-0009", Title: "Canary of a title", Restricted: true}}
	_, found := committee.Judge(item, committee.Sight{Today: "2026-07-01", Deadlines: usual})
	if len(found) != 2 {
		t.Fatalf("got %d findings, want 2", len(found))
	}
	for _, f := range found {
		if strings.Contains(f.Message, "Canary") {
			t.Errorf("%s names it: %s", f.Rule, f.Message)
		}
	}
}

func TestAMeetingCountsOnlyTheItemsThatAskForSomething(t *testing.T) {
	settled, open := good(), good()
	settled.Readiness, open.Readiness = committee.NothingOutstanding, committee.NotStarted
	m := committee.Meeting{Items: []committee.Item{settled, open, {Kind: committee.Procedural}, {Kind: committee.Minutes}}}
	tally := m.Tally()
	if tally[committee.NothingOutstanding] != 1 || tally[committee.NotStarted] != 1 || len(tally) != 2 {
		t.Errorf("got %v", tally)
	}
}

func TestEveryClosedListHasWords(t *testing.T) {
	words := map[string]string{}
	for _, k := range committee.Kinds() {
		words["kind "+string(k)] = k.Label()
	}
	for _, r := range committee.Regimes() {
		words["regime "+string(r)] = r.Label()
	}
	for _, s := range committee.Statuses() {
		words["status "+string(s)] = s.Label()
	}
	for _, k := range committee.ItemKinds() {
		words["item "+string(k)] = k.Label()
	}
	for _, a := range committee.Accesses() {
		words["access "+string(a)] = a.Label()
	}
	for _, r := range committee.Relations() {
		words["relation "+string(r)] = r.Label()
	}
	for _, c := range committee.Coverages() {
		words["coverage "+string(c)] = c.Label()
	}
	for _, r := range committee.Readinesses() {
		words["readiness "+string(r)] = r.Label()
	}
	for _, c := range committee.Codes() {
		words["code "+string(c)], words["hint "+string(c)] = c.Label(), c.Hint()
		if !c.Agrees().IsRole() {
			t.Errorf("nobody can agree a reason of code %s", c)
		}
	}
	for name, label := range words {
		if label == "" {
			t.Errorf("%s has no words", name)
		}
	}
}
