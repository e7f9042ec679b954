package check

import (
	"iter"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentence is one sentence of a text: as written, and in lower case with commas as its only marks.
type sentence struct {
	raw, plain string
	quotes     bool // somebody else's words may be in it
	asks       bool // it is a question
}

// sentences splits a text at full stops, question and exclamation marks, semicolons and line ends; a stop inside a number or behind a
// person's title ends nothing.
func sentences(text string) []sentence {
	var out []sentence
	for raw, mark := range pieces(text) {
		out = append(out, sentence{raw, spaced(raw), strings.ContainsAny(raw, `"“”`), mark == '?'})
	}
	return out
}

// pieces yields the sentences of a text as written, each with the mark that ended it.
func pieces(text string) iter.Seq2[string, rune] {
	return func(yield func(string, rune) bool) {
		start := 0
		for i, r := range text {
			if !ends(text, i, r) {
				continue
			}
			if raw := strings.TrimSpace(text[start:i]); raw != "" && !yield(raw, r) {
				return
			}
			start = i + 1
		}
		if raw := strings.TrimSpace(text[start:]); raw != "" {
			yield(raw, '\n')
		}
	}
}

// ends reports whether a sentence ends at a character.
func ends(text string, i int, r rune) bool {
	if r == '\n' || r == ';' {
		return true
	}
	if r != '.' && r != '!' && r != '?' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[i+1:])
	inside := i+1 < len(text) && !unicode.IsSpace(next)
	return !inside && (r != '.' || !title.MatchString(text[max(0, i-8):i]))
}

// title is the end of a text whose full stop belongs to someone's name.
var title = regexp.MustCompile(`\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Revd|Cllr)(?:\.? [A-Z])?$`)

// spaced is a sentence for matching: words and commas with one space between them. Colons, dashes and brackets part as commas do.
func spaced(raw string) string {
	var parts []string
	for _, p := range pauses.Split(raw, -1) {
		if p = plain(p); p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, " , ")
}

// scope is whom a claim is about: some groups by name, nobody in particular, or else everyone, said in so many words.
type scope struct {
	open   bool // nobody is named, so it may be about whatever came before
	named  []string
	people []string // some of the people of a group, in the words that a text used: "older people"
}

var (
	pauses = regexp.MustCompile(`[,:()–—]| - `)
	// someOf is some people of a group and nobody else.
	someOf = regexp.MustCompile(`^(?:(?:\w+ ){0,2}(?:people|residents|tenants|staff|employees|users|customers|adults)|women|men|girls|boys|children|pensioners|pupils|carers|veterans|teenagers)$`)
	joins  = regexp.MustCompile(` , | and | or | nor `)
	// towards is the words that introduce whom an effect falls on.
	towards = regexp.MustCompile(`^(?:(?:that )?(?:have|has|had)? ?(?:are|is|were|was|been)? ?(?:identified|found|expected|anticipated|foreseen)? ?)(?:on|for|to|upon|across|against|towards|among) `)
	// all is everyone, in the ways people write it.
	all = regexp.MustCompile(`^(?:anyone|anybody|everyone|everybody|any of (?:the|these) groups?` +
		`|(?:any|all|every|each)(?: of)?(?: the| our| these)?(?: \d+| nine| sixteen)?(?: protected| equality| affected)?(?: or local)? ` +
		`(?:groups?|characteristics?|people|persons?|individuals?|communities)` +
		`|(?:the |those with |people with )?protected (?:groups|characteristics|persons)` +
		`|people (?:with|who share) (?:any |a )?protected characteristics?)(?: (?:with|who share|sharing)(?: any| a)? protected characteristics?)?`)
	// loose is what may come after a claim and leave it as wide as it was.
	loose = regexp.MustCompile(`^(?:$|,|and |or |because |as |since |as a result|at all|in dorset(?:$| ,)` +
		`|(?:arising |resulting )?(?:from|of|by) (?:the|this|these) (?:proposals?|changes?|policy|project|strategy|plan|report|decision)` +
		`(?:$| ,| on any| on all| on anyone| and| because| as)` +
		`|(?:arising |resulting )?(?:from|of) (?:the|this|these|our) (?:new|proposed|planned|revised|changed|amended|updated) \w+(?: \w+){0,2}(?:$| ,)` +
		`|(?:have been |has been |were |was |are |is )?(?:identified|found|expected|anticipated|foreseen|likely)(?:$| ,| from| at| by| and| because| as))`)
)

// scopeOf reads whom a claim is about from the words after it; false when it is about someone this rule can't place.
func scopeOf(rest string, names []string) (scope, bool) {
	rest = strings.TrimSpace(rest)
	if at := towards.FindString(rest); at != "" {
		return scopeOn(rest[len(at):], names)
	}
	return scope{open: true}, loose.MatchString(rest)
}

// scopeOn reads whom a claim is about from the words that name them.
func scopeOn(whom string, names []string) (scope, bool) {
	whom = strings.TrimSpace(whom)
	if every := all.FindString(whom); every != "" {
		return scope{}, loose.MatchString(strings.TrimSpace(whom[len(every):]))
	}
	var named []string
	for _, item := range joins.Split(whom, -1) {
		if !slices.Contains(names, item) {
			break
		}
		named = append(named, item)
	}
	if len(named) > 0 {
		return scope{named: named}, true
	}
	people := tokens(someOf.FindString(whom))
	return scope{people: people}, len(people) > 0 && mentionsAGroup(people)
}
