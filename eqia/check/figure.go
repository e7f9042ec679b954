package check

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"dorset-eqia/eqia/library"
)

// quoted is a figure as someone wrote it: its value, how far it may be from another to be the same one rounded, and what it counts.
type quoted struct {
	words       string
	value, near float64
	unit        library.Unit
}

var (
	quotable = regexp.MustCompile(`(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?( ?%| ?[Pp]er ?cent\b)?`)
	// loosely is how a figure starts that is not meant to the last place.
	loosely = regexp.MustCompile(`(?i)(?:^|\W)(?:about|around|nearly|almost|roughly|approximately|just over|just under|over|under|some|more than|less than) $`)
	// someOnly are words of figures about fewer people, or others, than those of the library.
	someOnly = lexiconOf(`respondent, responded, replied, reply, answered, survey, poll, questionnaire, user, member, customer, visitor, tenant, pupil, passenger, applicant, claimant, driver, patient, reader, client, those, who, whom, ward, town, village, parish, estate, branch, site, centre, team, service,
		department, directorate, district, affected, at risk, in scope, weymouth, household, household survey, target, increase, rise, fall, grew, rose, fell, growth, sample, caseload, fee, discount, more likely, less likely`)
	// calledToo are what people call the groups of the library, beside their names there.
	calledToo = map[string]string{
		"Female": "women, female", "Male": "men, male", "Disclosed disability": "disabled, disability", "Ethnic minorities": "ethnic minority, minority ethnic",
		"Veterans": "veteran", "Active care leavers": "care leaver", "Live in rurally isolated areas": "rurally isolated, isolated area, rural isolation",
		"Lesbian, gay, bisexual or other": "lesbian gay bisexual, lgb, lgbt", "White: British": "white british", "No religion": "no religion",
	}
	peopled = map[library.Population]lexicon{
		library.Workforce: lexiconOf(`employee, workforce, staff`),
		library.Residents: lexiconOf(`resident, population, adult, dorset, county, people`),
		library.Nation:    lexiconOf(`england, wales, national, nationally, england and wales`),
	}
)

// figuresIn lists the percentages of a sentence, and its whole numbers of three digits or more that are no years.
func figuresIn(raw string) []quoted {
	var out []quoted
	if digits, _ := digitsIn(raw); digits < 3 && !percents(raw) {
		return nil
	}
	for _, at := range quotable.FindAllStringSubmatchIndex(raw, -1) {
		whole, part, percent := raw[at[2]:at[3]], between(raw, at[4], at[5]), at[6] >= 0
		digits := strings.ReplaceAll(whole, ",", "")
		value, err := strconv.ParseFloat(digits+part, 64)
		year := len(whole) == 4 && (strings.HasPrefix(whole, "19") || strings.HasPrefix(whole, "20"))
		if err != nil || !percent && (value < 100 || year || part != "") {
			continue
		}
		q := quoted{words: raw[at[0]:at[1]], value: value, unit: library.People, near: within(digits, part, loosely.MatchString(raw[max(0, at[0]-len("approximately ")):at[0]]))}
		if percent {
			q.unit = library.Percent
		}
		out = append(out, q)
	}
	return out
}

func between(text string, from, to int) string {
	if from < 0 {
		return ""
	}
	return text[from:to]
}

// within is how far a number may be from the one that was rounded to it: half of its last place, three times as far where it says "about".
func within(whole, part string, about bool) float64 {
	zeros := 0
	if part == "" {
		zeros = len(whole) - len(strings.TrimRight(whole, "0"))
		if len(whole) < 3 {
			zeros = 0
		}
	}
	near := math.Pow10(zeros-max(0, len(part)-1))/2 + 1e-9
	if about {
		near *= 3
	}
	return near
}

// is reports whether a figure is a fact's value, as far as it is given.
func (q quoted) is(f library.Fact) bool {
	n, ok := f.Hundredths()
	return ok && math.Abs(float64(n)/100-q.value) <= q.near
}
