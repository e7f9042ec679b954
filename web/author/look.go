package author

import (
	"dorset-eqia/eqia"
	"dorset-eqia/web/page"
)

// looks are what the rules say of the answers saved so far that one page holds, the worst first and few at a time.
type looks map[eqia.PartKey][]eqia.Finding

// looksOn asks the rules about the parts of a page that have been begun and are not kept as they are for a reason.
func looksOn(r *page.Request, c eqia.Case, parts ...eqia.PartKey) looks {
	out := looks{}
	for _, f := range r.Kit.Eqia.Coach(c, mostSaid, parts) {
		out[f.Where] = append(out[f.Where], f)
	}
	return out
}

// look draws what the rules say of one field, under this id.
type look struct {
	Code string
	Said []eqia.Finding
}

// id names the words above a field, for those who hear the page; "" where there are none.
func (l look) id() string {
	if len(l.Said) == 0 {
		return ""
	}
	return l.Code + "-look"
}

// look puts what the rules say beside the fields and lists of the page. A list speaks for its entries too.
func (v questions) look(r *page.Request) {
	var parts []eqia.PartKey
	for _, q := range v.Page.Questions {
		parts = append(parts, eqia.PartKey{Kind: eqia.AnswerPart, Key: q.Code})
	}
	for _, l := range v.Lists {
		parts = append(parts, l.entries()...)
	}
	said := looksOn(r, v.Case, parts...)
	for i, f := range v.Fields {
		v.Fields[i].Look = look{f.Code, said[eqia.PartKey{Kind: eqia.AnswerPart, Key: f.Code}]}
	}
	for i, l := range v.Lists {
		v.Lists[i].Look = look{Code: l.Code, Said: said[eqia.PartKey{Kind: eqia.AnswerPart, Key: l.Code}]}
		for _, k := range l.entries() {
			v.Lists[i].Look.Said = append(v.Lists[i].Look.Said, said[k]...)
		}
	}
}

// entries names the entries of a list.
func (l list) entries() []eqia.PartKey {
	var out []eqia.PartKey
	for _, e := range l.Case.Content.Entries(l.Kind) {
		out = append(out, eqia.Entry(l.Kind, e.Number()))
	}
	return out
}
