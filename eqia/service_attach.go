package eqia

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"

	"dorset-eqia/workflow"
)

// Attachments lists the other formats of a version, in the order they were added.
func (s *Service) Attachments(ctx context.Context, c Case) ([]Attachment, error) {
	return s.Store.Attachments(ctx, c.ID)
}

// Attached is one other format of a version, with its bytes. ErrNotFound when the version has none of that name.
func (s *Service) Attached(ctx context.Context, c Case, id AttachmentID) (Attachment, []byte, error) {
	list, err := s.Store.Attachments(ctx, c.ID)
	if err != nil {
		return Attachment{}, nil, err
	}
	i := slices.IndexFunc(list, func(a Attachment) bool { return a.ID == id && a.Link == "" })
	if i < 0 {
		return Attachment{}, nil, ErrNotFound
	}
	raw, err := s.Store.File(ctx, list[i].Digest)
	return list[i], raw, err
}

// Attach adds another format to a signed version. The equality lead may.
func (s *Service) Attach(ctx context.Context, c Case, cmd AttachCommand) error {
	m, err := s.find(c, workflow.Attach, nil)
	if err != nil {
		return err
	}
	t, err := cmd.valid()
	if err != nil {
		return err
	}
	a := Attachment{ID: AttachmentID(s.NewID()), Version: c.ID, Kind: cmd.Kind, Language: cmd.Language, Link: cmd.Link, Type: t, Size: len(cmd.File),
		At: s.Now().UTC(), By: c.Person.ID}
	if a.Link == "" {
		sum := sha256.Sum256(cmd.File)
		a.Digest = hex.EncodeToString(sum[:])
	}
	return s.Store.Write(ctx, &Change{Once: cmd.Once, Result: c.Assessment.Reference, Attach: &AttachChange{Attachment: a, File: cmd.File},
		Acts: []Act{s.act(c, m.Event, map[string]string{"kind": string(a.Kind), "sha256": a.Digest, "bytes": strconv.Itoa(a.Size)})}})
}

// Detach takes another format away, and its bytes where nothing else has them. It is no error when it is gone already.
func (s *Service) Detach(ctx context.Context, c Case, id AttachmentID) error {
	m, err := s.find(c, workflow.Detach, nil)
	if err != nil {
		return err
	}
	list, err := s.Store.Attachments(ctx, c.ID)
	i := slices.IndexFunc(list, func(a Attachment) bool { return a.ID == id })
	if err != nil || i < 0 {
		return err
	}
	return s.Store.Write(ctx, &Change{Attach: &AttachChange{Attachment: list[i], Gone: true},
		Acts: []Act{s.act(c, m.Event, map[string]string{"kind": string(list[i].Kind), "sha256": list[i].Digest})}})
}
