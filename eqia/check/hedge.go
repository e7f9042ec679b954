package check

import (
	"regexp"
	"slices"
	"strings"
)

// hedged reports whether a sentence is a question, quotes someone, or holds a word that narrows, reports, hopes or doubts.
func hedged(s sentence) bool { return s.asks || s.quotes || hedges.MatchString(s.plain) }

// narrowed reports whether the words of a sentence before a claim limit it: "in the north", "for race and religion", or a heading such
// as "Employees:".
func narrowed(s string, at int) bool {
	before, heading := s[:at], strings.HasPrefix(s[at:], ",")
	return (limits.MatchString(before) || heading && short(before)) && !broad.MatchString(before)
}

// short reports whether words are few enough to be a heading or a topic: "Do nothing", "Employees".
func short(words string) bool { n := count(words); return n > 0 && n <= 3 }

// setsTopic reports whether a sentence makes the next one be about something narrower than the proposal: it speaks of one group, or is
// a heading such as "Do nothing".
func setsTopic(sentence string, names []string) bool {
	return speaksOfAGroup(sentence, names) || short(sentence) && !broad.MatchString(sentence)
}

// speaksOfAGroup reports whether words name a group of the form, or people who belong to one. Both words and names are plain already.
func speaksOfAGroup(words string, names []string) bool {
	words = " " + words + " "
	return slices.ContainsFunc(names, func(n string) bool { return strings.Contains(words, " "+n+" ") }) || someone.MatchString(words)
}

// wordsOf matches any of the words or patterns in some lists, as whole words.
func wordsOf(lists ...string) *regexp.Regexp {
	return regexp.MustCompile(`\b(?:` + strings.Join(strings.Fields(strings.Join(lists, " ")), "|") + `)\b`)
}

// The words that make a sentence less than a flat denial, by what they do. A full stop stands for the space inside a phrase.
const (
	narrowing = `excepting exception except apart.from other.than others? unless if once provided despite most many several some remaining
		rest options? nothing first second stage phase pilot alternative mitigated mitigations? mitigating after when until before beyond`
	opposing  = `but however although though while whilst whereas`
	reporting = `previous previously earlier last said says? told felt feel respondents? consultees claims?`
	hoping    = `ensures? ensuring make.sure made.sure aims? aiming intend intended intention hoped? hopes want check checked so.that
		in.order target`
	doubting = `whether cannot cant could.not means? meant unlikely may might assumed? no.evidence
		not.(?:clear|certain|sure|true|the.case|possible|known|yet)`
	belonging = `older younger young elderly children women men mothers fathers parents disabled deaf blind trans transgender ethnic gypsy
		roma faith religious pregnant lgbtq? gay lesbian bisexual married veterans rural villages? care.leavers low.incomes?`
)

var (
	hedges  = wordsOf(narrowing, opposing, reporting, hoping, doubting)
	someone = wordsOf(belonging)
	limits  = regexp.MustCompile(`^(?:(?:and|so|also|similarly) )?(?:for|in|at|on|where|with|by|during|under|among|within|outside|as for|regarding|to) `)
	// broad is how a sentence starts that is about everything, although it starts as one that is not.
	broad = regexp.MustCompile(`^(?:overall|also|so|therefore|as a result|in addition` +
		`|(?:the )?(?:main |overall |equality )?(?:summary|conclusions?|impacts?|findings?)|in (?:summary|short|conclusion|all|our view|general)` +
		`|for (?:all|every|any)(?: the)?(?: protected)? (?:groups?|characteristics?)|to (?:conclude|sum up))\b`)
	// takesBack is how a sentence starts that corrects the one before it.
	takesBack = regexp.MustCompile(`^(?:however|but|except|apart from|the (?:only |one )?exceptions?|nevertheless|that said|yet|only|still` +
		`|one group|two groups|this is not|this does not)\b`)
)
