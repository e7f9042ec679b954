package document

import (
	"strings"

	"rsc.io/qr"

	"dorset-eqia/web/document/paper"
)

// quiet is how many squares of white a QR code has around it, so that a camera finds its edge.
const quiet = 4

// qrCode is an address for a camera to read. In capitals it takes fewer and larger squares.
func qrCode(address string) (paper.Figure, error) {
	code, err := qr.Encode(strings.ToUpper(address), qr.M)
	if err != nil {
		return paper.Figure{}, err
	}
	f := paper.Figure{Text: "QR code that leads to " + address, Squares: make([][]bool, code.Size+2*quiet)}
	for y := range f.Squares {
		f.Squares[y] = make([]bool, code.Size+2*quiet)
		for x := range f.Squares[y] {
			f.Squares[y][x] = code.Black(x-quiet, y-quiet)
		}
	}
	return f, nil
}
