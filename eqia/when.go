package eqia

import (
	"regexp"
	"slices"
	"time"
)

// WhenKind is how an action's time is given.
type WhenKind string

// The ways real plans give a time.
const (
	OnDay     WhenKind = "day"       // an exact day
	InMonth   WhenKind = "month"     // "July 2024"
	InSeason  WhenKind = "season"    // "autumn 2026", in words, with a day to check by
	InYear    WhenKind = "year"      // "2027"
	Recurring WhenKind = "recurring" // "end of March each year", with the next day
	AtEvent   WhenKind = "event"     // "each board meeting", with a day to check by
	Ongoing   WhenKind = "ongoing"   // with a day to check by
)

// WhenKinds lists the kinds in the order they are offered.
func WhenKinds() []WhenKind {
	return []WhenKind{OnDay, InMonth, InSeason, InYear, Recurring, AtEvent, Ongoing}
}

// Valid reports whether k is one of the kinds.
func (k WhenKind) Valid() bool { return slices.Contains(WhenKinds(), k) }

// Label is the kind in the words shown beside its radio.
func (k WhenKind) Label() string {
	return map[WhenKind]string{OnDay: "On an exact date", InMonth: "In a month", InSeason: "In a season", InYear: "In a year",
		Recurring: "Again and again, for example every March", AtEvent: "When something happens, for example at each board meeting",
		Ongoing: "It is ongoing"}[k]
}

// When is an action's time: the kind, what was written, and a day or month to count from.
type When struct {
	Kind  WhenKind `json:"kind,omitempty"`
	Text  string   `json:"text,omitempty"`
	Day   Day      `json:"day,omitempty"`   // the day itself, or the next day to check
	Month string   `json:"month,omitempty"` // YYYY-MM
	Year  string   `json:"year,omitempty"`  // YYYY
}

var (
	monthForm = regexp.MustCompile(`^\d{4}-(0[1-9]|1[0-2])$`)
	yearForm  = regexp.MustCompile(`^20\d{2}$`)
)

// NextDue is the day by which something should have happened: the last day of a month or year, or the day given; empty when only
// words were given.
func (w When) NextDue() Day {
	switch {
	case w.Kind == InMonth && monthForm.MatchString(w.Month):
		first, _ := time.Parse("2006-01", w.Month)
		return Day(first.AddDate(0, 1, -1).Format(time.DateOnly))
	case w.Kind == InYear && yearForm.MatchString(w.Year):
		return Day(w.Year + "-12-31")
	default:
		return w.Day
	}
}

// Words is the time as it is written on pages.
func (w When) Words() string {
	switch {
	case w.Kind == InMonth && w.Text != "":
		return w.Text
	case w.Kind == OnDay:
		return w.Day.Words()
	case w.Kind == InMonth && monthForm.MatchString(w.Month):
		first, _ := time.Parse("2006-01", w.Month)
		return first.Format("January 2006")
	case w.Kind == InYear:
		return w.Year
	case w.Text == "" && w.Kind == Ongoing:
		return "Ongoing" + w.check()
	default:
		return w.Text + w.check()
	}
}

// Empty reports whether no time was given.
func (w When) Empty() bool { return w == When{} }

// Validate says what is missing for the kind chosen.
func (w When) Validate() error {
	switch {
	case w.Kind == "":
		return nil
	case !w.Kind.Valid():
		return &Invalid{Field: "when", Says: "Select when it will be done"}
	case w.Kind == InMonth && !monthForm.MatchString(w.Month):
		return &Invalid{Field: "when_month", Says: "Enter a month and year, for example 7 2026"}
	case w.Kind == InYear && !yearForm.MatchString(w.Year):
		return &Invalid{Field: "when_year", Says: "Enter a year, for example 2027"}
	case slices.Contains([]WhenKind{InSeason, Recurring, AtEvent}, w.Kind) && w.Text == "":
		return &Invalid{Field: "when_text", Says: "Say in words when it will be done"}
	}
	return nil
}

func (w When) check() string {
	if w.Day == "" {
		return ""
	}
	return ", next check " + w.Day.Words()
}
