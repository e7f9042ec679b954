package author

import (
	"cmp"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/page"
)

// checking is the page with every answer on it, what stands in the way, and the way on.
type checking struct {
	Case   eqia.Case
	Stops  []remarks // what has to be put right
	Warns  []remarks // what to change or give a reason for, and what was let pass
	Others []note    // what a reader may ask
	Groups []checked
	Ready  bool
	Href   string            // where sending goes on
	Copied []components.Link // to the pages that hold something copied, and not checked yet
	Old    []overtaken       // sources whose figure was replaced
}

// checked is one page's worth of answers.
type checked struct {
	Title, Href string
	Rows        []components.Row
}

// Check shows all answers with links to change them, and everything that has to be put right before sending.
func (Pages) Check(r *page.Request) error {
	c, err := editing(r)
	if err != nil {
		return err
	}
	v := judged(c, r.Kit.Eqia.Judge(c, eqia.AtSubmit))
	if c, err = r.Kit.Eqia.WithReplaced(r.Ctx(), c); err != nil {
		return err
	}
	v.Old, v.Copied = overtakenIn(c), uncheckedSteps(c)
	for _, p := range c.Journey() {
		if g, ok := groupOf(c, p); ok {
			v.Groups = append(v.Groups, g)
		}
	}
	return r.Show(wide(frame(r, c, "Check your answers")), checkPage(v))
}

func wide(p components.Page) components.Page {
	p.Wide = true
	return p
}

// groupOf is the answers of one step of the journey; the step that sends has none.
func groupOf(c eqia.Case, p eqia.Place) (checked, bool) {
	g := checked{Title: p.Title, Href: page.ToCase(c.Assessment.Reference).Step(p)}
	switch p.Kind {
	case eqia.PageStep:
		form, _ := c.Form.Page(p.Code)
		g.Rows = pageRows(c, form, g.Href)
	case eqia.TableStep:
		g.Rows = effectRows(c)
	case eqia.CardStep:
		g.Rows = cardRows(c, p.Code, g.Href)
	case eqia.OutcomeStep:
		g.Rows = outcomeRows(c, g.Href)
	case eqia.SharedStep:
		g.Rows = []components.Row{answerRow("Shared reason", c.Content.Answers[eqia.SharedReason].Text, g.Href)}
	default:
		return g, false
	}
	return g, len(g.Rows) > 0
}

func pageRows(c eqia.Case, p form.Page, href string) []components.Row {
	var rows []components.Row
	for _, q := range p.Questions {
		if kind := listKind(q.Kind); kind != "" {
			rows = append(rows, listRow(c, q, kind, href))
			continue
		}
		text := document.Words(q, c.Content.Answers[q.Code])
		if text == "" && (p.Aside || !c.Needs(q)) {
			continue
		}
		rows = append(rows, answerRow(q.Short, text, href+"#"+q.Code))
	}
	if p.Aside && len(rows) == 0 {
		return nil
	}
	return rows
}

func answerRow(key, text, href string) components.Row {
	if text == "" {
		return components.Row{Key: key, Missing: components.Link{Text: "Enter an answer", Href: href, Unseen: key}}
	}
	return components.Row{Key: key, Content: components.Paragraphs(text), Actions: []components.Link{{Text: "Change", Href: href, Unseen: key}}}
}

// listRow names the entries of a list, a line each.
func listRow(c eqia.Case, q form.Question, kind eqia.PartKind, href string) components.Row {
	text := ""
	for _, e := range c.Content.Entries(kind) {
		f := formOf(e)
		f.offer(c)
		text += f.title()
		if a, ok := e.(eqia.Action); ok {
			text += " (" + cmp.Or(a.Who, "nobody named yet") + ", " + cmp.Or(a.When.Words(), "no date yet") + ")"
		}
		text += "\n"
	}
	if text == "" && !c.Needs(q) {
		return components.Row{Key: q.Short, Text: "None added", Actions: []components.Link{{Text: "Change", Href: href, Unseen: q.Short}}}
	}
	return answerRow(q.Short, text, href)
}

func effectRows(c eqia.Case) []components.Row {
	var rows []components.Row
	for _, ch := range c.Groups() {
		rows = append(rows, answerRow(ch.Label, effectSentence(c.Content.Card(ch.Code).Effects()),
			page.ToCase(c.Assessment.Reference).Table()+"#"+effectsName(ch.Code)))
	}
	return rows
}

func effectSentence(set eqia.Effects) string {
	if len(set) == 0 {
		return ""
	}
	text := effectWords(set)
	return string(text[0]-'a'+'A') + text[1:]
}

func cardRows(c eqia.Case, code, href string) []components.Row {
	var rows []components.Row
	v := card{Case: c}
	asked, _ := c.Asked(c.Content.Card(code))
	for _, b := range asked {
		who := v.about(b)
		add := func(key, text string, needed bool) {
			if who != "" {
				key = who + ": " + key
			}
			if text != "" || needed {
				rows = append(rows, answerRow(key, text, href))
			}
		}
		add("Who and how", b.How, !b.Shared)
		if b.Shared {
			add("Who and how", "Uses the shared reason", false)
		}
		add("What will be done about it", b.Mitigation, b.Effects.Has(eqia.Negative) && b.Justification == "")
		add("Why it goes ahead all the same", b.Justification, false)
		add("What will be found out", b.FindOut, b.Effects.Has(eqia.Unclear))
		if b.NeedsAnswer() {
			rows = append(rows, v.actionRow(code, b))
		}
	}
	return rows
}
