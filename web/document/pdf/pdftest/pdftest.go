// Package pdftest reads PDFs for tests, with the programs of poppler and qpdf.
package pdftest

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"dorset-eqia/web/document/paper"
	"dorset-eqia/web/document/pdf"
)

// Drawn is a document as a PDF file, and the file's bytes.
func Drawn(t testing.TB, d paper.Document) (file string, raw []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return Kept(t, b.Bytes()), b.Bytes()
}

// Kept is a file with these bytes.
func Kept(t testing.TB, raw []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "kept.pdf")
	if err := os.WriteFile(file, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// Run runs a program and gives what it prints. Where the program is missing the test is left out.
func Run(t testing.TB, program string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("%s is not installed", program)
	}
	cmd := exec.CommandContext(t.Context(), program, args...) //nolint:gosec // tests name the programs
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", program, strings.Join(args, " "), err, out)
	}
	return string(out)
}

var quoted = regexp.MustCompile(`(?m)^ *"(.*)"$`)

// Read is every text in the PDF's tree, in the order of the tree, without the signs before the items of lists.
func Read(t testing.TB, file string) string {
	t.Helper()
	var all []string
	for _, found := range quoted.FindAllStringSubmatch(Run(t, "pdfinfo", "-struct-text", file), -1) {
		if !strings.Contains("•□■", strings.TrimSpace(found[1])) {
			all = append(all, found[1])
		}
	}
	return strings.Join(all, " ")
}
