package check

import (
	"fmt"
	"regexp"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// minScreening is the fewest words in which a reason can say what changes, who could notice and what was looked at.
const minScreening = 15

func scopeRules() []Rule {
	return []Rule{{
		ID: "T9", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.GoodPractice, Screening: true,
		Title:  "A change that takes something away is assessed",
		Why:    "Closures, cuts, charges and changes to jobs are the decisions that people ask about most, and some groups often feel them more than others.",
		Weak:   "No assessment is needed, as only the evening service is withdrawn.",
		Better: "A short assessment: who uses the evening service, and how they will manage without it.",
		Judge:  takesAway,
	}, {
		ID: "T10", Severity: eqia.Stop, Gates: bothGates, Basis: eqia.GoodPractice, MayPass: workflow.Lead, Screening: true,
		Title:  "A decision not to assess has a reason",
		Why:    "People who question the decision later will ask what was looked at. A short record made at the time answers them.",
		Weak:   "There is no impact on anyone.",
		Better: "Only the name of the form changes. We checked a year of complaints and asked the two teams that use it. Nobody had trouble with the name.",
		Judge:  screeningReason,
	}}
}

// weighty reports whether the kind of proposal alone speaks for an assessment, in the advice that the form gives before one is started.
func weighty(c *reading) bool {
	return len(c.Form.Advised(func(question string) []string {
		if question != form.QuestionKind {
			return nil
		}
		return c.Content.Answers[question].Choices
	})) > 0
}

// takesAway compares the answer that no assessment is needed with what else was answered. The words are looked at only where the facts
// say nothing, so that one record is questioned once.
func takesAway(c *reading) []Remark {
	if !c.Screens() {
		return nil
	}
	at := func(message string) []Remark { return atAnswer(form.QuestionAssessmentNeeded, message) }
	if weighty(c) {
		return at("Select a full assessment, or say why this kind of proposal does not need one: it often falls harder on some groups.")
	}
	for _, t := range c.Content.Answers[form.QuestionTriggers].Choices {
		if t != form.TriggerNone {
			return at("Select a full assessment, or say why one is not needed. What you ticked about the proposal often falls harder on some groups.")
		}
	}
	for _, q := range []string{form.QuestionTitle, "change", form.QuestionScreeningReason} {
		if words := loss(c.Content.Answers[q].Text); words != "" {
			return at("Select a full assessment, or say why one is not needed: “" + words + "” often falls harder on some groups.")
		}
	}
	return nil
}

// screeningReason judges the reason alone: that the equality lead signs it is settled by the table of moves and recorded by the service.
func screeningReason(c *reading) []Remark {
	if !c.Screens() {
		return nil
	}
	reason := c.Content.Answers[form.QuestionScreeningReason].Text
	switch {
	case blank(reason):
		return atAnswer(form.QuestionScreeningReason, "Enter why a full assessment is not needed. Say what you looked at to be sure.")
	case count(reason) < minScreening:
		return atAnswer(form.QuestionScreeningReason, fmt.Sprintf(
			"Say more about why a full assessment is not needed, in at least %d words. Cover what changes, who could notice, and what you looked at.", minScreening))
	case len(c.Content.Evidence) == 0 && !lookedAt(reason):
		return atAnswer(form.QuestionScreeningReason, "Say what you looked at, or whom you asked, before you decided that a full assessment is not needed.")
	}
	return nil
}

const (
	material = `(?:evidence|data|figures|statistics|census|surveys?|surveyed|research|feedback|complaints?|records?|reports?|monitoring|consulted|consultation|engagement|guidance|audit)`
	looking  = `(?:look(?:ed)? at|check(?:ed)?|review(?:ed)?|compared?|count(?:ed)?|ask(?:ed)?|consult(?:ed)?|spoken? (?:to|with)|talk(?:ed)? (?:to|with)|tested)`
	notDone  = `(?:(?:did|has|have) not|didnt|hasnt|havent)`
)

var (
	// source is a word for something that can be looked at, or for looking at it or asking.
	source = regexp.MustCompile(`\b(?:` + material + `|` + looking + `|spoke (?:to|with)|met with)\b`)
	// nothing is a source named only to say that there was none, or that it was not looked at.
	nothing = regexp.MustCompile(`\b(?:(?:no|not any|without|without any) (?:\w+ )?` + material + `|` + notDone + ` (?:\w+ )?` + looking + `(?: (?:at|any|the))*(?: ` + material + `)?)\b`)
)

// lookedAt reports whether a reason names something that was looked at, or someone who was asked.
func lookedAt(reason string) bool {
	return source.MatchString(nothing.ReplaceAllString(plain(reason), " "))
}
