package pdf

import (
	"strings"
	"sync"
	"unicode"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/sfnt"
)

const family = "liberation"

// face is a font at a size.
type face struct {
	strong bool
	size   float64
}

// addFonts puts both fonts into a document. What is not used of them is left out when it is written.
func addFonts(pdf *fpdf.Fpdf) {
	pdf.AddUTF8FontFromBytes(family, "", liberationsansregular.TTF)
	pdf.AddUTF8FontFromBytes(family, "B", liberationsansbold.TTF)
}

// set makes a font the one that is written with.
func (p *press) set(f face) {
	if p.face == f {
		return
	}
	style := ""
	if f.strong {
		style = "B"
	}
	p.pdf.SetFont(family, style, f.size)
	p.face = f
}

// width is how wide a text is in a font.
func (p *press) width(text string, f face) float64 {
	p.set(f)
	return p.pdf.GetStringWidth(text)
}

// missing stands for a letter that the fonts don't have, as in some scripts that are not European.
const missing = '\u25a1'

// glyphs is what the fonts can draw.
var glyphs = sync.OnceValue(func() *unicode.RangeTable {
	font, err := sfnt.Parse(liberationsansregular.TTF)
	if err != nil {
		return &unicode.RangeTable{}
	}
	table := &unicode.RangeTable{}
	var buf sfnt.Buffer
	for r := rune(' '); r <= 0xFFFF; r++ {
		if i, err := font.GlyphIndex(&buf, r); err == nil && i != 0 {
			table.R16 = append(table.R16, unicode.Range16{Lo: uint16(r), Hi: uint16(r), Stride: 1})
		}
	}
	return table
})

// drawable is a text with a box for each letter that the fonts don't have. What has no width, and what breaks lines, is left out.
func drawable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < 0x7f && r >= ' ', unicode.Is(glyphs(), r) && !unicode.Is(unicode.Cf, r):
			return r
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
			return -1
		default:
			return missing
		}
	}, text)
}
