package wordform

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

// passage is a text with the name that it stands under.
type passage struct{ name, text string }

// answers puts what stands under a question into its place. Where an older form asked two of ours in one, it goes to the one that it answers.
func (s *scribe) answers(e entry, text string) {
	for _, q := range e.target.questions {
		s.asked[q.Code] = true
	}
	if text == "" || blank(text) {
		if first := e.target.questions[0]; !s.listed(first) {
			s.empty(e.name)
		}
		return
	}
	for _, q := range e.target.questions {
		if s.answered(q, e, text) {
			return
		}
	}
	s.puzzle(e.name, text, why(e.target.questions[0]))
}

// listed reports whether a list has entries already, from a table.
func (f *filling) listed(q form.Question) bool {
	c := f.Document.Content
	return map[form.Kind]int{form.Evidence: len(c.Evidence), form.Engagement: len(c.Engagement), form.Options: len(c.Options), form.Actions: len(c.Actions)}[q.Kind] > 0
}

// why says why an answer could not be taken.
func why(q form.Question) string {
	switch {
	case q.Kind == form.Day || q.Kind == form.DayOrNot:
		return "It is not an exact date"
	case q.Kind.Closed():
		return "It is not one of the choices of “" + q.Short + "”"
	default:
		return "“" + q.Short + "” is a list, and this is no table that could be read as one"
	}
}

// answered puts an answer to one question into its place; false when it is none. A question that takes one line takes the first paragraph, and
// the rest is not understood.
func (s *scribe) answered(q form.Question, e entry, text string) bool {
	if q.Kind == form.Evidence || q.Kind == form.Engagement {
		return s.prose(q, e)
	}
	text, rest := parted(q, e, text)
	a, ok := answer(q, text)
	if !ok && s.legacy && q.Code == form.QuestionReviewDate { // a record of its time keeps the words: "End of March"
		a, ok = eqia.Answer{Text: text}, true
	}
	if !ok || !s.keep(q, a) {
		return false
	}
	s.placed(e.name, text, q.Short)
	if rest != "" {
		s.puzzle(e.name, rest, "It stands under the answer, and the question takes one line")
	}
	return true
}

// parted is the answer to a question that takes one line, apart from what stands under it.
func parted(q form.Question, e entry, text string) (first, rest string) {
	_, labels := boxes(text)
	if q.Kind == form.Text || q.Kind == form.AnyOf || labels > 0 || len(e.text) < 2 {
		return text, ""
	}
	return e.text[0], strings.Join(e.text[1:], "\n")
}

// keep puts an answer into the record, after what a text says already; false when another answer is there.
func (s *scribe) keep(q form.Question, a eqia.Answer) bool {
	was, twice := s.Document.Content.Answers[q.Code]
	if twice && !was.Equal(a) {
		if q.Kind != form.Text {
			return false
		}
		a.Text = was.Text + "\n\n" + a.Text
	}
	s.Document.Content.Answers[q.Code] = a
	return true
}

// asWritten names an entry that an older form had as running text.
const asWritten = "As written on the earlier form"

// mostName is how long the name of an entry can be.
const mostName = 200

// prose keeps running text where our form has a list: an entry for each item where it is a list of names, and otherwise one entry with it all.
func (s *scribe) prose(q form.Question, e entry) bool {
	c := &s.Document.Content
	names := lines(strings.Join(e.text, "\n"))
	list := e.items == len(e.text) && !slices.ContainsFunc(names, func(n string) bool { return len(n) > mostName })
	if !list {
		names = []string{asWritten}
	}
	all := strings.Join(e.text, "\n")
	for _, name := range names {
		if q.Kind == form.Evidence {
			item := eqia.Evidence{No: len(c.Evidence) + 1, Title: name, Characteristics: []string{}}
			if !list {
				item.Says = all
			}
			c.Evidence = append(c.Evidence, item)
			continue
		}
		item := eqia.Engagement{No: len(c.Engagement) + 1, Who: name}
		if !list {
			item.How = all
		}
		c.Engagement = append(c.Engagement, item)
	}
	where := q.Short
	if !list {
		where += ", as one entry: give each its own"
	}
	s.placed(e.name, all, where)
	return true
}

// about puts what stands under the name of a group into its card.
func (s *scribe) about(e entry, text string) {
	if len(e.target.groups) > 1 {
		s.merged(e.target.groups, passage{e.name, text})
		return
	}
	if code := e.target.groups[0].Code; text != "" {
		s.said(code, "", passage{e.name, text})
	}
}

// said reads what is written of a group in one text: what the effect is in its first paragraph, where that is all it says, and how.
func (s *scribe) said(code, audience string, p passage) {
	head, rest, _ := strings.Cut(p.text, "\n")
	switch _, ok := effects(p.text); {
	case ok:
		s.field(code, audience, "effects", p)
		return
	case blank(p.text):
		s.empty(p.name)
		return
	}
	if _, ok := effects(head); ok {
		s.field(code, audience, "effects", passage{p.name, head})
		p.text = rest
	}
	s.field(code, audience, "how", p)
}

// field puts one text into a field of a block of a card.
func (s *scribe) field(code, audience, name string, p passage) {
	label := p.name
	if ch, ok := s.form.Characteristic(code); ok {
		if s.asked[code] = true; !form.Named(p.name, ch.Label) {
			label = ch.Label + ": " + p.name
		}
	}
	if blank(p.text) {
		s.empty(label)
		return
	}
	if name == "audience" {
		s.puzzle(label, p.text, "It says whom it is about. Split the group by people there, if it should be")
		return
	}
	b, _ := s.block(code, audience)
	if says := into(b, name, p.text); says != "" {
		s.puzzle(label, p.text, says)
		return
	}
	s.placed(label, p.text, cardField(name))
}

// cardField names a field of a card.
func cardField(name string) string {
	return map[string]string{"effects": "Effect", "how": "Who is affected, and in what way", "mitigation": "What will be done about it",
		"justification": "Why it goes ahead all the same", "find_out": "What will be found out"}[name]
}

// into writes a text into a field of a block, and says what is wrong with it; "" when nothing is.
func into(b *eqia.Block, name, text string) string {
	if name == "effects" {
		set, ok := effects(text)
		if !ok {
			return "It is not positive, negative, unclear or neutral alone. Choose it yourself"
		}
		if len(b.Effects) > 0 && !slices.Equal(b.Effects, set) {
			return "The file gives another effect for this group before"
		}
		b.Effects = set
		return ""
	}
	at := map[string]*string{"how": &b.How, "mitigation": &b.Mitigation, "justification": &b.Justification, "find_out": &b.FindOut}[name]
	if *at != "" && *at != text {
		text = *at + "\n\n" + text
	}
	*at = text
	return ""
}

// merged keeps a row that stood for several groups as it was, in a legacy record. In a draft each group needs an answer of its own.
func (s *scribe) merged(groups []form.Characteristic, p passage) {
	labels, codes := "", []string{}
	for i, g := range groups {
		s.asked[g.Code] = true
		codes = append(codes, g.Code)
		if labels += g.Label; i < len(groups)-1 {
			labels += " and "
		}
	}
	if !s.legacy {
		if !blank(p.text) {
			s.puzzle(p.name, p.text, "This row stood for several groups: "+labels+". Answer for each of them")
		}
		return
	}
	code := strings.Join(codes, "+")
	s.said(code, "", p)
	s.mark(code, p.name, codes)
}

// mark keeps the printed name of a row on its card, and the groups that it stood for.
func (s *scribe) mark(code, name string, covers []string) {
	for i, k := range s.Document.Content.Cards {
		if k.Code == code {
			s.Document.Content.Cards[i].Label, s.Document.Content.Cards[i].Covers = name, covers
		}
	}
}

// version is the number of a version, as older forms write it.
var version = regexp.MustCompile(`^[1-9]\d{0,2}(\.\d{1,2})?$`)

// signature reads who completed and signed the form, and when. A draft keeps no sign-off.
func (s *scribe) signature(field string, p passage) {
	switch {
	case blank(p.text):
		s.empty(p.name)
	case !s.legacy && (field == signer || field == signedOn || field == number):
		s.puzzle(p.name, p.text, "A draft keeps no sign-off, and has a number of its own")
	case !s.signs(field, p.text):
		s.puzzle(p.name, p.text, "It is no day in the past, no name, or no number of a version")
	default:
		s.placed(p.name, p.text, "The record")
	}
}

// signs puts a text into the record; false when it is not what the field takes.
func (s *scribe) signs(field, text string) bool {
	r := &s.Document.Record
	day, exact := dayIn(text)
	past := exact && string(day) <= s.day
	switch field {
	case wroteIt:
		return s.people(eqia.WroteIt, text)
	case helped:
		return s.people(eqia.HelpedWithIt, text)
	case signer:
		r.SignedOff.By = strings.Join(lines(text), ", ")
		return s.people(eqia.SignedIt, text)
	case completed:
		if past {
			r.CompletedOn = day
		}
		return past
	case signedOn:
		if past {
			r.SignedOff.On = day
		}
		return past
	case number:
		if !version.MatchString(text) {
			return false
		}
		whole, part, _ := strings.Cut(text, ".")
		r.Version = whole + "." + cmp.Or(part, "0")
	}
	return true
}

// people adds everyone that a text names, to a line or between semicolons; false when it is too long to be names.
func (s *scribe) people(role eqia.PartRole, text string) bool {
	names := lines(strings.ReplaceAll(text, ";", "\n"))
	if slices.ContainsFunc(names, func(n string) bool { return len(n) > mostName }) {
		return false
	}
	for _, name := range names {
		s.Document.Record.People = append(s.Document.Record.People, eqia.Named{Role: role, Name: name})
	}
	return true
}
