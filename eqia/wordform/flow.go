package wordform

import (
	"regexp"
	"strings"

	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/word"
)

// scribe goes through the text of a file from label to label, and puts what stands under each label into its place.
type scribe struct {
	filling
	now    entry
	group  string // code of the group that rows such as "How" are about; empty outside a group's part
	strict bool   // labels of this file are bold or headings, so plain text is never one unless its words are known
	items  bool   // the next block is an item of a list
}

// entry is a label with what stands under it so far.
type entry struct {
	name   string // as it is printed; empty before the first label
	target target
	text   []string
	items  int  // how many of the texts are items of a list
	inline bool // the answer stood beside its name
}

// target is what a label asks for. One of its fields is set; none for a label that is not known.
type target struct {
	questions []form.Question
	groups    []form.Characteristic // more than one when an older form merged them
	field     string                // of the group at hand
	record    string
	section   bool // a heading that asks nothing
}

func (t target) known() bool {
	return len(t.questions) > 0 || len(t.groups) > 0 || t.field != "" || t.record != "" || t.section
}

// style finds out whether labels are set off from the text.
func (s *scribe) style(blocks []word.Block) {
	set, plain := 0, 0
	for _, b := range blocks {
		if b.Paragraph == nil || !s.find(b.Paragraph.Text).known() {
			continue
		}
		if b.Paragraph.Level > 0 || b.Paragraph.Bold || b.Paragraph.Lead != "" {
			set++
		} else {
			plain++
		}
	}
	s.strict = set >= plain
}

// find is what a printed label asks for. What comes after the first question mark is taken to say how to answer.
func (s *scribe) find(label string) target {
	label = strings.TrimSpace(label)
	names := variants(label)
	if head, _, ok := strings.Cut(label, "?"); ok {
		names = append(names, variants(head)...)
	}
	for _, name := range names {
		if t := s.target(name); t.known() {
			return t
		}
	}
	return target{}
}

func (s *scribe) target(name string) target {
	if s.group != "" {
		if field := fieldNamed(cardFields, name); field != "" {
			return target{field: field}
		}
	}
	if qs := s.form.QuestionsNamed(name); len(qs) > 0 {
		return target{questions: qs}
	}
	if groups := s.form.Covered(name); len(groups) > 0 {
		return target{groups: groups}
	}
	if field := fieldNamed(recordFields, name); field != "" {
		return target{record: field}
	}
	heads := sections
	for _, sec := range s.form.Sections {
		heads = append(heads[:len(heads):len(heads)], sec.Title)
		for _, p := range sec.Pages {
			heads = append(heads, p.Title)
		}
	}
	return target{section: form.Named(name, heads...)}
}

// blocks reads blocks one after the other.
func (s *scribe) blocks(list []word.Block) {
	for i, b := range list {
		s.items = i+1 < len(list) && list[i+1].Paragraph != nil && list[i+1].Paragraph.Item
		if b.Table != nil {
			s.table(*b.Table)
			continue
		}
		s.paragraph(*b.Paragraph)
	}
}

// paragraph begins a new entry where the paragraph is a label, and otherwise adds to the one at hand.
func (s *scribe) paragraph(p word.Paragraph) {
	name, rest, ok := s.label(p)
	if !ok {
		s.add(p)
		return
	}
	s.begin(name)
	if rest != "" {
		s.now.inline = true
		s.add(word.Paragraph{Text: rest})
	}
}

var (
	question = regexp.MustCompile(`^\s*(?:Q\s*)?\d{1,2}(?:\.\d+)*[.):]?\s+\S.*[?:]\s*$`)
	pair     = regexp.MustCompile(`^\s*((?:[\w'’/()-]+ ){0,5}[\w'’/()-]+)\s*:\s*(\S.*)$`)
)

// mostLabel is how long a label can be that is not known by its words.
const mostLabel = 200

// label reads a paragraph as a label, with the answer where one stands beside it.
func (s *scribe) label(p word.Paragraph) (name, rest string, ok bool) {
	head, _, _ := strings.Cut(p.Text, "\n")
	if strings.TrimSpace(head) == "" || p.Item && p.Level == 0 && !s.find(head).known() {
		return "", "", false
	}
	if name, rest, ok = s.knownLabel(p); ok || ticks(head) {
		return name, rest, ok
	}
	return s.otherLabel(p)
}

// knownLabel reads a label whose words are known.
func (s *scribe) knownLabel(p word.Paragraph) (name, rest string, ok bool) {
	set := p.Level > 0 || p.Bold
	if head, after, _ := strings.Cut(p.Text, "\n"); !ticks(head) && s.labels(head, set) {
		return head, after, true
	}
	for _, at := range []int{strings.Index(p.Text, ":"), strings.Index(p.Text, "?")} {
		if at > 0 && s.labels(p.Text[:at], set || strings.HasPrefix(p.Lead, p.Text[:at])) {
			return p.Text[:at], strings.TrimSpace(p.Text[at+1:]), true
		}
	}
	return "", "", false
}

// otherLabel reads what looks like a label, though its words are not known: so that what stands under it is not taken for part of the answer
// before.
func (s *scribe) otherLabel(p word.Paragraph) (name, rest string, ok bool) {
	head, after, _ := strings.Cut(p.Text, "\n")
	lead := strings.TrimSpace(p.Lead)
	switch {
	case strings.HasSuffix(lead, ":"):
		return lead, strings.TrimSpace(strings.TrimPrefix(p.Text, lead)), true
	case len(p.Text) > mostLabel:
		return "", "", false
	case p.Level > 0 || p.Bold:
		return p.Text, "", true
	}
	if m := pair.FindStringSubmatch(p.Text); m != nil && s.now.inline {
		return m[1], m[2], true
	}
	asks := question.MatchString(head) || strings.HasSuffix(head, ":") && !s.strict
	return head, after, asks && !s.items
}

// ticks reports whether there are boxes in a text, which make it an answer.
func ticks(text string) bool {
	return strings.Contains(text, word.Ticked) || strings.Contains(text, word.Unticked)
}

// labels reports whether words are a label that is known. One word alone, or the name of a group, is only one where it is set off.
func (s *scribe) labels(words string, set bool) bool {
	t := s.find(words)
	if len(t.groups) > 0 || t.section && s.strict {
		return set
	}
	return t.known() && (set || !s.strict || strings.Contains(strings.TrimSpace(words), " "))
}

// begin ends the entry at hand and begins another.
func (s *scribe) begin(name string) {
	s.end()
	t := s.find(name)
	if t.field == "" {
		s.group = ""
		if len(t.groups) == 1 {
			s.group = t.groups[0].Code
			s.asked[s.group] = true
		}
	}
	s.now = entry{name: strings.TrimRight(strings.TrimSpace(name), " :"), target: t}
}

// add puts text under the label at hand.
func (s *scribe) add(p word.Paragraph) {
	if strings.TrimSpace(p.Text) == "" {
		return
	}
	if p.Item {
		s.now.items++
		p.Text = bullet + p.Text
	}
	s.now.text = append(s.now.text, p.Text)
}

// end puts the entry at hand into its place.
func (s *scribe) end() {
	e := s.now
	s.now = entry{}
	text := strings.Join(e.text, "\n")
	switch t := e.target; {
	case len(t.questions) > 0:
		s.answers(e, text)
	case len(t.groups) > 0:
		s.about(e, text)
	case t.field != "":
		s.field(s.group, "", t.field, passage{e.name, text})
	case t.record != "":
		s.signature(t.record, passage{e.name, text})
	case text == "" || blank(text):
	case t.section:
		s.puzzle(e.name, text, "It stands under a heading, and under no question")
	case e.name == "":
		s.puzzle("", text, "It stands before the first question")
	default:
		s.puzzle(e.name, text, "Our form has no question of this name")
	}
}
