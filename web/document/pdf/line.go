package pdf

import (
	"strings"

	"dorset-eqia/web/document/paper"
)

// style is how a text is set.
type style struct {
	size, lead float64
	strong     bool
	grey       bool
	indent     float64
	before     float64 // room above its first line
}

// line is one line of a text as it is drawn.
type line struct {
	spans  []span
	style  style
	before float64
}

// span is a piece of a line that looks the same throughout, with the element it belongs to.
type span struct {
	text   string
	strong bool
	link   string
	on     *element
	width  float64
}

func (l line) height() float64 { return l.before + l.style.lead }

// word is what can't be parted between two lines, unless it is wider than one.
type word struct {
	spans []span
	width float64
	more  bool // it goes on with a word that had to be parted
}

// wrap parts a text into lines of a width. Each ends with a space, so that words of two lines are not taken for one.
func (p *press) wrap(r paper.Runs, s style, width float64, on *element) []line {
	out := []line{{style: s, before: s.before}}
	used := 0.0
	gap := p.width(" ", face{s.strong, s.size})
	for _, w := range p.words(r, s, on) {
		for _, part := range p.fit(w, s, width-s.indent) {
			last := &out[len(out)-1]
			if len(last.spans) > 0 && used+gap+part.width > width-s.indent {
				if !part.more {
					last.put(span{text: " ", strong: last.end().strong, on: last.end().on, link: last.end().link})
				}
				out, used = append(out, line{style: s}), 0
				last = &out[len(out)-1]
			}
			if len(last.spans) > 0 && !part.more {
				last.put(between(last.end(), part.spans[0], span{text: " ", on: on, width: gap}))
				used += gap
			}
			for _, sp := range part.spans {
				last.put(sp)
			}
			used += part.width
		}
	}
	return out
}

// between is the space between two words: it belongs to their element where that is the same.
func between(before, after, space span) span {
	space.strong = before.strong && after.strong
	if before.on == after.on {
		space.on, space.link = before.on, before.link
	}
	return space
}

func (l line) end() span { return l.spans[len(l.spans)-1] }

// put adds a span, joined to the last where they look the same.
func (l *line) put(s span) {
	if n := len(l.spans); n > 0 && l.spans[n-1].on == s.on && l.spans[n-1].strong == s.strong {
		l.spans[n-1].text += s.text
		l.spans[n-1].width += s.width
		return
	}
	l.spans = append(l.spans, s)
}

// words parts a text at its spaces. A link is an element of its own inside the text's.
func (p *press) words(r paper.Runs, s style, on *element) []word {
	var out []word
	glued := false // nothing has parted the next piece from the last word
	for _, run := range r {
		text := drawable(run.Text)
		strong := s.strong || run.Strong
		sp := span{strong: strong, on: on}
		if leads(p.doc, run.Link) {
			sp.link, sp.on = run.Link, on.link()
		}
		glued = glued && !strings.HasPrefix(text, " ")
		for i, piece := range strings.Fields(text) {
			sp.text, sp.width = piece, p.width(piece, face{strong, s.size})
			if i == 0 && glued {
				last := &out[len(out)-1]
				last.spans, last.width = append(last.spans, sp), last.width+sp.width
			} else {
				out = append(out, word{spans: []span{sp}, width: sp.width})
			}
		}
		glued = len(out) > 0 && text != "" && !strings.HasSuffix(text, " ")
	}
	return out
}

// fit parts a word that is wider than a line, as a web address may be.
func (p *press) fit(w word, s style, width float64) []word {
	if w.width <= width {
		return []word{w}
	}
	var out []word
	for _, sp := range w.spans {
		rest := []rune(sp.text)
		for len(rest) > 0 {
			n := p.fitting(rest, face{sp.strong, s.size}, width)
			sp.text = string(rest[:n])
			sp.width = p.width(sp.text, face{sp.strong, s.size})
			out, rest = append(out, word{[]span{sp}, sp.width, len(out) > 0}), rest[n:]
		}
	}
	return out
}

// fitting is how many letters fit a width, one at least.
func (p *press) fitting(letters []rune, f face, width float64) int {
	n, used := 0, 0.0
	for n < len(letters) {
		used += p.width(string(letters[n]), f)
		if used > width && n > 0 {
			break
		}
		n++
	}
	return n
}
