package committee_test

import (
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// asked is the form that the versions of these tests are on.
func asked(t *testing.T) form.Version {
	t.Helper()
	council, err := form.Load(eqiatest.Profile)
	if err != nil {
		t.Fatal(err)
	}
	fv, ok := council.Newest()
	if !ok {
		t.Fatal("the council has no form")
	}
	return fv
}

// signedOff is a whole assessment, signed: worse for older people, unclear for disabled people, better for carers.
func signedOff(t *testing.T) eqia.Version {
	t.Helper()
	v := eqia.Version{Assessment: eqia.Assessment{Reference: "EQIA-2026-0001", Profile: eqiatest.Profile},
		Content: eqiatest.Full(eqiatest.Profile, asked(t)),
		Header: eqia.Header{ID: "v1", Major: 1, State: workflow.SignedOff, SignedAt: time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC),
			SignerRole: "Equality lead", CheckCode: "7K4Q9XM2T", StartedAt: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}}
	v.Lists()
	return v
}

const register = "https://eqia.example/assessments"

const codes = "https://eqia.example/v"

// brief is one assessment appended to a report with two recommendations.
func brief(t *testing.T) committee.Brief {
	t.Helper()
	return committee.Brief{Number: "8", Register: register, Codes: codes,
		Recommendations: []committee.Recommendation{{ID: "A", Label: "1"}, {ID: "B", Label: "2(a)"}},
		With: []committee.Accounted{{Account: committee.AccountOf(signedOff(t), asked(t)),
			Link: committee.Link{Relation: committee.Appended, Covers: committee.CoversAll, Appendix: "Appendix 3"}}}}
}

func relied(code committee.Code, public string) committee.Reasoned {
	return committee.Reasoned{Reason: committee.Reason{Code: code, Public: public, DueOn: "2026-09-10"},
		RelyOn: &committee.Account{Version: "v9", Reference: "EQIA-2026-0009", Number: "1.0", Signed: "2026-04-02", Signer: "Equality lead"}}
}

func TestTheSectionSaysWhatIsWithTheReport(t *testing.T) {
	const because = "Only file names change."
	cases := []struct {
		name  string
		alter func(*committee.Brief)
		says  []string
		never []string
	}{
		{"one assessment", func(*committee.Brief) {}, []string{
			"8.1 Section 149(1) of the Equality Act 2010 says: “" + form.Section149 + "”",
			"8.2 An Equality Impact Assessment (EQIA-2026-0001, version 1.0) was signed off by the Equality lead on 1 May 2026. It is Appendix 3. Members are asked to read it before deciding.",
			"It covers all of this report.", "is due for review on 1 November 2027", "at " + codes + "/7K4Q9XM2T with the code 7K4Q-9XM2-T"}, nil},
		{"members are directed to it", func(b *committee.Brief) { b.With[0].Link.Relation = committee.ExpresslyReferred },
			[]string{"Members are directed to it: " + register + "/EQIA-2026-0001/v/1.0."}, []string{"Appendix"}},
		{"a closed report that keeps quiet", func(b *committee.Brief) { b.Closed, b.Silent = true, true },
			[]string{"8.2 This report is not open to the public, so it says no more here about effects on people."}, []string{"EQIA", "An Equality Impact", "8.3", "covers"}},
		{"a restricted assessment with a quiet report", func(b *committee.Brief) { b.Silent, b.With[0].Restricted = true, true },
			nil, []string{"EQIA", "An Equality Impact"}},
		{"not linked yet", func(b *committee.Brief) { b.With[0].Link = committee.Link{} }, []string{"It is an appendix to this report."}, nil},
		{"some of the report", func(b *committee.Brief) {
			b.With[0].Link.Covers, b.With[0].Link.Recommendations, b.With[0].Link.Note = committee.CoversSome, []committee.PointID{"B"}, "Without the fees"
		}, []string{"It covers recommendation 2(a). Without the fees.", "No assessment or reason covers recommendation 1."}, []string{"all of this report"}},
		{"the rest has a reason", func(b *committee.Brief) {
			b.With[0].Link.Covers, b.With[0].Link.Recommendations = committee.CoversSome, []committee.PointID{"B"}
			r := relied(committee.ToNote, because)
			r.Recommendations = []committee.PointID{"A"}
			b.Reasons = []committee.Reasoned{r}
		}, []string{"For recommendation 1: " + because, "EQIA-2026-0001 covers recommendation 2(a)."}, []string{"No assessment or reason"}},
		{"several", func(b *committee.Brief) {
			second := b.With[0]
			second.Reference, second.Link.Appendix = "EQIA-2026-0002", "Appendix 4"
			b.With = append(b.With, second)
		}, []string{"8.3 An Equality Impact Assessment (EQIA-2026-0002", "It is Appendix 4.", "8.5 EQIA-2026-0002 found these effects", "EQIA-2026-0002 covers all"}, nil},
		{"screened", func(b *committee.Brief) {
			b.With, b.Reasons = nil, []committee.Reasoned{relied(committee.Screened, because)}
		}, []string{"8.2 A screening (EQIA-2026-0009, version 1.0) was signed off by the Equality lead on 2 April 2026. It found that no full assessment is needed. " + because},
			[]string{"effects on people", "No assessment or reason"}},
		{"covered by another", func(b *committee.Brief) {
			b.With, b.Reasons = nil, []committee.Reasoned{relied(committee.CoveredBy, "We checked the routes. They are the same")}
		}, []string{"Another Equality Impact Assessment (EQIA-2026-0009, version 1.0, signed off by the Equality lead on 2 April 2026) covers this report. We checked the routes. They are the same."}, nil},
		{"staged", func(b *committee.Brief) {
			b.With, b.Reasons = nil, []committee.Reasoned{relied(committee.LaterStage, because)}
		}, []string{"This report does not ask for a final decision. An assessment will be before members on 10 September 2026. " + because}, nil},
		{"urgent", func(b *committee.Brief) {
			b.With, b.Reasons = nil, []committee.Reasoned{relied(committee.UrgentItem, because)}
		}, []string{"This item is urgent, and has no assessment yet. " + because + " An assessment will follow by 10 September 2026."}, nil},
		{"a closed report", func(b *committee.Brief) { b.Closed = true },
			[]string{"An Equality Impact Assessment has been completed and is before members as an exempt appendix. Members are asked to read it before deciding."},
			[]string{"EQIA-2026", "version", "Older", "libraries", "7K4Q", "review"}},
		{"a closed report that relies on another", func(b *committee.Brief) {
			b.Closed, b.With, b.Reasons = true, nil, []committee.Reasoned{relied(committee.CoveredBy, because)}
		}, []string{"Another Equality Impact Assessment covers this report."}, []string{"EQIA-2026"}},
		{"a restricted assessment beside an open one", func(b *committee.Brief) {
			b.With = append(b.With, committee.Accounted{Restricted: true, Link: committee.Link{Covers: committee.CoversAll}})
		}, []string{"EQIA-2026-0001, version 1.0", "members can read it in private"}, nil},
		{"updated since the last meeting", func(b *committee.Brief) {
			b.With[0].Number = "1.1"
			b.With[0].Before = &committee.EarlierVersion{Number: "1.0", Body: "Cabinet", On: "2026-06-09", Changes: []string{"age", "the action plan"}}
		}, []string{"Version 1.1 replaces version 1.0, which Cabinet had before it on 9 June 2026. These parts have changed: age and the action plan."}, nil},
		{"the same as at the last meeting", func(b *committee.Brief) {
			b.With[0].Before = &committee.EarlierVersion{Number: "1.0", Body: "Cabinet", On: "2026-06-09"}
		}, []string{"Cabinet had the same version before it on 9 June 2026."}, []string{"replaces"}},
		{"without a number", func(b *committee.Brief) { b.Number = "" }, []string{"1. Section 149(1)", "2. An Equality"}, []string{"8."}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			b := brief(t)
			c.alter(&b)
			text := b.Section().Plain()
			for _, say := range c.says {
				if !strings.Contains(text, say) {
					t.Errorf("it does not say %q:\n%s", say, text)
				}
			}
			for _, word := range c.never {
				if strings.Contains(text, word) {
					t.Errorf("it says %q:\n%s", word, text)
				}
			}
		})
	}
}

func TestNegativeAndUnclearEffectsComeFirstWithWhatWillBeDone(t *testing.T) {
	s := brief(t).Section()
	var names []string
	for _, p := range s.Paragraphs[2].Points {
		names = append(names, p.Name)
	}
	want := "Age, negative and positive | Disability, unclear | Positive | No impact identified"
	if got := strings.Join(names, " | "); got != want {
		t.Errorf("the effects come as\n%s, want\n%s", got, want)
	}
	if age := s.Paragraphs[2].Points[0].Text; !strings.Contains(age, "Action: ") || !strings.Contains(age, "(") {
		t.Errorf("age says %q", age)
	}
	if n := s.Words(); n < 150 || n > 250 {
		t.Errorf("it has %d words", n)
	}
	if len(s.From) != 1 || s.From[0] != "v1" {
		t.Errorf("it was made from %v", s.From)
	}
}

func TestAVersionWithNoAdverseEffectSaysSo(t *testing.T) {
	b := brief(t)
	b.With[0].Adverse = nil
	if text := b.Section().Plain(); !strings.Contains(text, "The assessment found no negative or unclear effect on any group.") {
		t.Errorf("it says:\n%s", text)
	}
}

func TestALongSectionSaysLessOfWhatHarmsNobodyFirst(t *testing.T) {
	long := "Older people could lose their place, as they book by telephone. " + strings.Repeat("They told us so at every meeting. ", 6)
	for _, c := range []struct {
		name         string
		alter        func(*committee.Accounted)
		says, absent []string
	}{
		{"a short one names everyone", func(w *committee.Accounted) {
			w.Adverse, w.Actions = w.Adverse[1:], nil
			w.Adverse[0].Actions, w.Same = nil, w.Same[:3]
		}, []string{"- Carers, added by the council, positive: Carers can", "- No impact identified: gender reassignment"}, []string{"The assessment names them"}},
		{"groups are counted", func(w *committee.Accounted) { w.Adverse = w.Adverse[1:] },
			[]string{"- Carers, added by the council, positive: Carers can", "- No impact identified: 12 groups, of which the council added 5. The assessment names them."}, []string{"rural isolation"}},
		{"positive effects are named", func(*committee.Accounted) {}, []string{"- Positive: carers, added by the council.", "Four in ten people"}, []string{"Carers can sign up"}},
		{"then each text is shorter", func(w *committee.Accounted) { w.Adverse[0].How = long }, []string{"Older people could lose their place", "Action: "},
			[]string{strings.Repeat("They told us so at every meeting. ", 3)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := brief(t)
			c.alter(&b.With[0])
			s := b.Section()
			if n := s.Words(); n > 250 {
				t.Errorf("it has %d words", n)
			}
			text := s.Plain()
			for _, say := range append(c.says, form.Section149, "unclear: We don't know yet") {
				if !strings.Contains(text, say) {
					t.Errorf("it does not say %q:\n%s", say, text)
				}
			}
			for _, word := range c.absent {
				if strings.Contains(text, word) {
					t.Errorf("it says %q:\n%s", word, text)
				}
			}
		})
	}
}
