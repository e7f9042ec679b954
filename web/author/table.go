package author

import (
	"errors"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// row is one characteristic of the whole table, or several that are looked at together.
type row struct {
	form.Characteristic
	Card    eqia.Card
	Effects []string
	Base    string
	Error   string
}

type table struct {
	Case  eqia.Case
	Rows  []row
	Aside aside
}

func effectsName(code string) string { return "effects-" + code }

func tableOf(r *page.Request, c eqia.Case) table {
	v := table{Case: c, Aside: asideOf(r, c, allCards(c)...)}
	for _, ch := range c.Groups() {
		k := c.Content.Card(ch.Code)
		set := k.Effects()
		v.Rows = append(v.Rows, row{Characteristic: ch, Card: k, Effects: set.Codes(),
			Base: stamp(c.Stamps[eqia.PartKey{Kind: eqia.CardPart, Key: ch.Code}].Counter, set.Codes())})
	}
	return v
}

// parts says how a divided card is answered.
func (r row) parts() string {
	by := r.Card.Layout()
	switch {
	case by.ByAudience && by.ByOption:
		return "answered for each audience and option"
	case by.ByOption:
		return "answered for each option"
	default:
		return "answered for each audience"
	}
}

// ofKind are the rows of the national or of the local characteristics, or of those that are looked at together.
func (v table) ofKind(kind string) []row {
	var out []row
	for _, r := range v.Rows {
		if r.Kind == kind {
			out = append(out, r)
		}
	}
	return out
}

// Table shows the effects on every group at once. Nothing is ticked that nobody ticked.
func (Pages) Table(r *page.Request) error {
	c, err := editing(r)
	if err != nil {
		return err
	}
	v := tableOf(r, c)
	if shown, err := restored(r, c, func(u eqia.Unsaved) error { return v.restore(r, u) }); shown {
		return err
	}
	return r.Show(frame(r, c, "What the effects are"), tablePage(v))
}

// PostTable saves the effects that were changed.
func (Pages) PostTable(r *page.Request) error {
	c, err := editing(r)
	if err != nil {
		return err
	}
	settle(r)
	v := tableOf(r, c)
	chosen, errs := v.read(r)
	if len(errs) > 0 {
		return r.Show(page.Failed(frame(r, c, "What the effects are"), errs), tablePage(v))
	}
	err = r.Kit.Eqia.SaveTable(r.Ctx(), c, chosen)
	var clash *eqia.Conflict
	if errors.As(err, &clash) {
		return tableConflict(r, v, clash)
	}
	if err != nil {
		return err
	}
	return leave(r, c, eqia.TableStep, "")
}

// read reads the rows that were changed since the page was shown.
func (v *table) read(r *page.Request) ([]eqia.Chosen, webform.Errors) {
	var chosen []eqia.Chosen
	var errs webform.Errors
	for i := range v.Rows {
		w := &v.Rows[i]
		if w.Card.Split() {
			continue
		}
		name := effectsName(w.Code)
		set, err := eqia.NewEffects(r.Request.PostForm[name])
		w.Effects, w.Base = r.Request.PostForm[name], r.Posted("base-"+w.Code)
		if err != nil {
			w.Error = w.Label + ": select neutral on its own, or take it away and keep the others"
			errs = append(errs, webform.FieldError{Field: name, ID: name, Message: w.Error})
			continue
		}
		if n, same := base(r, w.Code, set.Codes()); !same || v.Case.Unchecked(eqia.PartKey{Kind: eqia.CardPart, Key: w.Code}) {
			chosen = append(chosen, eqia.Chosen{Code: w.Code, Effects: set, Base: n})
		}
	}
	return chosen, errs
}

// tableConflict shows the effects that someone else chose beside this person's.
func tableConflict(r *page.Request, v table, clash *eqia.Conflict) error {
	now, err := r.Kit.Eqia.Open(r.Ctx(), r.Person, v.Case.Assessment.Reference)
	if err != nil {
		return err
	}
	view := conflict{Action: page.ToCase(now.Assessment.Reference).Table(), Title: "What the effects are"}
	bases := map[string]string{}
	for _, key := range clash.Parts {
		s := now.Stamps[key]
		ch, _ := now.Form.Group(key.Key)
		mine, _ := eqia.NewEffects(r.Request.PostForm[effectsName(key.Key)])
		view.By, view.At = s.ByName, s.At
		view.Rows = append(view.Rows, clashing{Label: ch.Label, Name: effectsName(key.Key), Theirs: effectWords(now.Content.Card(key.Key).Effects()),
			Mine: effectWords(mine)})
		bases["base-"+key.Key] = strconv.Itoa(s.Counter) + settled
	}
	view.carry(r, bases)
	return showConflict(r, now, view)
}

// effectItems are the boxes for effects: any of three, or neutral alone.
func effectItems(hints bool) []components.Item {
	var out []components.Item
	for _, e := range eqia.AllEffects() {
		if e == eqia.Neutral && hints {
			out = append(out, components.Item{Divider: "or"})
		}
		it := components.Item{Value: string(e), Text: e.Label(), None: e == eqia.Neutral}
		if hints {
			it.Hint = e.Meaning()
		}
		out = append(out, it)
	}
	return out
}
