package check

import (
	"fmt"
	"regexp"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

var (
	percentage = regexp.MustCompile(`(?i)\b\d{1,3}(?:\.\d+)? ?(?:%|per ?cent\b|percent\b)`)
	// ofWhole is what follows a percentage that says of what it is one.
	ofWhole = regexp.MustCompile(`(?i)^(?: ?\([^)]{0,40}\))?,? (?:\w+ )?(?:of|in|among|amongst)\b`)
	// asNoun is a percentage of people of a kind, and nothing more: "14% veterans". They are the share, not the whole.
	asNoun = regexp.MustCompile(`^ (\w+)(?:,|$)`)
	// fraction is a share in words as the subject of a sentence, with no word for whose it is.
	fraction = regexp.MustCompile(`(?i)\b(?:(?:a|one) (?:third|quarter|fifth|tenth)|two[ -]thirds|three[ -]quarters|half|(?:one|two|three|four|six|seven|eight|nine) (?:in|out of) (?:two|three|four|five|six|seven|eight|nine|ten|twenty))(?: \w+ly)? (?:are|is|was|were|have|has|had|would|will|could|may|might|said|say|told|agreed?|disagreed?|use|used|support|supported|oppose|opposed|want|wanted|prefer|preferred|find|found|felt|feel|need|live|lives)\b`)
	// ofStart is a whole that a sentence begins with: "Of those who answered, 40%".
	ofStart = regexp.MustCompile(`(?i)^(?:of|among|amongst|out of) [^,]{3,80},[^,]*$`)
	// is starts what is said of a share; leading leads from there to the whole.
	is      = regexp.MustCompile(`(?i)^ (?:are|is|were|was|have|has|identify as) `)
	leading = regexp.MustCompile(`(?i) (?:of|in|among|amongst|on|from) `)
	ofWhich = regexp.MustCompile(`(?i)^ ?of (?:which|these|them|this)\b`)
	// movement is money, a price or a movement, which has no whole.
	movement = lexiconOf(`rise, rises, rose, risen, increase, increased, increases, decrease, decreased, reduce, reduced, reduction, fell by, fall by, falls by, fallen by, drop by, dropped by, cut,
		cuts, up by, down by, grow, grew, growth, saving, saves, save, discount, price, cost, tax, vat, interest, inflation, budget, fee, charge, target, pay gap, relief, contribution, cheaper,
		dearer, faster, slower, went up, went down, goes from, goes up, goes down, margin, uplift, turnout, occupancy, full, capacity, grant, subsidy, concession, rebate, wage, salary, rent`)
	// wholes are who or what a share can be of.
	wholes = lexiconOf(`resident, people, population, household, respondent, staff, employee, workforce, worker, customer, user, tenant, pupil, child, children, adult, women, men, those, family, visitor,
		member, carer, claimant, applicant, patient, voter, home, post, vacancy, team, permit, ticket, journey, visit, call, application, answer, reply, response, proportion, share, percentage, rate, ward,
		school, county, village, area, district, town, region, england, wales, dorset, nation, veteran, passenger, trip, officer, manager, student, parent, homes, road, who, bus, site, building, complaint, case,
		borrower, reader, swimmer, driver, councillor, volunteer, learner, participant, attendee, mothers, fathers, survey, census, girl, boy, person, referral, booking, session, number, total, sample, group`)
)

// wrongFigure questions a figure that says too little, and one that is not the library's.
func wrongFigure(c *reading) []Remark { return append(noBase(c), notAsKnown(c)...) }

// noBase questions a share of nobody knows whom: no "of" behind it, and nothing in the sentence that it could be a share of.
func noBase(c *reading) []Remark {
	var out []Remark
	question := func(where eqia.PartKey, text string) {
		if figure := baseless(c, text); figure != "" {
			out = append(out, atPart(where, fmt.Sprintf("Say what %s is a share of, from which source and when.", figure)))
		}
	}
	question(eqia.PartKey{Kind: eqia.AnswerPart, Key: form.QuestionEvidenceSays}, c.Content.Answers[form.QuestionEvidenceSays].Text)
	for b := range blocks(c) {
		question(eqia.PartKey{Kind: eqia.CardPart, Key: b.characteristic.Code}, b.How)
	}
	for _, e := range c.Content.Evidence {
		question(eqia.Entry(eqia.EvidencePart, e.No), e.Says)
	}
	return out
}

// baseless is the first percentage or fraction of a text that no words say the whole of; empty when there is none.
func baseless(c *reading, text string) string {
	if !percents(text) && !fractional(c.words(text)) {
		return ""
	}
	given := false // the sentence before said how many of whom there are
	for raw := range pieces(text) {
		if figure := shareIn(raw); figure != "" && !given && !wholly(raw, figure) {
			return figure
		}
		words := tokens(raw)
		given = wholes.in(words) && strings.ContainsAny(raw, "0123456789")
	}
	return ""
}

func percents(text string) bool { return strings.Contains(text, "%") || strings.Contains(text, "cent") }

// fractional reports whether words may hold a share: "a third", "three in ten".
func fractional(words []string) bool {
	for i, w := range words {
		next := words[min(len(words)-1, i+1)]
		switch w {
		case "half", "third", "quarter", "fifth", "tenth":
			return true
		case "one", "two", "three", "four", "six", "seven", "eight", "nine":
			if next == "in" || next == "out" {
				return true
			}
		}
	}
	return false
}

// shareIn is the first share in a sentence, but for one that says at once what it is a share of.
func shareIn(raw string) string {
	if percents(raw) {
		at := percentage.FindStringIndex(raw)
		if at == nil || ofWhole.MatchString(raw[at[1]:]) && !ofWhich.MatchString(raw[at[1]:]) {
			return ""
		}
		return raw[at[0]:at[1]]
	}
	if at := fraction.FindString(raw); at != "" {
		return at[:strings.LastIndexByte(at, ' ')]
	}
	return ""
}

// wholly reports whether a sentence speaks of something that a figure in it can be a share of, or the figure is no share.
func wholly(raw, figure string) bool {
	before, after, _ := strings.Cut(raw, figure)
	if strings.HasPrefix(figure, "100") || strings.HasPrefix(after, " off") || ofStart.MatchString(before) {
		return true
	}
	if noun := asNoun.FindString(after); noun != "" {
		after = after[len(noun):]
	} else if is.MatchString(after) {
		first, rest, _ := strings.Cut(after, ",")
		after = strings.Join(leading.Split(first, 2)[1:], " ") + " " + rest
	}
	words := tokens(before + " " + figure + " " + after)
	return wholes.in(words) || movement.in(words)
}
