package eqia

import (
	"slices"
	"strconv"
	"strings"

	"dorset-eqia/eqia/form"
)

// Card holds what was found for one characteristic. Code is the characteristic's, or those of several together, joined by "+", for people
// who are in all of these groups at once. An outside form may have asked about several in one row: then Label keeps the row's printed name and Covers the codes it stood for, shown under each and counted under none.
type Card struct {
	Code   string   `json:"code"`
	Label  string   `json:"label,omitempty"`
	Covers []string `json:"covers,omitempty"`
	Blocks []Block  `json:"blocks"`
}

// Block is the finding for one card, one audience and one option; an empty audience or option means all of them. Those three name it,
// in this version and the next, so that a prediction can meet its outcome.
type Block struct {
	Audience      string   `json:"audience,omitempty"`
	Option        string   `json:"option,omitempty"`
	Effects       Effects  `json:"effects"`
	How           string   `json:"how"`
	Shared        bool     `json:"shared,omitempty"` // neutral, and uses the reason given once for all such groups
	Aims          []string `json:"aims"`
	Evidence      []int    `json:"evidence"` // numbers of evidence items
	Mitigation    string   `json:"mitigation"`
	Justification string   `json:"justification"`
	FindOut       string   `json:"find_out"`
}

// BlankBlock is a block with nothing answered.
func BlankBlock() Block {
	return Block{Effects: Effects{}, Aims: []string{}, Evidence: []int{}}
}

// Merged reports whether the card comes from a row of an outside form that asked about several characteristics at once.
func (c Card) Merged() bool { return len(c.Covers) > 0 }

// Split reports whether the card was divided by audience or option.
func (c Card) Split() bool { return len(c.Blocks) > 1 }

// Effects is every effect found anywhere on the card. Neutral beside another effect is left out: one block's neutral does not
// cancel another's finding.
func (c Card) Effects() Effects {
	set := Effects{}
	for _, e := range AllEffects() {
		found := slices.ContainsFunc(c.Blocks, func(b Block) bool { return b.Effects.Has(e) })
		if found && (e != Neutral || len(set) == 0) {
			set = append(set, e)
		}
	}
	return set
}

// Answered reports whether every block has an effect.
func (c Card) Answered() bool {
	return len(c.Blocks) > 0 && !slices.ContainsFunc(c.Blocks, func(b Block) bool { return len(b.Effects) == 0 })
}

// Ref names the block for an action that answers it.
func (b Block) Ref(card string) BlockRef {
	return BlockRef{Card: card, Audience: b.Audience, Option: b.Option}
}

// NeedsAnswer reports whether the block's effects ask for something to be done or justified.
func (b Block) NeedsAnswer() bool { return b.Effects.Has(Negative) || b.Effects.Has(Unclear) }

func joined(a, b string) string {
	if b == "" || a == b {
		return a
	}
	if a == "" {
		return b
	}
	return a + "\n\n" + b
}

func union[T comparable](a, b []T) []T {
	out := slices.Clone(a)
	for _, x := range b {
		if !slices.Contains(out, x) {
			out = append(out, x)
		}
	}
	return out
}

// BlockName names the audience and the option that a block is about, by the form it is on; "" when it is about all of them.
func (c Content) BlockName(fv form.Version, b Block) string {
	var names []string
	if i := slices.IndexFunc(fv.Audiences, func(a form.Choice) bool { return a.Code == b.Audience }); i >= 0 {
		names = append(names, fv.Audiences[i].Label)
	} else if b.Audience != "" {
		names = append(names, b.Audience)
	}
	if i := slices.IndexFunc(c.Options, func(o Option) bool { return strconv.Itoa(o.No) == b.Option }); i >= 0 {
		names = append(names, c.Options[i].Label)
	} else if b.Option != "" {
		names = append(names, "Option "+b.Option)
	}
	return strings.Join(names, ", ")
}
