package author

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/library"
	"dorset-eqia/web/components"
	"dorset-eqia/web/facts"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// pick is the page that finds figures in the library and adds those that are ticked to the evidence.
type pick struct {
	Chosen []string `form:"fact" label:"Figures" rule:"max=60"`
	Errors webform.Errors

	Case         eqia.Case
	Group, Words string
	Found        []library.Fact
}

// mostOffered is how many figures the page offers at once.
const mostOffered = 60

const pickTitle = "Add figures from the evidence library"

// toPick is where figures of the library are added to an assessment's evidence.
func toPick(c eqia.Case) string { return page.ToCase(c.Assessment.Reference).Do("library") }

// picking opens the page with what the address looks for.
func picking(r *page.Request) (pick, error) {
	c, err := editing(r)
	if err != nil {
		return pick{}, err
	}
	v := pick{Case: c, Group: r.Query("group"), Words: strings.TrimSpace(r.Query("words"))}
	known := func(ch form.Characteristic) bool { return ch.Code == v.Group }
	if v.Group != "" && v.Group != facts.Everyone && !slices.ContainsFunc(c.Characteristics(), known) || len(v.Words) > 200 {
		return v, eqia.ErrNotFound
	}
	all, err := r.Kit.Eqia.FactsFor(r.Ctx(), c)
	if v.looks() {
		v.Found = slices.DeleteFunc(facts.Sought(all, v.Group, v.Words), func(f library.Fact) bool { return !f.Citable() })
	}
	return v, err
}

// Pick shows the figures that were looked for, to be ticked.
func (Pages) Pick(r *page.Request) error {
	v, err := picking(r)
	if err != nil {
		return err
	}
	return v.show(r)
}

// PostPick adds the figures that were ticked.
func (Pages) PostPick(r *page.Request) error {
	v, err := picking(r)
	if err != nil {
		return err
	}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	var ids []library.ID
	for _, one := range v.Chosen {
		id, ok := library.ParseID(one)
		if !ok {
			return eqia.ErrNotFound
		}
		ids = append(ids, id)
	}
	err = r.Kit.Eqia.CiteFacts(r.Ctx(), v.Case, ids)
	if errs, wrong := page.Wrong(err); wrong {
		v.Errors = errs
		return v.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(homeOf(v.Case, eqia.EvidencePart), "cited-list")
}

func (v pick) show(r *page.Request) error {
	f := page.Failed(frame(r, v.Case, pickTitle), v.Errors)
	f.Back = &components.BackLink{Href: homeOf(v.Case, eqia.EvidencePart), Text: "Back to your evidence"}
	return r.Show(f, pickPage(v))
}

func (v pick) looks() bool { return v.Group != "" || v.Words != "" }

// action is the page with what it looks for.
func (v pick) action() string {
	return toPick(v.Case) + "?" + url.Values{"group": {v.Group}, "words": {v.Words}}.Encode()
}

func (v pick) groups() []components.Item {
	return append([]components.Item{{Text: "Any group"}}, facts.GroupItems(v.Case.Characteristics())...)
}

// offered is the figures to be ticked: those found that are not among the evidence yet.
func (v pick) offered() []components.Item {
	var out []components.Item
	for _, f := range v.Found {
		if v.Case.Content.Cites(f.ID) == 0 && len(out) < mostOffered {
			out = append(out, components.Item{Value: string(f.ID), Text: f.Title(), Hint: f.Says()})
		}
	}
	return out
}

// cited is how many of those found are among the evidence already.
func (v pick) cited() int {
	n := 0
	for _, f := range v.Found {
		if v.Case.Content.Cites(f.ID) > 0 {
			n++
		}
	}
	return n
}

// tally is what was found, in a sentence or two.
func (v pick) tally() string {
	left := len(v.Found) - v.cited()
	text := "No figures found. Try fewer words, or choose any group."
	switch {
	case left == 0 && v.cited() > 0:
		text = "All the figures found are among your evidence already."
	case left > mostOffered:
		text = "These are the first " + strconv.Itoa(mostOffered) + " of " + strconv.Itoa(left) + " figures. Choose a group or more words to find fewer."
	case v.cited() > 0:
		text = "Figures that are among your evidence already are left out."
	case left > 0:
		return ""
	}
	return text
}
