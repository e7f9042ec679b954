package check

import (
	"regexp"
	"slices"
	"strings"
)

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
