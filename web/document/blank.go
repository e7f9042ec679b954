package document

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

// Blank is a form with nothing answered, to be printed and written on. Day (YYYY-MM-DD) says which groups are in force.
type Blank struct {
	Form form.Version
	Day  string
}

// ask is something to be answered by hand: the words, what helps, boxes to tick, and lines to write on.
type ask struct {
	ID, Label, Hint, When string
	Boxes                 []form.Choice
	Lines                 int
	Times                 int // how often its lines are printed, for lists
	Parts                 []string
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
	a := ask{ID: "blank-" + q.Code, Label: q.Label, Hint: q.Hint, Boxes: q.Choices, When: b.when(q.If), Times: 1}
	switch q.Kind {
	case form.Text:
		a.Lines = 6
	case form.Line, form.Day:
		a.Lines = 1
	case form.DayOrNot:
		a.Lines, a.Boxes = 1, []form.Choice{{Label: "The date is not known yet"}}
	case form.Options:
		a.Times, a.Parts = 2, []string{"Name of the option", "What it would mean"}
	case form.Evidence:
		a.Times, a.Parts = 3, []string{"Name of the source", "Who published it, and its date", "What it says"}
	case form.Engagement:
		a.Times, a.Parts = 2, []string{"Who you talked to, when and how many", "What they said", "What changed because of it"}
	case form.Actions:
		a.Times, a.Parts = 3, []string{"What will be done", "Who is responsible", "When", "How you will know it worked"}
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
	text := ""
	for i, code := range c.Is {
		if i > 0 {
			text += " or "
		}
		ch, _ := q.Choice(code)
		text += "“" + ch.Label + "”"
	}
	return "Only if you answered " + text + " to “" + q.Label + "”"
}

// group is one group's questions as they are printed.
func (b Blank) group(c form.Characteristic) []ask {
	id := "blank-" + c.Code + "-"
	var effects, aims []form.Choice
	for _, e := range eqia.AllEffects() {
		effects = append(effects, form.Choice{Label: e.Label()})
	}
	for _, a := range b.Form.Aims {
		if slices.Contains(c.Aims, a.Code) {
			aims = append(aims, form.Choice{Label: a.Label})
		}
	}
	return []ask{{ID: id + "effects", Label: "What could the effect be?", Hint: "Tick all that apply, or neutral alone.", Boxes: effects},
		{ID: id + "how", Label: "Who is affected, and in what way?", Hint: "If it is neutral, say why there is no effect.", Lines: 4, Times: 1},
		{ID: id + "aims", Label: "Which aims does it touch?", Hint: "Not needed if it is neutral. These are the words of the Equality Act 2010.", Boxes: aims},
		{ID: id + "do", Label: "If it is negative or unclear: what will you do about it, or find out?", Lines: 3, Times: 1}}
}

// groups are the groups in force, in the order of the form.
func (b Blank) groups() []form.Characteristic { return b.Form.CharacteristicsInForce(b.Day) }

// before reports whether the groups are printed before a section.
func (b Blank) before(s form.Section) bool { return s.Code == "summary" }
