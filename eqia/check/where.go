package check

import (
	"regexp"
	"slices"

	"dorset-eqia/eqia/form"
)

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
