package document

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/document/paper"
)

// notKnown is the code of the box beside a date that nobody knows yet.
const notKnown = "not_known"

// Blank is a form with nothing answered, to be printed and written on. Day (YYYY-MM-DD) says which groups are in force.
type Blank struct {
	Form form.Version
	Day  string
}

// ask is something to be answered by hand: the words, what helps, boxes to tick, and lines to write on.
type ask struct {
	ID, Label, Hint, When string
	Kind                  eqia.PartKind // of a list's entries
	Boxes                 []form.Choice
	Lines                 int
	Times                 int // how often its lines are printed, for lists
	Parts                 []askPart
	Place                 paper.Place
}

// askPart is one thing to be said of each entry of a list. Field is the name it has in JSON.
type askPart struct {
	Label, Field string
	Lines        int
}

// entry is where one part of the nth entry of a list, counted from 1, is written.
func (a ask) entry(n int, p askPart) paper.Place {
	return paper.Place{Part: ID(eqia.Entry(a.Kind, n)), Field: p.Field}
}

// asks lists the questions of a page as they are printed.
func (b Blank) asks(p form.Page) []ask {
	var out []ask
	for _, q := range p.Questions {
		out = append(out, b.ask(q))
	}
	return out
}

func (b Blank) ask(q form.Question) ask {
	a := ask{ID: "blank-" + q.Code, Label: q.Label, Hint: q.Hint, Boxes: q.Choices, When: b.when(q.If), Times: 1,
		Place: paper.Place{Part: ID(eqia.PartKey{Kind: eqia.AnswerPart, Key: q.Code})}}
	switch q.Kind {
	case form.Text:
		a.Lines = 6
	case form.Line, form.Day:
		a.Lines = 1
	case form.DayOrNot:
		a.Lines, a.Boxes = 1, []form.Choice{{Code: notKnown, Label: "The date is not known yet"}}
	case form.Options:
		a.Kind, a.Times, a.Parts = eqia.OptionPart, 2, []askPart{{"Name of the option", "label", 1}, {"What it would mean", "text", 2}}
	case form.Evidence:
		a.Kind, a.Times, a.Parts = eqia.EvidencePart, 3, []askPart{{"Name of the source", "title", 1}, {"Who published it", "source", 1}, {"Its date", "date", 1},
			{"What it says", "says", 2}}
	case form.Engagement:
		a.Kind, a.Times, a.Parts = eqia.EngagementPart, 2, []askPart{{"Who you talked to", "who", 1}, {"When", "when", 1}, {"How many people", "how_many", 1},
			{"What they said", "said", 2}, {"What changed because of it", "changed", 2}}
	case form.Actions:
		a.Kind, a.Times, a.Parts = eqia.ActionPart, 3, []askPart{{"What will be done", "what", 2}, {"Who is responsible", "who", 1}, {"When", "when", 1},
			{"How you will know it worked", "measure", 2}}
	default: // choices have boxes alone
	}
	return a
}

// when says in words what has to be answered for a question or a page to be needed; "" when it always is.
func (b Blank) when(c *form.Condition) string {
	if c == nil {
		return ""
	}
	q, ok := b.Form.Question(c.Question)
	if !ok {
		return ""
	}
	text, says := "", "Only if you answered "
	if len(c.Not) > 0 {
		says = "Only if you did not answer "
	}
	for i, code := range slices.Concat(c.Is, c.Not) {
		if i > 0 {
			text += " or "
		}
		ch, _ := q.Choice(code)
		text += "“" + ch.Label + "”"
	}
	return says + text + " to “" + q.Label + "”"
}

// group is one group's questions as they are printed.
func (b Blank) group(c form.Characteristic) []ask {
	id := "blank-" + c.Code + "-"
	var effects, aims []form.Choice
	for _, e := range eqia.AllEffects() {
		effects = append(effects, form.Choice{Code: string(e), Label: e.Label()})
	}
	for _, a := range b.Form.Aims {
		if slices.Contains(c.Aims, a.Code) {
			aims = append(aims, form.Choice{Code: a.Code, Label: a.Label})
		}
	}
	at := func(field string) paper.Place {
		return paper.Place{Part: ID(eqia.PartKey{Kind: eqia.CardPart, Key: c.Code}), Field: field}
	}
	return []ask{{ID: id + "effects", Label: "What could the effect be?", Hint: "Tick all that apply, or neutral alone.", Boxes: effects, Place: at("effects")},
		{ID: id + "how", Label: "Who is affected, and in what way?", Hint: "If it is neutral, say why there is no effect.", Lines: 4, Times: 1, Place: at("how")},
		{ID: id + "aims", Label: "Which aims does it touch?", Hint: "Not needed if it is neutral. These are the words of the Equality Act 2010.", Boxes: aims, Place: at("aims")},
		{ID: id + "do", Label: "If it is negative: what will you do about it, or why does it go ahead all the same?", Lines: 3, Times: 1, Place: at("mitigation")},
		{ID: id + "find-out", Label: "If it is unclear: what will you find out?", Lines: 2, Times: 1, Place: at("find_out")}}
}

// groups are the groups in force, in the order of the form.
func (b Blank) groups() []form.Characteristic { return b.Form.CharacteristicsInForce(b.Day) }

// before reports whether the groups are printed before a section.
func (b Blank) before(s form.Section) bool { return s.Code == "summary" }
