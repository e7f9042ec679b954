package check

import (
	"fmt"
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/library"
)

// notAsKnown questions figures that are given as a fact of the council's library and are not what it holds now: those of sources taken from
// it, and those that name the fact's people.
func notAsKnown(c *reading) []Remark {
	if len(c.Known) == 0 {
		return nil
	}
	var out []Remark
	for _, e := range c.Content.Evidence {
		if m := c.overtaken(e); m != "" {
			out = append(out, atPart(eqia.Entry(eqia.EvidencePart, e.No), m))
		}
	}
	ask := func(where eqia.PartKey, text, code string) {
		if m := c.misquoted(text, code); m != "" {
			out = append(out, atPart(where, m))
		}
	}
	ask(eqia.PartKey{Kind: eqia.AnswerPart, Key: form.QuestionEvidenceSays}, c.Content.Answers[form.QuestionEvidenceSays].Text, "")
	for b := range blocks(c) {
		ask(eqia.PartKey{Kind: eqia.CardPart, Key: b.characteristic.Code}, b.How, b.characteristic.Code)
	}
	for _, e := range c.Content.Evidence {
		if e.Fact == "" {
			ask(eqia.Entry(eqia.EvidencePart, e.No), e.Says, "")
		}
	}
	return out
}

// overtaken compares what a source says with the fact it was taken from; empty when they agree, or the source quotes no figure.
func (c *reading) overtaken(e eqia.Evidence) string {
	was, ok := library.Find(c.Known, library.ID(e.Fact))
	now, holds := library.Current(c.Known, was)
	if !ok || !holds {
		return ""
	}
	figures := slices.DeleteFunc(figuresIn(e.Says), func(q quoted) bool { return q.unit != now.Unit })
	if len(figures) == 0 || now.Measure != library.Known || slices.ContainsFunc(figures, func(q quoted) bool { return q.is(now) }) {
		return ""
	}
	return differs(figures[0], now)
}

// misquoted is about the first sentence that gives one figure for people whom the library has another for. Code is the group that the text
// is about; empty when it may be about any.
func (c *reading) misquoted(text, code string) string {
	if digits, _ := digitsIn(text); digits == 0 {
		return ""
	}
	for raw := range pieces(text) {
		figures := figuresIn(raw)
		words := tokens(raw)
		if len(figures) != 1 || someOnly.in(words) || movement.in(words) {
			continue
		}
		named := c.factsOn(raw, figures[0], code)
		if len(named) > 0 && !slices.ContainsFunc(named, figures[0].is) {
			return differs(figures[0], named[len(named)-1])
		}
	}
	return ""
}

// factsOn lists the facts whose people a sentence says a figure to be the share or the number of, for the year that it gives.
func (c *reading) factsOn(raw string, q quoted, code string) []library.Fact {
	before, after, _ := strings.Cut(raw, q.words)
	front, back, year := tokens(before), tokens(after), years.FindString(raw)
	whose := population(tokens(raw))
	var out []library.Fact
	for _, f := range c.known() {
		fits := f.Measure == library.Known && f.Unit == q.unit && f.Population == whose && (code == "" || f.Characteristic == code)
		if fits && strings.Contains(f.Date, year) && (leads(c.group(f), front) || follows(c.group(f), back)) {
			out = append(out, f)
		}
	}
	return out
}

// betweenFigure is the most words between people and the figure that is given for them: "Veterans make up about 14%".
const betweenFigure = 4

// leads reports whether a sentence starts with people and soon comes to the figure.
func leads(people lexicon, front []string) bool {
	i := people.first(front)
	return i >= 0 && i <= 2 && !base(front, i) && len(front)-i-people.at(front, i) <= betweenFigure
}

// follows reports whether the people behind a figure are what it counts, and not whom it is a share of, and whether they are all of them.
func follows(people lexicon, back []string) bool {
	i := people.first(back)
	if i < 0 || base(back, i) {
		return false
	}
	end := i + people.at(back, i)
	return end == len(back) || slices.Contains([]string{"in", "of", "and", "compared", "according", "census", "against", "at", "by", "people", "resident", "employee", "staff"}, back[end])
}

// base reports whether a word stands where a figure says whom it is a share of: "12% of women".
func base(words []string, i int) bool {
	near := words[max(0, i-2):i]
	return slices.ContainsFunc(near, func(w string) bool {
		return slices.Contains([]string{"of", "among", "for", "than", "between", "amongst"}, w)
	}) && !slices.Contains(near, "are")
}

// population is whom a sentence is about: the nation or the workforce where it says so, and else residents where it says that.
func population(words []string) library.Population {
	for _, p := range []library.Population{library.Nation, library.Workforce, library.Residents} {
		if peopled[p].in(words) {
			return p
		}
	}
	return ""
}

// group is the names of a fact's people.
func (c *reading) group(f library.Fact) lexicon {
	if c.groups == nil {
		c.groups = map[string]lexicon{}
	}
	if c.groups[f.Group] == nil {
		c.groups[f.Group] = lexicon{}
		for _, name := range append(strings.Split(calledToo[f.Group], ","), f.Group) {
			if words := tokens(name); len(words) > 0 && f.Group != "Other" {
				c.groups[f.Group][words[0]] = append(c.groups[f.Group][words[0]], words[1:])
			}
		}
	}
	return c.groups[f.Group]
}

func differs(q quoted, f library.Fact) string {
	held := f.Shown()
	if f.Unit == library.Percent {
		held += " of " + f.Base
	}
	return fmt.Sprintf("Say why the figure is %s, or use the library's: %s (%s, %s).", q.words, held, strings.ToLower(f.Group[:1])+f.Group[1:], f.Date)
}
