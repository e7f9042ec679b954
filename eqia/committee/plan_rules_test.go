package committee

import (
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/calendar"
	"dorset-eqia/workflow"
)

// usualDays works out days by the usual timetable.
var usualDays = workflow.Deadlines{Timetable: workflow.UsualTimetable, Works: calendar.Working}

const planToday eqia.Day = "2024-06-11"

func plannedItem(change func(*Planned)) Planned {
	p := Planned{PlanItem: PlanItem{Kind: ForwardPlan, Plan: "Cabinet", Maker: "Cabinet", Title: "Waste Strategy for Dorset", Key: true, Access: Open,
		On: "2024-07-23", Documents: "Report; Equality impact assessment", FirstSeen: "2024-05-01"}, Assessments: []Candidate{{State: workflow.Draft}}}
	if change != nil {
		change(&p)
	}
	return p
}

// TestEachPlanRuleFiresWhereItShould tries each rule with what it is for, with what is in order, and with what comes near.
func TestEachPlanRuleFiresWhereItShould(t *testing.T) {
	report := func(title string) []Report { return []Report{{Reference: "R-2024-0001", Title: title}} }
	for _, c := range []struct {
		name   string
		change func(*Planned)
		want   string // rules and weights, those that weigh most first
		says   string
	}{
		{"all in order", nil, "", ""},
		{"FP-01: a key decision soon, nothing started", func(p *Planned) { p.Assessments = nil }, "FP-01 warn",
			"Due at Cabinet on 23 July 2024. No assessment started; it is needed by 24 June 2024."},
		{"FP-01: one that was withdrawn is none", func(p *Planned) { p.Assessments[0].State = workflow.Withdrawn }, "FP-01 warn", ""},
		{"FP-01: not a key decision", func(p *Planned) { p.Key, p.Assessments = false, nil }, "", ""},
		{"FP-01: still far away", func(p *Planned) { p.On, p.Assessments = "2024-08-10", nil }, "", ""},
		{"FP-01: the last day that is near", func(p *Planned) { p.On, p.Assessments = "2024-08-09", nil }, "FP-01 warn", ""},
		{"FP-01: said not to be needed", func(p *Planned) { p.NoReason, p.Assessments, p.Documents = "Noting only", nil, "" }, "", ""},
		{"FP-02: a key decision, 27 days", func(p *Planned) { p.FirstSeen = "2024-06-25" }, "FP-02 block",
			"27 of 28 clear days of notice. A general exception or special urgency is needed."},
		{"FP-02: 28 days are enough", func(p *Planned) { p.FirstSeen = "2024-06-24" }, "", ""},
		{"FP-02: a private item", func(p *Planned) { p.Key, p.Access, p.FirstSeen = false, PartExempt, "2024-07-01" }, "FP-02 block",
			"21 of 28 clear days of notice. A private item needs the agreement that regulation 5 asks for."},
		{"FP-02: an open item that is no key decision", func(p *Planned) { p.Key, p.FirstSeen = false, "2024-07-01" }, "FP-02 warn", "21 of 28 clear days of notice."},
		{"FP-02: when it was first announced is not known", func(p *Planned) { p.FirstSeen = "" }, "", ""},
		{"FP-02: a work programme gives no such notice", func(p *Planned) { p.Kind, p.FirstSeen = WorkProgramme, "2024-07-01" }, "", ""},
		{"FP-03: the report has a strategy more", func(p *Planned) {
			p.Title, p.Reports = "Community Safety Plan and Reducing Reoffending Strategy", report("Community Safety Plan, Reducing Reoffending Strategy and Serious Violence Strategy")
		}, "FP-03 warn", "The plan does not mention “Serious Violence Strategy”, which report R-2024-0001 names."},
		{"FP-03: the same words in another order", func(p *Planned) { p.Reports = report("Dorset Waste Strategy 2024 to 2034") }, "", ""},
		{"FP-03: more words, but no document", func(p *Planned) { p.Reports = report("Waste Strategy and next steps") }, "", ""},
		{"FP-03: the summary names it", func(p *Planned) {
			p.Summary, p.Reports = "With a litter action plan", report("Waste Strategy and Litter Action Plan")
		}, "", ""},
		{"FP-04: the documents leave it out", func(p *Planned) { p.Documents = "Report; map of depots" }, "FP-04 information",
			"Add the assessment to the list of documents (regulation 9(1)(e))."},
		{"FP-04: named by its initials", func(p *Planned) { p.Documents = "Report and EqIA" }, "", ""},
		{"FP-04: equality in another sense", func(p *Planned) { p.Documents = "Equality strategy" }, "FP-04 information", ""},
		{"FP-04: not a key decision", func(p *Planned) { p.Key, p.Documents = false, "" }, "", ""},
		{"FP-05: no date", func(p *Planned) { p.On = "" }, "FP-05 information", "No date is given under Cabinet."},
		{"FP-05: a period instead of a date", func(p *Planned) { p.On, p.Period = "", "Autumn 2024" }, "", ""},
		{"FP-05: a date that is over", func(p *Planned) { p.On = "2024-06-10" }, "FP-05 information", "Dated 10 June 2024 under Cabinet."},
		{"FP-05: today is not over", func(p *Planned) { p.On, p.FirstSeen = planToday, "" }, "", ""},
		{"FP-05: another body", func(p *Planned) { p.Plan = "Shareholder Committee for Care Dorset" }, "FP-05 information",
			"Cabinet decides this, but it is in the plan of Shareholder Committee for Care Dorset."},
		{"FP-05: the full council decides from the Cabinet's plan", func(p *Planned) { p.Maker = "Dorset Council" }, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			says := ""
			for _, f := range JudgePlan(plannedItem(c.change), Sight{planToday, usualDays}) {
				got, says = append(got, f.Rule+" "+string(f.Severity)), f.Message
				if f.Basis == "" || f.Why == "" {
					t.Errorf("%s does not say where it comes from", f.Rule)
				}
			}
			if strings.Join(got, ", ") != c.want || c.says != "" && says != c.says {
				t.Errorf("got %v, %q; want %q, %q", got, says, c.want, c.says)
			}
		})
	}
}

func TestACouncilWeighsTheRulesOnPlansInItsBook(t *testing.T) {
	short := func(p *Planned) { p.FirstSeen = "2024-06-25" }
	for name, c := range map[string]struct {
		book RuleBook
		want eqia.Severity
	}{
		"as they come": {RuleBook{}, eqia.Stop}, "introductory": {RuleBook{Set: Introductory}, eqia.Warn},
		"softened": {RuleBook{Weights: map[string]eqia.Severity{"FP-02": eqia.Inform}}, eqia.Inform}, "off": {RuleBook{Weights: map[string]eqia.Severity{"FP-02": Off}}, ""},
	} {
		p := plannedItem(short)
		p.Book = c.book
		got := eqia.Severity("")
		for _, f := range JudgePlan(p, Sight{planToday, usualDays}) {
			got = f.Severity
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestAnAssessmentIsNeededByTheEarlierOfNoticeAndClearance(t *testing.T) {
	for _, c := range []struct {
		name string
		item PlanItem
		want Needed
	}{
		{"a key decision", PlanItem{Kind: ForwardPlan, Key: true, Access: Open, On: "2024-09-10"},
			Needed{First: "2024-09-10", Notice: "2024-08-12", ToLead: "2024-08-09", Agenda: "2024-09-02", By: "2024-08-09"}},
		{"notice comes first", PlanItem{Kind: ForwardPlan, Key: true, Access: Open, On: "2024-10-07"},
			Needed{First: "2024-10-07", Notice: "2024-09-06", ToLead: "2024-09-06", Agenda: "2024-09-27", By: "2024-09-06"}},
		{"another committee first", PlanItem{Kind: ForwardPlan, Key: true, Access: Open, On: "2024-09-10", Consulted: "People and Health Overview Committee 2024-07-23"},
			Needed{First: "2024-07-23", Notice: "2024-08-12", ToLead: "2024-06-24", Agenda: "2024-07-15", By: "2024-06-24"}},
		{"no notice is needed", PlanItem{Kind: ForwardPlan, Access: Open, On: "2024-10-10"},
			Needed{First: "2024-10-10", ToLead: "2024-09-11", Agenda: "2024-10-02", By: "2024-09-11"}},
		{"a private item", PlanItem{Kind: ForwardPlan, Access: PartExempt, On: "2025-01-28"},
			Needed{First: "2025-01-28", Notice: "2024-12-30", ToLead: "2024-12-27", Agenda: "2025-01-20", By: "2024-12-27"}},
		{"no date", PlanItem{Kind: ForwardPlan, Key: true, Access: Open}, Needed{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.item.Needed(usualDays); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestTheAssessmentThatHasComeLeastFarCounts(t *testing.T) {
	signed, drafted, withdrawn := Candidate{State: workflow.SignedOff, SignedNumber: "1.0"}, Candidate{State: workflow.ChangesRequested}, Candidate{State: workflow.Withdrawn}
	for _, c := range []struct {
		name string
		p    Planned
		want PlanState
	}{
		{"none", Planned{}, PlanNone},
		{"none, and a reason", Planned{PlanItem: PlanItem{NoReason: "Noting only"}}, PlanNotNeeded},
		{"signed", Planned{Assessments: []Candidate{signed}}, PlanSigned},
		{"signed, and another version under way", Planned{Assessments: []Candidate{{State: workflow.Draft, SignedNumber: "1.0"}}}, PlanSigned},
		{"signed and a draft", Planned{Assessments: []Candidate{signed, drafted}}, PlanDraft},
		{"in review", Planned{Assessments: []Candidate{{State: workflow.Submitted}, signed}}, PlanInReview},
		{"withdrawn", Planned{Assessments: []Candidate{withdrawn}}, PlanNone},
	} {
		if got := c.p.State(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestPointersAreShownWithTheWordsThatTheyComeFrom(t *testing.T) {
	for _, c := range []struct {
		title  string
		key    bool
		triage Triage
		says   string
	}{
		{"Commissioning for better life, Day Opportunities in Dorset", true, Probably, "it is a service that people rely on (“day opportunities”)"},
		{"Waste Strategy for Dorset 2024", true, Probably, "it sets a direction (“strategy”)"},
		{"Closure of Puddletown library", false, Probably, "something closes or stops (“closure”)"},
		{"Parking charges", false, Probably, "people may pay something else (“charges”)"},
		{"Housing allocations", false, Probably, "who can have something may change (“allocations”)"},
		{"Savings in the contact centre", false, Probably, "it is about saving money (“savings”)"},
		{"Senior management restructure", false, Probably, "it is about the council’s staff (“restructure”)"},
		{"Quarter 2 Financial Monitoring Report 2024/25", true, Perhaps, "it may only report what was done (“quarter 2 financial monitoring”)"},
		{"Middle Farm, Higher Kingcombe Potential land purchase", true, Perhaps, "it is a key decision"},
		{"Review of Terms of Reference", false, NoPointers, "it may only report what was done (“terms of reference”)"},
		{"Disclosure of interests", false, NoPointers, ""},
		{"Careful wording", false, NoPointers, ""},
	} {
		p := PlanItem{Title: c.title, Key: c.key}
		var says []string
		for _, x := range p.Pointers() {
			says = append(says, x.Says)
		}
		if p.Triage() != c.triage || !strings.Contains(strings.Join(says, "; "), c.says) {
			t.Errorf("%s: %s, %q; want %s, %q", c.title, p.Triage(), says, c.triage, c.says)
		}
	}
}

// others are titles of a plan, among which a rare word is one that few have.
var others = strings.Split("Waste Strategy for Dorset 2024;Quarter 3 Financial Monitoring;Youth Justice Plan;Care Dorset Update;Nature Buddies;Productivity Plan", ";")

func TestALikelyReportIsSuggestedWithItsReasons(t *testing.T) {
	at := func(name string, on eqia.Day) []Item {
		return []Item{{Meeting: Meeting{Committee: Committee{Name: name}, StartsAt: on.Time()}}}
	}
	item := PlanItem{Plan: "Cabinet", Maker: "Cabinet", On: "2024-09-10", Title: "Commissioning for better life, Day Opportunities in Dorset", Lead: "Head of Commissioning"}
	for _, c := range []struct {
		name   string
		item   PlanItem
		report Report
		why    string // empty when it is not suggested
		not    string
	}{
		{"three things in common", item, Report{Title: "Day Opportunities: a new offer for adults", LeadOfficer: "head of commissioning", Journey: at("Cabinet", "2024-09-10")},
			"same lead officer; same Cabinet date; 2 shared rare words: day, opportunities", ""},
		{"words alone", item, Report{Title: "Day opportunities"}, "2 shared rare words: day, opportunities", ""},
		{"a date alone", item, Report{Title: "Waste", Journey: at("Cabinet", "2024-09-10")}, "", ""},
		{"one word alone", item, Report{Title: "Opportunities for growth"}, "", ""},
		{"another day", item, Report{Title: "Waste", LeadOfficer: "Head of Commissioning", Journey: at("Cabinet", "2024-10-15")}, "", ""},
		{"the plan names it", PlanItem{Title: "Anything", NamedReport: "r-2024-0007"}, Report{Reference: "R-2024-0007", Title: "Something"}, "the plan names R-2024-0007", ""},
		{"another quarter", PlanItem{Plan: "Cabinet", Title: "Quarter 1 Financial Monitoring Report 2024/25", On: "2024-09-10", Lead: "Head of Finance"},
			Report{Title: "Quarter 2 Financial Monitoring Report 2024/25", LeadOfficer: "Head of Finance"},
			"same lead officer; 2 shared rare words: financial, monitoring", "the numbers in the titles differ (1 2024 25 and 2 2024 25)"},
		{"a committee that was consulted", PlanItem{Title: "Waste depots", Plan: "Cabinet", Consulted: "Place and Resources Overview Committee 2024-09-12"},
			Report{Title: "New depots", Journey: at("Place and Resources Overview Committee", "2024-09-12")}, "same Place and Resources Overview Committee date; 1 shared rare word: depots", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			titles := append([]string{c.item.Title, c.report.Title}, others...)
			got := LikelyReports(Planned{PlanItem: c.item}, []Report{c.report}, titles)
			if c.why == "" {
				if len(got) != 0 {
					t.Errorf("it is suggested: %v", got[0].Why)
				}
				return
			}
			if len(got) != 1 || strings.Join(got[0].Why, "; ") != c.why || strings.Join(got[0].Against, "; ") != c.not {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestTheLikeliestReportComesFirst(t *testing.T) {
	item := Planned{PlanItem: PlanItem{Title: "Harbour dredging at Weymouth", Lead: "Harbour master", NamedReport: "R-2024-0003"}}
	reports := []Report{{Reference: "R-2024-0001", Title: "Weymouth harbour walls"}, {Reference: "R-2024-0002", Title: "Weymouth dredging", LeadOfficer: "Harbour master"},
		{Reference: "R-2024-0003", Title: "Something else"}}
	var order []string
	for _, l := range LikelyReports(item, reports, others) {
		order = append(order, l.Report.Reference)
	}
	if strings.Join(order, " ") != "R-2024-0003 R-2024-0002 R-2024-0001" {
		t.Errorf("in the order %v", order)
	}
}
