package check

import "dorset-eqia/eqia"

// reading is a case as the rules read it. Many rules look at the same texts, so what is made of a text is kept.
type reading struct {
	eqia.Case
	texts  map[string]*read
	parts  []block
	parted bool
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
