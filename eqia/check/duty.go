package check

import (
	"regexp"

	"dorset-eqia/eqia"
)

func dutyRules() []Rule {
	return []Rule{{
		ID: "D5", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.Law, Screening: true,
		Title:  "The duty is given in its own words",
		Why:    "In 2016 a decision was held unlawful because the report led members to a formula in place of section 149 of the Equality Act 2010.",
		Weak:   "The public sector equality duty requires us to treat everyone fairly.",
		Better: "The duty in section 149(1) is quoted in full at the start of this assessment.",
		Judge:  paraphrased,
	}}
}

var (
	// duty is a name of the duty in section 149.
	duty = regexp.MustCompile(`\b(?:public sector equality duty|public sector duty|equality duty|psed|section 149|s ?149)\b`)
	// dutiful are words of which each of those names has one.
	dutiful = lexiconOf(`duty, psed, 149, s149`)
	// inOtherWords is what it is said to ask for.
	inOtherWords = regexp.MustCompile(`^.{0,80}\b(?:to|that we|that the council|must|have to) (?:have regard to |think about |consider |take account of |ensure |make sure )?(?:how )?(?:we )?` +
		`(?:promot|treat|ensur|reduc|tackl|prevent|remov|consider|avoid|be fair|being fair|provid|mak|improv|encourag|protect|not discriminat|stop|support|think|respect|giv|combat|challeng|fair|equal|inclus|divers)\w*`)
	// inItsOwn are the words of section 149(1).
	inItsOwn = regexp.MustCompile(`\b(?:eliminate discrimination harassment|advance equality of opportunity|foster good relations)\b`)
	// aboutWork are what a paper or a step does because of the duty, which is no account of what the duty says.
	aboutWork = regexp.MustCompile(`\b(?:contract|provider|contractor|tender|evidence|report|assessment|eqia|section \d+ of the (?:report|plan)|training|consult\w*|publish\w*|records?|monitor\w*)\b`)
)

// paraphrased questions a sentence that says what the duty asks for and does so in words that are not those of the Act.
func paraphrased(c *reading) []Remark {
	var out []Remark
	for _, t := range written(c) {
		if !dutiful.in(c.words(t.Message)) {
			continue
		}
		for raw := range pieces(t.Message) {
			words := plain(raw)
			at := duty.FindStringIndex(words)
			if at == nil || inItsOwn.MatchString(words) || !inOtherWords.MatchString(words[at[0]:]) || aboutWork.MatchString(words) {
				continue
			}
			out = append(out, atPart(t.Where, "Use the words of section 149(1) for the duty, or leave out what it asks for. This says it in other words."))
			break
		}
	}
	return out
}
