package author

import (
	"slices"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
)

// overtaken is a source whose figure was replaced, with the form that takes the new one.
type overtaken struct {
	eqia.Overtaken
	Case eqia.Case
}

// overtakenIn lists the sources of a case whose figure was replaced.
func overtakenIn(c eqia.Case) []overtaken {
	out := make([]overtaken, len(c.Replaced))
	for i, o := range c.Replaced {
		out[i] = overtaken{o, c}
	}
	return out
}

// on is the day the figure was replaced, in words.
func (o overtaken) on() string { return eqia.Day(o.Was.ReplacedOn).Words() }

// says is what became of the figure, for a page without its links.
func (o overtaken) says() string {
	if o.HasNew() {
		return "Replaced on " + o.on() + " by: " + o.Now.Title() + ", " + o.Now.Shown()
	}
	return "Taken out of use on " + o.on()
}

func (o overtaken) hidden() []components.Hidden {
	counter := o.Case.Stamps[eqia.Entry(eqia.EvidencePart, o.No)].Counter
	return []components.Hidden{{Name: "no", Value: strconv.Itoa(o.No)}, {Name: "base-entry", Value: strconv.Itoa(counter)}}
}

func (o overtaken) action() string { return toPick(o.Case) + "/renew" }

// PostRenew puts the newer figure in the place of a replaced one. Pressed twice, it was done the first time.
func (Pages) PostRenew(r *page.Request) error {
	c, err := editing(r)
	if err != nil {
		return err
	}
	no, err := strconv.Atoi(r.Posted("no"))
	if err != nil || r.Posted("base-entry") == "" {
		return errUnsaid
	}
	if _, err := c.Content.EntryOf(eqia.EvidencePart, no); err != nil {
		return err
	}
	counter, _ := base(r, "entry", nil)
	if c, err = r.Kit.Eqia.WithReplaced(r.Ctx(), c); err != nil {
		return err
	}
	if !waits(overtakenIn(c), no) {
		return r.Go(homeOf(c, eqia.EvidencePart), "nothing-to-save")
	}
	if err := r.Kit.Eqia.UseNewFact(r.Ctx(), c, no, counter); err != nil {
		return moved(err)
	}
	return r.Go(homeOf(c, eqia.EvidencePart), "renewed")
}

// oldOf is what became of a source's figure; false when it holds, or the entry is no source.
func oldOf(list []overtaken, e eqia.Numbered) (overtaken, bool) {
	i := slices.IndexFunc(list, func(o overtaken) bool { return e.Kind() == eqia.EvidencePart && o.No == e.Number() })
	if i < 0 {
		return overtaken{}, false
	}
	return list[i], true
}

// waits reports whether a source still rests on a replaced figure that there is a newer one for.
func waits(list []overtaken, no int) bool {
	for _, o := range list {
		if o.No == no && o.HasNew() {
			return true
		}
	}
	return false
}
