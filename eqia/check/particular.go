package check

import (
	"regexp"
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

func particularRules() []Rule {
	return []Rule{
		{
			ID: "A14", Severity: eqia.Prompt, Gates: atSubmit, Basis: eqia.Law, Waits: true,
			Title:  "It asks what could be made better",
			Why:    "The duty is to think about advancing equality as well as about avoiding harm. Courts have said that this part is often forgotten.",
			Weak:   "The harm to older people will be kept as small as possible.",
			Better: "With the van we buy anyway, 40 people over 80 could be driven to the lunch club for the first time.",
			Judge:  onlyHarm,
		},
		{
			ID: "A17", Severity: eqia.Prompt, Gates: atSubmit, Basis: eqia.Law,
			Title:  "Sex and gender reassignment are kept apart",
			Why:    "They are two characteristics in the Equality Act 2010. In 2025 the Supreme Court decided that sex in the Act means biological sex.",
			Weak:   "Sex: people of every gender identity are treated alike.",
			Better: "Sex: six in ten visitors are women. Gender reassignment: two of the showers get doors, as trans people asked.",
			Judge:  mixedUp,
		},
		{
			ID: "A18", Severity: eqia.Prompt, Gates: atSubmit, Basis: eqia.Law,
			Title:  "It says which disabled people, and what they need",
			Why:    "Section 149(4) of the Equality Act 2010 speaks of steps that take account of disabled people's disabilities. They differ from person to person.",
			Weak:   "Disabled people may find this harder.",
			Better: "Deaf people can't use the phone line, so there will be a text number. The letter comes in easy read.",
			Judge:  whichDisability,
		},
		{
			ID: "A19", Severity: eqia.Prompt, Gates: atSubmit, Basis: eqia.GoodPractice,
			Title:  "It says which ages",
			Why:    "A child, a student and someone of 85 meet the same change in quite different ways.",
			Weak:   "Some age groups may be affected more than others.",
			Better: "People over 75 have a longer walk to the stop. Pupils at two schools gain a later bus.",
			Judge:  whichAges,
		},
		{
			ID: "A20", Severity: eqia.Prompt, Gates: atSubmit, Basis: eqia.GoodPractice,
			Title:  "Rural isolation says where",
			Why:    "Isolation is about a place: how far it is, what runs there and what does not. A move online touches people there first.",
			Weak:   "Rural residents may find it harder to take part.",
			Better: "Fourteen villages north of the ridge have no bus on weekdays, and four have no mobile signal.",
			Judge:  where,
		},
	}
}

var advancing = lexiconOf(`improve, improves, improved, improving, improvement, advance, advancing, opportunity, encourage, encourages, encouraging, gain, gains, benefit, benefits,
	increase access, widen, widening, widens, more people, easier, better, promote, promotes, promoting, offer, offers, offering, reach out, new service, first time, extend, extends,
	enable, enables, enabling, free trial, more accessible, participation, take part, help to close, close the gap, for the first time, good relations, understanding,
	do more, could do more, more of them, so that more, under represented, underrepresented, unmet need, need we had not met, not met before, not had before, did not have, do not have now, bring together, confidence, independent, independence,
	inclusive, welcome, celebrate, befriend, become, skill, lesson, course, bursary, scholarship, sponsorship, get to know, get together, each other, mix with, apply for what, never claimed, never had, never been, not claimed, raise their share, uptake, take up,
	where there was none, where there were none, from scratch, new group, new class, new club, free place, free lesson, free course, sit on the, first chance, to design, apprenticeship, open to, traineeship`, forms(`bring, welcome, teach, learn, recruit, join, invite, mentor, volunteer, empower, attract, co design, coach, strengthen, enhance, advance, remove barriers, remove the barrier, set up,
	start a, create, add, open up, introduce`), `trained, training, guaranteed, designed with, designed by, of their own, of its own, able to, get their own`)

// gained is more people doing something, or something new.
var gained = regexp.MustCompile(`\bmore (?:of them|[a-z]{4,}) (?:will|can|could|get|take|join|come|use)\b|\bnew (?:\w+ )?(?:groups?|class(?:es)?|clubs?|sessions?|pitch(?:es)?|courses?|funds?|posts?|roles?|rooms?|places?|paths?|starters)\b`)

// softened are things that people get so that a harm is smaller, which is no gain.
var softened = lexiconOf(`get a letter, get a call, get a visit, get a notice, get a warning, get a reminder, get a refund, get a text, get a month, get a week, get a year, get a day, get a say, able to stay, able to keep, able to remain, able to pay, able to ask, able to appeal`)

func hopeful(c *reading, text string) bool {
	words := c.words(text)
	return text != "" && (advancing.in(softened.without(words)) || gained.MatchString(plain(text)) || begins(words))
}

// begins reports whether words promise something that is not there yet: what will be done is neither a loss nor a way to keep one small.
func begins(words []string) bool {
	for i, w := range words {
		if w != "will" {
			continue
		}
		next := slices.DeleteFunc(slices.Clone(words[i+1:min(len(words), i+4)]), func(w string) bool {
			return slices.Contains([]string{"be", "also", "then", "now", "all", "both", "therefore"}, w)
		})
		if len(next) > 0 && !holding.in(next[:1]) {
			return true
		}
	}
	return false
}

// holding are verbs for losing something, for keeping it, and for making a loss smaller, with words that are no verbs.
var holding = lexiconOf(forms(`avoid, monitor, lessen, reduce, limit, keep, continue, stay, remain, phase, warn, tell, write, inform, notify, cap, exempt, protect, move, lose, pay, need, wait, struggle, face, close, end, stop, cut, change, miss, apply, travel, walk, go, feel,
	see, use, review, consider, assess, consult, ensure, mitigate, minimise, support, help, charge, drop, fall, rise, increase, cost, affect, suffer, experience, delay, explain, ask, call, ring, visit, check, watch, manage, listen, respond, treat, compensate, refund, spread, soften, replace, restrict, remove,
	withdraw, retain, honour, respect, allow, let, redeploy, signpost, leave, receive, get, come, take, make, look, work, seem, depend, notice, prefer, like, want, accept, expect`) + `, not, no, still, only, have, never, find, told, kept, lost, paid, cut, left, made, taken, given, sent, put, held, more, less, worse, harder, difficult, able, unable, impacted, disadvantaged, at, in, on, of, the, a, an, to, fewer, longer, older, sure, subject, same, open, done`)

// onlyHarm asks where harms are dealt with, no gain is found, and no text speaks of one.
func onlyHarm(c *reading) []Remark {
	harm := false
	for b := range blocks(c) {
		harm = harm || b.NeedsAnswer()
		aims := slices.Contains(b.Aims, form.AimAdvance) || slices.Contains(b.Aims, form.AimFoster)
		if b.Effects.Has(eqia.Positive) || aims || b.NeedsAnswer() && (hopeful(c, b.How) || hopeful(c, b.Mitigation)) {
			return nil
		}
	}
	better := slices.ContainsFunc(c.Content.Actions, func(a eqia.Action) bool { return hopeful(c, a.What) })
	if !harm || better || hopeful(c, c.Content.Answers[form.QuestionSummary].Text) {
		return nil
	}
	return atWhole("Say whether anything could be made better for a group while you make this change. The answers are about avoiding harm alone.")
}

// The characteristics that a profile keeps apart by these codes.
const (
	cardSex                = "sex"
	cardGenderReassignment = "gender_reassignment"
	cardDisability         = "disability"
	cardAge                = "age"
	cardRural              = "rural_isolation"
)

var (
	identity = lexiconOf(`gender identity, gender identities, non binary, nonbinary, gender fluid, gender diverse, transgender, trans people, trans women, trans men, trans person,
		trans woman, trans man, trans staff, trans resident, transitioning, gender reassignment, transsexual`)
	// apart are words that keep the two apart, so that naming the one in the other's row is no mix-up.
	apart = lexiconOf(`not gender identity, not gender, rather than gender, separately, separate row, looked at in, looked at under, considered under, considered in, see gender, see the row,
		single sex, not sex, own row, own card, separate card, a card of it, different card, another card, card for, is separate, are separate, looked at below, looked at above, looked at separately, dealt with below, dealt with separately, covered below, considered separately, kept apart, in the row, on the card, under gender reassignment, in the section, biological sex`)
)

func mixedUp(c *reading) []Remark {
	var out []Remark
	same := map[string]bool{}
	for b := range blocks(c) {
		words := c.words(b.How)
		switch b.characteristic.Code {
		case cardSex:
			if mixes(words) {
				out = append(out, b.remark("Say here what the proposal means for women and for men. What it means for trans people has a card of its own."))
			}
		case cardGenderReassignment:
			same[strings.Join(words, " ")] = true
		}
	}
	for b := range blocks(c) {
		words := c.words(b.How)
		if b.characteristic.Code == cardSex && len(words) > 2 && same[strings.Join(words, " ")] {
			out = append(out, b.remark("Say what is different here: gender reassignment has the same words, and the two are not the same."))
		}
	}
	return out
}

// mixes reports whether words speak of gender identity or of trans people, other than to say that they are not about them.
func mixes(words []string) bool {
	if apart.in(words) {
		return false
	}
	for i := range words {
		if identity.at(words, i) > 0 && !contrasts.in(words[max(0, i-contrastReach):i]) {
			return true
		}
	}
	return false
}

// contrasts are words that keep what follows apart, and contrastReach how many words after them may do.
var contrasts = lexiconOf(`not, nor, neither, rather than, instead of, other than, apart from, different from, distinct from, as opposed to, excluding, without`)

const contrastReach = 4

// whichDisability looks at what is said of disabled people and what will be done for them.
func whichDisability(c *reading) []Remark {
	return unparticular(c, cardDisability, saysWhichDisability, "Say which disabled people are affected, and what adjustments or formats they would need.")
}

var (
	ages = lexiconOf(`older, younger, young, elderly, elder, eldest, youngest, oldest, child, children, childhood, kid, pension, pensioner, retire, retired, retiring, retirement, teen, teenager, teenage, preteen, youth, youngster, adolescent, adolescence, juvenile, pupil,
		schoolchild, schoolchildren, schoolboy, schoolgirl, toddler, baby, babies, newborn, infant, preschool, pre school, playgroup, play group, nursery, nurseries, school, college, university, working age, adult, aged, student, undergraduate, apprentice, apprenticeship, school leaver, graduate, grandparent,
		grandad, granddad, gran, nan, granny, grandma, grandpa, grandmother, grandfather, grandchild, grandchildren, great grandmother, fifties, sixties, seventies, eighties, nineties, twenties, thirties, forties, middle age, middle aged, midlife, mid life, older generation, younger generation,
		generation, millennial, baby boomer, octogenarian, septuagenarian, sixth form, sixth former, key stage, primary school, secondary school, primary age, secondary age, junior school, junior swim, reception class, early years, year group, gcse, a level, post 16, ageing, boy, girl, senior citizen,
		care home, nursing home, residential home, sheltered housing, extra care, dementia, frail, frailty, menopause, year old, later life, later year, old age, early career, end of their career, nearing retirement, unaccompanied minor, scout, brownie, born before, born after, born since, born in, bus pass, lunch club`)
	inYears = regexp.MustCompile(`(?i)\b(?:over|under|aged?|above|below|ages|age of|aged between|age group|years?|turn|turning)[ -]*(?:the age of )?\d{1,2}s?\b|\b\d{1,2}[ -]*(?:\+|to|–|-|and|or|plus)[ -]*(?:\d{1,2}\b|over|under|above|below|older|younger)|\b\d{1,2}(?:\+| plus\b)|\b\d{1,2}s\b|\b\d{1,2}[ -]year` +
		`|\b(?:over|under|aged?|above|below)[ -](?:the age of )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)s?\b`)
	// ageless are uses of those words that name no age.
	ageless = lexiconOf(`all ages, any age, every age, of different ages, adult social care, adult service, adult care, adult social work, older vehicle, older building, older home, older house, older stock, older form, older version, older system, older policy, old age group, different generation,
		all generation, next generation, future generation, school building, school site, school road, school lane, elder lane`)
)

// whichAges looks at what is said of ages.
func whichAges(c *reading) []Remark {
	return unparticular(c, cardAge, saysWhichAges, "Say which ages are affected, for example children under 5 or people over 75.")
}

func saysWhichAges(c *reading, text string) bool {
	words := ageless.without(c.words(text))
	return ages.in(words) || slices.ContainsFunc(words, ofAge) || inYears.MatchString(text)
}

// ofAge reports whether a word is made from one for people of an age: "retirees", "grandchildren".
func ofAge(w string) bool {
	for _, stem := range []string{"retire", "pension", "teen", "grandp", "grandm", "grandf", "grandc", "grandd", "grands", "adolescen", "youth", "schoolch", "toddler", "infan", "preschool", "junior", "octogen", "septuagen", "nonagen", "centenar", "fresher"} {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}

var (
	whereabouts = lexiconOf(`market town, market day, north, south, east, west, northern, southern, eastern, western, mile, kilometre, km, bus, train, station, road, lane, route, valley,
		coast, coastal, island, hill, ridge, river, remote from, surgery, hospital, shop, broadband speed, megabit, mobile signal, library, school, hall, pub, depot, postcode, district, each village, every village, every parish, each parish, village hall, parish hall,
		edge of, outskirts, centre of, hour, minute, distance, nearest, countywide, whole county, map, boundary`)
	named = regexp.MustCompile(`\b(?:in|at|near|from|around|between|round|of|to|beyond|and|outside|serving) (?:the )?[A-Z][a-z]+|\b[Tt]he (?:[A-Z][a-z]+ )+(?:area|[Vv]alley|[Vv]ale|[Ee]state|[Ww]ard|[Pp]arish|[Pp]eninsula|[Ff]orest|[Hh]ills|[Cc]oast|line|villages|bus|road)\b`)
	// numbered is how many places of a kind are meant, which is more than that there are such places.
	numbered = regexp.MustCompile(`(?i)\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty|thirty|forty|the|this|that|a) (?:[\w-]+ ){0,2}(?:villages?|hamlets?|towns?|parish(?:es)?|wards?|settlements?|farms?)\b|\b(?:villages|hamlets|parishes|wards|farms) (?:with|without|beyond|along|off|below|above)\b|\b[AB]\d{2,4}\b`)
	digital  = regexp.MustCompile(`(?i)\b(?:online only|only online|digital only|digital by default|only be (?:made|done|booked|applied for) online|solely online|wholly online|fully online)\b`)
)

// where asks for a place on the card for rural isolation, and for some word on the groups that a move online touches first.
func where(c *reading) []Remark {
	out := unparticular(c, cardRural, func(c *reading, text string) bool {
		return named.MatchString(text) || numbered.MatchString(text) || whereabouts.in(c.words(text))
	},
		"Say where: which villages or areas, how far it is, and what runs there.")
	moves := c.Content.Answers["change"].Text + "\n" + c.Content.Answers["aims"].Text
	if len(c.Content.Cards) == 0 || !digital.MatchString(moves) || slices.Contains(c.Content.Answers[form.QuestionTriggers].Choices, "digital_only") {
		return out
	}
	for b := range blocks(c) {
		if slices.Contains([]string{cardAge, cardDisability, cardRural}, b.characteristic.Code) && !blank(b.How) {
			return out
		}
	}
	return append(out, atAnswer("change", "Say what a move online means for older people, disabled people and people in places with a poor signal.")...)
}

// unparticular asks of what was found for one group that some text about it, or an action for it, is particular enough. A neutral group
// is another rule's.
func unparticular(c *reading, code string, particular func(*reading, string) bool, message string) []Remark {
	var out []Remark
	for b := range blocks(c) {
		if b.characteristic.Code != code || len(b.Effects) == 0 || b.Effects.Only(eqia.Neutral) || blank(b.How) || c.onlyPoints(b.How) {
			continue
		}
		says := func(text string) bool { return text != "" && particular(c, text) }
		enough := slices.ContainsFunc([]string{b.How, b.Mitigation, b.Justification, b.FindOut}, says)
		enough = enough || slices.ContainsFunc(b.actions(c), func(a eqia.Action) bool { return says(a.What) })
		if !enough {
			out = append(out, b.remark(message))
		}
	}
	return out
}
