package check

import (
	"regexp"
	"slices"
	"strings"
)

// few are the counts that are small enough to pick someone out. Larger counts are left to the reader.
var (
	few     = []string{"one", "two", "three", "four", "1", "2", "3", "4"}
	persons = lexiconOf(`of those, of them, member, postholder, employee, staff, colleague, resident, tenant, pupil, child, children, carer, people, person, officer, worker, family, women, woman, men, man, member of staff, user,
		patient, client, applicant, apprentice, manager, teacher, student, mother, father, parent, girl, boy, veteran, care leaver, refugee, wheelchair user, household, councillor, driver, lad, couple`)
	// revealing are traits that make a small count tell more than it should, with groupWords for the groups themselves.
	revealing = lexiconOf(`at risk, over 50, over 55, over 60, over 65, over 70, over 75, over 80, over 85, over 90, under 16, under 18, under 21, under 25, in care, looked after, foster, child protection, free school meal, homeless, evicted, eviction, arrears, bankrupt, offender, convicted, conviction, prison,
		domestic abuse, abused, suicide, overdose, addiction, long term sick, sick leave, off sick, grievance, dismissed, redundant, heritage, origin, descent, chinese, indian, pakistani, bangladeshi, caribbean, african, arab, polish, romanian, portuguese, nepali, nepalese, ukrainian, syrian, afghan, bulgarian,
		lithuanian, filipino, second language, non binary, gender identity, transitioning, civil partnership, widow, widowed, widower, divorced, lone parent, single parent, single mother, breastfeeding, palsy, epilepsy, epileptic, sclerosis, parkinson, diabetes, diabetic, stroke, hearing loss, sight loss, adhd, learning disability,
		learning difficulty, mental illness, illness, jehovah, pagan, humanist, atheist, quaker, bipolar, schizophrenia, psychosis, anxiety, autism, buddhist, reservist, screen reader, visual impairment, hearing aid, hiv, cancer, depression, gay, lesbian, bisexual, trans, transgender, pregnant, maternity leave, muslim, jewish, sikh, hindu, catholic,
		black, asian, gypsy, traveller, roma, refugee, disabled, disability, deaf, blind, wheelchair, autistic, dyslexic, dementia, impairment, mental health, care leaver, veteran, asylum, ethnic`)
	// counted are words around a small number that make it a share, an offer or a thing and not a count of known people.
	counted = lexiconOf(`in four, in five, in six, in seven, in eight, in nine, in ten, in three, in two, in 3, in 4, in 5, in 10, in 100, third, quarter, fifth, option, time, year, month, week, day, hour, bay, space, toilet,
		session, meeting, workshop, event, focus group, mile, stage, per cent, or more, at a time, each, group of, network, forum, club, charity, organisation, school, site, home for, desk, seat, place, place for, one to one, workstream, bus, only session, only group, only hour`)
)

var shares = lexiconOf(`two, three, four, five, six, seven, eight, nine, ten, twelve, twenty, hundred`)

// figures are numbers that count nobody: money, shares, dates and parts of longer numbers.
var figures = regexp.MustCompile(`(?i)[£$€] ?\d[\d,.]*|\b\d+(?:[.,:/-]\d+)+|\b\d+ ?(?:%|per ?cent)|\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)\b`)

// smallCount is the words of a low count of people with a revealing trait; empty when a sentence has none.
func smallCount(sentence string, low func(string) bool) string {
	if countIn(tokens(sentence), low) == "" {
		return ""
	}
	return countIn(tokens(figures.ReplaceAllString(sentence, " ")), low)
}

// before are words that make the number after them something else than a count: "fewer than two", "option 3".
var before = []string{"than", "no", "least", "option", "stage", "phase", "under", "age", "aged", "section", "day", "every", "grade", "carry", "or"}

// fewest reports whether a word may be a count that is small enough.
func fewest(w string) bool { return w == "only" || slices.Contains(few, w) }

// underTen reports whether a word is a count from five to nine.
func underTen(w string) bool {
	return slices.Contains([]string{"five", "six", "seven", "eight", "nine", "5", "6", "7", "8", "9"}, w)
}

func countIn(words []string, low func(string) bool) string {
	for i, w := range words {
		if !low(w) || !countsPeople(words, i) {
			continue
		}
		next := words[i+1 : min(len(words), i+6)]
		who := persons.first(next)
		if who < 0 || who > 3 {
			continue
		}
		if rest := next[who+1:]; len(rest) > 1 && rest[0] == "in" && (numeral(rest[1]) || shares.in(rest[1:2])) {
			continue // "one carer in eight"
		}
		if revealing.in(words[i+1:min(len(words), i+12)]) && !counted.in(next[:min(len(next), who+2)]) {
			return strings.Join(words[i:min(len(words), i+2+who)], " ")
		}
	}
	return ""
}

// countsPeople reports whether the words around a number leave it a count: "the only veteran" is one, "one in four" and "two for carers"
// are none.
func countsPeople(words []string, i int) bool {
	last, next := words[max(0, i-1)], words[min(len(words)-1, i+1)]
	if words[i] == "only" {
		return i > 0 && last == "the"
	}
	share := i > 1 && last == "in" && slices.Contains(few, words[i-2])
	return !share && next != "for" && (i == 0 || !slices.Contains(before, last))
}
