// Package html draws a paper.Document as one page that can be read from a disk: it carries its own styles and asks for nothing else.
package html

import (
	"context"
	"io"
	"strconv"

	"dorset-eqia/web/document/paper"
)

// Write draws the document.
func Write(w io.Writer, d paper.Document) error {
	return page(d).Render(context.Background(), w)
}

// size is the area of a figure in an SVG's own units, a unit for each square.
func size(f paper.Figure) string {
	n := strconv.Itoa(len(f.Squares))
	return "0 0 " + n + " " + n
}

// box is the sign for a box.
func box(c paper.Choice) string {
	if c.Ticked {
		return "☑"
	}
	return "☐"
}
