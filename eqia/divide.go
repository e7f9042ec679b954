package eqia

import (
	"context"
	"slices"
	"strconv"
)

// Layout is how a card is divided: once for everyone, or an answer for each audience, for each option, or for each of both.
type Layout struct{ ByAudience, ByOption bool }

// Layout is how the card is divided now.
func (c Card) Layout() Layout {
	return Layout{ByAudience: slices.ContainsFunc(c.Blocks, func(b Block) bool { return b.Audience != "" }),
		ByOption: slices.ContainsFunc(c.Blocks, func(b Block) bool { return b.Option != "" })}
}

// Divide gives the card one block for each audience and option; none of either means one for all of them. Each block takes the text of
// those it comes from: a block that is divided is copied, and blocks that come together keep all of their text, each part once. A block
// that none of the new ones comes from stays as it is.
func (c Card) Divide(audiences, options []string) Card {
	was := c.Blocks
	if len(was) == 0 {
		was = []Block{BlankBlock()}
	}
	used := make([]bool, len(was))
	c.Blocks = nil
	for _, option := range orAll(options) {
		for _, audience := range orAll(audiences) {
			var from []Block
			for i, b := range was {
				if meets(b.Audience, audience) && meets(b.Option, option) {
					from, used[i] = append(from, b), true
				}
			}
			c.Blocks = append(c.Blocks, merged(from, audience, option))
		}
	}
	for i, b := range was {
		if !used[i] {
			c.Blocks = append(c.Blocks, b)
		}
	}
	return c
}

// orAll is a list of codes, or the one empty code that means all of them.
func orAll(codes []string) []string {
	if len(codes) == 0 {
		return []string{""}
	}
	return codes
}

// meets reports whether two codes, either of which may mean all, stand for anyone in common.
func meets(a, b string) bool { return a == "" || b == "" || a == b }

// merged is one block about an audience and an option with all that the others say; a blank one of none.
func merged(from []Block, audience, option string) Block {
	one := BlankBlock()
	for i, b := range from {
		if i == 0 {
			one = b
			continue
		}
		one.take(b)
		one.Shared = one.Shared && b.Shared
	}
	one.Audience, one.Option, one.Effects = audience, option, Card{Blocks: from}.Effects()
	return one
}

// take adds what another block says in words, each part once, and what it rests on.
func (b *Block) take(other Block) {
	b.How = joined(b.How, other.How)
	b.Mitigation = joined(b.Mitigation, other.Mitigation)
	b.Justification = joined(b.Justification, other.Justification)
	b.FindOut = joined(b.FindOut, other.FindOut)
	b.Aims = union(b.Aims, other.Aims)
	b.Evidence = union(b.Evidence, other.Evidence)
}

// Divided is the card of a group as it would be in another layout, for the audiences and options there are. Blocks that are set aside stay.
func (c Case) Divided(code string, by Layout) Card {
	k := c.Content.Card(code)
	asked, aside := c.Asked(k)
	k.Blocks = asked
	var audiences, options []string
	if by.ByAudience {
		for _, a := range c.Audiences() {
			audiences = append(audiences, a.Code)
		}
	}
	if by.ByOption {
		for _, o := range c.Content.Options {
			options = append(options, o.number())
		}
	}
	k = k.Divide(audiences, options)
	k.Blocks = append(k.Blocks, aside...)
	return k
}

// DivideCard divides a group's card, or puts it together again, against the counter it was read with. Actions that dealt with a block deal
// with what it became.
func (s *Service) DivideCard(ctx context.Context, c Case, code string, by Layout, base int) error { //nolint:revive // who, which card, how, and what it was read at
	if err := s.mayEdit(c); err != nil {
		return err
	}
	k := c.Divided(code, by)
	if err := c.validCard(k); err != nil {
		return err
	}
	return s.save(ctx, c, append([]Part{CardSave(k, base)}, c.repointed([]Card{k})...))
}

// without is every card that has an answer for an option, as it is once that is no longer considered, and the actions that dealt with it.
func (c Case) without(option string) []Part {
	name := "option " + option
	for _, o := range c.Content.Options {
		if o.number() == option && o.Label != "" {
			name = "“" + o.Label + "”"
		}
	}
	var cards []Card
	for _, k := range c.Content.Cards {
		if slices.ContainsFunc(k.Blocks, func(b Block) bool { return b.Option == option }) {
			cards = append(cards, k.Without(option, name))
		}
	}
	var out []Part
	for _, k := range cards {
		out = append(out, CardSave(k, c.Stamps[PartKey{CardPart, k.Code}].Counter))
	}
	return append(out, c.repointed(cards)...)
}

// Without is the card once an option is no longer considered. The effects of that option go. Its words are kept: they are added, under
// its name, to the card's first answer about the same people, unless that says the same. Where there is none they stay as an answer for
// every option.
func (c Card) Without(option, name string) Card {
	var kept, gone []Block
	for _, b := range c.Blocks {
		if b.Option == option {
			gone = append(gone, b)
		} else {
			kept = append(kept, b)
		}
	}
	for _, b := range gone {
		i := slices.IndexFunc(kept, func(host Block) bool { return meets(host.Audience, b.Audience) })
		if i < 0 {
			b.Option = ""
			kept = append(kept, b)
			continue
		}
		host := kept[i]
		host.take(b.named(name, host))
		host.Shared = host.Shared && host.How == ""
		kept[i] = host
	}
	c.Blocks = kept
	return c
}

// named is the block with each of its texts under a name, and without those that another block has too.
func (b Block) named(name string, beside Block) Block {
	under := func(text, other string) string {
		if text == "" || text == other {
			return ""
		}
		return "About " + name + ", which is no longer considered: " + text
	}
	b.How, b.Mitigation = under(b.How, beside.How), under(b.Mitigation, beside.Mitigation)
	b.Justification, b.FindOut = under(b.Justification, beside.Justification), under(b.FindOut, beside.FindOut)
	return b
}

// repointed is every action that deals with a block of these cards that is no longer there, dealing instead with the blocks that it became.
func (c Case) repointed(cards []Card) []Part {
	var out []Part
	for _, a := range c.Content.Actions {
		answers := []BlockRef{}
		for _, ref := range a.Answers {
			answers = union(answers, ref.became(cards))
		}
		if !slices.Equal(answers, a.Answers) {
			a.Answers = answers
			out = append(out, Part{Key: Entry(ActionPart, a.No), Base: c.Stamps[Entry(ActionPart, a.No)].Counter, Body: a})
		}
	}
	return out
}

// became lists the blocks of the cards that a reference stands for now: itself while it is there, or else those about any of the same
// people; those of another card are as they were.
func (r BlockRef) became(cards []Card) []BlockRef {
	i := slices.IndexFunc(cards, func(k Card) bool { return k.Code == r.Card })
	if i < 0 {
		return []BlockRef{r}
	}
	var near, people []BlockRef
	for _, b := range cards[i].Blocks {
		switch {
		case b.Ref(r.Card) == r:
			return []BlockRef{r}
		case meets(b.Audience, r.Audience) && meets(b.Option, r.Option):
			near = append(near, b.Ref(r.Card))
		case meets(b.Audience, r.Audience):
			people = append(people, b.Ref(r.Card))
		}
	}
	if len(near) == 0 && len(people) > 0 {
		return people[:1]
	}
	return near
}

// number is the option's number as blocks name it.
func (o Option) number() string { return strconv.Itoa(o.No) }
