package form

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// missing is the sentence for a field that was not answered: "Enter the name of the proposal", "Select the directorate".
func (f Field) missing() string {
	if f.Error != "" {
		return f.Error
	}
	verb := "Enter "
	if f.selected() {
		verb = "Select "
	}
	if strings.HasSuffix(f.Label, "?") {
		return verb + "an answer to “" + f.Label + "”"
	}
	return verb + theLabel(f.Label)
}

// unmet is the sentence for an answer that breaks a rule; many tells choices and lists from a single text.
func (f Field) unmet(rule, limit string, many bool) string {
	switch {
	case rule == "required":
		return f.missing()
	case rule == "oneof":
		return f.unlisted()
	case rule == "max" && many:
		return fmt.Sprintf("Select no more than %s for “%s”", limit, f.Label)
	case rule == "min" && many:
		return fmt.Sprintf("Select at least %s for “%s”", limit, f.Label)
	case rule == "max":
		return fmt.Sprintf("%s must be %s %s or fewer", f.subject(), limit, characters(limit))
	case rule == "min":
		return fmt.Sprintf("%s must be %s %s or more", f.subject(), limit, characters(limit))
	case rule == "email":
		return "Enter an email address in the correct format, like name@example.com"
	case rule == "http_url" || rule == "url":
		return "Enter a web address in full, like https://www.example.com"
	case rule == "number" || rule == "numeric":
		return f.subject() + " must be a number"
	default:
		return "Check " + theLabel(f.Label) + " and enter it again"
	}
}

// unlisted is the sentence for an answer that is not among the choices offered.
func (f Field) unlisted() string {
	if strings.HasSuffix(f.Label, "?") {
		return "Select an answer from the list for “" + f.Label + "”"
	}
	return "Select " + theLabel(f.Label) + " from the list"
}

// unfit is the sentence for a text with characters that cannot be saved.
func (f Field) unfit() string {
	return f.subject() + " has characters that cannot be saved. Replace each " + string(marker) + " with what you meant to type"
}

// subject names the field at the start of a sentence; a question is quoted.
func (f Field) subject() string {
	if strings.HasSuffix(f.Label, "?") {
		return "Your answer to “" + f.Label + "”"
	}
	return f.Label
}

// characters gives the singular or plural that goes with a limit.
func characters(limit string) string {
	if limit == "1" {
		return "character"
	}
	return "characters"
}

// theLabel puts a label in the middle of a sentence: in lower case, and with "the" unless it already has such a word. A first word
// with a capital inside it, such as an abbreviation, keeps its capitals.
func theLabel(label string) string {
	first, _, _ := strings.Cut(label, " ")
	char, size := utf8.DecodeRuneInString(label)
	if strings.IndexFunc(first[min(size, len(first)):], unicode.IsUpper) < 0 {
		label = string(unicode.ToLower(char)) + label[size:]
	}
	switch strings.ToLower(first) {
	case "the", "a", "an", "your", "any", "each", "what", "how", "who", "why", "when", "where", "whether":
		return label
	default:
		return "the " + label
	}
}
