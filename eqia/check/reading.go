package check

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/library"
)

// reading is a case as the rules read it. Many rules look at the same texts, so what is made of a text is kept.
type reading struct {
	eqia.Case
	texts  map[string]*read
	parts  []block
	parted bool
	facts  []library.Fact
	shelf  bool
	groups map[string]lexicon
}

// read is what was made of one text, each part when it was first asked for.
type read struct {
	words   []string
	points  bool
	pointed bool
}

func reads(c eqia.Case) *reading { return &reading{Case: c, texts: map[string]*read{}} }

func (c *reading) text(text string) *read {
	t := c.texts[text]
	if t == nil {
		t = &read{words: tokens(text)}
		c.texts[text] = t
	}
	return t
}

// words is the words of a text for comparing. They are shared, so nothing may be written over them.
func (c *reading) words(text string) []string { return c.text(text).words }

// onlyPoints reports whether a text sends the reader elsewhere and says nothing itself.
func (c *reading) onlyPoints(text string) bool {
	t := c.text(text)
	if !t.pointed {
		t.points, t.pointed = onlyPoints(text, t.words), true
	}
	return t.points
}

// known is the facts of the council's library that hold, newest of each kind.
func (c *reading) known() []library.Fact {
	if !c.shelf {
		c.facts, c.shelf = library.Newest(c.Known), true
	}
	return c.facts
}

// gaps is those of them that mark a gap.
func (c *reading) gaps() []library.Fact {
	return slices.DeleteFunc(slices.Clone(c.Known), func(f library.Fact) bool { return f.Gap == "" || f.Replaced() })
}
