package section

import (
	"regexp"
	"strings"
)

// asked is what the recommendations of a report ask of members, counted.
type asked struct{ own, other, note int }

const bodies = `(?:cabinet|full council|the council|council|the committee|overview|scrutiny|the executive|executive|the board|the leader|portfolio holder|shareholder committee)`

var (
	onward = regexp.MustCompile(`\brecommend(?:s|ed|ing)?(?: \w+){0,12}? ` + bodies + `\b|\brecommend(?:s|ed|ation)? to\b|\b` + bodies + ` (?:be|is|are) (?:recommended|asked|invited|requested|advised|urged)\b|\b(?:asks?|invites?|requests?|urges?|advises?) ` + bodies +
		`\b|\b(?:refers?|referred|commends?|forwards?|endorses?)(?: \w+){0,8}? (?:to|for) (?:\w+ (?:by|at) )?` + bodies + `\b|\bbe recommended (?:for|to)\b|\bfor (?:approval|adoption|decision) (?:by|at) ` + bodies + `\b`)
	ownVerbs = `(?:approv(?:e|es)|agrees?|adopts?|delegates?|authoris(?:e|es)|awards?|declares?|appoints?|determin(?:e|es)|resolves?|grants?|refuses?|allocat(?:e|es)|releases?|confirms?|decides?|makes? the order|enters? into)`
	own      = regexp.MustCompile(`^(?:that )?(?:(?:the )?(?:\(?\w+[,')]? ){0,4}?)?(?:to )?` + ownVerbs + `\b|\band (?:to )?` + ownVerbs + `\b|\b(?:be|is|are) (?:approved|agreed|adopted|delegated|authorised|awarded|appointed|granted|refused|allocated|released|confirmed|declared|given delegated)\b`)
	noting   = regexp.MustCompile(`^(?:that )?(?:(?:the )?(?:\(?\w+[,')]? ){0,4}?)?(?:to )?(?:notes?|receives?|comments?|considers?|reviews?|discusses|discuss|scrutinis(?:e|es)|gives? (?:their |its )?views?|offers? (?:its |their )?views?|provides? (?:feedback|comments|views))\b|\b(?:be|is|are) (?:noted|received)\b`)

	toDecide    = regexp.MustCompile(`\b(?:decisions?|decide|determination|approval)\b`)
	toRecommend = regexp.MustCompile(`\brecommend`)
	toNote      = regexp.MustCompile(`\b(?:note|noting|information)\b`)
	toComment   = regexp.MustCompile(`\b(?:comment|review|consult|scrutin|discuss|monitor|update)`)
)

// PurposeConflict says how the purpose that a report states differs from what its recommendations ask; empty when they agree, or when one of
// them is not there.
func PurposeConflict(purpose string, recommendations []string) string {
	a := ask(purpose, recommendations)
	plain := strings.ToLower(purpose)
	decide, recommend, note := toDecide.MatchString(plain), toRecommend.MatchString(plain), toNote.MatchString(plain)
	switch {
	case decide && (recommend || note):
		return ""
	case decide:
		return a.forDecision()
	case recommend:
		return a.forRecommendation()
	case note && a.own+a.other > 0:
		return "asks members to do more than note"
	case toComment.MatchString(plain) && a.own > 0:
		return "asks members to decide"
	}
	return ""
}

func (a asked) forDecision() string {
	switch {
	case a.own == 0 && a.other > 0:
		return "asks members to recommend something to another body"
	case a.own == 0 && a.note > 0:
		return "only asks members to note or comment"
	}
	return ""
}

func (a asked) forRecommendation() string {
	switch {
	case a.other == 0 && a.own > 0:
		return "asks members to decide"
	case a.other == 0 && a.note > 0:
		return "only asks members to note or comment"
	}
	return ""
}

// ask counts the recommendations by what they ask. A body that the purpose names is the other body.
func ask(purpose string, recommendations []string) asked {
	var a asked
	for _, r := range recommendations {
		plain := number.ReplaceAllString(strings.ToLower(clean(r)), "")
		byName := toRecommend.MatchString(strings.ToLower(purpose)) && asksBody(purpose, plain)
		switch {
		case onward.MatchString(plain) || byName:
			a.other++
			if at := onward.FindStringIndex(plain); at != nil && own.MatchString(plain[:at[0]]) {
				a.own++
			}
		case own.MatchString(plain) && (!noting.MatchString(plain) || strings.Contains(plain, " and ") && own.MatchString(plain[strings.Index(plain, " and "):])):
			a.own++
		case noting.MatchString(plain):
			a.note++
		}
	}
	return a
}

var body = regexp.MustCompile(`\b(?:cabinet|full council|council|committee|board|executive|leader)\b`)

// asksBody reports whether a recommendation says what the body does that the purpose names.
func asksBody(purpose, recommendation string) bool {
	to := body.FindString(strings.ToLower(purpose))
	return to != "" && strings.Contains(recommendation, to)
}
