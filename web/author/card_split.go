package author

import (
	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
)

// The two things that the button below a card can ask for.
const (
	wantSplit = "split"
	wantJoin  = "join"
)

// dividing is what the form below a card carries: which way it goes, and the counter the card was read with.
func (v card) dividing() []components.Hidden {
	want := wantSplit
	if v.Card.Split() {
		want = wantJoin
	}
	return []components.Hidden{{Name: "want", Value: want}, {Name: "base-card", Value: v.Base}}
}

// divided is the card split by audience or joined, as was asked for; no text is lost either way.
func (v card) divided(want string) eqia.Card {
	if want == wantJoin {
		return v.Card.Join()
	}
	var codes []string
	for _, a := range v.Case.Audiences() {
		codes = append(codes, a.Code)
	}
	return v.Card.SplitBy(codes)
}

// PostSplit divides a card by audience, or joins it again. A card that is as it was asked to be is left alone: the button was pressed
// twice, or someone else was first.
func (Pages) PostSplit(r *page.Request) error {
	v, err := cardPage(r)
	if err != nil {
		return err
	}
	want, to := r.Posted("want"), page.ToCase(v.Case.Assessment.Reference).Card(v.Is.Code)
	if want != wantSplit && want != wantJoin {
		return errUnsaid
	}
	if v.Card.Split() == (want == wantSplit) {
		return r.Go(to, "")
	}
	if want == wantSplit && !v.canSplit() {
		return eqia.ErrMoved
	}
	counter, _ := base(r, "card", nil)
	if err := r.Kit.Eqia.SaveCard(r.Ctx(), v.Case, v.divided(want), counter); err != nil {
		return moved(err)
	}
	return r.Go(to, "saved")
}
