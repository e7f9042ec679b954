package check

import (
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

func balanceRules() []Rule {
	return []Rule{
		{
			ID: "A5", Severity: eqia.Prompt, Gates: atSubmit, Basis: eqia.GoodPractice, Waits: true,
			Title:  "Groups are looked at one by one",
			Why:    "Few proposals mean the same for every group. The same effect in each row can be a sign that the rows were filled in together.",
			Weak:   "Positive for all sixteen groups.",
			Better: "Positive for carers and older people, unclear for disabled people, neutral for the others, each for a reason.",
			Judge:  allTheSame,
		},
		{
			ID: "A13", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.Law, Waits: true,
			Title:  "Each of the three aims is thought about",
			Why:    "Section 149(1) of the Equality Act 2010 has three aims. Someone who weighs only one of them has not looked at the others.",
			Weak:   "This meets our equality duty.",
			Better: "Disability: it helps to advance equality of opportunity, as blind people can fill in the form alone for the first time.",
			Judge:  aimsForgotten,
		},
		{
			ID: "A15", Severity: eqia.Prompt, Gates: atSubmit, Basis: eqia.GoodPractice, Waits: true,
			Title:  "People belong to more than one group",
			Why:    "What is a small harm for each of two groups can be a large one for people who belong to both.",
			Weak:   "Age: harder for older people. Disability: harder for disabled people.",
			Better: "Older disabled people who live alone lose most: they can neither walk to the next stop nor book by phone.",
			Judge:  noIntersection,
		},
		{
			ID: "A16", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.GoodPractice,
			Title:  "Gains and losses are both shown",
			Why:    "A gain for some people does not undo the loss of others. Those who decide need to see both.",
			Weak:   "Positive. On balance the benefits outweigh the disadvantages.",
			Better: "Positive and negative. 600 people get a later bus. About 40 who start work at six have none.",
			Judge:  netOnly,
		},
	}
}

// minRows is the fewest groups of which it means anything that all have the same effect.
const minRows = 5

// allTheSame takes a group that a merged row of an outside form covered to have that row's effects.
func allTheSame(c *reading) []Remark {
	all := c.Characteristics()
	first := ""
	for i, ch := range all {
		set := strings.Join(effectsOn(c, ch).Codes(), "+")
		if set == "" || i > 0 && set != first {
			return nil
		}
		first = set
	}
	if len(all) < minRows {
		return nil
	}
	return atWhole("Make sure that each group was looked at on its own: every one of them has the same effect.")
}

func effectsOn(c *reading, ch form.Characteristic) eqia.Effects {
	set := card(c, ch).Effects()
	for _, k := range c.Content.Cards {
		if len(set) == 0 && slices.Contains(k.Covers, ch.Code) {
			set = k.Effects()
		}
	}
	return set
}

// aimWords are the statutory words of the aims and the forms in which people write them.
var aimWords = map[string]lexicon{
	form.AimEliminate: lexiconOf(`eliminate, eliminates, eliminating, elimination, discrimination, discriminate, harassment, victimisation, unlawful treatment, prejudice and bullying`),
	form.AimAdvance: lexiconOf(`advance, advances, advancing, equality of opportunity, equal opportunity, remove barriers, removes barriers, removing barriers,
		minimise disadvantage, minimises disadvantage, remove disadvantage, meet different needs, meets different needs, encourage participation, take part in public life`),
	form.AimFoster: lexiconOf(`foster, fosters, fostering, good relations, promote understanding, promotes understanding, promoting understanding, tackle prejudice,
		tackles prejudice, tackling prejudice, bring people together, brings people together, community cohesion, social cohesion`),
}

// aimsForgotten is about the characteristics in section 149 alone. That no aim is thought about is worth a reason; that one or two are
// not is worth knowing.
func aimsForgotten(c *reading) []Remark {
	addressed, open := map[string]bool{}, map[string]bool{}
	for b := range blocks(c) {
		if b.characteristic.Kind != form.Statutory || len(b.Effects) == 0 || b.Effects.Only(eqia.Neutral) {
			continue
		}
		for _, aim := range b.characteristic.Aims {
			open[aim] = true
			addressed[aim] = addressed[aim] || b.speaksTo(c, aim)
		}
	}
	var left []string
	for _, aim := range c.Form.Aims {
		if open[aim.Code] && !addressed[aim.Code] {
			left = append(left, "“"+aim.Label+"”")
		}
	}
	switch {
	case len(left) == 0:
		return nil
	case len(left) == len(open):
		return atWhole("Say which of the three aims of section 149 the proposal touches, on the cards of the groups that are affected.")
	default:
		return []Remark{{Message: "Say what the proposal means for the need to " + listed(left) + ", if it means anything. No card speaks of it.", Only: eqia.Inform}}
	}
}

// speaksTo reports whether an aim is ticked on a block or spoken of in its text.
func (b block) speaksTo(c *reading, aim string) bool {
	return slices.Contains(b.Aims, aim) || aimWords[aim].in(c.words(b.How)) || aimWords[aim].in(c.words(b.Mitigation))
}

// noIntersection asks about people in two groups where two or more groups are affected, unless some text speaks of them together.
func noIntersection(c *reading) []Remark {
	affected := map[string]bool{}
	for _, k := range c.Content.Cards {
		if strings.Contains(k.Code, "+") && !k.Merged() && len(k.Effects()) > 0 {
			return nil
		}
	}
	for b := range blocks(c) {
		if len(b.Effects) == 0 || b.Effects.Only(eqia.Neutral) {
			continue
		}
		affected[b.characteristic.Code] = true
		if b.crosses(c) {
			return nil
		}
	}
	if len(affected) < 2 || together.in(c.words(c.Content.Answers[form.QuestionSummary].Text)) {
		return nil
	}
	return atWhole("Say what the proposal means for people who belong to more than one of the affected groups, for example older disabled people.")
}

// crosses reports whether a block's text speaks of people of another group as well.
func (b block) crosses(c *reading) bool {
	words := c.words(b.How)
	if together.in(words) {
		return true
	}
	for code, lexicon := range groupWords {
		if code != b.characteristic.Code && lexicon.in(words) {
			return true
		}
	}
	return false
}

// netted are ways of giving the sum of gains and losses in place of both.
var netted = lexiconOf(`on balance, outweigh, outweighs, outweighed, outweighing, net positive, net negative, net neutral, net benefit, net impact, net effect,
	net gain, overall positive, overall neutral, positive overall, neutral overall, cancel out, cancels out, cancel each other out, balance each other out,
	balances out, balanced out, swings and roundabouts, positives and negatives, pros and cons`)

func netOnly(c *reading) []Remark {
	var out []Remark
	for b := range blocks(c) {
		both := b.Effects.Has(eqia.Positive) && b.Effects.Has(eqia.Negative)
		if len(b.Effects) > 0 && !both && netted.in(c.words(b.How)) {
			out = append(out, b.remark("Select both positive and negative if some people gain and others lose, and say what each would notice. The text gives only the sum."))
		}
	}
	return out
}
