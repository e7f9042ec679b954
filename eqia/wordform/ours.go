package wordform

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/word"
)

// ours reads a file that this service wrote, beside what it said then.
type ours struct {
	filling
	file   word.File
	kept   Carried
	used   map[int]bool    // places that were found, by their number
	around map[string]bool // marks of texts that are no answers, or belong to one
	other  map[string]bool // of those, the texts that were no answers when the file was written
	said   map[string][]string
}

// readOurs reads a file of ours: the record that it carries, with what was edited in the file since.
func readOurs(f word.File, kept Carried, council form.Profile, base filling) eqia.Transcript {
	r := &ours{filling: base, file: f, kept: kept, used: map[int]bool{}, around: map[string]bool{}, other: map[string]bool{}, said: map[string][]string{}}
	if d, err := eqia.ReadDocument(bytes.NewReader(kept.Document)); err == nil {
		r.Document, r.Ours = d, true
		if fv, ok := council.Version(d.Content.Form.Version); ok {
			r.form = fv
		}
	}
	for _, mark := range kept.Around {
		r.around[mark], r.other[mark] = true, true
	}
	for i := range f.Controls {
		r.control(i)
	}
	r.edits()
	word.Each(f.Blocks, r.strange)
	return r.Transcript
}

// control reads what stands in one control. One without its tag may have been left around its first paragraph alone.
func (r *ours) control(i int) {
	c := r.file.Controls[i]
	text := c.Text
	n := slices.IndexFunc(r.kept.Places, func(p Place) bool { return c.Tag != "" && p.Tag == c.Tag })
	for n >= 0 && r.used[n] && n+1 < len(r.kept.Places) {
		more := slices.IndexFunc(r.kept.Places[n+1:], func(p Place) bool { return p.Tag == c.Tag })
		if more < 0 {
			break
		}
		n += 1 + more
	}
	if c.Tag == "" {
		n, text = slices.IndexFunc(r.kept.Places, func(p Place) bool { return p.Name == c.Name }), r.whole(i)
	}
	if n < 0 {
		return
	}
	for _, line := range strings.Split(text, "\n") {
		r.around[Mark(line)] = true
	}
	place := r.kept.Places[n]
	if r.used[n] {
		r.puzzle(place.Name, text, "It stands in the file twice. The first was taken")
		return
	}
	r.used[n] = true
	if Mark(text) != place.Mark && Mark(text) != Mark(Prompt) {
		r.said[place.At] = append(r.said[place.At], text)
	}
}

// whole is what a control says with the paragraphs after it, as far as the next text that was no answer when the file was written.
func (r *ours) whole(i int) string {
	all := strings.Split(r.file.Whole(i), "\n")
	if n := slices.IndexFunc(all[1:], func(line string) bool { return r.other[Mark(line)] }); n >= 0 {
		all = all[:n+1]
	}
	return strings.Join(all, "\n")
}

// edits puts what was edited into the record, in the order of the file.
func (r *ours) edits() {
	done := map[string]bool{}
	for n, p := range r.kept.Places {
		if !r.used[n] && !r.labelled(p) {
			r.puzzle(p.Name, "", "It is not in the file any more. It was kept as it was written out")
			continue
		}
		text, edited := r.said[p.At]
		if edited && !done[p.At] {
			r.edit(p, strings.Join(text, "\n"))
		} else if !edited && !r.Ours && strings.HasPrefix(p.At, string(eqia.AnswerPart)) {
			r.empty(again.ReplaceAllString(p.Name, "$1"))
		}
		done[p.At] = done[p.At] || edited
	}
}

var again = regexp.MustCompile(`^(.*) \((\d+)\)$`)

// labelled reads a place whose control is gone by the label over it: what stands there up to the next text that was no answer. False when there
// is nothing under such a label any more.
func (r *ours) labelled(p Place) bool {
	name, nth := p.Name, 1
	if m := again.FindStringSubmatch(name); m != nil {
		name = m[1]
		nth, _ = strconv.Atoi(m[2])
	}
	var lines []string
	word.Each(r.file.Blocks, func(para *word.Paragraph) {
		switch {
		case short(para.Text) == name && !r.tagged(para):
			nth--
		case nth == 0 && !r.other[Mark(para.Text)]:
			lines = append(lines, para.Text)
		case nth == 0 && (len(lines) > 0 || para.Level > 0):
			nth-- // what comes is of another place
		}
	})
	text := strings.Join(lines, "\n")
	for _, line := range lines {
		r.around[Mark(line)] = true
	}
	if len(lines) > 0 && Mark(text) != p.Mark {
		r.said[p.At] = append(r.said[p.At], text)
	}
	return len(lines) > 0
}

// edit puts one edited text into the record.
func (r *ours) edit(p Place, text string) {
	if blank(text) {
		text = ""
	}
	before := r.Document.Content.Clone()
	if says := r.set(whereIs(p.At), text); says != "" {
		r.Document.Content = before
		r.puzzle(p.Name, text, says)
		return
	}
	if same(before, r.Document.Content) {
		return
	}
	if !r.Ours {
		r.placed(p.Name, text, "The same place")
		return
	}
	r.Changed = append(r.Changed, p.Name)
}

func same(a, b eqia.Content) bool {
	one, err1 := a.Canonical()
	two, err2 := b.Canonical()
	return err1 == nil && err2 == nil && bytes.Equal(one, two)
}

// strange lists a paragraph that is new in the file and stands in no answer.
func (r *ours) strange(p *word.Paragraph) {
	if p.Text == "" || r.around[Mark(p.Text)] {
		return
	}
	if !r.tagged(p) {
		r.puzzle("", p.Text, "It is new in the file, and stands in no answer")
	}
}

// tagged reports whether a paragraph stands in one of our places.
func (r *ours) tagged(p *word.Paragraph) bool {
	return slices.ContainsFunc(p.Controls, func(c int) bool {
		return slices.ContainsFunc(r.kept.Places, func(p Place) bool { return p.Tag == r.file.Controls[c].Tag })
	})
}
