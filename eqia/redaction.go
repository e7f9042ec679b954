package eqia

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// LeftOut stands in a public version where words were left out and nothing else was put in their place.
const LeftOut = "[left out]"

// TitleLeftOut stands for the title of a version that was public with words that are left out since.
const TitleLeftOut = "Title left out"

// The most that one list of words to leave out may hold: entries, and letters of one entry.
const (
	mostMarks = 200
	mostWords = 5000
)

// Marked is words that a public version leaves out wherever they stand, and what it says in their place.
type Marked struct {
	ID      string `json:"-"`
	Words   string `json:"words"`
	Instead string `json:"instead"`
}

// Redaction is the decision to publish a version with words left out: which words, on which grounds, why, and when that is looked at again.
// The version that was made keeps it for ever.
type Redaction struct {
	Public     VersionID // the version that the public reads
	Whole      VersionID // the one it was made from
	Reference  string
	Title      string // of the whole one
	Restricted bool   // the assessment is
	Number     string // of the public version
	From       string // number of the whole one
	Marks      []Marked
	Grounds    []string
	Reason     string
	ReviewOn   Day
	At         time.Time
	By         PersonID
	ByName     string
	Over       bool // the whole one is public since, or the public one was withdrawn or replaced
}

// Waits reports whether the day to look at the decision again has come.
func (r Redaction) Waits(today Day) bool { return !r.Over && r.ReviewOn <= today }

// GroundPersonal is the ground of leaving out what is personal data.
const GroundPersonal = "personal"

// RedactionGrounds lists the grounds on which words are left out, as code and words: personal data, and the paragraphs of part 1 of
// Schedule 12A to the Local Government Act 1972 by number.
func RedactionGrounds() [][2]string {
	return append([][2]string{{GroundPersonal, "Personal data"}}, Schedule12A()...)
}

// Schedule12A is the paragraphs of part 1 of Schedule 12A to the Local Government Act 1972 by number, in short words. Source:
// https://www.legislation.gov.uk/ukpga/1972/70/schedule/12A.
func Schedule12A() [][2]string {
	return [][2]string{{"1", "Information about any individual"}, {"2", "Information likely to reveal who an individual is"},
		{"3", "Financial or business affairs of a person, or of the council"}, {"4", "Consultations or negotiations about labour relations"},
		{"5", "Legal professional privilege"}, {"6", "Notices, orders or directions the council proposes to make"},
		{"7", "Prevention, investigation or prosecution of crime"}}
}

// Without is the same record with the marked words left out of everything that people typed, the longest first. It gives how often each was
// found, in the order of the marks.
func (c Content) Without(marks []Marked) (Content, []int) {
	out, found := c.Clone(), make([]int, len(marks))
	order := make([]int, len(marks))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(marks[b].Words) - len(marks[a].Words) })
	for _, i := range order {
		looks, instead := marks[i].looks(), marks[i].stands()
		out.eachText(func(text string) string {
			found[i] += len(looks.FindAllStringIndex(text, -1))
			return looks.ReplaceAllLiteralString(text, instead)
		})
	}
	return out, found
}

// stands is what the public version says in place of the words.
func (m Marked) stands() string {
	if m.Instead == "" {
		return LeftOut
	}
	return m.Instead
}

// looks is how the words look in a text: in small or capital letters, with any spaces and line ends between them, and never as a part of a
// longer word.
func (m Marked) looks() *regexp.Regexp {
	words := strings.Fields(m.Words)
	for i, w := range words {
		words[i] = regexp.QuoteMeta(w)
	}
	whole := strings.Join(words, `\s+`)
	first, _ := utf8.DecodeRuneInString(m.Words)
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(m.Words, unicode.IsSpace))
	if letterOrDigit(first) {
		whole = `\b` + whole
	}
	if letterOrDigit(last) {
		whole += `\b`
	}
	return regexp.MustCompile(`(?i)` + whole)
}

// letterOrDigit reports whether a word ends with r as the pattern's own edges of words see it.
func letterOrDigit(r rune) bool {
	return r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_')
}

// valid refuses words that can't be left out, or that are on the list already.
func (m Marked) valid(c Content, there []Marked) error {
	if strings.TrimSpace(m.Words) == "" {
		return &Invalid{Field: "words", Says: "Enter the words to leave out"}
	}
	if utf8.RuneCountInString(m.Words) > mostWords {
		return &Invalid{Field: "words", Says: "Leave out at most 5,000 characters at a time"}
	}
	if utf8.RuneCountInString(m.Instead) > mostWords {
		return &Invalid{Field: "instead", Says: "What you put in their place must be 5,000 characters or less"}
	}
	if err := validTexts([]typed{{"words", m.Words}, {"instead", m.Instead}}); err != nil {
		return err
	}
	same := func(o Marked) bool { return strings.EqualFold(o.Words, m.Words) }
	switch _, found := c.Without([]Marked{m}); {
	case slices.ContainsFunc(there, same):
		return &Invalid{Field: "words", Says: "These words are on the list already"}
	case len(there) >= mostMarks:
		return &Invalid{Field: "words", Says: "The list is full. Leave out longer passages instead"}
	case found[0] == 0:
		return &Invalid{Field: "words", Says: "These words are not in the assessment. Copy them from it exactly"}
	}
	return nil
}

// RedactCommand is the decision to publish a version with words left out, as it is made.
type RedactCommand struct {
	Once     string
	Revision int
	Grounds  []string
	Reason   string
	ReviewOn Day
	Looked   bool // at what the rules still find
}

func (r *RedactCommand) valid(today Day) error {
	known := func(code string) bool {
		return slices.ContainsFunc(RedactionGrounds(), func(g [2]string) bool { return g[0] == code })
	}
	r.Reason = Lines(r.Reason)
	_, badDay := ParseDay(string(r.ReviewOn))
	switch {
	case len(r.Grounds) == 0:
		return &Invalid{Field: "grounds", Says: "Select why words are left out"}
	case slices.ContainsFunc(r.Grounds, func(code string) bool { return !known(code) }):
		return &Invalid{Field: "grounds", Says: "Select reasons from the list"}
	case r.Reason == "":
		return &Invalid{Field: "reason", Says: "Enter why the public should not read these words"}
	case badDay != nil || r.ReviewOn <= today:
		return &Invalid{Field: "review", Says: "Enter a date after today on which to look at it again"}
	}
	return ValidText("reason", r.Reason)
}
