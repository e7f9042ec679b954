package eqia

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"dorset-eqia/eqia/library"
)

// Numbered is an entry of one of the lists: an option, a source of evidence, people engaged, or an action.
type Numbered interface {
	Kind() PartKind
	Number() int
	WithNumber(no int) Numbered
	Name() string // what lists call it
	texts() []typed
}

// Kind says that this is an option.
func (o Option) Kind() PartKind { return OptionPart }

// Number is its number in the list, which never changes.
func (o Option) Number() int { return o.No }

// WithNumber is the same under another number.
func (o Option) WithNumber(no int) Numbered {
	o.No = no
	return o
}

// Kind says that this is a source of evidence.
func (e Evidence) Kind() PartKind { return EvidencePart }

// Number is its number in the list, which never changes.
func (e Evidence) Number() int { return e.No }

// WithNumber is the same under another number.
func (e Evidence) WithNumber(no int) Numbered {
	e.No = no
	return e
}

// Kind says that this is people engaged.
func (e Engagement) Kind() PartKind { return EngagementPart }

// Number is its number in the list, which never changes.
func (e Engagement) Number() int { return e.No }

// WithNumber is the same under another number.
func (e Engagement) WithNumber(no int) Numbered {
	e.No = no
	return e
}

// Kind says that this is an action.
func (a Action) Kind() PartKind { return ActionPart }

// Number is its number in the list, which never changes.
func (a Action) Number() int { return a.No }

// WithNumber is the same under another number.
func (a Action) WithNumber(no int) Numbered {
	a.No = no
	return a
}

// Name is the option's label.
func (o Option) Name() string { return o.Label }

// Name is the title of the source.
func (e Evidence) Name() string { return e.Title }

// Name is who they were.
func (e Engagement) Name() string { return e.Who }

// Name is what will be done.
func (a Action) Name() string { return a.What }

func (o Option) texts() []typed { return []typed{{"label", o.Label}, {"text", o.Text}} }

func (e Evidence) texts() []typed {
	return []typed{{"title", e.Title}, {"source", e.Source}, {"date", e.Date}, {"area", e.Area}, {"link", e.Link}, {"says", e.Says}}
}

func (e Engagement) texts() []typed {
	return []typed{{"who", e.Who}, {"how", e.How}, {"when", e.When}, {"how_many", e.HowMany}, {"said", e.Said}, {"changed", e.Changed}}
}

func (a Action) texts() []typed {
	out := []typed{{"issue", a.Issue}, {"what", a.What}, {"who", a.Who}, {"measure", a.Measure}, {"start", a.Start}, {"when", a.When.Text}}
	for _, name := range a.Others {
		out = append(out, typed{"others", name})
	}
	return out
}

// Entries lists one list of the record.
func (c Content) Entries(kind PartKind) []Numbered {
	switch kind {
	case OptionPart:
		return numbered(c.Options)
	case EvidencePart:
		return numbered(c.Evidence)
	case EngagementPart:
		return numbered(c.Engagement)
	case ActionPart:
		return numbered(c.Actions)
	case OutcomePart:
		return numbered(c.Outcomes)
	default:
		return nil
	}
}

func numbered[T Numbered](list []T) []Numbered {
	out := make([]Numbered, len(list))
	for i, e := range list {
		out[i] = e
	}
	return out
}

// EntryOf finds an entry by kind and number.
func (c Content) EntryOf(kind PartKind, no int) (Numbered, error) {
	for _, e := range c.Entries(kind) {
		if e.Number() == no {
			return e, nil
		}
	}
	return nil, ErrNotFound
}

// maxEntries is how many entries one list may hold.
const maxEntries = 200

// AddEntry adds an entry to its list under the next number, which it gives. Two people who add at once both succeed.
func (s *Service) AddEntry(ctx context.Context, c Case, e Numbered, once string) (int, error) {
	if err := s.mayEdit(c); err != nil {
		return 0, err
	}
	if err := validEntry(c, e); err != nil {
		return 0, err
	}
	if len(c.Content.Entries(e.Kind())) >= maxEntries {
		return 0, &Invalid{Field: "title", Says: "This list is full. Change one that is there, or remove one first"}
	}
	no := c.nextNumber(e.Kind())
	for range 20 {
		err := s.saveOnce(ctx, c, []Part{{Key: Entry(e.Kind(), no), Body: e.WithNumber(no)}}, once)
		var conflict *Conflict
		if !errors.As(err, &conflict) {
			return no, err
		}
		no++
	}
	return 0, ErrNotSaved
}

// ChangeEntry keeps a changed entry against the counter it was read with.
func (s *Service) ChangeEntry(ctx context.Context, c Case, e Numbered, base int) error {
	if err := s.mayEdit(c); err != nil {
		return err
	}
	if _, err := c.Content.EntryOf(e.Kind(), e.Number()); err != nil {
		return err
	}
	if err := validEntry(c, e); err != nil {
		return err
	}
	return s.save(ctx, c, []Part{{Key: Entry(e.Kind(), e.Number()), Base: base, Body: e}})
}

// RemoveEntry takes an entry away against the counter it was read with, and every mention of a removed source of evidence from the cards.
// What was said about a removed option is kept, with the cards' other answers.
func (s *Service) RemoveEntry(ctx context.Context, c Case, key PartKey, base int) error {
	if err := s.mayEdit(c); err != nil {
		return err
	}
	no, err := strconv.Atoi(key.Key)
	if err != nil {
		return ErrNotFound
	}
	if _, err := c.Content.EntryOf(key.Kind, no); err != nil {
		return err
	}
	parts := []Part{{Key: key, Base: base}}
	switch key.Kind {
	case EvidencePart:
		parts = append(parts, c.uncite(no)...)
	case OptionPart:
		parts = append(parts, c.without(key.Key)...)
	default: // nothing points to people who were asked or to an action
	}
	return s.save(ctx, c, parts)
}

// uncite is every card that cites a source, without it.
func (c Case) uncite(no int) []Part {
	var out []Part
	for _, k := range c.Content.Cards {
		cites := false
		k.Blocks = slices.Clone(k.Blocks)
		for i, b := range k.Blocks {
			cites = cites || slices.Contains(b.Evidence, no)
			k.Blocks[i].Evidence = slices.DeleteFunc(slices.Clone(b.Evidence), func(n int) bool { return n == no })
		}
		if cites {
			out = append(out, CardSave(k, c.Stamps[PartKey{CardPart, k.Code}].Counter))
		}
	}
	return out
}

// nextNumber is one more than any number the list ever gave: a removed entry leaves its stamp behind, so a comment on it never comes to
// stand beside another.
func (c Case) nextNumber(kind PartKind) int {
	highest := 0
	for key := range c.Stamps {
		if no, err := strconv.Atoi(key.Key); err == nil && key.Kind == kind {
			highest = max(highest, no)
		}
	}
	return highest + 1
}

func validEntry(c Case, e Numbered) error {
	if err := validTexts(e.texts()); err != nil {
		return err
	}
	switch e := e.(type) {
	case Action:
		return c.validAction(e)
	case Evidence:
		if _, ok := library.ParseID(e.Fact); e.Fact != "" && !ok {
			return &Invalid{Field: "fact", Says: "Choose the figure from the library again"}
		}
		for _, code := range e.Characteristics {
			if _, ok := c.Form.Characteristic(code); !ok {
				return &Invalid{Field: "characteristics", Says: "Select groups from the list"}
			}
		}
	}
	return nil
}

func (c Case) validAction(a Action) error {
	for _, ref := range a.Answers {
		k := c.Content.Card(ref.Card)
		if !slices.ContainsFunc(k.Blocks, func(b Block) bool { return b.Ref(k.Code) == ref }) {
			return &Invalid{Field: "answers", Says: "Select impacts from the list"}
		}
	}
	return a.When.Validate()
}

// saveOnce is save under a form's key, so that pressing twice adds one entry.
func (s *Service) saveOnce(ctx context.Context, c Case, parts []Part, once string) error {
	return s.Store.Write(ctx, s.saving(c, parts, once))
}
