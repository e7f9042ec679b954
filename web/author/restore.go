package author

import (
	"errors"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/page"
)

// The functions here fill a page's fields with text that was not saved. Nothing in it is judged: that is for saving. Where someone else has
// saved an answer since the text was typed, both are shown.

// questionsOf is a page of questions with the answers kept so far.
func questionsOf(r *page.Request, c eqia.Case, p form.Page) questions {
	v := questions{Case: c, Page: p, Fields: fieldsOf(c, p), Lists: listsOf(c, p), Once: r.Key()}
	var parts []eqia.PartKey
	for _, f := range v.Fields {
		parts = append(parts, eqia.PartKey{Kind: eqia.AnswerPart, Key: f.Code})
	}
	v.Aside = asideOf(r, c, parts...)
	first, _ := c.Form.Page(startPage)
	v.Begun = len(c.Stamps) > len(first.Questions)
	return v
}

func restoreQuestions(r *page.Request, v questions, u eqia.Unsaved) error {
	v.Aside.take(u)
	settle(r)
	answers, bases, _ := readFields(r, v.Fields)
	readFirst(r, v.Lists)
	var clash eqia.Conflict
	for i, f := range v.Fields {
		v.Fields[i].Error = ""
		key := eqia.PartKey{Kind: eqia.AnswerPart, Key: f.Code}
		if mine, typed := answers[f.Code]; typed && bases[f.Code] != v.Case.Stamps[key].Counter && !mine.Equal(v.Case.Content.Answers[f.Code]) {
			clash.Parts = append(clash.Parts, key)
		}
	}
	for _, l := range v.Lists {
		l.First.wrong(nil)
	}
	if len(clash.Parts) > 0 {
		return showAnswerConflict(r, v, &clash)
	}
	return r.Show(frame(r, v.Case, v.Page.Title), questionsPage(v))
}

func (v card) restore(r *page.Request, u eqia.Unsaved) error {
	v.Aside.take(u)
	settle(r)
	saved := v.Card
	var err error
	if v.Card.Blocks, err = v.shown(r); err != nil {
		return errUnfit
	}
	for i := range v.Card.Blocks {
		v.readBlock(r, i)
	}
	v.Base = r.Posted("base-card")
	counter, same := base(r, "card", v.Card)
	if !same && counter != v.Case.Stamps[v.key()].Counter && mark(v.Card) != mark(saved) {
		return v.conflict(r)
	}
	return v.show(r)
}

func (v table) restore(r *page.Request, u eqia.Unsaved) error {
	v.Aside.take(u)
	settle(r)
	saved := tableOf(r, v.Case)
	chosen, _ := v.read(r)
	var clash eqia.Conflict
	for i := range v.Rows {
		v.Rows[i].Error = ""
	}
	for _, picked := range chosen {
		key := eqia.PartKey{Kind: eqia.CardPart, Key: picked.Code}
		i := slices.IndexFunc(saved.Rows, func(w row) bool { return w.Code == picked.Code })
		if picked.Base != v.Case.Stamps[key].Counter && !slices.Equal(saved.Rows[i].Effects, picked.Effects.Codes()) {
			clash.Parts = append(clash.Parts, key)
		}
	}
	if len(clash.Parts) > 0 {
		return tableConflict(r, v, &clash)
	}
	return r.Show(frame(r, v.Case, "What the effects are"), tablePage(v))
}

// allCards names the part of every group that the form asks about.
func allCards(c eqia.Case) []eqia.PartKey {
	var out []eqia.PartKey
	for _, ch := range c.Groups() {
		out = append(out, eqia.PartKey{Kind: eqia.CardPart, Key: ch.Code})
	}
	return out
}

func (v shared) restore(r *page.Request, u eqia.Unsaved) error {
	v.Aside.take(u)
	settle(r)
	saved := v.Reason
	r.Read(&v)
	v.Base = r.Posted("base-reason")
	counter, same := base(r, "reason", v.Reason)
	key := eqia.PartKey{Kind: eqia.AnswerPart, Key: eqia.SharedReason}
	if !same && counter != v.Case.Stamps[key].Counter && v.Reason != saved {
		return sharedConflict(r, v, saved)
	}
	return r.Show(frame(r, v.Case, sharedTitle), sharedView(v))
}

// refill fills the page for a new entry.
func (v entryView) refill(r *page.Request, u eqia.Unsaved) error {
	v.Aside.take(u)
	v.Form.read(r)
	v.Form.wrong(nil)
	return r.Show(frame(r, v.Case, v.Heading), entryPage(v))
}

// restore fills the page for changing an entry.
func (v entryView) restore(r *page.Request, no int, u eqia.Unsaved) error {
	v.Aside.take(u)
	settle(r)
	was := v.Form
	v.Form = blankForm(v.Kind)
	v.Form.offer(v.Case)
	v.Form.read(r)
	e, errs := v.Form.entry()
	v.Form.wrong(nil)
	for i, h := range v.Hidden {
		if h.Name == "base-entry" {
			v.Hidden[i].Value = r.Posted("base-entry")
		}
	}
	if e == nil || len(errs) > 0 {
		return r.Show(frame(r, v.Case, v.Heading), entryPage(v))
	}
	counter, same := base(r, "entry", e.WithNumber(no))
	key := eqia.Entry(v.Kind, no)
	saved, err := v.Case.Content.EntryOf(v.Kind, no)
	if err != nil {
		return errors.Join(errUnfit, err)
	}
	if !same && counter != v.Case.Stamps[key].Counter && mark(saved) != mark(e.WithNumber(no)) {
		return v.conflict(r, was, no)
	}
	return r.Show(frame(r, v.Case, v.Heading), entryPage(v))
}
