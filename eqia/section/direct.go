package section

import (
	"regexp"
	"slices"
	"strings"
)

var (
	label = regexp.MustCompile(`\b(?:appendix|appendices|annexe?|appx\.?|app\.|enclosure|attachment|schedule) ?(?:no\.? )?([a-z]{1,4}\d{0,2}|\d{1,3}[a-z]?)\b`)
	with  = regexp.MustCompile(`\b(?:attached|appended|enclosed|annexed|reproduced|accompan(?:y|ies|ied|ying)|included (?:as|with|in this|at|in the (?:agenda|pack|papers))|set out in full|circulated (?:to|with)|` +
		`(?:at the end|at the back) of this|in the (?:agenda )?pack|with (?:this report|these papers|the agenda|the papers)|provided (?:as|with)|` +
		`members (?:are|must|should|have been) (?:asked|directed|referred|invited|advised|requested|reminded) to (?:read|consider|have regard|the)|(?:copy|it|document) follows)`)
	address = regexp.MustCompile(`https?://|www\.|\b[a-z0-9-]+\.(?:gov\.uk|org\.uk|co\.uk|org|com)\b|\b(?:this|the following|following) link\b|\b(?:click|link) (?:here|below)\b|\[link\]|\bhyperlink|available here\b|found here\b|viewed here\b|accessed here\b`)
	// away are words by which it is not here after all.
	away = regexp.MustCompile(`\b(?:not|no longer|never|isn't|wasn't|hasn't) (?:\w+ ){0,3}?(?:attached|appended|enclosed|annexed|included|reproduced|circulated|provided)` +
		`|\b(?:attached|appended|annexed|included|appendix \w+) (?:\w+ ){0,2}?(?:to|of|in|with) (?:the |that |an? )?(?:\w+ ){0,3}?(?:earlier|previous|last|original|january|february|march|april|may|june|july|august|september|october|november|december|20\d\d|cabinet|council|committee|overview|scrutiny)\b[^.]*?(?:report|meeting|paper|agenda)?` +
		`|\b(?:on|upon) request\b|\bfrom the (?:report )?author\b|\b(?:will|would|to) be (?:attached|appended|enclosed|included|circulated)`)
	// goesOn is how a sentence starts that speaks of what the one before it named.
	goesOn = regexp.MustCompile(`^(?:it|its|this|these|they|those|a (?:full )?copy|copies|the (?:full|document|completed|detailed|form)|full|please|see|members|available|details?|link|attached|appended|enclosed|which|and|both|all)\b`)
	sends  = regexp.MustCompile(`\b(?:see|refer to|in|at|as|is|are|under|within|\()\s*$`)
)

// Directs reports whether the section gives members the assessment, or says exactly where it is: an appendix, an attachment or an address.
func (s Section) Directs() bool {
	for n := range s.sentences {
		if s.aboutIt(n) && given(s.sentences[n].plain) {
			return true
		}
	}
	return false
}

// given reports whether a sentence says where something is that is with the report.
func given(plain string) bool {
	if away.MatchString(plain) {
		return false
	}
	return label.MatchString(plain) || with.MatchString(plain) || address.MatchString(plain)
}

// aboutIt reports whether a sentence is about the assessment: it names it, or goes on from one that does, or is a bare pointer.
func (s Section) aboutIt(n int) bool {
	plain := s.sentences[n].plain
	if _, ok := mark(plain); ok {
		return true
	}
	if len(strings.Fields(plain)) <= 3 && label.MatchString(plain) {
		return true
	}
	if n == 0 || !goesOn.MatchString(plain) {
		return strings.HasPrefix(plain, "see appendix") || strings.HasPrefix(plain, "please see appendix")
	}
	_, ok := mark(s.sentences[n-1].plain)
	return ok || n > 1 && goesOn.MatchString(s.sentences[n-1].plain) && s.aboutIt(n-1)
}

// Appendices are the labels by which the section sends members to the assessment, as "Appendix 3".
func (s Section) Appendices() []string {
	var out []string
	for n, t := range s.sentences {
		if !s.aboutIt(n) || away.MatchString(t.plain) {
			continue
		}
		for _, m := range label.FindAllStringSubmatchIndex(t.plain, -1) {
			name := "Appendix " + strings.ToUpper(t.plain[m[2]:m[3]])
			if sends.MatchString(t.plain[:m[0]]) && strings.HasPrefix(t.plain[m[0]:], "app") && !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	return out
}

// Mentions reports whether a line holds a label as whole words, whatever its case.
func Mentions(line, label string) bool {
	return strings.Contains(" "+letters(line)+" ", " "+letters(label)+" ")
}

// pointer is a text that does nothing but send its reader to another paper.
var pointer = regexp.MustCompile(`^(?:please |pls )?(?:(?:see|refer to) (?:the|our|this|attached|above|below|appendix|annex|section|para\w*|page|table|question|previous|full|main|action|report|eqia)\b|as (?:set out|detailed|outlined|described|above|per)|details? (?:are |is )?in|set out in|outlined in|covered in)\b[^.;:]{0,90}[.]?$`)

// OnlyPoints reports whether a text sends its reader elsewhere and says nothing itself.
func OnlyPoints(text string) bool { return pointer.MatchString(strings.ToLower(clean(text))) }
