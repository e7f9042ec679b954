package word_test

import (
	"errors"
	"testing"
	"unicode/utf8"

	"dorset-eqia/eqia/word"
	wt "dorset-eqia/eqia/word/wordtest"
)

func FuzzRead(f *testing.F) {
	f.Add(wt.File(wt.P("Text")))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, raw []byte) { readable(t, raw) })
}

func FuzzReadText(f *testing.F) {
	f.Add(wt.Control("answer/aims", wt.P("One")) + wt.Table(wt.Head(wt.P("a")), wt.Row(wt.Para(wt.Box(true), wt.R("Yes")))))
	f.Add(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>`)
	f.Add(`<w:p><w:r><w:drawing><w:txbxContent><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p></w:txbxContent></w:drawing></w:r></w:p><w:p/>`)
	f.Fuzz(func(t *testing.T, body string) { readable(t, wt.File(body)) })
}

// readable asks that a file is read into good text or refused with words.
func readable(t *testing.T, raw []byte) {
	t.Helper()
	file, err := word.Read(raw)
	var refused *word.Refused
	if err != nil && !errors.As(err, &refused) {
		t.Fatalf("no words: %v", err)
	}
	if !utf8.ValidString(word.Text(file.Blocks)) {
		t.Fatal("the text is not UTF-8")
	}
	for i := range file.Controls {
		_ = file.Whole(i)
	}
}
