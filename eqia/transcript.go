package eqia

import (
	"context"
	"strings"

	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// Transcript is what was understood of a file that is no document of this service, such as a council's older form in Word. Nothing in it is
// guessed: what could not be placed is listed with its own words.
type Transcript struct {
	Document Document
	Ours     bool      // it carries the record that it was exported from, so that what was edited since is known
	Placed   []Passage // what was understood, and where it goes
	Changed  []string  // of a file of ours, what was edited since
	Puzzles  []Passage // what was not understood, with the reason
	Empty    []string  // what the file asks and nobody answered
	Unasked  []string  // what our form asks and the file never did
}

// Passage is a piece of a file: what it stands under there, what it says, and where it goes or why it goes nowhere.
type Passage struct{ Name, Text, Note string }

// Said is a passage on one line: its name and the beginning of what it says.
func (p Passage) Said() string {
	text := strings.Join(strings.Fields(p.Text), " ")
	if runes := []rune(text); len(runes) > mostSaid {
		text = string(runes[:mostSaid]) + "…"
	}
	if p.Name != "" && text != "" {
		return p.Name + ": " + text
	}
	return p.Name + text
}

// mostSaid is how many characters of a passage a line shows.
const mostSaid = 120

// WordReader reads an assessment out of a Word file for a council's form as it stands on a day. What can't be read at all is *Invalid. A legacy
// record may keep rows that our form does not have.
type WordReader func(raw []byte, council form.Profile, on Day, o ImportOptions) (Transcript, error)

// ReadWord says what is understood of a Word file, for the council's form as it stands today, and keeps nothing. What can't be read is *Invalid.
func (s *Service) ReadWord(ctx context.Context, raw []byte, o ImportOptions) (Transcript, error) {
	council, err := s.Council(ctx, s.Profile)
	if err != nil {
		return Transcript{}, err
	}
	return s.Word(raw, council, DayOf(s.Now()), o)
}

// Name gives the document the name of a proposal, where the file has none or another.
func (t *Transcript) Name(title string) {
	t.Document.Content.Answers[form.QuestionTitle] = Answer{Text: title}
}

// Outside makes the document a record of a form that this service never had, signed off elsewhere.
func (t *Transcript) Outside() {
	t.Document.Content.Form.Version = FormOutside
	t.Document.Record.Legacy, t.Document.Record.State = true, workflow.SignedOff
}
