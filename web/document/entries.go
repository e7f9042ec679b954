package document

import (
	"strings"

	"dorset-eqia/eqia"
)

func (w writer) options() []Entry {
	var out []Entry
	for _, o := range w.content.Options {
		out = append(out, Entry{eqia.Entry(eqia.OptionPart, o.No), o.Label, said(Line{Name: "What it means", Text: o.Text, Field: "text"})})
	}
	return out
}

func (w writer) evidence() []Entry {
	var out []Entry
	for _, e := range w.content.Evidence {
		out = append(out, Entry{eqia.Entry(eqia.EvidencePart, e.No), e.Title, said(
			Line{Name: "Source", Text: e.Source, Field: "source"}, Line{Name: "Date", Text: e.Date, Field: "date"},
			Line{Name: "Area", Text: e.Area, Field: "area"}, Line{Name: "Where to find it", Text: e.Link, Link: address(e.Link), Field: "link"},
			Line{Name: "What it says", Text: e.Says, Field: "says"},
			Line{Name: "Groups it tells us about", Text: w.labels(e.Characteristics), Field: "characteristics"})})
	}
	return out
}

// address is the text when it is a web address, so that it can be a link; "" otherwise.
func address(text string) string {
	if strings.HasPrefix(text, "https://") || strings.HasPrefix(text, "http://") {
		return text
	}
	return ""
}

func (w writer) engagement() []Entry {
	var out []Entry
	for _, e := range w.content.Engagement {
		out = append(out, Entry{eqia.Entry(eqia.EngagementPart, e.No), e.Who, said(
			Line{Name: "How", Text: e.How, Field: "how"}, Line{Name: "How far they were involved", Text: depth(e.Depth), Field: "depth"},
			Line{Name: "When", Text: e.When, Field: "when"}, Line{Name: "How many people", Text: e.HowMany, Field: "how_many"},
			Line{Name: "What they said", Text: e.Said, Field: "said"}, Line{Name: "What changed because of it", Text: e.Changed, Field: "changed"})})
	}
	return out
}

func depth(code string) string {
	for _, d := range eqia.Depths() {
		if d[0] == code {
			return d[1]
		}
	}
	return code
}

// Action is one thing that will be done, as the action plan shows it.
type Action struct {
	Part                                           eqia.PartKey
	Issue, What, Who, When, Measure, Start, Groups string
}

func (w writer) plan() []Action {
	var out []Action
	for _, a := range w.content.Actions {
		out = append(out, Action{Part: eqia.Entry(eqia.ActionPart, a.No), Issue: a.Issue, What: a.What, Who: responsible(a), When: a.When.Words(),
			Measure: a.Measure, Start: a.Start, Groups: w.answered(a.Answers)})
	}
	return out
}

// answered names the groups whose impacts an action deals with, each once.
func (w writer) answered(refs []eqia.BlockRef) string {
	var codes []string
	seen := map[string]bool{}
	for _, ref := range refs {
		if !seen[ref.Card] {
			codes = append(codes, ref.Card)
		}
		seen[ref.Card] = true
	}
	return w.labels(codes)
}

// labels names groups by their labels.
func (w writer) labels(codes []string) string {
	names := make([]string, len(codes))
	for i, code := range codes {
		names[i] = w.label(code)
	}
	return strings.Join(names, ", ")
}

func (w writer) label(code string) string {
	if ch, ok := w.form.Group(code); ok {
		return ch.Label
	}
	if k := w.content.Card(code); k.Label != "" {
		return k.Label
	}
	return named(code)
}
