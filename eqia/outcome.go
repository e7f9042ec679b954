package eqia

import (
	"context"
	"slices"
	"strconv"
)

// Came is what became of a prediction or of an action.
type Came string

// What can have become of a prediction, and of an action. Nothing is chosen until a person chooses it.
const (
	AsPredicted Came = "as_predicted"
	LessSo      Came = "less"
	MoreSo      Came = "more"
	DidNot      Came = "did_not"
	NotKnownYet Came = "not_known"
	Done        Came = "done"
	NotDone     Came = "not_done"
)

// CameOf lists what can have become of a prediction, or of an action, in the order shown.
func CameOf(action bool) []Came {
	if action {
		return []Came{Done, NotDone}
	}
	return []Came{AsPredicted, LessSo, MoreSo, DidNot, NotKnownYet}
}

// Label is the choice in the words shown beside its radio.
func (c Came) Label() string {
	return map[Came]string{AsPredicted: "It happened as predicted", LessSo: "It happened, but less", MoreSo: "It happened, and more",
		DidNot: "It did not happen", NotKnownYet: "We do not know yet", Done: "Done", NotDone: "Not done"}[c]
}

// Outcome is what became of one thing that a signed version predicted or promised: a block of a card that was not neutral, or an action.
// What was predicted is kept beside it in its own words, so that the record can be read alone.
type Outcome struct {
	No       int     `json:"no"`
	Of       string  `json:"of"`              // number of the version that said so
	Card     string  `json:"card,omitempty"`  // code of the card; empty for an action
	Label    string  `json:"label,omitempty"` // printed name of a row that an outside form merged
	Audience string  `json:"audience,omitempty"`
	Option   string  `json:"option,omitempty"`
	Action   int     `json:"action,omitempty"` // number of the action; 0 for a prediction
	Effects  Effects `json:"effects,omitempty"`
	Said     string  `json:"said"`              // how the group was to be affected, or what was to be done
	Planned  string  `json:"planned,omitempty"` // what was to be done about it, or who was to do it and when
	Came     Came    `json:"came"`              // empty until someone says
	Text     string  `json:"text"`              // what happened, in words
}

// Kind says that this is an outcome.
func (o Outcome) Kind() PartKind { return OutcomePart }

// Number is its number in the list, which never changes.
func (o Outcome) Number() int { return o.No }

// WithNumber is the same under another number.
func (o Outcome) WithNumber(no int) Numbered {
	o.No = no
	return o
}

// Name is what was predicted or promised.
func (o Outcome) Name() string { return o.Said }

func (o Outcome) texts() []typed { return []typed{{"text", o.Text}} }

// IsAction reports whether it is about an action.
func (o Outcome) IsAction() bool { return o.Action > 0 }

// Ref names the block that it is about.
func (o Outcome) Ref() BlockRef {
	return BlockRef{Card: o.Card, Audience: o.Audience, Option: o.Option}
}

// Predictions lists all that a version predicted or promised, with nothing said yet about what became of it: its blocks that are not
// neutral by card, then its actions.
func (v Version) Predictions() []Outcome {
	var out []Outcome
	c := v.Content.Clone()
	c.Sort()
	for _, k := range c.Cards {
		for _, b := range k.Blocks {
			if len(b.Effects) > 0 && !b.Effects.Only(Neutral) {
				out = append(out, Outcome{No: len(out) + 1, Of: v.Number(), Card: k.Code, Label: k.Label, Audience: b.Audience, Option: b.Option,
					Effects: b.Effects, Said: b.How, Planned: joined(b.Mitigation, b.FindOut)})
			}
		}
	}
	for _, a := range c.Actions {
		out = append(out, Outcome{No: len(out) + 1, Of: v.Number(), Action: a.No, Said: a.What, Planned: joined(a.Responsible(), a.When.Words())})
	}
	return out
}

// Unreported lists the outcomes that nobody has said anything about yet.
func (c Content) Unreported() []Outcome {
	return slices.DeleteFunc(slices.Clone(c.Outcomes), func(o Outcome) bool { return o.Came != "" })
}

// Reported is one outcome as a person puts it: the number it stands under, what came, and the counter it was read with.
type Reported struct {
	No   int
	Came Came
	Text string
	Base int
}

// SaveOutcomes keeps what people say became of the last version's predictions and actions, each against its own counter.
func (s *Service) SaveOutcomes(ctx context.Context, c Case, reports []Reported) error {
	if err := s.mayEdit(c); err != nil {
		return err
	}
	var parts []Part
	for _, r := range reports {
		e, err := c.Content.EntryOf(OutcomePart, r.No)
		o, ok := e.(Outcome)
		if err != nil || !ok {
			return ErrNotFound
		}
		if r.Came != "" && !slices.Contains(CameOf(o.IsAction()), r.Came) {
			return &Invalid{Field: "came-" + strconv.Itoa(r.No), Says: "Select what happened"}
		}
		if err := ValidText("text-"+strconv.Itoa(r.No), r.Text); err != nil {
			return err
		}
		if o.Came == r.Came && o.Text == r.Text {
			continue
		}
		o.Came, o.Text = r.Came, r.Text
		parts = append(parts, Part{Key: Entry(OutcomePart, o.No), Base: r.Base, Body: o})
	}
	return s.save(ctx, c, parts)
}
