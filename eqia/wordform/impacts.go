package wordform

import (
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

// impacts reads the rows at the beginning of a table that have a group each, with the names over them, and says how many these are.
func (s *scribe) impacts(g grid) int {
	first := 0
	for first < min(2, len(g)) && s.columnNames(g[first]) {
		first++
	}
	at := -1
	if first < len(g) {
		at = s.groupAt(g[first])
	}
	if at < 0 {
		return 0
	}
	s.end()
	s.group = ""
	m := matrix{scribe: s, at: at, heads: headsOf(g[:first])}
	n := first
	for ; n < len(g) && !m.over(g[n]); n++ {
		m.row(g[n])
	}
	return n
}

// groupAt is the column that names a group; -1 when the row is about none.
func (s *scribe) groupAt(row []cell) int {
	for at := 0; at < min(2, len(row)); at++ {
		if len(cells(row)) > 1 && covered(s.form, row[at].text) != nil && (at == 0 || onlyNumber.MatchString(row[0].text)) {
			return at
		}
	}
	return -1
}

// columnNames reports whether a row names the columns of a table of groups.
func (s *scribe) columnNames(row []cell) bool {
	all := cells(row)
	if len(all) < 2 || s.groupAt(row) >= 0 {
		return false
	}
	known := named(head(all[0]), []string{"Characteristic", "Protected characteristic", "Protected characteristics", "Group", "Groups", "Impacts on who or what", "Protected group",
		"Characteristic or group", "Equality group", "Protected characteristic or group"})
	for _, c := range all[1:] {
		known = known || head(c) != "" && fieldNamed(cardFields, head(c)) != ""
	}
	return known
}

// over reports whether a row is no longer of the table of groups, but a question with its answer.
func (m matrix) over(row []cell) bool {
	all := cells(row)
	if len(all) == 0 || m.groupAt(row) >= 0 {
		return false
	}
	t := m.find(head(all[0]))
	return len(all) <= 2 && (len(t.questions) > 0 || t.record != "") || len(all) > 2 && m.isList(all)
}

func (m matrix) isList(all []cell) bool {
	kind, _ := m.listOf(all)
	return kind != ""
}

// heading is the name over a column, and the field that it stands for.
type heading struct{ name, field string }

// headsOf reads the rows over the groups. A name in a lower row is the narrower one.
func headsOf(rows grid) []heading {
	var out []heading
	for _, row := range rows {
		if len(cells(row)) < 2 {
			continue
		}
		for i, c := range row {
			for len(out) <= i {
				out = append(out, heading{})
			}
			field := fieldNamed(cardFields, head(c))
			if head(c) != "" && (field != "" || out[i].field == "") {
				out[i] = heading{head(c), field}
			}
		}
	}
	return out
}

// matrix is a table with a row for each group.
type matrix struct {
	*scribe
	at    int // the column that names the group
	heads []heading
}

// row reads one row: a group, or a group that an older form merged, or one that our form does not have.
func (m matrix) row(row []cell) {
	if len(row) <= m.at || len(cells(row)) < 2 {
		if text := strings.TrimSpace(grid{row}.text()); text != "" && !m.find(text).section {
			m.puzzle("", text, "It stands in the table of groups, and beside none")
		}
		return
	}
	name := head(row[m.at])
	groups := covered(m.form, name)
	switch rest := (grid{row[m.at+1:]}).text(); {
	case len(groups) == 1:
		m.group(groups[0].Code, name, row)
	case len(groups) > 1 && !m.legacy:
		m.merged(groups, passage{name, rest})
	case len(groups) > 1:
		m.kept(groups, name, row)
	case rest == "" || blank(rest) || form.Named(name, "Characteristic", "Protected characteristic", "Group"):
	default:
		m.puzzle(name, rest, "Our form has no group of this name")
	}
}

// kept is a row for several groups in a legacy record.
func (m matrix) kept(groups []form.Characteristic, name string, row []cell) {
	var codes []string
	for _, g := range groups {
		m.asked[g.Code] = true
		codes = append(codes, g.Code)
	}
	code := strings.Join(codes, "+")
	m.group(code, name, row)
	m.mark(code, name, codes)
}

// group reads the cells beside the name of a group.
func (m matrix) group(code, name string, row []cell) {
	m.asked[code] = true
	audience, ok := m.audience(name, row)
	if !ok {
		return
	}
	if b, fresh := m.block(code, audience); !fresh && !unsaid(*b) {
		m.puzzle(name, grid{row[m.at+1:]}.text(), "The file has another row for this group before")
		return
	}
	ticks, said := []string(nil), false
	for i := m.at + 1; i < len(row); i++ {
		if c := row[i]; c.first && c.text != "" && m.headAt(i).field != "audience" {
			said = true
			ticks = append(ticks, m.cell(subject{code, audience, name}, i, c)...)
		}
	}
	if len(ticks) > 0 {
		m.field(code, audience, "effects", passage{name, strings.Join(ticks, " and ")})
	} else if !said {
		m.empty(name)
	}
	m.tidy(code)
}

// tidy leaves a card out that nothing was said on.
func (m matrix) tidy(code string) {
	c := &m.Document.Content
	c.Cards = slices.DeleteFunc(c.Cards, func(k eqia.Card) bool {
		return k.Code == code && !slices.ContainsFunc(k.Blocks, func(b eqia.Block) bool { return !unsaid(b) })
	})
}

func unsaid(b eqia.Block) bool {
	return len(b.Effects) == 0 && b.How == "" && b.Mitigation == "" && b.Justification == "" && b.FindOut == ""
}

func (m matrix) headAt(i int) heading {
	if i < len(m.heads) {
		return m.heads[i]
	}
	return heading{}
}

// subject is whom a row is about: the card and the people, and the name of the row.
type subject struct{ code, audience, name string }

// cell reads one cell beside a group, and gives the effect that a tick in it stands for.
func (m matrix) cell(of subject, i int, c cell) []string {
	h := m.headAt(i)
	switch {
	case slices.Contains(eqia.AllEffects(), eqia.Effect(h.field)):
		chosen, ok := tick(c.text)
		if !ok {
			m.puzzle(of.name+": "+h.name, c.text, "It is not a tick. Say yourself what the effect is")
		} else if chosen {
			return []string{h.field}
		}
	case h.field != "":
		m.field(of.code, of.audience, h.field, passage{h.name, c.text})
	case len(m.heads) == 0 && i <= m.at+2:
		m.said(of.code, of.audience, passage{of.name, c.text})
	default:
		m.puzzle(of.name+": "+h.name, c.text, "Our form has no place of this name")
	}
	return nil
}

// audience is whom a row is about, where the table has a column for that; false when it is not known.
func (m matrix) audience(name string, row []cell) (string, bool) {
	for i := m.at + 1; i < len(row); i++ {
		if m.headAt(i).field != "audience" || blank(row[i].text) {
			continue
		}
		for _, v := range variants(row[i].text) {
			if a, ok := form.ChoiceNamed(m.form.Audiences, v); ok {
				return a.Code, true
			}
		}
		m.puzzle(name, grid{row[m.at+1:]}.text(), "It is about people that our form does not ask about: "+row[i].text)
		return "", false
	}
	return "", true
}
