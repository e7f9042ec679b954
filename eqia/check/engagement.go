package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

func engagementRules() []Rule {
	return []Rule{
		{
			ID: "E7", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.GoodPractice, Waits: true,
			Title:  "Someone who is affected was asked",
			Why:    "People who live with a change know things about it that nobody in the office does.",
			Weak:   "We asked the senior leadership team and the legal team.",
			Better: "We asked 40 people at the day centre, and the carers' group read the draft.",
			Judge:  onlyInsiders,
		},
		{
			ID: "E8", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.Law,
			Title:  "It says what people said and what changed",
			Why:    "Courts have said that what people tell the council is weighed with an open mind, and that those who decide hear how strongly it was said.",
			Weak:   "We consulted the older people's forum.",
			Better: "The forum asked for a phone line. We will keep one for two years and then ask again.",
			Judge:  unheard,
		},
		{
			ID: "E9", Severity: eqia.Warn, Gates: atSignOff, Basis: eqia.Law,
			Title:  "It was brought up to date after the consultation",
			Why:    "A consultation is asked for its answers. Courts have said that they are taken into account before the decision.",
			Weak:   "The survey will run until 30 June. (It is now September.)",
			Better: "The survey closed on 30 June. 312 people answered, and two in three want the earlier bus kept.",
			Judge:  notBroughtUpToDate,
		},
	}
}

// insiders are people who work on a proposal; outsiders anyone else, and anyone who speaks for them.
var (
	insiders = lexiconOf(`leadership team, management team, senior management, senior officer, senior manager, extended leadership, corporate leadership, director,
		head of service, head of, service manager, legal, finance, procurement, human resources, hr, portfolio holder, cabinet, councillor, elected member,
		committee, project team, project board, programme board, strategic board, steering group, working group, internal, officer, colleague, equality team,
		edi team, edi officer, communications team, it team, consultant, contractor, commissioner`)
	outsiders = lexiconOf(`resident, public, customer, user, people, community, communities, household, family, child, children, parent, pupil, student, tenant, carer,
		patient, visitor, member of the, forum, charity, charities, voluntary, parish, town council, reference group, network, union, staff, employee, workforce,
		school, business, trader, association, friends of, club, society, healthwatch, citizen, survey, partner, provider, experts by experience, lived experience,
		those who, anyone, everyone, women, men, respondent, stakeholder, user group, focus group, consultation, drop in, applicant, passenger, driver, reader`)
)

// onlyInsiders asks where the list names people and all of them work on the proposal. Why nobody was asked is another rule's question.
func onlyInsiders(c *reading) []Remark {
	asked := 0
	for _, e := range c.Content.Engagement {
		words := c.words(e.Who + ". " + e.How)
		if blank(e.Who) {
			continue
		}
		asked++
		if outsiders.in(words) || !insiders.in(words) || mentionsAGroup(words) {
			return nil
		}
	}
	if asked == 0 || !anyAffected(c) || !blank(c.Content.Answers[form.QuestionNoEngagement].Text) {
		return nil
	}
	return atAnswer(form.QuestionEngagement, "Add people who would be affected and what they said, or say why they have not been asked yet.")
}

func mentionsAGroup(words []string) bool {
	for _, lexicon := range groupWords {
		if lexicon.in(words) {
			return true
		}
	}
	return false
}

func anyAffected(c *reading) bool {
	return slices.ContainsFunc(c.Content.Cards, func(k eqia.Card) bool { e := k.Effects(); return len(e) > 0 && !e.Only(eqia.Neutral) })
}

// unheard asks of each entry for what was said and what changed. People who were only told of the proposal were asked nothing.
func unheard(c *reading) []Remark {
	var out []Remark
	for _, e := range c.Content.Engagement {
		said, changed := !blank(e.Said), !blank(e.Changed)
		if blank(e.Who) || e.Depth == "told" || said && changed {
			continue
		}
		message := "Enter what %s said, and what changed because of it."
		switch {
		case said:
			message = "Enter what changed because of what %s said. If nothing changed, say so and why."
		case changed:
			message = "Enter what %s said that led to the change."
		}
		out = append(out, atPart(eqia.Entry(eqia.EngagementPart, e.No), fmt.Sprintf(message, "“"+cut(e.Who, 60)+"”")))
	}
	return out
}

var (
	coming = regexp.MustCompile(`(?i)\b(?:will|planned|due|opens?|closes?|closing|until|runs?|starts?|ends?|is open)\b`)
	dated  = regexp.MustCompile(`(?i)\b(?:(\d{1,2})(?:st|nd|rd|th)? )?(january|february|march|april|may|june|july|august|september|october|november|december) (20\d\d)\b`)
	asking = lexiconOf(`consultation, consult, survey, questionnaire, engagement, focus group, drop in, workshop, asked, ask, feedback`)
)

// notBroughtUpToDate reads why nobody was asked yet: a consultation that it promises for a date that has passed should be in the list.
func notBroughtUpToDate(c *reading) []Remark {
	why := c.Content.Answers[form.QuestionNoEngagement].Text
	if slices.ContainsFunc(c.Content.Engagement, func(e eqia.Engagement) bool { return !blank(e.Said) }) || !asking.in(tokens(why)) {
		return nil
	}
	last := eqia.Day("")
	for raw := range pieces(why) {
		if coming.MatchString(raw) {
			last = max(last, lastDay(raw))
		}
	}
	if last == "" || last >= asOf(c) {
		return nil
	}
	return atAnswer(form.QuestionNoEngagement, fmt.Sprintf("Add what people said. The answer speaks of a date that has passed, %s, as still to come.", last.Words()))
}

// lastDay is the latest day that a text names; the last of the month where it names only a month.
func lastDay(text string) eqia.Day {
	last := eqia.Day("")
	for _, m := range dated.FindAllStringSubmatch(text, -1) {
		last = max(last, dayOf(m[1], m[2], m[3]))
	}
	return last
}

// cut is the start of a text that may be long.
func cut(text string, most int) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= most {
		return string(runes)
	}
	return string(runes[:most]) + "…"
}
