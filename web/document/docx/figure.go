package docx

import (
	"bytes"
	"image"
	"image/color"
	"image/png"

	"dorset-eqia/web/document/paper"
)

// Sizes of a figure: the dots for each of its squares and the empty squares around, and its side in the units of drawings, 36,000 to a
// millimetre.
const (
	dots   = 4
	quiet  = 4
	figure = 30 * 36_000
)

// figure writes squares as a picture, with a text for those who can't see it.
func (p *press) figure(f paper.Figure) {
	var b bytes.Buffer
	if err := png.Encode(&b, drawn(f.Squares)); err != nil {
		return // a buffer takes every picture, and one without squares is left out
	}
	p.images = append(p.images, b.Bytes())
	n := len(p.images)
	p.put(`<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/><wp:docPr id="%d" name="Figure %d" descr="%s"/>`+
		`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="%d" name="Figure %d" descr="%s"/><pic:cNvPicPr/></pic:nvPicPr>`+
		`<pic:blipFill><a:blip r:embed="rImage%d"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm>`+
		`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
		figure, figure, n, n, safe(f.Text), n, n, safe(f.Text), n, figure, figure)
}

// drawn is squares as a picture of black on white.
func drawn(squares [][]bool) image.Image {
	side := 0
	for _, row := range squares {
		side = max(side, len(row), len(squares))
	}
	if side == 0 {
		return image.NewGray(image.Rect(0, 0, 0, 0))
	}
	all := (side + 2*quiet) * dots
	out := image.NewPaletted(image.Rect(0, 0, all, all), color.Palette{color.White, color.Black})
	for y, row := range squares {
		for x, black := range row {
			for i := range dots * dots {
				if black {
					out.SetColorIndex((x+quiet)*dots+i%dots, (y+quiet)*dots+i/dots, 1)
				}
			}
		}
	}
	return out
}
