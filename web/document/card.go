package document

import (
	"slices"

	"dorset-eqia/eqia"
)

// Card is what was found for one group, or for several that an older form asked about in one row.
type Card struct {
	Part    eqia.PartKey
	Label   string
	Kind    string // form.Statutory, form.Local or form.Combined; empty for a merged row
	Effects eqia.Effects
	Covers  []string // labels of the groups a merged row stood for
	Merged  string   // printed name of the merged row that stood for this group
	Sharing bool     // neutral, by the one shared reason
	Blocks  []Block
}

// Block is one finding on a card. Title says whom and which option it is about, where the card is split.
type Block struct {
	Title    string
	Audience string // whose code it is about; empty for all
	Option   string // whose number it is about; empty for all
	Effects  eqia.Effects
	How      string
	Aims     []string // in the words of the Act
	Evidence []Cited
	Lines    []Line // what will be done, why it goes ahead, how more will be found out
}

// Cited is a source of evidence that a block rests on.
type Cited struct {
	Title, Href string
}

// Adverse reports whether the card holds a negative or an unclear effect.
func (c Card) Adverse() bool { return c.Effects.Has(eqia.Negative) || c.Effects.Has(eqia.Unclear) }

// groups makes a card for each group in force, then for those that were looked at together, then for each other card of the record.
func (w writer) groups() []Card {
	var out []Card
	listed := map[string]bool{}
	together := eqia.Case{Version: eqia.Version{Content: w.content}, Form: w.form}.Intersections()
	for _, ch := range slices.Concat(w.form.CharacteristicsInForce(w.day), together) {
		listed[ch.Code] = true
		c := w.card(w.content.Card(ch.Code))
		c.Label, c.Kind, c.Merged = ch.Label, ch.Kind, w.merged(ch.Code)
		out = append(out, c)
	}
	for _, k := range w.content.Cards {
		if !listed[k.Code] {
			c := w.card(k)
			c.Label = w.label(k.Code)
			if k.Label != "" {
				c.Label = k.Label
			}
			out = append(out, c)
		}
	}
	return out
}

// merged is the printed name of the merged row that stood for a group; "" when it had a row of its own.
func (w writer) merged(code string) string {
	for _, k := range w.content.Cards {
		if k.Code != code && slices.Contains(k.Covers, code) {
			return k.Label
		}
	}
	return ""
}

func (w writer) card(k eqia.Card) Card {
	c := Card{Part: eqia.PartKey{Kind: eqia.CardPart, Key: k.Code}, Effects: k.Effects()}
	for _, code := range k.Covers {
		c.Covers = append(c.Covers, w.label(code))
	}
	c.Sharing = len(k.Blocks) == 1 && k.Blocks[0].Shared
	for _, b := range k.Blocks {
		c.Blocks = append(c.Blocks, w.block(b))
	}
	return c
}

func (w writer) block(b eqia.Block) Block {
	out := Block{Title: w.about(b), Audience: b.Audience, Option: b.Option, Effects: b.Effects, How: b.How, Lines: said(
		Line{Name: "What will be done about it", Text: b.Mitigation, Field: "mitigation"},
		Line{Name: "Why it goes ahead all the same", Text: b.Justification, Field: "justification"},
		Line{Name: "What will be found out", Text: b.FindOut, Field: "find_out"})}
	if b.Shared && b.How == "" {
		out.How = w.content.Answers[eqia.SharedReason].Text
	}
	for _, code := range b.Aims {
		if aim, ok := w.form.Aim(code); ok {
			out.Aims = append(out.Aims, aim.Label)
		}
	}
	for _, no := range b.Evidence {
		if e, err := w.content.EntryOf(eqia.EvidencePart, no); err == nil {
			out.Evidence = append(out.Evidence, Cited{e.(eqia.Evidence).Title, "#" + ID(eqia.Entry(eqia.EvidencePart, no))})
		}
	}
	return out
}

// about names the people and the option of a block; "" when it is about all of them.
func (w writer) about(b eqia.Block) string { return w.content.BlockName(w.form, b) }

// BlockName names the audience and the option that a block of a case is about; "" when it is about all of them.
func BlockName(c eqia.Case, b eqia.Block) string {
	return c.Content.BlockName(c.Form, b)
}

// alone reports whether the card is drawn by itself: one that shares its reason, or that a merged row stood for, is not.
func (c Card) alone() bool { return !c.Sharing && (c.Merged == "" || len(c.Effects) > 0) }

// sharing names the groups that are drawn together, under the one reason they share.
func (d Doc) sharing() []string {
	var out []string
	for _, c := range d.Groups {
		if c.Sharing {
			out = append(out, c.Label)
		}
	}
	return out
}
