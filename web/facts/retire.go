package facts

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/library"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// retire is the form that takes a fact out of use.
type retire struct {
	With   string `form:"with" label:"What replaces it" rule:"required" error:"Select what replaces it, or that nothing does"`
	Errors form.Errors

	fact   library.Fact
	items  []components.Item
	hidden []components.Hidden
}

// nothing is the choice that no figure takes the place of one that is taken out of use.
const nothing = "nothing"

// Retire asks what replaces a fact that is taken out of use.
func (Pages) Retire(r *page.Request) error {
	f, err := holding(r)
	if err != nil {
		return err
	}
	if f.Replaced() {
		return r.Go(To(f.ID), "")
	}
	return retire{fact: f}.show(r)
}

// PostRetire takes the fact out of use.
func (Pages) PostRetire(r *page.Request) error {
	f, err := holding(r)
	if err != nil {
		return err
	}
	v := retire{fact: f}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	with, ok := library.ParseID(v.With)
	switch {
	case v.With == nothing:
		with = ""
	case !ok:
		return eqia.ErrNotFound
	}
	err = page.Done(r.Kit.Eqia.RetireFact(r.Ctx(), r.Person, eqia.Retirement{Fact: f.ID, With: with, Once: r.OnceOf(f.ID, with)}))
	if errs, wrong := page.Wrong(err); wrong {
		v.Errors = errs
		return v.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(To(f.ID), "fact-retired")
}

func (v retire) show(r *page.Request) error {
	all, err := r.Kit.Eqia.Facts(r.Ctx())
	if err != nil {
		return err
	}
	for _, f := range all {
		kin := f.Topic == v.fact.Topic && f.Characteristic == v.fact.Characteristic && f.Group == v.fact.Group &&
			f.Population == v.fact.Population
		if kin && f.ID != v.fact.ID && !f.Replaced() {
			v.items = append(v.items, components.Item{Value: string(f.ID), Text: f.Title() + ": " + f.Shown(), Hint: "Share of " + f.Base})
		}
	}
	slices.Reverse(v.items)
	v.items = append(v.items, components.Item{Value: nothing, Text: "Nothing replaces it"})
	v.hidden = []components.Hidden{r.Key()}
	p := framed(r, v.fact, "Take a figure out of use")
	p.Back = &components.BackLink{Href: To(v.fact.ID), Text: "Back to the figure"}
	return r.Show(page.Failed(p, v.Errors), retirePage(v))
}
