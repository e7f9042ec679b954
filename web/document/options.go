package document

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
)

// Comparison is the options of an assessment side by side: a row for each group, and in it what each option would do to them.
type Comparison struct {
	Options []string // what they are called
	Rows    []ComparedRow
}

// ComparedRow is one group with the effects of each option, in the order of the options.
type ComparedRow struct {
	Part    eqia.PartKey
	Label   string
	Options [][]Found
}

// Found is what one option would do to some people of a group. Who is empty for all of them.
type Found struct {
	Who     string
	Effects eqia.Effects
}

// CompareOptions puts the options of a case side by side. An answer that is not about any one option is about each.
func CompareOptions(c eqia.Case) Comparison {
	w := writer{content: c.Content, form: c.Form}
	var out Comparison
	for _, o := range c.Content.Options {
		out.Options = append(out.Options, o.Label)
	}
	for _, ch := range c.Groups() {
		row := ComparedRow{Part: eqia.PartKey{Kind: eqia.CardPart, Key: ch.Code}, Label: ch.Label}
		asked, _ := c.Asked(c.Content.Card(ch.Code))
		for _, o := range c.Content.Options {
			row.Options = append(row.Options, w.under(asked, eqia.Entry(eqia.OptionPart, o.No).Key))
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// under is what was found under an option.
func (w writer) under(blocks []eqia.Block, option string) []Found {
	var out []Found
	for _, b := range blocks {
		if b.Option != "" && b.Option != option {
			continue
		}
		f := Found{Effects: b.Effects}
		if b.Audience != "" {
			f.Who = w.content.BlockName(w.form, eqia.Block{Audience: b.Audience})
		}
		out = append(out, f)
	}
	return out
}

// Differs reports whether any option would do something else to the group than another.
func (r ComparedRow) Differs() bool {
	return slices.ContainsFunc(r.Options, func(found []Found) bool {
		return !slices.EqualFunc(found, r.Options[0], func(a, b Found) bool { return a.Who == b.Who && slices.Equal(a.Effects, b.Effects) })
	})
}

// Table is the comparison as a table, each group a link to where more is said of it.
func (c Comparison) Table(to func(eqia.PartKey) string) components.Table {
	t := components.Table{ID: "options-compared", Caption: "Effects of each option", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Group"}}}
	for _, label := range c.Options {
		t.Head = append(t.Head, components.Cell{Text: label})
	}
	for _, r := range c.Rows {
		row := []components.Cell{{Text: r.Label, Href: to(r.Part)}}
		for _, found := range r.Options {
			row = append(row, components.Cell{Content: foundCell(found)})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
