package author

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
)

// layout is one way to divide a card that its page offers: what the form asks for, and the words on its button.
type layout struct {
	want, button, says string
	by                 eqia.Layout
}

// layouts lists the ways to divide a card, the simplest first.
func layouts() []layout {
	return []layout{
		{"join", "Answer once for everyone", "Putting the answers together again keeps all of the saved text.", eqia.Layout{}},
		{"split", "Answer for each audience", "If residents and employees are affected in different ways, you can answer for each. Save first: splitting copies what is saved.",
			eqia.Layout{ByAudience: true}},
		{"option", "Answer for each option", "If the options affect this group in different ways, you can answer for each. Save first: the saved text is kept.",
			eqia.Layout{ByOption: true}},
		{"both", "Answer for each audience and each option", "You can also answer for each audience under each option.",
			eqia.Layout{ByAudience: true, ByOption: true}},
	}
}

// offers lists the ways to divide the card other than the way it is. A card that was divided before an option was added is offered the
// same way again.
func (v card) offers() []layout {
	var out []layout
	for _, l := range layouts() {
		if v.can(l.by) && !v.is(l.by) {
			out = append(out, l)
		}
	}
	return out
}

// can reports whether there are audiences and options to divide the card by.
func (v card) can(by eqia.Layout) bool {
	return (!by.ByAudience || len(v.Case.Audiences()) > 1) && (!by.ByOption || len(v.Case.Content.Options) > 1)
}

// is reports whether the card is divided in this way already, with a block for each audience and option there is.
func (v card) is(by eqia.Layout) bool {
	then, _ := v.Case.Asked(v.Case.Divided(v.Is.Code, by))
	return slices.EqualFunc(v.Card.Blocks, then, func(a, b eqia.Block) bool { return a.Ref("") == b.Ref("") })
}

// baseOnly is what a form about the whole card carries: the counter it was read with.
func (v card) baseOnly() []components.Hidden {
	return []components.Hidden{{Name: "base-card", Value: v.Base}}
}

// dividing is what a form below a card carries: which way it goes, and the counter the card was read with.
func (v card) dividing(l layout) []components.Hidden {
	return []components.Hidden{{Name: "want", Value: l.want}, {Name: "base-card", Value: v.Base}}
}

// PostSplit divides a card by audience, option or both, or joins it again. A card that is as it was asked to be is left alone: the button
// was pressed twice, or someone else was first.
func (Pages) PostSplit(r *page.Request) error {
	v, err := cardPage(r)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(layouts(), func(l layout) bool { return l.want == r.Posted("want") })
	if i < 0 {
		return errUnsaid
	}
	by, to := layouts()[i].by, page.ToCase(v.Case.Assessment.Reference).Card(v.Is.Code)
	if v.is(by) {
		return r.Go(to, "")
	}
	if !v.can(by) {
		return eqia.ErrMoved
	}
	counter, _ := base(r, "card", nil)
	if err := r.Kit.Eqia.DivideCard(r.Ctx(), v.Case, v.Is.Code, by, counter); err != nil {
		return moved(err)
	}
	return r.Go(to, "saved")
}
