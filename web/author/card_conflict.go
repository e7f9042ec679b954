package author

import (
	"cmp"
	"slices"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
)

// conflict shows what someone else saved for this group beside what this person typed. Where both come to the same, there is nothing
// to choose.
func (v card) conflict(r *page.Request) error {
	now, err := r.Kit.Eqia.Open(r.Ctx(), r.Person, v.Case.Assessment.Reference)
	if err != nil {
		return err
	}
	s := now.Stamps[eqia.PartKey{Kind: eqia.CardPart, Key: v.Is.Code}]
	theirs := card{Case: now, Is: v.Is, Card: now.Content.Card(v.Is.Code)}
	theirs.Card.Blocks, _ = now.Asked(theirs.Card)
	view := conflict{Action: page.ToCase(now.Assessment.Reference).Card(v.Is.Code), Title: v.Is.Label, By: s.ByName, At: s.At, Rows: v.against(theirs)}
	if len(view.Rows) == 0 {
		return leave(r, now, eqia.CardStep, v.Is.Code)
	}
	view.carry(r, map[string]string{"base-card": strconv.Itoa(s.Counter) + settled})
	return showConflict(r, now, view)
}

// against lists where two people's cards differ: block by block where both have one about the same audience and option, then the blocks
// that only the other has.
func (v card) against(theirs card) []clashing {
	var rows []clashing
	left := slices.Clone(theirs.Card.Blocks)
	divided := v.Card.Split() || theirs.Card.Split()
	for i, mine := range v.Card.Blocks {
		other := eqia.BlankBlock()
		if j := sameBlock(left, blockName(mine)); j >= 0 {
			other = left[j]
			left = slices.Delete(left, j, j+1)
		}
		rows = append(rows, theirs.rows(v.whose(mine, divided), i, mine, other)...)
	}
	for _, other := range left {
		rows = append(rows, theirs.rows(v.whose(other, divided), -1, eqia.BlankBlock(), other)...)
	}
	return rows
}

// whose starts the label of a row where the card is divided.
func (v card) whose(b eqia.Block, divided bool) string {
	if !divided {
		return ""
	}
	return cmp.Or(v.about(b), "Everyone") + ": "
}

// rows are the differences between two blocks. A block that the form does not show has the place -1, and no fields.
func (v card) rows(whose string, place int, mine, theirs eqia.Block) []clashing {
	var out []clashing
	add := func(label, field, m, t string, text bool) {
		if m == t {
			return
		}
		row := clashing{Label: whose + label, Mine: m, Theirs: t}
		if place >= 0 {
			row.Name, row.Text = name(field, place), text
		}
		out = append(out, row)
	}
	add("Effect", "effects", effectWords(mine.Effects), effectWords(theirs.Effects), false)
	add("What the effect is", "how", mine.How, theirs.How, true)
	add("Aims it touches", "aims", labels(v.aimItems(), mine.Aims), labels(v.aimItems(), theirs.Aims), false)
	add("Evidence that shows it", "evidence", v.sources(mine), v.sources(theirs), false)
	add("What will be done about it", "mitigation", mine.Mitigation, theirs.Mitigation, true)
	add("Why it goes ahead all the same", "justification", mine.Justification, theirs.Justification, true)
	add("What will be found out", "find_out", mine.FindOut, theirs.FindOut, true)
	return out
}

// sources names the evidence of a block, with its numbers: two sources may have one title.
func (v card) sources(b eqia.Block) string {
	var items []components.Item
	for _, e := range v.Case.Content.Evidence {
		no := strconv.Itoa(e.No)
		items = append(items, components.Item{Value: no, Text: no + ". " + e.Title})
	}
	return labels(items, numbers(b.Evidence))
}
