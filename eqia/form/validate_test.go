package form

import (
	"slices"
	"strings"
	"testing"
)

// spoilt is the example profile, fresh from its file, after one change to it.
func spoilt(t *testing.T, change func(*Profile)) Profile {
	t.Helper()
	p := load(t, "example")
	change(&p)
	return p
}

// ask is the named question of a profile's first version, to be changed in place.
func ask(p *Profile, code string) *Question {
	for _, s := range p.Versions[0].Sections {
		for i := range s.Pages {
			for j := range s.Pages[i].Questions {
				if s.Pages[i].Questions[j].Code == code {
					return &s.Pages[i].Questions[j]
				}
			}
		}
	}
	panic("the example profile does not ask " + code)
}

// group is the named characteristic of a profile's first version, to be changed in place.
func group(p *Profile, code string) *Characteristic {
	all := p.Versions[0].Characteristics
	return &all[slices.IndexFunc(all, func(c Characteristic) bool { return c.Code == code })]
}

// refuse checks that every change makes the profile invalid, for the reason given.
func refuse(t *testing.T, cases []refusal) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			err := spoilt(t, c.change).Validate()
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
		})
	}
}

// refusal is a change that makes the example profile invalid, and words of the error that says so.
type refusal struct {
	name   string
	change func(*Profile)
	want   string
}

func TestAProfileWithAFaultIsRefused(t *testing.T) {
	refuse(t, []refusal{
		{"no code", func(p *Profile) { p.Code = "" }, "is not a code"},
		{"no council", func(p *Profile) { p.Council = "" }, "name its council"},
		{"a way to name people that is none", func(p *Profile) { p.PublicNames = "initials" }, "names people in public"},
		{"no contact", func(p *Profile) { p.Contact = "" }, "whom to contact"},
		{"no versions", func(p *Profile) { p.Versions = nil }, "no versions"},
		{"a version twice", func(p *Profile) { p.Versions = append(p.Versions, p.Versions[0]) }, `version "2025-1" is there twice`},
		{"versions that overlap", func(p *Profile) { p.Versions = append(p.Versions, p.Versions[0]) }, "starts before"},
		{"a version with no code", func(p *Profile) { p.Versions[0].Code = "" }, "it has no code"},
		{"a start that is no date", func(p *Profile) { p.Versions[0].From = "2025-02-30" }, "is not a date"},
		{"an end that is no date", func(p *Profile) { p.Versions[0].To = "soon" }, "is not a date"},
		{"an end before the start", func(p *Profile) { p.Versions[0].To = "2020-01-01" }, "ends before it starts"},
		{"a section without a title", func(p *Profile) { p.Versions[0].Sections[0].Title = "" }, `section "about" has no title`},
		{"a section without pages", func(p *Profile) { p.Versions[0].Sections[0].Pages = nil }, `section "about" has no pages`},
		{"a section twice", func(p *Profile) { p.Versions[0].Sections[1].Code = "about" }, `section "about" is there twice`},
		{"a page twice", func(p *Profile) { p.Versions[0].Sections[0].Pages[1].Code = "start" }, `page "start" is there twice`},
		{"a page without a title", func(p *Profile) { p.Versions[0].Sections[0].Pages[0].Title = "" }, `page "start" has no title`},
		{"a page without questions", func(p *Profile) { p.Versions[0].Sections[0].Pages[0].Questions = nil }, `page "start" has no questions`},
		{"one audience", func(p *Profile) { p.Versions[0].Audiences = p.Versions[0].Audiences[:1] }, "the audiences are"},
		{"an audience without a label", func(p *Profile) { p.Versions[0].Audiences[0].Label = "" }, "has no label"},
		{"a trigger nobody asks about", func(p *Profile) { p.Versions[0].Triggers[0].Code = "flood" }, `trigger "flood" is never asked about`},
		{"a trigger that says nothing", func(p *Profile) { p.Versions[0].Triggers = p.Versions[0].Triggers[1:] }, `trigger "closure" is asked about but`},
		{"a trigger to no group", func(p *Profile) { p.Versions[0].Triggers[0].Points = []string{"cats"} }, `points to "cats"`},
		{"none pointing to a group", func(p *Profile) { p.Versions[0].Triggers[4].Points = []string{"age"} }, `trigger "none" points to a group`},
	})
}

func TestAQuestionWithAFaultIsRefused(t *testing.T) {
	refuse(t, []refusal{
		{"a question twice", func(p *Profile) { ask(p, "aims").Code = "title" }, `question "title" is there twice`},
		{"an unknown kind", func(p *Profile) { ask(p, "aims").Kind = "song" }, "unknown kind"},
		{"no label", func(p *Profile) { ask(p, "aims").Label = "" }, "needs a label and a short name"},
		{"no short name", func(p *Profile) { ask(p, "aims").Short = "" }, "needs a label and a short name"},
		{"radios with no choices", func(p *Profile) { ask(p, "directorate").Choices = nil }, "has 0 choices"},
		{"text with choices", func(p *Profile) { ask(p, "aims").Choices = []Choice{{Code: "a", Label: "A"}} }, "has 1 choices"},
		{"text without a limit", func(p *Profile) { ask(p, "aims").MaxChars = 0 }, "allows 0 characters"},
		{"a date with a limit", func(p *Profile) { ask(p, "review_date").MaxChars = 10 }, "allows 10 characters"},
		{"a least above the most", func(p *Profile) { ask(p, "title").MinChars = 201 }, "needs at least 201"},
		{"required without a message", func(p *Profile) { ask(p, "aims").Error = "" }, "has no error message"},
		{"a message that only complains", func(p *Profile) { ask(p, "aims").Error = "This field is required" }, "does not say what to do"},
		{"a choice twice", func(p *Profile) { ask(p, "directorate").Choices[1].Code = "neighbourhoods" }, `"neighbourhoods" is there twice`},
		{"a choice that is no code", func(p *Profile) { ask(p, "directorate").Choices[1].Code = "Housing!" }, `"Housing!" is not a code`},
		{"a choice without a label", func(p *Profile) { ask(p, "directorate").Choices[1].Label = "" }, "with no label"},
		{"depending on a later question", func(p *Profile) { ask(p, "aims").If = &Condition{Question: "summary", Is: []string{"x"}} }, "not asked before it"},
		{"depending on itself", func(p *Profile) { ask(p, "affected").If = &Condition{Question: "affected", Is: []string{"both"}} }, "not asked before it"},
		{"depending on no answer", func(p *Profile) { ask(p, "aims").If = &Condition{Question: "kind", Is: nil} }, "names no answer"},
		{"depending on an answer not offered", func(p *Profile) { ask(p, "aims").If = &Condition{Question: "kind", Is: []string{"x"}} }, `answer "x"`},
		{"a page depending on a later question", func(p *Profile) {
			p.Versions[0].Sections[0].Pages[0].If = &Condition{Question: "kind", Is: []string{"policy"}}
		}, "page start depends"},
		{"required off the short path", func(p *Profile) { p.Versions[0].Sections[0].Pages[1].Aside = true }, "not on the short path"},
		{"a choice the service reads left out", func(p *Profile) { ask(p, "route").Choices = ask(p, "route").Choices[1:] }, `does not offer "committee"`},
		{"a question the service reads of another kind", func(p *Profile) { ask(p, "decision_date").Kind = Day }, "the service reads it as day_or_not"},
	})
	for _, r := range reliedOnQuestions() {
		refuse(t, []refusal{{"without " + r.code, func(p *Profile) { ask(p, r.code).Code = "gone" }, `question "` + r.code + `" is missing`}})
	}
}

func TestACharacteristicWithAFaultIsRefused(t *testing.T) {
	refuse(t, []refusal{
		{"a characteristic twice", func(p *Profile) { group(p, "veterans").Code = "care_leavers" }, "is there twice"},
		{"a protected one left out", func(p *Profile) { group(p, "sex").Code = "gender" }, `"sex" is protected by law but missing`},
		{"a protected one called local", func(p *Profile) { group(p, "sex").Kind = Local }, "but is statutory"},
		{"a local one called statutory", func(p *Profile) { group(p, "veterans").Kind = Statutory }, "but is local"},
		{"no label", func(p *Profile) { group(p, "race").Label = "" }, "has no label"},
		{"no definition", func(p *Profile) { group(p, "race").Definition = "" }, "has no definition"},
		{"no source", func(p *Profile) { group(p, "race").Source = "" }, "where its definition comes from"},
		{"a link that is not https", func(p *Profile) { group(p, "race").Link = "http://example.org" }, "not https"},
		{"no prompts", func(p *Profile) { group(p, "race").Prompts = nil }, "has no prompts"},
		{"a date that is none", func(p *Profile) { group(p, "race").From = "" }, "is not a date"},
		{"two with one definition", func(p *Profile) { group(p, "gender_reassignment").Definition = group(p, "sex").Definition }, "share a definition"},
		{"two with one label", func(p *Profile) { group(p, "veterans").Label = "care leavers" }, "share a label"},
		{"no aim", func(p *Profile) { group(p, "veterans").Aims = nil }, "touches no aim"},
		{"an aim twice", func(p *Profile) { group(p, "veterans").Aims = []string{AimFoster, AimFoster} }, "is there twice"},
		{"an unknown aim", func(p *Profile) { group(p, "veterans").Aims = []string{"profit"} }, "unknown aim"},
		{"marriage with every aim", func(p *Profile) { group(p, MarriageAndCivilPartnership).Aims = group(p, "age").Aims }, "only touch the first aim"},
		{"age with one aim", func(p *Profile) { group(p, "age").Aims = []string{AimEliminate} }, "all three aims by law"},
		{"two aims", func(p *Profile) { p.Versions[0].Aims = p.Versions[0].Aims[:2] }, "the aims are"},
		{"an aim paraphrased", func(p *Profile) { p.Versions[0].Aims[1].Label = "advance equality" }, "not in the words of section 149(1)"},
	})
}

func TestEveryFaultIsToldAtOnce(t *testing.T) {
	err := spoilt(t, func(p *Profile) { p.Council, p.Versions[0].Code, group(p, "race").Label = "", "", "" }).Validate()
	for _, want := range []string{"name its council", "it has no code", `"race" has no label`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not told: %v", want, err)
		}
	}
}
