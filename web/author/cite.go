package author

import (
	"errors"
	"slices"

	"github.com/a-h/templ"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/library"
	"dorset-eqia/web/facts"
	"dorset-eqia/web/page"
)

// The form of a card, which the buttons that cite a figure send; the heading of the figures; and what stands beside the questions.
const (
	cardForm  = "card"
	figuresID = "figures"
	knownID   = "known"
)

// panel is the figures of the library on the card's group.
func (v card) panel() facts.Panel {
	return facts.Panel{ID: figuresID, Topics: library.Topics(v.Facts), Level: 3, Beside: func(f library.Fact) templ.Component { return v.citing(f) }}
}

// cites reports whether every block of the card rests on a figure.
func (v card) cites(f library.Fact) bool {
	no := v.Case.Content.Cites(f.ID)
	return no > 0 && !slices.ContainsFunc(v.Card.Blocks, func(b eqia.Block) bool { return !slices.Contains(b.Evidence, no) })
}

// PostCite saves the card as it was typed and has it rest on a figure of the library. A card that was left alone is taken as it is now, so
// that what someone else saved meanwhile stays.
func (Pages) PostCite(r *page.Request) error {
	v, err := cardPage(r)
	if err != nil {
		return err
	}
	if err := v.read(r); err != nil {
		return err
	}
	if len(v.Errors) > 0 {
		return v.show(r)
	}
	id, ok := library.ParseID(r.Posted("fact"))
	if !ok {
		return eqia.ErrNotFound
	}
	counter, same := base(r, "card", v.Card)
	if same {
		now, err := cardPage(r)
		if err != nil {
			return err
		}
		v.Card, counter = now.Card, now.Case.Stamps[eqia.PartKey{Kind: eqia.CardPart, Key: v.Is.Code}].Counter
	}
	err = r.Kit.Eqia.CiteOnCard(r.Ctx(), v.Case, eqia.Citation{Card: v.whole(), Base: counter, Fact: id})
	var clash *eqia.Conflict
	if errors.As(err, &clash) {
		return v.conflict(r)
	}
	if errs, wrong := page.WrongIn(err, v.fields()); wrong {
		v.Errors = errs
		return v.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(page.ToCase(v.Case.Assessment.Reference).Card(v.Is.Code), "cited")
}
