package author

import (
	"fmt"
	"strings"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
)

// readWhen makes the time from what was typed for the kind selected. With no kind selected, what was typed says which it is.
func (f *actionForm) readWhen() (eqia.When, form.Errors) {
	if f.Kind == "" {
		return f.untold()
	}
	w := eqia.When{Kind: eqia.WhenKind(f.Kind)}
	switch w.Kind {
	case eqia.OnDay:
		if f.Day.Empty() {
			return w, wrongDay("Enter the date it will be done by")
		}
		w.Day = eqia.Day(f.Day.ISO())
		return w, nil
	case eqia.InMonth, eqia.InSeason, eqia.InYear:
		return f.readPeriod(w.Kind)
	default:
		return f.readRule(w.Kind)
	}
}

// untold is the time where no kind was selected: none when nothing was typed.
func (f *actionForm) untold() (eqia.When, form.Errors) {
	typed := strings.TrimSpace(f.Month + f.Words)
	if typed == "" && f.Day.Empty() {
		return eqia.When{}, nil
	}
	if w, ok := eqia.ReadWhen(typed); ok && f.Day.Empty() && w.Kind != eqia.AtEvent && w.Every == 0 {
		return tidied(w), nil
	}
	if typed == "" {
		return eqia.When{Kind: eqia.OnDay, Day: eqia.Day(f.Day.ISO())}, nil
	}
	return eqia.When{}, form.Errors{{Field: "action_when", ID: "action_when", Message: "Select when it will be done"}}
}

// asks says what is to be typed for a month, a season or a year.
var asks = map[eqia.WhenKind]string{eqia.InMonth: "Enter a month and year, for example July 2027", eqia.InYear: "Enter a year, for example 2027",
	eqia.InSeason: "Enter a season and its year, for example autumn 2027"}

func (f *actionForm) readPeriod(kind eqia.WhenKind) (eqia.When, form.Errors) {
	w, ok := eqia.ReadWhen(monthInWords(f.Month))
	if !ok || w.Kind != kind {
		return eqia.When{Kind: kind}, form.Errors{{Field: "action_month", ID: "action_month", Message: asks[kind]}}
	}
	return tidied(w), nil
}

// readRule reads a time that comes again, waits for something, or goes on. A rule is counted from no day but the one given.
func (f *actionForm) readRule(kind eqia.WhenKind) (eqia.When, form.Errors) {
	w := eqia.When{Kind: kind, Text: f.Words, Day: eqia.Day(f.Day.ISO())}
	if read, ok := eqia.ReadWhen(f.Words); ok && read.Kind == eqia.Recurring && kind == eqia.Recurring {
		w.From, w.To, w.Every = read.From, read.To, read.Every
	}
	switch {
	case kind == eqia.Recurring && w.Text == "":
		return w, wrongWords("Enter how often it happens, for example every 6 months, or end of March each year")
	case kind == eqia.AtEvent && w.Text == "":
		return w, wrongWords("Enter what it waits for, for example each board meeting")
	case w.NextDue(f.today) == "" && kind == eqia.Recurring:
		return w, wrongDay("Enter the first date, to count from")
	case w.Day == "" && kind != eqia.Recurring:
		return w, wrongDay("Enter the next date to check how it is going")
	}
	if w.Every > 0 { // the rule and its first day say it all
		w.Text = ""
	}
	return w, nil
}

func wrongWords(says string) form.Errors {
	return form.Errors{{Field: "action_words", ID: "action_words", Message: says}}
}

func wrongDay(says string) form.Errors {
	return form.Errors{{Field: "action_day", ID: "action_day-day", Message: says}}
}

// tidied keeps the words of a time only where they say more than its parts.
func tidied(w eqia.When) eqia.When {
	bare := w
	bare.Text = ""
	if strings.EqualFold(bare.Words(), strings.TrimSpace(w.Text)) {
		return bare
	}
	return w
}

// monthInWords turns "7 2027" or "7/2027" into "July 2027", and leaves anything else as it is.
func monthInWords(s string) string {
	plain := strings.Join(strings.Fields(strings.NewReplacer("/", " ", "-", " ").Replace(s)), " ")
	for _, layout := range []string{"1 2006", "01 2006"} {
		if t, err := time.Parse(layout, plain); err == nil {
			return t.Format("January 2006")
		}
	}
	return s
}

// whenShown is what the fields for a month and for words hold of a time that is kept.
func whenShown(w eqia.When) (period, words string) {
	switch w.Kind {
	case eqia.InMonth, eqia.InYear, eqia.InSeason:
		return w.Words(), ""
	case eqia.Recurring:
		if w.Every == 1 && w.Text == "" {
			return "", "every month"
		}
		if w.Every > 0 && w.Text == "" {
			return "", fmt.Sprintf("every %d months", w.Every)
		}
		return "", w.Words()
	default:
		return "", w.Text
	}
}

// whenRow is the time in words, with the next day that follows from it where that is another.
func (f *actionForm) whenRow() string {
	w, _ := f.readWhen()
	text := w.Words()
	if next := w.NextDue(f.today); next != "" && w.Kind != eqia.OnDay && !strings.Contains(text, next.Words()) {
		text += "\nNext due " + next.Words()
	}
	return text
}

func whenItems() []components.Item {
	var out []components.Item
	for _, k := range eqia.WhenKinds() {
		out = append(out, components.Item{Value: string(k), Text: k.Label(), Hint: whenHints[k]})
	}
	return out
}

// whenHints say which of the fields below belongs to a kind.
var whenHints = map[eqia.WhenKind]string{eqia.OnDay: "Give the date below", eqia.InMonth: "Give the month and year below",
	eqia.InSeason: "Give the season and year below", eqia.InYear: "Give the year below", eqia.Recurring: "Say how often below",
	eqia.AtEvent: "Say what it waits for, and the next date to check", eqia.Ongoing: "Give the next date to check"}
