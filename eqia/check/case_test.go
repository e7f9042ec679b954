package check

import (
	"slices"
	"sync"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/library"
	"dorset-eqia/workflow"
)

// dorset is the council's form, read once.
var dorset = sync.OnceValues(func() (form.Profile, error) { return form.Load("dorset") })

// caseOn is an untouched assessment on one version of the Dorset form.
func caseOn(t testing.TB, version string) eqia.Case {
	t.Helper()
	council, err := dorset()
	if err != nil {
		t.Fatal(err)
	}
	fv, ok := council.Version(version)
	if !ok {
		t.Fatalf("there is no form %s", version)
	}
	known, err := library.Load(library.Edition("dorset"))
	if err != nil {
		t.Fatal(err)
	}
	c := eqia.Case{Form: fv, Council: council, Known: known, Today: "2026-11-02", Facts: workflow.Facts{workflow.NotContributor: true}}
	c.Placed = true
	c.State, c.StartedAt = workflow.Draft, time.Date(2026, 10, 1, 9, 0, 0, 0, time.UTC)
	c.Content = eqia.NewContent(eqia.FormRef{Profile: "dorset", Version: version})
	return c
}

func text(s string) eqia.Answer   { return eqia.Answer{Text: s} }
func choice(s string) eqia.Answer { return eqia.Answer{Choices: []string{s}} }

// full is a whole assessment that no rule questions: age is negative with an action, sex unclear with one, disability positive, and
// all other groups share a reason.
func full(t testing.TB) eqia.Case {
	t.Helper()
	c := caseOn(t, "2026-1")
	c.Content.Answers = map[string]eqia.Answer{
		"title": text("Library opening hours"), "kind": choice("service_change"), "assessment_needed": choice("yes"), "status": choice("refreshed"),
		"change": text("Two branches open for fewer hours."), "aims": text("To save money and keep every branch open."), "affected": choice("external"),
		"directorate": choice("place"), "route": choice("committee"), "decision_maker": text("Cabinet"), "decision_date": {NotKnown: true},
		"triggers": choice("none"), "evidence_says": text("Evenings are used least."), "more_needed": choice("yes"),
		"more_needed_what": text("Who comes in the evening, by sex."),
		"no_engagement":    text("The survey of users opens next month."), "summary": text("Older people lose evening hours. Disabled people gain quiet ones."),
		"monitoring": text("Count visits each month."), "review_date": {Day: "2027-09-01"},
		eqia.SharedReason: text("We looked at a year of bookings and at the events in each branch: none at the changed hours is for these groups."),
	}
	c.Content.Evidence = []eqia.Evidence{{No: 1, Title: "Visits by hour", Source: "Library service", Date: "2026"}}
	for _, ch := range c.Characteristics() {
		b := eqia.BlankBlock()
		b.Effects, b.Shared = eqia.Effects{eqia.Neutral}, true
		c.Content.Cards = append(c.Content.Cards, eqia.Card{Code: ch.Code, Blocks: []eqia.Block{b}})
	}
	setBlock(&c, "disability", eqia.Block{Effects: eqia.Effects{eqia.Positive}, Aims: []string{"eliminate", "advance", "foster"},
		How: "Quiet hours help autistic people, and others who find noise hard."})
	setBlock(&c, "age", eqia.Block{Effects: eqia.Effects{eqia.Negative}, How: "About forty older people come in the evening, ten of them in a wheelchair.", Mitigation: "A later closing time on Fridays."})
	setBlock(&c, "sex", eqia.Block{Effects: eqia.Effects{eqia.Unclear}, How: "We do not count visits by sex.", FindOut: "Who comes in the evening."})
	c.Content.Actions = []eqia.Action{
		{No: 1, What: "Open until 7pm on Fridays", Who: "Library manager", When: eqia.When{Kind: eqia.InMonth, Month: "2027-01"}, Answers: []eqia.BlockRef{{Card: "age"}}},
		{No: 2, What: "Ask 100 evening users", Who: "Library manager", When: eqia.When{Kind: eqia.InYear, Year: "2027"}, Answers: []eqia.BlockRef{{Card: "sex"}}},
	}
	return c
}

// screened is a record, that no rule questions, of why no assessment is needed.
func screened(t testing.TB) eqia.Case {
	t.Helper()
	c := full(t)
	c.Content.Cards, c.Content.Evidence, c.Content.Actions = []eqia.Card{}, []eqia.Evidence{}, []eqia.Action{}
	c.Content.Answers["assessment_needed"] = choice("no")
	c.Content.Answers["change"] = text("The form has a shorter name.")
	c.Content.Answers["screening_reason"] = text("Only the name of the form changes. We checked a year of complaints and asked both teams, and nobody had trouble with the name.")
	return c
}

// setBlock gives a group one block.
func setBlock(c *eqia.Case, code string, b eqia.Block) { *blockOf(c, code) = b }

// blockOf is a group's first block, to be changed in place.
func blockOf(c *eqia.Case, code string) *eqia.Block { return &cardOf(c, code).Blocks[0] }

func cardOf(c *eqia.Case, code string) *eqia.Card {
	i := slices.IndexFunc(c.Content.Cards, func(k eqia.Card) bool { return k.Code == code })
	return &c.Content.Cards[i]
}

// drop takes a group's card away, as if it had never been touched.
func drop(c *eqia.Case, code string) {
	c.Content.Cards = slices.DeleteFunc(c.Content.Cards, func(k eqia.Card) bool { return k.Code == code })
}

// places lists where a rule questions a case at a gate, as "kind/key".
func places(c eqia.Case, gate eqia.Gate, rule string) []string {
	out := []string{}
	for _, f := range Judge(c, gate) {
		if f.Rule == rule {
			out = append(out, f.Where.String())
		}
	}
	return out
}

// example is one case of a rule's table: what is changed in a good record, and where the rule then speaks up.
type example struct {
	name   string
	change func(*eqia.Case)
	where  []string // empty when it stays silent
}

// judged runs a rule's table at each of its gates.
func judged(t *testing.T, rule string, base func(testing.TB) eqia.Case, table []example) {
	t.Helper()
	i := slices.IndexFunc(All(), func(r Rule) bool { return r.ID == rule })
	if i < 0 {
		t.Fatalf("there is no rule %s", rule)
	}
	silent := func(e example) bool { return len(e.where) == 0 }
	if !slices.ContainsFunc(table, silent) || !slices.ContainsFunc(table, func(e example) bool { return !silent(e) }) {
		t.Errorf("the table of %s never has it speak up, or never silent", rule)
	}
	for _, gate := range All()[i].Gates {
		for _, e := range table {
			t.Run(string(gate)+": "+e.name, func(t *testing.T) {
				c := base(t)
				e.change(&c)
				for _, f := range Judge(c, gate) {
					if f.Rule == rule {
						fitToBeReadOut(t, f)
					}
				}
				if got := places(c, gate, rule); !slices.Equal(got, e.where) && len(got)+len(e.where) > 0 {
					t.Errorf("%s is found at %q, want %q", rule, got, e.where)
				}
			})
		}
	}
}

// answering changes one answer's text.
func answering(question, words string) func(*eqia.Case) {
	return func(c *eqia.Case) { c.Content.Answers[question] = text(words) }
}

// choosing changes one answer's choice.
func choosing(question, code string) func(*eqia.Case) {
	return func(c *eqia.Case) { c.Content.Answers[question] = choice(code) }
}

// inTurn makes several changes, one after another.
func inTurn(changes ...func(*eqia.Case)) func(*eqia.Case) {
	return func(c *eqia.Case) {
		for _, change := range changes {
			change(c)
		}
	}
}
