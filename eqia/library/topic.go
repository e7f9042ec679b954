package library

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// Series is one column of a table: whom its figures are about, whom they are a share of, and when.
type Series struct {
	Population Population
	Base, Date string
	Unit       Unit
}

// Row is one group with its fact in each series; nil where there is none.
type Row struct {
	Group string
	Cells []*Fact
}

// Topic is facts that belong in one table, newest figures alone.
type Topic struct {
	Characteristic, Name string
	Series               []Series
	Rows                 []Row
}

// About picks the facts on one characteristic that hold, newest of each kind, in order.
func About(facts []Fact, characteristic string) []Fact {
	return Newest(slices.DeleteFunc(slices.Clone(facts), func(f Fact) bool { return f.Characteristic != characteristic }))
}

// Newest leaves out facts that were replaced, and those that a later figure of the same kind has overtaken.
func Newest(facts []Fact) []Fact {
	type kind struct {
		characteristic, topic, group, base string
		population                         Population
		unit                               Unit
	}
	of := func(f Fact) kind { return kind{f.Characteristic, f.Topic, f.Group, f.Base, f.Population, f.Unit} }
	newest := map[kind]Fact{}
	for _, f := range facts {
		was, there := newest[of(f)]
		if !f.Replaced() && (!there || f.year() >= was.year()) {
			newest[of(f)] = f
		}
	}
	return slices.DeleteFunc(slices.Clone(facts), func(f Fact) bool { return newest[of(f)].ID != f.ID })
}

// year is the last word of the date that is a year.
func (f Fact) year() string {
	for _, word := range slices.Backward(strings.Fields(f.Date)) {
		if len(word) == 4 && strings.Trim(word, "0123456789") == "" {
			return word
		}
	}
	return ""
}

// Find finds a fact by its name; false when there is none.
func Find(facts []Fact, id ID) (Fact, bool) {
	i := slices.IndexFunc(facts, func(f Fact) bool { return f.ID == id })
	if i < 0 {
		return Fact{}, false
	}
	return facts[i], true
}

// Current follows a replaced fact to the one that holds now; false when nothing does.
func Current(facts []Fact, f Fact) (Fact, bool) {
	for range facts {
		if !f.Replaced() {
			return f, true
		}
		next, ok := Find(facts, f.ReplacedBy)
		if !ok {
			return Fact{}, false
		}
		f = next
	}
	return Fact{}, false
}

// Topics sets facts in tables, in the order in which they come.
func Topics(facts []Fact) []Topic {
	var out []Topic
	for _, f := range facts {
		i := slices.IndexFunc(out, func(t Topic) bool { return t.Name == f.Topic && t.Characteristic == f.Characteristic })
		if i < 0 {
			i = len(out)
			out = append(out, Topic{Characteristic: f.Characteristic, Name: f.Topic})
		}
		out[i].addSeries(f.series())
	}
	for i := range out {
		out[i].fill(facts)
	}
	return out
}

func (f Fact) series() Series { return Series{f.Population, f.Base, f.Date, f.Unit} }

// addSeries adds a column where there is none such yet, in the order of the populations.
func (t *Topic) addSeries(s Series) {
	if slices.Contains(t.Series, s) {
		return
	}
	t.Series = append(t.Series, s)
	place := func(s Series) int { return slices.Index(Populations(), s.Population) }
	slices.SortStableFunc(t.Series, func(a, b Series) int { return cmp.Compare(place(a), place(b)) })
}

// fill puts each fact of the topic in its row and column.
func (t *Topic) fill(facts []Fact) {
	for _, f := range facts {
		if f.Topic != t.Name || f.Characteristic != t.Characteristic {
			continue
		}
		i := slices.IndexFunc(t.Rows, func(r Row) bool { return r.Group == f.Group })
		if i < 0 {
			i = len(t.Rows)
			t.Rows = append(t.Rows, Row{Group: f.Group, Cells: make([]*Fact, len(t.Series))})
		}
		t.Rows[i].Cells[slices.Index(t.Series, f.series())] = &f
	}
}

// Facts is every fact of the topic, row by row.
func (t Topic) Facts() []Fact {
	var out []Fact
	for _, r := range t.Rows {
		for _, f := range r.Cells {
			if f != nil {
				out = append(out, *f)
			}
		}
	}
	return out
}

// Glance is one figure for each row: of the last column about residents, or else about the workforce.
func (t Topic) Glance() []Fact {
	at := t.column(Residents)
	if at < 0 {
		at = t.column(Workforce)
	}
	var out []Fact
	for _, r := range t.Rows {
		if at >= 0 && r.Cells[at] != nil {
			out = append(out, *r.Cells[at])
		}
	}
	return out
}

// Notes are the known gaps and then the caveats of a topic's facts, each once.
func (t Topic) Notes() (gaps, caveats []string) {
	add := func(list *[]string, text string) {
		if text != "" && !slices.Contains(*list, text) {
			*list = append(*list, text)
		}
	}
	for _, f := range t.Facts() {
		add(&gaps, f.Gap)
		add(&caveats, f.Caveat)
	}
	return gaps, caveats
}

// Sources lists who published a topic's facts, each once.
func (t Topic) Sources() []string {
	var out []string
	for _, f := range t.Facts() {
		if !slices.Contains(out, f.Source) {
			out = append(out, f.Source)
		}
	}
	return out
}

// Charts reports whether a topic has shares to compare with each other.
func (t Topic) Charts() bool {
	n := 0
	for _, f := range t.Facts() {
		if _, ok := f.Hundredths(); ok && f.Unit == Percent {
			n++
		}
	}
	return n > 1
}

// Short is a few words for a column, where there is no room for all of the base.
func (s Series) Short() string {
	if s.Population != Residents {
		return s.Population.Label()
	}
	name := area.ReplaceAllString(s.Base, "")
	if name == "" || len(name) > longestShort {
		return s.Population.Label()
	}
	return strings.ToUpper(name[:1]) + name[1:]
}

// area is the part of a base that says where: all the columns about residents have it.
var area = regexp.MustCompile(` of the \S+ (Council )?area`)

const longestShort = 24

// Message is what a topic's table shows most clearly: the group whose share differs most between the last column about residents, or
// that about the workforce, and the one it is compared with. It is empty where there is nothing to compare.
func (t Topic) Message() string {
	here, there := t.column(Residents), t.column(Nation)
	if there < 0 {
		here, there = t.column(Workforce), t.column(Residents)
	}
	if here < 0 || there < 0 {
		return ""
	}
	widest, says := -1, ""
	for _, r := range t.Rows {
		a, b := r.Cells[here], r.Cells[there]
		if a == nil || b == nil || a.Unit != Percent || b.Unit != Percent {
			continue
		}
		n, known := a.Hundredths()
		m, also := b.Hundredths()
		if gap := max(n-m, m-n); known && also && gap > widest {
			widest, says = gap, r.Group+": "+a.Shown()+" of "+midSentence(a.Population)+", "+b.Shown()+" of "+midSentence(b.Population)
		}
	}
	return says
}

// column is the last column about a population; -1 when there is none.
func (t Topic) column(p Population) int {
	for i, s := range slices.Backward(t.Series) {
		if s.Population == p {
			return i
		}
	}
	return -1
}

// Search picks facts with every word of a search in what they say.
func Search(facts []Fact, words string) []Fact {
	sought := strings.Fields(strings.ToLower(words))
	return slices.DeleteFunc(slices.Clone(facts), func(f Fact) bool {
		text := strings.ToLower(strings.Join([]string{f.Characteristic, f.Topic, f.Group, f.Population.Label(), f.Base, f.Date, f.Source, f.Area,
			f.Gap, f.Value}, " "))
		return slices.ContainsFunc(sought, func(w string) bool { return !strings.Contains(text, w) })
	})
}
