// Package pdftest makes small PDF files for tests: pages of plain lines, and files that mean harm.
package pdftest

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os/exec"
	"strings"
	"testing"
)

// Need skips a test on a machine without the program that reads PDFs.
func Need(tb testing.TB) {
	tb.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		tb.Skip("pdftotext is not installed")
	}
}

// File is a PDF with these pages, each a list of lines.
func File(pages ...[]string) []byte {
	streams := make([]string, len(pages))
	for i, lines := range pages {
		streams[i] = "BT /F1 10 Tf 12 TL 40 800 Td " + shown(lines) + "ET"
	}
	return write(streams, false)
}

// Bomb is a small PDF whose one page unpacks into a million words, each at a place of its own.
func Bomb() []byte {
	var b strings.Builder
	for at := range 1 << 20 {
		fmt.Fprintf(&b, "1 0 0 1 %d.%d %d Tm (w) Tj ", at%590, at/590%10, at/5900%800)
	}
	return write([]string{"BT /F1 12 Tf " + b.String() + "ET"}, true)
}

// shown is the operators that show lines, one under another. Letters beyond Latin-1 become question marks.
func shown(lines []string) string {
	var b strings.Builder
	for _, line := range lines {
		b.WriteByte('(')
		for _, r := range line {
			switch {
			case strings.ContainsRune(`()\`, r):
				b.WriteByte('\\')
				b.WriteRune(r)
			case r < 128:
				b.WriteRune(r)
			case r < 256:
				b.WriteByte(byte(r))
			default:
				b.WriteByte('?')
			}
		}
		b.WriteString(") ' ")
	}
	return b.String()
}

// write puts content streams into a file, a page for each.
func write(streams []string, packed bool) []byte {
	var file bytes.Buffer
	var starts []int
	object := func(text string) {
		starts = append(starts, file.Len())
		fmt.Fprintf(&file, "%d 0 obj\n%s\nendobj\n", len(starts), text)
	}
	file.WriteString("%PDF-1.7\n")
	object("<< /Type /Catalog /Pages 2 0 R >>")
	kids := make([]string, len(streams))
	for i := range streams {
		kids[i] = fmt.Sprintf("%d 0 R", 4+2*i)
	}
	object(fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(streams)))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	for i, content := range streams {
		object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", 5+2*i))
		object(stream(content, packed))
	}
	end := file.Len()
	fmt.Fprintf(&file, "xref\n0 %d\n0000000000 65535 f \n", len(starts)+1)
	for _, at := range starts {
		fmt.Fprintf(&file, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&file, "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(starts)+1, end)
	return file.Bytes()
}

func stream(content string, packed bool) string {
	if !packed {
		return fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content)
	}
	var small bytes.Buffer
	z := zlib.NewWriter(&small)
	_, err := z.Write([]byte(content))
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		panic(err) // a buffer takes everything
	}
	return fmt.Sprintf("<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream", small.Len(), small.String())
}
