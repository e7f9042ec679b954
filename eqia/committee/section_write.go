package committee

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/record"
)

// mostWords is how many words a section should have. The words of the Act are always whole.
const mostWords = 250

// room is how much is said where: counts stands for the names of groups that nothing changes for, named for positive effects by the group alone.
type room struct {
	counts, named bool
	shown, told   int // words of a text, and of one where something may get worse or is not known
}

// rooms go from the widest to the tightest.
var rooms = []room{{shown: 25, told: 45}, {counts: true, shown: 25, told: 45}, {counts: true, named: true, shown: 25, told: 45}, {counts: true, named: true, shown: 15, told: 25}}

// Section writes the text: the duty in the words of the Act, what was assessed, what it found with negative and unclear effects first, what it
// covers, and what happens next. Where that is long, it says less of what harms nobody, and then less of all.
func (b Brief) Section() Section {
	var s Section
	for _, b.room = range rooms {
		if s = b.section(); s.Words() <= mostWords {
			break
		}
	}
	return s
}

func (b Brief) section() Section {
	s := Section{Paragraphs: []Paragraph{{Text: "Section 149(1) of the Equality Act 2010 says: “" + form.Section149 + "”"}}}
	for _, w := range b.With {
		s.From = append(s.From, w.Version)
	}
	if b.Silent && b.Closed {
		return b.finish(s, Paragraph{Text: "This report is not open to the public, so it says no more here about effects on people."})
	}
	for _, w := range b.With {
		if !b.Silent || !b.private(w) {
			s.Paragraphs = append(s.Paragraphs, b.assessed(w))
		}
	}
	for _, r := range b.Reasons {
		s.Paragraphs = append(s.Paragraphs, Paragraph{Text: b.reason(r)})
		if r.RelyOn != nil {
			s.From = append(s.From, r.RelyOn.Version)
		}
	}
	for _, w := range b.With {
		if !b.private(w) && !w.Screening {
			s.Paragraphs = append(s.Paragraphs, b.found(w))
		}
	}
	return b.finish(s, slices.Concat(b.coverage(), b.next())...)
}

// finish adds the last paragraphs and numbers them all.
func (b Brief) finish(s Section, last ...Paragraph) Section {
	s.Paragraphs = append(s.Paragraphs, last...)
	for i := range s.Paragraphs {
		s.Paragraphs[i].Number = b.numbered(i + 1)
	}
	s.From = slices.DeleteFunc(s.From, func(v eqia.VersionID) bool { return v == "" })
	return s
}

func (b Brief) numbered(n int) string {
	if b.Number == "" {
		return strconv.Itoa(n) + "."
	}
	return b.Number + "." + strconv.Itoa(n)
}

// private reports whether no more may be said of an assessment than that it exists.
func (b Brief) private(w Accounted) bool { return b.Closed || w.Restricted }

const readIt = "Members are asked to read it before deciding."

// assessed says that there is an assessment, who signed it when, and how members find it.
func (b Brief) assessed(w Accounted) Paragraph {
	if b.private(w) {
		if w.Link.Relation == Appended {
			return Paragraph{Text: "An Equality Impact Assessment has been completed and is before members as an exempt appendix.", Strong: readIt}
		}
		return Paragraph{Text: "An Equality Impact Assessment has been completed and members can read it in private.", Strong: readIt}
	}
	kind, result := "An Equality Impact Assessment", ""
	if w.Screening {
		kind, result = "A screening", " It found that no full assessment is needed."
	}
	text := fmt.Sprintf("%s (%s, version %s) was signed off%s.%s %s", kind, w.Reference, w.Number, w.signature(), result, b.where(w))
	return Paragraph{Text: strings.TrimSpace(text + w.earlier()), Strong: readIt}
}

// signature is by whom and when a version was signed, as far as it is known.
func (a Account) signature() string {
	text := ""
	if a.Signer != "" {
		text = " by the " + a.Signer
	}
	if a.Signed != "" {
		text += " on " + a.Signed.Words()
	}
	return text
}

// where says how members find an assessment. Before it is linked it is taken to be appended, as members can only weigh what they are given.
func (b Brief) where(w Accounted) string {
	switch {
	case w.Link.Relation == ExpresslyReferred:
		return "Members are directed to it: " + b.Register + "/" + w.Reference + "/v/" + w.Number + "."
	case w.Link.Relation == BackgroundPaper:
		return "It is a background paper to this report."
	case w.Link.Relation == ReliedOnElsewhere:
		return "It was relied on, and is not with this report."
	case w.Link.Appendix != "":
		return "It is " + w.Link.Appendix + "."
	default:
		return "It is an appendix to this report."
	}
}

// earlier says which version an earlier meeting had, and what has changed since.
func (w Accounted) earlier() string {
	switch {
	case w.Before == nil:
		return ""
	case w.Before.Number == w.Number:
		return fmt.Sprintf(" %s had the same version before it on %s.", w.Before.Body, w.Before.On.Words())
	case len(w.Before.Changes) == 0:
		return fmt.Sprintf(" Version %s replaces version %s, which %s had before it on %s. No answer has changed.", w.Number, w.Before.Number,
			w.Before.Body, w.Before.On.Words())
	default:
		return fmt.Sprintf(" Version %s replaces version %s, which %s had before it on %s. These parts have changed: %s.", w.Number, w.Before.Number,
			w.Before.Body, w.Before.On.Words(), eqia.Listed(w.Before.Changes))
	}
}

// found lists the effects: negative and unclear ones first, each with what will be done, then positive ones, then groups with none.
func (b Brief) found(w Accounted) Paragraph {
	p := Paragraph{Text: b.name(w, "The assessment") + " found these effects on people:"}
	if len(w.Adverse) == 0 {
		p.Text = b.name(w, "The assessment") + " found no negative or unclear effect on any group."
	}
	for _, t := range w.Adverse {
		p.Points = append(p.Points, Point{t.name() + ", " + t.Words(), strings.TrimSpace(b.how(t) + " " + b.response(t))})
	}
	p.positive(b, w.Positive)
	if b.room.counts {
		p.counted(w.Same, "No impact identified")
		p.counted(w.Silent, "No finding recorded")
		return p
	}
	for _, local := range []bool{false, true} {
		p.points(local, w.Same, "No impact identified")
		p.points(local, w.Silent, "No finding recorded")
	}
	return p
}

// positive adds the positive effects, in one line where there is little room.
func (p *Paragraph) positive(b Brief, list []Told) {
	var names []string
	for _, t := range list {
		names = append(names, inSentence(t.name()))
		if !b.room.named {
			p.Points = append(p.Points, Point{t.name() + ", positive", b.how(t)})
		}
	}
	if b.room.named && len(names) > 0 {
		p.Points = append(p.Points, Point{"Positive", strings.Join(names, "; ") + "."})
	}
}

// counted adds one line that says how many groups there are, which the assessment names.
func (p *Paragraph) counted(groups []Group, name string) {
	local := 0
	for _, g := range groups {
		if g.Local {
			local++
		}
	}
	if len(groups) == 0 {
		return
	}
	says := fmt.Sprintf("%d groups", len(groups))
	if len(groups) == 1 {
		says = "1 group"
	}
	if local > 0 {
		says += fmt.Sprintf(", of which the council added %d", local)
	}
	p.Points = append(p.Points, Point{name, says + ". The assessment names them."})
}

// points adds one line that names those groups that are the council's own choice, or those that are not.
func (p *Paragraph) points(local bool, groups []Group, name string) {
	var labels []string
	for _, g := range groups {
		if g.Local == local {
			labels = append(labels, inSentence(g.Label))
		}
	}
	if len(labels) == 0 {
		return
	}
	if local {
		name += " (groups the council added)"
	}
	p.Points = append(p.Points, Point{name, eqia.Listed(labels) + "."})
}

// name is what an assessment is called where it may be one of several.
func (b Brief) name(w Accounted, alone string) string {
	if len(b.With)+len(b.Reasons) < 2 {
		return alone
	}
	return w.Reference
}

// name is the group with whom of it is meant, and that the council added it.
func (t Told) name() string {
	name := t.Label
	if t.About != "" {
		name += " (" + inSentence(t.About) + ")"
	}
	if t.Local {
		name += ", added by the council"
	}
	return name
}

// how is how the group is affected; more of it where something may get worse or is not known.
func (b Brief) how(t Told) string {
	if t.Effects.Only(eqia.Positive) {
		return stopped(opening(t.How, b.room.shown))
	}
	return stopped(opening(t.How, b.room.told))
}

// response is what will be done about an effect: the actions with their owners and dates, or else what the assessment says.
func (b Brief) response(t Told) string {
	var done []string
	for _, act := range t.Actions {
		done = append(done, act.words(b.room.shown))
	}
	if len(done) > 0 {
		return "Action: " + strings.Join(done, "; ") + "."
	}
	if t.Answer != "" {
		return "The assessment says: " + stopped(opening(t.Answer, b.room.shown))
	}
	return "No action is recorded."
}

// words is an action with its owner and its time, as many words of it as there is room for.
func (p Promise) words(most int) string {
	var about []string
	for _, part := range []string{p.Who, p.When} {
		if part != "" {
			about = append(about, part)
		}
	}
	what := strings.TrimRight(opening(p.What, most), ".")
	if len(about) == 0 {
		return what
	}
	return what + " (" + strings.Join(about, ", ") + ")"
}

// mostActions is how many actions that answer no single effect are named.
const mostActions = 3

// next says what else will be done, when it is looked at again, and how a copy can be checked.
func (b Brief) next() []Paragraph {
	var out []Paragraph
	for _, w := range b.With {
		if b.private(w) {
			continue
		}
		var said []string
		if rest := w.rest(b.room.shown); len(rest) > 0 {
			said = append(said, "Other actions: "+strings.Join(rest, "; ")+".")
		}
		if w.ReviewDue != "" {
			said = append(said, b.name(w, "The assessment")+" is due for review on "+w.ReviewDue.Words()+".")
		}
		if w.CheckCode != "" {
			said = append(said, "Check a copy of it at "+b.Codes+"/"+w.CheckCode+" with the code "+record.Code(w.CheckCode).String()+".")
		}
		if len(said) > 0 {
			out = append(out, Paragraph{Text: strings.Join(said, " ")})
		}
	}
	return out
}

// rest is the actions that no adverse effect named, the first few by name.
func (w Accounted) rest(most int) []string {
	told := func(p Promise) bool {
		return slices.ContainsFunc(w.Adverse, func(t Told) bool { return slices.Contains(t.Actions, p) })
	}
	left := slices.DeleteFunc(slices.Clone(w.Actions), told)
	var out []string
	for i, act := range left {
		if i == mostActions {
			return append(out, fmt.Sprintf("and %d more in the assessment", len(left)-mostActions))
		}
		out = append(out, act.words(most))
	}
	return out
}

// inSentence is a label as it stands in the middle of a sentence: abbreviations keep their capitals.
func inSentence(label string) string {
	if len(label) > 1 && label[1] >= 'a' && label[1] <= 'z' {
		return strings.ToLower(label[:1]) + label[1:]
	}
	return label
}
