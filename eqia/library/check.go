package library

import (
	"strings"
	"unicode/utf8"
)

// Wrong is what is not right with a fact: the field, and what to do about it.
type Wrong struct{ Field, Says string }

func (w *Wrong) Error() string { return w.Field + ": " + w.Says }

// longest is how many characters a text of a fact may have.
const longest = 1000

// Check is a *Wrong when the fact is not whole.
func (f Fact) Check() error {
	for _, t := range f.texts() {
		switch {
		case t.needed != "" && strings.TrimSpace(t.text) == "":
			return &Wrong{t.field, t.needed}
		case utf8.RuneCountInString(t.text) > longest:
			return &Wrong{t.field, "This is too long. Use 1,000 characters or fewer"}
		}
	}
	switch {
	case !f.Population.Valid():
		return &Wrong{"population", "Select who the figure is about"}
	case !f.Measure.Valid():
		return &Wrong{"measure", "Select whether there is a figure"}
	case !f.Unit.Valid():
		return &Wrong{"unit", "Select what the figure counts"}
	case f.Link != "" && !strings.HasPrefix(f.Link, "https://"):
		return &Wrong{"link", "Enter a web address that starts with https://, or leave it empty"}
	}
	return f.checkValue()
}

func (f Fact) checkValue() error {
	hundredths, ok := f.Hundredths()
	switch {
	case f.Measure != Known && f.Value != "":
		return &Wrong{"value", "Take the figure away, or select that there is one"}
	case f.Measure != Known:
		return nil
	case !ok:
		return &Wrong{"value", "Enter the figure as a number with at most two decimal places, for example 13.5"}
	case f.Unit == Percent && hundredths > 100_00:
		return &Wrong{"value", "Enter a share of 100 per cent or less"}
	}
	return nil
}

type factText struct{ field, text, needed string }

func (f Fact) texts() []factText {
	return []factText{{"topic", f.Topic, "Enter the name of the table it belongs to"}, {"group", f.Group, "Enter who the figure counts"},
		{"base", f.Base, "Enter who it is a share of"}, {"date", f.Date, "Enter the date of the figure"},
		{"source", f.Source, "Enter who published it"}, {"area", f.Area, "Enter the area it covers"},
		{"link", f.Link, ""}, {"caveat", f.Caveat, ""}, {"gap", f.Gap, ""}}
}
