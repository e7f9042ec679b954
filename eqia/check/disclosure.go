package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"dorset-eqia/eqia"
)

func disclosureRules() []Rule {
	return []Rule{{
		ID: "E10", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.Law, Screening: true,
		Title:  "Nobody can be picked out",
		Why:    "Most assessments are published. Personal data is protected by law, and a number below five can tell a colleague or neighbour who is meant.",
		Weak:   "Two trans employees work in the team. One of them, Ms Alder, objects.",
		Better: "Fewer than five people in the team belong to this group. They were asked in private.",
		Judge:  disclosed,
	}}
}

// detail is one kind of personal detail: what it is called, how many digits or which of some pieces a text has where it is, how it looks,
// and whether what looks like it is one.
type detail struct {
	name   string
	digits int
	pieces []string
	looks  *regexp.Regexp
	is     func(found, sentence string) bool
}

// details are looked for in this order.
var details = []detail{
	{"an email address", 0, []string{"@"}, regexp.MustCompile(`[\w.%+-]+@[\w-]+(?:\.[\w-]+)+`), personalAddress},
	{"a phone number", 10, nil, regexp.MustCompile(`(?:\+44 ?(?:\(0\) ?)?|\b0)[1-9](?:[ -]?\d){8,9}\b`), personalNumber},
	{"a National Insurance number", 6, nil, regexp.MustCompile(`\b[A-CEGHJ-PQRSTW-Z][A-CEGHJ-NPQRSTW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b`), nil},
	{"an NHS number", 10, nil, regexp.MustCompile(`\b[1-9]\d\d[ -]?\d{3}[ -]?\d{4}\b`), func(found, _ string) bool { return nhsNumber(found) }},
	{"a postcode", 2, nil, regexp.MustCompile(`\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b`), func(_, s string) bool { return !premises.in(tokens(s)) }},
	{"a date of birth", 1, []string{"irth", "dob", "DOB", "orn on"}, regexp.MustCompile(`(?i)\b(?:dob|date of birth|born on)\W{0,3}(?:\w+ )?\d{1,2}[ /.-]`), nil},
	{"the name of a person", 0, []string{"Mr", "Ms", "Miss", "Mx", "Dr", "Rev", "Sir", "Dame", "Prof"}, regexp.MustCompile(`\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Revd|Sir|Dame|Prof|Professor)\.? (?:[A-Z]\.? )?[A-Z][\p{L}'’-]+`), aPerson},
}

var (
	premises = lexiconOf(`hall, library, centre, office, school, hospital, surgery, depot, station, college, church, museum, house of, council, headquarters, site, hq, building, court, write to, postal address, freepost`)
	// offices are the first parts of addresses that belong to a post or a team.
	offices = lexiconOf(`equality, equalities, diversity, edi, info, enquiry, inquiry, contact, consultation, feedback, complaint, hello, admin, office, team, service, customer, help, press, hr, planning, housing,
		licensing, parking, library, democratic, committee, foi, dpo, data protection, privacy, survey, engagement, policy, webmaster, support, access`)
	products = regexp.MustCompile(`^(?:Ms|Mr|Dr|Sir|Miss)\.? (?:Teams|Word|Excel|Office|Outlook|SharePoint|Access|Windows|Planner|Forms)$`)
	works    = lexiconOf(`review, report, school, academy, trust, foundation, hospital, library, centre, street, road, avenue, prize, award, inquiry, index, practice, surgery, court, hall`)
)

func personalAddress(found, _ string) bool {
	name, _, _ := strings.Cut(found, "@")
	return !offices.in(tokens(name))
}

// personalNumber leaves out numbers that only organisations have.
func personalNumber(found, _ string) bool {
	number := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, found)
	number = strings.TrimPrefix(strings.TrimPrefix(number, "44"), "0")
	return !strings.HasPrefix(number, "8") && !strings.HasPrefix(number, "3")
}

// nhsNumber checks the last digit of ten by the sum of the others.
func nhsNumber(found string) bool {
	sum, n, last := 0, 0, 0
	for _, r := range found {
		if r < '0' || r > '9' {
			continue
		}
		if last = int(r - '0'); n < 9 {
			sum += (10 - n) * last
		}
		n++
	}
	return n == 10 && (11-sum%11)%11 == last
}

func aPerson(found, s string) bool {
	_, after, _ := strings.Cut(s, found)
	next := tokens(after)
	return !products.MatchString(found) && !works.in(next[:min(2, len(next))])
}

// few are the counts that are small enough to pick someone out. Larger counts are left to the reader.
var (
	few     = []string{"one", "two", "three", "four", "1", "2", "3", "4"}
	persons = lexiconOf(`employee, staff, colleague, resident, tenant, pupil, child, children, carer, people, person, officer, worker, family, women, woman, men, man, member of staff, user,
		patient, client, applicant, apprentice, manager, teacher, student, mother, father, parent, girl, boy, veteran, care leaver, refugee, wheelchair user, household, councillor, driver, lad, couple`)
	// revealing are traits that make a small count tell more than it should, with groupWords for the groups themselves.
	revealing = lexiconOf(`screen reader, visual impairment, hearing aid, hiv, cancer, depression, gay, lesbian, bisexual, trans, transgender, pregnant, maternity leave, muslim, jewish, sikh, hindu, catholic,
		black, asian, gypsy, traveller, roma, refugee, disabled, disability, deaf, blind, wheelchair, autistic, dyslexic, dementia, impairment, mental health, care leaver, veteran, asylum, ethnic`)
	// counted are words around a small number that make it a share, an offer or a thing and not a count of known people.
	counted = lexiconOf(`in four, in five, in six, in seven, in eight, in nine, in ten, in three, in two, in 3, in 4, in 5, in 10, in 100, third, quarter, fifth, option, time, year, month, week, day, hour, bay, space, toilet,
		session, meeting, workshop, event, focus group, mile, stage, per cent, or more, at a time, each, group of, network, forum, club, charity, organisation, school, site, home for, desk, seat, place, place for, one to one, workstream, bus, only`)
)

// figures are numbers that count nobody: money, shares, dates and parts of longer numbers.
var figures = regexp.MustCompile(`(?i)[£$€] ?\d[\d,.]*|\b\d+(?:[.,:/-]\d+)+|\b\d+ ?(?:%|per ?cent)|\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)\b`)

// smallCount is the words of a count below five of people with a revealing trait; empty when a sentence has none.
func smallCount(sentence string) string {
	if countIn(tokens(sentence)) == "" {
		return ""
	}
	return countIn(tokens(figures.ReplaceAllString(sentence, " ")))
}

// before are words that make the number after them something else than a count: "fewer than two", "option 3".
var before = []string{"than", "no", "least", "option", "stage", "phase", "under", "age", "aged", "section", "day", "every", "grade", "carry", "or"}

func countIn(words []string) string {
	for i, w := range words {
		if !slices.Contains(few, w) || i > 0 && slices.Contains(before, words[i-1]) {
			continue
		}
		next := words[i+1 : min(len(words), i+6)]
		who := persons.first(next)
		if who < 0 || who > 3 {
			continue
		}
		if revealing.in(words[i+1:min(len(words), i+10)]) && !counted.in(next[:min(len(next), who+2)]) {
			return strings.Join(words[i:min(len(words), i+2+who)], " ")
		}
	}
	return ""
}

// disclosed looks at everything that readers see, one remark for each kind of detail in each place.
func disclosed(c eqia.Case) []Remark {
	var out []Remark
	for _, t := range written(c) {
		for _, message := range personal(t.Message) {
			if !slices.ContainsFunc(out, func(r Remark) bool { return r.Where == t.Where && r.Message == message }) {
				out = append(out, atPart(t.Where, message))
			}
		}
	}
	return out
}

// personal is what a text gives away: the first detail of each kind, and the first small number.
func personal(text string) []string {
	var out []string
	figures := 0
	for i := range len(text) {
		if text[i] >= '0' && text[i] <= '9' {
			figures++
		}
	}
	for _, d := range details {
		possible := figures >= d.digits && (d.pieces == nil || slices.ContainsFunc(d.pieces, func(p string) bool { return strings.Contains(text, p) }))
		if possible && d.looks.MatchString(text) && d.in(text) {
			out = append(out, "Take out "+d.name+". What stands here can become public.")
		}
	}
	for raw := range pieces(text) {
		if number := smallCount(raw); number != "" {
			return append(out, fmt.Sprintf("Take out the small number (“%s”), or write “fewer than five”. It could show who is meant.", number))
		}
	}
	return out
}

// in reports whether one of a text's sentences has the detail. Those that look like it are weighed beside the rest of their sentence.
func (d detail) in(text string) bool {
	for raw := range pieces(text) {
		for _, found := range d.looks.FindAllString(raw, -1) {
			if d.is == nil || d.is(found, raw) {
				return true
			}
		}
	}
	return false
}

// written is every text of an assessment with its place, in the order of the record.
func written(c eqia.Case) []Remark {
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
		add(eqia.Entry(eqia.ActionPart, a.No), a.Issue, a.What, a.Who, a.Measure, a.Start)
	}
	return out
}
