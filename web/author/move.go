package author

import (
	"errors"
	"maps"
	"slices"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// moving is the page that asks before a move is made.
type moving struct {
	Reason   string `form:"reason,lines" label:"Reason" rule:"max=20000"`
	Revision int    `form:"revision" label:"Revision" rule:"min=1"`
	Errors   form.Errors
	Case     eqia.Case
	Move     workflow.Move
	Words    moveWords
	Once     components.Hidden
	At       page.To // of the version that is moved
}

// moveWords are what the page for a move says, and what is said once it is made.
type moveWords struct {
	Ask, Flash string
	Reason     string // the label of the reason, where one is asked for
	Warning    bool
}

var moves = map[workflow.Event]moveWords{
	workflow.Recall:  {Ask: "You can change it again, and send it when it is ready.", Flash: "recalled"},
	workflow.Take:    {Ask: "You will be its reviewer. Nobody can change it while you read.", Flash: "taken"},
	workflow.Release: {Ask: "It goes back in the queue, so that someone else can review it. Your comments stay with it.", Flash: "released"},
	workflow.Discard: {Ask: "All of its answers will be deleted. You cannot get them back.", Flash: "discarded", Warning: true},
	workflow.Withdraw: {Ask: "It stays on record, with your reason. If it was published, the public page will show the reason.", Flash: "withdrawn",
		Reason: "Why is it withdrawn?", Warning: true},
	workflow.TakeBackUrgent: {Ask: "The decision can then wait for the full review, as others do.", Flash: "not-urgent", Reason: "Why is it not urgent?"},
	workflow.DeclineScreening: {Ask: "It goes back to the author as a full assessment, and they read your reason. All that they wrote is kept.", Flash: "declined",
		Reason: "Why is a full assessment needed?"},
	workflow.LiftRestriction: {Ask: "Clerks and councillors can then read it like any other once it is signed off. The equality team keeps your reason.",
		Flash: "lifted", Reason: "Why can it be open now?"},
}

// movePage opens the case for a move that this person has a button for.
func movePage(r *page.Request) (moving, error) {
	c, err := r.Case()
	if err != nil {
		return moving{}, err
	}
	event := workflow.Event(r.Param("event"))
	words, ok := moves[event]
	if !ok {
		return moving{}, eqia.ErrNotFound
	}
	holds := maps.Clone(c.Facts)
	holds[workflow.ReasonGiven] = true // the page asks for it
	m, err := workflow.Find(c.State, event, c.Standing, holds)
	if err != nil {
		return moving{}, err
	}
	if !slices.Contains(m.If, workflow.ReasonGiven) {
		words.Reason = ""
	}
	v := moving{Case: c, Move: m, Words: words, Revision: c.Revision, Once: r.Key(), At: page.ToCase(c.Assessment.Reference)}
	if r.Param("number") != "" {
		v.At = page.To(v.At.Version(c.Number()))
	}
	return v, nil
}

// Move asks before a move is made.
func (Pages) Move(r *page.Request) error {
	v, err := movePage(r)
	if err != nil {
		return err
	}
	return r.Show(frame(r, v.Case, v.Move.Button), movingPage(v))
}

// PostMove makes a move: taking back, taking, releasing, deleting a draft or withdrawing.
func (Pages) PostMove(r *page.Request) error {
	v, err := movePage(r)
	if err != nil {
		return again(r, err)
	}
	v.Errors = r.Read(&v)
	if v.Words.Reason != "" && v.Reason == "" {
		v.Errors = append(v.Errors, form.FieldError{Field: "reason", ID: "reason", Message: "Enter a reason"})
	}
	if len(v.Errors) > 0 {
		return r.Show(page.Failed(frame(r, v.Case, v.Move.Button), v.Errors), movingPage(v))
	}
	if err := page.Done(v.make(r)); err != nil {
		return err
	}
	return r.Go(v.after(), v.Words.Flash)
}

// make makes the move. A restriction belongs to all versions, so lifting it is an act of its own.
func (v moving) make(r *page.Request) error {
	if v.Move.Event == workflow.LiftRestriction {
		return r.Kit.Eqia.LiftRestriction(r.Ctx(), v.Case, v.Reason)
	}
	return r.Kit.Eqia.Move(r.Ctx(), v.Case, eqia.MoveCommand{Event: v.Move.Event, Revision: v.Revision, Once: r.Once(), Reason: v.Reason})
}

// again answers a move whose button was pressed twice as the first press was answered.
func again(r *page.Request, refused error) error {
	words, ok := moves[workflow.Event(r.Param("event"))]
	if !ok || r.Once() == "" {
		return refused
	}
	_, used, err := r.Kit.Eqia.Store.Repeated(r.Ctx(), r.Once())
	if err != nil || !used {
		return errors.Join(refused, err)
	}
	return r.Go("/casework", words.Flash)
}

// after is where a move leads.
func (v moving) after() string {
	to := page.ToCase(v.Case.Assessment.Reference)
	switch v.Move.Event {
	case workflow.Discard:
		return "/casework"
	case workflow.Take:
		return to.Do("review")
	case workflow.Release:
		return "/review"
	case workflow.TakeBackUrgent:
		if v.Words.Reason != "" { // a lead's
			return to.Do("review")
		}
		return to.Hub()
	default:
		return to.Hub()
	}
}

func (v moving) hidden() []components.Hidden {
	return []components.Hidden{v.Once, {Name: "revision", Value: strconv.Itoa(v.Revision)}}
}

func (v moving) style() components.ButtonStyle {
	if v.Words.Warning {
		return components.Warning
	}
	return components.Primary
}

// reasonHint says who will read the reason.
func (v moving) reasonHint() string {
	if v.Move.Event == workflow.Withdraw {
		return "The public may read this"
	}
	return ""
}
