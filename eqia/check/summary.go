package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

func summaryRules() []Rule {
	return []Rule{{
		ID: "A21", Severity: eqia.Stop, Gates: bothGates, Basis: eqia.Policy, MayPass: workflow.Lead,
		Title:  "The summary says what the table says",
		Why:    "Many people read the summary alone. If it leaves out a harm that the table shows, they decide on the wrong facts.",
		Weak:   "There are no negative impacts.",
		Better: "Older people lose a place to meet. A driver scheme lowers the harm for some of them. No other group is worse off.",
		Judge:  contradictions,
	}}
}

// contradictions questions each sentence of the summary that flatly denies an effect the cards show. A sentence that is narrowed,
// reported, hoped for or taken back in the next is left alone: a false alarm costs more trust than a miss.
func contradictions(c *reading) []Remark {
	var out []Remark
	names := namesOf(c)
	written := sentences(c.Content.Answers[form.QuestionSummary].Text)
	for i, s := range written {
		if !denials.in(tokens(s.raw)) || hedged(s) || i+1 < len(written) && takesBack.MatchString(written[i+1].plain) {
			continue
		}
		before := ""
		if i > 0 {
			before = written[i-1].plain
		}
		m, ok := contradicted(c, names, before, s)
		if ok && !slices.ContainsFunc(out, func(r Remark) bool { return r.Message == m }) {
			out = append(out, atAnswer(form.QuestionSummary, m)...)
		}
	}
	return out
}

// denials are words of which every claim has one.
var denials = lexiconOf(`no, not, nobody, none, zero, neutral, positive, wont, wouldnt, doesnt, dont, hasnt, havent, didnt, everyone, everybody, every group, all group`)

// contradicted looks for a claim in a sentence that the cards do not bear out. Where the sentence before is about one group, a
// claim that names nobody may be about that group, so it is left alone.
func contradicted(c *reading, names []string, before string, s sentence) (string, bool) {
	for _, claim := range claims {
		at := claim.says.FindStringIndex(s.plain)
		if at == nil || narrowed(s.plain, at[0]) {
			continue
		}
		read := scopeOf
		if claim.object {
			read = scopeOn
		}
		who, ok := read(s.plain[at[1]:], names)
		if !ok || who.open && (claim.wide || setsTopic(before, names) || speaksOfAGroup(s.plain[:at[0]], names)) {
			continue
		}
		for _, e := range claim.denies {
			if shown := showing(c, e, who); len(shown) > 0 {
				return disagreement(s, shown, e), true
			}
		}
	}
	return "", false
}

// disagreement says which sentence and which cards do not agree.
func disagreement(s sentence, shown []string, e eqia.Effect) string {
	verb := "is"
	if len(shown) > 1 {
		verb = "are"
	}
	quote := s.raw
	if utf8.RuneCountInString(quote) > 120 {
		quote = string([]rune(quote)[:120]) + "…"
	}
	return fmt.Sprintf("Make the summary and the table agree. The summary says “%s”, but %s %s marked %s.", quote, listed(shown), verb,
		strings.ToLower(e.Label()))
}

// showing lists the cards with an effect, of those a claim is about.
func showing(c *reading, e eqia.Effect, who scope) []string {
	var out []string
	for _, k := range c.Content.Cards {
		label := labelOf(c, k)
		about := len(who.named) == 0 && len(who.people) == 0 ||
			slices.ContainsFunc(called(c, k), func(n string) bool { return slices.Contains(who.named, n) }) || speaksOf(k, who.people)
		if about && k.Effects().Has(e) {
			out = append(out, label)
		}
	}
	return out
}

// speaksOf reports whether a card says of some people, in the same words, that something is so.
func speaksOf(k eqia.Card, people []string) bool {
	if len(people) == 0 {
		return false
	}
	phrase := lexicon{people[0]: {people[1:]}}
	for _, b := range k.Blocks {
		for raw := range pieces(b.How) {
			if phrase.in(tokens(raw)) && !denying.MatchString(plain(raw)) {
				return true
			}
		}
	}
	return false
}

func labelOf(c *reading, k eqia.Card) string {
	if ch, ok := c.Form.Group(k.Code); ok && k.Label == "" {
		return ch.Label
	}
	return k.Label
}

// called lists what a card's group is called, in plain form.
func called(c *reading, k eqia.Card) []string {
	ch, _ := c.Form.Group(k.Code)
	out := []string{plain(labelOf(c, k))}
	for _, n := range ch.Aliases {
		out = append(out, plain(n))
	}
	return out
}

// namesOf lists what every group of the form is called.
func namesOf(c *reading) []string {
	var out []string
	for _, ch := range c.Form.Characteristics {
		out = append(out, called(c, eqia.Card{Code: ch.Code})...)
	}
	return out
}
