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
	enable, enables, enabling, free trial, more accessible, participation, take part, help to close, close the gap, for the first time, good relations, understanding`)

// onlyHarm asks where harms are dealt with, no gain is found, and no text speaks of one.
func onlyHarm(c eqia.Case) []Remark {
	harm := false
	for b := range blocks(c) {
		harm = harm || b.NeedsAnswer()
		aims := slices.Contains(b.Aims, form.AimAdvance) || slices.Contains(b.Aims, form.AimFoster)
		if b.Effects.Has(eqia.Positive) || aims || b.NeedsAnswer() && (advancing.in(tokens(b.How)) || advancing.in(tokens(b.Mitigation))) {
			return nil
		}
	}
	better := slices.ContainsFunc(c.Content.Actions, func(a eqia.Action) bool { return advancing.in(tokens(a.What)) })
	if !harm || better || advancing.in(tokens(c.Content.Answers[form.QuestionSummary].Text)) {
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
		single sex, not sex, own row, own card, in the row, on the card, under gender reassignment, in the section, biological sex`)
)

func mixedUp(c eqia.Case) []Remark {
	var out []Remark
	same := map[string]bool{}
	for b := range blocks(c) {
		words := tokens(b.How)
		switch b.characteristic.Code {
		case cardSex:
			if identity.in(words) && !apart.in(words) {
				out = append(out, b.remark("Say here what the proposal means for women and for men. What it means for trans people has a card of its own."))
			}
		case cardGenderReassignment:
			same[strings.Join(words, " ")] = true
		}
	}
	for b := range blocks(c) {
		words := tokens(b.How)
		if b.characteristic.Code == cardSex && len(words) > 2 && same[strings.Join(words, " ")] {
			out = append(out, b.remark("Say what is different here: gender reassignment has the same words, and the two are not the same."))
		}
	}
	return out
}

var impairments = lexiconOf(`adjustment, adjust, accessible, accessibility, access need, access group, easy read, large print, braille, bsl, sign language, signer, interpreter, audio, loop, caption,
	subtitle, screen reader, ramp, lift, step free, level access, wheelchair, blue badge, blind, deaf, sight, vision, visual, hearing, mobility, mobile, learning disability,
	learning difficulty, autism, autistic, neurodiverse, neurodivergent, neurodiversity, dyslexia, dyslexic, adhd, mental health, mental illness, anxiety, anxious, depression,
	long term condition, long term illness, long term health, chronic, physical, sensory, impairment, impaired, dementia, parkinson, epilepsy, sclerosis, stroke, arthritis,
	pain, tired, fatigue, stair, kerb, dropped kerb, walk far, walking, stick, frame, handrail, quiet room, quiet hour, lighting, contrast, plain english, text number, textphone, relay uk,
	carer ticket, personal assistant, support worker, guide dog, assistance dog, changing places, toilet, speech, stammer, memory, brain injury, limb, amputee, bladder, continence,
	format, voice control, assistive, magnifier, hearing aid, cochlear, seating, seat, standing, crutch, scooter, communicator, communication need, deafblind, hoist, adaptation, adapted, bench, step, handle, breathing, asthma, diabetes, cancer, palsy, ms, downs syndrome, hidden disability,
	non visible, invisible, sunflower lanyard, medication, dial a ride, double appointment, oxygen, fits, seizure, tremor, swallow, bipolar, schizophrenia, psychosis, personality disorder, ptsd, ocd, tourette, rollator, zimmer, walker, walking aid, powered chair, shop mobility, prosthetic, spinal, paralysed,
	fibromyalgia, copd, heart condition, kidney, stoma, colitis, crohn, migraine, cognition, cognitive, aphasia, tactile, easy to read, spoken, written word, word, ground floor, upstairs, downstairs`)

// whichDisability looks at what is said of disabled people and what will be done for them.
func whichDisability(c eqia.Case) []Remark {
	return unparticular(c, cardDisability, func(text string) bool { return impairments.in(tokens(text)) },
		"Say which disabled people are affected, and what adjustments or formats they would need.")
}

var (
	ages = lexiconOf(`older, younger, young, elderly, elder, child, children, pension, pensioner, retire, retired, retirement, teenager, teen, teenage, youth, adolescent, pupil, toddler, baby,
		babies, infant, nursery, school, college, university, working age, adult, aged, student, apprentice, school leaver, graduate, grandparent, grandad, gran, nan, granny, grandma, grandpa, grandmother, grandfather, over 50s, fifties,
		sixties, seventies, eighties, nineties, twenties, thirties, forties, older generation, younger generation, sixth form, sixth former, key stage, primary, secondary, reception class, early years, ageing, boy, girl, senior citizen, care home, dementia, frail, menopause, year old, later life, minor, juvenile`)
	inYears = regexp.MustCompile(`(?i)\b(?:over|under|aged?|above|below|ages|age of|aged between|age group)[ -]*\d{1,2}\b|\b\d{1,2}[ -]*(?:\+|to|–|-|and)[ -]*(?:\d{1,2}\b|over|under)|\b\d{1,2}\+|\b\d{1,2}s\b|\b\d{1,2}[ -]year`)
	allAges = lexiconOf(`all ages, any age, every age, of different ages`)
)

func whichAges(c eqia.Case) []Remark {
	return unparticular(c, cardAge, func(text string) bool { return inYears.MatchString(text) || ages.in(allAges.without(tokens(text))) },
		"Say which ages are affected, for example children under 5 or people over 75.")
}

var (
	whereabouts = lexiconOf(`village, hamlet, town, parish, ward, market town, north, south, east, west, northern, southern, eastern, western, mile, kilometre, km, bus, train, station, road, lane, route, valley,
		coast, coastal, island, hill, ridge, river, farm, outlying, surgery, hospital, shop, broadband speed, megabit, mobile signal, library, school, hall, pub, depot, postcode, district, settlement, a35,
		edge of, outskirts, centre of, hour, minute, distance, nearest, countywide, whole county, map, boundary`)
	named   = regexp.MustCompile(`\b(?:in|at|near|from|around|between|round|of|to|beyond|and|outside|serving) (?:the )?[A-Z][a-z]+`)
	digital = regexp.MustCompile(`(?i)\b(?:online only|only online|digital only|digital by default|only be (?:made|done|booked|applied for) online|solely online|wholly online|fully online)\b`)
)

// where asks for a place on the card for rural isolation, and for some word on the groups that a move online touches first.
func where(c eqia.Case) []Remark {
	out := unparticular(c, cardRural, func(text string) bool { return named.MatchString(text) || whereabouts.in(tokens(text)) },
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
func unparticular(c eqia.Case, code string, particular func(string) bool, message string) []Remark {
	var out []Remark
	for b := range blocks(c) {
		if b.characteristic.Code != code || len(b.Effects) == 0 || b.Effects.Only(eqia.Neutral) || blank(b.How) || onlyPoints(b.How) {
			continue
		}
		enough := slices.ContainsFunc([]string{b.How, b.Mitigation, b.Justification, b.FindOut}, particular)
		enough = enough || slices.ContainsFunc(b.actions(c), func(a eqia.Action) bool { return particular(a.What) })
		if !enough {
			out = append(out, b.remark(message))
		}
	}
	return out
}
