package check

import (
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

func wordingRules() []Rule {
	return []Rule{
		{
			ID: "A3", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.Law,
			Title:  "An explanation says it here",
			Why:    "Courts have said that councillors are taken to have read what is in front of them. What is only in another paper may never be weighed.",
			Weak:   "Please see the action plan.",
			Better: "Carers get a card that schools know, so they do not have to explain themselves (action 4).",
			Judge:  elsewhere,
		},
		{
			ID: "A4", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.GoodPractice,
			Title:  "Each group has words of its own",
			Why:    "The same sentence in many rows tells the people deciding nothing about any of the groups.",
			Weak:   "Age: staff will be supported. Sex: staff will be supported. Race: staff will be supported.",
			Better: "Age: half of the team is over 55, and early retirement is offered to all of them. Sex: posts are matched by grade, so part-time women keep theirs.",
			Judge:  copied,
		},
		{
			ID: "A6", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.GoodPractice,
			Title:  "A gain says who gets what",
			Why:    "A gain that nobody can picture can't be weighed against a loss, and nobody can check later whether it came about.",
			Weak:   "Positive impact on this group.",
			Better: "Blind people can fill in the form with a screen reader. It helps to advance equality of opportunity.",
			Judge:  vagueGain,
		},
		{
			ID: "A9", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.GoodPractice,
			Title:  "Neutral has a reason",
			Why:    "That nobody has seen a difference says little if nobody looked. A reason shows what was looked at.",
			Weak:   "No impact. The policy applies to everyone equally.",
			Better: "Opening times miss no festival or day of worship. Both churches and the mosque looked at the list.",
			Judge:  noReason,
		},
		{
			ID: "A10", Severity: eqia.Prompt, Gates: atSubmit, Basis: eqia.GoodPractice,
			Title:  "A possible harm is described",
			Why:    "“Could have an impact” leaves the people deciding to guess how many people would lose what, and where.",
			Weak:   "This could have a negative impact on older people.",
			Better: "About 40 people over 80 at Weir Street could miss hospital appointments, as the next bus is two hours later.",
			Judge:  undescribed,
		},
	}
}

func elsewhere(c *reading) []Remark {
	var out []Remark
	for b := range rows(c) {
		if len(b.Effects) > 0 && c.onlyPoints(b.How) {
			out = append(out, b.remark("Say here who is affected and how. The answer only points to somewhere else."))
		}
	}
	if usesShared(c) && c.onlyPoints(c.Content.Answers[eqia.SharedReason].Text) {
		out = append(out, atAnswer(eqia.SharedReason, "Say here why there is no effect on these groups. The answer only points to somewhere else.")...)
	}
	return out
}

// usesShared reports whether any group rests on the shared reason.
func usesShared(c *reading) bool { return sharing(c) > 0 }

// sharing counts the groups that rest on the shared reason.
func sharing(c *reading) int {
	n := 0
	for b := range blocks(c) {
		if b.Shared && b.Effects.Only(eqia.Neutral) && blank(b.How) {
			n++
		}
	}
	return n
}

// sameWords is the fewest groups with one text that are too many to be chance.
const sameWords = 3

// copied compares texts without the group's own name, so that a sentence with only the name exchanged is the same sentence. A short
// reason that is declared as shared is worth a look, and no more.
func copied(c *reading) []Remark {
	type row struct {
		first block
		names []string
	}
	found := map[string]*row{}
	var order []string
	for b := range rows(c) {
		key := strings.Join(lexiconOf(append(b.characteristic.Aliases, b.characteristic.Label)...).without(c.words(b.How)), " ")
		if blank(b.How) || key == "" || len(b.Effects) == 0 {
			continue
		}
		if found[key] == nil {
			found[key] = &row{first: b}
			order = append(order, key)
		}
		if label := b.characteristic.Label; !slices.Contains(found[key].names, label) {
			found[key].names = append(found[key].names, label)
		}
	}
	var out []Remark
	for _, key := range order {
		if r := found[key]; len(r.names) >= sameWords {
			out = append(out, r.first.remark("Say what is different for each group. The same words are used for "+listed(r.names)+"."))
		}
	}
	return append(out, thinlyShared(c)...)
}

// minShared is the fewest words in which a reason can hold for several groups at once.
const minShared = 8

func thinlyShared(c *reading) []Remark {
	n := count(c.Content.Answers[eqia.SharedReason].Text)
	if sharing(c) < sameWords || n < minReason || n >= minShared {
		return nil
	}
	out := atAnswer(eqia.SharedReason, "Make sure that this short reason holds for each of the groups that share it.")
	out[0].Only = eqia.Prompt
	return out
}

// vagueGain asks of a gain who gets what. A form that offers the aims also has one ticked or named.
func vagueGain(c *reading) []Remark {
	var out []Remark
	for b := range blocks(c) {
		if !b.Effects.Has(eqia.Positive) || count(b.How) < 2 || c.onlyPoints(b.How) {
			continue
		}
		switch {
		case !b.Effects.Has(eqia.Negative) && len(b.How) <= longest && thin(c.words(b.How), emptyPraise, b.characteristic):
			out = append(out, b.remark("Say who gains, and what they will notice in their lives."))
		case !outside(c) && len(b.characteristic.Aims) > 0 && !b.speaksToAny(c):
			out = append(out, b.remark("Select which of the aims the gain touches."))
		}
	}
	return out
}

func outside(c *reading) bool { return c.Content.Form.Version == eqia.FormOutside }

func (b block) speaksToAny(c *reading) bool {
	return len(b.Aims) > 0 || slices.ContainsFunc([]string{form.AimEliminate, form.AimAdvance, form.AimFoster}, func(aim string) bool { return b.speaksTo(c, aim) })
}

// noReason takes "no evidence" for a reason only where some evidence was looked at for the group.
func noReason(c *reading) []Remark {
	var out []Remark
	for b := range blocks(c) {
		if !b.Effects.Only(eqia.Neutral) || blank(b.How) || len(b.How) > longest || c.onlyPoints(b.How) {
			continue
		}
		words := c.words(b.How)
		looked := slices.Contains(words, "evidence") && (len(b.Evidence) > 0 || b.spokenTo(c))
		if !looked && thin(words, emptyNeutral, b.characteristic) {
			out = append(out, b.remark("Enter why there is no effect on this group, or what you looked at to be sure."))
		}
	}
	if text := c.Content.Answers[eqia.SharedReason].Text; usesShared(c) && len(text) <= longest && count(text) >= minReason && !c.onlyPoints(text) &&
		thin(c.words(text), emptyNeutral, form.Characteristic{}) {
		out = append(out, atAnswer(eqia.SharedReason, "Enter why there is no effect on these groups, or what you looked at to be sure.")...)
	}
	return out
}

var maybe = lexiconOf(`may, might, could, possible, possibly, possibility, potential, potentially, likely, perhaps`)

func undescribed(c *reading) []Remark {
	var out []Remark
	for b := range blocks(c) {
		harm := b.Effects.Has(eqia.Negative) || b.Effects.Has(eqia.Unclear)
		if !harm || b.Effects.Has(eqia.Positive) && !b.Effects.Has(eqia.Negative) || len(b.How) > longest || c.onlyPoints(b.How) {
			continue
		}
		words := c.words(b.How)
		if maybe.in(words) && thin(words, emptyTalk, b.characteristic) {
			out = append(out, b.remark("Say what could happen, to how many people and where."))
		}
	}
	return out
}
