package author

import (
	"errors"
	"slices"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
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
	Comments []eqia.Comment
	Pointed  bool // the answers about the decision point to this group
}

// cardPage opens the case and finds the characteristic that the address names.
func cardPage(r *page.Request) (card, error) {
	c, err := editing(r)
	if err != nil {
		return card{}, err
	}
	ch, ok := c.Form.Characteristic(r.Param("code"))
	if !ok || !slices.ContainsFunc(c.Characteristics(), func(o form.Characteristic) bool { return o.Code == ch.Code }) {
		return card{}, eqia.ErrNotFound
	}
	if c, err = r.Kit.Eqia.WithComments(r.Ctx(), c); err != nil {
		return card{}, err
	}
	key := eqia.PartKey{Kind: eqia.CardPart, Key: ch.Code}
	v := card{Case: c, Is: ch, Card: c.Content.Card(ch.Code), Comments: c.On(key), Pointed: slices.Contains(c.Pointed(), ch.Code)}
	v.Base = stamp(c.Stamps[key].Counter, v.Card)
	if len(v.Card.Blocks) == 0 {
		v.Card.Blocks = []eqia.Block{eqia.BlankBlock()}
	}
	return v, nil
}

func (v card) show(r *page.Request) error {
	return r.Show(page.Failed(frame(r, v.Case, v.Is.Label), v.Errors), cardView(v))
}

// Card shows one characteristic.
func (Pages) Card(r *page.Request) error {
	v, err := cardPage(r)
	if err != nil {
		return err
	}
	return v.show(r)
}

// PostCard saves one characteristic.
func (Pages) PostCard(r *page.Request) error {
	v, err := cardPage(r)
	if err != nil {
		return err
	}
	settle(r)
	v.Card.Blocks = slices.Clone(v.Card.Blocks)
	for i := range v.Card.Blocks {
		v.Errors = append(v.Errors, v.readBlock(r, i)...)
	}
	v.Base = r.Posted("base-card")
	if len(v.Errors) > 0 {
		return v.show(r)
	}
	counter, same := base(r, "card", v.Card)
	if !same {
		err = r.Kit.Eqia.SaveCard(r.Ctx(), v.Case, v.Card, counter)
	}
	var clash *eqia.Conflict
	if errors.As(err, &clash) {
		return v.conflict(r)
	}
	if errs, ok := page.Wrong(err); ok {
		v.Errors = errs
		return v.show(r)
	}
	if err != nil {
		return err
	}
	return leave(r, v.Case, eqia.CardStep, v.Is.Code)
}

// name is the field of one block: "how-0" for the first.
func name(field string, block int) string { return field + "-" + strconv.Itoa(block) }

func (v *card) readBlock(r *page.Request, i int) (errs webform.Errors) {
	b := &v.Card.Blocks[i]
	set, err := eqia.NewEffects(r.Request.PostForm[name("effects", i)])
	if err != nil {
		errs = append(errs, webform.FieldError{Field: name("effects", i), ID: name("effects", i),
			Message: "Select neutral on its own, or take it away and keep the others"})
	}
	b.Effects = set
	for _, f := range []struct {
		field string
		into  *string
	}{{"how", &b.How}, {"mitigation", &b.Mitigation}, {"justification", &b.Justification}, {"find_out", &b.FindOut}} {
		text, more := r.Kit.Reader.Text(r.Request.PostForm, webform.Field{Name: name(f.field, i), Label: "This text", Lines: true, Rule: "max=200000"})
		*f.into, errs = text, append(errs, more...)
	}
	b.Aims = allowed(r.Request.PostForm[name("aims", i)], v.Is.Aims)
	b.Evidence = []int{}
	for _, no := range r.Request.PostForm[name("evidence", i)] {
		if n, err := strconv.Atoi(no); err == nil {
			b.Evidence = append(b.Evidence, n)
		}
	}
	b.Shared = b.Shared && b.How == "" && set.Only(eqia.Neutral)
	return errs
}

// allowed keeps the chosen values that are on offer, in the order of the offer.
func allowed(chosen, offered []string) []string {
	out := []string{}
	for _, o := range offered {
		if slices.Contains(chosen, o) {
			out = append(out, o)
		}
	}
	return out
}

// PostSplit divides a card by audience, or joins it again; no text is lost either way.
func (Pages) PostSplit(r *page.Request) error {
	v, err := cardPage(r)
	if err != nil {
		return err
	}
	k := v.Card
	if k.Split() {
		k = k.Join()
	} else {
		var codes []string
		for _, a := range v.Case.Audiences() {
			codes = append(codes, a.Code)
		}
		k = k.SplitBy(codes)
	}
	counter := v.Case.Stamps[eqia.PartKey{Kind: eqia.CardPart, Key: v.Is.Code}].Counter
	if err := r.Kit.Eqia.SaveCard(r.Ctx(), v.Case, k, counter); err != nil {
		return err
	}
	return r.Go(page.ToCase(v.Case.Assessment.Reference).Card(v.Is.Code), "saved")
}

// conflict shows what someone else saved for this group beside what this person typed.
func (v card) conflict(r *page.Request) error {
	now, err := r.Kit.Eqia.Open(r.Ctx(), r.Person, v.Case.Assessment.Reference)
	if err != nil {
		return err
	}
	s := now.Stamps[eqia.PartKey{Kind: eqia.CardPart, Key: v.Is.Code}]
	theirs := now.Content.Card(v.Is.Code)
	view := conflict{Action: page.ToCase(now.Assessment.Reference).Card(v.Is.Code), Title: v.Is.Label, By: s.ByName, At: s.At}
	for i, b := range v.Card.Blocks {
		t := eqia.BlankBlock()
		if i < len(theirs.Blocks) {
			t = theirs.Blocks[i]
		}
		view.block(i, b, t)
	}
	view.carry(r, map[string]string{"base-card": strconv.Itoa(s.Counter) + settled})
	return showConflict(r, now, view)
}

func (v *conflict) block(i int, mine, theirs eqia.Block) {
	add := func(label, field, m, t string, text bool) {
		if m != t {
			v.Rows = append(v.Rows, clashing{Label: label, Name: name(field, i), Mine: m, Theirs: t, Text: text})
		}
	}
	add("Effect", "effects", effectWords(mine.Effects), effectWords(theirs.Effects), false)
	add("What the effect is", "how", mine.How, theirs.How, true)
	add("What will be done about it", "mitigation", mine.Mitigation, theirs.Mitigation, true)
	add("Why it goes ahead all the same", "justification", mine.Justification, theirs.Justification, true)
	add("What will be found out", "find_out", mine.FindOut, theirs.FindOut, true)
}

// audience is the name of the audience a block is about; "" for all.
func (v card) audience(b eqia.Block) string {
	for _, a := range v.Case.Form.Audiences {
		if a.Code == b.Audience {
			return a.Label
		}
	}
	return ""
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

// evidenceItems are the sources on offer: those that speak to this group, and those that speak to all.
func (v card) evidenceItems() []components.Item {
	var out []components.Item
	for _, e := range v.Case.Content.Evidence {
		if len(e.Characteristics) == 0 || slices.Contains(e.Characteristics, v.Is.Code) {
			out = append(out, components.Item{Value: strconv.Itoa(e.No), Text: e.Title})
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

// canSplit reports whether the form asks about more than one audience here.
func (v card) canSplit() bool { return len(v.Case.Audiences()) > 1 }

func effectKey() []components.Row {
	var out []components.Row
	for _, e := range eqia.AllEffects() {
		out = append(out, components.Row{Key: e.Label(), Text: e.Meaning()})
	}
	return out
}
