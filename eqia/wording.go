package eqia

import (
	"context"
	"slices"
	"strings"

	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// Wording is one typed text of a part, for which a reviewer may suggest other words.
type Wording struct {
	For   string // names it within its part
	Label string
	Text  string
}

// blockTexts are the typed texts of a block, by the name a suggestion uses.
var blockTexts = []struct {
	name, label string
	of          func(*Block) *string
	asked       func(Block) bool
}{
	{"how", "What the effect is", func(b *Block) *string { return &b.How }, func(Block) bool { return true }},
	{"mitigation", "What will be done about it", func(b *Block) *string { return &b.Mitigation }, Block.NeedsAnswer},
	{"justification", "Why it goes ahead", func(b *Block) *string { return &b.Justification }, Block.NeedsAnswer},
	{"find_out", "How more will be found out", func(b *Block) *string { return &b.FindOut }, func(b Block) bool { return b.Effects.Has(Unclear) }},
}

// nameOf names a text of one block: "how", or "how@residents@2" where the card is split.
func nameOf(text string, b Block) string {
	return strings.TrimRight(text+"@"+b.Audience+"@"+b.Option, "@")
}

// Wordings lists the typed texts of a part; entries of lists and answers that are chosen have none.
func (c Case) Wordings(k PartKey) []Wording {
	switch {
	case k == PartKey{AnswerPart, SharedReason}:
		return []Wording{{For: "text", Label: "The shared reason", Text: c.Content.Answers[SharedReason].Text}}
	case k.Kind == AnswerPart:
		q, ok := c.Form.Question(k.Key)
		if !ok || q.Kind != form.Text && q.Kind != form.Line {
			return nil
		}
		return []Wording{{For: "text", Label: q.Short, Text: c.Content.Answers[k.Key].Text}}
	case k.Kind == CardPart:
		return c.cardWordings(c.Content.Card(k.Key))
	}
	return nil
}

func (c Case) cardWordings(k Card) []Wording {
	var out []Wording
	for _, b := range k.Blocks {
		for _, t := range blockTexts {
			if t.asked(b) || *t.of(&b) != "" {
				out = append(out, Wording{For: nameOf(t.name, b), Label: t.label + c.whose(b), Text: *t.of(&b)})
			}
		}
	}
	return out
}

// whose says which people and which option a block of a split card is about.
func (c Case) whose(b Block) string {
	var about []string
	for _, a := range c.Form.Audiences {
		if a.Code == b.Audience {
			about = append(about, a.Label)
		}
	}
	if b.Option != "" {
		about = append(about, "option "+b.Option)
	}
	if len(about) == 0 {
		return ""
	}
	return " (" + strings.Join(about, ", ") + ")"
}

// Wording finds a typed text of a part by its name; false when there is none.
func (c Case) Wording(k PartKey, name string) (Wording, bool) {
	list := c.Wordings(k)
	i := slices.IndexFunc(list, func(w Wording) bool { return w.For == name })
	if i < 0 {
		return Wording{}, false
	}
	return list[i], true
}

// suggest puts wording with a comment. The equality team may, while it reviews; what is suggested has to differ from what is there.
func (c Case) suggest(m *Comment, name, text string) error {
	text = Lines(text)
	if c.State != workflow.InReview || !c.Standing.Has(workflow.Reviewer, workflow.Lead) || m.ReplyTo != "" {
		return &workflow.Refusal{Event: workflow.Comment, State: c.State, Why: workflow.NotYours}
	}
	now, ok := c.Wording(m.Part, name)
	switch {
	case !ok:
		return &Invalid{Field: "for", Says: "Select which text the wording is for"}
	case text == "":
		return &Invalid{Field: "wording", Says: "Enter the wording you suggest"}
	case text == now.Text:
		return &Invalid{Field: "wording", Says: "Change the wording: this is what it says now"}
	}
	m.Wording = Suggestion{For: name, Text: text, Base: c.Stamps[m.Part].Counter}
	return ValidText("wording", text)
}

// reword is a part with other words in one of its texts.
func (c Case) reword(k PartKey, name, text string, base int) (Part, error) {
	if _, ok := c.Wording(k, name); !ok {
		return Part{}, &Conflict{Parts: []PartKey{k}}
	}
	if k.Kind == AnswerPart {
		a := c.Content.Answers[k.Key]
		a.Text = text
		return Part{Key: k, Base: base, Body: a}, nil
	}
	card := c.Content.Card(k.Key)
	card.Blocks = slices.Clone(card.Blocks)
	for i := range card.Blocks {
		for _, t := range blockTexts {
			if nameOf(t.name, card.Blocks[i]) == name {
				*t.of(&card.Blocks[i]) = text
				card.Blocks[i].Shared = card.Blocks[i].Shared && t.name != "how"
			}
		}
	}
	return CardSave(card, base), nil
}

// WordingCommand uses the wording that came with a comment. Base is the counter of the part that the person saw.
type WordingCommand struct {
	Comment CommentID
	Base    int
	Once    string
}

// UseWording puts suggested words in the place they were suggested for, as a save of the person who accepts them; who suggested them does
// not become a contributor. *Conflict says that the part has been saved since.
func (s *Service) UseWording(ctx context.Context, c Case, cmd WordingCommand) error {
	if _, err := s.find(c, workflow.ApplyWording, nil); err != nil {
		return s.again(ctx, cmd.Once, err)
	}
	m, err := s.commentOf(ctx, c, cmd.Comment)
	if err != nil {
		return err
	}
	if !m.Wording.Offered() {
		return ErrNotFound
	}
	if !m.Wording.UsedAt.IsZero() {
		return &Repeat{Result: c.Assessment.Reference}
	}
	part, err := c.reword(m.Part, m.Wording.For, m.Wording.Text, cmd.Base)
	if err != nil {
		return err
	}
	change := s.saving(c, []Part{part}, cmd.Once)
	m.Wording.UsedAt = s.Now().UTC()
	if m.State == CommentOpen {
		m.State = CommentAnswered
	}
	change.Comments = []Comment{m}
	change.Acts = append(change.Acts, s.act(c, workflow.ApplyWording, map[string]string{"comment": string(m.ID), "part": m.Part.String()}))
	return s.Store.Write(ctx, change)
}
