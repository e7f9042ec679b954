package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/word"
)

// fileToImport is what is in a file, and whether it is or says it is a Word file: those are packed, and JSON never begins as a packed file does.
func fileToImport(path string) (raw []byte, isWord bool, err error) {
	file, err := os.Open(path) //nolint:gosec // the operator names the file
	if err != nil {
		return nil, false, usageError{err}
	}
	defer file.Close()
	raw, err = io.ReadAll(io.LimitReader(file, word.MostFile+1))
	named := strings.EqualFold(filepath.Ext(path), ".docx")
	return raw, named || bytes.HasPrefix(raw, []byte("PK")) || bytes.HasPrefix(raw, []byte{0xD0, 0xCF}), err
}

// readWord reads a Word file and says what was understood of it.
func (c *importAssessment) readWord(a *app, o *opened, raw []byte) (eqia.Document, error) {
	t, err := o.service.ReadWord(a.ctx, raw, eqia.ImportOptions{Legacy: c.Legacy})
	if err != nil {
		return eqia.Document{}, usageError{fmt.Errorf("%s, %w", c.File, err)}
	}
	if c.Title != "" {
		t.Name(c.Title)
	}
	if t.Document.Content.Title() == "" && !c.DryRun {
		return eqia.Document{}, usageError{fmt.Errorf("%s has no name of the proposal. Give it with --title", c.File)}
	}
	if c.Legacy && !t.Ours {
		t.Outside()
	}
	out := a.errs
	if c.DryRun {
		out = a.out
	}
	if c.DryRun && t.Ours && len(t.Placed)+len(t.Changed)+len(t.Puzzles) == 0 {
		fmt.Fprintln(out, "All of it is as it was exported from here.")
	}
	return t.Document, printTranscript(out, t)
}

func printTranscript(out io.Writer, t eqia.Transcript) error {
	var b bytes.Buffer
	passages := func(head string, list []eqia.Passage, arrow string) {
		if len(list) > 0 {
			fmt.Fprintln(&b, head)
		}
		for _, p := range list {
			fmt.Fprintf(&b, "  %s%s%s\n", p.Said(), arrow, p.Note)
		}
	}
	names := func(head string, list []string) {
		if len(list) > 0 {
			fmt.Fprintln(&b, head)
		}
		for _, name := range list {
			fmt.Fprintf(&b, "  %s\n", name)
		}
	}
	passages("Understood:", t.Placed, " -> ")
	names("Changed since it was exported:", t.Changed)
	passages("Not understood, and left out:", t.Puzzles, " -- ")
	names("Left empty in the file:", t.Empty)
	names("Never asked in the file:", t.Unasked)
	_, err := b.WriteTo(out)
	return err
}
