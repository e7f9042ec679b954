package check

import (
	"regexp"
	"slices"
	"strings"
)

// detail is one kind of personal detail: what it is called, how many digits or which of some pieces a text has where it is, how it looks,
// and whether what looks like it is one.
type detail struct {
	name   string
	digits int
	coded  bool // a digit of it stands behind a capital
	pieces []string
	looks  *regexp.Regexp
	is     func(found, sentence string) bool
}

// details are looked for in this order.
var details = []detail{
	{"an email address", 0, false, []string{"@"}, regexp.MustCompile(`[\w.%+-]+@[\w-]+(?:\.[\w-]+)+`), personalAddress},
	{"a phone number", 10, false, nil, regexp.MustCompile(`(?:\+44 ?(?:\(0\) ?)?|\b0)[1-9](?:[ -]?\d){8,9}\b`), personalNumber},
	{"a National Insurance number", 6, true, nil, regexp.MustCompile(`\b[A-CEGHJ-PQRSTW-Z][A-CEGHJ-NPQRSTW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b`), nil},
	{"an NHS number", 10, false, nil, regexp.MustCompile(`\b[1-9]\d\d[ -]?\d{3}[ -]?\d{4}\b`), func(found, _ string) bool { return nhsNumber(found) }},
	{"a postcode", 2, true, nil, regexp.MustCompile(`\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b`), func(_, s string) bool { return !premises.in(tokens(s)) }},
	{"a date of birth", 1, false, []string{"irth", "dob", "DOB", "orn on"}, regexp.MustCompile(`(?i)\b(?:dob|date of birth|born on)\W{0,3}(?:\w+ )?\d{1,2}[ /.-]`), nil},
	{"the address of someone's home", 1, false, []string{"Flat ", "Apartment ", "Room ", "Plot ", "Caravan ", " St", " Road", " Rd", " Lane", " Close", " Avenue", " Drive", " Way", " Court", " Gardens", " Crescent", " Terrace", " Place", " Row", " Hill", " Mews", " Walk"}, regexp.MustCompile(`\b(?:(?:Flat|Apartment|Room|Plot|Caravan) \d+[A-Za-z]?\b|\d{1,3}[A-Za-z]? (?:[A-Z][a-z’']+ ){1,3}(?:Street|St|Road|Rd|Lane|Close|Avenue|Drive|Way|Court|Gardens|Crescent|Terrace|Place|Row|Hill|Mews|Walk)\b)`), theirHome},
	{"the name of a person", 0, false, []string{"'s ", "’s "}, regexp.MustCompile(`\b[A-Z][a-z]+['’]s (?:\w+ )?(?:daughter|son|wife|husband|mother|father|partner|sister|brother|grandson|granddaughter|grandmother|grandfather|family|carer|child|children|baby)\b`), aPerson},
	{"what is told of someone's family", 0, false, []string{" her ", " his ", " my ", "Her ", "His ", "My "}, regexp.MustCompile(`(?i)\b(?:his|her|my) (?:\w+ )?(?:son|daughter|wife|husband|mother|father|partner|sister|brother|grandson|granddaughter)\b`), ownFamily},
	{"the name of a person", 0, false, []string{"Mr", "Ms", "Miss", "Mx", "Dr", "Rev", "Sir ", "Dame ", "Prof"}, regexp.MustCompile(`\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Revd|Sir|Dame|Prof|Professor)\.? (?:[A-Z]\.? )?[A-Z][\p{L}'’-]+`), aPerson},
}

var (
	// lives are words for someone who lives at an address; affairs are what follows a name when something private is told.
	lives    = lexiconOf(`tenant, resident, who, lives, live, living, home, family, neighbour, he, she, his, her, mr, mrs, miss, ms, mother, father, son, daughter, woman, man, couple, child, occupier, householder, pensioner, complainant, objector`)
	affairs  = regexp.MustCompile(`^,? ?(?:\(?(?:aged )?\d{1,2}\b|who (?:is|has|lives|uses|was|had|cares|needs|cannot|can)|(?:told|said|says|explained|complained|lives|asked|wrote|objected|suffers|uses a|cares for|is (?:a )?(?:disabled|blind|deaf|gay|pregnant|trans|off sick|on)|has (?:a|had|been))\b|['’]s (?:health|condition|illness|disability|absence|sickness|home|address|case))`)
	premises = lexiconOf(`hall, library, centre, office, school, hospital, surgery, depot, station, college, church, museum, house of, council, headquarters, site, hq, building, court, write to, postal address, freepost`)
	// offices are the first parts of addresses that belong to a post or a team.
	offices = lexiconOf(`equality, equalities, diversity, edi, info, enquiry, inquiry, contact, consultation, feedback, complaint, hello, admin, office, team, service, customer, help, press, hr, planning, housing,
		licensing, parking, library, democratic, committee, foi, dpo, data protection, privacy, survey, engagement, policy, webmaster, support, access`)
	// desks are words beside the number of an office; private are words beside somebody's own.
	desks    = lexiconOf(`council, team, office, helpline, line, desk, reception, switchboard, enquiry, service, centre, library, contact centre, customer service, or write, or email, or visit, or call in, monday, freephone, voicemail, text relay`)
	private  = lexiconOf(`his, her, my, mother, father, son, daughter, wife, husband, partner, mr, mrs, ms, miss, home number, own number, mobile number`)
	products = regexp.MustCompile(`^(?:Ms|Mr|Dr|Sir|Miss)\.? (?:Teams|Word|Excel|Office|Outlook|SharePoint|Access|Windows|Planner|Forms)$`)
	works    = lexiconOf(`society, association, charity, house, park, close, lane, way, square, garden, building, college, university, suite, bridge, farm, theatre, gallery, museum, fund, ltd, limited, review, report, school, academy, trust, foundation, hospital, library, centre, street, road, avenue, prize, award, inquiry, index, practice, surgery, court, hall`)
)

// personalAddress leaves out the addresses of posts and teams, written with or without marks between the words.
func personalAddress(found, _ string) bool {
	name, _, _ := strings.Cut(strings.ToLower(found), "@")
	if offices.in(tokens(name)) {
		return false
	}
	for office := range offices {
		if len(office) > 3 && strings.HasPrefix(name, office) {
			return false
		}
	}
	return true
}

// personalNumber leaves out numbers that only organisations have, and a landline that is given as an office's.
func personalNumber(found, sentence string) bool {
	number := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, found)
	number = strings.TrimPrefix(strings.TrimPrefix(number, "44"), "0")
	landline := strings.HasPrefix(number, "1") || strings.HasPrefix(number, "2")
	if landline && desks.in(tokens(sentence)) {
		return private.in(tokens(sentence))
	}
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

// aPerson leaves out programs, and what is called after a person of note.
func aPerson(found, s string) bool {
	_, after, _ := strings.Cut(s, found)
	plainly := strings.HasPrefix(found, "Mr") || strings.HasPrefix(found, "Miss") || strings.HasPrefix(found, "Ms") || strings.HasPrefix(found, "Mx")
	return !products.MatchString(found) && (plainly || !works.in(firstOf(tokens(after), 2)))
}

// theirHome leaves out the addresses of places that are open to the public, and sentences that speak of nobody who lives there.
func theirHome(found, s string) bool {
	words := tokens(s)
	return lives.in(words) && (dwelling.MatchString(found) || !premises.in(words))
}

var dwelling = regexp.MustCompile(`^(?:Flat|Apartment|Caravan) `)

// ownFamily reports whether a sentence about someone's family says something that is their own affair.
func ownFamily(found, s string) bool {
	_, after, _ := strings.Cut(s, found)
	return affairs.MatchString(after) || impairments.in(tokens(after))
}

// ownAffair reports whether a text names someone and says something about them that is their own affair. A name with a year behind it is an
// author's.
func ownAffair(text string) bool {
	if name, _ := personIn(text); name == "" {
		return false
	}
	for raw := range pieces(text) {
		name, after := personIn(raw)
		if name == "" || strings.HasPrefix(after, " (20") || strings.HasPrefix(after, ", 20") {
			continue
		}
		if words := tokens(after); affairs.MatchString(after) || mentionsAGroup(words) || impairments.in(words) {
			return true
		}
	}
	return false
}

// in reports whether one of a text's sentences has the detail. Those that look like it are weighed beside the rest of their sentence.
func (d detail) in(text string) bool {
	hint := func(p string) bool { return strings.Contains(text, p) }
	if d.pieces != nil && !slices.ContainsFunc(d.pieces, hint) || !d.looks.MatchString(text) {
		return false
	}
	for raw := range pieces(text) {
		for _, found := range d.looks.FindAllString(raw, -1) {
			if d.is == nil || d.is(found, raw) {
				return true
			}
		}
	}
	return false
}
