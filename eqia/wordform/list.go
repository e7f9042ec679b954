package wordform

import (
	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

// list reads the rows at the beginning of a table that are one of the lists of our form, with the names over its columns, and says how many
// these are.
func (s *scribe) list(g grid) int {
	names := cells(g[0])
	kind, columns := s.listOf(names)
	if kind == "" {
		return 0
	}
	q := questionOf(s.form, kind)
	s.asked[q.Code] = true
	n, was := 1, len(s.Placed)
	for ; n < len(g); n++ {
		if all := cells(g[n]); len(all) < min(len(names), 3) && len(all) > 0 && s.find(head(all[0])).known() {
			break
		}
		s.entry(kind, columns, g[n])
	}
	if len(s.Placed) == was {
		s.empty(q.Short)
	}
	return n
}

// listOf is the list that a row of names stands over, and the field of each column.
func (s *scribe) listOf(row []cell) (form.Kind, []heading) {
	for _, l := range []struct {
		kind    form.Kind
		columns []column
		needs   []string
	}{{form.Actions, actionFields, []string{"what"}}, {form.Evidence, evidenceFields, []string{"title", "says"}}, {form.Engagement, engagementFields, []string{"who"}}} {
		var heads []heading
		found := map[string]bool{}
		for _, c := range row {
			field := fieldNamed(l.columns, head(c))
			if found[field] {
				field = ""
			}
			found[field] = true
			heads = append(heads, heading{head(c), field})
		}
		delete(found, "")
		all := true
		for _, f := range l.needs {
			all = all && found[f]
		}
		here := s.asks(l.kind)
		if len(found) > 1 && (all || here) {
			return l.kind, heads
		}
	}
	return "", nil
}

// asks reports whether the label at hand asks for a list of a kind.
func (s *scribe) asks(kind form.Kind) bool {
	return len(s.now.target.questions) > 0 && s.now.target.questions[0].Kind == kind
}

// questionOf is the question of the form that has a list of a kind.
func questionOf(fv form.Version, kind form.Kind) form.Question {
	for _, q := range fv.Questions() {
		if q.Kind == kind {
			return q
		}
	}
	return form.Question{}
}

// entry reads one row of a list.
func (s *scribe) entry(kind form.Kind, columns []heading, row []cell) {
	said := map[string]string{}
	for i, c := range cells(row) {
		switch {
		case i >= len(columns) || blank(c.text):
		case columns[i].field == "" && !onlyNumber.MatchString(c.text):
			s.puzzle(columns[i].name, c.text, "Our list has no column of this name")
		default:
			said[columns[i].field] = c.text
		}
	}
	delete(said, "")
	if len(said) == 0 {
		return
	}
	c := &s.Document.Content
	where, name := "", ""
	switch kind {
	case form.Actions:
		a := eqia.Action{No: len(c.Actions) + 1, Issue: said["issue"], What: said["what"], Who: said["who"], Measure: said["measure"], Start: said["start"], Answers: []eqia.BlockRef{}}
		when, ok := eqia.ReadWhen(said["when"])
		if a.When = when; !ok && said["when"] != "" {
			s.puzzle("Action: "+said["what"], said["when"], "No day can be worked out from this time. Enter it again")
		}
		c.Actions, where, name = append(c.Actions, a), "Action plan", said["what"]
	case form.Evidence:
		e := eqia.Evidence{No: len(c.Evidence) + 1, Title: said["title"], Source: said["source"], Date: said["date"], Area: said["area"], Link: said["link"],
			Says: said["says"], Characteristics: []string{}}
		c.Evidence, where, name = append(c.Evidence, e), "Evidence", said["title"]
	default:
		e := eqia.Engagement{No: len(c.Engagement) + 1, Who: said["who"], How: said["how"], When: said["when"], HowMany: said["how_many"], Said: said["said"], Changed: said["changed"]}
		c.Engagement, where, name = append(c.Engagement, e), "Engagement", said["who"]
	}
	s.placed(name, grid{row}.text(), where)
}
