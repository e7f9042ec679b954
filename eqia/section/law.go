package section

import (
	"regexp"
	"strings"

	"dorset-eqia/eqia/form"
)

// aims are the three aims of section 149(1): how people write each, and how the section does.
var aims = []struct {
	said  *regexp.Regexp
	exact string
}{
	{regexp.MustCompile(`\b(?:eliminat(?:e|ing)|remov(?:e|ing)|tackl(?:e|ing)|prevent(?:ing)?|end(?:ing)?|combat(?:ing)?) (?:\w+ ){0,3}?(?:discrimination|harassment|victimisation)`), aim("eliminate", "(b)")},
	{regexp.MustCompile(`\b(?:advanc(?:e|ing)|promot(?:e|ing)|improv(?:e|ing)|increas(?:e|ing)|ensur(?:e|ing)|provid(?:e|ing)) (?:\w+ )?(?:equality|equal) (?:of )?opportunit`), aim("advance", "(c)")},
	{regexp.MustCompile(`\b(?:foster(?:ing)?|promot(?:e|ing)|encourag(?:e|ing)|build(?:ing)?|improv(?:e|ing)|develop(?:ing)?) (?:\w+ )?(?:good |better )?(?:community |race )?relations`), aim("foster", ".")},
}

// aim is the words of section 149(1) from one word to another, for comparing.
func aim(from, to string) string {
	rest := form.Section149[strings.Index(form.Section149, from):]
	if end := strings.LastIndex(rest, to); end > 0 {
		rest = rest[:end]
	}
	return letters(rest)
}

var (
	// duty are words by which a sentence says what the law asks.
	duty = regexp.MustCompile(`\b(?:due regard|pay regard|have regard|proper regard|dut(?:y|ies)|must|required|requires?|oblig(?:ed?s?|ations?|ates))\b`)
	// ofThis is a sentence about what the proposal does, not about what the law asks.
	ofThis = regexp.MustCompile(`\b(?:this|the|these|our) (?:new |proposed )?(?:proposals?|polic(?:y|ies)|schemes?|strateg(?:y|ies)|changes?|plans?|projects?|options?|actions?|services?|recommendations?) (?:\w+ ){0,2}?(?:will|would|should|aims?|seeks?|helps?|supports?|is designed|are designed|is expected|is intended|may|could)\b` +
		`|\b(?:it|they|this|which) (?:will|would|should|aims?|seeks?|helps?|is expected|may|could) `)
	// oldDuty is a duty that section 149 does not hold.
	oldDuty = regexp.MustCompile(`\b(?:duty|duties|must|required|requires|obliges?d?|obligation)(?: \w+){0,6}? (?:to )?(?:promote|ensure|provide|guarantee|achieve|deliver|treat) (?:\w+ ){0,2}?(?:(?:equality|equal)\b(?: (?:of|opportunit\w+|access|treatment|for|rights|under|between|across|in)\b|$)|equally|everyone|everybody|all (?:people|residents|groups|staff|citizens) (?:fairly|equally|the same))`)
	// byOthers is a sentence about what someone else has to do.
	byOthers = regexp.MustCompile(`\b(?:contractors?|suppliers?|providers?|developers?|bidders?|tenants?|applicants?) (?:will |are |is )?(?:must|required|obliged|have a duty|has a duty)`)
)

// DepartsFromLaw is the sentence in which the section states the duty of section 149 in other words than the Act; empty when none does.
func (s Section) DepartsFromLaw() string {
	all := letters(s.text)
	quoted := make([]int, len(aims))
	for i, a := range aims {
		quoted[i] = strings.Count(all, a.exact)
	}
	states := false
	var wrong []string
	for _, t := range s.sentences {
		words := letters(t.raw)
		if asksOld(words) {
			return t.raw
		}
		if states = asks(words) || itemOfAims(words) && (states || duty.MatchString(letters(t.under))); !states {
			continue
		}
		for i, a := range aims {
			if !a.said.MatchString(words) {
				continue
			}
			if quoted[i]--; quoted[i] < 0 {
				wrong = append(wrong, t.raw)
			}
		}
	}
	if len(wrong) > 1 || len(wrong) == 1 && directly.MatchString(letters(wrong[0])) {
		return wrong[0]
	}
	return ""
}

// asks reports whether a sentence says what the law asks of the council.
func asks(words string) bool {
	return duty.MatchString(words) && !ofThis.MatchString(words) && !byOthers.MatchString(words)
}

// asksOld reports whether a sentence says that the law asks for what section 149 does not.
func asksOld(words string) bool {
	return asks(words) && oldDuty.MatchString(words) && !duty149.MatchString(words)
}

var (
	duty149  = regexp.MustCompile(`\bdue regard to the need to\b`)
	directly = regexp.MustCompile(`\b(?:must|dut(?:y|ies)|required|obliged|regard)(?: \w+){0,9}? (?:eliminat|advanc|promot|foster|remov|prevent)`)
)

// itemOfAims reports whether words start as an item of the list of aims does.
func itemOfAims(words string) bool {
	for _, a := range aims {
		if at := a.said.FindStringIndex(words); at != nil && at[0] <= 6 {
			return true
		}
	}
	return false
}
