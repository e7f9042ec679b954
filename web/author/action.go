package author

import (
	"fmt"
	"strings"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

type actionForm struct {
	Issue   string         `form:"action_issue" label:"Issue" rule:"max=1000"`
	What    string         `form:"action_what,lines" label:"What will be done" rule:"required,max=50000" error:"Enter what will be done"`
	Who     string         `form:"action_who" label:"Who is responsible" rule:"max=500"`
	Kind    string         `form:"action_when" label:"When it will be done" rule:"omitempty,oneof=day month season year recurring event ongoing"`
	Day     form.DateParts `form:"action_day" label:"Date" rule:"omitempty"`
	Month   string         `form:"action_month" label:"Month" rule:"max=30"`
	Words   string         `form:"action_words" label:"When, in words" rule:"max=500"`
	Measure string         `form:"action_measure,lines" label:"How you will know it worked" rule:"max=50000"`
	Start   string         `form:"action_start,lines" label:"Where things are now" rule:"max=50000"`
	Answers []string       `form:"action_answers" label:"Impacts it deals with" rule:"max=200"`
	Errors  form.Errors
	items   []components.Item
}

func actionFormOf(a eqia.Action) *actionForm {
	f := &actionForm{Issue: a.Issue, What: a.What, Who: a.Who, Kind: string(a.When.Kind), Day: form.PartsOf(string(a.When.Day)),
		Words: a.When.Text, Measure: a.Measure, Start: a.Start}
	if m, err := time.Parse("2006-01", a.When.Month); err == nil {
		f.Month = m.Format("January 2006")
	}
	if a.When.Year != "" {
		f.Month = a.When.Year
	}
	for _, ref := range a.Answers {
		f.Answers = append(f.Answers, refCode(ref))
	}
	return f
}

// refCode is a block's name as a box carries it.
func refCode(ref eqia.BlockRef) string { return ref.Card + "|" + ref.Audience + "|" + ref.Option }

// offer lists the impacts that need something done, and those that this action deals with already.
func (f *actionForm) offer(c eqia.Case) {
	f.items = nil
	for _, ch := range c.Characteristics() {
		k := c.Content.Card(ch.Code)
		for _, b := range k.Blocks {
			if len(b.Effects) == 0 || b.Effects.Only(eqia.Neutral) {
				continue
			}
			f.items = append(f.items, components.Item{Value: refCode(b.Ref(k.Code)), Text: ch.Label + audienceWords(c, b) + ": " + effectWords(b.Effects)})
		}
	}
}

func audienceWords(c eqia.Case, b eqia.Block) string {
	for _, a := range c.Form.Audiences {
		if a.Code == b.Audience {
			return ", " + strings.ToLower(a.Label[:1]) + a.Label[1:]
		}
	}
	return ""
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
	return f.Issue+f.What+f.Who+f.Kind+f.Month+f.Words+f.Measure+f.Start == "" && f.Day.Empty() && len(f.Answers) == 0
}

func (f *actionForm) entry() (eqia.Numbered, form.Errors) {
	a := eqia.Action{Issue: f.Issue, What: f.What, Who: f.Who, When: f.when(), Measure: f.Measure, Start: f.Start, Answers: []eqia.BlockRef{}}
	for _, code := range f.Answers {
		part := strings.SplitN(code, "|", 3)
		if len(part) == 3 && len(f.items) > 0 { // with no impact left there is nothing to deal with, and no list to select from
			a.Answers = append(a.Answers, eqia.BlockRef{Card: part[0], Audience: part[1], Option: part[2]})
		}
	}
	if errs, bad := page.WrongIn(a.When.Validate(), entryFields[eqia.ActionPart]); bad {
		return a, errs
	}
	if f.Kind == string(eqia.OnDay) && f.Day.Empty() {
		return a, form.Errors{{Field: "action_day", ID: "action_day-day", Message: "Enter the date it will be done by"}}
	}
	return a, nil
}

// when makes the time from the parts that its kind asks for.
func (f *actionForm) when() eqia.When {
	w := eqia.When{Kind: eqia.WhenKind(f.Kind)}
	switch w.Kind {
	case "":
		return eqia.When{}
	case eqia.InMonth:
		w.Month = monthOf(f.Month)
	case eqia.InYear:
		w.Year = strings.TrimSpace(f.Month)
	case eqia.OnDay:
		w.Day = eqia.Day(f.Day.ISO())
	default:
		w.Text, w.Day = f.Words, eqia.Day(f.Day.ISO())
	}
	return w
}

// monthOf reads "July 2026" or "7 2026" as 2026-07; anything else comes back as it is, to be refused.
func monthOf(s string) string {
	s = strings.Join(strings.Fields(strings.NewReplacer("/", " ", "-", " ").Replace(s)), " ")
	for _, layout := range []string{"January 2006", "Jan 2006", "1 2006", "01 2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format("2006-01")
		}
	}
	return s
}

func (f *actionForm) rows() []components.Row {
	return []components.Row{{Key: "Issue", Text: f.Issue}, {Key: "What", Text: f.What}, {Key: "Who", Text: f.Who}, {Key: "When", Text: f.when().Words()},
		{Key: "How we will know", Text: f.Measure}, {Key: "Where things are now", Text: f.Start}, {Key: "Deals with", Text: labels(f.items, f.Answers)}}
}

func (f *actionForm) names() []string {
	return []string{"action_issue", "action_what", "action_who", "", "action_measure", "action_start", ""}
}

func whenItems() []components.Item {
	var out []components.Item
	for _, k := range eqia.WhenKinds() {
		out = append(out, components.Item{Value: string(k), Text: k.Label()})
	}
	return out
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
