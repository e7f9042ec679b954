package eqia

import (
	"context"
	"errors"
	"time"

	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/record"
	"dorset-eqia/workflow"
)

// BroughtID identifies a file that was brought, until the person who brought it has looked at what was understood.
type BroughtID string

// Brought is a Word file that waits for the person who brought it to make a draft of it, or to let it go. Nobody else can see it. Its content is
// deleted when either is done, and after BroughtKept in any case.
type Brought struct {
	ID  BroughtID
	Raw []byte
	At  time.Time
	By  PersonID
}

// BroughtKept is how long a file waits.
const BroughtKept = 7 * 24 * time.Hour

// The acts on files that were brought.
const (
	ActBringFile workflow.Event = "file.bring"
	ActDropFile  workflow.Event = "file.drop"
)

// BringWord keeps a Word file until the person has looked at what was understood, and gives its identifier. Any officer may, as any may start
// an assessment. What can't be read is *Invalid.
func (s *Service) BringWord(ctx context.Context, by Person, raw []byte, once string) (BroughtID, error) {
	if _, err := s.ReadWord(ctx, raw, ImportOptions{}); err != nil {
		return "", err
	}
	b := Brought{ID: BroughtID(s.NewID()), Raw: raw, At: s.Now().UTC().Truncate(time.Microsecond), By: by.ID}
	act := Act{At: b.At, By: by.ID, Kind: ActBringFile, Subject: "file/" + string(b.ID), Facts: map[string]string{"hash": record.Digest(raw)}}
	return b.ID, s.Store.Write(ctx, &Change{Once: once, Result: string(b.ID), Brought: &b, Acts: []Act{act}})
}

// BroughtWord is what was understood of a file that waits. Another person's is ErrNotFound.
func (s *Service) BroughtWord(ctx context.Context, by Person, id BroughtID) (Transcript, error) {
	b, err := s.Store.Brought(ctx, id, by.ID)
	if err != nil {
		return Transcript{}, err
	}
	if s.Now().Sub(b.At) > BroughtKept {
		return Transcript{}, ErrNotFound
	}
	return s.ReadWord(ctx, b.Raw, ImportOptions{})
}

// TakeCommand makes a draft of a file that waits, under a name. Of the form's key only the first use does something.
type TakeCommand struct {
	File        BroughtID
	Title, Once string
}

// TakeWord makes a draft of a file that waits and gives its reference. The person becomes its author.
func (s *Service) TakeWord(ctx context.Context, by Person, cmd TakeCommand) (string, error) {
	if err := s.unused(ctx, cmd.Once); err != nil {
		return "", err
	}
	t, err := s.BroughtWord(ctx, by, cmd.File)
	if err != nil {
		return "", err
	}
	t.Name(cmd.Title)
	reference, err := s.Import(ctx, by.ID, t.Document, ImportOptions{Once: cmd.Once, Takes: Brought{ID: cmd.File, By: by.ID}})
	var bad *Unreadable
	if errors.As(err, &bad) {
		return "", &Invalid{Field: form.QuestionTitle, Says: bad.Says}
	}
	return reference, err
}

// DropWord lets a file go that waits, and makes nothing of it.
func (s *Service) DropWord(ctx context.Context, by Person, id BroughtID, once string) error {
	if err := s.unused(ctx, once); err != nil {
		return err
	}
	act := Act{At: s.Now().UTC(), By: by.ID, Kind: ActDropFile, Subject: "file/" + string(id), Facts: map[string]string{}}
	return s.Store.Write(ctx, &Change{Once: once, Result: string(id), Takes: Brought{ID: id, By: by.ID}, Acts: []Act{act}})
}

// unused answers a form that was sent before as it was answered then.
func (s *Service) unused(ctx context.Context, once string) error {
	result, used, err := s.Store.Repeated(ctx, once)
	if err == nil && used {
		return &Repeat{Result: result}
	}
	return err
}
