package document

import (
	"strings"

	"dorset-eqia/eqia"
)

// Passage is one part of an assessment as plain text, for comparing two versions of it.
type Passage struct {
	Part        eqia.PartKey
	Label, Text string
}

// Passages lists every part that says something, in the order it is read.
func (d Doc) Passages() []Passage {
	var out []Passage
	for _, s := range d.Parts {
		for _, q := range s.Questions {
			if q.Text != "" {
				out = append(out, Passage{q.Part, q.Short, q.Text})
			}
			if len(q.Lines) > 0 {
				out = append(out, Passage{q.Part, q.Short, joined("", q.Lines)})
			}
			for _, e := range q.Entries {
				out = append(out, Passage{e.Part, q.Short + ": " + e.Title, joined(e.Title, e.Lines)})
			}
		}
	}
	out = append(out, d.impacts()...)
	for _, a := range d.Plan {
		out = append(out, Passage{a.Part, "Action: " + a.What, joined(a.What, a.lines())})
	}
	return out
}

func (d Doc) impacts() []Passage {
	var out []Passage
	for _, c := range d.Groups {
		if text := c.text(); text != "" {
			out = append(out, Passage{c.Part, c.Label, text})
		}
	}
	if d.Reason != "" {
		out = append(out, Passage{sharedPart, "Reason shared by groups with no effect", d.Reason})
	}
	return out
}

// text is a card as plain text; "" when nothing was answered.
func (c Card) text() string {
	var blocks []string
	for _, b := range c.Blocks {
		lines := said(Line{Name: "Effects", Text: effects(b.Effects)}, Line{Name: "How", Text: b.How},
			Line{Name: "Aims it touches", Text: strings.Join(b.Aims, "; ")}, Line{Name: "Evidence", Text: cited(b.Evidence)})
		if text := joined(b.Title, append(lines, b.Lines...)); text != "" {
			blocks = append(blocks, text)
		}
	}
	return strings.Join(blocks, "\n")
}

func effects(set eqia.Effects) string {
	names := make([]string, len(set))
	for i, e := range set {
		names[i] = e.Label()
	}
	return strings.Join(names, ", ")
}

func cited(list []Cited) string {
	names := make([]string, len(list))
	for i, c := range list {
		names[i] = c.Title
	}
	return strings.Join(names, "; ")
}

// lines lists what an action says besides its name.
func (a Action) lines() []Line {
	return said(Line{Name: "Issue", Text: a.Issue}, Line{Name: "Groups", Text: a.Groups}, Line{Name: "Who", Text: a.Who},
		Line{Name: "When", Text: a.When}, Line{Name: "How we will know it worked", Text: a.Measure}, Line{Name: "Where things stand now", Text: a.Start})
}

func joined(title string, lines []Line) string {
	var out []string
	if title != "" {
		out = append(out, title)
	}
	for _, l := range lines {
		out = append(out, l.Name+": "+l.Text)
	}
	return strings.Join(out, "\n")
}
