package eqiatest

import (
	"context"
	"errors"
	"fmt"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// demoPast is how long ago the first of the demonstration's assessments was started.
const demoPast = 84 * 24 * time.Hour

// Seed fills an empty database for a demonstration: an account for every role and assessments in every state, made as people would make
// them. What happened is spread over the weeks before now, in the order in which it is recorded.
func Seed(ctx context.Context, s *eqia.Service) error {
	clock := NewClock()
	clock.Set(s.Now().Add(-demoPast))
	past := *s
	past.Now = clock.Now
	d := &demo{ctx: ctx, s: &past, clock: clock, now: s.Now(), who: map[string]eqia.Person{}}
	for _, p := range demoPeople() {
		if err := d.account(p); err != nil {
			return fmt.Errorf("add %s: %w", p.Name, err)
		}
	}
	if err := past.SeedLibrary(ctx); err != nil {
		return fmt.Errorf("fill the library: %w", err)
	}
	for _, story := range demoStories() {
		if err := story.play(d); err != nil {
			return fmt.Errorf("%s: %w", story.name, err)
		}
	}
	return nil
}

// demo makes the demonstration's records, one step after another, each by one person.
type demo struct {
	ctx   context.Context
	s     *eqia.Service
	clock *Clock
	now   time.Time // when the demonstration is made; nothing in it is later
	who   map[string]eqia.Person
}

// demoStory is one assessment and what became of it.
type demoStory struct {
	name string
	play func(*demo) error
}

// demoStories are in the order in which they happened. Committees, meetings and reports come after them, since they link to what was signed.
func demoStories() []demoStory {
	return []demoStory{
		{"the legacy record", (*demo).legacy},
		{"replaced by later versions", (*demo).replaced},
		{"signed off and published", (*demo).published},
		{"a reason why none is needed", (*demo).screened},
		{"withdrawn", (*demo).withdrawn},
		{"signed off", (*demo).signedOff},
		{"returned with comments", (*demo).returned},
		{"restricted", (*demo).restricted},
		{"in review", (*demo).inReview},
		{"waiting for review", (*demo).waiting},
		{"half written", (*demo).halfWritten},
		{"just started", (*demo).justStarted},
		{"urgent, to be reviewed afterwards", (*demo).urgent},
		{"returned with verdicts", (*demo).judged},
	}
}

// pass lets some hours go by, but never beyond the present.
func (d *demo) pass(hours int) {
	if next := d.clock.Now().Add(time.Duration(hours) * time.Hour); next.Before(d.now) {
		d.clock.Set(next)
	}
}

func (d *demo) open(by, reference string) (eqia.Case, error) {
	return d.s.Open(d.ctx, d.who[by], reference)
}

// start starts an assessment with the first page of its content.
func (d *demo) start(by string, p proposal) (string, error) {
	d.pass(20)
	needed := form.AssessmentYes
	if p.screening != "" {
		needed = form.AssessmentNo
	}
	return d.s.Start(d.ctx, d.who[by], eqia.StartCommand{Answers: map[string]eqia.Answer{
		form.QuestionTitle: {Text: p.title}, form.QuestionKind: chosen(p.kind), form.QuestionAssessmentNeeded: chosen(needed),
	}})
}

// write starts an assessment and fills all of it in.
func (d *demo) write(by string, p proposal) (string, error) {
	reference, err := d.start(by, p)
	if err != nil {
		return "", err
	}
	d.pass(26)
	c, err := d.open(by, reference)
	if err != nil {
		return "", err
	}
	return reference, Write(d.ctx, d.s, d.who[by], reference, p.content(c))
}

// sent writes an assessment and sends it for review.
func (d *demo) sent(by string, p proposal) (string, error) {
	reference, err := d.write(by, p)
	if err != nil {
		return "", err
	}
	return reference, d.send(by, reference)
}

func (d *demo) send(by, reference string) error {
	d.pass(21)
	c, err := d.open(by, reference)
	if err != nil {
		return err
	}
	err = d.s.Send(d.ctx, c, eqia.SendCommand{Revision: c.Revision})
	var blocked *eqia.Blocked
	if errors.As(err, &blocked) {
		return fmt.Errorf("%s: %w", blocked.Findings[0].Message, err)
	}
	return err
}

// move makes a plain move, with a reason where one is given.
func (d *demo) move(by, reference string, event workflow.Event, reason string) error {
	d.pass(5)
	c, err := d.open(by, reference)
	if err != nil {
		return err
	}
	return d.s.Move(d.ctx, c, eqia.MoveCommand{Event: event, Revision: c.Revision, Reason: reason})
}

// comment says something about one part.
func (d *demo) comment(by, reference string, part eqia.PartKey, text string) error {
	d.pass(1)
	c, err := d.open(by, reference)
	if err != nil {
		return err
	}
	return d.s.AddComment(d.ctx, c, eqia.Remark{Part: part, Text: text})
}

// sign takes what was sent and signs it off.
func (d *demo) sign(reference string) error {
	if err := d.move(demoReviewer, reference, workflow.Take, ""); err != nil {
		return err
	}
	d.pass(24)
	c, err := d.open(demoLead, reference)
	if err != nil {
		return err
	}
	_, digest, err := eqia.Seal(c.Content, eqia.Words(c.ToSign()))
	if err != nil {
		return err
	}
	return d.s.SignOff(d.ctx, c, eqia.SignCommand{Revision: c.Revision, Digest: digest})
}

func (d *demo) publish(reference string) error {
	d.pass(3)
	c, err := d.open(demoLead, reference)
	if err != nil {
		return err
	}
	return d.s.Publish(d.ctx, c, eqia.MoveCommand{Event: workflow.Publish, Revision: c.Revision, Looked: true})
}

// inTurn does one step after another and stops at the first that fails.
func inTurn(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}
