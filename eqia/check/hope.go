package check

import (
	"regexp"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

var advancing = lexiconOf(`improve, improves, improved, improving, improvement, advance, advancing, opportunity, encourage, encourages, encouraging, gain, gains, benefit, benefits,
	increase access, widen, widening, widens, more people, easier, better, promote, promotes, promoting, offer, offers, offering, reach out, new service, first time, extend, extends,
	enable, enables, enabling, free trial, more accessible, participation, take part, help to close, close the gap, for the first time, good relations, understanding,
	do more, could do more, more of them, so that more, under represented, underrepresented, unmet need, need we had not met, not met before, not had before, did not have, do not have now, bring together, confidence, independent, independence,
	inclusive, welcome, celebrate, befriend, become, skill, lesson, course, bursary, scholarship, sponsorship, get to know, get together, each other, mix with, apply for what, never claimed, never had, never been, not claimed, raise their share, uptake, take up,
	where there was none, where there were none, from scratch, new group, new class, new club, free place, free lesson, free course, sit on the, first chance, to design, apprenticeship, open to, traineeship`, forms(`bring, welcome, teach, learn, recruit, join, invite, mentor, volunteer, empower, attract, co design, coach, strengthen, enhance, advance, remove barriers, remove the barrier, set up,
	start a, create, add, open up, introduce`), `trained, training, guaranteed, designed with, designed by, of their own, of its own, able to, get their own`)

// gained is more people doing something, or something new.
var gained = regexp.MustCompile(`\bmore (?:of them|[a-z]{4,}) (?:will|can|could|get|take|join|come|use)\b|\bnew (?:\w+ )?(?:groups?|class(?:es)?|clubs?|sessions?|pitch(?:es)?|courses?|funds?|posts?|roles?|rooms?|places?|paths?|starters)\b`)

// softened are things that people get so that a harm is smaller, which is no gain.
var softened = lexiconOf(`get a letter, get a call, get a visit, get a notice, get a warning, get a reminder, get a refund, get a text, get a month, get a week, get a year, get a day, get a say, able to stay, able to keep, able to remain, able to pay, able to ask, able to appeal`)

func hopeful(c *reading, text string) bool {
	words := c.words(text)
	return text != "" && (advancing.in(softened.without(words)) || gained.MatchString(plain(text)) || begins(words))
}

// begins reports whether words promise something that is not there yet: what will be done is neither a loss nor a way to keep one small.
func begins(words []string) bool {
	for i, w := range words {
		if w != "will" {
			continue
		}
		next := slices.DeleteFunc(slices.Clone(words[i+1:min(len(words), i+4)]), func(w string) bool {
			return slices.Contains([]string{"be", "also", "then", "now", "all", "both", "therefore"}, w)
		})
		if len(next) > 0 && !holding.in(next[:1]) {
			return true
		}
	}
	return false
}

// holding are verbs for losing something, for keeping it, and for making a loss smaller, with words that are no verbs.
var holding = lexiconOf(forms(`avoid, monitor, lessen, reduce, limit, keep, continue, stay, remain, phase, warn, tell, write, inform, notify, cap, exempt, protect, move, lose, pay, need, wait, struggle, face, close, end, stop, cut, change, miss, apply, travel, walk, go, feel,
	see, use, review, consider, assess, consult, ensure, mitigate, minimise, support, help, charge, drop, fall, rise, increase, cost, affect, suffer, experience, delay, explain, ask, call, ring, visit, check, watch, manage, listen, respond, treat, compensate, refund, spread, soften, replace, restrict, remove,
	withdraw, retain, honour, respect, allow, let, redeploy, signpost, leave, receive, get, come, take, make, look, work, seem, depend, notice, prefer, like, want, accept, expect`) + `, not, no, still, only, have, never, find, told, kept, lost, paid, cut, left, made, taken, given, sent, put, held, more, less, worse, harder, difficult, able, unable, impacted, disadvantaged, at, in, on, of, the, a, an, to, fewer, longer, older, sure, subject, same, open, done`)

// onlyHarm asks where harms are dealt with, no gain is found, and no text speaks of one.
func onlyHarm(c *reading) []Remark {
	harm := false
	for b := range blocks(c) {
		harm = harm || b.NeedsAnswer()
		aims := slices.Contains(b.Aims, form.AimAdvance) || slices.Contains(b.Aims, form.AimFoster)
		if b.Effects.Has(eqia.Positive) || aims || b.NeedsAnswer() && (hopeful(c, b.How) || hopeful(c, b.Mitigation)) {
			return nil
		}
	}
	better := slices.ContainsFunc(c.Content.Actions, func(a eqia.Action) bool { return hopeful(c, a.What) })
	if !harm || better || hopeful(c, c.Content.Answers[form.QuestionSummary].Text) {
		return nil
	}
	return atWhole("Say whether anything could be made better for a group while you make this change. The answers are about avoiding harm alone.")
}
