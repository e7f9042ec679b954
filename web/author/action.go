package author

import (
	"cmp"
	"fmt"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

type actionForm struct {
	Issue   string         `form:"action_issue" label:"Issue" rule:"max=1000"`
	What    string         `form:"action_what,lines" label:"What will be done" rule:"required,max=50000" error:"Enter what will be done"`
	Who     string         `form:"action_who" label:"Who is responsible" rule:"max=500"`
	Kind    string         `form:"action_when" label:"When it will be done" rule:"omitempty,oneof=day month season year recurring event ongoing"`
	Day     form.DateParts `form:"action_day" label:"Date" rule:"omitempty"`
	Month   string         `form:"action_month" label:"Month, season or year" rule:"max=100"`
	Words   string         `form:"action_words" label:"How often, or what it waits for" rule:"max=500"`
	Others  string         `form:"action_others,lines" label:"Who else is responsible" rule:"max=2000"`
	Measure string         `form:"action_measure,lines" label:"How you will know it worked" rule:"max=50000"`
	Start   string         `form:"action_start,lines" label:"Where things are now" rule:"max=50000"`
	Answers []string       `form:"action_answers" label:"Impacts it deals with" rule:"max=200"`
	Errors  form.Errors
	items   []components.Item
	today   eqia.Day
}

func actionFormOf(a eqia.Action) *actionForm {
	f := &actionForm{Issue: a.Issue, What: a.What, Who: a.Who, Kind: string(a.When.Kind), Day: form.PartsOf(string(a.When.Day)),
		Others: strings.Join(a.Others, "\n"), Measure: a.Measure, Start: a.Start}
	f.Month, f.Words = whenShown(a.When)
	for _, ref := range a.Answers {
		f.Answers = append(f.Answers, refCode(ref))
	}
	return f
}

// refCode is a block's name as a box carries it.
func refCode(ref eqia.BlockRef) string { return ref.Card + "|" + ref.Audience + "|" + ref.Option }

// offer lists the impacts that need something done, and those that this action deals with already.
func (f *actionForm) offer(c eqia.Case) {
	f.items, f.today = nil, c.Today
	for _, ch := range c.Groups() {
		k := c.Content.Card(ch.Code)
		for _, b := range k.Blocks {
			if len(b.Effects) == 0 || b.Effects.Only(eqia.Neutral) {
				continue
			}
			f.items = append(f.items, components.Item{Value: refCode(b.Ref(k.Code)), Text: ch.Label + blockWords(c, b) + ": " + effectWords(b.Effects)})
		}
	}
}

// blockWords says after a group's name whom and which option a block is about.
func blockWords(c eqia.Case, b eqia.Block) string {
	name := document.BlockName(c, b)
	if name == "" {
		return ""
	}
	return ", " + strings.ToLower(name[:1]) + name[1:]
}

func effectWords(set eqia.Effects) string {
	words := make([]string, len(set))
	for i, e := range set {
		words[i] = strings.ToLower(e.Label())
	}
	return strings.Join(words, " and ")
}

func (f *actionForm) read(r *page.Request) form.Errors { f.Errors = r.Read(f); return f.Errors }
func (f *actionForm) title() string                    { return first(f.What, 80) }
func (f *actionForm) wrong(errs form.Errors)           { f.Errors = errs }

func (f *actionForm) blank() bool {
	return f.Issue+f.What+f.Who+f.Kind+f.Month+f.Words+f.Others+f.Measure+f.Start == "" && f.Day.Empty() && len(f.Answers) == 0
}

func (f *actionForm) entry() (eqia.Numbered, form.Errors) {
	when, wrong := f.readWhen()
	a := eqia.Action{Issue: f.Issue, What: f.What, Who: f.Who, Others: lined(f.Others), When: when, Measure: f.Measure, Start: f.Start, Answers: []eqia.BlockRef{}}
	for _, code := range f.Answers {
		part := strings.SplitN(code, "|", 3)
		if len(part) == 3 && len(f.items) > 0 { // with no impact left there is nothing to deal with, and no list to select from
			a.Answers = append(a.Answers, eqia.BlockRef{Card: part[0], Audience: part[1], Option: part[2]})
		}
	}
	if len(wrong) > 0 {
		return a, wrong
	}
	if errs, bad := page.WrongIn(a.When.Validate(), entryFields[eqia.ActionPart]); bad {
		return a, errs
	}
	return a, nil
}

// lined is the names typed one on each line; nil when there are none.
func lined(text string) []string {
	var out []string
	for name := range strings.SplitSeq(text, "\n") {
		if name = strings.TrimSpace(name); name != "" {
			out = append(out, name)
		}
	}
	return out
}

// answering is the form of a new action that deals with one block: its issue and what was to be done about it are filled in.
func (f *actionForm) answering(c eqia.Case, ref eqia.BlockRef) error {
	for _, b := range c.Content.Card(ref.Card).Blocks {
		if b.Ref(ref.Card) == ref && b.NeedsAnswer() {
			f.Issue, f.What, f.Answers = first(oneLine(b.How), 500), cmp.Or(b.Mitigation, b.FindOut), []string{refCode(ref)}
			return nil
		}
	}
	return eqia.ErrNotFound
}

// oneLine is a text with spaces for its line ends, for a field of one line.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

func (f *actionForm) rows() []components.Row {
	return []components.Row{{Key: "Issue", Text: f.Issue}, {Key: "What", Text: f.What}, {Key: "Who", Text: f.Who}, {Key: "Others responsible", Text: f.Others}, {Key: "When", Text: f.whenRow()},
		{Key: "How we will know", Text: f.Measure}, {Key: "Where things are now", Text: f.Start}, {Key: "Deals with", Text: labels(f.items, f.Answers)}}
}

func (f *actionForm) names() []string {
	return []string{"action_issue", "action_what", "action_who", "action_others", "", "action_measure", "action_start", ""}
}

// first is the start of a text, cut at a word.
func first(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	cut := string(runes[:most])
	if i := strings.LastIndex(cut, " "); i > 0 {
		cut = cut[:i]
	}
	return fmt.Sprint(cut, "…")
}
