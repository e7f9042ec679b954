package public

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
)

// place is where in a list a page begins: after or before the row of a cursor, as page number No.
type place struct {
	No     int
	Back   bool
	Cursor string
}

// page asks the register for one row more than is shown, which tells whether there is another page.
func (p place) page() eqia.Page {
	if p.Back {
		return eqia.Page{Before: p.Cursor, Size: rowsOnPage + 1}
	}
	return eqia.Page{After: p.Cursor, Size: rowsOnPage + 1}
}

// signed writes a place for an address, with a signature for the list it belongs to, so that nobody can make up a place to look from.
func (p place) signed(key []byte, list string) string {
	way := "a"
	if p.Back {
		way = "b"
	}
	text := way + strconv.Itoa(p.No) + "~" + p.Cursor
	return text + "~" + seal(key, list, text)
}

// readPlace reads a place from an address. One that was not signed for this list is the first page.
func readPlace(key []byte, list, from string) place {
	first := place{No: 1}
	at := strings.LastIndexByte(from, '~')
	if at < 0 || !hmac.Equal([]byte(from[at+1:]), []byte(seal(key, list, from[:at]))) {
		return first
	}
	way, cursor, _ := strings.Cut(from[:at], "~")
	no, err := strconv.Atoi(way[1:])
	if err != nil {
		return first
	}
	return place{No: no, Back: way[0] == 'b', Cursor: cursor}
}

// seal is the signature of a place in a list: the first half of an HMAC-SHA256.
func seal(key []byte, list, text string) string {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte("a place in the register\n" + list + "\n" + text))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil)[:16])
}
