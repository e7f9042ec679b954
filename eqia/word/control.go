package word

import (
	"encoding/xml"
	"slices"
	"strings"
)

// mostOpen is how many controls around each other are heeded; what lies deeper is text of those around it.
const mostOpen = 8

// control reads a content control: what it is, and then what is in it, by read. A box to tick says whether it is ticked, and a control that
// still shows its prompt says nothing.
func (r *reader) control(w *walker, read func() error) error {
	no := len(r.file.Controls)
	r.file.Controls, r.texts = append(r.file.Controls, Control{}), append(r.texts, &strings.Builder{})
	var p properties
	err := w.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "sdtPr":
			var err error
			p, err = w.properties()
			r.file.Controls[no].Tag, r.file.Controls[no].Name = p.tag, p.name
			return err
		case "sdtContent":
			return r.content(no, p, read)
		default:
			return w.skip()
		}
	})
	r.file.Controls[no].Text = clean(r.texts[no].String())
	return err
}

// content reads what is in a control.
func (r *reader) content(no int, p properties, read func() error) error {
	if len(r.inside) < mostOpen {
		r.inside = append(r.inside, no)
		defer func() { r.inside = r.inside[:len(r.inside)-1] }()
	}
	if r.para != nil {
		r.para.in(no)
	}
	box := p.box && r.para != nil
	if box {
		r.say(look{}, map[bool]string{true: Ticked, false: Unticked}[p.ticked])
	}
	if box || p.prompts {
		r.mute++
		defer func() { r.mute-- }()
	}
	return read()
}

// properties are what a control says of itself.
type properties struct {
	tag, name   string
	prompts     bool // it shows what to type, and nothing was typed
	box, ticked bool
}

func (w *walker) properties() (properties, error) {
	var p properties
	err := w.within(func(e xml.StartElement) {
		switch e.Name.Local {
		case "tag":
			p.tag = attr(e, "val")
		case "alias":
			p.name = attr(e, "val")
		case "showingPlcHdr":
			p.prompts = on(e)
		case "checkbox":
			p.box = true
		case "checked":
			p.ticked = on(e)
		}
	})
	return p, err
}

// line begins a line of a control that was begun before the paragraph.
func (r *reader) line(control int) {
	if b := r.texts[control]; b.Len() > 0 {
		b.WriteByte('\n')
	}
}

// Whole is what a control says with the paragraphs after it, as far as the next heading, table or control: some programs keep a control
// around its first paragraph alone.
func (f File) Whole(control int) string {
	lines := f.following(f.Blocks, control)
	if len(lines) == 0 {
		return f.Controls[control].Text
	}
	return clean(strings.Join(append([]string{f.Controls[control].Text}, lines[1:]...), "\n"))
}

// following are the paragraphs from the one that holds a control on; none where the control is not among the blocks.
func (f File) following(blocks []Block, control int) []string {
	var lines []string
	for _, b := range blocks {
		p := b.Paragraph
		switch {
		case len(lines) > 0 && (p == nil || p.Level > 0 || len(p.Controls) > 0):
			return lines
		case p != nil && (len(lines) > 0 || slices.Contains(p.Controls, control)):
			lines = append(lines, p.Text)
		case p == nil:
			for _, r := range b.Table.Rows {
				for _, c := range r.Cells {
					if found := f.following(c.Blocks, control); len(found) > 0 {
						return found
					}
				}
			}
		}
	}
	return lines
}

// kinds are the sorts of things that were left out.
type kinds []string

// see notes what an element that is left out was, where it could have said something.
func (k *kinds) see(element string) {
	words := map[string]string{"commentReference": "comments in the margin", "footnoteReference": "footnotes", "endnoteReference": "endnotes",
		"drawing": "pictures", "pict": "pictures", "object": "embedded objects", "oMath": "formulas", "oMathPara": "formulas",
		"altChunk": "text that is embedded as another file", "subDoc": "text that is embedded as another file"}[element]
	if words != "" && !slices.Contains(*k, words) {
		*k = append(*k, words)
	}
}
