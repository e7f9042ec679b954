package word

import (
	"encoding/xml"
	"slices"
	"strings"
	"unicode"
)

// reader puts the text of a file together.
type reader struct {
	file   File
	styles map[string]style
	texts  []*strings.Builder // of the controls
	inside []int              // the controls that are open
	para   *paragraph
	joins  *paragraph // the paragraph that the next one belongs to, as its end was deleted
	mute   int        // above 0, text is not heard
	things int        // paragraphs, rows and cells so far
	unread kinds
}

// paragraph is the one that is being read.
type paragraph struct {
	Paragraph
	text    strings.Builder
	runs    int // pieces of text that say something
	bold    int // of these, bold ones
	lead    strings.Builder
	plain   bool // something was said that is not bold
	after   []Block
	carries bool // its end was deleted, so what follows belongs to it
}

// read reads the main part.
func (r *reader) read(raw []byte) error {
	w := walk(raw)
	body := false
	err := w.children(func(xml.StartElement) error { // the document
		return w.children(func(e xml.StartElement) error {
			if e.Name.Local != "body" {
				return w.skip()
			}
			body = true
			var err error
			r.file.Blocks, err = r.blocks(w)
			return err
		})
	})
	if err == nil && !body {
		return errNotWord
	}
	return err
}

// blocks reads the paragraphs and tables below the element that has just started.
func (r *reader) blocks(w *walker) ([]Block, error) {
	var out []Block
	r.joins = nil
	err := r.each(w, &out)
	return out, err
}

func (r *reader) each(w *walker, out *[]Block) error {
	return w.children(func(e xml.StartElement) error { return r.block(w, e, out) })
}

// block reads one paragraph or table, or what stands around some.
func (r *reader) block(w *walker, e xml.StartElement, out *[]Block) error {
	switch e.Name.Local {
	case "p":
		return r.paragraph(w, out)
	case "tbl":
		t, err := r.table(w)
		if err == nil && len(t.Rows) > 0 {
			*out = append(*out, Block{Table: &t})
		}
		return err
	case "sdt":
		return r.control(w, func() error { return r.each(w, out) })
	case "customXml", "ins", "moveTo":
		return r.each(w, out)
	case "AlternateContent":
		return r.first(w, func() error { return r.each(w, out) })
	default:
		r.unread.see(e.Name.Local)
		return w.skip()
	}
}

// first reads the first of several ways to say the same.
func (r *reader) first(w *walker, read func() error) error {
	done := false
	return w.children(func(xml.StartElement) error {
		if done {
			return w.skip()
		}
		done = true
		return read()
	})
}

// mostThings is how many paragraphs, rows and cells a file can have.
const mostThings = 200_000

func (r *reader) count() error {
	if r.things++; r.things > mostThings {
		return &Refused{"The file is too long. Take out what does not belong to the assessment"}
	}
	return nil
}

// paragraph reads a paragraph. One whose end was deleted goes on in the next.
func (r *reader) paragraph(w *walker, out *[]Block) error {
	if err := r.count(); err != nil {
		return err
	}
	around, p := r.para, &paragraph{}
	if r.joins != nil {
		*out = (*out)[:len(*out)-1]
		p.text.WriteString(r.joins.text.String())
		p.Controls = r.joins.Controls
	}
	for _, c := range r.inside {
		p.in(c)
		if r.joins == nil {
			r.line(c)
		}
	}
	r.para, r.joins = p, nil
	err := r.runs(w)
	p.Text = clean(p.text.String())
	if p.Bold = p.runs > 0 && p.bold == p.runs; !p.Bold {
		p.Lead = clean(p.lead.String())
	}
	*out = append(append(*out, Block{Paragraph: &p.Paragraph}), p.after...)
	if r.para = around; p.carries && len(p.after) == 0 && around == nil {
		r.joins = p
	}
	return err
}

// in notes that the paragraph lies in a control or holds it.
func (p *paragraph) in(control int) {
	if !slices.Contains(p.Controls, control) {
		p.Controls = append(p.Controls, control)
	}
}

// plain puts the many ways to write a box, a space and a hyphen into one.
var plain = strings.NewReplacer("\u00ad", "", "\u200b", "", "\ufeff", "", "\u00a0", " ", "\u2011", "-",
	"☑", Ticked, "✓", Ticked, "✔", Ticked, "🗹", Ticked, "🗷", Ticked, "[x]", Ticked, "[X]", Ticked, "□", Unticked, "▢", Unticked, "[ ]", Unticked, "[]", Unticked)

// clean is text as it is compared and kept, without space at its ends.
func clean(text string) string {
	text = strings.Map(func(r rune) rune {
		turns := r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' // the direction of what follows
		if turns || unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, plain.Replace(text))
	return strings.Trim(text, " \t\n")
}
