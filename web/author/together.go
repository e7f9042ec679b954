package author

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// togetherTitle is what the page is called on which groups are chosen to be looked at together.
const togetherTitle = "Add people in two groups at once"

// together is the form that adds a page for people who are in several groups.
type together struct {
	Groups []string `form:"groups" label:"Groups" rule:"max=200"`
	Errors webform.Errors
	Case   eqia.Case
}

func (v together) items() []components.Item {
	var out []components.Item
	for _, ch := range v.Case.Characteristics() {
		out = append(out, components.Item{Value: ch.Code, Text: ch.Label})
	}
	return out
}

func (v together) show(r *page.Request) error {
	return r.Show(page.Failed(frame(r, v.Case, togetherTitle), v.Errors), togetherPage(v))
}

// impactful opens the case for a page about effects; a record of why no assessment is needed has none.
func impactful(r *page.Request) (eqia.Case, error) {
	c, err := editing(r)
	if err == nil && c.Screens() {
		err = eqia.ErrNotFound
	}
	return c, err
}

// Together asks which groups to look at together.
func (Pages) Together(r *page.Request) error {
	c, err := impactful(r)
	if err != nil {
		return err
	}
	return together{Case: c}.show(r)
}

// PostTogether adds the page for the groups that were chosen, and goes on to it.
func (Pages) PostTogether(r *page.Request) error {
	c, err := impactful(r)
	if err != nil {
		return err
	}
	v := together{Case: c}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	code, err := r.Kit.Eqia.AddIntersection(r.Ctx(), c, v.Groups)
	if errs, ok := page.Wrong(err); ok {
		v.Errors = errs
		return v.show(r)
	}
	if err != nil {
		return moved(err)
	}
	return r.Go(page.ToCase(c.Assessment.Reference).Card(code), "")
}

// removable is the page of groups that are looked at together, which alone can be removed.
func removable(r *page.Request) (card, error) {
	v, err := cardPage(r)
	if err == nil && v.Is.Kind != form.Combined {
		err = eqia.ErrNotFound
	}
	return v, err
}

// RemoveCard asks before the page of groups that are looked at together is removed.
func (Pages) RemoveCard(r *page.Request) error {
	v, err := removable(r)
	if err != nil {
		return err
	}
	return r.Show(frame(r, v.Case, "Remove this page"), removeCardPage(v))
}

// PostRemoveCard removes it, unless it was changed after the page asked. Pressed twice, it was done the first time.
func (Pages) PostRemoveCard(r *page.Request) error {
	v, err := removable(r)
	if err != nil {
		return gone(r, err)
	}
	if r.Posted("base-card") == "" {
		return errUnsaid
	}
	counter, _ := base(r, "card", nil)
	if err := r.Kit.Eqia.RemoveIntersection(r.Ctx(), v.Case, v.Is.Code, counter); err != nil {
		return moved(err)
	}
	return r.Go(page.ToCase(v.Case.Assessment.Reference).Hub(), "removed")
}

// gone answers a second press of the button that removes a page: it was there once, and is not any more.
func gone(r *page.Request, err error) error {
	c, opened := editing(r)
	_, was := c.Stamps[eqia.PartKey{Kind: eqia.CardPart, Key: r.Param("code")}]
	there := slices.ContainsFunc(c.Groups(), func(ch form.Characteristic) bool { return ch.Code == r.Param("code") })
	if opened != nil || !was || there {
		return err
	}
	return r.Go(page.ToCase(c.Assessment.Reference).Hub(), "removed")
}
