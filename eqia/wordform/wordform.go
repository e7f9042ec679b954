// Package wordform reads an assessment out of a Word file: one that this service wrote and someone edited, or a council's older form. It
// guesses nothing. What it can't place is listed in its own words, and so is what was left empty and what the file never asked.
package wordform

import (
	"errors"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/word"
)

// Read reads an assessment out of a Word file, for a council's form as it stands on a day. It is an eqia.WordReader.
func Read(raw []byte, council form.Profile, on eqia.Day, o eqia.ImportOptions) (eqia.Transcript, error) {
	f, err := word.Read(raw)
	var refused *word.Refused
	if errors.As(err, &refused) {
		return eqia.Transcript{}, &eqia.Invalid{Field: "file", Says: refused.Says}
	}
	if err != nil {
		return eqia.Transcript{}, err
	}
	fv, ok := council.Latest(string(on))
	if !ok {
		return eqia.Transcript{}, &eqia.Invalid{Field: "file", Says: "There is no form in force today. Ask the equality team"}
	}
	s := &scribe{filling: filling{form: fv, legacy: o.Legacy, day: string(on), asked: map[string]bool{}}}
	s.Document = eqia.Document{Format: eqia.DocumentFormat, Content: eqia.NewContent(eqia.FormRef{Profile: council.Code, Version: fv.Code}),
		Record: eqia.Record{People: []eqia.Named{}, Conditions: []string{}}}
	if kept, ok := carriedIn(f.Custom); ok {
		return readOurs(f, kept, council, s.filling), nil
	}
	s.style(f.Blocks)
	s.blocks(f.Blocks)
	s.end()
	for _, kind := range f.Unread {
		s.puzzle("", "", "The file has "+kind+", which were not read")
	}
	s.unasked()
	s.title(f)
	return s.Transcript, nil
}

// title notes that the file has no name of the proposal.
func (f *filling) title(file word.File) {
	if f.Document.Content.Title() == "" && file.Title != "" {
		f.puzzle("The title of the file", file.Title, "It may be the name of the proposal, which was not found in the text")
	}
}

// filling is an assessment while it is being filled in from a file.
type filling struct {
	eqia.Transcript
	form   form.Version
	day    string
	legacy bool
	asked  map[string]bool // questions and groups that the file asks about, by code
}

// placed notes what was understood: its name in the file, and where it went.
func (f *filling) placed(name, text, where string) {
	f.Placed = append(f.Placed, eqia.Passage{Name: name, Text: text, Note: where})
}

// puzzle notes what was not understood, and why.
func (f *filling) puzzle(name, text, why string) {
	f.Puzzles = append(f.Puzzles, eqia.Passage{Name: name, Text: text, Note: why})
}

// empty notes what the file asks and nobody answered.
func (f *filling) empty(name string) {
	if !slices.Contains(f.Empty, name) {
		f.Empty = append(f.Empty, name)
	}
}

// unasked lists what our form asks and the file never did. What was left empty in one place and answered in another is not empty.
func (f *filling) unasked() {
	f.Empty = slices.DeleteFunc(f.Empty, func(name string) bool {
		return slices.ContainsFunc(variants(name), func(v string) bool {
			return slices.ContainsFunc(f.form.QuestionsNamed(v), func(q form.Question) bool { return f.listed(q) || !f.Document.Content.Answers[q.Code].Empty() })
		})
	})
	for _, q := range f.form.Questions() {
		if !f.asked[q.Code] {
			f.Unasked = append(f.Unasked, q.Short)
		}
	}
	for _, c := range f.form.CharacteristicsInForce(f.day) {
		if !f.asked[c.Code] {
			f.Unasked = append(f.Unasked, "Impacts: "+c.Label)
		}
	}
}

// block gives a block of a card to be filled in; false when the card has one for the same people already.
func (f *filling) block(code, audience string) (*eqia.Block, bool) {
	cards := &f.Document.Content.Cards
	i := slices.IndexFunc(*cards, func(k eqia.Card) bool { return k.Code == code })
	if i < 0 {
		i = len(*cards)
		*cards = append(*cards, eqia.Card{Code: code, Blocks: []eqia.Block{}})
	}
	k := &(*cards)[i]
	at := slices.IndexFunc(k.Blocks, func(b eqia.Block) bool { return b.Audience == audience })
	if at >= 0 {
		return &k.Blocks[at], false
	}
	b := eqia.BlankBlock()
	b.Audience = audience
	k.Blocks = append(k.Blocks, b)
	return &k.Blocks[len(k.Blocks)-1], true
}
