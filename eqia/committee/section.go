package committee

import (
	"strings"

	"dorset-eqia/eqia"
)

// SectionHeading is what the part of a report about equality is called.
const SectionHeading = "Equalities Impact Assessment"

// Section is the text for the part of a report about equality, made from signed versions alone.
type Section struct {
	Paragraphs []Paragraph
	From       []eqia.VersionID // what it was made from
	Missing    []string         // what is not in it yet, for whoever puts it in a report
}

// Paragraph is one numbered paragraph. Strong is a sentence after Text that must not be missed; Points are its list.
type Paragraph struct {
	Number string
	Text   string
	Strong string
	Points []Point
}

// Point is one line of a paragraph's list, under its name.
type Point struct {
	Name, Text string
}

// Plain is the section as text alone, a line for each paragraph and each point.
func (s Section) Plain() string {
	var b strings.Builder
	for i, p := range s.Paragraphs {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(strings.TrimSpace(p.Number+" "+p.Text+" "+p.Strong) + "\n")
		for _, point := range p.Points {
			b.WriteString("- " + point.Name + ": " + point.Text + "\n")
		}
	}
	return b.String()
}

// Words is how many words the section has.
func (s Section) Words() int { return len(strings.Fields(s.Plain())) }

// Brief is what a section is written from.
type Brief struct {
	Number          string // of the section in its report; empty numbers the paragraphs 1, 2, 3
	Register        string // address of the public register
	Codes           string // address that a check code follows
	Closed          bool   // the report is not open, so the text says no more than that there is an assessment
	Silent          bool   // nor does it say that, where it can be said of none in public
	With            []Accounted
	Reasons         []Reasoned
	Recommendations []Recommendation

	room room
}

// Accounted is an assessment that is with a report. One that is restricted has no account.
type Accounted struct {
	Account
	Case       eqia.Case // the version itself, with its form
	Link       Link      // zero before there is one
	Restricted bool
	Before     *EarlierVersion // at the meeting before this one
}

// EarlierVersion is a version of an assessment that an earlier meeting had before it.
type EarlierVersion struct {
	Number  string
	Body    string
	On      eqia.Day
	Changes []string // parts that say something else since, by name
}

// Reasoned is a reason for having no assessment, with the signed version that it relies on where it relies on one.
type Reasoned struct {
	Reason
	RelyOn *Account
}

// opening is as many whole sentences of a text as have no more than so many words; a first one that is longer is cut.
func opening(text string, most int) string {
	text = line(text)
	fits := ""
	for i, r := range text {
		rest := text[i+1:]
		if i+1 == len(text) || (r == '.' || r == '!' || r == '?') && strings.HasPrefix(rest, " ") && startsSentence(rest[1:]) {
			if len(strings.Fields(text[:i+1])) > most {
				break
			}
			fits = text[:i+1]
		}
	}
	if fits == "" {
		return cut(text, most)
	}
	return fits
}

// cut is a text of no more than so many words.
func cut(text string, most int) string {
	words := strings.Fields(text)
	if len(words) <= most {
		return text
	}
	return strings.Join(words[:most], " ") + "…"
}

// startsSentence reports whether a text begins as a sentence does, so that "e.g. libraries" is not taken for two.
func startsSentence(rest string) bool {
	return rest != "" && (rest[0] >= 'A' && rest[0] <= 'Z' || rest[0] >= '0' && rest[0] <= '9' || rest[0] >= 0x80)
}

// stopped is a text that ends as a sentence does.
func stopped(text string) string {
	if text == "" || strings.HasSuffix(text, "…") || strings.ContainsAny(text[len(text)-1:], ".!?") {
		return text
	}
	return text + "."
}
