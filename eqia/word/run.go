package word

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// runs reads what is in a paragraph, below the element that has just started.
func (r *reader) runs(w *walker) error {
	return w.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "pPr":
			return r.paragraphStyle(w)
		case "r":
			return r.run(w)
		case "sdt":
			return r.control(w, func() error { return r.runs(w) })
		case "ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "customXml", "dir", "bdo":
			return r.runs(w)
		case "AlternateContent":
			return r.first(w, func() error { return r.runs(w) })
		default: // what was deleted or moved away, bookmarks, the marks of comments
			r.unread.see(e.Name.Local)
			return w.skip()
		}
	})
}

// paragraphStyle reads how the paragraph looks, as far as it says what it is.
func (r *reader) paragraphStyle(w *walker) error {
	p := r.para
	return w.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "pStyle":
			s := r.styled(attr(e, "val"))
			p.Level, p.Item = s.level, s.item
		case "outlineLvl":
			p.Level = level(e)
		case "numPr":
			return w.within(func(e xml.StartElement) {
				if e.Name.Local == "numId" {
					p.Item = number(e) > 0
				}
			})
		case "rPr":
			return w.within(func(e xml.StartElement) { p.carries = p.carries || e.Name.Local == "del" || e.Name.Local == "moveFrom" })
		}
		return w.skip()
	})
}

// look is how a run looks.
type look struct{ bold, hidden bool }

// run reads one piece of text that looks the same throughout.
func (r *reader) run(w *walker) error {
	var l look
	return w.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "rPr":
			return r.look(w, &l)
		case "t":
			text, err := w.text()
			r.say(l, text)
			return err
		case "tab", "ptab":
			r.say(l, "\t")
		case "br", "cr":
			r.say(l, "\n")
		case "noBreakHyphen":
			r.say(l, "-")
		case "sym":
			r.say(l, symbol(e))
		case "fldChar":
			return r.oldBox(w, l)
		case "drawing", "pict":
			return r.drawing(w, e)
		case "AlternateContent":
			return r.first(w, func() error { return r.run(w) })
		default:
			r.unread.see(e.Name.Local)
		}
		return w.skip()
	})
}

func (r *reader) look(w *walker, l *look) error {
	return w.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "b":
			l.bold = on(e)
		case "vanish":
			l.hidden = on(e)
		case "rStyle":
			l.bold = r.styled(attr(e, "val")).bold
		}
		return w.skip()
	})
}

// say adds text to the paragraph, and to the controls that are open.
func (r *reader) say(l look, text string) {
	if l.hidden || r.mute > 0 || text == "" {
		return
	}
	p := r.para
	p.text.WriteString(text)
	if strings.TrimSpace(text) != "" {
		if p.runs++; l.bold {
			p.bold++
		}
		p.plain = p.plain || !l.bold
	}
	if !p.plain {
		p.lead.WriteString(text)
	}
	for _, c := range r.inside {
		p.in(c)
		_, _ = r.texts[c].WriteString(text) // a builder takes every text
	}
}

// symbol is a character of a font of symbols: the boxes among them, and nothing for the others.
func symbol(e xml.StartElement) string {
	code, err := strconv.ParseUint(attr(e, "char"), 16, 32)
	if err != nil {
		return ""
	}
	return map[string]map[uint64]string{
		"Wingdings":   {0xfe: Ticked, 0xfd: Ticked, 0xfc: Ticked, 0x78: Ticked, 0xa8: Unticked, 0x6f: Unticked, 0x71: Unticked},
		"Wingdings 2": {0x50: Ticked, 0x52: Ticked, 0x53: Ticked, 0x54: Ticked, 0xa3: Unticked, 0x2a: Unticked},
	}[attr(e, "font")][code&0xff]
}

// oldBox reads a box to tick, or a list to choose from, of the form fields that Word had first.
func (r *reader) oldBox(w *walker, l look) error {
	box, ticked, chosen, list := false, false, 0, []string(nil)
	err := w.within(func(e xml.StartElement) {
		switch e.Name.Local {
		case "checkBox":
			box = true
		case "checked", "default":
			if box && (e.Name.Local == "checked" || !ticked) {
				ticked = on(e)
			}
		case "result":
			chosen = number(e)
		case "listEntry":
			list = append(list, attr(e, "val"))
		}
	})
	switch {
	case box && ticked:
		r.say(l, Ticked)
	case box:
		r.say(l, Unticked)
	case chosen >= 0 && chosen < len(list):
		r.say(l, list[chosen])
	}
	return err
}

// drawing reads the text boxes of a drawing; their paragraphs come after the one they are fixed to.
func (r *reader) drawing(w *walker, e xml.StartElement) error {
	found := false
	var each func(e xml.StartElement) error
	each = func(e xml.StartElement) error {
		if e.Name.Local != "txbxContent" {
			return w.children(each)
		}
		found = true
		blocks, err := r.blocks(w)
		r.para.after = append(r.para.after, blocks...)
		return err
	}
	err := w.children(each)
	if !found {
		r.unread.see(e.Name.Local)
	}
	return err
}
