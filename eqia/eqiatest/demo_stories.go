package eqiatest

import (
	"bytes"
	_ "embed"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/library"
	"dorset-eqia/workflow"
)

// legacyExample is a made-up record from an older form: one row for two groups, days in words, and a signer who helped to write it.
//
//go:embed examples/legacy.json
var legacyExample []byte

func (d *demo) legacy() error {
	doc, err := eqia.ReadDocument(bytes.NewReader(legacyExample))
	if err != nil {
		return err
	}
	_, err = d.s.Import(d.ctx, d.who[demoLead].ID, doc, eqia.ImportOptions{Legacy: true})
	return err
}

// replaced is signed and published, then put right in 1.1, then asked again in 2.0.
func (d *demo) replaced() error {
	p := homeLibrary()
	reference, err := d.sent(demoAdultCare, p)
	if err != nil {
		return err
	}
	put := "Two branches are named wrongly in the background. This puts them right."
	return inTurn(
		func() error { return d.sign(reference) },
		func() error { return d.publish(reference) },
		func() error { return d.next(reference, eqia.Corrects, "background", put) },
		func() error {
			return d.next(reference, eqia.Revises, "change", p.change+" It will now also visit people in extra care housing.")
		},
		func() error { return d.publish(reference) },
	)
}

// next makes the next version with one answer changed, and has it signed.
func (d *demo) next(reference string, purpose eqia.Purpose, question, text string) error {
	d.pass(50)
	c, err := d.open(demoAdultCare, reference)
	if err != nil {
		return err
	}
	if _, err := d.s.NewVersion(d.ctx, c, eqia.NewVersionCommand{Purpose: purpose}); err != nil {
		return err
	}
	if c, err = d.open(demoAdultCare, reference); err != nil {
		return err
	}
	base := c.Stamps[eqia.PartKey{Kind: eqia.AnswerPart, Key: question}].Counter
	return inTurn(
		func() error {
			return d.s.SaveAnswers(d.ctx, c, map[string]eqia.Answer{question: {Text: text}}, map[string]int{question: base})
		},
		func() error { return d.send(demoAdultCare, reference) },
		func() error { return d.sign(reference) },
	)
}

func (d *demo) published() error {
	reference, err := d.sent(demoHighways, floodScheme())
	if err != nil {
		return err
	}
	return inTurn(func() error { return d.sign(reference) }, func() error { return d.publish(reference) })
}

func (d *demo) screened() error {
	reference, err := d.sent(demoHighways, drawingNames())
	if err != nil {
		return err
	}
	return inTurn(func() error { return d.sign(reference) }, func() error { return d.publish(reference) })
}

func (d *demo) withdrawn() error {
	reference, err := d.sent(demoHighways, sundayParking())
	if err != nil {
		return err
	}
	return d.move(demoHighways, reference, workflow.Withdraw, "The budget was agreed without this charge, so the proposal will not go ahead.")
}

func (d *demo) signedOff() error {
	reference, err := d.sent(demoAdultCare, leisurePrices())
	if err != nil {
		return err
	}
	return d.sign(reference)
}

// returned has comments on three parts, one of which the author has answered.
func (d *demo) returned() error {
	reference, err := d.sent(demoAdultCare, libraryDay())
	if err != nil {
		return err
	}
	age, evidence := eqia.PartKey{Kind: eqia.CardPart, Key: "age"}, eqia.PartKey{Kind: eqia.AnswerPart, Key: form.QuestionEvidenceSays}
	return inTurn(
		func() error { return d.move(demoReviewer, reference, workflow.Take, "") },
		func() error {
			return d.comment(demoReviewer, reference, age, "Which ages use the branch on a Wednesday? Children come after school, and older people in the morning.")
		},
		func() error {
			return d.comment(demoReviewer, reference, evidence, "Please say how many people answered the survey, and out of how many visitors.")
		},
		func() error {
			return d.move(demoReviewer, reference, workflow.RequestChanges, "A clear start. Please look at the two comments and tell us what happens to the homework club.")
		},
		func() error { return d.answer(reference, age) },
	)
}

// answer marks the comment on a part as dealt with by the author.
func (d *demo) answer(reference string, part eqia.PartKey) error {
	d.pass(30)
	c, err := d.open(demoAdultCare, reference)
	if err != nil {
		return err
	}
	return d.s.AnswerComment(d.ctx, c, c.WithComments().On(part)[0].ID)
}

func (d *demo) restricted() error {
	_, err := d.sent(demoAdultCare, housingTeam())
	return err
}

// inReview was written by two people together.
func (d *demo) inReview() error {
	p := parkingPermits()
	reference, err := d.write(demoHighways, p)
	if err != nil {
		return err
	}
	return inTurn(
		func() error { return d.invite(reference) },
		func() error { return d.helped(reference, p) },
		func() error { return d.send(demoHighways, reference) },
		func() error { return d.move(demoReviewer, reference, workflow.Take, "") },
		func() error {
			return d.comment(demoReviewer, reference, eqia.PartKey{Kind: eqia.CardPart, Key: "disability"}, "Will the phone line take calls through Relay UK?")
		},
		func() error { return d.consulted(reference) },
	)
}

func (d *demo) invite(reference string) error {
	c, err := d.open(demoHighways, reference)
	if err != nil {
		return err
	}
	return d.s.Invite(d.ctx, c, eqia.Invitation{Email: d.who[demoCoAuthor].Email, Relation: workflow.Editor})
}

// helped is the co-author's own change: a longer account of how it will be watched.
func (d *demo) helped(reference string, p proposal) error {
	d.pass(4)
	c, err := d.open(demoCoAuthor, reference)
	if err != nil {
		return err
	}
	question := form.QuestionMonitoring
	base := c.Stamps[eqia.PartKey{Kind: eqia.AnswerPart, Key: question}].Counter
	text := p.monitoring + " The permit team will read every complaint about the new form once a month."
	return d.s.SaveAnswers(d.ctx, c, map[string]eqia.Answer{question: {Text: text}}, map[string]int{question: base})
}

func (d *demo) waiting() error {
	_, err := d.sent(demoHighways, winterGritting())
	return err
}

// halfWritten has its answers and evidence, and the first few groups.
func (d *demo) halfWritten() error {
	p := carersStrategy()
	reference, err := d.start(demoAdultCare, p)
	if err != nil {
		return err
	}
	d.pass(25)
	c, err := d.open(demoAdultCare, reference)
	if err != nil {
		return err
	}
	content := p.content(c)
	content.Cards, content.Actions, content.Engagement = content.Cards[:4], nil, nil
	for _, later := range []string{form.QuestionSummary, form.QuestionMonitoring, form.QuestionNoEngagement, eqia.SharedReason} {
		delete(content.Answers, later)
	}
	if err := Write(d.ctx, d.s, d.who[demoAdultCare], reference, content); err != nil {
		return err
	}
	return d.overtaken(reference)
}

// overtaken cites two figures of the library, of which the lead then replaces one by the newer figure that is there already.
func (d *demo) overtaken(reference string) error {
	d.pass(2)
	c, err := d.open(demoAdultCare, reference)
	if err != nil {
		return err
	}
	const old, newer = "disability-disclosed-disability-workforce-2023", "disability-disclosed-disability-workforce-2024"
	if err := d.s.CiteFacts(d.ctx, c, []library.ID{"rural-isolation-residents-2019", old}); err != nil {
		return err
	}
	d.pass(2)
	return d.s.RetireFact(d.ctx, d.who[demoLead], eqia.Retirement{Fact: old, With: newer})
}

func (d *demo) justStarted() error {
	_, err := d.start(demoHighways, proposal{title: "Home-to-school transport policy 2027", kind: "policy"})
	return err
}
