package section

import (
	"regexp"
	"slices"
	"strings"
)

// The ways of naming an assessment. Other assessments, of risk or climate or data, are none.
const (
	full     = `(?:equalit(?:y|ies)|eqia|eia|eqa|equia|esia|edi)(?:,? (?:and|&) (?:diversity|inclusion|human rights|health|socio-economic|community))?(?: and inclusion)?(?:,? diversity and inclusion)?`
	named    = `(?:` + full + ` (?:impact )?(?:assessments?|analysis|analyses)(?: form| report| document)?(?: ?\((?:eqia|eia|eqa|equia|edia)s?\))?|\b(?:eqia|eia|eqa|equia)s?\b(?: assessment)?)`
	bareName = `(?:an?|the|this|our|full|detailed|stage \w+|initial|combined|overarching|joint) (?:impact )?assessment`
)

var (
	names  = regexp.MustCompile(named)
	other  = regexp.MustCompile(`(?:climate|health|environment(?:al)?|privacy|data protection|economic|carbon|sustainability|risk|needs|heritage|flood|habitats?|wellbeing|well-being|financial|transport|options|rural|child|children's rights) (?:and \w+ )?(?:impact )?assessment|assessment of (?:need|risk|the risk|the market|options)`)
	bare   = regexp.MustCompile(`\b` + bareName + `\b`)
	screen = regexp.MustCompile(`^[ -]*(?:pre-?)?screening|^ (?:checklist|relevance)|^ template`)
)

// done is what was done with an assessment, in the passive; did is the same in the active.
const (
	done = `(?:(?:fully|recently|also|now|previously|already|since|subsequently|duly|jointly|originally|initially|therefore|first) )*` +
		`(?:completed|undertaken|carried out|conducted|signed[- ]off|produced|prepared|done|finalised|finalized|performed|made|agreed|approved|developed|submitted|published|updated|reviewed|refreshed|compiled|drawn up|considered by \w+|recorded|concluded|filled in)`
	did = `(?:completed|undertook|carried out|conducted|signed off|produced|prepared|finalised|commissioned|updated|reviewed)`
)

// claims are the ways of saying that there is one. The name stands where @ is.
var claims = compiled(
	`@(?: [^.,;]{0,60}?)?,? (?:has|have|had) (?:all )?been `+done,
	`@(?: [^.,;]{0,60}?)?,? (?:was|were) (?:all )?`+done,
	`@(?: [^.,;]{0,60}?)? (?:found|finds|identified|identifies|identif(?:y|ied)|concluded|concludes|showed|shows|demonstrates|demonstrated|highlights|highlighted|sets out|indicates|indicated|confirms|confirmed|revealed|reveals|considers|recorded|covers)\b`,
	`@ (?:is|are) (?:complete|in place|finished|available|held|on file)\b`,
	`\b(?:has|have|had) (?:also |now |recently |already |jointly )?`+done+` (?:an?|the|its|their|our|this|full|detailed|two|three|separate|combined) (?:\w+ ){0,3}?@`,
	`\b(?:officers|we|service|team|directorate|council|authority|consultants?|department|group|manager|lead|partners?|trust|it) (?:\w+ )?`+did+` (?:an?|the|its|their|our|full|detailed|two|three|separate) (?:\w+ ){0,3}?@`,
	`\b(?:following|after|on) (?:the )?completion of (?:an?|the|its|full|our) (?:\w+ ){0,2}?@`,
	`\b(?:the|a) (?:completed|finished|signed[- ]off|approved|full and completed) (?:\w+ ){0,2}?@`,
	`@ ?(?:status|been)? ?(?:completed|undertaken|carried out|done|required and completed)? ?(?:\?|:|-|\|) ?(?:yes\b|completed?\b|done\b|signed off\b)`,
	`\b(?:findings|results|conclusions?|outcomes?) (?:of|from) (?:the|an|this|our|that) (?:\w+ ){0,2}?@`,
	`\b(?:has|have|had) (?:all |both |an? |its |their )?@ (?:all )?`+done,
	`(?:^|: |- )(?:an? |the |full |stage \w+ )?@ `+done+`\b`,
	`\b(?:summary of|informed by|supported by|subject to|subject of|based on|drawn from) (?:the|an|a|this|our) (?:\w+ ){0,3}?@`,
)

// undone are words that make a sentence no claim: it has not been done, will be, might be, or is about when.
var undone = regexp.MustCompile(`\b(?:not|no|never|nor|without|neither|cannot) (?:\w+ ){0,4}?(?:been |yet |an? |any )?(?:\w+ ){0,2}?@` +
	`|\bno (?:\w+ ){0,3}?@|@(?: \w+){0,4}? (?:has|have|was|were|is|are|had) (?:\w+ )?(?:not|never)\b|@(?: \w+){0,3}? (?:hasn't|haven't|wasn't|isn't)` +
	`|\b(?:will|would|shall|should|must|may|might|could|can|to) (?:\w+ ){0,3}?(?:be |have |undertake|complete|carry|conduct|produce|prepare|commission)[^.]*@` +
	`|@(?: [^.]{0,60}?)? (?:will|would|shall|should|must|may|might|could|is to|are to|needs? to|has yet to|have yet to|is being|are being|is due|are due|is currently being) ` +
	`|\b(?:once|when|whenever|until|before|prior to|if|whether|where|unless|pending|subject to|ahead of|in the event|is required|are required|requires?|needs?|awaiting) (?:the |an? )?(?:\w+ ){0,6}?@` +
	`|\b(?:begun|started|starting|work on|drafting|working on|underway)\b[^.]*@|@[^.]*\b(?:underway|under way|in progress|in preparation|in draft|being (?:completed|drafted|prepared|developed|undertaken|updated))\b` +
	`|\b(?:all|every|each|any) (?:future|individual|subsequent|such)`)

// ClaimsDone is the sentence in which the section says that an assessment was done; empty when none does.
func (s Section) ClaimsDone() string {
	for n, t := range s.sentences {
		plain := t.plain
		if n+1 < len(s.sentences) && strings.HasSuffix(plain, "?") {
			plain += " " + s.sentences[n+1].plain
		}
		if marked, ok := mark(plain); ok && claimed(marked) {
			return t.raw
		}
	}
	return ""
}

// claimed reports whether a sentence says that it was done, without a word before that takes it back. What comes after it is another matter.
func claimed(marked string) bool {
	return slices.ContainsFunc(claims, func(p *regexp.Regexp) bool {
		at := p.FindStringIndex(marked)
		return at != nil && !undone.MatchString(marked[:at[1]])
	})
}

// mark puts @ in the place of each name of an assessment, so that the patterns see where it stands. Screenings and other assessments are left.
func mark(plain string) (string, bool) {
	found := false
	for _, name := range []*regexp.Regexp{names, bare} {
		if name == bare {
			plain = other.ReplaceAllString(plain, "other paper")
		}
		var out strings.Builder
		last := 0
		for _, at := range name.FindAllStringIndex(plain, -1) {
			if screen.MatchString(plain[at[1]:]) {
				continue
			}
			out.WriteString(plain[last:at[0]])
			if name == bare {
				out.WriteString("an ")
			}
			out.WriteString("@")
			last, found = at[1], true
		}
		plain = out.String() + plain[last:]
	}
	return plain, found
}

// NamesAssessment reports whether a line names an equality assessment.
func NamesAssessment(line string) bool { return names.MatchString(strings.ToLower(clean(line))) }

func compiled(patterns ...string) []*regexp.Regexp {
	var out []*regexp.Regexp
	for _, p := range patterns {
		out = append(out, regexp.MustCompile(p))
	}
	return out
}
