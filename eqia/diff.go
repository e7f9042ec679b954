package eqia

import (
	"reflect"
	"slices"
	"strings"
)

// Changed lists the parts that say something else in one record than in another, parts that only one of them has included. They come by
// kind and key; a page puts them in the order of its form.
func Changed(before, after Content) []PartKey {
	was, is := bodies(before), bodies(after)
	var out []PartKey
	for k, body := range is {
		if !reflect.DeepEqual(was[k], body) {
			out = append(out, k)
		}
	}
	for k := range was {
		if _, kept := is[k]; !kept {
			out = append(out, k)
		}
	}
	slices.SortFunc(out, func(a, b PartKey) int { return strings.Compare(a.String(), b.String()) })
	return out
}

// bodies is every part that says anything, by its name.
func bodies(c Content) map[PartKey]any {
	out := map[PartKey]any{}
	for _, p := range PartsOf(c.whole()) {
		if a, ok := p.Body.(Answer); ok && a.Empty() {
			continue
		}
		if k, ok := p.Body.(Card); ok && len(k.Blocks) == 0 {
			continue
		}
		out[p.Key] = p.Body
	}
	return out
}
