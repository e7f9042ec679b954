package document

import (
	"cmp"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/document/paper"
)

// Blocks is everything that Whole draws, in the same order, for paper. Level is the level of the sections' headings.
func (d Doc) Blocks(level int) []paper.Block {
	var out []paper.Block
	for i, s := range d.Parts {
		if i == d.turn() {
			out = append(out, d.impactBlocks(level)...)
		}
		out = append(out, paper.Heading{Level: level, Text: s.Title, ID: s.SectionID()})
		for _, q := range s.Questions {
			out = append(out, paper.Heading{Level: level + 1, Text: q.Label, ID: ID(q.Part)})
			out = append(out, d.answerBlocks(q, level+2)...)
		}
	}
	if d.turn() == len(d.Parts) {
		out = append(out, d.impactBlocks(level)...)
	}
	return out
}

// answerBlocks is what was answered to one question, or that nothing was. Level is the level of the headings of a list's entries.
func (d Doc) answerBlocks(q Question, level int) []paper.Block {
	if q.Missing {
		return []paper.Block{d.gap(paper.Place{Part: ID(q.Part)})}
	}
	if q.IsAction {
		return d.PlanBlocks()
	}
	var out []paper.Block
	if q.Text != "" {
		out = append(out, paper.Paragraph{Runs: typed(q.Text), Place: paper.Place{Part: ID(q.Part)}})
	}
	out = append(out, factBlocks(q.Part, q.Lines)...)
	for _, e := range q.Entries {
		out = append(out, paper.Heading{Level: level, Text: e.Title, ID: ID(e.Part), Place: paper.Place{Part: ID(e.Part), Field: titles[e.Part.Kind]}})
		out = append(out, factBlocks(e.Part, e.Lines)...)
	}
	return out
}

// titles are the fields that an entry is called by.
var titles = map[eqia.PartKind]string{eqia.OptionPart: "label", eqia.EvidencePart: "title", eqia.EngagementPart: "who"}

// gap says that nothing was answered.
func (d Doc) gap(at paper.Place) paper.Paragraph {
	return paper.Paragraph{Runs: paper.Plain(d.Gap), Style: paper.Hint, Place: at}
}

// typed is a text as somebody typed it; one that is a web address leads there.
func typed(text string) paper.Runs { return paper.Linked(text, address(text)) }

// factBlocks are things said under their names; nothing where there are none.
func factBlocks(k eqia.PartKey, lines []Line) []paper.Block {
	if len(lines) == 0 {
		return nil
	}
	return []paper.Block{paper.Facts{Rows: facts(paper.Place{Part: ID(k)}, lines)}}
}

func facts(at paper.Place, lines []Line) []paper.Fact {
	var out []paper.Fact
	for _, l := range lines {
		at.Field = l.Field
		out = append(out, paper.Fact{Name: l.Name, Says: []paper.Runs{paper.Linked(l.Text, l.Link)}, Place: at})
	}
	return out
}

// impactBlocks is the groups under their heading: all at a glance, each with what was found, then those that share one reason.
func (d Doc) impactBlocks(level int) []paper.Block {
	if len(d.Groups) == 0 {
		return nil
	}
	out := []paper.Block{paper.Heading{Level: level, Text: impactsTitle, ID: impactsID}}
	for _, g := range glances() {
		if t := d.glanceTable(g); len(t.Rows) > 0 {
			out = append(out, t)
		}
	}
	for _, c := range d.Groups {
		if c.alone() {
			out = append(out, paper.Heading{Level: level + 1, Text: c.Label, ID: ID(c.Part)})
			out = append(out, d.cardBlocks(c, level+2)...)
		}
	}
	return append(out, d.togetherBlocks(level+1)...)
}

func (d Doc) glanceTable(g glance) paper.Table {
	t := paper.Table{Caption: g.caption, Head: []string{"Group", "Effect"}, RowHeads: true, Widths: []int{3, 2}}
	for _, c := range d.Groups {
		if c.Kind == g.kind {
			t.Rows = append(t.Rows, []paper.Cell{{Runs: paper.Plain(c.Label)}, {Runs: paper.Plain(d.effectWords(c))}})
		}
	}
	return t
}

// effectWords is a group's effects, or how it came to have none of its own.
func (d Doc) effectWords(c Card) string {
	switch {
	case len(c.Effects) > 0:
		return effects(c.Effects)
	case c.Merged != "":
		return asTogether + "“" + c.Merged + "”"
	default:
		return d.Gap
	}
}

// cardBlocks is what was found for one group. Level is the level of the headings where the card is split.
func (d Doc) cardBlocks(c Card, level int) []paper.Block {
	var out []paper.Block
	if len(c.Covers) > 0 {
		out = append(out, paper.Paragraph{Runs: paper.Plain(c.coverWords())})
	}
	if len(c.Blocks) == 0 {
		out = append(out, d.gap(paper.Place{Part: ID(c.Part)}))
	}
	for i, b := range c.Blocks {
		if b.Title != "" {
			out = append(out, paper.Heading{Level: level, Text: b.Title, ID: blockID(c, i)})
		}
		out = append(out, paper.Facts{Rows: b.facts(c.Part, d.Gap)})
	}
	return out
}

// facts is what a block says, under the names that its rows have on a page.
func (b Block) facts(card eqia.PartKey, gap string) []paper.Fact {
	at := func(field string) paper.Place {
		return paper.Place{Part: ID(card), Audience: b.Audience, Option: b.Option, Field: field}
	}
	out := []paper.Fact{{Name: effectName, Says: []paper.Runs{paper.Plain(cmp.Or(effects(b.Effects), unrated))}, Place: at("effects")},
		{Name: howName, Says: []paper.Runs{paper.Plain(cmp.Or(b.How, gap))}, Place: at("how")}}
	if len(b.Aims) > 0 {
		var aims []paper.Runs
		for _, aim := range b.Aims {
			aims = append(aims, paper.Plain(aim))
		}
		out = append(out, paper.Fact{Name: aimsName, Says: aims, List: true, Place: at("aims")})
	}
	if len(b.Evidence) > 0 {
		var sources []paper.Runs
		for _, e := range b.Evidence {
			sources = append(sources, paper.Linked(e.Title, e.Href))
		}
		out = append(out, paper.Fact{Name: evidenceName, Says: sources, List: true, Place: at("evidence")})
	}
	return append(out, facts(at(""), b.Lines)...)
}

// togetherBlocks is the groups that are neutral for one shared reason.
func (d Doc) togetherBlocks(level int) []paper.Block {
	if len(d.sharing()) == 0 {
		return nil
	}
	reason := d.gap(paper.Place{Part: ID(sharedPart)})
	if d.Reason != "" {
		reason = paper.Paragraph{Runs: typed(d.Reason), Place: paper.Place{Part: ID(sharedPart)}}
	}
	return []paper.Block{paper.Heading{Level: level, Text: togetherTitle, ID: ID(sharedPart)},
		paper.Paragraph{Runs: paper.Runs{{Text: eqia.Neutral.Label(), Strong: true}}},
		paper.Paragraph{Runs: paper.Plain(strings.Join(d.sharing(), ", "))}, reason}
}

// PlanBlocks is the action plan as a table; nothing where there is no action.
func (d Doc) PlanBlocks() []paper.Block {
	if len(d.Plan) == 0 {
		return nil
	}
	t := paper.Table{Caption: planCaption, Head: planHead(), RowHeads: true, Widths: []int{5, 4, 3, 3, 4, 3}}
	for _, a := range d.Plan {
		var row []paper.Cell
		for _, said := range a.cells() {
			row = append(row, paper.Cell{Runs: paper.Plain(said.Text), Place: paper.Place{Part: ID(a.Part), Field: said.Field}})
		}
		t.Rows = append(t.Rows, row)
	}
	return []paper.Block{t}
}

// glance is one of the tables of effects at a glance: the groups of one kind.
type glance struct {
	id, caption, kind string
}

func glances() []glance {
	return []glance{{"glance-protected", "Effects at a glance: groups protected by the Equality Act 2010", form.Statutory},
		{"glance-local", "Effects at a glance: groups the council chose to add", form.Local},
		{"glance-together", "Effects at a glance: people in two groups at once", form.Combined}}
}
