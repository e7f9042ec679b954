package document

import (
	"slices"

	"dorset-eqia/eqia"
)

// Leave is the document without these questions, for a page that shows them elsewhere.
func (d Doc) Leave(codes ...string) Doc {
	gone := map[string]bool{}
	for _, code := range codes {
		gone[code] = true
	}
	parts := d.Parts
	d.Parts = nil
	for _, s := range parts {
		var kept []Question
		for _, q := range s.Questions {
			if !gone[q.Part.Key] {
				kept = append(kept, q)
			}
		}
		if s.Questions = kept; len(kept) > 0 {
			d.Parts = append(d.Parts, s)
		}
	}
	return d
}

// Only is the document with the groups that a test accepts.
func (d Doc) Only(accept func(Card) bool) Doc {
	groups := d.Groups
	d.Groups = nil
	for _, c := range groups {
		if accept(c) {
			d.Groups = append(d.Groups, c)
		}
	}
	return d
}

// Apart is the document where these groups have a card of their own although they share a reason with others, because there is more to
// say about them.
func (d Doc) Apart(these func(eqia.PartKey) bool) Doc {
	d.Groups = slices.Clone(d.Groups)
	for i, c := range d.Groups {
		d.Groups[i].Sharing = c.Sharing && !these(c.Part)
	}
	return d
}

// Shows reports whether a part has a place of its own in the document.
func (d Doc) Shows(k eqia.PartKey) bool {
	if k == sharedPart {
		return len(d.sharing()) > 0
	}
	for _, s := range d.Parts {
		for _, q := range s.Questions {
			if q.Part == k || slices.ContainsFunc(q.Entries, func(e Entry) bool { return e.Part == k }) {
				return true
			}
		}
	}
	return slices.ContainsFunc(d.Plan, func(a Action) bool { return a.Part == k }) ||
		slices.ContainsFunc(d.Groups, func(c Card) bool { return c.Part == k && c.alone() })
}

// Question finds a question with its answer by its code; false when the document has none such.
func (d Doc) Question(code string) (Question, bool) {
	for _, s := range d.Parts {
		for _, q := range s.Questions {
			if q.Part.Key == code {
				return q, true
			}
		}
	}
	return Question{}, false
}

// Order lists the parts that have a place of their own, in the order they are drawn.
func (d Doc) Order() []eqia.PartKey {
	var out []eqia.PartKey
	for i, s := range d.Parts {
		if i == d.turn() {
			out = append(out, d.groupOrder()...)
		}
		for _, q := range s.Questions {
			out = append(out, q.Part)
			for _, e := range q.Entries {
				out = append(out, e.Part)
			}
			if q.IsAction {
				for _, a := range d.Plan {
					out = append(out, a.Part)
				}
			}
		}
	}
	if d.turn() >= len(d.Parts) {
		out = append(out, d.groupOrder()...)
	}
	return out
}

func (d Doc) groupOrder() []eqia.PartKey {
	var out []eqia.PartKey
	for _, c := range d.Groups {
		if c.alone() {
			out = append(out, c.Part)
		}
	}
	if len(d.sharing()) > 0 {
		out = append(out, sharedPart)
	}
	return out
}
