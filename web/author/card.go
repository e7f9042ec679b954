package author

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/library"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// card is one characteristic's page.
type card struct {
	Case     eqia.Case
	Is       form.Characteristic
	Card     eqia.Card
	Base     string
	Errors   webform.Errors
	Comments []components.Comment
	Look     look
	Aside    aside
	Kept     []eqia.Block // set aside: kept, and not asked about for this kind of proposal
	Pointed  bool         // the answers about the decision point to this group
	Facts    []library.Fact
}

// cardPage opens the case and finds the characteristic that the address names.
func cardPage(r *page.Request) (card, error) {
	c, err := editing(r)
	if err != nil {
		return card{}, err
	}
	groups := c.Groups()
	i := slices.IndexFunc(groups, func(ch form.Characteristic) bool { return ch.Code == r.Param("code") })
	if i < 0 {
		return card{}, eqia.ErrNotFound
	}
	ch := groups[i]
	c = c.WithComments()
	key := eqia.PartKey{Kind: eqia.CardPart, Key: ch.Code}
	v := card{Case: c, Is: ch, Card: c.Content.Card(ch.Code), Comments: document.Threads(c, c.On(key)), Pointed: slices.Contains(c.Pointed(), ch.Code)}
	v.Aside = asideOf(r, c, v.key())
	v.Card.Blocks, v.Kept = c.Asked(v.Card)
	if len(v.Card.Blocks) == 0 {
		v.Card.Blocks = []eqia.Block{eqia.BlankBlock()}
	}
	all, err := r.Kit.Eqia.FactsFor(r.Ctx(), c)
	if err != nil {
		return card{}, err
	}
	for _, code := range form.PartsOf(ch.Code) {
		v.Facts = append(v.Facts, library.About(all, code)...)
	}
	v.Base = stamp(c.Stamps[key].Counter, v.Card) // of what the form shows, so that an empty card left alone is not saved
	return v, nil
}

// key names the group's part of the assessment.
func (v card) key() eqia.PartKey { return eqia.PartKey{Kind: eqia.CardPart, Key: v.Is.Code} }

func (v card) show(r *page.Request) error {
	return r.Show(wide(page.Failed(frame(r, v.Case, v.Is.Label), v.Errors)), cardView(v))
}

// Card shows one characteristic.
func (Pages) Card(r *page.Request) error {
	v, err := cardPage(r)
	if err != nil {
		return err
	}
	key := eqia.PartKey{Kind: eqia.CardPart, Key: v.Is.Code}
	v.Look = look{"card", looksOn(r, v.Case, key)[key]}
	if shown, err := restored(r, v.Case, func(u eqia.Unsaved) error { return v.restore(r, u) }); shown {
		return err
	}
	return v.show(r)
}

// described is the id of the words above a card, for its first question.
func (v card) described(block int) string {
	if block > 0 {
		return ""
	}
	return v.Look.id()
}

// PostCard saves one characteristic.
func (Pages) PostCard(r *page.Request) error {
	v, err := cardPage(r)
	if err != nil {
		return err
	}
	settle(r)
	if err := v.read(r); err != nil {
		return err
	}
	if len(v.Errors) > 0 {
		return v.show(r)
	}
	counter, same := base(r, "card", v.Card)
	if !same || v.Case.Unchecked(v.key()) {
		err = r.Kit.Eqia.SaveCard(r.Ctx(), v.Case, v.whole(), counter)
	}
	var clash *eqia.Conflict
	if errors.As(err, &clash) {
		return v.conflict(r)
	}
	if errs, ok := page.WrongIn(err, v.fields()); ok {
		v.Errors = errs
		return v.show(r)
	}
	if err != nil {
		return err
	}
	if at, ok := v.toAction(r); ok {
		return r.Go(at, "")
	}
	return leave(r, v.Case, eqia.CardStep, v.Is.Code)
}

// thenAction begins the value of the button that saves the card and goes on to an action for one of its blocks.
const thenAction = "action-"

// makeAction is what that button says, with the people that the block is about where the card is split.
func (v card) makeAction(b eqia.Block) string {
	if who := v.about(b); who != "" {
		return "Save and make an action for " + strings.ToLower(who)
	}
	return "Save and make an action from this"
}

// toAction is where the button leads that makes an action from a block; false when another was pressed, or the block needs none now.
func (v card) toAction(r *page.Request) (string, bool) {
	n, pressed := strings.CutPrefix(r.Posted("then"), thenAction)
	i, err := strconv.Atoi(n)
	if !pressed || err != nil || i < 0 || i >= len(v.Card.Blocks) || !v.Card.Blocks[i].NeedsAnswer() {
		return "", false
	}
	return page.ToCase(v.Case.Assessment.Reference).ActionFor(v.Card.Blocks[i].Ref(v.Is.Code)), true
}

// whole is the card with what is set aside, which the page does not show.
func (v card) whole() eqia.Card {
	k := v.Card
	k.Blocks = slices.Clone(k.Blocks)
	for _, b := range v.Kept {
		if sameBlock(k.Blocks, blockName(b)) < 0 {
			k.Blocks = append(k.Blocks, b)
		}
	}
	return k
}

// about names the audience and the option that a block is about; "" for all of them.
func (v card) about(b eqia.Block) string { return document.BlockName(v.Case, b) }

// kept names the audiences of what is set aside.
func (v card) kept() string {
	var names []string
	for _, b := range v.Kept {
		b.Option = ""
		if name := v.about(b); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

func (v card) aimItems() []components.Item {
	var out []components.Item
	for _, code := range v.Is.Aims {
		if aim, ok := v.Case.Form.Aim(code); ok {
			out = append(out, components.Item{Value: aim.Code, Text: aim.Label})
		}
	}
	return out
}

func numbers(list []int) []string {
	out := make([]string, len(list))
	for i, n := range list {
		out[i] = strconv.Itoa(n)
	}
	return out
}

func effectKey() []components.Row {
	var out []components.Row
	for _, e := range eqia.AllEffects() {
		out = append(out, components.Row{Key: e.Label(), Text: e.Meaning()})
	}
	return out
}
