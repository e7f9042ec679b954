package author

import (
	"slices"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/library"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/page"
)

// own lists the author's sources that speak to this group, and those that speak to all.
func (v card) own() []eqia.Evidence {
	return slices.DeleteFunc(slices.Clone(v.Case.Content.Evidence), func(e eqia.Evidence) bool {
		return len(e.Characteristics) > 0 && !slices.ContainsFunc(form.PartsOf(v.Is.Code), func(code string) bool { return slices.Contains(e.Characteristics, code) })
	})
}

// evidenceItems are the author's sources to choose among.
func (v card) evidenceItems() []components.Item {
	var out []components.Item
	for _, e := range v.own() {
		out = append(out, components.Item{Value: strconv.Itoa(e.No), Text: e.Title})
	}
	return out
}

// topics are the tables of the library about the group.
func (v card) topics() []library.Topic { return library.Topics(v.Facts) }

// source leads to one of the author's sources.
func (v card) source(e eqia.Evidence) components.Link {
	return components.Link{Text: e.Title, Unseen: ", evidence " + strconv.Itoa(e.No), Href: page.ToCase(v.Case.Assessment.Reference).Entry(eqia.EvidencePart, e.No)}
}

// mostGist is how long a first sentence may be beside the questions.
const mostGist = 160

// gist is the first sentence of what a source says, cut where it is long.
func gist(e eqia.Evidence) string {
	first, _, more := strings.Cut(e.Says, ". ")
	if more {
		first += "."
	}
	if len(first) > mostGist {
		return document.Short(first)
	}
	return first
}
