package eqia

import (
	"context"
	"slices"
	"time"

	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/record"
	"dorset-eqia/workflow"
)

// Remark is a comment as a person writes it.
type Remark struct {
	Part    PartKey
	ReplyTo CommentID
	Text    string
	For     string // which text of the part is suggested, as Wordings names it; empty for none
	Wording string // the suggested text
	Once    string
}

// AddComment says something about one part of an assessment, or about all of it. While a review is going on, the equality team's
// comments are kept back until the review is sent.
func (s *Service) AddComment(ctx context.Context, c Case, r Remark) error {
	if _, err := s.find(c, workflow.Comment, nil); err != nil {
		return err
	}
	text := Lines(r.Text)
	if text == "" && r.For == "" {
		return &Invalid{Field: "text", Says: "Enter a comment"}
	}
	if err := ValidText("text", text); err != nil {
		return err
	}
	if !c.HasPart(r.Part) {
		return ErrNotFound
	}
	m := s.comment(c, r.Part, text, c.State != workflow.InReview)
	if r.For != "" {
		if err := c.suggest(&m, r.For, r.Wording); err != nil {
			return err
		}
	}
	if r.ReplyTo != "" {
		first, err := s.commentOf(ctx, c, r.ReplyTo)
		if err != nil {
			return err
		}
		m.Part, m.ReplyTo = first.Part, first.ID
	}
	act := s.act(c, workflow.Comment, map[string]string{"comment": string(m.ID), "part": m.Part.String()})
	return s.Store.Write(ctx, &Change{Once: r.Once, Result: c.Assessment.Reference, Comments: []Comment{m}, Acts: []Act{act}})
}

// EditComment changes the words of one's own comment before it is sent. The words are its writer's alone.
func (s *Service) EditComment(ctx context.Context, c Case, id CommentID, r Remark) error {
	if _, err := s.find(c, workflow.EditComment, nil); err != nil {
		return s.again(ctx, r.Once, err)
	}
	m, err := s.commentOf(ctx, c, id)
	if err != nil {
		return err
	}
	if m.By != c.Person.ID || m.Sent() {
		return &workflow.Refusal{Event: workflow.EditComment, State: c.State, Why: workflow.NotYours}
	}
	if m.Text = Lines(r.Text); m.Text == "" && !m.Wording.Offered() {
		return &Invalid{Field: "text", Says: "Enter a comment"}
	}
	if err := ValidText("text", m.Text); err != nil {
		return err
	}
	m.Edited = s.Now().UTC()
	act := s.act(c, workflow.EditComment, map[string]string{"comment": string(m.ID), "part": m.Part.String()})
	return s.Store.Write(ctx, &Change{Once: r.Once, Result: c.Assessment.Reference, Reworded: &m, Acts: []Act{act}})
}

// AnswerComment notes that the author has dealt with a comment.
func (s *Service) AnswerComment(ctx context.Context, c Case, id CommentID) error {
	return s.settle(ctx, c, id, workflow.AnswerComment)
}

// ResolveComment notes that the equality team agrees that a comment has been dealt with.
func (s *Service) ResolveComment(ctx context.Context, c Case, id CommentID) error {
	return s.settle(ctx, c, id, workflow.ResolveComment)
}

func (s *Service) settle(ctx context.Context, c Case, id CommentID, event workflow.Event) error {
	if _, err := s.find(c, event, nil); err != nil {
		return err
	}
	m, err := s.commentOf(ctx, c, id)
	if err != nil {
		return err
	}
	m.State = CommentAnswered
	if event == workflow.ResolveComment {
		m.State = CommentResolved
	}
	act := s.act(c, event, map[string]string{"comment": string(m.ID), "part": m.Part.String()})
	return s.Store.Write(ctx, &Change{Comments: []Comment{m}, Acts: []Act{act}})
}

// commentOf finds a comment of this version that the person may see; one of another assessment is ErrNotFound.
func (s *Service) commentOf(ctx context.Context, c Case, id CommentID) (Comment, error) {
	var err error
	if c.Comments, err = s.Store.Comments(ctx, c.ID); err != nil {
		return Comment{}, err
	}
	seen := c.Seen()
	i := slices.IndexFunc(seen, func(m Comment) bool { return m.ID == id })
	if i < 0 {
		return Comment{}, ErrNotFound
	}
	return seen[i], nil
}

func (s *Service) comment(c Case, part PartKey, text string, sent bool) Comment {
	now := s.Now().UTC()
	m := Comment{ID: CommentID(s.NewID()), Version: c.ID, Part: part, By: c.Person.ID, Role: c.speaksAs(), Text: text, At: now, State: CommentOpen}
	if sent {
		m.SentAt = now
	}
	return m
}

// speaksAs is what a person is to the assessment when they comment on it: their relation first, then their role.
func (c Case) speaksAs() workflow.Actor {
	for _, a := range []workflow.Actor{workflow.Author, workflow.Editor, workflow.Commenter, workflow.Lead, workflow.Reviewer} {
		if c.Standing.Has(a) {
			return a
		}
	}
	return workflow.Officer
}

// HasPart reports whether the form or the record has such a part; the zero key is the whole.
func (c Case) HasPart(k PartKey) bool {
	switch k.Kind {
	case "":
		return k.Key == ""
	case AnswerPart:
		_, ok := c.Form.Question(k.Key)
		return ok || k.Key == SharedReason
	case CardPart:
		return slices.ContainsFunc(c.Groups(), func(g form.Characteristic) bool { return g.Code == k.Key })
	default:
		return slices.ContainsFunc(c.Content.Entries(k.Kind), func(e Numbered) bool { return Entry(k.Kind, e.Number()) == k })
	}
}

// Invitation adds someone to those who work on an assessment.
type Invitation struct {
	Email    string         // of someone with an account; for editor, commenter and involved
	Name     string         // of someone outside the service, named as involved
	Relation workflow.Actor // editor, commenter or involved
}

// Invite adds someone to those who work on an assessment. Someone named as involved counts as a contributor from then on.
func (s *Service) Invite(ctx context.Context, c Case, i Invitation) error {
	if _, err := s.find(c, workflow.Invite, nil); err != nil {
		return err
	}
	if !slices.Contains([]workflow.Actor{workflow.Editor, workflow.Commenter, Involved}, i.Relation) {
		return &Invalid{Field: "relation", Says: "Select what they will do"}
	}
	p := Party{VersionID: c.ID, Name: Lines(i.Name), Relation: i.Relation, Active: true, Contributed: i.Relation == Involved}
	if i.Email != "" {
		person, _, err := s.Store.PersonByEmail(ctx, i.Email)
		if err != nil || person.Disabled {
			return &Invalid{Field: "email", Says: "Nobody with this email address can sign in here. Check it, or name them as involved"}
		}
		p.Person = person.ID
	}
	if p.Person == "" && (p.Name == "" || i.Relation != Involved) {
		return &Invalid{Field: "email", Says: "Enter the email address of someone who can sign in here"}
	}
	for _, was := range c.Parties {
		if was.VersionID == c.ID && was.Person == p.Person && p.Person != "" {
			p.Contributed = p.Contributed || was.Contributed
			if was.Relation == workflow.Author {
				return &Invalid{Field: "email", Says: "They started this assessment, so they are on it already"}
			}
		}
	}
	return s.Store.Write(ctx, &Change{Parties: []Party{p}, Acts: []Act{s.act(c, workflow.Invite, partyFacts(p, "added"))}})
}

// RemoveParty ends someone's access, while it is written and reviewed and after it is signed. What they contributed stays known.
func (s *Service) RemoveParty(ctx context.Context, c Case, person PersonID, name string) error {
	if _, err := s.find(c, workflow.RemovePerson, nil); err != nil {
		return err
	}
	for _, p := range c.Parties {
		if p.VersionID == c.ID && p.Person == person && (person != "" || p.Name == name) && p.Relation != workflow.Author {
			p.Active = false
			return s.Store.Write(ctx, &Change{Parties: []Party{p}, Acts: []Act{s.act(c, workflow.RemovePerson, partyFacts(p, "removed"))}})
		}
	}
	return ErrNotFound
}

// partyFacts name someone by their account or, where they have none, by the digest of their name.
func partyFacts(p Party, did string) map[string]string {
	facts := map[string]string{"did": did, "relation": string(p.Relation), "person": string(p.Person)}
	if p.Person == "" {
		facts["name_digest"] = record.Digest([]byte(p.Name))
	}
	return facts
}

// SessionLife is how long a session lives: half an hour unused, twelve hours in all.
const (
	SessionIdle = 30 * time.Minute
	SessionKept = 24 * time.Hour // an ended session still says whose it was, so that what they typed can be kept for them
	SessionMost = 12 * time.Hour
)
