package section

import (
	"regexp"
	"slices"
	"strings"
)

// groups are the words by which a report speaks of a group, by how the form calls it. The first that fits a label counts.
var groups = []struct{ label, words *regexp.Regexp }{
	{regexp.MustCompile(`^age\b`), regexp.MustCompile(`\b(?:age|ages|aged|older|elderly|pensioners?|young|younger|youth|child(?:ren)?|teenagers?|retired|students?|over[- ]\d\ds?|under[- ]\d\d?s?|aged \d+)\b`)},
	{regexp.MustCompile(`disab`), regexp.MustCompile(`\b(?:disab\w*|wheelchairs?|blind|deaf|learning difficult\w*|mobility|impair\w*|autis\w*|neurodiver\w*|mental health|dementia|long-term conditions?)\b`)},
	{regexp.MustCompile(`reassignment`), regexp.MustCompile(`\b(?:gender reassignment|trans|transgender|transition\w*)\b`)},
	{regexp.MustCompile(`gender identity`), regexp.MustCompile(`\b(?:gender identity|non-?binary|trans|transgender)\b`)},
	{regexp.MustCompile(`marriage`), regexp.MustCompile(`\b(?:marriage|married|civil partner\w*|spouses?)\b`)},
	{regexp.MustCompile(`pregnan`), regexp.MustCompile(`\b(?:pregnan\w*|maternity|new mothers|breastfeed\w*)\b`)},
	{regexp.MustCompile(`\brace\b|ethnic`), regexp.MustCompile(`\b(?:race|racial|ethnic\w*|black|asian|gypsy|gypsies|roma|travellers?|first language|languages?|migrants?|refugees?|nationality)\b`)},
	{regexp.MustCompile(`religion|belief`), regexp.MustCompile(`\b(?:religio\w*|beliefs?|faiths?|muslims?|christians?|jewish|worship)\b`)},
	{regexp.MustCompile(`sexual orientation`), regexp.MustCompile(`\b(?:sexual orientation|lgb\w*|gay|lesbians?|bisexual)\b`)},
	{regexp.MustCompile(`^sex\b|^gender$`), regexp.MustCompile(`\b(?:sex|women|woman|men|female|male|gender|girls|boys|mothers|fathers)\b`)},
	{regexp.MustCompile(`armed forces`), regexp.MustCompile(`\b(?:armed forces|veterans?|military|covenant)\b`)},
	{regexp.MustCompile(`care (?:experience|leaver)`), regexp.MustCompile(`\b(?:care[- ]experience\w*|care leavers?|looked[- ]after|children in care)\b`)},
	{regexp.MustCompile(`carer`), regexp.MustCompile(`\b(?:carers?|caring responsibilit\w*|unpaid care)\b`)},
	{regexp.MustCompile(`parent`), regexp.MustCompile(`\b(?:(?:lone|single)[- ]parents?)\b`)},
	{regexp.MustCompile(`rural`), regexp.MustCompile(`\b(?:rural\w*|isolat\w*|villages?|remote)\b`)},
	{regexp.MustCompile(`socio|depriv|poverty|income`), regexp.MustCompile(`\b(?:socio-?economic\w*|low(?:er)?[- ]incomes?|incomes?|poverty|poorer|depriv\w*|hardship|benefit claimants)\b`)},
}

// namesGroup reports whether words speak of a group. One that a form calls otherwise is looked for by its label.
func namesGroup(words, group string) bool {
	for part := range strings.SplitSeq(strings.ToLower(group), " and ") {
		n := slices.IndexFunc(groups, func(g struct{ label, words *regexp.Regexp }) bool { return g.label.MatchString(part) })
		if n >= 0 && groups[n].words.MatchString(words) || strings.Contains(letters(words), letters(part)) {
			return true
		}
	}
	return false
}

var (
	// denied are ways of saying that something bad is not there.
	denied = regexp.MustCompile(`\b(?:no|not|nor|neither|without|never|nobody|none)\b(?: \w+){0,6}?,? (?:negativ|adverse|detriment|disadvantag|disproportion|harm|discriminat|worse|barrier|unlawful)\w*(?: (?:or|and|nor) (?:\w+ )?(?:negativ|adverse|detriment|disadvantag|disproportion|harm|discriminat|unlawful|unclear)\w*)*` +
		`|\b(?:no|zero) (?:\w+ ){0,2}?(?:impacts?|effects?|implications?|concerns?|issues?|barriers?|risks?|difficult\w+|losers?)\b|\bnot (?:be )?(?:\w+ )?(?:affected|impacted)\b|\bnot (?:affect|impact)\b|\bneutral\b|\bnone\b|\b(?:reduces?|reducing|remov(?:e|es|ing)|fewer|overcom\w+) (?:\w+ ){0,2}?(?:barriers?|isolation|risks?|harm|inequalit\w+|disadvantages?|discrimination|difficult\w+|loneliness|concerns?)`)
	bad = regexp.MustCompile(`\b(?:negativ\w*|advers\w*|detriment\w*|disadvantag\w*|disproportion\w*|harm\w*|worse\w*|loss(?:es)?|loses?|losing|lost|barriers?|difficult\w*|harder|cost(?:s|ing)? more|pay(?:ing)? more|risks?|unclear|unknown|uncertain\w*|` +
		`not (?:yet )?(?:known|clear|certain)|concerns?|struggl\w*|exclu\w*|unable|cannot|could not|mitigat\w*|hit|too far|afford)\b`)
	// maybe are words that are bad news or good, by what they are said of.
	maybe = regexp.MustCompile(`\b(?:reduced?|reducing|reductions?|longer|further|higher|less|fewer|withdrawn|stop(?:s|ped)?|clos(?:es?|ed|ing|ure)|miss(?:es|ing)?|falls?)\b`)
	good  = regexp.MustCompile(`\b(?:positiv\w*|benefi\w*|improv\w*|neutral|gains?|easier|advantages?|opportunit\w*|support\w*|help\w*|equally|inclusive|welcom\w*|better)\b`)
	moves = regexp.MustCompile(`\b(?:will|would|may|might|could|likely|affect\w*|impact\w*|effects?)\b`)
	polar = regexp.MustCompile(`\b(?:positiv\w*|negativ\w*|advers\w*|neutral|unclear|unknown|impacts?|effects?|benefits?|disadvantages?|age|disability|race|sex|religion(?: or belief)?|sexual orientation|carers?|rural isolation|pregnancy(?: and maternity)?|marriage(?: and civil partnership)?|gender (?:identity|reassignment)|armed forces|care experience)\b`)
	// rates are words by which a sentence sums an effect up.
	rates = regexp.MustCompile(`\b(?:positiv\w*|negativ\w*|advers\w*|neutral\w*|detriment\w*|disadvantag\w*|disproportion\w*|benefi\w*|better|unclear|(?:no|any|low|minimal|little|limited) (?:\w+ )?(?:impacts?|effects?|implications?|concerns?|issues?)|not (?:\w+ )?(?:affect\w*|impact\w*))\b`)
)

// manyNamed is how many groups a sentence names that only lists them.
const manyNamed = 5

// Unsaid lists the groups that a summary of an assessment leaves out, of those that it found a negative or an unclear effect on. A section that
// sums nothing up, and only sends its readers to the assessment, leaves nothing out.
func (s Section) Unsaid(found []string) []string {
	if len(found) == 0 || !s.sumsUp() || s.owns() && s.Directs() {
		return nil
	}
	var out []string
	for _, group := range found {
		if !slices.ContainsFunc(s.sentences, func(t sentence) bool { return t.owns(group) }) {
			out = append(out, group)
		}
	}
	return out
}

// sumsUp reports whether any sentence says what the effects are.
func (s Section) sumsUp() bool {
	for _, t := range s.sentences {
		marked, ofIt := mark(t.plain)
		if lists(marked) || law(t) {
			continue
		}
		names := anyGroup(marked)
		if ofIt && given(t.plain) && names == 0 && !denied.MatchString(marked) {
			continue
		}
		if rates.MatchString(marked) && (names > 0 || !points(marked)) {
			return true
		}
	}
	return false
}

// lists reports whether a sentence only names many groups.
func lists(plain string) bool { return anyGroup(plain) >= manyNamed && !rates.MatchString(plain) }

// law reports whether a sentence is about the Act and not about the proposal.
func law(t sentence) bool {
	words := letters(t.raw)
	return duty.MatchString(words) && !ofThis.MatchString(words) || itemOfAims(words)
}

// shows are what a paper does with effects that are told elsewhere.
var shows = regexp.MustCompile(`\b(?:sets? out|describes?|details?|lists?|explains?|contains?|records?|summarises?|considers?|looks? at|assess(?:es|ed)?|examines?|explores?)\b`)

// points reports whether a sentence says where effects are told, and not what they are.
func points(marked string) bool {
	both := strings.Contains(marked, "positive") && (strings.Contains(marked, "negative") || strings.Contains(marked, "adverse"))
	return shows.MatchString(marked) && (both || !denied.MatchString(marked) && !good.MatchString(marked) && !bad.MatchString(marked))
}

func anyGroup(plain string) int {
	n := 0
	for _, g := range groups {
		if g.words.MatchString(plain) {
			n++
		}
	}
	return n
}

// owns reports whether the section says in general that there are negative effects.
func (s Section) owns() bool {
	for _, t := range s.sentences {
		marked, _ := mark(t.plain)
		left := denied.ReplaceAllString(marked, " ")
		if !law(t) && ownUp.MatchString(left) && anyGroup(marked) == 0 {
			return true
		}
	}
	return false
}

var ownUp = regexp.MustCompile(`\b(?:negativ\w*|advers\w*|detriment\w*|disproportion\w*|unclear) (?:\w+ ){0,2}?(?:impacts?|effects?)|(?:impacts?|effects?) (?:\w+ ){0,3}?(?:negative|adverse|unclear)`)

// owns reports whether a sentence says that a group may lose something, or that this is not known.
func (t sentence) owns(group string) bool {
	marked, _ := mark(t.plain)
	inHead := t.under != "" && namesGroup(t.under, group) && anyGroup(t.under) < manyNamed
	if !namesGroup(marked, group) && !inHead {
		return false
	}
	if lists(marked) || law(t) {
		return false
	}
	left := denied.ReplaceAllString(marked, " ")
	switch {
	case bad.MatchString(left) || maybe.MatchString(left) && !good.MatchString(left):
		return true
	case left != marked || good.MatchString(left):
		return false
	case t.under != "" && rates.MatchString(t.under) && !inHead:
		return bad.MatchString(denied.ReplaceAllString(t.under, " "))
	default:
		return moves.MatchString(left)
	}
}
