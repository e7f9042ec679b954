package committee

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Likely is a report that may be the matter of a plan's item, and why. A clerk says whether it is.
type Likely struct {
	Report  Report
	Why     []string // what they share
	Against []string // what speaks against it
	named   bool
	shared  []string
}

// Verdict is what a clerk said of an item and a report.
type Verdict string

// The verdicts.
const (
	SameMatter  Verdict = "same"
	OtherMatter Verdict = "other"
)

// Valid reports whether v is one of the verdicts.
func (v Verdict) Valid() bool { return v == SameMatter || v == OtherMatter }

// Match is a clerk's verdict on an item and a report.
type Match struct {
	Item    PlanItemID
	Report  ReportID
	Verdict Verdict
}

// mostLikely is how many reports are suggested for one item.
const mostLikely = 5

// LikelyReports suggests the reports that may be the matter of an item, those that share most first. A likeness of titles never decides: two
// different quarters' reports are more alike than a plan's title and the report that it became. So it takes the reference that the plan
// gives, or two things in common, of which words are at most one kind; and each is said.
func LikelyReports(p Planned, reports []Report, titles []string) []Likely {
	seldom := seldomIn(titles)
	var out []Likely
	for _, r := range reports {
		l := likely(p, r, seldom)
		if l.named || len(l.Why) > 1 || len(l.shared) > 1 {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b Likely) int { return b.weight() - a.weight() })
	return out[:min(len(out), mostLikely)]
}

func (l Likely) weight() int {
	w := 10*len(l.Why) + len(l.shared) - 8*len(l.Against)
	if l.named {
		w += 100
	}
	return w
}

func likely(p Planned, r Report, seldom func(string) bool) Likely {
	l := Likely{Report: r}
	add := func(yes bool, why string) {
		if yes {
			l.Why = append(l.Why, why)
		}
	}
	l.named = p.NamedReport != "" && strings.EqualFold(p.NamedReport, r.Reference)
	add(l.named, "the plan names "+r.Reference)
	add(p.Lead != "" && plainly(p.Lead) == plainly(r.LeadOfficer), "same lead officer")
	for _, i := range r.Journey {
		add(p.meets(i.Meeting), fmt.Sprintf("same %s date", i.Meeting.Committee.Name))
	}
	l.shared = slices.DeleteFunc(common(telling(p.Title), telling(r.Title)), func(w string) bool { return !seldom(w) })
	add(len(l.shared) > 0, rareWords(l.shared))
	if a, b := numbers(p.Title), numbers(r.Title); len(a)+len(b) > 0 && !slices.Equal(a, b) {
		l.Against = append(l.Against, fmt.Sprintf("the numbers in the titles differ (%s and %s)", orNone(a), orNone(b)))
	}
	return l
}

// meets reports whether the plan has the item at this meeting: its body on its day.
func (p PlanItem) meets(m Meeting) bool {
	visits := append(p.Visits(), Visit{p.Maker, p.On}, Visit{p.Plan, p.On})
	return slices.ContainsFunc(visits, func(v Visit) bool {
		return v.Body != "" && v.On == m.Day() && m.Committee.named(v.Body)
	})
}

// named reports whether a text means the committee: its name, with or without the council's in front.
func (c Committee) named(text string) bool {
	a, b := plainly(c.Name), plainly(text)
	return a == b || strings.HasSuffix(a, " "+b) || strings.HasSuffix(b, " "+a) || c.Kind == FullCouncil && strings.HasSuffix(b, "council")
}

func rareWords(words []string) string {
	if len(words) == 1 {
		return "1 shared rare word: " + words[0]
	}
	return fmt.Sprintf("%d shared rare words: %s", len(words), strings.Join(words, ", "))
}

func orNone(list []string) string {
	if len(list) == 0 {
		return "none"
	}
	return strings.Join(list, " ")
}

var (
	wordForm   = regexp.MustCompile(`[\p{L}][\p{L}’']*`)
	numberForm = regexp.MustCompile(`\d+`)
)

// common words say nothing about what a title is of.
var commonWords = strings.Fields("and the for from with into this that their annual report reports update review council council’s council's committee cabinet dorset " +
	"strategy strategies plan plans policy policies programme framework statement scheme draft final approval adoption proposed proposal additional including " +
	"service services quarter year")

// telling lists the words of a text that say what it is about, each once, in small letters.
func telling(text string) []string {
	var out []string
	for _, w := range wordForm.FindAllString(strings.ToLower(text), -1) {
		if len([]rune(w)) > 2 && !slices.Contains(commonWords, w) && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// numbers lists the numbers of a title in order.
func numbers(title string) []string { return numberForm.FindAllString(title, -1) }

func common(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(w string) bool { return !slices.Contains(b, w) })
}

// seldomIn tells the words that few titles have: a plan's item and its report may each have one twice.
func seldomIn(titles []string) func(string) bool {
	count := map[string]int{}
	for _, t := range titles {
		for _, w := range telling(t) {
			count[w]++
		}
	}
	most := max(4, len(titles)/25)
	return func(w string) bool { return count[w] <= most }
}
