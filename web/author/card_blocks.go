package author

import (
	"slices"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// name is the field of one block: "how-0" for the first.
func name(field string, block int) string { return field + "-" + strconv.Itoa(block) }

// blockName says which block of a card a form shows: its audience and option, each empty for all of them.
func blockName(b eqia.Block) string { return b.Audience + "|" + b.Option }

// sameBlock finds the block about the same audience and option; -1 when there is none.
func sameBlock(blocks []eqia.Block, of string) int {
	return slices.IndexFunc(blocks, func(b eqia.Block) bool { return blockName(b) == of })
}

// hidden is what the form carries of the card: the counter it was read with, and which blocks it shows.
func (v card) hidden() []components.Hidden {
	out := []components.Hidden{{Name: "base-card", Value: v.Base}}
	for i, b := range v.Card.Blocks {
		out = append(out, components.Hidden{Name: name("block", i), Value: blockName(b)})
	}
	return out
}

// shown lists the blocks that the posted form showed, each as it is kept now. They may not be those of the card any more: someone may
// have split or joined it.
func (v card) shown(r *page.Request) ([]eqia.Block, error) {
	var out []eqia.Block
	for i := 0; r.Request.PostForm.Has(name("block", i)); i++ {
		of := r.Posted(name("block", i))
		b, ok := v.offered(of)
		if !ok || sameBlock(out, of) >= 0 {
			return nil, eqia.ErrNotFound
		}
		out = append(out, b)
	}
	if len(out) == 0 {
		return nil, errUnsaid
	}
	return out, nil
}

// read fills the card from what was posted, with what is to be put right.
func (v *card) read(r *page.Request) (err error) {
	if v.Card.Blocks, err = v.shown(r); err != nil {
		return err
	}
	for i := range v.Card.Blocks {
		v.Errors = append(v.Errors, v.readBlock(r, i)...)
	}
	v.Base = r.Posted("base-card")
	return nil
}

// offered is a block by its name: one of the card, or a blank one about an audience and an option that there are.
func (v card) offered(of string) (eqia.Block, bool) {
	if i := sameBlock(v.Card.Blocks, of); i >= 0 {
		return v.Card.Blocks[i], true
	}
	b := eqia.BlankBlock()
	var named bool
	b.Audience, b.Option, named = strings.Cut(of, "|")
	audience := slices.ContainsFunc(v.Case.Form.Audiences, func(a form.Choice) bool { return a.Code == b.Audience })
	option := slices.ContainsFunc(v.Case.Content.Options, func(o eqia.Option) bool { return strconv.Itoa(o.No) == b.Option })
	return b, named && (b.Audience == "" || audience) && (b.Option == "" || option)
}

func (v *card) readBlock(r *page.Request, i int) (errs webform.Errors) {
	b := &v.Card.Blocks[i]
	set, err := eqia.NewEffects(r.Request.PostForm[name("effects", i)])
	if err != nil {
		errs = append(errs, webform.FieldError{Field: name("effects", i), ID: name("effects", i),
			Message: "Select neutral on its own, or take it away and keep the others"})
	}
	b.Effects = set
	for _, f := range textsOf(b) {
		text, more := r.Kit.Reader.Text(r.Request.PostForm, webform.Field{Name: name(f.field, i), Label: "This text", Lines: true, Rule: "max=200000"})
		*f.into, errs = text, append(errs, more...)
	}
	b.Aims = allowed(r.Request.PostForm[name("aims", i)], v.Is.Aims)
	b.Evidence = []int{}
	for _, no := range r.Request.PostForm[name("evidence", i)] {
		if n, err := strconv.Atoi(no); err == nil && len(v.evidenceItems()) > 0 { // with no source left, there is none to select
			b.Evidence = append(b.Evidence, n)
		}
	}
	b.Shared = b.Shared && b.How == "" && set.Only(eqia.Neutral)
	return errs
}

// blockText is a text of a block, under its field's name.
type blockText struct {
	field string
	into  *string
}

func textsOf(b *eqia.Block) []blockText {
	return []blockText{{"how", &b.How}, {"mitigation", &b.Mitigation}, {"justification", &b.Justification}, {"find_out", &b.FindOut}}
}

// fields gives the form's fields by the domain's names, each in the first block that the domain refuses for it.
func (v card) fields() map[string]string {
	out := map[string]string{}
	for i := len(v.Card.Blocks) - 1; i >= 0; i-- {
		b := v.Card.Blocks[i]
		for _, f := range textsOf(&b) {
			if i == 0 && out[f.field] == "" || eqia.ValidText(f.field, *f.into) != nil {
				out[f.field] = name(f.field, i)
			}
		}
		if i == 0 && out["evidence"] == "" || slices.ContainsFunc(b.Evidence, v.lost) {
			out["evidence"] = name("evidence", i)
		}
	}
	out["effects"], out["aims"] = name("effects", 0), name("aims", 0)
	return out
}

// lost reports whether a source is not among the evidence any more.
func (v card) lost(no int) bool {
	_, err := v.Case.Content.EntryOf(eqia.EvidencePart, no)
	return err != nil
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
