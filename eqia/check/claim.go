package check

import (
	"regexp"

	"dorset-eqia/eqia"
)

// claim is a way of denying effects: the words, the effects they deny, and how much must be said for the denial to be general.
type claim struct {
	says   *regexp.Regexp
	denies []eqia.Effect
	wide   bool // only where "on any group" or the like is said: without it, the words may be about the cost, say
	object bool // those affected follow at once, as in "will not disadvantage anyone"
}

// The pieces of a claim. A claim starts a sentence or a clause, and speaks of the proposal as a whole.
const (
	start  = `(?:^|, |\band |\bso |\bthat |\btherefore |\boverall |^in (?:summary|short|conclusion|all) |^to (?:conclude|sum up) )`
	thing  = `(?:it is clear that )?(?:the|this|our) (?:proposed |new |planned )?(?:proposals?|policy|project|strategy|changes?|decision|plan|scheme|restructure|saving|hours|opening hours|times|charges|fees|arrangements|model|structure|rules|closure|contract) `
	there  = `there (?:is|are|will be|would be|should be|were|was|have been|has been) (?:expected to be |likely to be )?`
	found  = `(?:we|(?:the|this|our) (?:assessment|analysis|evidence|review|screening))(?: have| has)? (?:found|finds?|identified|identifies|identify|expect|foresee|anticipate|see|shows?) `
	unseen = `(?:we|(?:the|this|our) (?:assessment|analysis|evidence|review)) (?:(?:have|has|did|do|does) not|havent|hasnt|didnt|dont|doesnt) (?:found|find|identified|identify|expect|foresee|anticipate|see|shown|show) any `
	unlike = `(?:there (?:is|are) not (?:expected|anticipated|likely) to be|it is not (?:expected|anticipated|likely) that there (?:will|would) be) (?:any|an?) `
	has    = thing + `(?:has|have|had|will have|would have|should have|brings?|causes?|creates?) `
	wont   = thing + `(?:(?:will|would|does|do|should) not|(?:is|are) not (?:expected|anticipated|likely) to|wont|wouldnt|doesnt|dont) `
	impact = `(?:impacts?|effects?|consequences?|outcomes?|implications?)\b`
	bad    = `(?:(?:positive|unclear|unintended) (?:or|and|nor) )?(?:negative|adverse|detrimental|harmful)(?: (?:or|and|nor) (?:negative|adverse|detrimental|harmful|unclear|unintended))?(?: equality)? `
	nobody = `(?:no one|nobody|none of (?:the|these) (?:protected )?(?:groups|characteristics)|no (?:protected |equality )?(?:groups?|person|people|community|communities|characteristics?)) `
	seen   = `(?:(?:has|have) been|is|are|was|were|will be|can be) (?:identified|found|expected|anticipated|foreseen|seen|shown)\b`
	gains  = `(?:the )?(?:overall )?(?:impacts?|effects?|outcomes?) (?:on|for) (?:everyone|everybody|(?:all|every|each)(?: of)?(?: the| our| these)?(?: protected| equality| affected)? (?:groups?|characteristics?|people|residents|communities)) `
	beIs   = `(?:will be|would be|should be|is|are|was|were|has been|have been) `
)

var (
	anyNegative = []eqia.Effect{eqia.Negative}
	notNeutral  = []eqia.Effect{eqia.Negative, eqia.Unclear, eqia.Positive}
	notPositive = []eqia.Effect{eqia.Negative, eqia.Unclear}
)

// none is the words before a kind of effect that say there is none of it.
const none = `(?:(?:` + there + `|` + found + `|` + has + `)?(?:no|zero) |` + there + `not any |` + unseen + `|` + unlike + `|` + wont +
	`(?:have|cause|bring|create|lead to|result in) (?:any |an? )?)`

// claims are the denials looked for, the plainest first.
var claims = []claim{
	{says: regexp.MustCompile(start + none + bad + impact), denies: anyNegative},
	{says: regexp.MustCompile(start + `(?:` + there + `|` + found + `)no (?:disadvantages?|negatives|harms?|detriments?|disbenefits?)\b`), denies: anyNegative},
	{says: regexp.MustCompile(start + `no (?:detriments?|disadvantages?|disbenefits?|negatives|harms?) ` + seen), denies: anyNegative},
	{says: regexp.MustCompile(start + gains + beIs + `(?:all |assessed as |expected to be |likely to be )?(?:either )?(?:(?:positive|neutral) or (?:positive|neutral)|positive)\b`), denies: notPositive},
	{says: regexp.MustCompile(start + `(?:` + has + `|` + there + `|` + found + `)only (?:(?:positive|neutral) (?:or|and) (?:positive|neutral)) ` + impact), denies: notPositive},
	{says: regexp.MustCompile(start + nobody + beIs + `(?:(?:negatively|adversely|badly) (?:affected|impacted)|disadvantaged|(?:left |made )?worse off|harmed|put at a disadvantage)\b`), denies: anyNegative},
	{says: regexp.MustCompile(start + nobody + `(?:(?:will|would) )?(?:loses?|lose) out\b`), denies: anyNegative},
	{says: regexp.MustCompile(start + `it is not (?:expected|anticipated|likely|thought|envisaged) that (?:anyone|anybody|any (?:\w+ )?(?:groups?|person|people|community|characteristics?)) (?:will|would) be (?:(?:negatively|adversely|badly) (?:affected|impacted)|disadvantaged|worse off|harmed)\b`), denies: anyNegative},
	{says: regexp.MustCompile(start + `(?:everyone|everybody|every group|all groups) (?:will |would |should )?(?:gains?|benefits?|is better off|are better off)(?: or (?:is|are) (?:unaffected|not affected|no worse off))?\b`), denies: notPositive},
	{says: regexp.MustCompile(start + wont + `(?:disadvantage|harm|negatively (?:affect|impact)|adversely (?:affect|impact)) `), denies: anyNegative, object: true},
	{says: regexp.MustCompile(start + none + `(?:equality )?` + impact), denies: notNeutral, wide: true},
	{says: regexp.MustCompile(start + none + `equality ` + impact), denies: notNeutral},
	{says: regexp.MustCompile(start + nobody + beIs + `(?:affected|impacted)\b`), denies: notNeutral},
	{says: regexp.MustCompile(start + `all (?:of )?(?:the |our )?(?:impacts|effects|groups|characteristics) ` + beIs + `(?:assessed as |rated as |rated |marked as |marked |expected to be )?neutral\b`), denies: notNeutral},
	{says: regexp.MustCompile(start + `(?:the )?(?:overall )?(?:impacts?|effects?) ` + beIs + `(?:all |expected to be |assessed as )?neutral\b`), denies: notNeutral, wide: true},
	{says: regexp.MustCompile(start + `(?:` + has + `|` + there + `)a neutral ` + impact), denies: notNeutral, wide: true},
	{says: regexp.MustCompile(start + `all (?:of )?(?:the |our )?(?:impacts|effects) ` + beIs + `(?:expected to be )?positive\b`), denies: notPositive},
	{says: regexp.MustCompile(start + `(?:the )?(?:impacts|effects) ` + beIs + `(?:all |either )?(?:positive|neutral) or (?:positive|neutral)\b`), denies: notPositive},
	{says: regexp.MustCompile(start + `(?:the )?(?:impacts|effects) ` + beIs + `(?:all|only|entirely|wholly|solely) positive\b`), denies: notPositive},
	{says: regexp.MustCompile(start + `(?:` + there + `|` + found + `|` + has + `)only positive ` + impact), denies: notPositive},
	{says: regexp.MustCompile(start + none + `(?:unclear|unknown) ` + impact), denies: []eqia.Effect{eqia.Unclear}},
	{says: regexp.MustCompile(start + none + `positive ` + impact), denies: []eqia.Effect{eqia.Positive}},
}
