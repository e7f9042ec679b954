package eqia

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"dorset-eqia/eqia/record"
)

// PartsOf is everything in a record as parts to be saved for the first time.
func PartsOf(c Content) []Part {
	var out []Part
	for code, a := range c.Answers {
		out = append(out, Part{Key: PartKey{AnswerPart, code}, Body: a})
	}
	slices.SortFunc(out, func(a, b Part) int { return strings.Compare(a.Key.Key, b.Key.Key) })
	for _, k := range c.Cards {
		out = append(out, CardSave(k, 0))
	}
	for _, o := range c.Options {
		out = append(out, Part{Key: Entry(OptionPart, o.No), Body: o})
	}
	for _, e := range c.Evidence {
		out = append(out, Part{Key: Entry(EvidencePart, e.No), Body: e})
	}
	for _, e := range c.Engagement {
		out = append(out, Part{Key: Entry(EngagementPart, e.No), Body: e})
	}
	for _, a := range c.Actions {
		out = append(out, Part{Key: Entry(ActionPart, a.No), Body: a})
	}
	for _, o := range c.Outcomes {
		out = append(out, Part{Key: Entry(OutcomePart, o.No), Body: o})
	}
	return out
}

// CardSave is a card to be saved, with its effects as lists and counts use them. A merged row of an outside form counts under none.
func CardSave(k Card, base int) Part {
	p := Part{Key: PartKey{CardPart, k.Code}, Base: base, Body: k}
	if k.Merged() {
		return p
	}
	for _, b := range k.Blocks {
		for _, e := range b.Effects {
			p.Effects = append(p.Effects, Effected{k.Code, b.Audience, b.Option, e})
		}
	}
	return p
}

// Sort puts every list in its fixed order: cards by code, entries by number.
func (c *Content) Sort() {
	slices.SortFunc(c.Cards, func(a, b Card) int { return strings.Compare(a.Code, b.Code) })
	slices.SortFunc(c.Options, func(a, b Option) int { return a.No - b.No })
	slices.SortFunc(c.Evidence, func(a, b Evidence) int { return a.No - b.No })
	slices.SortFunc(c.Engagement, func(a, b Engagement) int { return a.No - b.No })
	slices.SortFunc(c.Actions, func(a, b Action) int { return a.No - b.No })
	slices.SortFunc(c.Outcomes, func(a, b Outcome) int { return a.No - b.No })
}

// Canonical is the record in its one canonical form (RFC 8785), with empty lists kept.
func (c Content) Canonical() ([]byte, error) {
	c.Sort()
	return record.Canonical(c.whole())
}

// ReadContent reads a record from JSON. Unknown fields are refused, so that nothing is lost without a word.
func ReadContent(raw []byte) (Content, error) {
	var c Content
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&c); err != nil {
		return Content{}, fmt.Errorf("read the assessment: %w", err)
	}
	return c.whole(), nil
}

// Clone is the same record with nothing shared: changing one leaves the other as it was.
func (c Content) Clone() Content {
	answers := make(map[string]Answer, len(c.Answers))
	for code, a := range c.Answers {
		a.Choices = slices.Clone(a.Choices)
		answers[code] = a
	}
	c.Answers = answers
	c = c.whole()
	for i, k := range c.Cards {
		c.Cards[i].Covers = slices.Clone(k.Covers)
	}
	return c
}

// whole is the record with every list there, empty where nothing was said.
func (c Content) whole() Content {
	if c.Answers == nil {
		c.Answers = map[string]Answer{}
	}
	c.Cards, c.Options, c.Evidence = full(c.Cards), full(c.Options), full(c.Evidence)
	c.Engagement, c.Actions = full(c.Engagement), full(c.Actions)
	for i, k := range c.Cards {
		k.Blocks = full(k.Blocks)
		for j, b := range k.Blocks {
			b.Effects, b.Aims, b.Evidence = full(b.Effects), full(b.Aims), full(b.Evidence)
			k.Blocks[j] = b
		}
		c.Cards[i] = k
	}
	for i, e := range c.Evidence {
		c.Evidence[i].Characteristics = full(e.Characteristics)
	}
	for i, a := range c.Actions {
		c.Actions[i].Answers, c.Actions[i].Others = full(a.Answers), slices.Clone(a.Others)
	}
	c.Outcomes = slices.Clone(c.Outcomes)
	for i, o := range c.Outcomes {
		c.Outcomes[i].Effects = slices.Clone(o.Effects)
	}
	return c
}

func full[T any, L ~[]T](list L) L {
	if list == nil {
		return L{}
	}
	return slices.Clone(list)
}
