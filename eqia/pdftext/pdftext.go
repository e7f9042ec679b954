// Package pdftext reads the words of a PDF file page by page. The file comes from outside, so nothing in this process ever opens it:
// pdftotext does, in a process of its own that has no settings of the service, may write no file, and is killed at its limits.
package pdftext

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// Limits are what one file may take.
type Limits struct {
	Time   time.Duration // from its start to its end
	Memory int           // in kilobytes
	Text   int           // bytes of all its words
	Pages  int
}

// Usual is what a pack of several hundred pages needs, with room to spare.
var Usual = Limits{Time: 25 * time.Second, Memory: 512 << 10, Text: 24 << 20, Pages: 2000}

// Reader reads files, a few at a time.
type Reader struct {
	limits  Limits
	program string
	turns   chan struct{}
}

// atOnce is how many files are read at the same time. Others wait their turn.
const atOnce = 2

// New is a reader with these limits.
func New(limits Limits) *Reader {
	return &Reader{limits: limits, program: "pdftotext", turns: make(chan struct{}, atOnce)}
}

// Unreadable is a file that can't be read, and why, as the end of the sentence "This file cannot be read: …".
type Unreadable struct{ Says string }

func (e *Unreadable) Error() string { return "the file cannot be read: " + e.Says }

// ErrBusy means that a file waited too long for its turn. Nothing is wrong with it.
var ErrBusy = errors.New("too many files are being read just now")

// Is reports whether a file says of itself that it is a PDF.
func Is(raw []byte) bool { return bytes.Contains(raw[:min(len(raw), 1024)], []byte("%PDF-")) }

// Pages is the words of each page, in the order in which they were put on it. The error is *Unreadable when the file is to blame,
// and ErrBusy when too many others are read.
func (r *Reader) Pages(ctx context.Context, raw []byte) ([]string, error) {
	switch {
	case len(raw) == 0:
		return nil, &Unreadable{"it is empty"}
	case !Is(raw):
		return nil, &Unreadable{"it is not a PDF"}
	}
	select {
	case r.turns <- struct{}{}:
		defer func() { <-r.turns }()
	case <-time.After(r.limits.Time):
		return nil, ErrBusy
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	text, err := r.run(ctx, raw)
	if err != nil {
		return nil, err
	}
	pages := strings.SplitAfter(strings.ToValidUTF8(string(text), "\uFFFD"), "\f")
	pages = pages[:len(pages)-1] // each page ends with a form feed
	if len(pages) > r.limits.Pages {
		return nil, &Unreadable{fmt.Sprintf("it has more than %d pages", r.limits.Pages)}
	}
	return pages, nil
}

// bounded starts a program with a limit on its memory, its time and the files it may write, which is none.
const bounded = `ulimit -v "$1" && ulimit -t "$2" && ulimit -f 0 && ulimit -c 0 && shift 2 && exec "$@"`

func (r *Reader) run(ctx context.Context, raw []byte) ([]byte, error) {
	program, err := exec.LookPath(r.program)
	if err != nil {
		return nil, &Unreadable{"pdftotext, the program that reads PDF files, is not installed here"}
	}
	limited, stop := context.WithTimeout(ctx, r.limits.Time)
	defer stop()
	seconds := int(r.limits.Time.Seconds()) + 1
	cmd := exec.CommandContext(limited, "/bin/sh", "-c", bounded, "sh", strconv.Itoa(r.limits.Memory), strconv.Itoa(seconds), //nolint:gosec // nothing of the file
		program, "-raw", "-enc", "UTF-8", "-l", strconv.Itoa(r.limits.Pages+1), "-", "-")
	cmd.Env, cmd.Dir, cmd.WaitDelay = []string{}, "/", 2*time.Second
	cmd.Stdin = bytes.NewReader(raw)
	said := &capped{most: 4 << 10}
	words := &capped{most: r.limits.Text, full: stop}
	cmd.Stdout, cmd.Stderr = words, said
	err = cmd.Run()
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case words.over:
		return nil, &Unreadable{"it holds too much text"}
	case err != nil:
		return nil, why(limited, err, said.kept.String())
	}
	return words.kept.Bytes(), nil
}

// why says what a failure means for whoever brought the file.
func why(limited context.Context, err error, said string) error {
	var exit *exec.ExitError
	switch {
	case strings.Contains(said, "Incorrect password"):
		return &Unreadable{"it is locked with a password"}
	case limited.Err() != nil, errors.As(err, &exit) && !exit.Exited(), strings.Contains(said, "bad_alloc"), strings.Contains(said, "Out of memory"):
		return &Unreadable{"it takes too much time or memory"}
	case exit != nil:
		return &Unreadable{"it is damaged"}
	default:
		return fmt.Errorf("read a PDF: %w", err)
	}
}

// capped keeps what is written up to a limit. What comes after it is dropped, and the first of it calls full.
type capped struct {
	kept bytes.Buffer // not embedded: it would be filled past the limit by itself
	most int
	full func()
	over bool
}

// Write keeps what there is room for, and never fails, so that whoever writes is not stopped by it.
func (c *capped) Write(p []byte) (int, error) {
	if room := c.most - c.kept.Len(); len(p) > room && !c.over {
		c.over = true
		if c.full != nil {
			c.full()
		}
	}
	if !c.over {
		return c.kept.Write(p)
	}
	return len(p), nil
}
