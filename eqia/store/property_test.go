package store_test

import (
	"cmp"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// game is people doing things at random, some of them from pages that they opened long before.
type game struct {
	world
	dice       *rand.Rand
	references []string
	old        []eqia.Case
	signed     map[eqia.VersionID]string // what each signed version said when it was signed
	did        map[workflow.Event]int
	tried      map[bool]int // how often the database took a signature that was tried out, and how often it refused
}

func TestWhateverPeopleDoNobodySignsTheirOwnWorkAndWhatIsSignedStays(t *testing.T) {
	const turns = 900
	onBoth(t, func(t *testing.T, s *store.Store) {
		seed := rand.Uint64()
		t.Logf("the seed is %d", seed)
		g := &game{world: worldOn(t, s), dice: rand.New(rand.NewPCG(seed, 0)), signed: map[eqia.VersionID]string{},
			did: map[workflow.Event]int{}, tried: map[bool]int{}}
		for range 3 {
			g.references = append(g.references, g.started())
		}
		g.choose(g.references[0], map[string]string{form.QuestionAssessmentNeeded: form.AssessmentNo})
		for range turns {
			g.turn()
			if t.Failed() {
				return
			}
		}
		sound(t, s)
		t.Logf("done: %v; signatures tried: %v", g.did, g.tried)
		if len(g.signed) == 0 || g.did[workflow.Edit] == 0 || g.tried[true] == 0 || g.tried[false] == 0 {
			t.Error("too little happened to prove anything")
		}
	})
}

func pick[T any](dice *rand.Rand, list []T) T { return list[dice.IntN(len(list))] }

// busy is everyone, those who have most to do several times.
func busy() []eqia.Person {
	return append(eqiatest.People(), eqiatest.Author(), eqiatest.Author(), eqiatest.Author(), eqiatest.Lead(), eqiatest.Lead(), eqiatest.DeputyLead(),
		eqiatest.DeputyLead(), eqiatest.MonitoringOfficer())
}

// turn is one person doing one thing to one assessment, from a fresh page or from an old one.
func (g *game) turn() {
	reference := pick(g.dice, g.references)
	c, err := g.Open(g.t.Context(), pick(g.dice, busy()), reference)
	if len(g.old) > 0 && g.dice.IntN(4) == 0 {
		c, err = pick(g.dice, g.old), nil
	}
	if errors.Is(err, eqia.ErrNotFound) {
		return
	}
	g.ok(err)
	g.old = append(g.old, c)
	event := pick(g.dice, events())
	offers := c.Offers()
	if onward := slices.DeleteFunc(slices.Clone(offers), func(m workflow.Move) bool { return m.To == "" }); len(onward) > 0 && g.dice.IntN(2) > 0 {
		event = pick(g.dice, onward).Event // so that it gets to a signature among all that can be done on the way
	} else if len(offers) > 0 && g.dice.IntN(2) > 0 {
		event = pick(g.dice, offers).Event
	}
	if event == workflow.Withdraw && g.dice.IntN(24) > 0 || event == workflow.DeclineScreening && !c.Screens() {
		event = workflow.Edit // so that the game is not over too soon
	}
	if err := g.do(c, event); err == nil {
		g.did[event]++
	} else if !expected(err) {
		g.t.Errorf("%s tried to %s version %s and met: %v", c.Person.Name, event, c.Number(), err)
	}
	if slices.Contains(g.references, c.Assessment.Reference) {
		g.check(c.Assessment.Reference)
	}
}

// expected reports whether an error is one that people are told about. That the database had to refuse what the workflow let through is not.
func expected(err error) bool {
	var refusal *workflow.Refusal
	var conflict *eqia.Conflict
	var invalid *eqia.Invalid
	var blocked *eqia.Blocked
	return errors.As(err, &blocked) || errors.As(err, &refusal) || errors.As(err, &conflict) || errors.As(err, &invalid) ||
		errors.Is(err, eqia.ErrMoved) || errors.Is(err, eqia.ErrNotFound)
}

func events() []workflow.Event {
	return []workflow.Event{workflow.Edit, workflow.Edit, workflow.Invite, workflow.Comment, workflow.Submit, workflow.Recall, workflow.Discard,
		workflow.Take, workflow.Release, workflow.RequestChanges, workflow.Resubmit, workflow.AllowSigner, workflow.SignOff, workflow.SignOff,
		workflow.Publish, workflow.NewVersion, workflow.KeepFinding, workflow.PassRule}
}

func (g *game) do(c eqia.Case, event workflow.Event) error {
	ctx := g.t.Context()
	switch event {
	case workflow.Edit:
		k := ageCard(fmt.Sprint("Words ", g.dice.Uint32()))
		k.Code = pick(g.dice, c.Form.Characteristics).Code
		return g.SaveCard(ctx, c, k, c.Stamps[eqia.PartKey{Kind: eqia.CardPart, Key: k.Code}].Counter)
	case workflow.Invite:
		return g.inviteOrRemove(c)
	case workflow.Comment, workflow.AnswerComment, workflow.ResolveComment:
		return g.AddComment(ctx, c, eqia.Remark{Text: "A remark"})
	case workflow.Submit, workflow.Resubmit:
		return g.Send(ctx, c, eqia.SendCommand{Revision: c.Revision})
	case workflow.SignOff:
		_, digest, err := eqia.Seal(c.Content, eqia.Words(c.ToSign()))
		g.ok(err)
		return g.SignOff(ctx, c, eqia.SignCommand{Revision: c.Revision, Digest: digest})
	case workflow.Publish:
		return g.Publish(ctx, c, eqia.MoveCommand{Event: event, Revision: c.Revision, Looked: true})
	case workflow.NewVersion, workflow.StartReview:
		purpose := []eqia.Purpose{eqia.Corrects, eqia.Revises, eqia.Reviews}[g.dice.IntN(3)]
		_, err := g.NewVersion(ctx, c, eqia.NewVersionCommand{Purpose: purpose})
		return err
	case workflow.KeepFinding:
		return g.ground(ctx, c, warning, eqia.GroundsCommand{Text: "The table gives the ages.", Base: len(c.Grounds)})
	case workflow.PassRule:
		return g.ground(ctx, c, block, eqia.GroundsCommand{Text: "The leader decides next week.", Revision: c.Revision, Base: len(c.Grounds)})
	case workflow.Discard:
		if c.Minor == 0 && c.Major == 1 {
			return nil // an assessment that is gone ends the game
		}
		return g.plainly(c, event)
	default:
		return g.reviews(c, event)
	}
}

// reviews does what a review brings with it besides moves.
func (g *game) reviews(c eqia.Case, event workflow.Event) error {
	ctx := g.t.Context()
	switch event {
	case workflow.Judge, workflow.LiftVerdict:
		cmd := eqia.VerdictCommand{Says: pick(g.dice, eqia.Judgements()), Text: "Say more.", Revision: c.Revision}
		if event == workflow.LiftVerdict {
			return g.LiftVerdict(ctx, c, cmd)
		}
		return g.GiveVerdict(ctx, c, cmd)
	case workflow.MarkUrgent:
		return g.MarkUrgent(ctx, c, eqia.UrgentCommand{Reason: "A reason.", Agreed: "A head of service", Revision: c.Revision})
	case workflow.ReviewDone:
		return g.RecordReview(ctx, c, eqia.MoveCommand{Event: event, Revision: c.Revision, Reason: "A reason."})
	default:
		return g.plainly(c, event)
	}
}

// plainly makes a move that needs no more than a reason and a name.
func (g *game) plainly(c eqia.Case, event workflow.Event) error {
	return g.Move(g.t.Context(), c, eqia.MoveCommand{Event: event, Revision: c.Revision, Reason: "A reason.", Person: pick(g.dice, eqiatest.People()).ID})
}

func (g *game) inviteOrRemove(c eqia.Case) error {
	someone := pick(g.dice, eqiatest.People())
	if g.dice.IntN(3) == 0 {
		return g.RemoveParty(g.t.Context(), c, someone.ID, "")
	}
	as := pick(g.dice, []workflow.Actor{workflow.Editor, workflow.Commenter, eqia.Involved})
	return g.Invite(g.t.Context(), c, eqia.Invitation{Email: someone.Email, Relation: as})
}

// foremost is the version that has to be the current one: the one under way, else the one signed last of those that were not withdrawn. It
// is not ok when all were.
func foremost(headers []eqia.Header) (eqia.Header, bool) {
	left := slices.DeleteFunc(slices.Clone(headers), func(h eqia.Header) bool { return h.State == workflow.Withdrawn })
	if len(left) == 0 {
		return eqia.Header{}, false
	}
	return slices.MaxFunc(left, func(a, b eqia.Header) int {
		if a.State.Open() != b.State.Open() {
			return map[bool]int{true: 1, false: -1}[a.State.Open()]
		}
		return cmp.Or(a.SignedAt.Compare(b.SignedAt), a.Major-b.Major, a.Minor-b.Minor)
	}), true
}

// check looks at every version of a family.
func (g *game) check(reference string) {
	g.t.Helper()
	current, err := g.store.Version(g.t.Context(), reference, "")
	g.ok(err)
	headers, err := g.store.Versions(g.t.Context(), current.AssessmentID)
	g.ok(err)
	if want, ok := foremost(headers); ok && want.ID != current.ID {
		g.t.Errorf("version %s of %s should be current and %s is", want.Number(), reference, current.Number())
	}
	open := 0
	for _, h := range headers {
		v, err := g.store.Version(g.t.Context(), reference, h.Number())
		g.ok(err)
		if v.State.Open() {
			open++
		}
		if v.ID == v.Assessment.Signed != (v.State == workflow.SignedOff) {
			g.t.Errorf("version %s of %s is %s, and whether it is in force is kept otherwise", v.Number(), reference, v.State.Label())
		}
		g.checkSigned(v)
		g.trySigning(v)
	}
	if current.State == workflow.Withdrawn { // nothing more can happen to it
		g.references[slices.Index(g.references, reference)] = g.started()
	}
	if open > 1 {
		g.t.Errorf("%d versions of %s are under way", open, reference)
	}
}

func (g *game) checkSigned(v eqia.Version) {
	g.t.Helper()
	if v.SignedAt.IsZero() {
		return
	}
	if v.ContributedTo(eqia.Person{ID: v.SignedBy}) && v.Allowed != v.SignedBy {
		g.t.Errorf("version %s was signed by %s, who helped to write it", v.Number(), v.SignedBy)
	}
	raw, digest, err := eqia.Seal(v.Content, eqia.Words(v.Conditions))
	g.ok(err)
	says := fmt.Sprint(digest, v.SignedBy, v.SignedAt, v.CheckCode, string(raw))
	if was, known := g.signed[v.ID]; known && was != says {
		g.t.Errorf("version %s changed after it was signed, from\n%s\nto\n%s", v.Number(), was, says)
	}
	if digest != v.Digest {
		g.t.Errorf("version %s carries the digest %s, and its content has %s", v.Number(), v.Digest, digest)
	}
	g.signed[v.ID] = says
}

// trySigning asks the database itself whether someone could sign, and expects what the workflow says of a lead who stands there.
func (g *game) trySigning(v eqia.Version) {
	g.t.Helper()
	if v.State != workflow.InReview {
		return
	}
	someone := pick(g.dice, eqiatest.People())
	facts := workflow.Facts{workflow.ReadyToSign: true, workflow.NotContributor: !v.ContributedTo(someone) || v.Allowed == someone.ID}
	_, refused := workflow.Find(v.State, workflow.SignOff, workflow.Standing{workflow.Lead}, facts)
	err := triedOut(g.store, "UPDATE versions SET state = 'signed_off', signed_at = 1, signed_by = ? WHERE id = ?", string(someone.ID), string(v.ID))
	took := err == nil
	if took != (refused == nil) {
		g.t.Errorf("for %s the workflow says %v, and the database %v", someone.Name, refused, err)
	}
	g.tried[took]++
}
