package check

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/library"
	"dorset-eqia/workflow"
)

// The questions about more information, which a profile need not ask, and the answer this rule reads.
const (
	questionMoreNeeded = "more_needed"
	noMoreNeeded       = "no"
)

func evidenceRules() []Rule {
	return []Rule{
		{
			ID: "E1", Severity: eqia.Stop, Gates: bothGates, Basis: eqia.Law, MayPass: workflow.Lead, Waits: true,
			Title:  "It names the evidence it rests on",
			Why:    "Courts have said that the people deciding must have enough information, and must make reasonable enquiries where they do not.",
			Weak:   "We know our users well.",
			Better: "Library survey, Dorset Council, March 2025: 412 of 1,030 users answered, and 96 of them come by bus.",
			Judge:  noEvidence,
		},
		{
			ID: "E2", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.GoodPractice, Waits: true,
			Title:  "Each effect rests on some evidence",
			Why:    "Readers want to see where a finding comes from, so that they can check it and ask about it.",
			Weak:   "Older people will find this easier.",
			Better: "Older people will find this easier (source 2: 38 of 50 people over 70 booked without help in the trial).",
			Judge:  untied,
		},
		{
			ID: "E5", Severity: eqia.Prompt, Gates: atSubmit, Basis: eqia.GoodPractice,
			Title:  "Known gaps in the figures are said",
			Why:    "Where the council has no figures, a firm statement rests on something else. Saying what it rests on is fairer, and so is saying that nothing is known.",
			Weak:   "There will be no effect on people who are pregnant.",
			Better: "No local figures exist. The midwives we asked know of nobody who would notice, and we will ask again in June.",
			Judge:  sureOfAGap,
		},
		{
			ID: "E6", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.Law, Waits: true,
			Title:  "More information is asked for where an effect is unclear",
			Why:    "Courts have said that a council makes reasonable enquiries before it decides. An unclear effect is a sign that there is one to make.",
			Weak:   "Sex: unclear. More information needed: no.",
			Better: "Sex: unclear. More information needed: yes, a count of evening visitors by sex in May.",
			Judge:  unclearYetEnough,
		},
	}
}

func noEvidence(c *reading) []Remark {
	if anyEvidence(c) || !asks(c, form.QuestionEvidence) {
		return nil
	}
	return atAnswer(form.QuestionEvidence, "Enter at least one source that you used: figures, research, or what people have told the council.")
}

func anyEvidence(c *reading) bool {
	return slices.ContainsFunc(c.Content.Evidence, func(e eqia.Evidence) bool { return !blank(e.Title) || !blank(e.Source) || !blank(e.Link) })
}

// untied asks for a source of each gain and each harm: a source tied to the block, one that speaks to the group by name, or the only one
// there is. What is unclear has too little evidence by its nature.
func untied(c *reading) []Remark {
	if !anyEvidence(c) || len(c.Content.Evidence) == 1 && len(c.Content.Evidence[0].Characteristics) == 0 {
		return nil
	}
	var out []Remark
	var names []string
	for b := range blocks(c) {
		firm := b.Effects.Has(eqia.Positive) || b.Effects.Has(eqia.Negative)
		if firm && len(b.Evidence) == 0 && !b.spokenTo(c) {
			out = append(out, b.remark("Select the evidence that this rests on, or add some."))
			names = append(names, b.name)
		}
	}
	if len(out) > mostUntied {
		return atAnswer(form.QuestionEvidence, "Select the evidence that each effect rests on, or add some. These groups have none: "+listed(names)+".")
	}
	return out
}

// mostUntied is how many cards are asked about one by one; more of them are a matter of the list of evidence.
const mostUntied = 5

// spokenTo reports whether a source says that it speaks to the block's group.
func (b block) spokenTo(c *reading) bool {
	return slices.ContainsFunc(c.Content.Evidence, func(e eqia.Evidence) bool { return slices.Contains(e.Characteristics, b.characteristic.Code) })
}

var (
	unsure = lexiconOf(`may, might, could, likely, unlikely, expect, expected, anticipate, anticipated, unknown, not known, do not know, dont know, unclear,
		not sure, no data, no figure, no local, limited data, little data, lack of data, gap, data gap, not recorded, not collected, do not collect, dont collect,
		do not hold, we have not asked, not asked, small number, survey, asked, told us, research, study, midwife, evidence, figure, possible, possibly, estimate`)
	aboutStaff = audienceWords[form.AudienceEmployees]
)

// sureOfAGap asks about a firm statement on a group that there are no figures for, unless it names some evidence or says that it is
// not sure. Groups that share a reason are left to the reader of that reason.
func sureOfAGap(c *reading) []Remark {
	var out []Remark
	for b := range blocks(c) {
		words := c.words(b.How)
		if len(b.Effects) == 0 || b.Effects.Has(eqia.Unclear) || len(words) == 0 || c.onlyPoints(b.How) || len(b.Evidence) > 0 || unsure.in(words) || b.spokenTo(c) {
			continue
		}
		for _, g := range b.gaps(c) {
			out = append(out, b.remark("Say what this rests on. The library says: "+missing(g)))
		}
	}
	return out
}

// gaps are what the council's library marks as not known about the people a block is about. A gap in the figures about employees is one
// for what is said of them alone.
func (b block) gaps(c *reading) []library.Fact {
	var out []library.Fact
	for _, f := range c.gaps() {
		if f.Characteristic == b.characteristic.Code && (f.Population != library.Workforce || b.aboutEmployees(c)) {
			out = append(out, f)
		}
	}
	return out
}

// missing is what is not known, with how much of it where there is a figure for that.
func missing(f library.Fact) string {
	if f.Measure == library.Known {
		return f.Group + ", " + f.Says()
	}
	return f.Says()
}

// aboutEmployees reports whether a block speaks of the council's employees. Staff who serve the public are not meant, so the word alone says
// so only where employees are affected too.
func (b block) aboutEmployees(c *reading) bool {
	switch affected := c.Content.Answers[form.QuestionAffected].Choice(); {
	case b.Audience == form.AudienceEmployees, affected == form.AffectedInternal:
		return true
	default:
		return b.Audience == "" && affected == form.AffectedBoth && aboutStaff.in(c.words(b.How))
	}
}

// unclearYetEnough takes a gap in the library for something that is needed where a gain or a harm rests on no source.
func unclearYetEnough(c *reading) []Remark {
	if c.Content.Answers[questionMoreNeeded].Choice() != noMoreNeeded {
		return nil
	}
	var unclear, unknown []string
	for _, ch := range c.Characteristics() {
		if card(c, ch).Effects().Has(eqia.Unclear) {
			unclear = append(unclear, ch.Label)
		}
	}
	for b := range blocks(c) {
		firm := b.Effects.Has(eqia.Positive) || b.Effects.Has(eqia.Negative)
		if firm && len(b.Evidence) == 0 && !b.spokenTo(c) && len(b.gaps(c)) > 0 && !slices.Contains(unknown, b.name) {
			unknown = append(unknown, b.name)
		}
	}
	switch {
	case len(unclear) > 0:
		return atAnswer(questionMoreNeeded, "Select yes and say what you still need to find out. You marked as unclear: "+listed(unclear)+".")
	case len(unknown) > 0:
		return atAnswer(questionMoreNeeded, "Select yes, or add what you know from elsewhere. The library has a gap where you found an effect: "+listed(unknown)+".")
	}
	return nil
}
