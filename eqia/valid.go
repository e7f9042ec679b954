package eqia

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dorset-eqia/eqia/form"
)

// maxText is how many bytes one answer may hold. The page says so before; this is the last guard.
const maxText = 200_000

// validAnswers refuses answers to questions the form does not ask, and choices it does not offer.
func validAnswers(fv form.Version, answers map[string]Answer) error {
	asked := 0
	for _, q := range fv.Questions() {
		a, ok := answers[q.Code]
		if !ok {
			continue
		}
		asked++
		if err := validAnswer(q, a); err != nil {
			return err
		}
	}
	if asked < len(answers) {
		return &Invalid{Field: "answers", Says: "This form does not ask one of these questions"}
	}
	return nil
}

func validAnswer(q form.Question, a Answer) error {
	for _, choice := range a.Choices {
		if _, ok := q.Choice(choice); !ok {
			return &Invalid{Field: q.Code, Says: "Select an answer from the list"}
		}
	}
	if len(a.Choices) > 1 && q.Kind != form.AnyOf {
		return &Invalid{Field: q.Code, Says: "Select one answer"}
	}
	if q.Code == form.QuestionTriggers && len(a.Choices) > 1 && slices.Contains(a.Choices, form.TriggerNone) {
		return &Invalid{Field: q.Code, Says: "Select what is true of the decision, or select none of these"}
	}
	if a.Day != "" {
		if _, err := ParseDay(string(a.Day)); err != nil {
			return &Invalid{Field: q.Code, Says: q.Short + " must be a real date"}
		}
	}
	return ValidText(q.Code, a.Text)
}

// ValidText refuses text that can't be kept: too long, not UTF-8, or with control characters in it.
func ValidText(field, text string) error {
	if len(text) > maxText {
		return &Invalid{Field: field, Says: "This is too long. Keep it under 200,000 characters, or add the rest as evidence"}
	}
	bad := func(r rune) bool {
		turns := r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' // turns the direction of what follows
		return unicode.IsControl(r) && r != '\n' && r != '\t' || turns
	}
	if !utf8.ValidString(text) || strings.ContainsFunc(text, bad) {
		return &Invalid{Field: field, Says: "This has characters in it that can't be kept. Type it again or paste it as plain text"}
	}
	return nil
}

// validCard refuses a card the form does not have, sets that can't stand together, and aims the law does not give the group.
func (c Case) validCard(k Card) error {
	ch, ok := c.Form.Group(k.Code)
	if !ok || k.Merged() {
		return ErrNotFound
	}
	for _, b := range k.Blocks {
		if err := c.validBlock(ch, b); err != nil {
			return err
		}
	}
	return nil
}

func (c Case) validBlock(ch form.Characteristic, b Block) error {
	if err := b.Effects.validate(); err != nil {
		return err
	}
	for _, aim := range b.Aims {
		if !slices.Contains(ch.Aims, aim) {
			return &Invalid{Field: "aims", Says: "Select aims from the list"}
		}
	}
	for _, no := range b.Evidence {
		if !slices.ContainsFunc(c.Content.Evidence, func(e Evidence) bool { return e.No == no }) {
			return &Invalid{Field: "evidence", Says: "Select evidence from the list"}
		}
	}
	if b.Audience != "" && !slices.ContainsFunc(c.Form.Audiences, func(a form.Choice) bool { return a.Code == b.Audience }) {
		return ErrNotFound
	}
	if b.Option != "" && !slices.ContainsFunc(c.Content.Options, func(o Option) bool { return o.number() == b.Option }) {
		return ErrNotFound
	}
	return validTexts([]typed{{"how", b.How}, {"mitigation", b.Mitigation}, {"justification", b.Justification}, {"find_out", b.FindOut}})
}

// typed is a text with the field it is typed in.
type typed struct{ field, text string }

// validTexts refuses the first text that can't be kept.
func validTexts(texts []typed) error {
	for _, n := range texts {
		if err := ValidText(n.field, n.text); err != nil {
			return err
		}
	}
	return nil
}
