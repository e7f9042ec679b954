package eqia

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"unicode/utf8"

	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// Consultations lists the drafts of an assessment that were released for consultation, newest first, for the equality lead alone: they say
// who the outside readers are.
func (s *Service) Consultations(ctx context.Context, c Case) ([]Consultation, error) {
	if !c.Standing.Has(workflow.Lead) {
		return nil, ErrNotFound
	}
	return s.Store.Consultations(ctx, c.AssessmentID)
}

// ReleaseForConsultation freezes the version as it is, so that outside readers can be given links to it.
func (s *Service) ReleaseForConsultation(ctx context.Context, c Case, cmd MoveCommand) error {
	m, err := s.find(c, workflow.Consult, nil)
	if err != nil {
		return s.again(ctx, cmd.Once, err)
	}
	raw, digest, err := Seal(c.Content, nil)
	if err != nil {
		return err
	}
	content, err := ReadContent(raw)
	if err != nil {
		return err
	}
	now := s.Now().UTC()
	released := &Consultation{ID: ConsultationID(s.NewID()), Version: c.ID, Revision: cmd.Revision, Content: content, Digest: digest,
		ReleasedAt: now, ReleasedBy: c.Person.ID}
	if cmd.Revision != c.Revision {
		return ErrMoved
	}
	act := s.act(c, workflow.Consult, map[string]string{"consultation": string(released.ID), "digest": digest, "revision": strconv.Itoa(cmd.Revision)})
	return s.Store.Write(ctx, &Change{Once: cmd.Once, Result: c.Assessment.Reference, Release: released, Acts: []Act{act}, Notices: c.tell(m)})
}

// InviteReader gives someone outside the service a link of their own to a released draft. The link is answered once and kept nowhere; a form
// that was sent twice answers with *Repeat and no link.
func (s *Service) InviteReader(ctx context.Context, c Case, cmd ReaderCommand) (Reader, string, error) {
	if _, err := s.find(c, workflow.InviteReader, nil); err != nil {
		return Reader{}, "", s.again(ctx, cmd.Once, err)
	}
	r, err := cmd.reader(s.Now().UTC())
	if err != nil {
		return r, "", err
	}
	if err := s.released(ctx, c, cmd.Consultation); err != nil {
		return r, "", err
	}
	link, hash, err := NewLink()
	if err != nil {
		return r, "", err
	}
	r.ID, r.LinkHash = ReaderID(s.NewID()), hash
	act := s.act(c, workflow.InviteReader, map[string]string{"reader": string(r.ID), "consultation": string(r.Consultation), "until": string(r.ClosesOn)})
	err = s.Store.Write(ctx, &Change{Once: cmd.Once, Result: string(r.ID), Readers: []Reader{r}, Acts: []Act{act},
		Notices: []Notice{{To: PersonID("reader:" + string(r.ID)), Kind: workflow.InviteReader, Reference: c.Assessment.Reference}}})
	if err != nil {
		return r, "", err
	}
	return r, link, nil
}

// released refuses a consultation that is not of this version.
func (s *Service) released(ctx context.Context, c Case, id ConsultationID) error {
	all, err := s.Store.Consultations(ctx, c.AssessmentID)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(all, func(o Consultation) bool { return o.ID == id && o.Version == c.ID }) {
		return ErrNotFound
	}
	return nil
}

// EndLink ends an outside reader's link at once. What they said stays. A link that has ended already is left as it is.
func (s *Service) EndLink(ctx context.Context, c Case, id ReaderID) error {
	if _, err := s.find(c, workflow.EndLink, nil); err != nil {
		return err
	}
	all, err := s.Store.Consultations(ctx, c.AssessmentID)
	if err != nil {
		return err
	}
	for _, o := range all {
		for _, r := range o.Readers {
			if r.ID != id {
				continue
			}
			if !r.EndedAt.IsZero() {
				return &Repeat{Result: string(id)}
			}
			r.EndedAt = s.Now().UTC()
			act := s.act(c, workflow.EndLink, map[string]string{"reader": string(id), "consultation": string(o.ID)})
			return s.Store.Write(ctx, &Change{Readers: []Reader{r}, Acts: []Act{act}})
		}
	}
	return ErrNotFound
}

// OpenLink is the released draft that a link leads to. Unknown links take the same work whatever they look like, and are ErrNotFound; one
// that has ended, or whose assessment was signed, withdrawn or restricted since, comes back closed and without its content.
func (s *Service) OpenLink(ctx context.Context, link string) (Reading, error) {
	r, err := s.Store.Reading(ctx, HashOfLink(link))
	if err != nil {
		return Reading{}, err
	}
	facts := workflow.Facts{workflow.Unrestricted: !r.Assessment.Restricted}
	_, refused := workflow.Find(r.Header.State, workflow.OutsideComment, outsideStanding, facts)
	if r.Open = refused == nil && !r.Reader.Ended(DayOf(s.Now())); !r.Open {
		r.Content = Content{}
		return r, nil
	}
	council, err := s.CouncilWith(ctx, r.Assessment.Profile, r.Header.Form)
	if err != nil {
		return Reading{}, err
	}
	r.Form = formOf(council, r.Header.Form)
	all, err := s.Store.Comments(ctx, r.Version)
	for _, m := range all {
		if m.Reader == r.Reader.ID {
			r.Comments = append(r.Comments, m)
		}
	}
	return r, err
}

// errClosed is the refusal of a comment through a link that no longer opens.
var errClosed = &Invalid{Field: "text", Says: "This consultation has closed"}

// takes refuses a comment that the reader cannot make.
func (r Reading) takes(part PartKey, text string) error {
	switch {
	case !r.Open:
		return errClosed
	case !r.Case().HasPart(part):
		return ErrNotFound
	case text == "":
		return &Invalid{Field: "text", Says: "Enter a comment"}
	case utf8.RuneCountInString(text) > OutsideCommentChars:
		return &Invalid{Field: "text", Says: "Your comment must be 5,000 characters or fewer"}
	case len(r.Comments) >= OutsideCommentMost:
		return &Invalid{Field: "text", Says: "You have made as many comments as this page can take. Ask the equality team how to send more"}
	}
	return ValidText("text", text)
}

// CommentFromOutside says something about one part of a released draft, or about all of it. The team and the author see it at once; the
// reader does not become a contributor.
func (s *Service) CommentFromOutside(ctx context.Context, r Reading, remark Remark) error {
	text := Lines(remark.Text)
	if err := r.takes(remark.Part, text); err != nil {
		return err
	}
	v, err := s.Store.Version(ctx, r.Assessment.Reference, r.Number)
	if err != nil {
		return err
	}
	move, err := workflow.Find(v.State, workflow.OutsideComment, outsideStanding, workflow.Facts{workflow.Unrestricted: !v.Assessment.Restricted})
	if err != nil {
		return errClosed
	}
	now, c := s.Now().UTC(), Case{Version: v}
	m := Comment{ID: CommentID(s.NewID()), Version: r.Version, Part: remark.Part, Reader: r.Reader.ID, Role: workflow.OutsideReader, Text: text,
		At: now, SentAt: now, State: CommentOpen}
	act := s.act(c, workflow.OutsideComment, map[string]string{"comment": string(m.ID), "part": m.Part.String(), "reader": string(r.Reader.ID)})
	err = s.Store.Write(ctx, &Change{Once: remark.Once, Result: string(m.ID), Comments: []Comment{m}, Acts: []Act{act}, Notices: c.tell(move)})
	if errors.Is(err, ErrMoved) {
		return errClosed
	}
	return err
}

// formOf is the version of a form by its code; the newest one for a form this service never had.
func formOf(council form.Profile, code string) form.Version {
	fv, ok := council.Version(code)
	if !ok {
		fv = council.Versions[len(council.Versions)-1]
	}
	return fv
}
