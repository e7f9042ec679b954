// Package section reads the equality section of a committee report as officers write and paste it: whether it says anything, what it claims,
// where it sends its readers, and whether it says the same as the assessment. It looks for words and suggests; a person decides.
package section

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Section is the text of one equality section, cleaned and taken apart.
type Section struct {
	text      string // as cleaned
	sentences []sentence
}

// sentence is one sentence, line of a list or cell of a table.
type sentence struct {
	raw   string // as written
	plain string // small letters, single spaces
	under string // the plain heading or the start of the list it stands under; empty when there is none
}

// most is how many bytes of a text are read. A section of a report is a page or two.
const most = 60_000

// Read takes a text apart.
func Read(text string) Section {
	s := Section{text: clean(text)}
	under := ""
	for line := range strings.Lines(s.text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		words := number.ReplaceAllString(line, "")
		for _, raw := range split(words) {
			s.sentences = append(s.sentences, sentence{raw: raw, plain: strings.ToLower(raw), under: under})
		}
		under = heads(words, under)
	}
	return s
}

// heads is the heading that the next line stands under, after this one.
func heads(line, under string) string {
	plain := strings.ToLower(strings.TrimSpace(line))
	switch {
	case strings.HasSuffix(plain, ":") || len(strings.Fields(plain)) <= 5 && !strings.ContainsAny(plain, ".;,-|") && polar.MatchString(plain):
		return plain
	case len(strings.Fields(plain)) > 14:
		return ""
	default:
		return under
	}
}

// number is what a paragraph or the line of a list begins with.
var number = regexp.MustCompile(`^(?:(?:\d{1,3}(?:\.\d{1,3})*[.)]?|\([a-zA-Z]{1,4}\)|[a-zA-Z]\)|[•▪●◦‣*·-])\s+)+`)

// stands are characters that Word and PDF files put in the place of plain ones; an empty one is left out.
var stands = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ", "\u2002", " ", "\u2003", " ", "\u00ad", "", "\u200b", "", "\u200c", "",
	"\u200d", "", "\ufeff", "", "\u2060", "", "‘", "'", "’", "'", "‛", "'", "“", `"`, "”", `"`, "„", `"`, "–", "-", "—", "-", "‑", "-", "−", "-", "…", "...",
	"ﬁ", "fi", "ﬂ", "fl", "ﬀ", "ff", "ﬃ", "ffi", "ﬄ", "ffl", "\uf0b7", "•", "\uf0a7", "•", "\u2028", "\n", "\u2029", "\n\n", "\v", "\n", "\f", "\n",
	"\r\n", "\n", "\r", "\n", "\t", " | ", "\a", " | ")

// clean is a pasted text as it was meant: plain quotes and spaces, no hidden characters, and lines that a page broke joined again.
func clean(text string) string {
	if len(text) > most {
		text = text[:most]
	}
	text = stands.Replace(strings.ToValidUTF8(text, " "))
	var out strings.Builder
	before := ""
	for line := range strings.Lines(text) {
		line = strings.Join(strings.FieldsFunc(line, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
		switch {
		case before == "":
		case broken(before, line):
			out.WriteString(" ")
		default:
			out.WriteString("\n")
		}
		if line == "" && before != "" {
			out.WriteString("\n")
		}
		out.WriteString(line)
		before = line
	}
	return strings.TrimSpace(out.String())
}

// broken reports whether a line goes on in the next because the page was too narrow: it ends in the middle of a sentence and is long.
func broken(line, next string) bool {
	if len(line) < 45 || next == "" || strings.ContainsAny(line[len(line)-1:], ".:;?!|") {
		return false
	}
	r := rune(next[0])
	return unicode.IsLower(r) && !number.MatchString(next)
}

// short are words whose full stop ends no sentence.
var short = regexp.MustCompile(`(?i)\b(?:e\.g|i\.e|etc|no|nos|para|paras|s|ss|sec|sch|app|appx|ref|cllr|mr|mrs|ms|dr|st|vs|approx|ltd|inc|v|p|pp)\.$`)

// split parts a line into sentences. A stop ends one before a space and a capital, a digit, a quotation mark or a bracket.
func split(line string) []string {
	var out []string
	start := 0
	for i, r := range line {
		ends := r == ';' || strings.ContainsRune(".?!", r) && starts(line[i+1:]) && !short.MatchString(line[:i+1])
		if !ends {
			continue
		}
		if part := strings.Trim(line[start:i+1], " ;"); part != "" {
			out = append(out, part)
		}
		start = i + 1
	}
	if part := strings.Trim(line[start:], " ;"); part != "" {
		out = append(out, part)
	}
	return out
}

func starts(rest string) bool {
	trimmed := strings.TrimLeft(rest, ` "')`)
	if trimmed == "" || len(trimmed) == len(rest) {
		return trimmed == ""
	}
	r := []rune(trimmed)[0]
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune(`"'([`, r)
}

// headings are what the section is called, in all the ways it is.
var headings = regexp.MustCompile(`^(?:\d{1,3}(?:\.\d{1,3})*[.)]?\s*)?(?:equalit(?:y|ies)|equality,? diversity (?:and|&) inclusion|edi|eqia|eia)?(?:,? (?:and )?(?:diversity|inclusion|human rights))?` +
	`(?: impact| implications?| considerations?| duty| analysis| assessments?| issues?| \(?eqia\)?| \(?eia\)?| section)*[.: -]*$`)

// nothing is what people write where they have nothing to say yet.
var nothing = regexp.MustCompile(`^(?:none(?: (?:identified|known|noted|found))?|nil|n/?a|n\.a\.?|not applicable|tb[cd]|to be (?:confirmed|completed|added|advised|determined|drafted|inserted|written|provided)|(?:text |details? )?to follow|to come|pending|awaited|` +
	`not (?:yet )?(?:completed?|known|started)|as above|see above|as before|x+|\?+|[-._*\s]+|\[.{0,60}\]|<.{0,60}>|text here|insert text(?: here)?|type here|enter text(?: here)?|click or tap here to enter text)[.: ]*$`)

// Blank reports whether the section says nothing: it is empty, or holds its heading and a filler alone.
func (s Section) Blank() bool {
	for line := range strings.Lines(strings.ToLower(s.text)) {
		for _, part := range strings.Split(strings.TrimSpace(line), "|") {
			part = strings.TrimSpace(number.ReplaceAllString(strings.TrimSpace(part), ""))
			for _, mark := range []string{":", " - "} {
				if name, rest, ok := strings.Cut(part, mark); ok && headings.MatchString(name) {
					part = strings.TrimSpace(rest)
				}
			}
			if part != "" && !headings.MatchString(part) && !nothing.MatchString(part) {
				return false
			}
		}
	}
	return true
}

// refs are references of assessments.
var refs = regexp.MustCompile(`\bEQIA-\d{4}-\d{4,9}\b`)

// References are the references of assessments that the section names, each once.
func (s Section) References() []string {
	var out []string
	for _, ref := range refs.FindAllString(strings.ToUpper(s.text), -1) {
		if !slices.Contains(out, ref) {
			out = append(out, ref)
		}
	}
	return out
}
