package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

func coverRules() []Rule {
	return []Rule{
		{
			ID: "A11", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.Policy, Waits: true,
			Title:  "Everyone you said is affected is thought about",
			Why:    "A change to a service is often a change to the work of the people who run it, and the other way round.",
			Weak:   "Residents and employees are affected. Every answer is about residents.",
			Better: "Age, employees: five of the nine drivers are over 60 and may find the earlier start hard. Shifts will be agreed one by one.",
			Judge:  audienceForgotten,
		},
		{
			ID: "A12", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.Policy,
			Title:  "Every option is assessed",
			Why:    "The people deciding can only weigh the options against each other if they can see what each means for people. Doing nothing is one of them.",
			Weak:   "Three options are listed. The impacts are those of the one we prefer.",
			Better: "Option 1, do nothing: the pool closes when the boiler fails. Option 2, fewer hours: early swimmers, most of them over 60, lose out.",
			Judge:  optionsForgotten,
		},
	}
}

// audienceWords are what people are called in each audience.
var audienceWords = map[string]lexicon{
	form.AudienceEmployees: lexiconOf(`staff, employee, workforce, colleague, worker, team, officer, manager, apprentice, job, post, shift, rota, union, driver,
		librarian, works for, who work, working hours, colleague network, staff network`),
	form.AudienceResidents: lexiconOf(`resident, public, customer, service user, user, people, person, visitor, community, household, family, child, children,
		young people, older people, parent, pupil, student, tenant, carer, patient, client, member, reader, passenger, applicant, claimant, business,
		neighbour, who live, those who, anyone, men, women, girl, boy`),
}

// audienceForgotten asks about an audience that no card has a block for and no card speaks of. It is about proposals that affect both.
func audienceForgotten(c *reading) []Remark {
	chosen := c.Audiences()
	if len(chosen) < 2 || len(c.Content.Cards) == 0 {
		return nil
	}
	var forgotten []string
	for _, a := range chosen {
		words, known := audienceWords[a.Code]
		if known && !considered(c, a.Code, words) {
			forgotten = append(forgotten, strings.ToLower(a.Label))
		}
	}
	if len(forgotten) == 0 {
		return nil
	}
	return atAnswer(form.QuestionAffected, fmt.Sprintf(
		"Say what the proposal means for %s. You chose that they are affected, and no answer about the groups speaks of them.", listed(forgotten)))
}

func considered(c *reading, audience string, words lexicon) bool {
	for _, k := range c.Content.Cards {
		for _, b := range k.Blocks {
			if b.Audience == audience && len(b.Effects) > 0 || words.in(c.words(b.How)) {
				return true
			}
		}
	}
	return words.in(c.words(c.Content.Answers[eqia.SharedReason].Text))
}

var nothingDone = lexiconOf(`do nothing, doing nothing, no change, status quo, as it is, as they are, as now, stay the same, stays the same, leave as, remain as,
	keep things, keep the current, current service, current arrangement, continue as, business as usual, bau, do not change, existing service, existing arrangement`)

// optionsForgotten asks about each option that no block, no card's text and not the summary speaks of, and about doing nothing.
func optionsForgotten(c *reading) []Remark {
	if len(c.Content.Options) == 0 {
		return nil
	}
	var out []Remark
	said := spokenText(c)
	nothing := false
	for _, o := range c.Content.Options {
		idle := nothingDone.in(c.words(o.Label + ". " + o.Text))
		nothing = nothing || idle
		if len(c.Content.Options) > 1 && len(c.Content.Cards) > 0 && !assessed(c, o, said) {
			out = append(out, atPart(eqia.Entry(eqia.OptionPart, o.No), fmt.Sprintf("Say what option %d, %s, means for people: no group has an answer about it.", o.No, o.Label)))
		}
	}
	if !nothing {
		out = append(out, atAnswer("options", "Add doing nothing as one of the options, so that the others can be weighed against it.")...)
	}
	return out
}

// letters are what people call their options by in place of numbers.
const letters = "abcdefgh"

// assessed reports whether a block is about an option, or a text names it by its number or its label.
func assessed(c *reading, o eqia.Option, said string) bool {
	no := strconv.Itoa(o.No)
	for _, k := range c.Content.Cards {
		if slices.ContainsFunc(k.Blocks, func(b eqia.Block) bool { return b.Option == no && len(b.Effects) > 0 }) {
			return true
		}
	}
	return holds(said, "option "+no) || o.No > 0 && o.No <= len(letters) && holds(said, "option "+letters[o.No-1:o.No]) || holds(said, plain(o.Label))
}

// holds reports whether plain text has a plain name in it, as whole words.
func holds(text, name string) bool { return name != "" && strings.Contains(" "+text+" ", " "+name+" ") }

// spokenText is what the cards and the summary say, in plain form.
func spokenText(c *reading) string {
	var out []string
	for _, k := range c.Content.Cards {
		for _, b := range k.Blocks {
			out = append(out, plain(b.How), plain(b.Mitigation), plain(b.Justification))
		}
	}
	return strings.Join(append(out, plain(c.Content.Answers[form.QuestionSummary].Text)), " ")
}
