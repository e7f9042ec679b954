package check

import (
	"fmt"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// minReason is the fewest words that can say who is affected and in what way.
const minReason = 5

func analysisRules() []Rule {
	return []Rule{
		{
			ID: "A1", Severity: eqia.Stop, Gates: bothGates, Basis: eqia.Policy, MayPass: workflow.Lead, Waits: true,
			Title:  "Every group has an answer",
			Why:    "A gap in the table can't show whether a group was thought about. Unclear is a fair answer; an empty row is not.",
			Weak:   "The row for carers is empty.",
			Better: "Carers: unclear. We do not know how many use the evening sessions, and we will ask them in May.",
			Judge:  unansweredCards,
		},
		{
			ID: "A2", Severity: eqia.Stop, Gates: bothGates, Basis: eqia.Policy, MayPass: workflow.Lead, Waits: true,
			Title:  "Every effect is explained",
			Why:    "The people deciding need to see what an effect means in someone's day, not the name of the effect alone.",
			Weak:   "Negative.",
			Better: "About 60 people over 70 walk to this branch. The next one is two buses away, and some will stop going.",
			Judge:  unexplained,
		},
		{
			ID: "A7", Severity: eqia.Stop, Gates: bothGates, Basis: eqia.Law, MayPass: workflow.Lead, Waits: true,
			Title:  "Each harm is lowered or justified",
			Why:    "Courts have said that the people deciding must look at how bad a harm is and how it could be avoided before they decide.",
			Weak:   "Mitigation: none.",
			Better: "A volunteer driver scheme will run for two years, paid for from the saving, and we will count who uses it.",
			Judge:  untreated,
		},
		{
			ID: "A8", Severity: eqia.Stop, Gates: bothGates, Basis: eqia.Law, MayPass: workflow.Lead, Waits: true,
			Title:  "What is unclear will be found out",
			Why:    "Courts have said that the council must make reasonable enquiries. An unclear effect shows where one is needed.",
			Weak:   "We will look into this.",
			Better: "Ask the 40 members of the deaf club how they book now. Service manager, by 30 June 2027.",
			Judge:  notFoundOut,
		},
	}
}

func unansweredCards(c *reading) []Remark {
	var out []Remark
	for _, ch := range c.Characteristics() {
		k := card(c, ch)
		if len(k.Effects()) == 0 {
			out = append(out, atCard(ch.Code, ch.Label, "Select what effect the proposal has on this group."))
		}
	}
	for _, ch := range c.Intersections() {
		if len(c.Content.Card(ch.Code).Effects()) == 0 {
			out = append(out, atCard(ch.Code, ch.Label, "Select what effect the proposal has on people in all of these groups, or remove the page."))
		}
	}
	for b := range blocks(c) {
		if len(b.Effects) == 0 && len(card(c, b.characteristic).Effects()) > 0 {
			out = append(out, b.remark("Select what effect the proposal has on this part of the group."))
		}
	}
	return out
}

// unexplained takes the one reason shared by neutral groups as an explanation, except for groups that the facts of the proposal point
// to. A shared reason that is too thin is questioned once, not once for each group.
func unexplained(c *reading) []Remark {
	var out []Remark
	sharing := false
	for b := range blocks(c) {
		shares := b.Shared && b.Effects.Only(eqia.Neutral) && blank(b.How)
		switch {
		case len(b.Effects) == 0:
		case shares && slices.Contains(c.Pointed(), b.characteristic.Code):
			out = append(out, b.remark("Enter a reason of its own. Your answers about the proposal point to this group."))
		case shares:
			sharing = true
		case count(b.How) < minReason:
			out = append(out, b.remark(tooShort(b.Effects)))
		}
	}
	if sharing && count(c.Content.Answers[eqia.SharedReason].Text) < minReason {
		out = append(out, atAnswer(eqia.SharedReason, fmt.Sprintf("Enter why there is no effect on the groups that share a reason, in at least %d words.", minReason))...)
	}
	return out
}

func tooShort(e eqia.Effects) string {
	if e.Only(eqia.Neutral) {
		return fmt.Sprintf("Enter why there is no effect, in at least %d words.", minReason)
	}
	return fmt.Sprintf("Enter who is affected and in what way, in at least %d words.", minReason)
}

func untreated(c *reading) []Remark {
	var out []Remark
	for b := range blocks(c) {
		if b.Effects.Has(eqia.Negative) && blank(b.Mitigation) && blank(b.Justification) {
			out = append(out, b.remark("Enter what you will do to avoid or lower the harm, or why it is right to go ahead without."))
		}
	}
	return out
}

func notFoundOut(c *reading) []Remark {
	var out []Remark
	for b := range blocks(c) {
		if !b.Effects.Has(eqia.Unclear) || !blank(b.Justification) {
			continue
		}
		actions := b.actions(c)
		switch {
		case len(actions) == 0:
			out = append(out, b.remark("Add an action to find out what the effect is, with who will do it and when, or say why it is right to go ahead without."))
		case !slices.ContainsFunc(actions, func(a eqia.Action) bool { return !blank(a.Who) && !a.When.Empty() }):
			out = append(out, Remark{Where: eqia.Entry(eqia.ActionPart, actions[0].No),
				Message: b.name + ": Enter who will find out what the effect is, and when."})
		}
	}
	return out
}
