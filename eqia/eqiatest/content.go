package eqiatest

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

// Restructure is the kind of proposal that few may read about, on any council's form.
const Restructure = "restructure"

// FirstPage is the first page of any council's form, answered: what starts a full assessment.
func FirstPage() map[string]eqia.Answer {
	return map[string]eqia.Answer{
		form.QuestionTitle:            {Text: "Garden waste sign-up moves online"},
		form.QuestionKind:             {Choices: []string{"service_change"}},
		form.QuestionAssessmentNeeded: {Choices: []string{form.AssessmentYes}},
	}
}

// Screening is a record of why no assessment is needed, complete, on a form of a council.
func Screening(council string, fv form.Version) eqia.Content {
	c := eqia.NewContent(eqia.FormRef{Profile: council, Version: fv.Code})
	c.Answers = FirstPage()
	c.Answers[form.QuestionTitle] = eqia.Answer{Text: "New filing rules for meeting rooms"}
	c.Answers[form.QuestionAssessmentNeeded] = eqia.Answer{Choices: []string{form.AssessmentNo}}
	fill(&c, fv)
	c.Answers[form.QuestionTriggers] = eqia.Answer{Choices: []string{form.TriggerNone}}
	return c
}

// Full is an assessment with every required question answered and every group considered, on a form of a council: worse for older people,
// with an action that answers it, unclear for disabled people, better for carers where the form asks about them, and neutral for the others.
func Full(council string, fv form.Version) eqia.Content {
	c := eqia.NewContent(eqia.FormRef{Profile: council, Version: fv.Code})
	c.Answers = FirstPage()
	c.Evidence, c.Engagement = evidence(), engagement()
	fill(&c, fv)
	pointed := fv.Pointed(c.Answers[form.QuestionTriggers].Choices)
	for _, ch := range fv.Characteristics {
		c.Cards = append(c.Cards, eqia.Card{Code: ch.Code, Blocks: []eqia.Block{finding(ch, slices.Contains(pointed, ch.Code))}})
	}
	c.Answers[eqia.SharedReason] = eqia.Answer{Text: "Sign-up asks only for a name and an address. In the survey nobody in these groups had trouble with it."}
	c.Actions = actions()
	c.Sort()
	return c
}

// fill answers every required question that is asked, given the answers before it.
func fill(c *eqia.Content, fv form.Version) {
	met := func(question string) []string { return c.Answers[question].Choices }
	for page, q := range fv.Questions() {
		if !q.Required || !page.If.Met(met) || !q.If.Met(met) {
			continue
		}
		if _, done := c.Answers[q.Code]; done {
			continue
		}
		if a := answer(q); !a.Empty() {
			c.Answers[q.Code] = a
		}
	}
}

// answer is a fitting answer to a question; the empty one for a list, which has entries of its own.
func answer(q form.Question) eqia.Answer {
	switch q.Kind {
	case form.Line, form.Text:
		return eqia.Answer{Text: words(q.Code)}
	case form.OneOf, form.PickOne, form.AnyOf:
		return eqia.Answer{Choices: []string{choice(q)}}
	case form.Day:
		return eqia.Answer{Day: "2027-11-01"}
	case form.DayOrNot:
		return eqia.Answer{Day: "2027-01-19"}
	default:
		return eqia.Answer{}
	}
}

// choice is the one that suits the made-up proposal, or else the first.
func choice(q form.Question) string {
	fits := map[string]string{
		form.QuestionAffected: form.AffectedExternal, form.QuestionRoute: form.RouteCommittee, form.QuestionTriggers: "digital_only",
		"status": "refreshed", "directorate": "place", "more_needed": "yes",
	}
	if _, ok := q.Choice(fits[q.Code]); ok {
		return fits[q.Code]
	}
	return q.Choices[0].Code
}

// words is what the made-up proposal says to a question.
func words(code string) string {
	said := map[string]string{
		"change":                     "People now sign up for garden waste collection by post or by phone. From April they will sign up on the website.",
		"aims":                       "To answer people the same day, and to spend less on paper and postage.",
		form.QuestionDecisionMaker:   "Cabinet",
		form.QuestionScreeningReason: "We read the staff survey of March 2026 and asked the team that books the rooms. The rules change how papers are named and nothing that people meet.",
		form.QuestionEvidenceSays:    "Nine in ten households are online. Among people over 75 it is six in ten, so the change is harder for them.",
		"more_needed_what":           "How well the new pages work with screen readers and voice control.",
		form.QuestionSummary:         "Most people will find it quicker. Older people without the internet could lose out, so libraries will sign people up in person.",
		form.QuestionMonitoring:      "We will count sign-ups by age group every three months, and ask the libraries how many people they helped.",
	}
	if text, ok := said[code]; ok {
		return text
	}
	return "The service will write this up with the people it works for."
}
