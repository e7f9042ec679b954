package eqia

import (
	"context"
	"errors"
	"fmt"
	"time"

	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// Copied says where a part came from, and when it was written there.
type Copied struct {
	Source    string // a reference
	WrittenAt time.Time
}

// CopiedPart is one part that was copied.
type CopiedPart struct {
	Key PartKey
	Copied
}

// Unchecked reports whether a part is still as it was copied: nobody has saved it since.
func (c Case) Unchecked(k PartKey) bool {
	_, copied := c.Copied[k]
	return copied && c.Stamps[k].Counter == 1
}

// Age is how long ago it was written, in words.
func (c Copied) Age(today Day) string {
	day := DayOf(c.WrittenAt)
	months := monthsBetween(day, today)
	switch {
	case months >= 24:
		return fmt.Sprintf("%d years ago", months/12)
	case months == 1:
		return "1 month ago"
	case months > 1:
		return fmt.Sprintf("%d months ago", months)
	default:
		return "less than a month ago"
	}
}

// monthsBetween is how many whole months lie between two days.
func monthsBetween(from, to Day) int {
	a, err := time.Parse(time.DateOnly, string(from))
	b, wrong := time.Parse(time.DateOnly, string(to))
	if errors.Join(err, wrong) != nil {
		return 0
	}
	months := (b.Year()-a.Year())*12 + int(b.Month()) - int(a.Month())
	if b.Day() < a.Day() {
		months--
	}
	return months
}

// Source is an earlier assessment as it is copied from.
type Source struct {
	Reference  string
	Number     string
	Title      string
	Content    Content
	Restricted bool
	Profile    string
	WrittenAt  time.Time
}

// SourceOf is an assessment that a person may read, in the casework or in the register, to copy from. ErrNotFound when they may not.
func (s *Service) SourceOf(ctx context.Context, by Person, reference string) (Source, error) {
	c, err := s.Open(ctx, by, reference)
	if err == nil {
		written := c.SavedAt
		if !c.SignedAt.IsZero() {
			written = c.SignedAt
		}
		return Source{reference, c.Number(), c.Title, c.Content, c.Assessment.Restricted, c.Assessment.Profile, written}, nil
	}
	if !errors.Is(err, ErrNotFound) {
		return Source{}, err
	}
	p, err := s.Register.Published(ctx, reference, 0, 0)
	if err == nil && p.Standing != InForce {
		err = ErrNotFound
	}
	return Source{reference, p.Number(), p.Title, p.Content, false, p.Profile, p.PublishedAt}, err
}

// CopyCommand starts an assessment from an earlier one, under a name of its own.
type CopyCommand struct {
	Once  string
	From  string // a reference
	Title string
}

// Copy makes a new assessment on today's form with the answers of an earlier one, and gives its reference. Nobody signed it, and it belongs
// to whoever copies: people, comments and the history stay behind, as do the dates of the old decision and of its action plan. The copy of
// a restricted assessment is restricted.
func (s *Service) Copy(ctx context.Context, by Person, cmd CopyCommand) (string, error) {
	source, err := s.SourceOf(ctx, by, cmd.From)
	if err != nil {
		return "", err
	}
	now := s.Now().UTC()
	fv, err := s.formToday(ctx, s.Profile, now)
	if err != nil {
		return "", err
	}
	if source.Profile != s.Profile {
		return "", ErrNotFound
	}
	title := Answer{Text: Lines(cmd.Title)}
	if err := validAnswers(fv, map[string]Answer{form.QuestionTitle: title}); err != nil {
		return "", err
	}
	family := Assessment{ID: AssessmentID(s.NewID()), Profile: s.Profile, Current: VersionID(s.NewID()), Restricted: source.Restricted}
	v := Version{Assessment: family, Content: afresh(source.Content, fv), Header: Header{ID: family.Current, AssessmentID: family.ID, Major: 1,
		Form: fv.Code, State: workflow.Draft, Revision: 1, StartedAt: now, SavedAt: now}}
	v.Content.Form = FormRef{s.Profile, fv.Code}
	v.Content.Answers[form.QuestionTitle] = title
	v.Lists()
	if fv.DepthOf(v.Kind).Restricted {
		family.Restricted, family.RestrictedBy = true, v.ID
	}
	change := &Change{Once: cmd.Once, Family: &family, Made: &v, Copied: copiedFrom(source, v.Content),
		Parties: []Party{{VersionID: v.ID, Person: by.ID, Relation: workflow.Author, Active: true, Contributed: true}},
		Acts: []Act{{At: now, By: by.ID, Kind: Started, Assessment: family.ID, Version: v.ID,
			Facts: map[string]string{"copied": source.Reference + " version " + source.Number}}}}
	if err := s.Store.Write(ctx, change); err != nil {
		return "", err
	}
	return family.Reference, nil
}

// afresh is a record as it is copied: on today's form, without the dates that were true of the old decision and its plan.
func afresh(old Content, fv form.Version) Content {
	next := carry(old, fv)
	for _, code := range []string{form.QuestionDecisionDate, form.QuestionReviewDate} {
		delete(next.Answers, code)
	}
	for i := range next.Actions {
		next.Actions[i].When = When{}
	}
	return next
}

// copiedFrom marks every part of the copy but its name, which is new.
func copiedFrom(source Source, content Content) []CopiedPart {
	var out []CopiedPart
	for _, p := range PartsOf(content) {
		if p.Key != (PartKey{AnswerPart, form.QuestionTitle}) {
			out = append(out, CopiedPart{p.Key, Copied{source.Reference, source.WrittenAt}})
		}
	}
	return out
}

// worded reports whether a block says anything beside its effects.
func (b Block) worded() bool { return b.How+b.Mitigation+b.Justification+b.FindOut != "" }
