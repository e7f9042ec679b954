package check

import (
	"iter"
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

// block is one block of a card that the form asks for, with what is needed to name it.
type block struct {
	eqia.Block
	characteristic form.Characteristic
	name           string // "Age", or "Age, employees" when the card is split
}

// blocks yields every block that is asked about, of every group the form asks about and of those looked at together. A merged row of an
// outside form is left out: it says nothing of any one group.
func blocks(c *reading) iter.Seq[block] {
	if !c.parted {
		c.parted = true
		for _, ch := range c.Groups() {
			asked, _ := c.Asked(card(c, ch))
			for _, b := range asked {
				c.parts = append(c.parts, block{Block: b, characteristic: ch, name: name(c, ch, b)})
			}
		}
	}
	return slices.Values(c.parts)
}

// rows yields every block of the record, those of merged rows of an outside form among them, for questions about the words alone.
func rows(c *reading) iter.Seq[block] {
	return func(yield func(block) bool) {
		for b := range blocks(c) {
			if !yield(b) {
				return
			}
		}
		for _, k := range c.Content.Cards {
			for _, b := range k.Blocks {
				if k.Merged() && !yield(block{Block: b, characteristic: form.Characteristic{Code: k.Code, Label: k.Label}, name: k.Label}) {
					return
				}
			}
		}
	}
}

// card is a group's own card; an untouched one when it has none.
func card(c *reading, ch form.Characteristic) eqia.Card {
	k := c.Content.Card(ch.Code)
	if k.Merged() {
		return eqia.Card{Code: ch.Code}
	}
	return k
}

func name(c *reading, ch form.Characteristic, b eqia.Block) string {
	name := ch.Label
	if i := slices.IndexFunc(c.Form.Audiences, func(a form.Choice) bool { return a.Code == b.Audience }); i >= 0 {
		name += ", " + strings.ToLower(c.Form.Audiences[i].Label)
	}
	for _, o := range c.Content.Options {
		if eqia.Entry(eqia.OptionPart, o.No).Key == b.Option {
			name += ", option: " + o.Label
		}
	}
	return name
}

// remark says something of the block, on its card.
func (b block) remark(message string) Remark { return atCard(b.characteristic.Code, b.name, message) }

func atCard(code, name, message string) Remark {
	return Remark{Where: eqia.PartKey{Kind: eqia.CardPart, Key: code}, Message: name + ": " + message}
}
