package author

import (
	"github.com/a-h/templ"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

// blank is a form as its authors meet it, with nothing in it.
type blank struct{ Case eqia.Case }

// Preview draws every page of a form with nothing in it, by the templates that authors fill in.
func Preview(fv form.Version) templ.Component {
	return blankForms(blank{Case: eqia.Case{Version: eqia.Version{Content: eqia.NewContent(eqia.FormRef{Version: fv.Code})}, Form: fv}})
}

// field is a question with nothing in it.
func (blank) field(q form.Question) field { return field{Question: q} }

// list is a question that is answered by entries, with the first one to be typed.
func (b blank) list(q form.Question) list {
	l := list{Question: q, Case: b.Case, Kind: listKind(q.Kind), First: blankForm(listKind(q.Kind))}
	l.First.offer(b.Case)
	return l
}

// card is the page of one characteristic.
func (b blank) card(ch form.Characteristic) card {
	return card{Case: b.Case, Is: ch, Card: eqia.Card{Code: ch.Code, Blocks: []eqia.Block{eqia.BlankBlock()}}}
}

// first is the characteristic whose questions stand for those of all.
func (b blank) first() (form.Characteristic, bool) {
	all := b.Case.Form.Characteristics
	if len(all) == 0 {
		return form.Characteristic{}, false
	}
	return all[0], true
}

// only says when a page or a question is asked; "" when it always is.
func (b blank) only(c *form.Condition) string {
	if c == nil {
		return ""
	}
	q, _ := b.Case.Form.Question(c.Question)
	text := "Asked only when the answer to “" + q.Short + "” is "
	for i, code := range c.Is {
		if i > 0 {
			text += " or "
		}
		ch, _ := q.Choice(code)
		text += "“" + ch.Label + "”"
	}
	return text + "."
}
