package check

import (
	"fmt"
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

func disclosureRules() []Rule {
	return []Rule{{
		ID: "E10", Severity: eqia.Warn, Gates: []eqia.Gate{eqia.AtSubmit, eqia.AtPublish}, Basis: eqia.Law, Screening: true,
		Title:  "Nobody can be picked out",
		Why:    "Most assessments are published. Personal data is protected by law, and a number below five can tell a colleague or neighbour who is meant.",
		Weak:   "Two trans employees work in the team. One of them, Ms Alder, objects.",
		Better: "Fewer than five people in the team belong to this group. They were asked in private.",
		Judge:  disclosed,
	}, {
		ID: "P1", Severity: eqia.Prompt, Gates: atPublish, Basis: eqia.GoodPractice, Screening: true,
		Title:  "Small counts tell nobody who is meant",
		Why:    "In a small team or village, people can work out who six people with the same impairment are.",
		Weak:   "Six deaf residents of the village use the hall.",
		Better: "Fewer than ten deaf residents use the hall.",
		Judge:  lowCounts,
	}, {
		ID: "P2", Severity: eqia.Prompt, Gates: atPublish, Basis: eqia.Policy, Screening: true,
		Title:  "People are named by their role",
		Why:    "The council’s published assessments say who is responsible by role. A role still holds when someone leaves.",
		Weak:   "Jane Alder will count the loans.",
		Better: "The library manager will count the loans.",
		Judge:  notByRole,
	}}
}

// lowCounts looks for counts of five to nine people with a trait that few have. E10 asks about smaller ones.
func lowCounts(c *reading) []Remark {
	var out []Remark
	for _, t := range written(c) {
		for raw := range pieces(t.Message) {
			if number := smallCount(raw, underTen); number != "" {
				out = append(out, atPart(t.Where, fmt.Sprintf("Take out the number (“%s”), or make sure that it shows nobody who is meant.", number)))
				break
			}
		}
	}
	return out
}

// unshown are the answers that name people and that no public page shows.
var unshown = []string{"portfolio_holder", "senior_officer"}

// notByRole looks for people's names where the council publishes roles, one remark for each place.
func notByRole(c *reading) []Remark {
	if c.Council.PublicNames != form.NamesAsRoles {
		return nil
	}
	var out []Remark
	for _, t := range written(c) {
		hidden := t.Where.Kind == eqia.AnswerPart && slices.Contains(unshown, t.Where.Key)
		there := slices.ContainsFunc(out, func(r Remark) bool { return r.Where == t.Where })
		if name, _ := personIn(t.Message); name != "" && !hidden && !there {
			out = append(out, atPart(t.Where, "Use a role here and not a name, for example Library manager."))
		}
	}
	return out
}

// disclosed looks at everything that readers see, one remark for each kind of detail in each place.
func disclosed(c *reading) []Remark {
	var out []Remark
	for _, t := range written(c) {
		for _, message := range personal(c, t.Message) {
			if !slices.ContainsFunc(out, func(r Remark) bool { return r.Where == t.Where && r.Message == message }) {
				out = append(out, atPart(t.Where, message))
			}
		}
	}
	return out
}

// personal is what a text gives away: the first detail of each kind, and the first small number.
func personal(c *reading, text string) []string {
	const takeOut = "Take out %s. What stands here can become public."
	var out []string
	digits, coded := digitsIn(text)
	for _, d := range details {
		if digits >= d.digits && (coded || !d.coded) && d.in(text) {
			out = append(out, fmt.Sprintf(takeOut, d.name))
		}
	}
	if ownAffair(text) {
		out = append(out, fmt.Sprintf(takeOut, "the name of a person"))
	}
	if !slices.ContainsFunc(c.words(text), fewest) {
		return out
	}
	for raw := range pieces(text) {
		if number := smallCount(raw, fewest); number != "" {
			return append(out, fmt.Sprintf("Take out the small number (“%s”), or write “fewer than five”. It could show who is meant.", number))
		}
	}
	return out
}

// digitsIn counts the digits of a text, and says whether one of them stands behind a capital or a space behind one, as in a postcode.
func digitsIn(text string) (n int, coded bool) {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			continue
		}
		n++
		before := strings.TrimSuffix(text[max(0, i-2):i], " ")
		coded = coded || before != "" && before[len(before)-1] >= 'A' && before[len(before)-1] <= 'Z'
	}
	return n, coded
}

// written is every text of an assessment with its place, in the order of the record.
func written(c *reading) []Remark {
	var out []Remark
	add := func(where eqia.PartKey, texts ...string) {
		for _, t := range texts {
			if t != "" {
				out = append(out, atPart(where, t))
			}
		}
	}
	codes := make([]string, 0, len(c.Content.Answers))
	for code := range c.Content.Answers {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	for _, code := range codes {
		add(eqia.PartKey{Kind: eqia.AnswerPart, Key: code}, c.Content.Answers[code].Text)
	}
	for _, k := range c.Content.Cards {
		for _, b := range k.Blocks {
			add(eqia.PartKey{Kind: eqia.CardPart, Key: k.Code}, b.How, b.Mitigation, b.Justification, b.FindOut)
		}
	}
	for _, o := range c.Content.Options {
		add(eqia.Entry(eqia.OptionPart, o.No), o.Label, o.Text)
	}
	for _, e := range c.Content.Evidence {
		add(eqia.Entry(eqia.EvidencePart, e.No), e.Title, e.Source, e.Says)
	}
	for _, e := range c.Content.Engagement {
		add(eqia.Entry(eqia.EngagementPart, e.No), e.Who, e.How, e.Said, e.Changed)
	}
	for _, a := range c.Content.Actions {
		add(eqia.Entry(eqia.ActionPart, a.No), append([]string{a.Issue, a.What, a.Who, a.Measure, a.Start}, a.Others...)...)
	}
	return out
}
