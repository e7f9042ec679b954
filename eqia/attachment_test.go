package eqia_test

import (
	"archive/zip"
	"bytes"
	"testing"

	"dorset-eqia/eqia"
)

// packed is a packed document with these files in it; the first is not squeezed.
func packed(t testing.TB, files ...[2]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i, f := range files {
		method := zip.Deflate
		if i == 0 {
			method = zip.Store
		}
		w, err := z.CreateRaw(&zip.FileHeader{Name: f[0], Method: zip.Store, CompressedSize64: uint64(len(f[1])), UncompressedSize64: uint64(len(f[1]))})
		if method == zip.Deflate {
			w, err = z.CreateHeader(&zip.FileHeader{Name: f[0], Method: method})
		}
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(f[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestAFileIsWhatItsBytesSay(t *testing.T) {
	types, body := [2]string{"[Content_Types].xml", "<Types/>"}, [2]string{"word/document.xml", "<w/>"}
	mime, content := [2]string{"mimetype", "application/vnd.oasis.opendocument.text"}, [2]string{"content.xml", "<o/>"}
	cases := map[string]struct {
		raw  []byte
		want eqia.FileType
	}{
		"a PDF":                     {[]byte("%PDF-1.7\n"), eqia.PDFFile},
		"a Word text":               {packed(t, types, body), eqia.WordFile},
		"an OpenDocument text":      {packed(t, mime, content), eqia.OpenFile},
		"plain text":                {[]byte("Łatwy tekst\r\nDrugi wiersz"), eqia.PlainFile},
		"a Word text with macros":   {packed(t, types, body, [2]string{"word/vbaProject.bin", "x"}), ""},
		"an open text with macros":  {packed(t, mime, content, [2]string{"Basic/Standard/Module1.xml", "x"}), ""},
		"a spreadsheet":             {packed(t, types, [2]string{"xl/workbook.xml", "<x/>"}), ""},
		"an OpenDocument sheet":     {packed(t, [2]string{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, content), ""},
		"any packed file":           {packed(t, [2]string{"a.exe", "MZ"}), ""},
		"a page of the web":         {[]byte(" <html><script>alert(1)</script>"), ""},
		"a picture":                 {[]byte("\x89PNG\r\n\x1a\n"), ""},
		"a program":                 {[]byte("MZ\x90\x00"), ""},
		"something cut off":         {[]byte("PK\x03\x04cut"), ""},
		"nothing":                   {nil, ""},
		"text of another character": {[]byte("\xff\xfe\x00"), ""},
	}
	for name, c := range cases {
		got, ok := eqia.TypeOf(c.raw)
		if ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%s is %q (%t), want %q", name, got, ok, c.want)
		}
	}
}

func FuzzTellingWhatAFileIsNeverPanics(f *testing.F) {
	f.Add([]byte("%PDF-"))
	f.Add(packed(f, [2]string{"[Content_Types].xml", ""}, [2]string{"word/document.xml", ""}))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if got, ok := eqia.TypeOf(raw); ok && (got.Label() == "" || got.MediaType() == "") {
			t.Errorf("%q has no name", got)
		}
	})
}
