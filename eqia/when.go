package eqia

import (
	"fmt"
	"regexp"
	"slices"
	"time"
)

// WhenKind is how an action's time is given.
type WhenKind string

// The ways real plans give a time.
const (
	OnDay     WhenKind = "day"       // an exact day
	InMonth   WhenKind = "month"     // "July 2024", or "by the end of October 2024" in words
	InSeason  WhenKind = "season"    // "autumn 2026"
	InYear    WhenKind = "year"      // "2027"
	Recurring WhenKind = "recurring" // "end of March each year", "September to December each year", "every 6 months"
	AtEvent   WhenKind = "event"     // "each board meeting", with the next day to check
	Ongoing   WhenKind = "ongoing"   // with the next day to check
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

// Season is a quarter of the year as plans name it.
type Season string

// The seasons, by calendar months. Winter runs into the next year.
const (
	Spring Season = "spring" // March to May
	Summer Season = "summer" // June to August
	Autumn Season = "autumn" // September to November
	Winter Season = "winter" // December to February
)

// Seasons lists the seasons in the order of the year.
func Seasons() []Season { return []Season{Spring, Summer, Autumn, Winter} }

// Valid reports whether s is one of the seasons.
func (s Season) Valid() bool { return slices.Contains(Seasons(), s) }

// Label is the season in the words shown beside its choice.
func (s Season) Label() string {
	return map[Season]string{Spring: "Spring (March to May)", Summer: "Summer (June to August)", Autumn: "Autumn (September to November)",
		Winter: "Winter (December to February)"}[s]
}

// When is an action's time: the kind, what was written, and what a next day is counted from.
type When struct {
	Kind   WhenKind `json:"kind,omitempty"`
	Text   string   `json:"text,omitempty"`
	Day    Day      `json:"day,omitempty"`    // the day itself, the next day to check, or the first of those that Every counts from
	Month  string   `json:"month,omitempty"`  // YYYY-MM
	Year   string   `json:"year,omitempty"`   // YYYY; of a winter, the year it begins in
	Season Season   `json:"season,omitempty"` // with Year
	From   int      `json:"from,omitempty"`   // month it begins in each year, 1 to 12; 0 when only the end was given
	To     int      `json:"to,omitempty"`     // month by whose end it is done each year, 1 to 12
	Every  int      `json:"every,omitempty"`  // months from one time to the next
}

// mostMonths is the longest time between two turns of a recurring action: ten years.
const mostMonths = 120

var (
	monthForm = regexp.MustCompile(`^\d{4}-(0[1-9]|1[0-2])$`)
	yearForm  = regexp.MustCompile(`^20\d{2}$`)
)

// Words is the time as it is written on pages: as it was typed, or made from its parts.
func (w When) Words() string {
	switch {
	case w.Kind == OnDay:
		return w.Day.Words()
	case w.Text != "" && (w.Kind == InMonth || w.rule()):
		return w.Text
	case w.Kind == InMonth && monthForm.MatchString(w.Month):
		first, _ := time.Parse("2006-01", w.Month)
		return first.Format("January 2006")
	case w.Kind == InYear:
		return w.Year
	case w.Kind == InSeason && w.Season.Valid() && w.Text == "":
		return fmt.Sprint(capital(string(w.Season)), " ", w.Year)
	case w.rule():
		return w.ruleWords()
	case w.Text == "" && w.Kind == Ongoing:
		return "Ongoing" + w.check()
	default:
		return w.Text + w.check()
	}
}

// rule reports whether it recurs by a rule that was given in parts.
func (w When) rule() bool { return w.Kind == Recurring && (w.To > 0 || w.Every > 0) }

func (w When) ruleWords() string {
	switch {
	case w.Every == 1:
		return "Every month from " + w.Day.Words()
	case w.Every > 1:
		return fmt.Sprintf("Every %d months from %s", w.Every, w.Day.Words())
	case w.From > 0 && w.From != w.To:
		return fmt.Sprintf("%s to %s each year", time.Month(w.From), time.Month(w.To))
	default:
		return fmt.Sprintf("By the end of %s each year", time.Month(w.To))
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
	case !w.seasonal():
		return &Invalid{Field: "when_season", Says: "Enter a season and its year, for example autumn 2027"}
	case !w.possible():
		return &Invalid{Field: "when_rule", Says: "Enter how often it happens, for example every 6 months, or by the end of March each year"}
	case w.Kind == AtEvent && w.Text == "":
		return &Invalid{Field: "when_text", Says: "Say what it waits for, for example each board meeting"}
	}
	return nil
}

// seasonal reports whether a season has its year, and a time in a season has a season or words.
func (w When) seasonal() bool {
	if w.Season == "" {
		return w.Kind != InSeason || w.Text != ""
	}
	return w.Season.Valid() && yearForm.MatchString(w.Year)
}

// possible reports whether the parts of a rule are ones that a calendar has, and a recurring time has a rule or words.
func (w When) possible() bool {
	month := func(n int) bool { return n >= 0 && n <= 12 }
	return month(w.From) && month(w.To) && (w.From == 0 || w.To > 0) && w.Every >= 0 && w.Every <= mostMonths &&
		(w.Kind != Recurring || w.rule() || w.Text != "")
}

func (w When) check() string {
	if w.Day == "" {
		return ""
	}
	return ", next check " + w.Day.Words()
}
