package committee_test

import (
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/workflow"
)

func TestAPassSpeaksOfAFindingAsItWas(t *testing.T) {
	item := good()
	item.Appearance.Links[0].Pinned.SignerContributed = true
	sight := committee.Sight{Today: "2026-07-01", Deadlines: usual}
	state, found := committee.Judge(item, sight)
	if state != committee.Blocked || len(found) != 1 {
		t.Fatalf("%s, %+v", state, found)
	}
	pass := committee.Override{Rule: "EQ-07", Mark: found[0].Mark(), Public: "No other officer could sign in time.", Role: workflow.MonitoringOfficer}
	told := pass
	told.ConfirmBy = "2026-07-01"
	lapsed := pass
	lapsed.ConfirmBy = "2026-06-30"
	confirmed := lapsed
	confirmed.ConfirmedAt = begins
	ended := pass
	ended.EndedAt = begins
	other := pass
	other.Mark = "of another finding"
	for name, c := range map[string]struct {
		pass committee.Override
		want committee.Readiness
	}{
		"the monitoring officer's": {pass, committee.NothingOutstanding}, "told, on its last day": {told, committee.NothingOutstanding},
		"told, the day after": {lapsed, committee.Blocked}, "told and confirmed": {confirmed, committee.NothingOutstanding},
		"ended": {ended, committee.Blocked}, "for another finding": {other, committee.Blocked},
	} {
		item.Appearance.Overrides = []committee.Override{c.pass}
		got, found := committee.Judge(item, sight)
		if got != c.want || (found[0].Override == nil) != (c.want == committee.Blocked) {
			t.Errorf("%s: %s, %+v", name, got, found)
		}
	}
}

func TestEachFindingNamesWhoMayLetItPass(t *testing.T) {
	finding := func(severity eqia.Severity, may workflow.Actor) committee.Finding {
		return committee.Finding{Finding: eqia.Finding{Rule: "X", Severity: severity, MayPass: may}}
	}
	passed := finding(eqia.Stop, workflow.MonitoringOfficer)
	passed.Override = &committee.Override{}
	for name, c := range map[string]struct {
		finding committee.Finding
		by      eqia.Person
		role    workflow.Actor
		told    bool
	}{
		"a block by the monitoring officer":      {finding(eqia.Stop, workflow.MonitoringOfficer), eqiatest.MonitoringOfficer(), workflow.MonitoringOfficer, false},
		"a block by the clerk, who was told":     {finding(eqia.Stop, workflow.MonitoringOfficer), eqiatest.Clerk(), workflow.MonitoringOfficer, true},
		"a block by the equality lead":           {finding(eqia.Stop, workflow.MonitoringOfficer), eqiatest.Lead(), "", false},
		"a warning by the clerk":                 {finding(eqia.Warn, workflow.Clerk), eqiatest.Clerk(), workflow.Clerk, false},
		"a warning by the monitoring officer":    {finding(eqia.Warn, workflow.Clerk), eqiatest.MonitoringOfficer(), workflow.MonitoringOfficer, false},
		"a block that nobody may pass":           {finding(eqia.Stop, ""), eqiatest.MonitoringOfficer(), "", false},
		"one that only informs":                  {finding(eqia.Inform, workflow.Clerk), eqiatest.Clerk(), "", false},
		"one that was passed already":            {passed, eqiatest.MonitoringOfficer(), "", false},
		"a warning by an author":                 {finding(eqia.Warn, workflow.Clerk), eqiatest.Author(), "", false},
		"a softened block, still the officer's":  {finding(eqia.Warn, workflow.MonitoringOfficer), eqiatest.Clerk(), workflow.MonitoringOfficer, true},
		"nothing, as when a page has no finding": {committee.Finding{}, eqiatest.MonitoringOfficer(), "", false},
	} {
		if role, told := c.finding.PassedBy(c.by); role != c.role || told != c.told {
			t.Errorf("%s: as %q, told %v", name, role, told)
		}
	}
}

func TestTheRuleBookSaysWhoMayLetARulePass(t *testing.T) {
	item := good()
	pinned(func(p *committee.Pinned) { p.SignerContributed = true })(&item, item.Appearance)
	passer := func(book committee.RuleBook) workflow.Actor {
		item.Meeting.Book = book
		_, found := committee.Judge(item, committee.Sight{Today: "2026-07-01", Deadlines: usual})
		return found[0].MayPass
	}
	if got := passer(committee.RuleBook{}); got != workflow.MonitoringOfficer {
		t.Errorf("as it comes: %s", got)
	}
	if got := passer(committee.RuleBook{Passers: map[string]workflow.Actor{"EQ-07": workflow.Lead}}); got != workflow.Lead {
		t.Errorf("as the council has it: %s", got)
	}
	if got := (committee.RuleBook{Passers: map[string]workflow.Actor{"AG-02": workflow.Clerk}}).PassedBy(committee.Rule{ID: "AG-02"}); got != "" {
		t.Errorf("a rule that nobody may let pass can be passed by %s", got)
	}
}

func TestTheRuleBookSoftensAndNeverHardens(t *testing.T) {
	blocked := func(book committee.RuleBook, alter func(i *committee.Item, a *committee.Appearance)) (committee.Readiness, string) {
		item := good()
		alter(&item, item.Appearance)
		item.Meeting.Book = book
		state, found := committee.Judge(item, committee.Sight{Today: "2026-07-01", Deadlines: usual})
		return state, rulesOf(found)
	}
	weights := func(id string, s eqia.Severity) committee.RuleBook {
		return committee.RuleBook{Weights: map[string]eqia.Severity{id: s}}
	}
	contributor := pinned(func(p *committee.Pinned) { p.SignerContributed = true })
	restricted := pinned(func(p *committee.Pinned) { p.Restricted = true })
	bare := as(func(a *committee.Appearance) { a.Links = nil })
	unrated := pinned(func(p *committee.Pinned) { p.Unrated = []string{"Sex"} })
	for name, c := range map[string]struct {
		book  committee.RuleBook
		alter func(i *committee.Item, a *committee.Appearance)
		want  committee.Readiness
		rules string
	}{
		"as it comes":                           {committee.RuleBook{}, contributor, committee.Blocked, "EQ-07"},
		"softened to a warning":                 {weights("EQ-07", eqia.Warn), contributor, committee.Warnings, "EQ-07"},
		"softened to information":               {weights("EQ-07", eqia.Inform), contributor, committee.NothingOutstanding, "EQ-07"},
		"off":                                   {weights("EQ-07", committee.Off), contributor, committee.NothingOutstanding, ""},
		"a warning can't be made a block":       {weights("EQ-15", eqia.Stop), unrated, committee.Warnings, "EQ-15"},
		"EQ-06 can't be off":                    {weights("EQ-06", committee.Off), restricted, committee.Blocked, "EQ-06"},
		"the introductory set warns":            {committee.RuleBook{Set: committee.Introductory}, contributor, committee.Warnings, "EQ-07"},
		"but for a restricted one in the open":  {committee.RuleBook{Set: committee.Introductory}, restricted, committee.Blocked, "EQ-06"},
		"EQ-01 can't be off":                    {weights("EQ-01", committee.Off), bare, committee.NotStarted, "EQ-01"},
		"a rule that is not known changes none": {weights("EQ-99", committee.Off), contributor, committee.Blocked, "EQ-07"},
	} {
		if state, rules := blocked(c.book, c.alter); state != c.want || rules != c.rules {
			t.Errorf("%s: %s by %q", name, state, rules)
		}
	}
}

func TestARuleOffersNoWeightAboveItsOwn(t *testing.T) {
	for id, want := range map[string]int{"EQ-07": 4, "EQ-15": 3, "EQ-21": 2, "EQ-01": 3, "EQ-06": 3, "AG-02": 3} {
		if got := committee.Weights(id); len(got) != want {
			t.Errorf("%s can weigh %v", id, got)
		}
	}
	for _, r := range committee.Rules() {
		for _, w := range committee.Weights(r.ID) {
			if committee.WeightLabel(w) == "" {
				t.Errorf("%s has no words for %s", r.ID, w)
			}
		}
	}
}
