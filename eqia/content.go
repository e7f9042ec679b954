package eqia

import (
	"slices"
	"strings"
)

// Content is everything people wrote in one version: the answers, and no accounts, identifiers or events. It is what a signature
// covers, what an export carries and what an import brings back, byte for byte in its canonical form.
type Content struct {
	Form       FormRef           `json:"form"`
	Answers    map[string]Answer `json:"answers"`
	Cards      []Card            `json:"cards"`
	Options    []Option          `json:"options"`
	Evidence   []Evidence        `json:"evidence"`
	Engagement []Engagement      `json:"engagement"`
	Actions    []Action          `json:"actions"`
	Outcomes   []Outcome         `json:"outcomes,omitempty"` // of what the version before predicted, when this one is a review
}

// FormRef names the form a version was written on. Version is "outside" for a form this service never had.
type FormRef struct {
	Profile string `json:"profile"`
	Version string `json:"version"`
}

// Answer is one question's answer: text, or chosen codes, or a day, or "not known yet", by the question's kind.
type Answer struct {
	Text     string   `json:"text,omitempty"`
	Choices  []string `json:"choices,omitempty"`
	Day      Day      `json:"day,omitempty"`
	NotKnown bool     `json:"not_known,omitempty"`
}

// Empty reports whether nothing was answered.
func (a Answer) Empty() bool {
	return a.Text == "" && len(a.Choices) == 0 && a.Day == "" && !a.NotKnown
}

// Choice is the one chosen code of a single choice; empty when unanswered.
func (a Answer) Choice() string {
	if len(a.Choices) == 0 {
		return ""
	}
	return a.Choices[0]
}

// Equal reports whether two answers say the same.
func (a Answer) Equal(b Answer) bool {
	return a.Text == b.Text && a.Day == b.Day && a.NotKnown == b.NotKnown && slices.Equal(a.Choices, b.Choices)
}

// Option is one of the options being considered, "do nothing" among them.
type Option struct {
	No    int    `json:"no"`
	Label string `json:"label"`
	Text  string `json:"text"`
}

// Evidence is one source that was looked at.
type Evidence struct {
	No              int      `json:"no"`
	Title           string   `json:"title"`
	Source          string   `json:"source"`
	Date            string   `json:"date"` // as written: "2021", "March 2024"
	Area            string   `json:"area"`
	Link            string   `json:"link"`
	Says            string   `json:"says"`
	Characteristics []string `json:"characteristics"` // codes it speaks to; empty when it speaks to all
	Fact            string   `json:"fact,omitempty"`  // the fact of the evidence library that it was taken from; empty for any other source
}

// Engagement is one group of people who were told, asked or involved.
type Engagement struct {
	No      int    `json:"no"`
	Who     string `json:"who"`
	How     string `json:"how"`
	Depth   string `json:"depth"` // told, asked, involved, codesigned; empty when not said
	When    string `json:"when"`
	HowMany string `json:"how_many"`
	Said    string `json:"said"`
	Changed string `json:"changed"`
}

// Depths lists how deep engagement went, shallow first, as code and words.
func Depths() [][2]string {
	return [][2]string{{"told", "We told them"}, {"asked", "We asked them"}, {"involved", "We involved them in the work"}, {"codesigned", "We designed it together"}}
}

// Action is one thing that will be done because of the assessment.
type Action struct {
	No      int        `json:"no"`
	Issue   string     `json:"issue"`
	What    string     `json:"what"`
	Who     string     `json:"who"`              // a person or a role, who reports on it
	Others  []string   `json:"others,omitempty"` // others who are responsible too
	When    When       `json:"when"`
	Measure string     `json:"measure"`
	Start   string     `json:"start"`
	Answers []BlockRef `json:"answers"` // the impacts it deals with
}

// Responsible names everyone who is responsible, the one who reports first.
func (a Action) Responsible() string {
	return strings.Join(slices.DeleteFunc(append([]string{a.Who}, a.Others...), func(name string) bool { return name == "" }), ", ")
}

// BlockRef points to one block of one card.
type BlockRef struct {
	Card     string `json:"card"`
	Audience string `json:"audience,omitempty"`
	Option   string `json:"option,omitempty"`
}

// NewContent is an empty record on a form: every list is there, nothing is answered.
func NewContent(ref FormRef) Content {
	return Content{Form: ref, Answers: map[string]Answer{}, Cards: []Card{}, Options: []Option{}, Evidence: []Evidence{},
		Engagement: []Engagement{}, Actions: []Action{}}
}

// Card finds a card by its code; an untouched one comes back empty, with the code set.
func (c Content) Card(code string) Card {
	i := slices.IndexFunc(c.Cards, func(k Card) bool { return k.Code == code })
	if i < 0 {
		return Card{Code: code, Blocks: []Block{}}
	}
	return c.Cards[i]
}

// Title is the name of the proposal.
func (c Content) Title() string { return c.Answers["title"].Text }

// Lines is typed text in one form for storing and comparing: line ends as LF, spaces trimmed at both ends.
func Lines(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.TrimSpace(strings.ReplaceAll(s, "\r", "\n"))
}
