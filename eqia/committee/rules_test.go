package committee_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/calendar"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// The three sorts of case that every rule has: one that it speaks about, one that has nothing to do with it, and one that comes close.
const (
	fires = "fires"
	quiet = "quiet"
	near  = "near miss"
)

// ruled is a case of one rule.
type ruled struct {
	rule, sort, name string
	alter            func(i *committee.Item, a *committee.Appearance)
}

func as(change func(a *committee.Appearance)) func(*committee.Item, *committee.Appearance) {
	return func(_ *committee.Item, a *committee.Appearance) { change(a) }
}

func pinned(change func(p *committee.Pinned)) func(*committee.Item, *committee.Appearance) {
	return as(func(a *committee.Appearance) { change(&a.Links[0].Pinned) })
}

func text(words string) func(*committee.Item, *committee.Appearance) {
	return as(func(a *committee.Appearance) { a.Version.EqualityText = words })
}

func nothing(*committee.Item, *committee.Appearance) {}

// before puts the report at an earlier meeting, 30 days before this one, with its own link to the same assessment in version 0.9.
func before(change func(i *committee.Item, a *committee.Appearance)) func(*committee.Item, *committee.Appearance) {
	return as(func(a *committee.Appearance) { a.Journey = append(a.Journey, visit(-30, change)) })
}

func visit(days int, change func(i *committee.Item, a *committee.Appearance)) committee.Item {
	i := good()
	i.Meeting.StartsAt = begins.AddDate(0, 0, days)
	i.Meeting.Committee = committee.Committee{Name: "Place Overview Committee", Kind: committee.Overview}
	i.Appearance.Links[0].Pinned.VersionID = "v0.9"
	change(&i, i.Appearance)
	return i
}

// published records the agenda as published on 15 July at noon, and the items so far as there before that.
func published(i *committee.Item) {
	i.Meeting.Editions = []committee.Edition{{Kind: committee.MainEdition, RecordedAt: time.Date(2026, time.July, 15, 11, 0, 0, 0, time.UTC)}}
	i.AddedAt = begins.AddDate(0, 0, -20)
}

const done = "An equality impact assessment has been completed. No negative effects were found."

// statute is the section with the duty in the words of the Act.
const statute = form.Section149 + " The assessment is Appendix 1."

func reasonOf(code committee.Code, words string) committee.Reason {
	return committee.Reason{Code: code, Public: words, AgreedAt: begins}
}

func ruledCases() []ruled {
	return slices.Concat(recordedCases(), signedCases(), paperCases(), wordCases(), againCases(), agendaCases())
}

func recordedCases() []ruled {
	return []ruled{
		{"EQ-01", fires, "nothing linked", as(func(a *committee.Appearance) { a.Links = nil })},
		{"EQ-01", quiet, "a link", nothing},
		{"EQ-01", near, "only expected", as(func(a *committee.Appearance) {
			a.Links, a.Expected = nil, []committee.Expected{{AssessmentID: "9", Reference: "EQIA-2026-0009", State: workflow.Draft}}
		})},
		{"EQ-02", fires, "expected and not signed", as(func(a *committee.Appearance) {
			a.Expected = []committee.Expected{{AssessmentID: "9", Reference: "EQIA-2026-0009", State: workflow.InReview}}
		})},
		{"EQ-02", quiet, "nothing expected", nothing},
		{"EQ-02", near, "expected and linked", as(func(a *committee.Appearance) { a.Expected = []committee.Expected{{AssessmentID: "1"}} })},
		{"EQ-03", fires, "a newer version is in force", pinned(func(p *committee.Pinned) {
			p.State, p.NewerNumber, p.NewerSignedAt = workflow.Superseded, "2.0", begins.AddDate(0, 0, -2)
		})},
		{"EQ-03", quiet, "in force", nothing},
		{"EQ-03", near, "replaced after the meeting", pinned(func(p *committee.Pinned) {
			p.State, p.NewerNumber, p.NewerSignedAt = workflow.Superseded, "2.0", begins.AddDate(0, 0, 2)
		})},
		{"EQ-05", fires, "a live option is not covered", as(func(a *committee.Appearance) {
			a.Links[0].Covers, a.Links[0].Recommendations = committee.CoversSome, []committee.PointID{"A", "B"}
			a.Version.Options = []committee.Option{{ID: "C", Label: "C", Status: committee.LiveOption}}
		})},
		{"EQ-05", quiet, "all covered", nothing},
		{"EQ-05", near, "the option was rejected", as(func(a *committee.Appearance) {
			a.Links[0].Covers, a.Links[0].Recommendations = committee.CoversSome, []committee.PointID{"A", "B"}
			a.Version.Options = []committee.Option{{ID: "C", Label: "C", Status: committee.RejectedOption}}
		})},
	}
}

func signedCases() []ruled {
	return []ruled{
		{"EQ-06", fires, "restricted on an open item", pinned(func(p *committee.Pinned) { p.Restricted = true })},
		{"EQ-06", quiet, "not restricted", nothing},
		{"EQ-06", near, "restricted on an exempt item", func(i *committee.Item, a *committee.Appearance) {
			i.Access, a.Links[0].Pinned.Restricted = committee.FullyExempt, true
		}},
		{"EQ-07", fires, "signed by a contributor", pinned(func(p *committee.Pinned) { p.SignerContributed = true })},
		{"EQ-07", quiet, "signed by someone else", nothing},
		{"EQ-07", near, "the monitoring officer allowed it", pinned(func(p *committee.Pinned) { p.SignerContributed, p.SignerAllowed = true, true })},
		{"EQ-08", fires, "signed after the lock", pinned(func(p *committee.Pinned) { p.SignedAt = time.Date(2026, time.July, 14, 9, 0, 0, 0, time.UTC) })},
		{"EQ-08", quiet, "signed a month before", nothing},
		{"EQ-08", near, "signed on the day of the lock", pinned(func(p *committee.Pinned) { p.SignedAt = time.Date(2026, time.July, 13, 9, 0, 0, 0, time.UTC) })},
		{"EQ-10", fires, "review due before the next meeting", func(_ *committee.Item, a *committee.Appearance) {
			a.Links[0].Pinned.ReviewDue, a.Journey = "2026-08-01", []committee.Item{visit(20, nothing)}
		}},
		{"EQ-10", quiet, "no review date", nothing},
		{"EQ-10", near, "the next meeting was called off", func(_ *committee.Item, a *committee.Appearance) {
			a.Links[0].Pinned.ReviewDue = "2026-08-01"
			a.Journey = []committee.Item{visit(20, func(i *committee.Item, _ *committee.Appearance) { i.Meeting.Status = committee.Cancelled })}
		}},
		{"EQ-15", fires, "a group without an effect", pinned(func(p *committee.Pinned) { p.Unrated = []string{"Care experience"} })},
		{"EQ-15", quiet, "every group has one", nothing},
		{"EQ-15", near, "neutral is an effect", pinned(func(p *committee.Pinned) { p.Facts.Effects = map[string][]string{"Age": {"neutral"}} })},
		{"EQ-20", fires, "four in five say the same", pinned(func(p *committee.Pinned) { p.Facts.Repeated, p.Facts.Explained = 4, 5 })},
		{"EQ-20", fires, "a group is only sent elsewhere", pinned(func(p *committee.Pinned) { p.Facts.Pointing, p.Facts.Explained = 1, 5 })},
		{"EQ-20", quiet, "each has its own", pinned(func(p *committee.Pinned) { p.Facts.Repeated, p.Facts.Explained = 1, 5 })},
		{"EQ-20", near, "two of two", pinned(func(p *committee.Pinned) { p.Facts.Repeated, p.Facts.Explained = 2, 2 })},
		{"EQ-22", fires, "another digest", pinned(func(p *committee.Pinned) { p.Facts.Digest, p.Digest = "a", "b" })},
		{"EQ-22", quiet, "the same digest", pinned(func(p *committee.Pinned) { p.Facts.Digest, p.Digest = "a", "a" })},
		{"EQ-22", near, "an older link that kept none", pinned(func(p *committee.Pinned) { p.Digest = "b" })},
	}
}

func paperCases() []ruled {
	return []ruled{
		{"EQ-12", fires, "made from another version", as(func(a *committee.Appearance) {
			a.Version.EqualitySource, a.Version.GeneratedFrom = committee.GeneratedText, []eqia.VersionID{"old"}
		})},
		{"EQ-12", fires, "changed by hand", as(func(a *committee.Appearance) { a.Version.EqualitySource = committee.EditedText })},
		{"EQ-12", quiet, "typed", as(func(a *committee.Appearance) { a.Version.EqualitySource = committee.TypedText })},
		{"EQ-12", near, "made from this version", as(func(a *committee.Appearance) {
			a.Links[0].Pinned.VersionID = "v"
			a.Version.EqualitySource, a.Version.GeneratedFrom = committee.GeneratedText, []eqia.VersionID{"v"}
		})},
		{"EQ-13", fires, "not in the list", as(func(a *committee.Appearance) {
			a.Version.Appendices = []string{"Appendix 2: map", "Appendix 11: plans"}
		})},
		{"EQ-13", fires, "another label in the text", text("The equality impact assessment is attached as Appendix 4.")},
		{"EQ-13", quiet, "in the list", as(func(a *committee.Appearance) {
			a.Version.Appendices = []string{"Appendix 1 – equality impact assessment"}
		})},
		{"EQ-13", near, "the text names another appendix for something else", text("The assessment is Appendix 1. The equality impact assessment is attached as Appendix 1, and the map of charges is Appendix 4.")},
		{"EQ-14", fires, "another reference", text("EQIA-2026-0044 is attached as Appendix 1.")},
		{"EQ-14", fires, "no word in common", pinned(func(p *committee.Pinned) { p.Facts.Proposal = "Home library rounds" })},
		{"EQ-14", quiet, "the reference that is linked", text("EQIA-2026-0001 is attached as Appendix 1.")},
		{"EQ-14", near, "a title that has drifted", pinned(func(p *committee.Pinned) { p.Facts.Proposal = "Review of car park tariffs and parking permits" })},
		{"EQ-14", near, "a title that names the assessment", as(func(a *committee.Appearance) {
			a.Report.Title, a.Links[0].Pinned.Facts.Proposal = "Report on EQIA-2026-0001", "Home library rounds"
		})},
		{"EQ-25", fires, "no clearance", as(func(a *committee.Appearance) { a.Clearances = nil })},
		{"EQ-25", fires, "refused", as(func(a *committee.Appearance) { a.Clearances[1].State = committee.ClearanceRefused })},
		{"EQ-25", quiet, "all cleared", nothing},
		{"EQ-25", near, "refused, then cleared", as(func(a *committee.Appearance) {
			a.Clearances = append([]committee.Clearance{{Role: "s151", State: committee.ClearanceRefused}}, a.Clearances...)
		})},
		{"EQ-26", fires, "relied on and nowhere listed", as(func(a *committee.Appearance) { a.Links[0].Relation = committee.ReliedOnElsewhere })},
		{"EQ-26", quiet, "appended", nothing},
		{"EQ-26", near, "relied on and listed", as(func(a *committee.Appearance) {
			a.Links[0].Relation, a.Version.Background = committee.ReliedOnElsewhere, []string{"Equality impact assessment EQIA-2026-0001"}
		})},
	}
}

func wordCases() []ruled {
	bare := as(func(a *committee.Appearance) {
		a.Links[0].Relation, a.Version.EqualityText = committee.BackgroundPaper, done
	})
	return []ruled{
		{"EQ-04", fires, "done, and nothing given", bare},
		{"EQ-04", quiet, "nothing is said to be done", text("There are no equality matters to report.")},
		{"EQ-04", near, "done, and appended here", text(done)},
		{"EQ-11", fires, "a negative effect left out", func(_ *committee.Item, a *committee.Appearance) {
			a.Links[0].Pinned.Facts.Effects = map[string][]string{"Age": {"negative"}, "Sex": {"neutral"}}
			a.Version.EqualityText = "The assessment found positive effects for disabled people and no negative effects."
		}},
		{"EQ-11", quiet, "no negative effect", text("The assessment found positive effects for disabled people.")},
		{"EQ-11", near, "the negative effect is told", func(_ *committee.Item, a *committee.Appearance) {
			a.Links[0].Pinned.Facts.Effects = map[string][]string{"Age": {"negative"}}
			a.Version.EqualityText = "The assessment found a negative effect on older people, and positive effects for disabled people."
		}},
		{"EQ-19", fires, "paraphrased", text("The council must have due regard to the need to eliminate discrimination, advance equality and foster good community relations.")},
		{"EQ-19", quiet, "nothing of the law", nothing},
		{"EQ-19", near, "word for word", text(statute)},
		{"EQ-21", fires, "template text", text("The assessment is Appendix 1. See paragraph x for details.")},
		{"EQ-21", quiet, "none", nothing},
		{"EQ-21", near, "a real paragraph", text("The assessment is Appendix 1. See paragraph 4 for details.")},
		{"EQ-23", fires, "a filler", text("11. Equalities Impact Assessment\nTBC")},
		{"EQ-23", quiet, "a section", nothing},
		{"EQ-23", near, "a procedural item", as(func(a *committee.Appearance) {
			a.Version.EqualityText, a.Links, a.Reasons = "", nil, []committee.Reason{reasonOf(committee.ProceduralItem, "Appointments.")}
		})},
		{"AG-05", fires, "decides and only recommends", as(func(a *committee.Appearance) {
			a.Version.Recommendations = []committee.Recommendation{{ID: "A", Text: "That the committee recommends to Cabinet that the charges are agreed."}}
		})},
		{"AG-05", quiet, "decides", nothing},
		{"AG-05", near, "decides one thing and recommends another", as(func(a *committee.Appearance) {
			a.Version.Recommendations[1].Text = "Recommend to Full Council that the budget is approved"
		})},
	}
}

func againCases() []ruled {
	promised := func(_ *committee.Item, a *committee.Appearance) {
		a.Commitments = []committee.Commitment{{Text: "Survey wheelchair users in the autumn."}}
	}
	staged := func(due eqia.Day) func(*committee.Item, *committee.Appearance) {
		return func(_ *committee.Item, a *committee.Appearance) {
			a.Links, a.Reasons = nil, []committee.Reason{{Code: committee.LaterStage, DueOn: due, AgreedAt: begins}}
		}
	}
	agreed := func(other bool) func(*committee.Item, *committee.Appearance) {
		return func(i *committee.Item, a *committee.Appearance) {
			i.Meeting.Committee, a.Outcome = committee.Committee{Name: "Cabinet", Kind: committee.Cabinet}, committee.Agreed
			if other {
				a.Links = nil
			}
		}
	}
	again := func(_ *committee.Item, a *committee.Appearance) { a.Links[0].Pinned.VersionID = "" }
	both := func(first, second func(*committee.Item, *committee.Appearance)) func(*committee.Item, *committee.Appearance) {
		return func(i *committee.Item, a *committee.Appearance) { first(i, a); second(i, a) }
	}
	late := pinned(func(p *committee.Pinned) { p.SignedAt = begins.AddDate(0, 0, -20) })
	changed := func(_ *committee.Item, a *committee.Appearance) {
		a.Outcome, a.Amendments = committee.AgreedAmended, "A second recommendation."
		a.Version.Recommendations = a.Version.Recommendations[:1]
	}
	same := reasonOf(committee.Partner, "The trust’s own assessment covers it.")
	return []ruled{
		{"EQ-09", fires, "signed after Cabinet agreed", both(late, before(agreed(true)))},
		{"EQ-09", quiet, "never before", nothing},
		{"EQ-09", near, "an earlier version was there", both(late, before(agreed(false)))},
		{"EQ-16", fires, "the same words again", func(i *committee.Item, a *committee.Appearance) {
			a.Reasons = []committee.Reason{same}
			before(as(func(b *committee.Appearance) { b.Reasons = []committee.Reason{same} }))(i, a)
		}},
		{"EQ-16", quiet, "a first reason", as(func(a *committee.Appearance) { a.Reasons = []committee.Reason{same} })},
		{"EQ-16", near, "new words", func(i *committee.Item, a *committee.Appearance) {
			a.Reasons = []committee.Reason{reasonOf(committee.Partner, "The trust renewed its assessment in June.")}
			before(as(func(b *committee.Appearance) { b.Reasons = []committee.Reason{same} }))(i, a)
		}},
		{"EQ-17", fires, "a promise that is open", before(promised)},
		{"EQ-17", quiet, "nothing promised", before(nothing)},
		{"EQ-17", near, "the section says what became of it", both(before(promised),
			text("Appendix 1 is the assessment. The survey of wheelchair users was done in autumn."))},
		{"EQ-18", fires, "promised and not here", both(before(staged("2026-07-23")), as(func(a *committee.Appearance) { a.Links = nil }))},
		{"EQ-18", quiet, "here", before(staged("2026-07-23"))},
		{"EQ-18", near, "promised for a later decision", both(before(staged("2026-07-24")), as(func(a *committee.Appearance) { a.Links = nil }))},
		{"EQ-24", fires, "the same version again", before(again)},
		{"EQ-24", quiet, "never before", nothing},
		{"EQ-24", near, "a newer version", before(nothing)},
		{"JR-01", fires, "a recommendation was added", before(changed)},
		{"JR-01", quiet, "nothing was changed", before(nothing)},
		{"JR-01", near, "assessed since", both(late, before(changed))},
		{"JR-02", fires, "agreed and nothing said", as(func(a *committee.Appearance) { a.Outcome = committee.Agreed })},
		{"JR-02", quiet, "not decided yet", nothing},
		{"JR-02", near, "put off", as(func(a *committee.Appearance) { a.Outcome = committee.Deferred })},
		{"JR-03", fires, "put off, and the same version is back", before(func(i *committee.Item, a *committee.Appearance) { again(i, a); a.Outcome = committee.Deferred })},
		{"JR-03", quiet, "never put off", before(again)},
		{"JR-03", near, "put off, and a newer version is back", before(as(func(a *committee.Appearance) { a.Outcome = committee.Deferred }))},
	}
}

func agendaCases() []ruled {
	added := func(at time.Time) func(*committee.Item, *committee.Appearance) {
		return func(i *committee.Item, _ *committee.Appearance) { published(i); i.AddedAt = at }
	}
	return []ruled{
		{"AG-01", fires, "four clear days", func(i *committee.Item, _ *committee.Appearance) { i.Meeting.AgendaOn = "2026-07-16" }},
		{"AG-01", quiet, "five clear days", nothing},
		{"AG-01", near, "convened at short notice", func(i *committee.Item, _ *committee.Appearance) {
			i.Meeting.AgendaOn, i.Meeting.ShortNotice = "2026-07-16", "The grant lapses at the end of the month."
		}},
		{"AG-02", fires, "added a day later", added(time.Date(2026, time.July, 16, 9, 0, 0, 0, time.UTC))},
		{"AG-02", quiet, "there from the start", func(i *committee.Item, _ *committee.Appearance) { published(i) }},
		{"AG-02", near, "added later the same day, with five clear days left", added(time.Date(2026, time.July, 15, 15, 0, 0, 0, time.UTC))},
		{"AG-03", fires, "a newer version since", func(i *committee.Item, a *committee.Appearance) {
			published(i)
			a.Links[0].Pinned.NewerNumber, a.Links[0].Pinned.NewerSignedAt = "1.1", begins.AddDate(0, 0, -2)
		}},
		{"AG-03", fires, "linked since", func(i *committee.Item, a *committee.Appearance) {
			published(i)
			a.Links[0].At = begins.AddDate(0, 0, -2)
		}},
		{"AG-03", quiet, "nothing since", func(i *committee.Item, _ *committee.Appearance) { published(i) }},
		{"AG-03", near, "linked since, and in a supplement", func(i *committee.Item, a *committee.Appearance) {
			published(i)
			a.Links[0].At = begins.AddDate(0, 0, -2)
			i.Meeting.Editions = append(i.Meeting.Editions, committee.Edition{Kind: committee.Supplement, RecordedAt: begins.AddDate(0, 0, -1)})
		}},
	}
}

// usual works out days by the usual timetable.
var usual = workflow.Deadlines{Timetable: workflow.UsualTimetable, Works: calendar.Working}

func TestEachRuleSpeaksWhereItShouldAndNowhereElse(t *testing.T) {
	for _, c := range ruledCases() {
		t.Run(c.rule+" "+c.name, func(t *testing.T) {
			item := good()
			c.alter(&item, item.Appearance)
			_, found := committee.Judge(item, committee.Sight{Today: "2026-07-01", Deadlines: usual})
			said := slices.ContainsFunc(found, func(f committee.Finding) bool { return f.Rule == c.rule })
			if said != (c.sort == fires) {
				t.Errorf("a case where it %s: it found %v, all rules: %q", c.sort, said, rulesOf(found))
			}
		})
	}
}

func TestEveryRuleHasACaseOfEachSort(t *testing.T) {
	sorts := map[string]map[string]bool{"AG-04": {fires: true, quiet: true, near: true}} // it is asked of a whole agenda, in a test of its own
	for _, c := range ruledCases() {
		if sorts[c.rule] == nil {
			sorts[c.rule] = map[string]bool{}
		}
		sorts[c.rule][c.sort] = true
	}
	for _, r := range committee.Rules() {
		if !strings.HasPrefix(r.ID, "FP-") && len(sorts[r.ID]) != 3 { // those on plans are tried in a table of their own
			t.Errorf("%s has cases of %d sorts", r.ID, len(sorts[r.ID]))
		}
		if r.Title == "" || r.Why == "" || r.Basis == "" || !slices.Contains([]eqia.Severity{eqia.Stop, eqia.Warn, eqia.Inform}, r.Severity) {
			t.Errorf("%s says too little of itself: %+v", r.ID, r)
		}
		if strings.Contains(r.Why, " must ") && r.Basis != eqia.Law {
			t.Errorf("%s says must, and rests on %s", r.ID, r.Basis)
		}
	}
}

func TestTheRulesOfTheCommitteeGateAreAllThere(t *testing.T) {
	var ids []string
	for _, r := range committee.Rules() {
		if !slices.Contains(ids, r.ID) {
			ids = append(ids, r.ID)
		}
	}
	want := "EQ-01 EQ-02 EQ-03 EQ-04 EQ-05 EQ-06 EQ-07 EQ-08 EQ-09 EQ-10 EQ-11 EQ-12 EQ-13 EQ-14 EQ-15 EQ-16 EQ-17 EQ-18 EQ-19 EQ-20 EQ-21 EQ-22 " +
		"EQ-23 EQ-24 EQ-25 EQ-26 AG-01 AG-02 AG-03 AG-04 AG-05 JR-01 JR-02 JR-03 FP-01 FP-02 FP-03 FP-04 FP-05"
	if got := strings.Join(ids, " "); got != want {
		t.Errorf("got %s", got)
	}
}

func TestALateItemWeighsLessWithTheExecutive(t *testing.T) {
	for regime, want := range map[committee.Regime]eqia.Severity{committee.LGA1972: eqia.Stop, committee.Exec2012: eqia.Warn} {
		item := good()
		published(&item)
		item.Meeting.Committee.Regime, item.AddedAt = regime, begins.AddDate(0, 0, -2)
		_, found := committee.Judge(item, committee.Sight{Today: "2026-07-01", Deadlines: usual})
		if len(found) != 1 || found[0].Rule != "AG-02" || found[0].Severity != want {
			t.Errorf("%s: %+v", regime, found)
		}
	}
}

func TestAnAgendaAccountsForItsItemsAndItsPages(t *testing.T) {
	item := func(no string, from, to int) committee.Item {
		return committee.Item{Number: no, Kind: committee.ReportItem, Readiness: committee.Blocked, PageFrom: from, PageTo: to}
	}
	bare := item("3", 0, 0)
	bare.Readiness = committee.NotStarted
	heading := committee.Item{Number: "4", Kind: committee.Heading, Readiness: committee.NotStarted}
	for name, c := range map[string]struct {
		items []committee.Item
		want  string
	}{
		"all begun, pages in a row":       {[]committee.Item{item("1", 3, 8), item("2", 9, 20)}, ""},
		"a heading asks for nothing":      {[]committee.Item{item("1", 3, 8), heading, item("2", 9, 20)}, ""},
		"an item that nobody began":       {[]committee.Item{item("1", 3, 8), bare}, "The agenda has 2 items. Accounted for so far: 1."},
		"pages that belong to no item":    {[]committee.Item{item("1", 3, 8), item("2", 12, 20)}, "No item has the pages between 8 and 12 of the pack."},
		"a page that belongs to two":      {[]committee.Item{item("1", 3, 8), item("2", 8, 20)}, "Item 1 and Item 2 both have page 8 of the pack."},
		"an item of one page, then a gap": {[]committee.Item{item("1", 3, 0), item("2", 4, 4)}, ""},
	} {
		var said []string
		for _, f := range committee.JudgeAgenda(committee.Meeting{Items: c.items}) {
			said = append(said, f.Message)
			if f.Rule != "AG-04" || f.Severity != eqia.Inform || f.Ruleset != committee.Ruleset {
				t.Errorf("%s: %+v", name, f)
			}
		}
		if got := strings.Join(said, " "); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestWhatARuleSaysDoesNotChangeFromDayToDay(t *testing.T) {
	for _, c := range ruledCases() {
		item := good()
		c.alter(&item, item.Appearance)
		_, first := committee.Judge(item, committee.Sight{Today: "2026-07-01", Deadlines: usual})
		_, later := committee.Judge(item, committee.Sight{Today: "2026-07-14", Deadlines: usual})
		if len(first) != len(later) {
			t.Errorf("%s %s: %d findings, later %d", c.rule, c.name, len(first), len(later))
			continue
		}
		for n := range first {
			if first[n].Mark() != later[n].Mark() {
				t.Errorf("%s: %q became %q", c.rule, first[n].Message, later[n].Message)
			}
		}
	}
}

func TestTheRulesGoByTheCouncilsTimetable(t *testing.T) {
	item := good()
	judged := func(alter func(*workflow.Timetable)) string {
		days := usual
		alter(&days.Timetable)
		_, found := committee.Judge(item, committee.Sight{Today: "2026-07-01", Deadlines: days})
		return rulesOf(found)
	}
	if got := judged(func(*workflow.Timetable) {}); got != "" {
		t.Errorf("to the usual timetable: %s", got)
	}
	if got := judged(func(x *workflow.Timetable) { x.Agenda = 6 }); got != "AG-01" {
		t.Errorf("where an agenda is out six clear days before: %q", got)
	}
	item.Meeting.Editions = []committee.Edition{{Kind: committee.MainEdition, StatedAt: time.Date(2026, time.July, 15, 17, 30, 0, 0, time.UTC)}}
	if got := judged(func(*workflow.Timetable) {}); got != "" {
		t.Errorf("published in the evening of the last day: %q", got)
	}
	if got := judged(func(x *workflow.Timetable) { x.Cutoff = 17 }); got != "AG-01" {
		t.Errorf("published after the hour that the council has set: %q", got)
	}
}
