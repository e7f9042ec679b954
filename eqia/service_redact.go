package eqia

import (
	"context"
	"slices"
	"strconv"
	"time"

	"dorset-eqia/workflow"
)

// Marks lists the words that a public version of a signed one would leave out. The equality lead may see them.
func (s *Service) Marks(ctx context.Context, c Case) ([]Marked, error) {
	if _, err := s.find(c, workflow.Redact, nil); err != nil {
		return nil, err
	}
	return s.Store.Marks(ctx, c.ID)
}

// LeaveOut adds words to those that the public version leaves out.
func (s *Service) LeaveOut(ctx context.Context, c Case, once string, m Marked) error {
	there, err := s.Marks(ctx, c)
	if err != nil {
		return err
	}
	m = Marked{ID: s.NewID(), Words: Lines(m.Words), Instead: Lines(m.Instead)}
	if err := m.valid(c.Content, there); err != nil {
		return s.again(ctx, once, err)
	}
	return s.Store.Write(ctx, &Change{Once: once, Result: c.Assessment.Reference, Mark: &MarkChange{Version: c.ID, Marked: m},
		Acts: []Act{s.act(c, workflow.Redact, map[string]string{"marks": strconv.Itoa(len(there) + 1)})}})
}

// PutBack takes words off the list again. It is no error when they are gone already.
func (s *Service) PutBack(ctx context.Context, c Case, id string) error {
	there, err := s.Marks(ctx, c)
	if err != nil || !slices.ContainsFunc(there, func(m Marked) bool { return m.ID == id }) {
		return err
	}
	return s.Store.Write(ctx, &Change{Mark: &MarkChange{Version: c.ID, Marked: Marked{ID: id}, Gone: true},
		Acts: []Act{s.act(c, workflow.Redact, map[string]string{"marks": strconv.Itoa(len(there) - 1)})}})
}

// Without is the case as the public would read it, with words left out of the answers and of the conditions of the sign-off.
func (c Case) Without(marks []Marked) Case {
	c.Content, _ = c.Content.Without(marks)
	c.Conditions = slices.Clone(c.Conditions)
	for i, d := range c.Conditions {
		for _, m := range marks {
			d.Text = m.looks().ReplaceAllLiteralString(d.Text, m.stands())
		}
		c.Conditions[i] = d
	}
	c.Title, c.Service = c.Content.Title(), c.Content.Answers["service"].Text
	return c
}

// PublishWithout makes a version of its own that leaves the marked words out, with its own digest and check code, puts it in the public
// register and gives its number. What the public read of the whole one before, in full or with other words left out, is taken away.
func (s *Service) PublishWithout(ctx context.Context, c Case, cmd RedactCommand) (string, error) {
	m, err := s.find(c, workflow.PublishRedacted, nil)
	if err != nil {
		return "", err
	}
	marks, err := s.Store.Marks(ctx, c.ID)
	if err != nil {
		return "", err
	}
	if err := cmd.valid(c.Today); err != nil {
		return "", err
	}
	if len(marks) == 0 {
		return "", &Invalid{Field: "grounds", Says: "Go back and enter the words to leave out first"}
	}
	public := c.Without(marks)
	found := s.BeforePublic(public)
	if len(found) > 0 && !cmd.Looked {
		return "", notLooked
	}
	change, err := s.copied(ctx, c, &public)
	if err != nil {
		return "", err
	}
	p := public.Publication()
	p.PublishedAt, p.CopyOf, p.Grounds = public.PublishedAt, c.Number(), cmd.Grounds
	act := s.act(public, m.Event, map[string]string{"from": c.Number(), "to": public.Number(), "revision": strconv.Itoa(cmd.Revision),
		"digest": public.Digest, "marks": strconv.Itoa(len(marks)), "findings": strconv.Itoa(len(found)), "review_on": string(cmd.ReviewOn)})
	change.Once, change.Result, change.Public, change.Acts = cmd.Once, c.Assessment.Reference, &p, append([]Act{act}, change.Acts...)
	change.Notices = c.tell(m)
	change.Redaction = &Redaction{Public: public.ID, Whole: c.ID, Marks: marks, Grounds: cmd.Grounds, Reason: cmd.Reason, ReviewOn: cmd.ReviewOn,
		At: act.At, By: c.Person.ID}
	if err := s.Store.Write(ctx, change); err != nil {
		return "", err
	}
	return public.Number(), nil
}

// copied turns a case with words left out into a version of its own, and gives the change that keeps it. It carries the sign-off of the whole
// one: the same people and the same day, under a digest and a check code of its own.
func (s *Service) copied(ctx context.Context, whole Case, public *Case) (*Change, error) {
	change := &Change{}
	now, to := s.Now().UTC(), VersionID(s.NewID())
	for _, party := range whole.Parties {
		if party.VersionID == whole.ID {
			party.VersionID = to
			change.Parties = append(change.Parties, party)
		}
	}
	raw, digest, err := Seal(public.Content, Words(public.Conditions))
	if err != nil {
		return nil, err
	}
	h := &public.Header
	h.ID, h.Revision, h.Digest, h.PublishedAt, h.SavedAt = to, 1, digest, now, now
	h.Purpose, h.FromNumber, h.FromForm, h.Urgent = Redacts, whole.Number(), whole.Header.Form, Urgency{}
	if h.Major, h.Minor, err = s.nextNumber(ctx, whole, false); err != nil {
		return nil, err
	}
	if h.CheckCode, err = s.freeCode(ctx, whole.Assessment.Reference, *h); err != nil {
		return nil, err
	}
	made := Version{Header: *h, Assessment: whole.Assessment, Content: public.Content}
	change.Made, change.Agreed = &made, []Agreement{{Version: to, Conditions: public.Conditions}}
	change.Keep = []Snapshot{{Version: to, Kind: workflow.SignOff, Content: raw, Digest: digest, At: now.Truncate(time.Microsecond)}}
	return change, s.giveWay(ctx, whole, change, public.Number())
}

// giveWay takes what the public read of a version so far away, as another copy of it takes its place.
func (s *Service) giveWay(ctx context.Context, whole Case, change *Change, to string) error {
	notice := "Version " + to + " takes its place. Some words are left out of it."
	gone := func(id VersionID) {
		change.Withdrew = append(change.Withdrew, Publication{Version: id, Standing: TakenAway, WithdrawnOn: whole.Today, Notice: notice, Withheld: true})
	}
	if whole.Published() {
		gone(whole.ID)
	}
	copies, err := s.copiesOf(ctx, whole, stands)
	for _, h := range copies {
		gone(h.ID)
	}
	if err != nil {
		return err
	}
	return s.replaced(change, copies, to)
}

// copiesOf lists the public versions of a version with words left out that are in some state.
func (s *Service) copiesOf(ctx context.Context, whole Case, in func(workflow.State) bool) ([]Header, error) {
	all, err := s.Store.Versions(ctx, whole.AssessmentID)
	return slices.DeleteFunc(all, func(h Header) bool {
		return h.Purpose != Redacts || h.FromNumber != whole.Number() || !in(h.State)
	}), err
}

// stands reports whether a version in a state is the one that holds.
func stands(s workflow.State) bool { return s == workflow.SignedOff }

// replaced marks versions as replaced by another.
func (s *Service) replaced(change *Change, old []Header, by string) error {
	for _, h := range old {
		m, err := workflow.Find(h.State, workflow.Supersede, workflow.Standing{workflow.Service}, nil)
		if err != nil {
			return err
		}
		now := h
		now.State = m.To
		change.Steps = append(change.Steps, Step{Was: h.State, At: h.Revision, Now: now})
		change.Acts = append(change.Acts, Act{At: s.Now().UTC(), Kind: workflow.Supersede, Assessment: h.AssessmentID, Version: h.ID,
			Facts: map[string]string{"by": by}})
	}
	return nil
}

// Redactions lists every public version with words left out, those to be looked at again first. The equality lead and the monitoring officer
// may see them.
func (s *Service) Redactions(ctx context.Context, by Person) ([]Redaction, error) {
	if !by.Holds(workflow.Lead, workflow.MonitoringOfficer) {
		return nil, ErrNotFound
	}
	return s.Store.Redactions(ctx, "")
}

// Redaction is what a public version leaves out and why. The equality lead and the monitoring officer may see it; false for anyone else, and for
// a version that leaves nothing out.
func (s *Service) Redaction(ctx context.Context, c Case) (Redaction, bool, error) {
	if c.Purpose != Redacts || !c.Standing.Has(workflow.Lead, workflow.MonitoringOfficer) {
		return Redaction{}, false, nil
	}
	list, err := s.Store.Redactions(ctx, c.ID)
	if err != nil || len(list) == 0 {
		return Redaction{}, false, err
	}
	return list[0], true, nil
}
