package wordform

import (
	"slices"
	"strings"

	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/word"
)

// table reads a table by what its rows are: groups with what was found for each, a list with names over its columns, or labels with answers
// beside them. One table may hold all of these.
func (s *scribe) table(t word.Table) {
	g := gridOf(t)
	if len(g) == 1 && len(cells(g[0])) == 1 {
		s.blocks(cells(g[0])[0].blocks)
		return
	}
	if turned := g.across(s.form); turned != nil {
		g = turned
	}
	for len(g) > 0 {
		n := s.impacts(g)
		if n == 0 {
			n = s.list(g)
		}
		if n == 0 {
			s.row(g[0])
			n = 1
		}
		g = g[n:]
	}
	s.end()
}

// across is the table turned, where its first row names groups; nothing otherwise.
func (g grid) across(fv form.Version) grid {
	if len(g) < 2 {
		return nil
	}
	groups := 0
	for _, c := range cells(g[0]) {
		if covered(fv, c.text) != nil {
			groups++
		}
	}
	if groups < 2 {
		return nil
	}
	return g.turned()
}

// covered are the groups that a printed name stands for.
func covered(fv form.Version, name string) []form.Characteristic {
	if strings.Contains(name, "\n") {
		name, _, _ = strings.Cut(name, "\n")
	}
	for _, v := range variants(name) {
		if groups := fv.Covered(v); len(groups) > 0 {
			return groups
		}
	}
	return nil
}

// row reads a row with a label and an answer beside it, or under it.
func (s *scribe) row(row []cell) {
	all := unnumbered(row)
	switch {
	case len(all) == 0:
	case len(all) == 1:
		s.blocks(all[0].blocks)
	case heads(all):
		s.end()
	case len(all) == 4 && s.find(head(all[0])).known() && s.find(head(all[2])).known():
		s.pair(all[:2])
		s.pair(all[2:])
	default:
		s.pair(all)
	}
}

// ofGroups are names that mean something else in the part about one group than they mean on their own.
var ofGroups = []string{"Evidence", "Evidence used", "Data", "Action", "Actions", "Monitoring", "Consultation", "Engagement", "Who is affected", "Summary"}

// heads reports whether a row only names its columns.
func heads(all []cell) bool {
	return form.Named(all[0].text, "Question", "Questions", "Section", "Item", "Heading") && form.Named(all[1].text, "Answer", "Answers", "Response", "Details", "Your answer")
}

// head is the label in a cell: its first paragraph. The others say how to answer.
func head(c cell) string {
	name, _, _ := strings.Cut(c.text, "\n")
	return name
}

// pair reads a label with its answer. A cell without a label goes on with the one above.
func (s *scribe) pair(all []cell) {
	label := head(all[0])
	filled := slices.DeleteFunc(slices.Clone(all[1:]), func(c cell) bool { return c.text == "" })
	if label == "" || all[0].joined {
		for _, c := range filled {
			s.value(c)
		}
		return
	}
	if s.group != "" && form.Named(label, ofGroups...) {
		ch, _ := s.form.Characteristic(s.group)
		if text := joinedText(filled); !blank(text) {
			s.puzzle(ch.Label+": "+label, text, "Our form asks this once, and not for each group")
		}
		return
	}
	s.begin(label)
	if len(filled) > 1 {
		text := joinedText(filled)
		s.now = entry{}
		if s.find(label).known() {
			s.puzzle(label, text, "There is more than one cell beside it")
		} else {
			s.puzzle(label, text, "Our form has no question of this name")
		}
		return
	}
	for _, c := range filled {
		s.value(c)
	}
}

func joinedText(all []cell) string {
	var out []string
	for _, c := range all {
		out = append(out, c.text)
	}
	return strings.Join(out, " | ")
}

// value adds what is in a cell to the label at hand: its paragraphs are never labels, and a table in it is read as one.
func (s *scribe) value(c cell) {
	for _, b := range c.blocks {
		if b.Table == nil {
			s.add(*b.Paragraph)
			continue
		}
		s.table(*b.Table)
	}
}
