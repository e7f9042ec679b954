package eqia

import (
	"errors"
	"fmt"
	"strings"

	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// maxName is how many bytes a name in a document may have.
const maxName = 200

// checkRecord looks at what a document says about itself.
func (d Document) checkRecord(o ImportOptions) error {
	r := d.Record
	if _, err := ParseReference(r.Reference); r.Reference != "" && err != nil {
		return d.wrong("record.reference", "Write it as EQIA-2026-0001, or leave it out")
	}
	for field, day := range map[string]Day{"completed_on": r.CompletedOn, "review_due": r.ReviewDue, "signed_off.on": r.SignedOff.On,
		"published_on": r.PublishedOn} {
		if _, err := ParseDay(string(day)); day != "" && err != nil {
			return d.wrong("record."+field, "Write the date as 2026-07-23")
		}
	}
	review := d.Content.Answers[form.QuestionReviewDate]
	switch {
	case r.State != "" && !r.State.Valid():
		return d.wrong("record.state", "Write one of the states, for example signed_off")
	case r.ReviewDue != "" && r.ReviewDue != review.Day:
		return d.wrong("record.review_due", "Write the day in content.answers.review_date.day too, where the form keeps it")
	case r.ReviewDueText != "" && r.ReviewDueText != review.Text:
		return d.wrong("record.review_due_text", "Write the words in content.answers.review_date.text too, where the form keeps them")
	}
	if err := d.checkConditions(); err != nil {
		return err
	}
	return d.checkLists(o)
}

// checkLists looks at who had a part in it, at the reasons that were given, and at the signature of a legacy record.
func (d Document) checkLists(o ImportOptions) error {
	if err := d.checkPeople(); err != nil {
		return err
	}
	if err := d.checkReasons(); err != nil || !o.Legacy {
		return err
	}
	return d.checkSignature()
}

// checkConditions looks at the conditions of the sign-off. A draft keeps none, as it keeps no sign-off.
func (d Document) checkConditions() error {
	for i, text := range d.Record.Conditions {
		at := fmt.Sprintf("record.conditions[%d]", i)
		if strings.TrimSpace(text) == "" {
			return d.wrong(at, "Write the condition, or leave it out")
		}
		var bad *Invalid
		if err := ValidText(at, text); errors.As(err, &bad) {
			return d.wrong(at, bad.Says)
		}
	}
	return nil
}

func (d Document) checkPeople() error {
	for i, p := range d.Record.People {
		at := fmt.Sprintf("record.people[%d]", i)
		if !p.Role.Valid() {
			return d.wrong(at+".role", "Write author, contributor or signer")
		}
		if strings.TrimSpace(p.Name) == "" || len(p.Name) > maxName {
			return d.wrong(at+".name", "Write a name or a role of at most 200 characters")
		}
	}
	return nil
}

// checkPast refuses days that have not come yet for what has been done already.
func (d Document) checkPast(today Day) error {
	for _, done := range []struct {
		field string
		on    Day
	}{{"signed_off.on", d.Record.SignedOff.On}, {"completed_on", d.Record.CompletedOn}} {
		if done.on > today {
			return d.wrong("record."+done.field, "Write a day that is today or in the past")
		}
	}
	return nil
}

// checkSignature asks of a legacy record what makes it one: that it was signed off, by whom and when.
func (d Document) checkSignature() error {
	r := d.Record
	name, role := d.signer()
	switch {
	case r.State != workflow.SignedOff:
		return d.wrong("record.state", "Write signed_off. A record that is not signed off is brought in without --legacy, as a draft")
	case name+role == "":
		return d.wrong("record.signed_off.by", "Write who signed it off: a name or a role")
	case len(r.SignedOff.By) > maxName || len(r.SignedOff.Role) > maxName:
		return d.wrong("record.signed_off", "Write a name and a role of at most 200 characters each")
	case d.signedOn() == "":
		return d.wrong("record.signed_off.on", "Write the day it was signed off")
	}
	return nil
}
